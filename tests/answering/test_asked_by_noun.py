"""A phrase without a question word asks for what its first noun stands for; a sentence may stand before a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.asking.chat import tidy
from retrieval.answering.asking.question import analyse
from retrieval.answering.asking.told_first import question_first
from retrieval.answering.asking.turning_nouns import noun_asked
from retrieval.answering.model import Kind
from retrieval.answering.several import parts_of

ASKED = [
    # people
    ("Lãnh đạo tỉnh Bến Tre dự lễ thông xe", "Những lãnh đạo tỉnh Bến Tre nào dự lễ thông xe"),
    ("hai nhạc sĩ trong ban giám khảo chấm vòng một", "Hai nhạc sĩ nào trong ban giám khảo chấm vòng một"),
    ("Đại diện hợp tác xã Bình Minh nhận cúp vàng", "Ai đại diện hợp tác xã Bình Minh nhận cúp vàng"),
    ("Các đồng chí lãnh đạo Đảng, Nhà nước dự lễ giỗ tổ", "Các đồng chí lãnh đạo Đảng, Nhà nước nào dự lễ giỗ tổ"),
    ("Trưởng ban lễ tang Chủ tịch nước Lê Văn Tám", "Trưởng ban lễ tang Chủ tịch nước Lê Văn Tám là ai"),
    ("vị chủ trì buổi đối thoại với ngư dân", "Ai chủ trì buổi đối thoại với ngư dân"),
    ("chủ trì hội nghị cà phê Tây Nguyên", "Ai chủ trì hội nghị cà phê Tây Nguyên"),
    ("lanh dao tinh tham du hoi nghi ca phe", "Nhung lanh dao tinh nao tham du hoi nghi ca phe"),
    # organisations
    ("Công ty của Lào mua lại bến cảng", "Công ty nào của Lào mua lại bến cảng"),
    ("Cơ quan quyết định thành lập tổ thẩm tra", "Cơ quan nào quyết định thành lập tổ thẩm tra"),
    ("Những nước cử đoàn tới hội xuân là", "Những nước nào cử đoàn tới hội xuân"),
    ("cơ quan chủ quản của quỹ Hoa Sen", "Quỹ Hoa Sen trực thuộc cơ quan nào"),
    # places
    ("Thành phố diễn ra lễ hội pháo hoa", "Lễ hội pháo hoa diễn ra ở thành phố nào"),
    ("Đảo ở Hy Lạp nơi bà Hoa nghỉ hè", "Bà Hoa nghỉ hè ở đảo nào ở Hy Lạp"),
    ("Huyện ông Lê Văn Tám thăm hôm rằm", "Ông Lê Văn Tám thăm huyện nào hôm rằm"),
    # events
    ("Hội thảo mà bà Hoa đọc tham luận về lúa", "Bà Hoa đọc tham luận về lúa tại hội thảo nào"),
    ("Lễ hội tháng 3 ở Huế mà ông Tám tham dự", "Tháng 3 ở Huế ông Tám tham dự lễ hội nào"),
    ("Sự kiện bà Lê Thị Bưởi phát biểu sáng 5/6", "Bà Lê Thị Bưởi phát biểu sáng 5/6 tại sự kiện nào"),
    # what is left open, what is measured
    ("khai trương cầu tàu Hòn Dấu ngày", "Khai trương cầu tàu Hòn Dấu ngày nào"),
    ("họp tổ dân phố số 5 ở", "Họp tổ dân phố số 5 ở đâu"),
    ("thời lượng đêm diễn khai mạc", "Đêm diễn khai mạc kéo dài bao lâu"),
]
NOT_ASKED = [
    "Ai chủ trì hội nghị",
    "Lãnh đạo tỉnh nào dự lễ thông xe",
    "Hội nghị tổng kết ngành cà phê",
    "Ngân hàng Hòn Dấu công bố lãi suất",
    "Thành phố Hồ Chí Minh",
    "Bà Lê Thị Bưởi dự lễ hội hoa",
    "Ông Lê Văn Tám, chủ tịch xã, khai mạc hội làng",
    "Hội nghị bộ trưởng các nước tổ chức ở Huế",
    "Bà Bưởi có dự lễ hội hoa không",
    "quy mô dự án",
]


@pytest.mark.parametrize(("phrase", "question"), ASKED)
def test_a_phrase_is_asked_for(phrase: str, question: str) -> None:
    assert noun_asked(phrase) == question
    assert tidy(phrase).phrase


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_is_no_such_phrase_stays(text: str) -> None:
    assert noun_asked(text) is None


@given(st.text(alphabet="aàơnềgừtựl ,.ĐL", max_size=60))
def test_any_text_may_be_a_phrase(text: str) -> None:
    asked = noun_asked(text)
    assert asked is None or asked == " ".join(asked.split())


def test_a_particle_makes_it_a_claim() -> None:
    assert tidy("Lãnh đạo tỉnh Bến Tre dự lễ thông xe hả").soft
    assert not tidy("Lãnh đạo tỉnh Bến Tre dự lễ thông xe hả").phrase


def test_a_phrase_that_goes_on_is_one_question() -> None:
    question = "Hội nghị mà bà Bưởi khai mạc, họp hôm nào?"
    assert parts_of(question) == (question,)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Trường tiểu học Hòa Mỹ bị ngập hai ngày. Hiệu trưởng trường này là ai",
            "Hiệu trưởng Trường tiểu học Hòa Mỹ là ai, bị ngập hai ngày",
        ),
        (
            "Ông Lê Văn Tám vừa nhận giải lúa vàng. Ông đang giữ chức vụ gì",
            "Ông Lê Văn Tám đang giữ chức vụ gì, Ông Lê Văn Tám vừa nhận giải lúa vàng",
        ),
        ("Huế vừa mở hội hoa xuân. Ai cắt băng khai mạc", "Ai cắt băng khai mạc, Huế vừa mở hội hoa xuân"),
    ],
)
def test_what_was_said_first_follows(text: str, first: str) -> None:
    assert question_first(text) == first


@pytest.mark.parametrize(
    "text",
    [
        "Ai khai mạc hội hoa",
        "GS. Lê Văn Tám giữ chức gì",
        "Ông T. ở Sơn Tây làm gì",
        "Ai khai mạc hội hoa. Ai bế mạc hội hoa",
        "Hội hoa đã mở. Đông vui",
    ],
)
def test_one_sentence_stays(text: str) -> None:
    assert question_first(text) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mới đây có hội hoa Huế. Cho mình hỏi ai khai mạc vậy ạ?", "ai khai mạc, hội hoa Huế"),
        ("lễ phát động ở trường mô rứa", "lễ phát động ở trường nào"),
        ("mô hình lúa tôm được khen ở đâu", "mô hình lúa tôm được khen ở đâu"),
        ("quy mô dự án là bao nhiêu", "quy mô dự án là bao nhiêu"),
        ("Trân trọng đề nghị cho biết ai khai mạc hội hoa", "ai khai mạc hội hoa"),
        ("ca sĩ nào join hội hoa vậy mn", "ca sĩ nào tham dự hội hoa"),
        ("hai bên gặp ai và ai là ai và ai", "hai bên gặp ai và ai là những ai"),
        ("ai gặp ai ở hội hoa", "những ai gặp nhau ở hội hoa"),
        ("Đồng chí nào được phân công làm trưởng ban lễ hội", "ai làm trưởng ban lễ hội"),
    ],
)
def test_chat_of_the_regions_and_of_offices(typed: str, meant: str) -> None:
    assert tidy(typed).text.lower() == meant.lower()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Trưởng ban lễ tang Chủ tịch nước Lê Văn Tám là ai", Kind.PEOPLE),
        ("Trợ lý của Thủ tướng Lê Văn Tám là ai", Kind.PEOPLE),
        ("Chủ tịch nước Lê Văn Tám là ai", Kind.OFFICE),
        ("Bà Lê Thị Bưởi làm công việc gì", Kind.OFFICE),
        ("Ông Lê Văn Tám phát biểu trước tòa nhà nào", Kind.PLACE),
        ("Đại biểu tỉnh nào phát biểu trước hội nghị", Kind.PEOPLE),
        ("Danh sách khách mời của Cung Bến Gáo có bao nhiêu người", Kind.COUNT),
        ("Danh sách khách mời của Cung Bến Gáo", Kind.PEOPLE),
    ],
)
def test_who_is_asked_for(question: str, kind: Kind) -> None:
    assert analyse(question).kind is kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Nghệ sĩ Mộc Lan đóng vai chính trong phim tên gì?", Kind.THEME),
        ("Người đóng vai chính trong phim tên gì?", Kind.PEOPLE),
    ],
)
def test_somebody_named_has_no_name_asked(question: str, kind: Kind) -> None:
    assert analyse(question).kind is kind
