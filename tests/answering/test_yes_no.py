"""Yes or no: what is denied in other words, who holds an office, and what no report says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from retrieval import Kind, Library, Status
from retrieval.answering.asking.named_first import names_first
from retrieval.answering.asking.question import analyse
from retrieval.answering.claims.claim import DENIAL, read_claim
from retrieval.answering.claims.denial import is_denied_in, verb_of, was_only_planned
from retrieval.answering.claims.ordinals import other_rank
from retrieval.answering.claims.subjects import is_by_the_way, related_to
from retrieval.answering.evidence.holders import holds, office_asked
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.who.office import subject
from retrieval.language.names import find_people
from retrieval.language.normalize import fold

REPORTS = {
    "phien-toa.txt": """Tòa bác đơn của chủ xưởng gỗ Hòa Lợi

Sáng 12/4/2021, TAND tỉnh Sao Mai mở phiên phúc thẩm vụ cháy xưởng gỗ Hòa Lợi.

HĐXX quyết định không chấp nhận kháng cáo của bị cáo Lương Văn Thành, cựu quản đốc xưởng gỗ.

Với bị cáo Đinh Thị Phượng, tòa tuyên bác đơn xin hoãn thi hành án, y án 3 năm tù.

Bị cáo Lương Văn Thành đã xin lỗi các gia đình vì không trông coi lò sấy.

Hai công nhân kẹt trong xưởng đã tử vong, bảo vệ Trần Văn Lực thoát chết.
""",
    "hoi-nghi-nong-nghiep.txt": """Khai mạc Hội nghị Nông nghiệp xanh lần thứ 7

Sáng 9/10/2022, Hội nghị Nông nghiệp xanh lần thứ 7 khai mạc tại Vinh dưới sự chủ trì của Bộ trưởng Đỗ Quang Huy.

Thường trực Ban Bí thư Phan Đức Long dự và phát biểu chỉ đạo.

Hội nghị diễn ra ngay sau Hội nghị Thủy sản toàn quốc do Tổng Bí thư Vũ Minh Đạo chủ trì.

Dự án Luật Giống cây bị rút khỏi chương trình hội nghị.

Đây không phải là lần đầu tiên thành phố Vinh đón hội nghị này.

Chủ tịch UBND tỉnh Sông Lam Hồ Thị Ngân có mặt tại hội nghị.

Bà Ngân không đề cập tới giá phân bón trong bài phát biểu.
""",
    "cuoc-thi-den.txt": """Cuộc thi đèn lồng Hồ Sen

Tối 14/9/2021, cuộc thi đèn lồng Hồ Sen khép lại sau ba đêm diễn.

Nghệ nhân Vương Đình Khải nhận giải nhì của cuộc thi, ban giám khảo không có giải nhất.

Ban tổ chức tặng 20 vé tàu một chiều cho các thợ làm đèn. Giá vé vào cửa vẫn nằm trong mức trần của thị xã.

Trong buổi gặp báo giới, Giám đốc Công ty Đèn Việt Tạ Thị Hồng khẳng định không có sự gian lận nào khi chấm điểm.

Công ty Đèn Việt giao xưởng Bến Đò in thiệp mời cho cuộc thi theo yêu cầu của thị xã.

Đơn khiếu nại của nghệ nhân Vương Đình Khải gửi thị xã hồi tháng 8 đã bị bác bỏ.

Buổi diễu hành ngoài phố diễn ra êm ả dù trời mưa. Thị xã hủy cuộc gặp dự kiến ngày 16/9 với các chủ thuyền.

Đề án phố đèn vừa trình chưa có quy định xử lý rác đèn không tái chế được. Cơ quan điều tra không thể kết luận chủ kho \
có thông đồng với thợ.
""",
    "trien-lam.txt": """Triển lãm gốm Phù Lãng tại Seoul

Ngày 3/6/2020, Triển lãm gốm Phù Lãng mở cửa tại Seoul.

Họa sĩ Mai Bá Tòng trả lời báo chí thay cho nghệ nhân Đặng Văn Sửu.

