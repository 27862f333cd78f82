"""An answer is of the very turn, stage, part, year and deed that is asked for, and of whom it was done to."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence import counted_told, elsewhere, met_beside, other_one, series, told_beside
from retrieval.answering.evidence.candidate import Proof
from retrieval.answering.evidence.named_years import other_number
from retrieval.answering.evidence.view import View

REPORT = """Hội thi chèo thuyền Sông Lô

Sáng 6/9/2019, hội thi chèo thuyền Sông Lô khai mạc tại Tuyên Quang với 320 tay chèo, đoàn Hà Giang có 40 người.

Năm trước đó hội thi họp ở Việt Trì. Lần tới hội thi dự kiến họp tại Yên Bái.

Vòng hai diễn ra chiều 7/9, có 16 đội. Ban tổ chức cho biết bến thuyền Mom Rái 2 rộng 3 ha, vốn 50 tỷ đồng.

Ông Tạ Văn Bống kể lại thuở nhỏ. Năm 2011, làng mất mùa.

Ngày 8/9, tỉnh khởi công bến thuyền Mom Rái 2. Ngày 9/9, hội đồng biểu quyết lùi thông qua quy chế hội thi.

Ngày 10/9, ông Bống đề nghị tỉnh sớm phê duyệt quy hoạch bến. Ngày 11/9, hội đồng thông qua kế hoạch đua thuyền.

Thương mại hai tỉnh đạt 12 tỷ đồng. Xuất khẩu thuyền nan đạt 3 tỷ đồng.

Ngày 12/9, đoàn sang Lào giới thiệu thuyền. Đoàn gặp ông Khăm Sỉ hôm 13/9 rồi về nước.

Ngày 14/9, hai bên gặp nhau lần nữa. Việt Nam đã giao cho Lào, nơi đặt mua 70 thuyền, 30 chiếc.

Bà Lý Thị Na, 60 tuổi, dạy đan thuyền. Năm nay bà 61 tuổi nghề.

