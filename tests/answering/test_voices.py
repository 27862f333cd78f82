"""Whose words the sentences of a quotation are, over a report written for the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.who.voices import voices
from retrieval.answering.who.words_quoted import quotations

REPORT = """Hội thảo bàn chuyện nuôi sò ở đầm Cát

Sáng 14/5/2021, hội thảo về nghề nuôi sò diễn ra tại thị trấn Đầm Cát.

Ông Trần Văn Lượng - chủ tịch Hội Nghề cá nói: "Bà con thả giống quá dày. Ao thiếu oxy vào cuối tháng tư. Sò con chết \
trắng bãi". Hội đã gửi báo cáo lên tỉnh.

“Giá thu mua xuống một nửa so với vụ trước. Thương lái ép vì kho lạnh đóng cửa. Tôi đề nghị mở lại kho trước tháng \
sáu”, bà Đỗ Thị Mận cho biết.

Theo bà Mận, giá thu mua sò năm nay là "món nợ chưa trả" của thương lái. Ông Lượng đánh giá giá thu mua sò năm nay ở \
đầm Cát, nhất là sò giống, là "đòn đau nhất" với nghề nuôi sò.

Giám đốc Trung tâm Giống Lại Quốc Khang nêu ba việc phải làm. "Trạm quan trắc phải chạy cả ban đêm. Mỗi xã cử hai \
người trực".

Đường vào đầm mới trải nhựa.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("voices")
    (folder / "nuoi-so.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Ai nói ao thiếu oxy vào cuối tháng tư?", "Trần Văn Lượng"),
        ("Ai nói sò con chết trắng bãi?", "Trần Văn Lượng"),
        ("Ai cho biết thương lái ép giá vì kho lạnh đóng cửa?", "Đỗ Thị Mận"),
        ("Ai nói giá thu mua xuống một nửa so với vụ trước?", "Đỗ Thị Mận"),
        ('Ai gọi giá thu mua sò năm nay ở đầm Cát là "món nợ chưa trả"?', "Đỗ Thị Mận"),
        ('Ai coi giá thu mua sò năm nay là "đòn đau nhất"?', "Trần Văn Lượng"),
        ("Người nào nói mỗi xã cử hai người trực?", "Lại Quốc Khang"),
    ],
)
def test_a_sentence_within_a_quotation_is_its_speakers(report: Library, question: str, speaker: str) -> None:
    answer = report.ask(question)
    assert [i.text for i in answer.items] == [speaker]
    quote = answer.evidence[0]
    assert all(quote.quote[a:b].strip() for a, b in quote.marks)  # the name stands elsewhere: no empty mark


def test_what_the_reporter_tells_is_nobodys(report: Library) -> None:
    view = report._collection.view(0)
    spoken = {view.facts.sentences[v.sentence].text for v in voices(view)}
    assert "Ao thiếu oxy vào cuối tháng tư." in spoken
    assert not any("trải nhựa" in text or "gửi báo cáo" in text for text in spoken)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ('Ai gọi giá sò là "món nợ"?', (("mon", "no"),)),
        ('Ai nói: "Đừng thả giống nữa"?', (("dung", "tha", "giong", "nua"),)),
        ('"Đừng thả giống nữa" là lời của ai?', (("dung", "tha", "giong", "nua"),)),
        ('Ai phát biểu tại lễ hội "Hương vị đầm Cát"?', ()),  # a name
        ('Ai gọi giá sò là "thảm"?', ()),  # one word stands in many sentences
    ],
)
def test_words_are_quoted_and_names_are_not(question: str, quoted: tuple[tuple[str, ...], ...]) -> None:
    assert quotations(analyse(question)) == quoted