Đây là triển lãm đầu tiên của làng gốm ở nước ngoài.
""",
    "hoi-cho.txt": """Khai mạc hội chợ lụa Vạn Ninh hôm 7-8

Sáng 7-8-2020, hội chợ lụa Vạn Ninh khai mạc với sự tham dự của Thủ tướng Cao Đình Trực. Khách xem hội chợ miễn phí. \
Thợ dệt Vạn Ninh được miễn thu phí chỗ ngồi.

Bộ trưởng Tạ Quang Lộc khai mạc hội chợ. Đến dự có Chủ tịch tỉnh Lê Thị Mận; Phó thủ tướng Vũ Hải Triều.

Cố vấn thương mại Phí Văn Khoát sẽ không xuất hiện tại hội chợ. Ông Lã Văn Dần, bạn học của ông Khoát, từng dệt lụa \
cho đoàn kịch Hoa Lư.

Trong phiên xử vụ lụa giả Vạn Ninh, bị cáo Đỗ Thị Ngà có mặt, riêng bị cáo Tô Văn Rạng vắng mặt.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("claims")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


SAID = [
    ("Kháng cáo của Lương Văn Thành có được tòa chấp nhận không?", "không"),
    ("khang cao cua Luong Van Thanh co duoc toa phuc tham chap nhan khong", "không"),
    ("Đơn xin hoãn thi hành án của bà Đinh Thị Phượng có được tòa chấp nhận không?", "không"),
    ("Bị cáo Lương Văn Thành có xin lỗi các gia đình không?", "có"),  # the denial comes after what is claimed
    ("Dự án Luật Giống cây có nằm trong chương trình Hội nghị Nông nghiệp xanh không?", "không"),
    ("Đây có phải lần đầu tiên thành phố Vinh đón Hội nghị Nông nghiệp xanh không?", "không"),
    ("Bà Hồ Thị Ngân có nhắc tới giá phân bón ở Hội nghị Nông nghiệp xanh không?", "không"),
    ("Bộ trưởng có chủ trì Hội nghị Nông nghiệp xanh lần thứ 7 không?", "có"),
    ("Chủ tịch tỉnh Sông Lam có mặt ở Hội nghị Nông nghiệp xanh lần thứ 7 không?", "có"),
    ("Thường trực Ban Bí thư có phát biểu tại Hội nghị Nông nghiệp xanh lần thứ 7 không?", "có"),
    ("Nghệ nhân Vương Đình Khải có nhận giải nhất cuộc thi đèn lồng Hồ Sen không?", "không"),
    ("Nghệ nhân Vương Đình Khải có nhận giải nhì cuộc thi đèn lồng Hồ Sen không?", "có"),
    ("20 vé tàu tặng thợ làm đèn có phải vé khứ hồi không?", "không"),
    ("Giá vé vào cửa cuộc thi đèn lồng có vượt mức trần của thị xã không?", "không"),
    ("Bà Tạ Thị Hồng có cho rằng có gian lận khi chấm điểm cuộc thi đèn lồng không?", "không"),
    ("Trong yêu cầu gửi bà Tạ Thị Hồng, xưởng Bến Đò có được giao in thiệp mời không?", "có"),
    ("Đơn khiếu nại của ông Vương Đình Khải có được thị xã chấp nhận không?", "không"),
    ("Cuộc gặp ngày 16/9 với các chủ thuyền có diễn ra không?", "không"),
    ("Đề án phố đèn vừa trình đã có quy định xử lý rác đèn không tái chế được chưa?", "không"),
    ("Cơ quan điều tra có kết luận chủ kho thông đồng với thợ không?", "không"),
    ("Đây có phải lần đầu tiên thành phố Vinh đón Hội nghị Nông nghiệp xanh không, hội nghị hồi tháng 10 ấy?", "không"),
    ("Nghệ nhân Đặng Văn Sửu có phải là người trả lời báo chí ở triển lãm gốm Phù Lãng không?", "không"),
    ("Phó thủ tướng Vũ Hải Triều có về Vạn Ninh dự hội chợ lụa không?", "có"),
    ("Có phải Thủ tướng Cao Đình Trực là người khai mạc hội chợ lụa Vạn Ninh hôm 7-8 không?", "không"),
    ("Cố vấn Phí Văn Khoát có dự hội chợ lụa Vạn Ninh không?", "không"),
    ("co van Phi Van Khoat co du hoi cho lua Van Ninh khong", "không"),
    ("Ông Tô Văn Rạng có ra tòa trong vụ lụa giả Vạn Ninh không?", "không"),
    ("Xem hội chợ lụa Vạn Ninh có mất tiền không?", "không"),
    ("Thợ dệt Vạn Ninh có phải đóng phí chỗ ngồi không?", "không"),
]