Ngày 17/9, đội Hạ Lưu nhận giải nhất và dự buổi tập đầu tiên.
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = tmp_path_factory.mktemp("boats")
    (folder / "thuyen.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])._collection.view(0)


def proof(view: View, written: str) -> Proof:
    """Return the proof whose answer is the end of `written`, which is the beginning of a sentence or in one."""
    index, text = next((i, s.text) for i, s in enumerate(view.facts.sentences) if written in s.text)
    end = text.index(written) + len(written)
    return Proof(view, index, ((end - len(written.split()[-1]), end),))


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        # The one before.
        ("Lần trước hội thi chèo thuyền Sông Lô họp ở đâu?", "khai mạc tại Tuyên", True),
        ("Hội thi chèo thuyền Sông Lô lần trước, cách đây ba năm, họp ở đâu?", "khai mạc tại Tuyên", True),
        ("Kỳ liền trước kỳ ở Tuyên Quang họp ở đâu?", "khai mạc tại Tuyên", True),
        ("Năm trước, hội thi có bao nhiêu tay chèo?", "với 320", True),
        ("Hội thi trước đó họp ở đâu?", "họp ở Việt", False),
        ("Năm trước đó hội thi họp ở đâu?", "họp ở Việt", False),
        ("Lần trước khi khai mạc ai phát biểu?", "khai mạc tại Tuyên", False),
        ("Hai năm trước ông làm gì?", "khai mạc tại Tuyên", False),
        ("lan gap truoc do o dau", "khai mạc tại Tuyên", True),
        # The next one.
        ("Hội thi chèo thuyền kỳ tiếp theo họp ở đâu?", "khai mạc tại Tuyên", True),
        ("Hội thi kỳ tới họp ở đâu?", "họp tại Yên", False),
        # A stage.
        ("Vòng một có bao nhiêu đội?", "có 16", True),
        ("Vòng đua thuyền thứ nhất có bao nhiêu đội?", "có 16", True),
        ("Vòng 2 có bao nhiêu đội?", "có 16", False),
        ("Vòng loại có bao nhiêu đội?", "có 16", False),
        ("Giai đoạn 2 có bao nhiêu đội?", "có 16", False),  # the report has no stages
        # A part.
        ("Riêng đoàn Phú Thọ có bao nhiêu tay chèo?", "với 320", True),
        ("Riêng đoàn Hà Giang có bao nhiêu tay chèo?", "với 320", True),
        ("Riêng đoàn Hà Giang có bao nhiêu người?", "Hà Giang có 40", False),
        ("Cuộc gặp riêng có bao nhiêu người?", "với 320", False),
        ("Riêng ngày 6/9 có bao nhiêu tay chèo?", "với 320", False),  # no part: the day is bound by itself
        # A year.
        ("Hội thi chèo thuyền Sông Lô năm 2011 họp ở đâu?", "Ngày 11/9", True),
        ("Hội thi chèo thuyền Sông Lô năm 2019 họp ở đâu?", "khai mạc tại Tuyên", False),
        ("Ai dự hội thi chèo thuyền Sông Lô năm 2011?", "Ngày 11/9", False),
        # A day.
        ("Ngày 5/9 có bao nhiêu tay chèo dự hội thi?", "với 320", True),
        ("Ngày 6/9 có bao nhiêu tay chèo dự hội thi?", "với 320", False),
        ("Từ ngày 6/9 đến 7/9 có bao nhiêu tay chèo dự hội thi?", "với 320", False),
        ("Ngày 5/9, Ban tổ chức nói bến rộng bao nhiêu ha?", "rộng 3", False),  # no day stands there
        # One of a row.
        ("Đội nào nhận giải nhì hội thi?", "đội Hạ", True),
        ("Đội nào nhận giải nhất hội thi?", "đội Hạ", False),
        ("Đội nào dự buổi tập thứ hai?", "đội Hạ", True),
        ("Đội nào dự buổi học thứ hai?", "đội Hạ", False),
        ("Đội nào nhận giải sáng thứ hai?", "đội Hạ", False),
    ],
)
def test_of_a_series_the_one_asked_for(view: View, question: str, told: str, *, other: bool) -> None:
    assert series.is_another(analyse(question), proof(view, told)) is other


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Bến thuyền Mom Rái 2 thông xe ngày nào?", "Ngày 8/9", True),
        ("Bến thuyền Mom Rái 2 động thổ ngày nào?", "Ngày 8/9", False),
        ("ben thuyen mom rai 2 thong xe ngay nao", "Ngày 8/9", True),
        ("Khi nào thông qua quy chế hội thi?", "Ngày 9/9", True),
        ("Hội đồng thông qua quy chế hội thi hôm nào?", "Ngày 9/9", True),
        ("Hội đồng lùi thông qua quy chế hội thi hôm nào?", "Ngày 9/9", False),
        ("Hội đồng thông qua kế hoạch đua thuyền hôm nào?", "Ngày 11/9", False),
        ("Tỉnh phê duyệt quy hoạch bến ngày nào?", "Ngày 10/9", True),
        ("Ông Tạ Văn Bống qua đời ngày nào?", "Ngày 10/9", True),
        ("Tỉnh khởi công bến thuyền ở đâu?", "Ngày 10/9", False),  # only days and sums are bound so
        ("Hội thi diễn ra ngày nào?", "Ngày 8/9", False),
        ("Bến thuyền Mom Rái 2 tạm dừng thi công ngày nào?", "Ngày 8/9", True),
        ("Ông Tạ Văn Bống sinh năm nào?", "Năm 2011", True),
        ("Ông Tạ Văn Bống nhậm chức trưởng bến ngày nào?", "Ngày 10/9", True),
        ("Bến thuyền lãi bao nhiêu tỷ đồng?", "đạt 12", True),
        ("Tổng vốn đầu tư bến thuyền Mom Rái 2 là bao nhiêu?", "vốn 50", False),
        ("Tổng vốn đầu tư bến thuyền Mom Rái 2 là bao nhiêu?", "đạt 12", True),
        ("Xuất khẩu đạt bao nhiêu tỷ đồng?", "đạt 12", True),
        ("Xuất khẩu đạt bao nhiêu tỷ đồng?", "nan đạt 3", False),
        ("Thương mại hai tỉnh đạt bao nhiêu tỷ đồng?", "đạt 12", False),
    ],
)
def test_a_day_or_a_sum_is_that_of_the_deed(view: View, question: str, told: str, *, untold: bool) -> None:
    assert told_beside.is_untold(analyse(question), view, proof(view, told).sentence) is untold


