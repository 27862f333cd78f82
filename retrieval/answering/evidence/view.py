"""A document as the answering sees it: where its words stand, sentence by sentence, in bare letters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import Any, TypeVar, overload

from retrieval.answering.evidence.asked_words import AskedWords, sentences_meaning
from retrieval.corpus.document import Document
from retrieval.facts.acts import Act, find_acts
from retrieval.facts.events import EventPhrase, find_event_phrases
from retrieval.facts.reading import DocumentFacts
from retrieval.language.folded_lines import folded_lines
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import reading_form

T = TypeVar("T")

TOKEN = compiled_later(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def tokens(folded: str) -> list[str]:
    """Return the tokens of folded text: syllables and numbers, leading zeros of numbers dropped."""
    return [*_TOKENS[folded]]


class _Tokens(dict[str, tuple[str, ...]]):
    """The tokens of names, phrases and questions, which come again and again; those of longer texts are not kept."""

    _LONG = 160
    _MOST = 1 << 14

    def __missing__(self, folded: str) -> tuple[str, ...]:
        found = tuple(_numbers_bare(folded, TOKEN.findall(folded)))
        if len(folded) <= self._LONG:
            if len(self) >= self._MOST:
                self.clear()
            self[folded] = found
        return found


_TOKENS = _Tokens()


class Words:
    """The tokens of a text, and the pairs of neighbours in each of its stretches, found when first asked for."""

    __slots__ = ("_pairs", "_stretches", "single")

    def __init__(self, stretches: Sequence[Sequence[str]]) -> None:
        """Take the tokens of each stretch."""
        self.single = frozenset(chain.from_iterable(stretches))
        self._stretches = stretches
        self._pairs: frozenset[tuple[str, str]] | None = None

    @classmethod
    def of(cls, folded: str) -> Words:
        """Return the words of folded text."""
        return cls((tokens(folded),))

    @classmethod
    def union(cls, parts: Iterable[Words]) -> Words:
        """Return the words of several texts together."""
        return cls([stretch for part in parts for stretch in part._stretches])

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of neighbours."""
        if self._pairs is None:
            self._pairs = frozenset(chain.from_iterable(map(pairwise, self._stretches)))
        return self._pairs

    def has(self, form: tuple[str, ...]) -> bool:
        """Tell whether the tokens of `form` stand here one after another."""
        if len(form) == 1:
            return form[0] in self.single
        return all(pair in self.pairs for pair in pairwise(form))


def _numbers_bare(text: str, words: list[str]) -> list[str]:
    """Return the words of folded text as `tokens` gives them: leading zeros of numbers dropped."""
    return [t.lstrip("0") or "0" if t[0] == "0" else t for t in words] if "0" in text else words


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
            words = self._made[place] = Words((self._tokens[place],))
        return words

    def __len__(self) -> int:
        return len(self._tokens)


_Forms = tuple[tuple[str, ...], ...]
# Words of questions of which a view remembers where they stand, and questions (or parts of one).
_KEPT_FORMS, _KEPT_QUESTIONS = 256, 8
# Pairs of neighbours of which it remembers in which sentences they stand, and tokens of which, where in one.
_KEPT_PAIRS, _KEPT_SPANS = 2048, 2048


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the question: any of its forms will do.

    `name` marks a word of a capitalised name or a number; `start` is where it stands in the question. `of` is the key
    of the person whose name it belongs to: where a report means that person by whatever word, it has the word.
    """

    forms: _Forms
    weight: float
    name: bool = False
    start: int = 0
    of: str = ""


def _sentences_by_token(found: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the bits of the sentences that have each token."""
    having: dict[str, int] = {}
    for place, row in enumerate(found):
        bit = 1 << place
        for token in row:
            having[token] = having.get(token, 0) | bit
    return having


