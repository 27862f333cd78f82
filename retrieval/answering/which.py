"""Candidates for "which event", and the events of a library."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.constraints import Named, person_in
from retrieval.answering.matching import QueryWord, View, Words, coverage, share
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.answering.who import ACT_FIT, main_act
from retrieval.facts.events import WEAK_EVENT_NOUNS, EventPhrase, find_event_phrases
from retrieval.language.normalize import fold

_MOST_SYLLABLES = 36


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the event phrases of `view` that may answer `question`, best first."""
    asked = main_act(question)
    focus = fold(question.focus)
    question_words = Words.of(question.folded)
    told: dict[int, float] = {}
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    for part in view.facts.participations:
        if view.facts.people[part.person].key in keys:
            fit = ACT_FIT.get(asked, {asked: 1.0}).get(part.act, 0.0) if asked is not None else 0.5
            told[part.sentence] = max(told.get(part.sentence, 0.0), fit)
    made = []
    main = fold(view.facts.event.name)
    for index, sentence in enumerate(view.facts.sentences):
        for phrase in find_event_phrases(sentence.text):
            cover = coverage(words, view, index)
            folded = fold(phrase.text)
            score = 1.2 * cover + 0.5 * told.get(index, 0.0)
            score += 0.35 if folded == main else 0.0
            score += 0.4 if focus and _heads_alike(focus, folded) else 0.0
            score += 0.02 * min(len(phrase.text.split()), 14)
            score -= 0.35 if phrase.noun in WEAK_EVENT_NOUNS and len(phrase.text.split()) < 5 else 0.0
            score -= 0.3 * max(0.0, share(phrase.text, question_words) - 0.6)
            score -= 0.02 * index
            if view.document.title and share(phrase.text, Words.of(fold(view.document.title))) > 0.5:
                score += 0.15
            made.append(_candidate(view, index, phrase, score, cover))
    made.sort(key=lambda c: -c.score)
    if not made and view.document.title:
        made.append(
            Candidate(
                (Item(view.document.title),),
                (Proof(view, 0),),
                coverage(words, view, 0),
                0.5 * coverage(words, view, 0),
                view,
            )
        )
    return made[:4]


_ALIKE = {
    "le": ("le", "buoi le", "dai le"),
    "buoi": ("buoi", "cuoc", "le"),
    "cuoc": ("cuoc", "buoi"),
    "su kien": ("",),
    "hoat dong": ("",),
    "dip": ("",),
    "hop bao": ("hop bao", "cuoc hop bao", "buoi hop bao"),
    "phien": ("phien",),
    "vu": ("vu",),
}


def _heads_alike(focus: str, folded: str) -> bool:
    """Tell whether an event phrase is of the kind asked for ("lễ gì": a phrase that begins with "lễ")."""
    return folded.startswith(_ALIKE.get(focus, (focus, f"cuoc {focus}", f"buoi {focus}")))


def _candidate(view: View, index: int, phrase: EventPhrase, score: float, cover: float) -> Candidate:
    end = phrase.end
    words = phrase.text.split()
    text = as_written(view, index, phrase.start, end)
    if len(words) > _MOST_SYLLABLES:
        text = " ".join(text.split()[:_MOST_SYLLABLES])
    return Candidate(
        (Item(text),), (Proof(view, index, ((phrase.start, end),)),), score, min(1.0, 0.3 + 0.7 * cover), view
    )