@pytest.mark.parametrize(("question", "verdict"), SAID)
def test_what_a_report_affirms_or_denies(reports: Library, question: str, verdict: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.kind is Kind.YES_NO
    assert answer.items[0].text == verdict, answer.evidence[0].quote


UNSAID = [
    "Chủ tịch tỉnh Sao Mai có dự Hội nghị Nông nghiệp xanh lần thứ 7 không?",  # another province's did
    "Thủ tướng có dự Hội nghị Nông nghiệp xanh lần thứ 7 không?",
    "Vợ ông Vương Đình Khải có nhận giải nhì cuộc thi đèn lồng Hồ Sen không?",  # her husband did
    "Gia đình thợ làm đèn có được tặng vé tàu không?",
    "Bộ trưởng Đỗ Quang Huy có tặng quà nông dân ở Hội nghị Nông nghiệp xanh lần thứ 7 không?",
]


@pytest.mark.parametrize("question", UNSAID)
def test_what_no_report_settles(reports: Library, question: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.NOT_FOUND, answer.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Người chủ trì Hội nghị Nông nghiệp xanh lần thứ 7 có phải là ông Lương Văn Thành không?",
        "Ông Lương Văn Thành có phải là người chủ trì Hội nghị Nông nghiệp xanh lần thứ 7 không?",
        "nguoi chu tri hoi nghi nong nghiep xanh lan thu 7 co phai la Luong Van Thanh khong",
    ],
)
def test_another_person_did_it_whom_the_question_does_not_know(reports: Library, question: str) -> None:
    answer = reports.ask(question)
    assert [item.text for item in answer.items] == ["không", "Đỗ Quang Huy"]
    assert answer.kind is Kind.YES_NO
    assert "Đỗ Quang Huy" in answer.evidence[0].quote


def test_nobody_is_guessed_where_no_report_tells_who_it_was(reports: Library) -> None:
    answer = reports.ask("Người hát ở Hội nghị Nông nghiệp xanh lần thứ 7 có phải là ông Lương Văn Thành không?")
    assert answer.status is Status.NOT_FOUND


def test_who_chaired_another_meeting_did_not_chair_this_one(reports: Library) -> None:
    answer = reports.ask("Tổng Bí thư có chủ trì Hội nghị Nông nghiệp xanh lần thứ 7 không?")
    assert [item.text for item in answer.items] in ([], ["không", "Đỗ Quang Huy"])


@pytest.mark.parametrize(
    ("office", "asked", "same"),
    [
        ("Tổng Bí thư", "Tổng bí thư", True),
        ("Thường trực Ban Bí thư", "Tổng Bí thư", False),
        ("Phó Thủ tướng", "Thủ tướng", False),
        ("Thủ tướng Chính phủ", "Thủ tướng", True),
        ("Chủ tịch UBND tỉnh Sông Lam", "Chủ tịch tỉnh Sông Lam", True),
        ("Chủ tịch UBND tỉnh Sông Lam", "chủ tịch tỉnh Sao Mai", False),
        ("Bộ trưởng Bộ Y tế", "bộ trưởng y tế", True),
        ("Bộ trưởng", "Bộ trưởng Y tế", True),
        ("nguyên Bộ trưởng Y tế", "Bộ trưởng Y tế", False),
    ],
)
def test_an_office_is_the_one_asked_for(office: str, asked: str, same: bool) -> None:
    assert holds(office, asked) is same


