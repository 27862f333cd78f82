"""Answers made by hand, and a library of them: what the bot shows is then known to the letter."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading
import time
from collections.abc import Callable, Sequence

from retrieval.answering.model import Answer, Conversation, EventSummary, Evidence, Item, Kind, Status
from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.errors import DocumentError, QuestionError

SUMMIT = EventSummary(
    "Hội nghị Trồng rừng lần thứ 5", "19/12/2023", dt.date(2023, 12, 19), "Đà Lạt", ("rung.md", "cay.md")
)
FAIR = EventSummary("Hội chợ Sách mùa xuân", "2/2/2024", dt.date(2024, 2, 2), "Huế", ("sach.md",))
UNDATED = EventSummary("Lễ Khánh thành cầu Bến Đá", "", None, None, ("cau.md",))

WHO = "Ai chủ trì Hội nghị Trồng rừng?"
WHEN = "Hội nghị Trồng rừng diễn ra khi nào?"
WHERE = "Hội nghị Trồng rừng diễn ra ở đâu?"
QUOTE = "Sáng 19/12, bà Lê Thị Mai Anh, Chủ tịch Hiệp hội Rừng xanh, chủ trì Hội nghị Trồng rừng lần thứ 5 tại Đà Lạt."
SECOND_QUOTE = "Bà Lê Thị Mai Anh điều hành phiên làm việc suốt buổi sáng."


def evidence(quote: str, *answers: str, document: str = "rung.md", title: str = "Hội nghị Trồng rừng") -> Evidence:
    marks = tuple((quote.index(answer), quote.index(answer) + len(answer)) for answer in answers)
    return Evidence(document, title, dt.date(2023, 12, 20), quote, marks)


def answered(
    question: str, kind: Kind, text: str, *items: Item, proof: Sequence[Evidence] = (), **more: object
) -> Answer:
    conversation = Conversation(question=question, event=SUMMIT.name)
    base = Answer(question, Status.ANSWERED, kind, items, text, tuple(proof), 0.9, SUMMIT, (), conversation)
    return dataclasses.replace(base, **more)  # type: ignore[arg-type]


def not_found(question: str, text: str = "Không tìm thấy: các bài không nói đến chuyện này.") -> Answer:
    return Answer(question, Status.NOT_FOUND, Kind.PEOPLE, (), text, (), 0.1, nearest=(SUMMIT, FAIR))


MAI_ANH = Item("Lê Thị Mai Anh", ("Chủ tịch Hiệp hội Rừng xanh",))
CHAIR = answered(
    WHO,
    Kind.PEOPLE,
    "Lê Thị Mai Anh – Chủ tịch Hiệp hội Rừng xanh",
    MAI_ANH,
    proof=[evidence(QUOTE, "Lê Thị Mai Anh"), evidence(SECOND_QUOTE, "Lê Thị Mai Anh", document="cay.md", title="Cây")],
)
DATE = answered(
    WHEN,
    Kind.DATE,
    "19/12/2023",
    Item("19/12/2023", date=dt.date(2023, 12, 19)),
    proof=[evidence(QUOTE, "19/12")],
)
PLACE = answered(WHERE, Kind.PLACE, "Đà Lạt", Item("Đà Lạt"), proof=[evidence(QUOTE, "Đà Lạt")])


def document(name: str, title: str) -> Document:
    text = f"{title}\n\n{QUOTE}"
    paragraphs = (
        Paragraph(0, len(title), ParagraphKind.TITLE),
        Paragraph(len(title) + 2, len(text), ParagraphKind.BODY),
    )
    return Document(name, text, title, paragraphs, dt.date(2023, 12, 20))


class Reports:
    """A library that answers the questions it was given answers for, and finds nothing for any other."""

    def __init__(self, *answers: Answer, events: Sequence[EventSummary] = (SUMMIT, FAIR, UNDATED)) -> None:
        self.answers: dict[str, Answer | Callable[[], Answer]] = {answer.question: answer for answer in answers}
        self.documents: Sequence[Document] = (document("rung.md", "Hội nghị Trồng rừng"), document("cay.md", "Cây"))
        self.warnings: Sequence[DocumentError] = ()
        self.asked: list[tuple[str, Conversation | None]] = []
        self.slow: dict[str, float] = {}
        self.held: dict[str, threading.Event] = {}  # questions that are thought about until the event is set
        self._events = tuple(events)
        self._lock = threading.Lock()

    def refreshed(self) -> Reports:
        return self

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        with self._lock:
            self.asked.append((question, conversation))
        time.sleep(self.slow.get(question, 0))
        if question in self.held:
            self.held[question].wait()
        if not question.strip() or len(question) > 2000:
            raise QuestionError("câu hỏi dài quá 2.000 ký tự; hãy hỏi ngắn hơn")
        if question.startswith("Còn") and conversation and conversation.event:
            found = self.answers.get(f"{question} [{conversation.event}]", self.answers.get(question))
        else:
            found = self.answers.get(question)
        if found is None:
            return not_found(question)
        return found() if callable(found) else found

    def events(self) -> Sequence[EventSummary]:
        return self._events

    def conversation_of(self, question: str) -> Conversation | None:
        """Return what the last asking of a question leaned on."""
        return next(conversation for asked, conversation in reversed(self.asked) if asked == question)
