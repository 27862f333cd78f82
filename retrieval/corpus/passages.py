"""From a document to its sentences, and from sentences to the passages that are retrieved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from retrieval.corpus.document import Document, Paragraph, ParagraphKind, Passage, Sentence
from retrieval.language.capitals import names_in_case
from retrieval.language.normalize import align, reading_form, usual_quotes
from retrieval.language.segment import sentence_spans

# A passage ends when it has this many sentences or this many syllables.
MOST_SENTENCES: Final = 3
ENOUGH_SYLLABLES: Final = 90
# A paragraph longer than this (in characters) is segmented in pieces, so that a hostile line costs bounded time.
LONGEST_PIECE: Final = 6_000


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of a document in order; a title is one sentence.

    `document.text[s.start:s.end]` is the sentence without the white space around it, and `s.text` its reading form,
    with names in capitals and quotation marks as they are mostly written.
    """
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(document.paragraphs):
        for start, end in _pieces(document.text, paragraph):
            formed, offsets = align(document.text[start:end])
            kept = isinstance(offsets, range)
            spans = [(0, len(formed))] if paragraph.kind is ParagraphKind.TITLE else sentence_spans(formed)
            for first, last in spans:
                # A part of what is in reading form is so too, unless it was cut out of the middle of a word.
                form = formed[first:last] if kept and _stands_alone(formed, last) else None
                made = _sentence(
                    document.text, start + offsets[first], start + offsets[last], form, index, paragraph.kind
                )
                if made is not None:
                    sentences.append(made)
    return tuple(sentences)


def passages_of(document: int, sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """Return the passages of one document, given its index in the library and its sentences.

    A passage has one to three sentences; a title, and a body beside a caption, never share one.
    """
    passages: list[Passage] = []
    first = 0
    syllables = 0
    for index, sentence in enumerate(sentences):
        if index > first and (
            index - first == MOST_SENTENCES
            or syllables + _syllables(sentence) > ENOUGH_SYLLABLES
            or sentence.kind is not sentences[first].kind
        ):
            passages.append(Passage(document, first, index - 1))
            first, syllables = index, 0
        syllables += _syllables(sentence)
    if sentences:
        passages.append(Passage(document, first, len(sentences) - 1))
    return tuple(passages)


def _syllables(sentence: Sentence) -> int:
    return sentence.text.count(" ") + 1


def _stands_alone(text: str, end: int) -> bool:
    """Tell whether no letter or mark behind `end` goes on the word before it (the spelling of a word minds its end)."""
    return end == len(text) or text[end].isspace() or not text[end - 1 : end].isalpha()


def _sentence(
    text: str, start: int, end: int, form: str | None, paragraph: int, kind: ParagraphKind
) -> Sentence | None:
    """Return the sentence at `text[start:end]`, None where nothing stands; `form` is its reading form where known."""
    source = text[start:end]
    stripped = source.strip()
    if not stripped:
        return None
    start += source.index(stripped)
    formed = reading_form(stripped) if form is None else form.strip()
    if not formed.strip():
        return None
    return Sentence(start, start + len(stripped), names_in_case(usual_quotes(formed)), paragraph, kind)


def _pieces(text: str, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return the paragraph as one piece, or as several cut at white space when it is overlong, and at wide gaps."""
    pieces = []
    start = paragraph.start
    while paragraph.end - start > LONGEST_PIECE:
        cut = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        cut = cut if cut > start else start + LONGEST_PIECE
        pieces.append((start, cut))
        start = cut
    pieces.append((start, paragraph.end))
    return [part for piece in pieces for part in _columns(text, *piece)]


# A gap as wide as this stands between columns, not between words.
_COLUMN_GAP = re.compile(r"\s{20,}")


def _columns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a piece as one, or as several parted by wide gaps."""
    parts = []
    for gap in _COLUMN_GAP.finditer(text, start, end):
        parts.append((start, gap.start()))
        start = gap.end()
    return [*parts, (start, end)]
