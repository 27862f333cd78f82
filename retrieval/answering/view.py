"""A document as the answering sees it: where its words stand, sentence by sentence, in bare letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import overload

from retrieval.corpus.document import Document
from retrieval.facts.events import EventPhrase, find_event_phrases
from retrieval.facts.reading import DocumentFacts
from retrieval.language.normalize import fold

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")

# Where a word of the question stands, seen from a sentence: how much it counts.
IN_SENTENCE, BESIDE, IN_LEAD, IN_DOCUMENT = 1.0, 0.6, 0.65, 0.4


def tokens(folded: str) -> list[str]:
    """Return the tokens of folded text: syllables and numbers, leading zeros of numbers dropped."""
    found: list[str] = TOKEN.findall(folded)
    return [t.lstrip("0") or "0" if t[0] == "0" else t for t in found] if "0" in folded else found


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a stretch of text, and its pairs of neighbours."""

    single: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, folded: str) -> Words:
        """Return the words of folded text."""
        return cls.of_tokens(tokens(folded))

    @classmethod
    def of_tokens(cls, found: Sequence[str]) -> Words:
        """Return the words of text whose tokens are given."""
        return cls(frozenset(found), frozenset(pairwise(found)))

    @classmethod
    def union(cls, parts: Iterable[Words]) -> Words:
        """Return the words of several stretches together."""
        single: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for part in parts:
            single |= part.single
            pairs |= part.pairs
        return cls(frozenset(single), frozenset(pairs))

    def has(self, form: tuple[str, ...]) -> bool:
        """Tell whether the tokens of `form` stand here one after another."""
        if len(form) == 1:
            return form[0] in self.single
        return all(pair in self.pairs for pair in pairwise(form))


class _Sentences(Sequence[Words]):
    """The words of each sentence, made when first looked at."""

    def __init__(self, found: Sequence[Sequence[str]]) -> None:
        self._tokens = found
        self._made: dict[int, Words] = {}

    @overload
    def __getitem__(self, place: int) -> Words: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Words, ...]: ...
    def __getitem__(self, place: int | slice) -> Words | tuple[Words, ...]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        words = self._made.get(place)
        if words is None:
            words = self._made[place] = Words.of_tokens(self._tokens[place])
        return words

    def __len__(self) -> int:
        return len(self._tokens)


