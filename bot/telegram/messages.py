"""Answers and lists as Telegram messages: text with entities, split where it must be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from telegram.constants import MessageEntityType as Entity

from bot.render import (
    AnswerParts,
    EvidenceParts,
    Line,
    Style,
    event_line,
    further_nearest,
    main_evidence,
    nearest_heading,
    parts,
    short_date,
    visible,
)
from bot.telegram.richtext import RichText, join, shorten
from bot.telegram.splitting import MAX_ENTITIES, MAX_UNITS, Block, pack
from bot.telegram.texts import say
from bot.texts import say as say_common
from retrieval.answering.model import Answer, EventSummary
from retrieval.corpus.document import Document

# How the runs of an answer's parts look in Telegram.
_LOOKS: dict[Style, tuple[str, ...]] = {
    Style.PLAIN: (),
    Style.ANSWER: (Entity.BOLD,),
    Style.OFFICE: (),
    Style.MARK: (Entity.BOLD,),
}
# Entries of a list on one page.
PAGE = 8
# A quote or an office in a list line is not longer than this.
_LINE_CHARACTERS = 220


def compose(answer: Answer, language: str, *, title: str = "", source: int = 0) -> list[RichText]:
    """Return an answer as one or more messages: the bare answer, the quote with the answer marked, the source.

    `title` is shown above the answer; `source` chooses the piece of evidence; 0 shows what proves all of the answer.
    """
    shown = parts(answer, language)
    blocks = [Block(RichText.of(title, Entity.ITALIC))] if title else []
    blocks += [Block(_runs(line)) for line in shown.lines]
    for number, line in enumerate(_nearest_lines(shown, language)):
        blocks.append(Block(line, gap="\n" if number else "\n\n"))
    blocks += [Block(RichText.of(line), gap="\n\n") for line in nearest_heading(shown, language)]
    if chosen := source % len(shown.evidence) if shown.evidence else 0:
        blocks += _evidence_blocks(shown.evidence[chosen], language)
    else:
        for evidence, with_source in main_evidence(shown):
            blocks += _evidence_blocks(evidence, language)[: 2 if with_source else 1]
    return pack(blocks)


def compose_source(answer: Answer, language: str, source: int) -> RichText:
    """Return one piece of an answer's evidence as a message of its own; a long quote is cut at a sentence."""
    shown = parts(answer, language)
    evidence = shown.evidence[source % len(shown.evidence)]
    return _shortened(_quote(evidence), _source_line(evidence, language))


