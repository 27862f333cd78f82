"""What comes out of answering: plain frozen values that any shell can render."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Whether the reports say it."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"


class Kind(StrEnum):
    """What sort of thing the question asks for (the `kind` of the JSON contract)."""

    PEOPLE = "people"
    DATE = "date"
    PLACE = "place"
    OFFICE = "office"
    COUNT = "count"
    YES_NO = "yes_no"
    EVENTS = "events"
    THEME = "theme"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Item:
    """One bare answer: a name without its offices, a date as far as known ("19/12/2023", "18/12"), a count as written.

    `offices` stand beside a person; `date` is set when the date is complete.
    """

    text: str
    offices: tuple[str, ...] = ()
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that proves the answer, or comes nearest to one.

    `quote` is an exact slice of the document's text; `marks` are the (start, end) places of the answer in `quote`.
    """

    document: str
    title: str
    published: dt.date | None
    quote: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event as it is listed: to be shown by /events, and offered when nothing was found.

    `when` is the date as far as known, for people ("19/12/2023", "18/12", ""); `date` is the first day when complete.
    `documents` are the names of the documents that tell of it.
    """

    name: str
    when: str
    date: dt.date | None
    place: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """What later questions of one chat may lean on. Plain strings, so that a shell can store it as JSON.

    `event` is the phrase that named the event last spoken of, `document` the document it was answered from, `person`
    the person last answered or asked about, `question` the last question, completed, and `topic` the words by which
    the questions themselves called the event. `people` are the names that the last answers gave to `who`, the last
    question that asked for people: "còn ai nữa?" asks for others.
    """

    question: str = ""
    event: str = ""
    document: str = ""
    person: str = ""
    topic: str = ""
    people: tuple[str, ...] = ()
    who: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    `text` is the answer as a person reads it (one or a few lines, no markup). When nothing was found, `text` says
    what is missing, `nearest` are the nearest events that the reports do tell of, and `evidence` is at most the one
    sentence that comes nearest to the question, without marks. `event` is the event that the answer is about, for
    follow-up questions. `confidence` is between 0 and 1. `conversation` is what the next
    question of the same chat may lean on. `parts` are the answers of a question that asks for several things ("ở đâu,
    khi nào?"), of which this one is put together; () where it asks for one. `heading` stands above the
    answer of a part that is told from another of its kind by that ("Chủ trì:").
    """

    question: str
    status: Status
    kind: Kind
    items: tuple[Item, ...]
    text: str
    evidence: tuple[Evidence, ...]
    confidence: float
    event: EventSummary | None = None
    nearest: tuple[EventSummary, ...] = ()
    conversation: Conversation = Conversation()
    parts: tuple[Answer, ...] = ()
    heading: str = ""
