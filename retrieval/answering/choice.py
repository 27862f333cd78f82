"""Questions that offer two answers ("ông A hay ông B", "ở Huế hay ở Vinh"): one is right, or nothing is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.about import Asked, asked_event, fits_event
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage, nearness
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.model import Item, Kind
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role
from retrieval.language.normalize import fold

Span = tuple[int, int]

# How much better than the other an alternative must be told.
MARGIN = 0.08


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers offered: its words in bare letters, where it stands in the question, and its person's key."""

    form: tuple[str, ...]
    span: Span
    person: str = ""


def options(question: Question, named: Sequence[Named]) -> tuple[Option, ...]:
    """Return the two answers that `question` offers, or nothing when it offers none."""
    for m in cues.pattern("hay(?: là)?", strict=not question.unaccented).finditer(question.text):
        before = [n for n in named if n.end <= m.start()]
        after = [n for n in named if n.start >= m.end()]
        if question.kind is Kind.PEOPLE and before and after:
            return tuple(Option(tuple(tokens(fold(n.name))), (n.start, n.end), n.key) for n in (before[-1], after[0]))
        second = _SECOND.match(question.text, m.end())
        if second is None:
            continue
        count = len(second.group("phrase").split())
        words = list(re.finditer(r"[^\s,]+", question.text[: m.start()]))[-count:]
        if len(words) == count:
            lead = _LEAD.match(question.text, words[0].start(), words[-1].start())
            spans = ((lead.end() if lead else words[0].start(), words[-1].end()), second.span("phrase"))
            forms = [tuple(tokens(question.folded[a:b])) for a, b in spans]
            if all(forms) and forms[0] != forms[1]:
                return tuple(Option(form, span) for form, span in zip(forms, spans, strict=True))
    return ()


def without_options(question: Question, named: Sequence[Named]) -> Question:
    """Return `question` with the answers it offers blanked out: only one of the two need be in a report."""
    text = question.text
    for a, b in (o.span for o in options(question, named)):
        text = text[:a] + "·" * (b - a) + text[b:]
    dates = tuple(d for d in question.dates if "·" not in text[d.start : d.end])
    return replace(question, text=text, folded=fold(text), dates=dates)


_LEAD = cues.shape(r"(?:ở|tại|ngày|là|vào|hôm|lúc|từ|đến)\s+")
# What follows "hay": the words up to the end or the next clause, without the preposition they share.
_SECOND = cues.shape(
    r"\s+(?:(?:ở|tại|ngày|là|vào|hôm|lúc)\s+)?(?P<phrase>(?!không|chưa|nhất|sao|gì)[^\s,?]+(?:\s+[^\s,?]+){0,3})(?=\s*(?:[,?]|$))"
)


def candidates(
    question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named], asked: Act | None
) -> list[Candidate]:
    """Return the alternative that `view` tells of, when it tells of one and not as well of the other."""
    offered = options(question, named)
    event = asked_event(question)
    rest = [w for w in words if not any(a <= w.start < b for a, b in (o.span for o in offered))]
    best = sorted(
        (c for o in offered if (c := _told(o, view, rest, named, asked, event)) is not None), key=lambda c: -c.score
    )
    if not best or (len(best) > 1 and best[0].score < best[1].score + MARGIN):
        return []
    return best[:1]


def _told(
    option: Option, view: View, rest: Sequence[QueryWord], named: Sequence[Named], asked: Act | None, event: Asked
) -> Candidate | None:
    places = _of_person(option, view, named, asked) if option.person else _of_words(option, view)
    best: Candidate | None = None
    for sentence, start, end in places:
        about = fits_event(event, view, sentence, start, end)
        if about < -0.2:
            continue  # that was another event
        cover = coverage(rest, view, sentence)
        score = cover + 0.2 * nearness(rest, view, sentence, start, end) + 0.3 * about
        if best is None or score > best.score:
            item = Item(as_written(view, sentence, start, end))
            best = Candidate((item,), (Proof(view, sentence, ((start, end),)),), score, 0.2 + 0.8 * cover, view)
    return best


def _of_words(option: Option, view: View) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for sentence, here in enumerate(view.words):
        if here.has(option.form):
            found.extend((sentence, start, end) for start, end in view.places_of(sentence, option.form))
    return found


def _of_person(option: Option, view: View, named: Sequence[Named], asked: Act | None) -> list[tuple[int, int, int]]:
    """Return where the person does what is asked; anywhere, when the question names no act."""
    person = next((person_in(view, n) for n in named if n.key == option.person), None)
    if person is None:
        return []
    if asked is None:
        return [
            (i, r.start, r.end)
            for i, row in enumerate(view.facts.references)
            for r in row
            if view.facts.people[r.key].key == person.key
        ]
    return [
        (p.sentence, p.start, p.end)
        for p in view.facts.participations
        if view.facts.people[p.person].key == person.key and p.act is asked and p.role is Role.SUBJECT
    ]
