"""What may answer: items with the sentences that prove them, and how well they fit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from retrieval.answering.evidence.view import View
from retrieval.answering.model import Evidence, Item
from retrieval.facts.people import Person
from retrieval.language.letters import LOWER
from retrieval.language.normalize import align, fold, plain_form
from retrieval.language.word_tagger import words as segment


@dataclass(frozen=True, slots=True)
class Proof:
    """A place in a document that proves something: sentence number, and the span of the answer in its reading form."""

    view: View
    sentence: int
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible answer. `score` orders candidates of one question; `fit` (0 to 1) is how well the evidence fits it."""

    items: tuple[Item, ...]
    proofs: tuple[Proof, ...]
    score: float
    fit: float
    view: View = field(repr=False)
    person: str = ""
    note: str = ""  # key of a text of `wording`, to be said with the answer


def as_written(view: View, sentence: int, start: int, end: int) -> str:
    """Return a stretch of a sentence (offsets in its reading form) as the document spells it, in plain characters."""
    first, last = source_span(view, sentence, start, end)
    written = plain_form(view.document.text[first:last])
    form = view.facts.sentences[sentence].text[start:end]
    if written != form and len(written) == len(form):  # a name in capitals is given as names are mostly written
        written = "".join(w.lower() if f.islower() else w for w, f in zip(written, form, strict=True))
    return written.strip()


def source_span(view: View, sentence: int, start: int, end: int) -> tuple[int, int]:
    """Return the offsets in the document's text of a stretch of a sentence's reading form."""
    found = view.facts.sentences[sentence]
    source = view.document.text[found.start : found.end]
    if len(source) == len(found.text):
        return found.start + start, found.start + end
    formed, offsets = align(source)
    shift = max(formed.find(found.text), 0)  # the sentence's form is stripped and may be cut from it
    return found.start + offsets[min(start + shift, len(formed))], found.start + offsets[min(end + shift, len(formed))]


def evidence_of(proof: Proof) -> Evidence:
    """Return the quotable evidence of a proof: an exact slice of the document, with the answer's places in it."""
    view = proof.view
    sentence = view.facts.sentences[proof.sentence]
    marks = []
    for start, end in proof.spans:
        first, last = source_span(view, proof.sentence, start, end)
        marks.append((first - sentence.start, last - sentence.start))
    return Evidence(
        document=view.document.name,
        title=view.document.title,
        published=view.document.published,
        quote=view.document.text[sentence.start : sentence.end],
        marks=tuple(sorted(set(marks))),
    )


def names_quoted(view: View, sentence: int, name: str) -> tuple[int, int] | None:
    """Return where the full name stands in a sentence's reading form, or None."""
    at = view.folded[sentence].find(fold(name))
    return (at, at + len(name)) if at >= 0 else None


def whole_words(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the span up to the end of its last word ("Bộ Y tế", not "Bộ Y"), as the segmenter sees words."""
    start, end = span
    if not re.match(rf"\s+[{LOWER}]", text[end:]):
        return span
    position = 0
    for word in _segmented(text):
        at = text.find(word, position)
        if at < 0:
            continue
        position = at + len(word)
        if at < end <= position:
            return start, max(end, position) if at >= start or position - at < 40 else end
    return span


@lru_cache(maxsize=64)  # asked for every row of a sentence
def _segmented(text: str) -> tuple[str, ...]:
    return tuple(segment(text))


def written_name(view: View, person: Person, sentence: int) -> tuple[str, tuple[int, tuple[int, int]] | None]:
    """Return the full name as the document writes it, and where: in the given sentence if it is there."""
    for index in (sentence, *person.sentences):
        span = names_quoted(view, index, person.name)
        if span is not None:
            return as_written(view, index, *span), (index, span)
    return person.name, None


def offices_of(view: View, person: Person) -> tuple[str, ...]:
    """Return the offices of a person as the document writes them, best first."""
    found = []
    for office in person.offices:
        index = person.described.get(office)
        if index is not None:
            text = view.facts.sentences[index].text
            at = text.find(office)
            if at >= 0:
                found.append(as_written(view, index, at, at + len(office)))
                continue
        found.append(office)
    return tuple(found)
