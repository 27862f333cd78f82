"""Questions of other shapes are turned into the shape that the readers know, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.asking.chat import tidy
from retrieval.answering.asking.predicates import predicate_start
from retrieval.answering.asking.question import analyse
from retrieval.answering.asking.turning import turn

TURNED = [
    # who: "nào" behind the noun, "ai" before the deed
    ("Ai là thứ trưởng Bộ Nội vụ ký quyết định", "Thứ trưởng Bộ Nội vụ nào ký quyết định"),
    ("Những ai là nghệ sĩ diễn trong đêm khai mạc", "Những nghệ sĩ nào diễn trong đêm khai mạc"),
    ("Ai là Giám đốc Sở Du lịch dự lễ hội hoa", "Giám đốc Sở Du lịch dự lễ hội hoa là ai"),
    ("Ai đang giữ chức Giám đốc Sở Du lịch Bến Tre", "Giám đốc Sở Du lịch Bến Tre là ai"),
    ("Lãnh đạo của tỉnh Bến Tre dự lễ thông xe là ai", "Lãnh đạo nào của tỉnh Bến Tre dự lễ thông xe"),
    ("Thủ tướng từ chối trả lời báo chí là ai", "Thủ tướng nào từ chối trả lời báo chí"),
    ("Các luật sư bào chữa cho bị đơn gồm những ai", "Các luật sư nào bào chữa cho bị đơn"),
    ("Người soạn thảo bản kiến nghị là ai", "Ai soạn thảo bản kiến nghị"),
    ("Tại lễ thông xe, người cắt băng là ai", "Tại lễ thông xe, ai cắt băng"),
    ("Kể tên các nhà báo đưa tin vụ chìm phà", "Các nhà báo nào đưa tin vụ chìm phà"),
    ("danh sách đại biểu dự lễ giỗ tổ", "Những đại biểu nào dự lễ giỗ tổ"),
    ("tên chuyên gia cho rằng mực nước sẽ dâng", "Chuyên gia nào cho rằng mực nước sẽ dâng"),
    ("tên công ty xây dựng bến cảng mới", "Công ty nào xây dựng bến cảng mới"),
    ("tên cây cầu nối hai huyện", "Cây cầu nối hai huyện tên gì"),
    ("người điều hành phiên chất vấn", "Ai điều hành phiên chất vấn"),
    ("Đơn vị tài trợ giải chạy là đơn vị nào", "Đơn vị nào tài trợ giải chạy"),
    ("Sự kiện mà bà Hoa đọc thơ là sự kiện nào", "Bà Hoa đọc thơ tại sự kiện nào"),
    # where
    ("Tỉnh nào là nơi diễn ra hội xuân vùng cao", "Hội xuân vùng cao diễn ra ở tỉnh nào"),
    ("Bảo tàng nào của Huế là nơi bà Hoa trao tặng cổ vật", "Bà Hoa trao tặng cổ vật ở bảo tàng nào của Huế"),
    # office
    ("Chức danh của ông Lê Văn Tám ở hợp tác xã là gì", "Chức vụ của ông Lê Văn Tám ở hợp tác xã"),
    ("Ông Lê Văn Tám là gì ở hợp tác xã", "Ông Lê Văn Tám giữ chức gì ở hợp tác xã"),
    # whether
    ("Có phải bà Lê Thị Bưởi đã dự lễ hội hoa", "Bà Lê Thị Bưởi có đã dự lễ hội hoa không"),
    ("Bà Lê Thị Bưởi tán đồng phương án hai phải không", "Bà Lê Thị Bưởi có tán đồng phương án hai không"),
    ("Hợp tác xã Bình Minh có trả lại đất đúng không", "Hợp tác xã Bình Minh có trả lại đất không"),
    ("Liệu bà Bưởi có dự lễ hội hoa không", "Bà Bưởi có dự lễ hội hoa không"),
    (
        "Sau lễ ký, ông Tám được bầu vào ban quản trị phải không",
        "Sau lễ ký, ông Tám có được bầu vào ban quản trị không",
    ),
    ("Hợp tác xã Bình Minh có trả lại đất hay không", "Hợp tác xã Bình Minh có trả lại đất không"),
    ("Tỉnh nào đăng cai hội xuân vùng cao", "Hội xuân vùng cao diễn ra ở tỉnh nào"),
    ("Ở hợp tác xã Bình Minh, ông Tám giữ chức gì", "Ông Tám giữ chức gì ở hợp tác xã Bình Minh"),
    ("Thái Bình có những ai dự lễ hội hoa", "Những ai dự lễ hội hoa ở Thái Bình"),
    ("thai binh ai du le hoi hoa", "Ai du le hoi hoa o thai binh"),
    ("Ca sĩ với diễn viên nào dự hội hoa", "Ca sĩ và diễn viên nào dự hội hoa"),
    ("Hội hoa xuân có ca sĩ và diễn viên nào góp mặt", "Ca sĩ và diễn viên nào góp mặt tại hội hoa xuân"),
    ("Người soạn bản kiến nghị là luật sư nào", "Luật sư nào soạn bản kiến nghị"),
    ("Hôm nào thì khai mạc lễ hội hoa", "Hôm nào khai mạc lễ hội hoa"),
]
KEPT = [
    "Hội phụ nữ có ai dự lễ hội hoa",
    "Ông Tám sánh vai với diễn viên nào",
    "Bộ trưởng Bộ Nội vụ làm việc với tỉnh nào",
    "Ai chủ trì hội nghị",
    "Ai giữ chức Giám đốc Sở Du lịch trước bà Hoa",
    "Ai được giao giữ chức Giám đốc Sở Du lịch",
    "Ai là bộ trưởng Bộ Nội vụ",
    "Ông Lê Văn Tám phát biểu tại lễ hội là ai",
    "Bà Bưởi gặp người đồng cấp Lào là ai",
    "Giám đốc Sở Du lịch dự lễ hội hoa là ai",
    "Hai luật sư bào chữa cho bị đơn gồm những ai",
    "tên lửa nào được phóng hôm qua",
    "Người dân ở đâu biểu tình",
    "Thành phố nào đông dân nhất",
    "Hội nghị diễn ra ngày 5/9 phải không",
    "Ông Tám là chủ tịch xã phải không",
    "Dự án luật lao động sửa đổi nằm trong chương trình phải không",
    "Ông Tám không dự họp phải không",
    "Tổng thống Chile là ai",
    "Trưởng đoàn đàm phán Chile tại vòng hai là ai",
    "Ngân hàng Hòn Dấu sáp nhập với hai quỹ là ngân hàng nào",
]


@pytest.mark.parametrize(("question", "turned"), TURNED)
def test_turned(question: str, turned: str) -> None:
    assert turn(question) == turned


@pytest.mark.parametrize("question", KEPT)
def test_kept(question: str) -> None:
    assert turn(question) == question


@given(st.sampled_from([turned for _, turned in TURNED]))
def test_what_was_turned_stays(question: str) -> None:
    assert turn(question) == question


@given(st.text(alphabet="aiàlnềgừờtê ,?A", max_size=40))
def test_any_text_may_be_turned(text: str) -> None:
    assert isinstance(turn(text), str)


@pytest.mark.parametrize(
    ("text", "head", "told"),
    [
        ("Lãnh đạo tỉnh Bến Tre có mặt ở lễ ký", "Lãnh đạo", "có mặt ở lễ ký"),
        ("Doanh nhân Mỹ sở hữu khu nghỉ", "Doanh nhân", "sở hữu khu nghỉ"),
        ("Người lái chiếc xe tải", "Người", "lái chiếc xe tải"),
        ("Đại diện ban tổ chức trao giải", "Đại diện", "trao giải"),
        ("nhung luat su bao chua cho bi don", "nhung luat su", "bao chua cho bi don"),
    ],
)
def test_where_the_predicate_begins(text: str, head: str, told: str) -> None:
    start = predicate_start(text, 0, len(head))
    assert start is not None
    assert text[start:] == told


@pytest.mark.parametrize(
    "text", ["Người dân thôn Đoài", "Nạn nhân trong vụ giết người", "Khách ở cuộc họp sáng nay", "Tổng thống Chile"]
)
def test_where_there_is_no_predicate(text: str) -> None:
    assert predicate_start(text, 0, len(text.split(" ")[0])) is None


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Bà Bưởi còn quyền kháng cáo không", "yes_no"),
        ("Ai nói sẽ không bao giờ nhắc lại vụ chìm phà", "people"),
        ("Nhà thơ cho biết chưa bao giờ vui như hôm ấy tên gì", "people"),
        ("thời gian lễ hội hoa đăng khai mạc", "date"),
        ("ngày hội nghị nông dân giỏi bế mạc", "date"),
        ("Ông Tám từ chức thời gian nào", "date"),
        ("ngày quan họ Lim khai hội", "date"),
        ("Vé máy bay của hãng hàng không", "passage"),
    ],
)
def test_the_kind_is_read_in_other_words(question: str, kind: str) -> None:
    assert analyse(question).kind.value == kind


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nhg ai dự lễ giỗ tổ", "những ai dự lễ giỗ tổ"),
        ("ai dc mời dự lễ giỗ tổ", "ai được mời dự lễ giỗ tổ"),
        ("ai đc mời dự lễ giỗ tổ", "ai được mời dự lễ giỗ tổ"),
        ("đc Lê Văn Tám dự lễ nào", "đồng chí Lê Văn Tám dự lễ nào"),
        ("phó ct huyện nào dự lễ", "phó chủ tịch huyện nào dự lễ"),
        ("gđ sở nào dự lễ", "giám đốc sở nào dự lễ"),
        ("có bao nhiêu ng dự lễ", "có bao nhiêu người dự lễ"),
        ("Tỉnh nào ký Ct 05 năm ngoái", "Tỉnh nào ký Ct 05 năm ngoái"),
        ("hội nghị ở Washington DC khi nào", "hội nghị ở Washington DC khi nào"),
    ],
)
def test_what_chat_writes_short_is_written_out(typed: str, meant: str) -> None:
    assert tidy(typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Bà Lê Thị Bưởi là giám đốc hợp tác xã?", "Bà Lê Thị Bưởi là giám đốc hợp tác xã phải không"),
        ("Ông Lê Văn Tám dự lễ hội hoa?", "Ông Lê Văn Tám có dự lễ hội hoa không"),
        ("Ông Lê Văn Tám, giám đốc hợp tác xã?", "Ông Lê Văn Tám, giám đốc hợp tác xã"),
        ("Ông Lê Văn Tám dự lễ hội hoa.", "Ông Lê Văn Tám dự lễ hội hoa"),
        ("Ông Lê Văn Tám dự lễ hội nào?", "Ông Lê Văn Tám dự lễ hội nào"),
    ],
)
def test_a_statement_with_the_sign_of_a_question_asks_whether_it_is_so(typed: str, meant: str) -> None:
    assert tidy(typed).text.rstrip("?. ") == meant


@pytest.mark.parametrize(
    ("question", "tidied"),
    [
        ("Ai là Lê Văn Tám?", "Lê Văn Tám là ai"),
        ("Ai là ông Lê Văn Tám?", "ông Lê Văn Tám là ai"),
        ("Ai là Vi Sim?", "Vi Sim là ai"),
        ("Ai là Bộ Nội vụ?", "Ai là Bộ Nội vụ"),
        ("Ai là Lê Văn Tám trong vở kịch?", "Ai là Lê Văn Tám trong vở kịch"),
    ],
)
def test_who_somebody_is(question: str, tidied: str) -> None:
    assert tidy(question).text.rstrip(" ?") == tidied