class View:
    """A document with its words, as the answering sees it. Made once and kept.

    Where a token, or a pair of neighbours, stands is a number with the bit of every sentence that has it, and one more
    bit for the title. Those of tokens are found at once, those of pairs when they are asked for.
    """

    def __init__(self, index: int, title: str, facts: DocumentFacts, load: Callable[[int], Document]) -> None:
        """Take the number of a document, its title and facts, and what loads the document by its number."""
        self.index = index
        self.title = title
        self.facts = facts
        self._load = load
        lines = folded_lines([*(s.text for s in facts.sentences), reading_form(title)])
        self.folded = [text for text, _ in lines[:-1]]
        self._tokens = [tokens(text) if words is None else _numbers_bare(text, words) for text, words in lines]
        self.words = _Sentences(self._tokens[:-1])
        spaced = [f" {' '.join(found)} " for found in self._tokens]
        self._all = "".join(spaced)
        self._ends = list(accumulate(map(len, spaced)))
        self._having = _sentences_by_token(self._tokens)
        self._pairs: dict[tuple[str, str], int] = {}
        self._standing: dict[_Forms, tuple[int, bool, bool]] = {}
        self._asked: dict[int, AskedWords] = {}
        self._acts: dict[int, frozenset[Act]] = {}
        self._phrases: dict[int, list[EventPhrase]] = {}
        self._spans: dict[tuple[int, str], list[tuple[int, int]]] = {}
        self._kept: dict[Callable[[View], Any], Any] = {}

    @cached_property
    def document(self) -> Document:
        """The document itself, loaded when first asked for: of most views only the words are looked at."""
        return self._load(self.index)

    @property
    def sentences(self) -> int:
        """The bits of all sentences, without the title's."""
        return (1 << len(self.folded)) - 1

    @property
    def distinct(self) -> Set[str]:
        """The tokens of the document, each once."""
        return self._having.keys()

    @cached_property
    def all_words(self) -> Words:
        """The words of the whole document."""
        return Words(self._tokens)

    @cached_property
    def lead(self) -> Words:
        """The words of the title and the first sentences."""
        return Words([self._tokens[-1], *(self._tokens[i] for i in self._leading)])

    @cached_property
    def dates(self) -> Mapping[int, list[tuple[int, int]]]:
        """Where the dates of each sentence that has any stand, in order."""
        found: dict[int, list[tuple[int, int]]] = {}
        for dated in self.facts.dates:
            found.setdefault(dated.sentence, []).append((dated.start, dated.end))
        for spans in found.values():
            spans.sort()
        return found

    @cached_property
    def _leading(self) -> list[int]:
        return [i for i, s in enumerate(self.facts.sentences) if s.kind != "caption"][:3]

    @cached_property
    def _lead_bits(self) -> int:
        return sum(1 << place for place in (*self._leading, len(self.folded)))

    @cached_property
    def text(self) -> str:
        """The tokens of the title and all sentences, each between two spaces."""
        return f" {' '.join(chain(self._tokens[-1], *self._tokens[:-1]))} "

    @cached_property
    def squeezed(self) -> str:
        """The same with nothing between the tokens."""
        return self.text.replace(" ", "")

    def sentences_with(self, form: tuple[str, ...]) -> int:
        """Return the bits of the sentences (and the title) in which the tokens of `form` stand one after another."""
        if len(form) == 1:
            return self._having.get(form[0], 0)
        found = -1
        for pair in pairwise(form):
            found &= self._sentences_with(pair)
        return found

    def _sentences_with(self, pair: tuple[str, str]) -> int:
        """Return the bits of the sentences (and the title) that have two tokens side by side."""
        if not self._having.get(pair[0], 0) & self._having.get(pair[1], 0):
            return 0  # most pairs asked for stand nowhere
        found = self._pairs.get(pair)
        if found is None:
            found, wanted = 0, f" {pair[0]} {pair[1]} "
            at = self._all.find(wanted)
            while at >= 0:
                place = bisect_right(self._ends, at)
                found |= 1 << place
                at = self._all.find(wanted, self._ends[place])
            if len(self._pairs) >= _KEPT_PAIRS:
                self._pairs.clear()
            self._pairs[pair] = found
        return found

    def standing(self, forms: _Forms) -> tuple[int, bool, bool]:
        """Return the bits of the sentences that have any of the forms, and whether the lead and the document have.

        The lead and the document have a form when they have all its pairs of neighbours, wherever.
        """
        known = self._standing.get(forms)
        if known is None:
            here, in_lead, in_document = 0, False, False
            for form in forms:
                together, lead, anywhere = self._standing_of(form)
                here |= together
                in_lead = in_lead or lead
                in_document = in_document or anywhere
            known = here, in_lead, in_document
            if len(self._standing) >= _KEPT_FORMS:
                self._standing.clear()
            self._standing[forms] = known
        return known

    def _standing_of(self, form: tuple[str, ...]) -> tuple[int, bool, bool]:
        if len(form) == 1:
            found = self._having.get(form[0], 0)
            return found, bool(found & self._lead_bits), bool(found)
        together, in_lead = -1, True
        for pair in pairwise(form):
            found = self._sentences_with(pair)
            if not found:
                return 0, False, False
            together &= found
            in_lead = in_lead and bool(found & self._lead_bits)
        return together, in_lead, True

    def asked(self, words: Sequence[QueryWord]) -> AskedWords:
        """Return where the words of a question stand here: asked for anew with every sentence, found once."""
        known = self._asked.get(id(words))
        if known is None or known.words is not words:
            known = AskedWords(words, [(word.weight, *self.standing_of_word(word)) for word in words], len(self.folded))
            if len(self._asked) >= _KEPT_QUESTIONS:
                self._asked.clear()
            self._asked[id(words)] = known
        return known

    def standing_of_word(self, word: QueryWord) -> tuple[int, bool, bool]:
        """Return what `standing` does for a word, with the sentences that mean the person whose name it is of."""
        known = self._standing.get(word.forms) or self.standing(word.forms)
        if not word.of:
            return known
        here, in_lead, in_document = known
        meant = self.kept(sentences_meaning).get(word.of, 0)
        return here | meant, in_lead or bool(meant & self._lead_bits), in_document or bool(meant)

    def means(self, sentence: int, key: str) -> bool:
        """Tell whether a sentence means the person of a key, by whatever word."""
        return bool(self.kept(sentences_meaning).get(key, 0) >> sentence & 1)

    def has(self, form: tuple[str, ...]) -> bool:
        """Tell whether the document has a token, or all pairs of neighbours of several (as `Words.has` of it all)."""
        return self._standing_of(form)[2]

    def kept(self, make: Callable[[View], T]) -> T:
        """Return what `make` gives for this view, made once; for what other modules read from a document."""
        if make not in self._kept:
            self._kept[make] = make(self)
        made: T = self._kept[make]
        return made

    def acts(self, sentence: int) -> frozenset[Act]:
        """Return the acts whose verbs stand in a sentence."""
        found = self._acts.get(sentence)
        if found is None:
            found = self._acts[sentence] = frozenset(a.act for a in find_acts(self.facts.sentences[sentence].text))
        return found

    def phrases(self, sentence: int) -> list[EventPhrase]:
        """Return the event phrases of a sentence."""
        found = self._phrases.get(sentence)
        if found is None:
            found = self._phrases[sentence] = find_event_phrases(self.facts.sentences[sentence].text)
        return found

    def places_of(self, sentence: int, form: tuple[str, ...]) -> list[tuple[int, int]]:
        """Return the spans in a sentence at which the tokens of `form` stand one after another."""
        spans = self._spans_of(sentence, form[0])
        for token in form[1:]:
            following = dict(self._spans_of(sentence, token))
            spans = [(a, following[c]) for a, b in spans for c in range(b + 1, b + 4) if c in following]
        return spans

    def _spans_of(self, sentence: int, token: str) -> list[tuple[int, int]]:
        spans = self._spans.get((sentence, token))
        if spans is None:
            text = self.folded[sentence]
            if token[0].isdecimal():
                numbers = (m for m in TOKEN.finditer(text) if m.group()[0].isdecimal())
                spans = [m.span() for m in numbers if (m.group().lstrip("0") or "0") == token]
            else:
                spans = _places_in(text, token)
            if len(self._spans) >= _KEPT_SPANS:
                self._spans.clear()
            self._spans[sentence, token] = spans
        return spans


def beside(spans: Sequence[tuple[int, int]], start: int) -> Sequence[tuple[int, int]]:
    """Return those of `spans`, which are in order, that stand next to a position: no other can be nearer to it."""
    if len(spans) <= _NEXT:
        return spans
    place = bisect_left(spans, (start, 0))
    return spans[max(0, place - _NEXT) : place + _NEXT]


_NEXT = 2  # spans on either side; of a form of several tokens two may overlap


def _places_in(text: str, token: str) -> list[tuple[int, int]]:
    """Return where a token of letters stands in folded text."""
    spans: list[tuple[int, int]] = []
    at = text.find(token)
    while at >= 0:
        end = at + len(token)
        if not (at and _is_letter(text[at - 1])) and not (end < len(text) and _is_letter(text[end])):
            spans.append((at, end))
        at = text.find(token, end)
    return spans


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()
