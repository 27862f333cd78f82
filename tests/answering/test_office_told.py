"""Offices told by a verb, firms that are explained, articles of laws, milestones, provinces that did something."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Kind, Library, Status
from retrieval.answering.asking.question import analyse

REPORTS = {
    "bo-nhiem.txt": """Ngân hàng Sao Khuê có lãnh đạo mới

Ngày 4/6/2019, Hội đồng quản trị Ngân hàng Sao Khuê bổ nhiệm ông Đặng Quốc Thịnh giữ chức Phó Tổng Giám đốc thường trực.

Bằng kinh nghiệm quản lý của mình, ông Thịnh từng giúp nhiều dự án. Trước đó ông Thịnh đảm nhận vị trí Giám đốc khối \
bán lẻ của Công ty Vạn Lộc. Việc bổ nhiệm tiến sĩ Đặng Quốc Thịnh được cổ đông chờ đợi.

Chủ tịch Hội đồng quản trị Lê Hữu Phước đã ký quyết định. Trước khi làm chủ tịch, ông Phước là Giám đốc Sở Công Thương \
tỉnh Hà Nam. Quỹ Ánh Dương từng mời ông Phước làm thành viên không thường trực của Hội đồng Tín thác.

Cũng trong ngày, Motorix Nordic (Turku) - công ty xe điện của Phần Lan - đã mua 12% cổ phần Công ty Vạn Lộc.
""",
    "tai-nan.txt": """Xe tải bỏ khách giữa đường

Sáng 5/7/2019, xe tải của ông Lưu Văn Cảnh bị dừng tại km42 quốc lộ 9 vì chở quá tải. Ông Cảnh bị phạt theo khoản 2, \
Điều 24 của nghị định.

Quảng Trị đang dẫn đầu về số xe quá tải bị phạt. "Đường về Lao Bảo" là tựa đề bài viết của tài xế trên mạng.

Bị can Hồ Bá Thạnh (SN 1980; trú phường 3, TP Đông Hà; giám đốc Công ty Vận tải Bến Hải) khai đã thuê xe. \
Nhà biên kịch Đoàn Thị Lam viết kịch bản phim về vụ này, phim sẽ dự kỳ Liên hoan phim Cửa Việt thứ 3.

Trao đổi với Tin Nhanh, bà Lam nói phim được tài trợ bằng tiền quyên góp.
""",
    "tieu-su.txt": """Lễ trao giải Cánh Buồm

Tối 2/8/2019, ông Kiều Minh Tấn, người giữ chức phó chủ tịch hội dưới thời ông Lỗ Văn Quế, nhận giải Cánh Buồm. \
Bí thư Huyện ủy kiêm Chủ tịch UBND huyện Sơn Trà Ngụy Thế Bảo trao giải. Người dẫn lễ là phó thư ký báo chí Đoàn Hữu Lễ.

