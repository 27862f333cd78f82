"""An answer in parts that every shell shows its own way: lines and quotes as runs of text, each with a style.

Nothing here knows of a terminal or of Telegram. A shell maps styles to colours or to message entities.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.texts import say
from retrieval.answering.confidence_weights import UNSURE
from retrieval.answering.in_english import in_english
from retrieval.answering.model import Answer, EventSummary, Evidence, Item, Kind, Status
from retrieval.answering.wording import shown
from retrieval.language.normalize import fold


class Style(StrEnum):
    """How a run of text stands out."""

    PLAIN = "plain"
    ANSWER = "answer"  # the bare answer: a name, a date, a count
    OFFICE = "office"  # what a person holds, beside the name
    MARK = "mark"  # the answer inside a quote


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one style."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class EvidenceParts:
    """A quote, with the answer in it as MARK runs, and where it stands.

    The texts of `quote` joined are the evidence's quote in one line, else unchanged. `source` is the whole source line
    (title, date, file) without a leading word; `title`, `published` ("" when unknown) and `document` are its parts.
    """

    quote: Line
    source: str
    title: str
    published: str
    document: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in one line; `event` is what it was made of."""

    text: str
    event: EventSummary


@dataclass(frozen=True, slots=True)
class AnswerParts:
    """All that a shell shows of an answer.

    `lines` is the bare answer; when `found` is false it says what is missing, `nearest` are the nearest events, and
    `evidence` is the nearest sentence, to be shown under `nearest_heading`.
    The first `proofs` pieces of evidence prove what the answer says (each of several names stands in one of them, as
    far as `MOST_PROOFS` go); the rest is "more evidence".
    """

    found: bool
    lines: tuple[Line, ...]
    evidence: tuple[EvidenceParts, ...]
    nearest: tuple[EventLine, ...]
    proofs: int = 1


# Quotes shown at once under an answer that names several people.
MOST_PROOFS = 3

_WEEKDAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# A complete date as answers write it, with the word "ngày" (or "on") that a written-out date brings itself.
_DATE = re.compile(
    r"(?P<before>(?:\b(?:ngày|on)\s+)?)(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})(?![\d/])", re.I
)
# A weekday that stands before a date already; then none is added.
_WEEKDAY_BEFORE = re.compile(r"(?:thứ\s+\w+|chủ nhật|\w+day),?\s*$", re.IGNORECASE)


def write_date(date: dt.date, language: str) -> str:
    """Return a date written out with its weekday: "thứ Ba, ngày 19 tháng 12 năm 2023", "Tuesday, 19 December 2023"."""
    if language == "en":
        return f"{_WEEKDAYS_EN[date.weekday()]}, {date.day} {_MONTHS_EN[date.month - 1]} {date.year}"
    return f"{_WEEKDAYS_VI[date.weekday()]}, ngày {date.day} tháng {date.month} năm {date.year}"


def short_date(date: dt.date, language: str = "vi") -> str:
    """Return a date as answers write it: "19/12/2023"; in English "19 December 2023", for 4/3 is April there too."""
    if language == "en":
        return f"{date.day} {_MONTHS_EN[date.month - 1]} {date.year}"
    return f"{date.day}/{date.month}/{date.year}"


def parts(answer: Answer, language: str = "vi") -> AnswerParts:
    """Return the parts of an answer in `language` (`vi` or `en`, the language that the answer was asked for in)."""
    main, rest = _proofs(answer)
    return AnswerParts(
        found=answer.status is Status.ANSWERED,
        lines=tuple(line for one in answer.parts or (answer,) for line in _answer_lines(one, language)),
        evidence=tuple(evidence_parts(evidence, language) for evidence in (*main, *rest)),
        nearest=tuple(EventLine(event_line(event, language), event) for event in answer.nearest),
        proofs=len(main),
    )


def _proofs(answer: Answer) -> tuple[list[Evidence], list[Evidence]]:
    """Return the evidence that proves all that the answer says, as little as does, and what is left of it."""
    if answer.parts:
        proved = [_proofs(part)[0] for part in answer.parts if part.status is Status.ANSWERED]
        main = list(dict.fromkeys(evidence for proofs in proved for evidence in proofs))[:MOST_PROOFS]
        return main, [evidence for evidence in answer.evidence if evidence not in main]
    main, rest = list(answer.evidence[:1]), list(answer.evidence[1:])
    for item in answer.items if answer.kind is Kind.PEOPLE else ():
        name = fold(item.text)
        if len(main) >= MOST_PROOFS or any(name in fold(evidence.quote) for evidence in main):
            continue
        found = next((evidence for evidence in rest if name in fold(evidence.quote)), None)
        if found is not None:
            main.append(found)
            rest.remove(found)
    return main, rest


