"""From a document to its facts: people, their parts, dates and events. Done once, when a document is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.corpus.document import Document, ParagraphKind, Sentence
from retrieval.facts.events import Event, find_event
from retrieval.facts.lists import LeadIn
from retrieval.facts.participation import Participation, participations
from retrieval.facts.people import Person, Reference, Roster
from retrieval.language.calendar_date import shifted
from retrieval.language.dates import DateMention, PartialDate, ResolvedDate, YearSource, find_dates, resolve
from retrieval.language.lazy_pattern import compiled_later


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A date in a sentence: where it stands, and what it comes to."""

    sentence: int
    start: int
    end: int
    resolved: ResolvedDate


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says, with the sentences that say it.

    `references` has the people of each sentence; `people` maps every key to a person, aliases to the same one.
    """

    sentences: tuple[Sentence, ...]
    references: tuple[tuple[Reference, ...], ...]
    people: dict[str, Person]
    participations: tuple[Participation, ...]
    dates: tuple[DatedMention, ...]
    event: Event


def read_facts(document: Document, sentences: tuple[Sentence, ...]) -> DocumentFacts:
    """Return the facts of `document`, whose sentences are given."""
    roster = Roster()
    references = roster.read([s.text for s in sentences])
    parts: list[Participation] = []
    lead_in: LeadIn | None = None
    for index, (sentence, people) in enumerate(zip(sentences, references, strict=True)):
        caption = sentence.kind is ParagraphKind.CAPTION
        found, opened = participations(
            sentence.text, index, people, lead_in=None if caption else lead_in, group=index * 1000
        )
        parts.extend(found)
        lead_in = lead_in if caption else opened  # a caption interrupts no list
    dates = _dates(document, sentences)
    event = find_event(document, sentences, dates=[(d.sentence, d.start, d.end, d.resolved) for d in dates])
    return DocumentFacts(sentences, tuple(references), roster.people, tuple(parts), dates, event)


# "Sáng nay (12/11)" and "hôm qua, 29/10" tell the day on which the report was written.
_TODAY = compiled_later(r"(?<!\w)(nay|qua)[\s,]*\(?\s*(?:ngày\s+)?\d", re.IGNORECASE)


def day_of_writing(mentions: Sequence[DateMention]) -> PartialDate | None:
    """Return the day of writing that a told day with its date gives ("sáng nay, 12/11"), None where none does."""
    for mention in mentions:
        beside = _TODAY.search(mention.text)
        if beside is not None and mention.day is not None and mention.month is not None and mention.until is None:
            return shifted(mention.date, 1 if beside.group(1).lower() == "qua" else 0)
    return None


# Before a date these make it one of another time than the report's: a birth, a battle, a decree.
_ELSEWHEN = compiled_later(
    r"(?<!\w)(?:sinh|SN|mất|hy sinh|quê|thành lập|kể từ|cách đây|năm xưa|đầu tiên|lần đầu|trước đó|trước đây|từng|"
    r"kỷ niệm|ban hành|nghị quyết|nghị định|thông tư|chỉ thị|luật|hiệp định|hiệp ước|chiến dịch|trận)(?!\w)[^.;]*$",
    re.IGNORECASE,
)
_AHEAD = compiled_later(r"(?<!\w)(?:đến|tới|hết|tầm nhìn|mục tiêu|trước)\s+(?:hết\s+)?(?:năm\s*)?$", re.IGNORECASE)
# A year in a name or a sentence: no part of a number, a span or an amount.
_YEAR = compiled_later(
    r"(?<![\d.,/–-])(?:19|20)\d\d(?![\d%]|[.,]\d|\s?[–-]\s?\d| (?:người|tỷ|tỉ|triệu|đồng|USD|m|km|ha|tấn|đại)(?!\w))"
)
_BEFORE_DATE = 60  # letters before a date in which such words count


def _of_the_report(sentences: Sequence[Sentence], mentions: Sequence[tuple[int, DateMention]]) -> list[PartialDate]:
    """Return the dates with month and year that may tell of which year the report's days without one are.

    Not those that tell of another time, and none where the report speaks of a later year or they are of several:
    "sinh ngày 15/7/1976", "Nghị quyết ngày 25/10/2017 ... Liên hoan Tiếng hát 2018".
    """
    found: list[PartialDate] = []
    latest = 0
    for index, mention in mentions:
        before = sentences[index].text[max(0, mention.start - _BEFORE_DATE) : mention.start]
        year = mention.date.year
        if year is None or mention.anniversary or mention.yearly:
            continue
        if mention.date.month is None:
            if mention.period is None and mention.until is None and _AHEAD.search(before) is None:
                latest = max(latest, year)
        elif _ELSEWHEN.search(before) is None:
            found.append(mention.date)
    named = (
        int(m.group())
        for sentence in sentences
        for m in _YEAR.finditer(sentence.text)
        if _AHEAD.search(sentence.text[max(0, m.start() - _BEFORE_DATE) : m.start()]) is None
    )
    years = {date.year for date in found if date.year is not None}
    return found if len(years) == 1 and years == {max(latest, *years, *named)} else []


def _dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[DatedMention, ...]:
    mentions = [(i, m) for i, s in enumerate(sentences) for m in find_dates(s.text)]
    context = _of_the_report(sentences, mentions)
    dated = []
    previous: PartialDate | None = None
    written = None if document.published is not None else day_of_writing([m for _, m in mentions])
    for index, mention in mentions:
        resolved = resolve(mention, document.published, context=context, previous=previous)
        if written is not None and mention.relative is not None and mention.relative.unit == "day":
            day = shifted(written, mention.relative.offset)
            resolved = replace(resolved, date=day, year_source=YearSource.TEXT if day.year else YearSource.NONE)
        if resolved.date.day is not None:
            previous = resolved.date
        dated.append(DatedMention(index, mention.start, mention.end, resolved))
    return tuple(dated)