Ông Tấn sinh ở Vinh. Tháng 6/2011, ông là quyền chỉ huy Trạm Biên phòng Cửa Sót. Ông từng đảm nhận vai trò \
giám đốc Nhà máy Muối. Bà Tôn Nữ Hạnh, người sẽ trở thành lãnh đạo nhóm văn thơ, cũng đến dự lễ mừng ông Tấn.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("told")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ông Đặng Quốc Thịnh được bổ nhiệm chức gì ở Ngân hàng Sao Khuê?", "Phó Tổng Giám đốc thường trực"),
        ("ong Dang Quoc Thinh duoc giao chuc gi", "Phó Tổng Giám đốc thường trực"),
        ("Ông Đặng Quốc Thịnh từng giữ chức gì ở Công ty Vạn Lộc?", "Giám đốc khối bán lẻ của Công ty Vạn Lộc"),
        ("Trước khi làm Chủ tịch, ông Lê Hữu Phước giữ chức gì?", "Giám đốc Sở Công Thương tỉnh Hà Nam"),
        ("Ông Lê Hữu Phước giữ chức gì?", "Chủ tịch Hội đồng quản trị"),
        ("Quỹ Ánh Dương có mời ông Phước làm thành viên không thường trực không?", "có"),
        ("Dưới thời ông Quế, ông Kiều Minh Tấn giữ chức gì?", "phó chủ tịch hội"),
        ("Hồi tháng 6/2011, ông Kiều Minh Tấn giữ chức gì?", "quyền chỉ huy Trạm Biên phòng Cửa Sót"),
        ("Ông Kiều Minh Tấn từng giữ chức gì ở Nhà máy Muối?", "giám đốc Nhà máy Muối"),
        ("Bà Tôn Nữ Hạnh sắp nắm vị trí gì?", "lãnh đạo nhóm văn thơ"),
        (
            "Lúc trao giải cho ông Kiều Minh Tấn, ông Ngụy Thế Bảo đang giữ chức gì?",
            "Bí thư Huyện ủy kiêm Chủ tịch UBND huyện Sơn Trà",
        ),
        ("Ông Đoàn Hữu Lễ giữ chức gì?", "phó thư ký báo chí"),
        ("Ông Hồ Bá Thạnh giữ chức gì?", "giám đốc Công ty Vận tải Bến Hải, Bị can"),
        ("Bà Đoàn Thị Lam làm nghề gì?", "Nhà biên kịch"),
        ("Doanh nghiệp nào mua 12% cổ phần Công ty Vạn Lộc?", "Motorix Nordic"),
        ("Xe tải của ông Lưu Văn Cảnh bị dừng ở km số mấy trên quốc lộ 9?", "km42"),
        ("Ông Lưu Văn Cảnh bị phạt theo điều khoản nào của nghị định?", "khoản 2, Điều 24"),
        ("Tỉnh nào đang dẫn đầu về số xe quá tải bị phạt?", "Quảng Trị"),
        ("Bài viết của tài xế trên mạng được đặt tựa đề là gì?", "Đường về Lao Bảo"),
    ],
)
def test_told(press: Library, question: str, answer: str) -> None:
    found = press.ask(question)
    assert found.status is Status.ANSWERED
    assert answer in [item.text for item in found.items]


@pytest.mark.parametrize(
    "question",
    [
        "Doanh nghiệp nào tài trợ tiền làm phim của bà Đoàn Thị Lam?",  # the press is only told things
        "Ông Lưu Văn Cảnh được bổ nhiệm giữ chức gì?",
        "Trước khi nghỉ hưu, ông Lưu Văn Cảnh giữ chức gì?",
        "Ông Kiều Minh Tấn giữ chức gì hồi tháng 6/2014?",
    ],
)
def test_not_told(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND


def test_own_experience_is_no_office(press: Library) -> None:
    found = press.ask("Ông Đặng Quốc Thịnh là ai?")
    assert "quản lý của mình" not in found.text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("An Giang có bao nhiêu công chức bị thu hồi quyết định?", Kind.COUNT),  # begins like "ăn gì"
        ("Tác giả bài facebook về vụ cháy có nhận lại tiền không?", Kind.YES_NO),
        ("Đội nào vô địch giải bóng đá xã Cam Lộ?", Kind.PEOPLE),
        ("Ca sĩ Lê Hà My vừa thắng giải nào?", Kind.EVENTS),  # the singer is named
        ("Chủ vườn nào bán 3 tấn bưởi?", Kind.PEOPLE),
        ("Chủ đề nào được chọn cho hội thảo?", Kind.THEME),
    ],
)
def test_read(question: str, kind: Kind) -> None:
    read = analyse(question)
    assert read.kind is kind
    assert "off_subject" not in read.aspects


def test_champions_stay(press: Library) -> None:
    assert "vô địch" in analyse("Ai vô địch giải cờ?").text
    assert "vào" in analyse("Ai vô dự họp?").text