def main_evidence(answer: AnswerParts) -> list[tuple[EvidenceParts, bool]]:
    """Return the main pieces of evidence, each with whether its source line is to be shown: once for a document."""
    main = answer.evidence[: answer.proofs]
    following = [*main[1:], None][: len(main)]
    return [(e, after is None or after.source != e.source) for e, after in zip(main, following, strict=True)]


def evidence_parts(evidence: Evidence, language: str = "vi") -> EvidenceParts:
    """Return a piece of evidence as a quote with its marked places, and its source line."""
    published = short_date(evidence.published, language) if evidence.published else ""
    title = evidence.title.strip()
    return EvidenceParts(
        quote=tuple(replace(run, text=_BREAK.sub(" ", run.text)) for run in mark(evidence.quote, evidence.marks)),
        source=" · ".join(part for part in (title, published, evidence.document) if part),
        title=title,
        published=published,
        document=evidence.document,
    )


# Where a report broke the line within a sentence.
_BREAK = re.compile(r"[ \t]*[\r\n]\s*")


def mark(quote: str, marks: Iterable[tuple[int, int]]) -> Line:
    """Split a quote into runs, the places `marks` (start, end) in style MARK; joined, the runs are the quote.

    Places may overlap, touch or reach over the ends of the quote; empty ones are left out.
    """
    marked = [False] * len(quote)
    for start, end in marks:
        for position in range(max(start, 0), min(end, len(quote))):
            marked[position] = True
    runs: list[Run] = []
    start = 0
    for position in range(1, len(quote) + 1):
        if position == len(quote) or marked[position] != marked[start]:
            runs.append(Run(quote[start:position], Style.MARK if marked[start] else Style.PLAIN))
            start = position
    return tuple(runs)


def event_line(event: EventSummary, language: str) -> str:
    """Return an event in one line: date as far as known, name, place."""
    when = event.when if language == "vi" else in_english(Kind.DATE, event.when)
    return " · ".join(part for part in (when or say("answer.undated", language), event.name, event.place) if part)


def joined(line: Sequence[Run]) -> str:
    """Return the text of a line without its styles."""
    return "".join(run.text for run in line)


def as_text(answer: AnswerParts, language: str) -> str:
    """Return an answer as plain text: the answer, its main quote and the source, with no markup of any kind."""
    lines = [joined(line) for line in answer.lines]
    if nearest := further_nearest(answer):
        lines += [say("answer.nearest", language), *(f"- {event.text}" for event in nearest)]
    lines += nearest_heading(answer, language)
    for evidence, with_source in main_evidence(answer):
        lines += evidence_text(evidence, language)[: 2 if with_source else 1]
    return "\n".join(visible(line) for line in lines)


def nearest_heading(answer: AnswerParts, language: str) -> list[str]:
    """Return the line above the sentence that is shown though nothing was found; none above a proof."""
    return [say("answer.nearest_quote", language)] if answer.evidence and not answer.found else []


def evidence_text(evidence: EvidenceParts, language: str) -> list[str]:
    """Return a quote and its source line as plain lines of text."""
    return [visible(f"“{joined(evidence.quote)}”"), source_line(evidence, language)]


def source_line(evidence: EvidenceParts, language: str) -> str:
    """Return where a quote stands as one line, whatever line ends a file's name has."""
    source = " ".join(evidence.source.translate(_TURNS).split())
    return visible(say("answer.source", language, source=source))


def further_nearest(answer: AnswerParts) -> tuple[EventLine, ...]:
    """Return the nearest events, to be listed below an answer; none when its lines name the nearest already."""
    said = " ".join(joined(line) for line in answer.lines)
    named = any(event.event.name and event.event.name in said for event in answer.nearest)
    shown = {evidence.document for evidence in answer.evidence[:1]}  # with its title, under the nearest sentence
    return () if named else tuple(event for event in answer.nearest if not shown & {*event.event.documents})


# Characters that would move the cursor, change colours or ring the bell of a terminal.
_CONTROLS = {
    code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"
}
_CONTROLS[ord("\r")] = " "
# Characters that turn the direction of writing: a file named "a\u202efdp.md" would be shown as "adm.pdf".
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{REPLACEMENT CHARACTER}")


def visible(text: str) -> str:
    """Return text from a file or a user safe for a terminal: control characters are replaced, lone surrogates too."""
    return text.translate(_CONTROLS).encode("utf-8", "replace").decode("utf-8")


def as_typed(text: str) -> str:
    """Return words of the command line as they were typed: in UTF-8, whatever the locale made of them."""
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeError:
        return text


def readable(text: str) -> str:
    """Return text without lone surrogates, which no tokenizer takes: broken characters of a terminal or a JSON file."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


# A bot's code as @BotFather gives it, typed where it does not belong.
_BOT_CODE = re.compile(r"\d{6,}:[\w-]{20,}")


def _name(text: str) -> str:
    return " ".join(visible(_BOT_CODE.sub("***", text).translate(_TURNS)).split())


def shorten(text: str, most: int = 60) -> str:
    """Return text in one line of at most `most` characters, to name an input in a message; a bot's code is blotted."""
    line = _name(text[: 4 * most])
    return line if len(line) <= most and len(text) <= 4 * most else line[: most - 1].rstrip() + "…"


