"""Where the words of one question stand in one document: how much of the question each sentence has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.answering.evidence.view import QueryWord, View

# Where a word of the question stands, seen from a sentence: how much it counts.
IN_SENTENCE, BESIDE, IN_LEAD, IN_DOCUMENT = 1.0, 0.6, 0.65, 0.4

# A word of the question of this weight or more tells sentences apart.
TELLING = 2.0


class AskedWords:
    """The words of a question in a document: weights, the bits of their sentences, in the lead, in the document."""

    def __init__(
        self, words: Sequence[QueryWord], standing: Sequence[tuple[float, int, bool, bool]], sentences: int
    ) -> None:
        self.words = words
        self.standing = standing
        self.total = sum(weight for weight, *_ in standing)
        self._sentences = sentences
        self._telling = [place for place, (weight, *_) in enumerate(standing) if weight >= TELLING]
        self.telling_total = sum(standing[place][0] for place in self._telling)
        self._telling_forms: dict[int, list[tuple[tuple[str, ...], int]]] = {}
        self._telling_in: dict[int, list[tuple[float, list[tuple[int, int]]]]] = {}
        # By sentence: where each part between semicolons begins, and its share of all weight (see `matching`).
        self.clauses: dict[int, list[tuple[int, float]]] = {}

    def telling_in(self, view: View, sentence: int) -> list[tuple[float, list[tuple[int, int]]]]:
        """Return the weight of each telling word that a sentence has, and where it stands there, in order."""
        known = self._telling_in.get(sentence)
        if known is None:
            known = []
            for place in self._telling:
                weight, places, *_ = self.standing[place]
                if places >> sentence & 1:
                    spans = [
                        span
                        for form, bits in self._forms_in(view, place)
                        if bits >> sentence & 1
                        for span in view.places_of(sentence, form)
                    ]
                    if spans:
                        known.append((weight, sorted(spans)))
            self._telling_in[sentence] = known
        return known

    def _forms_in(self, view: View, place: int) -> list[tuple[tuple[str, ...], int]]:
        """Return those forms of a word that the document has, with the bits of their sentences."""
        known = self._telling_forms.get(place)
        if known is None:
            known = [(form, bits) for form in self.words[place].forms if (bits := view.sentences_with(form))]
            self._telling_forms[place] = known
        return known

    @cached_property
    def coverages(self) -> list[float]:
        """What `coverage` is for each sentence."""
        if not self.total:
            return [0.0] * self._sentences
        there = [one for one in self.standing if one[3]]
        return [self._coverage(there, sentence) / self.total for sentence in range(self._sentences)]

    @cached_property
    def insides(self) -> list[float]:
        """What `inside` is for each sentence."""
        found = [0.0] * self._sentences
        for weight, places, *_ in self.standing:
            for sentence in numbers(places & (1 << self._sentences) - 1):
                found[sentence] += weight
        return [weight / self.total for weight in found] if self.total else found

    def _coverage(self, there: Sequence[tuple[float, int, bool, bool]], sentence: int) -> float:
        here = 1 << sentence
        # The title, whose bit follows the last sentence's, is beside none.
        beside = (here >> 1) | (here << 1 if sentence + 1 < self._sentences else 0)
        score = 0.0
        for weight, places, in_lead, _ in there:
            if places & here:
                score += weight * IN_SENTENCE
            elif in_lead:
                score += weight * IN_LEAD
            elif places & beside:
                score += weight * BESIDE
            else:
                score += weight * IN_DOCUMENT
        return score


def sentences_meaning(view: View) -> Mapping[str, int]:
    """Return the bits of the sentences that mean each person, by name, office or pronoun; by every key of a person."""
    bits: dict[str, int] = {}
    for sentence, references in enumerate(view.facts.references):
        for reference in references:
            bits[reference.key] = bits.get(reference.key, 0) | 1 << sentence
    return {key: bits.get(person.key, 0) for key, person in view.facts.people.items()}


def numbers(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set, in order: the numbers of the sentences."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