@pytest.mark.parametrize(
    ("about", "office"),
    [
        ("Tổng bí thư", "Tổng bí thư"),
        ("Trong cuộc gặp ở Paris, Thủ tướng Anh", "Thủ tướng Anh"),
        ("Hội nghị", ""),
        ("Dự án của Bộ trưởng đã được trình lên Quốc hội và thông qua ngay", ""),
    ],
)
def test_the_office_that_a_claim_is_about(about: str, office: str) -> None:
    assert office_asked(about) == office


@pytest.mark.parametrize(
    ("question", "about", "core"),
    [
        ("Chủ quán bị trộm ở Huế có đòi bồi thường không?", "Chủ quán bị trộm ở Huế", "đòi bồi thường"),
        ("Ông Nam có mặt ở lễ hội không?", "Ông Nam", "có mặt"),
        ("Lễ hội đã khai mạc tại Huế chưa?", "Lễ hội", "khai mạc"),
        ("Xưởng có cháy trong đêm không, theo công an?", "Xưởng", "cháy trong đêm"),
        ("Vé có phải vé khứ hồi không?", "Vé", "phải vé khứ hồi"),
        ("Xưởng có cháy dữ dội hồi tháng 5 không?", "Xưởng", "cháy dữ dội"),
    ],
)
def test_the_parts_of_a_claim(question: str, about: str, core: str) -> None:
    asked = analyse(question)
    claim = read_claim(asked)
    assert asked.text[claim.about[0] : claim.about[1]].strip() == about
    assert asked.text[claim.core[0] : claim.core[1]].strip() == core


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("thị xã cấm chiếu phim", True), ("thị xã dỡ lệnh cấm", False), ("lệnh cấm vận", False),
        ("ông A không dự họp", True), ("dự luật bị rút khỏi chương trình", True), ("bà B vắng mặt", True),
        ("không chỉ dự mà còn phát biểu", False), ("hãng hàng không mở đường bay", False), ("không khí sôi nổi", False),
        ("được bầu làm ủy viên không thường trực", False),
        ("không thường xuyên dự họp", True),
    ],
)  # fmt: skip
def test_words_of_denial(text: str, denies: bool) -> None:
    assert any(m.group("denial") for m in DENIAL.finditer(text)) is denies


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("Ông Lương Văn Thành đến thăm trường Hòa Lợi", True),
        ("Palani Vikram, người vẽ bức tranh ở Huế,", True),
        ("ong luong van thanh phat bieu o le hoi", True),
        ("Ông Lương Văn Thành gặp người đồng cấp", False),
        ("Hà Nội, người phát biểu ở lễ hội", False),
        ("Người phát biểu ở lễ hội", False),
        ("Giám đốc Sở Y tế", False),
    ],
)
def test_who_is_named_at_the_head_of_a_question(before: str, first: bool) -> None:
    assert names_first(before, [p for p in find_people(before) if not p.short]) is first


@pytest.mark.parametrize(
    ("question", "sentence", "denied"),
    [
        ("Huyện có dùng xe của hãng A để chở gạo không?", "Huyện quyết định không dùng tới nó.", True),
        ("Huyện có dùng xe của hãng A để chở gạo không?", "Huyện không chỉ dùng xe mà còn dùng thuyền.", False),
        ("Huyện có dùng xe của hãng A để chở gạo không?", "Tỉnh yêu cầu không dùng xe cũ.", False),
        ("Ông ấy có quay lại phòng họp không?", "Ông rời đi và không trở lại sau đó.", True),
        ("Chủ tịch có trả lời báo chí không?", "Chủ tịch từ chối trả lời.", True),
        ("Chủ tịch có trả lời báo chí không?", "Chủ tịch không thể không trả lời.", False),
    ],
)
def test_a_verb_that_is_denied(question: str, sentence: str, denied: bool) -> None:
    asked = analyse(question)
    verb = verb_of(asked, read_claim(asked))
    assert verb in question
    assert is_denied_in(verb, fold(sentence)) is denied


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Theo kế hoạch, ông Lê Văn Bách cũng dự họp báo, nhưng ông đã rời đi từ trưa.", True),
        ("Theo kế hoạch, ông Lê Văn Bách sẽ dự họp báo vào chiều mai.", False),
    ],
)
def test_what_was_only_planned(text: str, planned: bool) -> None:
    assert was_only_planned(text) is planned