def shorten_path(path: object, most: int = 100) -> str:
    """Return a path for naming it in a message: when it is long, its end, which tells more than its beginning."""
    text = _name(str(path)[-4 * most :])
    return text if len(text) <= most and len(str(path)) <= 4 * most else "…" + text[1 - most :]


def _answer_lines(answer: Answer, language: str) -> Iterator[Line]:
    said = [line.strip() for line in answer.text.splitlines() if line.strip()]
    items = [replace(item, text=shown(item, answer.kind, language)) for item in answer.items]
    if answer.heading:
        yield (Run(answer.heading),)
    if answer.status is not Status.ANSWERED:
        yield from ((Run(line),) for line in said)
    elif answer.kind is Kind.PASSAGE and not answer.items:
        # The best sentence is the quote itself, which every shell shows below.
        quoted = next((q for q in (" ".join(e.quote.split()) for e in answer.evidence) if _ends_with(said, q)), None)
        if quoted is not None:
            if before := " ".join(said)[: -len(quoted)].strip():
                yield (Run(before),)
            yield (Run(say("answer.passage", language)),)
        else:
            yield from ((Run(line),) for line in said)
    elif answer.kind in (Kind.PEOPLE, Kind.EVENTS):
        # What the text says beside the items: whom it took the question to name; that documents disagree.
        first = next((i for i, line in enumerate(said) if _speaks_of(line, answer.items)), 0)
        yield from ((Run(line),) for line in said[:first])
        yield from (_item_line(item, language) for item in answer.items)
        yield from ((Run(line),) for line in said[first:] if not _speaks_of(line, answer.items))
    else:
        yield from _styled_text(said, items, language, is_verdict=answer.kind is Kind.YES_NO)
    if answer.status is Status.ANSWERED and answer.kind is not Kind.PASSAGE and answer.confidence < UNSURE:
        yield (Run(say("answer.unsure", language)),)


def _item_line(item: Item, language: str) -> Line:
    name = Run(_written(item.text, language), Style.ANSWER)
    if not item.offices:
        return (name,)
    return (name, Run(" – "), Run(", ".join(item.offices), Style.OFFICE))


def _ends_with(said: Sequence[str], quote: str) -> bool:
    return " ".join(" ".join(said).split()).endswith(quote)


def _speaks_of(line: str, items: Iterable[Item]) -> bool:
    return any(line.startswith(item.text) for item in items)


def _styled_text(said: Sequence[str], items: Sequence[Item], language: str, *, is_verdict: bool) -> Iterator[Line]:
    """Yield the lines of an answer's text, the bare answers in it set apart; those not in it come first.

    A verdict (yes or no) is told by its text alone.
    """
    places = [[_places(line, item.text) for line in said] for item in items]
    for item, found in zip(items, places, strict=True):
        if not any(found) and not is_verdict:
            yield _item_line(item, language)
    for number, line in enumerate(said):
        runs = mark(line, [place for found in places for place in found[number]])
        yield _with_written_dates(
            [Run(run.text, Style.ANSWER if run.style is Style.MARK else Style.PLAIN) for run in runs], language
        )


def _places(line: str, text: str) -> list[tuple[int, int]]:
    """Return where `text` first stands in `line` as whole words, in any letter case; none, or one place."""
    found = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", line, re.IGNORECASE) if text else None
    return [found.span()] if found else []


def _with_written_dates(runs: Sequence[Run], language: str) -> Line:
    """Write the dates of the ANSWER runs out; a "ngày" that a run before ends with is part of the written date."""
    written: list[Run] = []
    for run in runs:
        text = run.text
        if run.style is Style.ANSWER and _DATE.search(text):
            before = written[-1].text if written else ""
            if not _WEEKDAY_BEFORE.search(re.sub(r"(?:ngày|on)\s+$", "", before, flags=re.IGNORECASE)):
                if _DATE.match(text) and (word := re.search(r"(?:^|(?<=\s))(?:ngày|on)\s+$", before, re.IGNORECASE)):
                    written[-1] = Run(before[: word.start()], written[-1].style)
                text = _written(text, language)
                if not joined(written).strip():
                    text = text[:1].upper() + text[1:]
        written.append(Run(text, run.style))
    return tuple(run for run in written if run.text)


def _written(text: str, language: str) -> str:
    """Write the complete dates in a text out with their weekday."""

    def write(match: re.Match[str]) -> str:
        try:
            date = dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            return match.group()
        if _WEEKDAY_BEFORE.search(text[: match.start()]):
            return match.group()
        return write_date(date, language)

    return _DATE.sub(write, text)