_Forms = tuple[tuple[str, ...], ...]
# Words of questions of which a view remembers where they stand, and questions (or parts of one).
_KEPT_FORMS, _KEPT_QUESTIONS = 256, 8


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the question: any of its forms will do.

    `name` marks a word of a capitalised name or a number; `start` is where it stands in the question.
    """

    forms: _Forms
    weight: float
    name: bool = False
    start: int = 0


class View:
    """A document with its words, as the answering sees it. Made once and kept.

    Where a token, or a pair of neighbours, stands is a number with the bit of every sentence that has it, and one more
    bit for the title.
    """

    def __init__(self, index: int, document: Document, facts: DocumentFacts) -> None:
        self.index = index
        self.document = document
        self.facts = facts
        self.folded = [fold(s.text) for s in facts.sentences]
        self._tokens = [tokens(f) for f in (*self.folded, fold(document.title))]
        self.words = _Sentences(self._tokens[:-1])
        self._single: dict[str, int] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        single, pairs = self._single, self._pairs
        for place, found in enumerate(self._tokens):
            bit = 1 << place
            for token in found:
                single[token] = single.get(token, 0) | bit
            for pair in pairwise(found):
                pairs[pair] = pairs.get(pair, 0) | bit
        self._standing: dict[_Forms, tuple[int, bool, bool]] = {}
        self._asked: dict[int, _Asked] = {}
        self._phrases: dict[int, list[EventPhrase]] = {}
        self._places: dict[int, dict[str, list[tuple[int, int]]]] = {}

    @cached_property
    def all_words(self) -> Words:
        """The words of the whole document."""
        return Words(frozenset(self._single), frozenset(self._pairs))

    @cached_property
    def lead(self) -> Words:
        """The words of the title and the first sentences."""
        lead = [i for i, s in enumerate(self.facts.sentences) if s.kind != "caption"][:3]
        return Words.union([Words.of_tokens(self._tokens[-1]), *(self.words[i] for i in lead)])

    @cached_property
    def text(self) -> str:
        """The tokens of the title and all sentences, divided by spaces."""
        return " ".join(" ".join(found) for found in (self._tokens[-1], *self._tokens[:-1]))

    @cached_property
    def squeezed(self) -> str:
        """The same with nothing between the tokens."""
        return self.text.replace(" ", "")

    def sentences_with(self, form: tuple[str, ...]) -> int:
        """Return the bits of the sentences (and the title) in which the tokens of `form` stand one after another."""
        if len(form) == 1:
            return self._single.get(form[0], 0)
        found = -1
        for pair in pairwise(form):
            found &= self._pairs.get(pair, 0)
        return found

    def standing(self, forms: _Forms) -> tuple[int, bool, bool]:
        """Return the bits of the sentences that have any of the forms, and whether the lead and the document have."""
        known = self._standing.get(forms)
        if known is None:
            here = 0
            for form in forms:
                here |= self.sentences_with(form)
            known = here, any(map(self.lead.has, forms)), any(map(self._has, forms))
            if len(self._standing) >= _KEPT_FORMS:
                self._standing.clear()
            self._standing[forms] = known
        return known

    def asked(self, words: Sequence[QueryWord]) -> _Asked:
        """Return where the words of a question stand here: asked for anew with every sentence, found once."""
        known = self._asked.get(id(words))
        if known is None or known.words is not words:
            known = _Asked(words, [(word.weight, *self.standing(word.forms)) for word in words], len(self.folded))
            if len(self._asked) >= _KEPT_QUESTIONS:
                self._asked.clear()
            self._asked[id(words)] = known
        return known

    def _has(self, form: tuple[str, ...]) -> bool:
        if len(form) == 1:
            return form[0] in self._single
        return all(pair in self._pairs for pair in pairwise(form))

    def phrases(self, sentence: int) -> list[EventPhrase]:
        """Return the event phrases of a sentence."""
        found = self._phrases.get(sentence)
        if found is None:
            found = self._phrases[sentence] = find_event_phrases(self.facts.sentences[sentence].text)
        return found

    def places_of(self, sentence: int, form: tuple[str, ...]) -> list[tuple[int, int]]:
        """Return the spans in a sentence at which the tokens of `form` stand one after another."""
        places = self._places.get(sentence)
        if places is None:
            places = {}
            for m in TOKEN.finditer(self.folded[sentence]):
                places.setdefault(m.group().lstrip("0") or "0", []).append(m.span())
            self._places[sentence] = places
        spans = places.get(form[0], [])
        for token in form[1:]:
            following = places.get(token, [])
            spans = [(a, d) for a, b in spans for c, d in following if 0 < c - b <= 3]
        return spans


class _Asked:
    """The words of a question in a document: weights, the bits of their sentences, in the lead, in the document."""

    def __init__(
        self, words: Sequence[QueryWord], standing: Sequence[tuple[float, int, bool, bool]], sentences: int
    ) -> None:
        self.words = words
        self.standing = standing
        self.total = sum(weight for weight, *_ in standing)
        self._sentences = sentences
        # Where a word (by its place) stands in a sentence, as far as that was asked.
        self.spans: dict[tuple[int, int], list[tuple[int, int]]] = {}

    @cached_property
    def coverages(self) -> list[float]:
        """What `coverage` is for each sentence."""
        if not self.total:
            return [0.0] * self._sentences
        return [self._coverage(sentence) / self.total for sentence in range(self._sentences)]

    def _coverage(self, sentence: int) -> float:
        here = 1 << sentence
        # The title, whose bit follows the last sentence's, is beside none.
        beside = (here >> 1) | (here << 1 if sentence + 1 < self._sentences else 0)
        score = 0.0
        for weight, places, in_lead, in_document in self.standing:
            if places & here:
                score += weight * IN_SENTENCE
            elif in_lead:
                score += weight * IN_LEAD
            elif places & beside:
                score += weight * BESIDE
            elif in_document:
                score += weight * IN_DOCUMENT
        return score