def test_the_office_is_that_of_the_person_asked_about() -> None:
    for text, names in (
        ("Ông Hà, người gặp bà Mai, giữ chức gì", ("Hà", "Mai")),
        ("Khi gặp bà Mai, ông Hà giữ chức gì", ("Mai", "Hà")),
        ("Ông Hà (Bảy Hà) giữ chức gì", ("Hà", "Bảy Hà")),
    ):
        question = analyse(text)
        at = [re.search(rf"\b{n}\b", question.text) for n in names]
        named = [Named("", m.group(), *m.span()) for m in at if m is not None]
        assert len(named) == 2
        assert subject(question, named) == question.text.find("Hà")


@pytest.mark.parametrize(
    ("question", "name", "by_the_way"),
    [
        ("Đơn kiện ông Lê Văn Bách có được chấp nhận không?", "Lê Văn Bách", True),
        ("Trong thư của ông Lê Văn Bách, xã có được khen không?", "Lê Văn Bách", True),
        ("Buổi lễ do ông Lê Văn Bách chủ trì có đông không?", "Lê Văn Bách", True),
        ("Công an có kết luận thợ quen vợ Lê Văn Bách không?", "Lê Văn Bách", True),
        ("Ông Lê Văn Bách có dự lễ không?", "Lê Văn Bách", False),
        ("Tại lễ khai mạc, nhà văn Lê Văn Bách có phát biểu không?", "Lê Văn Bách", False),
        ("Hội nghị có mời ông Lê Văn Bách không?", "Lê Văn Bách", False),
        ("Kỹ sư Hạc, thư ký của ông Lê Văn Bách, có từng hát không?", "Lê Văn Bách", True),
        ("Ông Lê Văn Bách, kỹ sư của xã, có từng hát không?", "Lê Văn Bách", False),
    ],
)
def test_who_only_describes_what_is_asked_about(question: str, name: str, by_the_way: bool) -> None:
    asked = analyse(question)
    start = asked.text.find(name)
    named = Named("", name, start, start + len(name))
    assert is_by_the_way(asked, read_claim(asked), named) is by_the_way


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Vợ ông Lê Văn Bách có dự lễ không?", {"vo", "phu nhan"}),
        ("Gia đình nạn nhân có nhận tiền không?", {"gia dinh", "nguoi nha", "than nhan", "nguoi than"}),
        ("Con có được nghỉ học không?", set()),
        ("Ông Lê Văn Bách có dự lễ không?", set()),
    ],
)
def test_who_is_related_to_whom_a_question_names(question: str, words: set[str]) -> None:
    asked = analyse(question)
    assert set(related_to(asked, read_claim(asked), [])) == words


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Bà Hồng có giành giải nhất không?", "Bà Hồng nhận giải nhì.", True),
        ("Bà Hồng có giành giải nhất không?", "Bà Hồng nhận huy chương vàng.", False),
        ("Bà Hồng có giành giải nhất không?", "Giải nhì thuộc về bà Hồng, không có giải nhất.", True),
        ("Bà Hồng có giành giải nhất không?", "Giải nhất thuộc về bà Hồng, giải nhì là của ông Nam.", False),
        ("Bà Hồng có dự thi không?", "Bà Hồng nhận giải nhì.", False),
    ],
)
def test_another_rank_than_the_one_asked_about(question: str, text: str, other: bool) -> None:
    assert other_rank(analyse(question), text) is other


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Tập đoàn J Mai có mua xưởng đèn không?", Kind.YES_NO),
        ("Vụ nổ ở xưởng Bến Đò có ai bị thương không?", Kind.YES_NO),
        ("Ngoài ông Nam có ai dự lễ không?", Kind.PEOPLE),
        ("ông ấy nói j về xưởng đèn", Kind.THEME),
    ],
)
def test_what_asks_whether_it_is_so(question: str, kind: Kind) -> None:
    assert analyse(question).kind is kind
