"""Yes and no where the report tells it in other words: denials, bans, counts, and what is not decided yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORTS = {
    "ngung-danh-bat.txt": """Lệnh ngừng đánh bắt ở vịnh Cam Thảo

Lệnh ngừng đánh bắt 45 ngày ở vịnh Cam Thảo không có hiệu lực đối với thuyền nan của ngư dân nghèo. \
Trong thời gian sửa cầu cảng, đường ven vịnh Cam Thảo cấm xe tải và xe khách lưu thông.

Hợp tác xã Cam Thảo đang thực hiện chuyển đổi máy đẩy từ dầu sang điện. Cam Thảo là nơi thứ tư nhận máy đẩy điện \
của Đan Mạch. Chiếc máy thứ hai sẽ tới vào tháng sau.

Ông Cao Văn Nghị gặp Đại sứ Đan Mạch hôm 3/5, song không tiết lộ giá của máy đẩy. \
Ông Nghị chưa trao đổi chuyện học phí với Đại sứ. Đây là lần thứ ba ông Nghị đón đại sứ tới vịnh.
""",
    "toa-an.txt": """Xét xử vụ trộm lưới ở Hòn Khoai

Tại tòa, bị cáo Triệu Văn Sửu thừa nhận hành vi trộm lưới như cáo trạng nêu. Thẩm phán vẫn chưa thể quyết định có cho \\
bị cáo Sửu tại ngoại không.

Công an không nổ bất cứ phát súng nào khi bắt Triệu Văn Sửu. Bà Kiều Thị Ngà từ chối lấy lại số lưới bị trộm.

Đội đua thuyền Hòn Khoai giành huy chương bạc ở hội thao miền biển. Đội bơi giành huy chương vàng.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("told")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Lệnh ngừng đánh bắt ở vịnh Cam Thảo có áp dụng với thuyền nan của ngư dân nghèo không?", "không"),
        ("Lúc sửa cầu cảng thì xe tải có được đi đường ven vịnh Cam Thảo không?", "không"),
        ("Hợp tác xã Cam Thảo có đang chuyển máy đẩy từ dầu sang điện không?", "có"),
        ("Cam Thảo có phải là nơi thứ 4 nhận máy đẩy điện của Đan Mạch không?", "có"),
        ("Gặp Đại sứ Đan Mạch hôm 3/5, ông Cao Văn Nghị có nói rõ giá máy đẩy không?", "không"),
        ("Ông Cao Văn Nghị đã bàn với Đại sứ chuyện học phí rồi phải không?", "không"),
        ("Có phải lần đầu ông Cao Văn Nghị đón đại sứ tới vịnh không?", "không"),
        ("Ra tòa, Triệu Văn Sửu có nhận tội không?", "có"),
        ("Thẩm phán có cho bị cáo Triệu Văn Sửu tại ngoại không?", "không"),
        ("Công an có nổ súng khi bắt Triệu Văn Sửu không?", "không"),
        ("Bà Kiều Thị Ngà có nhận lại số lưới bị trộm không?", "không"),
        ("Đội đua thuyền Hòn Khoai có giành huy chương vàng ở hội thao miền biển không?", "không"),
        ("Đội đua thuyền Hòn Khoai có giành huy chương bạc ở hội thao miền biển không?", "có"),
    ],
)
def test_what_is_told_in_other_words(reports: Library, question: str, verdict: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.items[0].text == verdict


@pytest.mark.parametrize(
    "question",
    [
        "Triệu Văn Sửu có kháng cáo không?",
    ],
)
def test_what_is_not_told_is_neither(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND


def test_a_name_told_against_a_claim_is_spelled_as_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "lua.txt").write_text(
        "Hội lúa\n\nNgày 5/5/2023, ông Ngô Sỹ Lúa, Chủ tịch UBND xã, dự hội lúa.\n", "utf-8"
    )
    said = Library.read([tmp_path]).ask("Có phải ông Ngô Sỹ Lúa là Chủ tịch Quốc hội?").text
    assert said == "Không; theo báo cáo, Ngô Sỹ Lúa là Chủ tịch UBND xã."
