"""Which sentence to show for a question when no answer could be read out of any: the one that most likely holds it.

A sentence is scored by the words it shares with the question, the words that its neighbours and its document have, and
a sign of the kind of thing asked for (a number for "bao nhiêu", a time for "khi nào"). The weights are those of a
conditional logit model (McFadden 1974: the sentences of the documents found are the choices) that
`tests/benchmarks/fit_quotes.py` fits.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.asked_words import numbers
from retrieval.answering.evidence.matching import document_coverage
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.model import Kind
from retrieval.corpus.document import ParagraphKind
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold, lower_case
from retrieval.language.weights import idf

# Of so many of the documents found the sentences are compared.
DOCUMENTS = 4
# A document with a smaller share of the question's weight is about something else: nothing is shown of it. At 0.3 the
# sentence shown has the answer for 8 more of 445 questions of the collection, and for most questions about what it
# does not hold there is one that has nothing to do with them.
LEAST_SHARE = 0.45
# How much the rank score of a document counts beside the share of the question that it has.
FOUND_WEIGHT = 0.25

T = TypeVar("T", bound=Hashable)


class Features(NamedTuple):
    """What speaks for a sentence, each between 0 and 1; shares are of the weight of the question's words.

    `found`: the rank score of its document, `document`: the share that the document has; `telling`: the share in the
    sentence, words that many sentences of the document have counted less; `exact`: the share of the words as they are
    typed, marks and all; `pairs`: the same of neighbouring words; `before`, `after`: the share that only the sentence
    before or after has; `time`, `number`, `place`: whether there is what a question of that kind asks for.
    """

    found: float
    document: float
    telling: float
    exact: float
    pairs: float
    before: float
    after: float
    time: float
    number: float
    place: float


# Printed by tests/benchmarks/fit_quotes.py.
WEIGHTS = Features(
    found=3.4, document=3.2, telling=2.8, exact=3.5, pairs=3.1, before=3.9, after=1.9, time=3.4, number=2.1, place=1.4
)

_WORD = compiled_later(r"\w+")
# Signs of what is asked for. A time: "năm 1870", "ngày 12 tháng 5", "thế kỷ mười chín", "12/5", "sáng nay".
_NUMBER_WORDS = "một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|trăm|nghìn|ngàn|triệu|tỷ|tỉ|chục|nửa|đôi|cặp|vài"
SIGNS: Mapping[Kind, re.Pattern[str]] = {
    Kind.DATE: re.compile(
        rf"(?i)(?<!\w)(?:ngày|tháng|năm|thế kỷ|thập niên|thập kỷ|mùa|thứ|hôm|sáng|trưa|chiều|tối)\s"
        rf"(?:\d|(?:{_NUMBER_WORDS}|đầu|cuối|nay|qua|xuân|hè|thu|đông)(?!\w))"
        r"|(?<!\d)(?:1\d|20)\d\d(?!\d)|(?<!\d)\d{1,2}[/-]\d{1,2}|(?<!\w)chủ nhật(?!\w)"
    ),
    Kind.COUNT: re.compile(rf"(?i)\d+(?:[.,]\d+)*|(?<!\w)(?:{_NUMBER_WORDS})(?!\w)"),
    Kind.PLACE: re.compile(
        rf"(?<!\w)(?:ở|tại)\s|(?<!\w)(?:từ|đến|tới|vào|trong|gần|phía|giữa|qua|về|trên)\s(?:\w+\s){{0,4}}?[{UPPER}]"
    ),
}


def best_sentence(
    question: Question, words: Sequence[QueryWord], documents: Iterable[tuple[View, float, float]]
) -> tuple[View, int] | None:
    """Return the sentence to show, as a document and the number of the sentence in it; None where none is near.

    `documents` are those found, each with its rank score and the share of the question that it has.
    """
    best: tuple[float, View, int] | None = None
    for view, found, document in documents:
        for number, features in enumerate(features_of(question, words, view, found, document)):
            if view.facts.sentences[number].kind is ParagraphKind.TITLE:
                continue  # it is shown with its source
            score = merit(features)
            if best is None or score > best[0]:
                best = score, view, number
    return None if best is None else best[1:]


def nearest_documents(
    words: Sequence[QueryWord], found: Iterable[tuple[View, float]]
) -> list[tuple[View, float, float]]:
    """Return the documents to choose a sentence from, best first; `found` has rank scores from 0 to 1."""
    ranked = [(view, score, document_coverage(words, view)) for view, score in found]
    near = [one for one in ranked if one[2] >= LEAST_SHARE]
    near.sort(key=lambda one: -one[2] - FOUND_WEIGHT * one[1])
    return near[:DOCUMENTS]


def merit(features: Features) -> float:
    """Return the score that the weights give to a sentence."""
    return sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))


def features_of(
    question: Question, words: Sequence[QueryWord], view: View, found: float, document: float
) -> list[Features]:
    """Return the features of every sentence of a document."""
    spoken = _Spoken.of(question)
    places = [places for _, places, *_ in view.asked(words).standing]
    there: list[set[int]] = [set() for _ in view.folded]
    for i, bits in enumerate(places):
        for number in numbers(bits & view.sentences):
            there[number].add(i)
    weights = [word.weight for word in words]
    counts = Counter(chain.from_iterable(there))
    telling = [
        weight * (math.log((len(there) + 1) / (counts[i] + 0.5)) if counts[i] else 1.0)
        for i, weight in enumerate(weights)
    ]
    whole, telling_whole = sum(weights) or 1.0, sum(telling) or 1.0
    made = []
    for number, has in enumerate(there):
        text = view.folded[number] if question.unaccented else view.facts.sentences[number].text.lower()
        typed = _WORD.findall(text)
        before = there[number - 1] - has if number else ()
        after = there[number + 1] - has if number + 1 < len(there) else ()
        sign = _has_sign(question, view.facts.sentences[number].text)
        made.append(
            Features(
                found=found,
                document=document,
                telling=sum(telling[i] for i in has) / telling_whole,
                exact=_share(spoken.words, set(typed)),
                pairs=_share(spoken.pairs, set(pairwise(typed))),
                before=sum(weights[i] for i in before) / whole,
                after=sum(weights[i] for i in after) / whole,
                time=float(sign and question.kind is Kind.DATE),
                number=float(sign and question.kind is Kind.COUNT),
                place=float(sign and question.kind is Kind.PLACE),
            )
        )
    return made


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The words of a question as they are typed, without its question words, and its pairs of neighbours: weighed."""

    words: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]

    @classmethod
    def of(cls, question: Question) -> _Spoken:
        text = question.folded if question.unaccented else lower_case(question.text)
        typed = [m.group() for m in _WORD.finditer(text)]
        asking = set(_WORD.findall(text[slice(*question.cue)]))
        weight = {word: idf(fold(word)) for word in typed}
        pairs = {(a, b): (weight[a] + weight[b]) / 2 for a, b in pairwise(typed)}
        return cls({word: weight[word] for word in typed if word not in asking}, pairs)


def _share(wanted: Mapping[T, float], there: AbstractSet[T]) -> float:
    return sum(weight for one, weight in wanted.items() if one in there) / (sum(wanted.values()) or 1.0)


def _has_sign(question: Question, text: str) -> bool:
    """Tell whether a sentence has a sign of what is asked for that the question does not have itself."""
    sign = SIGNS.get(question.kind)
    return sign is not None and any(m.group() not in question.text for m in sign.finditer(text))