def compose_one(answer: Answer, language: str, *, source: int = 0) -> RichText:
    """Return an answer as a single message: whole lines that do not fit are counted instead of shown."""
    shown = parts(answer, language)
    lines = [*(_runs(line) for line in shown.lines), *_nearest_lines(shown, language)]
    tail = RichText()
    if shown.evidence:
        evidence = shown.evidence[source % len(shown.evidence)]
        quote = _shortened(_quote(evidence), _source_line(evidence, language), most=MAX_UNITS // 2)
        tail = RichText("\n\n") + join([*map(RichText.of, nearest_heading(shown, language)), quote])
    kept, size, entities = list[RichText](), tail.units + 60, len(tail.spans) + 1
    for line in lines:
        [piece, *rest] = pack([Block(line)], MAX_UNITS // 2) or [RichText()]
        size, entities = size + piece.units + 1, entities + len(piece.spans)
        if size > MAX_UNITS or entities > MAX_ENTITIES:
            break
        kept.append(piece + RichText("…") if rest else piece)
    if left := len(lines) - len(kept):
        kept.append(RichText.of(say("message.more", language, count=left)))
    return (join(kept) + tail).stripped()


def summary(answer: Answer, language: str) -> str:
    """Return the bare answer as one line of plain text, for the title of an inline result."""
    return " · ".join(text for line in parts(answer, language).lines if (text := _plain(line)))


def quotes(answer: Answer, language: str) -> list[tuple[str, str]]:
    """Return (title, quote) of every piece of evidence, as plain text."""
    return [
        (visible(evidence.title or evidence.document), _plain(evidence.quote))
        for evidence in parts(answer, language).evidence
    ]


def events_page(events: Sequence[EventSummary], page: int, language: str, words: str = "") -> RichText:
    """Return page `page` (from 0) of the events: of all, or of those that were found by `words`."""
    if not events:
        return RichText.of(
            say("events.none_matching" if words else "events.none", language, words=shorten(words, _LINE_CHARACTERS))
        )
    first, last = bounds(len(events), page)
    key = "events.matching" if words else "events.title"
    counted = say(key, language, first=first + 1, last=last, all=len(events), words=shorten(words, _LINE_CHARACTERS))
    title = RichText.of(counted, Entity.BOLD)
    lines = [
        RichText.of(f"{number}. {shorten(event_line(event, language), _LINE_CHARACTERS)}")
        for number, event in enumerate(events[first:last], start=first + 1)
    ]
    return join([title, *lines, RichText.of(say("events.ask", language), Entity.ITALIC)])


def documents_page(documents: Sequence[Document], page: int, language: str) -> RichText:
    """Return page `page` (from 0) of the documents held."""
    if not documents:
        return RichText.of(say("sources.none", language))
    first, last = bounds(len(documents), page)
    title = RichText.of(say("sources.title", language, first=first + 1, last=last, all=len(documents)), Entity.BOLD)
    return join([title, *(_document_line(number, documents[number], language) for number in range(first, last))])


def bounds(count: int, page: int) -> tuple[int, int]:
    """Return which entries (first, past the last) stand on page `page` of a list; a page past the end is the last."""
    page = min(max(page, 0), max(pages(count) - 1, 0))
    return page * PAGE, min(count, (page + 1) * PAGE)


def pages(count: int) -> int:
    """Return how many pages a list of `count` entries has."""
    return -(-count // PAGE)


def corpus_line(documents: int, events: Iterable[EventSummary], language: str) -> str:
    """Return what the corpus holds, in one sentence."""
    held = list(events)
    dates = [event.date for event in held if event.date]
    span = (
        say("start.span", language, first=short_date(min(dates), language), last=short_date(max(dates), language))
        if dates
        else ""
    )
    return say("start.corpus", language, documents=documents, events=len(held), span=span)


def duration(length: dt.timedelta, language: str) -> str:
    """Return a length of time in its two largest units."""
    seconds = int(length.total_seconds())
    amounts = {
        "duration.days": seconds // 86400,
        "duration.hours": seconds // 3600 % 24,
        "duration.minutes": seconds // 60 % 60,
        "duration.seconds": seconds % 60,
    }
    said = [say(key, language, count=count) for key, count in amounts.items() if count]
    return " ".join(said[:2]) or say("duration.seconds", language, count=0)


def _evidence_blocks(evidence: EvidenceParts, language: str) -> list[Block]:
    quote = _quote(evidence)
    blocks = [Block(quote, gap="\n\n")] if quote else []
    return [*blocks, Block(_source_line(evidence, language), gap="\n" if quote else "\n\n")]


def _quote(evidence: EvidenceParts) -> RichText:
    return _runs(evidence.quote).stripped().formatted(Entity.EXPANDABLE_BLOCKQUOTE)


def _source_line(evidence: EvidenceParts, language: str) -> RichText:
    source = " · ".join(part for part in (evidence.title, evidence.published) if part) or evidence.document
    return RichText.of(say_common("answer.source", language, source=source))


def _nearest_lines(shown: AnswerParts, language: str) -> list[RichText]:
    """Return the nearest events as a list, unless the answer names them itself."""
    nearest = further_nearest(shown)
    if not nearest:
        return []
    return [
        RichText.of(say_common("answer.nearest", language)),
        *(RichText.of(f"• {event.text}") for event in nearest),
    ]


def _shortened(quote: RichText, source: RichText, most: int = MAX_UNITS) -> RichText:
    [last] = pack([Block(source)], most // 4)[:1]
    [first, *rest] = pack([Block(quote)], most - last.units - 2) or [RichText()]
    if rest:
        first = first + RichText("…")
    return join([first, last])


def _runs(line: Line) -> RichText:
    whole = RichText()
    for run in line:
        whole = whole + RichText.of(run.text, *_LOOKS[run.style])
    return whole


def _plain(line: Line) -> str:
    return visible(" ".join("".join(run.text for run in line).split()))


def _document_line(number: int, document: Document, language: str) -> RichText:
    day = short_date(document.published, language) if document.published else ""
    said = " · ".join(part for part in (document.title or document.name, day) if part)
    return RichText.of(f"{number + 1}. {shorten(said, _LINE_CHARACTERS)}")