@pytest.mark.parametrize(
    ("question", "told", "without"),
    [
        ("Đoàn sang thăm Thái Lan ngày nào?", "Ngày 12/9", True),
        ("Đoàn tới Lào ngày nào?", "Ngày 12/9", False),
        ("Đoàn gặp ông Khăm Sỉ ngày nào?", "Ngày 12/9", True),
        ("Đoàn gặp ông Khăm Sỉ ngày nào?", "hôm 13/9", False),
        ("Đoàn gặp ông Khăm Sỉ ngày nào?", "Ngày 14/9", False),  # "hai bên": of the sentence before
        ("Đoàn gặp ông Khăm Sỉ ở đâu?", "Ngày 12/9", False),
        ("Đoàn tiếp ông Khăm Sỉ ngày nào?", "Ngày 12/9", True),
        ("Chuyến thăm Thái Lan của đoàn diễn ra ngày nào?", "Ngày 12/9", True),
        ("Ngày nào đoàn thăm Lào?", "Ngày 12/9", False),
        ("Ngày nào đoàn Thái Lan giới thiệu thuyền?", "Ngày 12/9", False),  # nobody goes there
        ("doan toi thai lan ngay nao", "Ngày 12/9", False),
    ],
)
def test_a_day_is_that_of_the_one_met(view: View, question: str, told: str, *, without: bool) -> None:
    assert met_beside.is_without(analyse(question), view, proof(view, told).sentence) is without


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Bến thuyền Mom Rái 1 có vốn bao nhiêu?", "Mom Rái 1"),
        ("Bến thuyền Mom Rái 2 có vốn bao nhiêu?", ""),
        ("Bến thuyền Sông Lô 1 có vốn bao nhiêu?", ""),  # the report numbers none of them
        ("Hội thi chèo thuyền ngày 7/9 có bao nhiêu đội?", ""),
        ("Bến rộng 3 ha ở đâu?", ""),
    ],
)
def test_a_thing_is_that_of_its_number(view: View, question: str, lacks: str) -> None:
    assert other_number(analyse(question), view) == lacks


def test_every_deed_tells_of_itself() -> None:
    for asked, told in (*told_beside.DAYS_OF, *told_beside.SUMS_OF):
        assert told.isascii() and told == told.lower(), asked
        assert asked == asked.lower(), asked


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Bao nhiêu nhà báo xem chèo thuyền?", "với 320", True),
        ("Bao nhiêu tay chèo dự hội thi?", "với 320", False),
        ("Bao nhiêu người dự hội thi?", "với 320", False),  # people are called many things
        ("Có mấy đội thuộc tỉnh Hà Nam?", "có 16", True),
        ("Có bao nhiêu người của tỉnh Hà Giang?", "Hà Giang có 40", False),
        ("Tỉnh nào có bao nhiêu người dự?", "với 320", False),
        ("Lào bán sang Việt Nam bao nhiêu thuyền?", "mua 70", True),
        ("Việt Nam bán sang Lào bao nhiêu thuyền?", "mua 70", False),
        ("bao nhieu nha bao xem cheo thuyen", "với 320", False),
    ],
)
def test_a_number_is_that_of_what_is_counted(view: View, question: str, told: str, *, untold: bool) -> None:
    assert counted_told.is_untold(analyse(question), view, proof(view, told).sentence) is untold


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Ông Tạ Văn Bống bao nhiêu tuổi?", "Na, 60", True),
        ("Bà Lý Thị Na bao nhiêu tuổi?", "Na, 60", False),
        ("Bà Lý Thị Na bao nhiêu tuổi?", "bà 61", False),
        ("Ông Tạ Văn Bống dạy bao nhiêu người?", "Na, 60", False),  # others may tell of that
    ],
)
def test_an_age_is_that_of_the_person(view: View, question: str, told: str, *, other: bool) -> None:
    assert other_one.is_of_another(analyse(question), proof(view, told)) is other


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Hội thi chèo thuyền ở Nghệ An khai mạc ngày nào?", "khai mạc tại Tuyên", True),
        ("Hội thi chèo thuyền ở Tuyên Quang khai mạc ngày nào?", "khai mạc tại Tuyên", False),
        ("Tuyên Quang từng nhường hội thi bao nhiêu lần?", "Năm trước đó", False),  # named right before
        ("Hội thi của Nghệ An và Huế khai mạc ngày nào?", "khai mạc tại Tuyên", False),  # of several one may be told
        ("Hội thi chèo thuyền ở Nghệ An có ai dự?", "khai mạc tại Tuyên", False),
        ("Đoàn sang Thái Lan giới thiệu thuyền hôm nào?", "Ngày 12/9", True),
        ("Đoàn sang Lào giới thiệu thuyền hôm nào?", "Ngày 12/9", False),
        ("hoi thi cheo thuyen o nghe an khai mac ngay nao", "khai mạc tại Tuyên", False),  # no capital shows a place
    ],
)
def test_a_day_or_a_number_is_of_the_place_asked_for(view: View, question: str, told: str, *, other: bool) -> None:
    assert elsewhere.is_elsewhere(analyse(question), view, proof(view, told).sentence) is other
