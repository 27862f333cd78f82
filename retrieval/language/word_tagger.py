"""underthesea's word segmenter evaluated in bulk: the same model, the same words, ten times faster.

underthesea tries some forty patterns at every place of a text, makes 43 strings of every syllable (its feature
templates over a window of five) and looks each up in its model. Here what stands between two spaces is split once for
each of its forms, the numbers of the model (see `word_model`) are summed from tables by n-gram, and the best path is
found over them (Viterbi). For reading a library; one question is segmented sooner by underthesea itself.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from retrieval.language import underthesea_parts, word_model
from retrieval.language.segment import DOMAIN_WORDS
from retrieval.language.segment import words as segment_words
from retrieval.language.word_model import WordModel

Words = Callable[[str], list[str]]

_MODEL: Final = "models/ws_crf_vlsp2013_20230727"
_WORTH_CHARS: Final = 60_000
# Forms and tokens whose values are kept, and from which length none is: a hostile text must not fill the memory.
_KEPT_TOKENS: Final = 200_000
_LONG: Final = 40
# What the model must give the same words for as underthesea itself, or it is not used.
_SAMPLE: Final = (
    "Sáng 19/12/2023, Bộ trưởng Ngoại giao Bùi Thanh Sơn (Ủy viên Trung ương) chủ trì phiên họp tại TP. Hồ Chí Minh.",
    "Dự hội nghị có PGS, TS. Nguyễn Văn A; ông Kim Jong-un; 63 điểm cầu - hơn 1.200 đại biểu, đạt 5,5%... “Rất tốt”!",
    "hội nghị",
)

_segmented = 0  # characters, in this process


def words(text: str) -> list[str]:
    """Return the words of `text` as `segment.words` does, for a caller that has many texts.

    Loading the tables takes a few tenths of a second, so the first texts are left to underthesea.
    """
    global _segmented
    if not text.strip():
        return []
    _segmented += len(text)
    return bulk_words(DOMAIN_WORDS)(text) if _segmented > _WORTH_CHARS else segment_words(text)


def expect_many() -> None:
    """Let `words` load the tables for the next text: the caller knows that many are to come."""
    global _segmented
    _segmented = max(_segmented, _WORTH_CHARS)


@cache
def bulk_words(fixed_words: tuple[str, ...]) -> Words:
    """Return a function that gives the words of a text as underthesea's `word_tokenize` does with these fixed words.

    It is underthesea's own where the installed model is not the one known here.
    """
    word_tokenize = underthesea_parts.word_tokenize()

    def plainly(text: str) -> list[str]:
        words: list[str] = word_tokenize(text, fixed_words=list(fixed_words))
        return words

    try:
        quickly = _quickly(fixed_words)
        same = all(quickly(text) == plainly(text) for text in _SAMPLE)
    except Exception:  # whatever is otherwise in another version: its own function is right
        return plainly
    return quickly if same else plainly


# What of underthesea's patterns goes on over a space, beside the fixed words: "Th.S", whose full stop is not escaped.
_OVER_SPACE: Final = r"Th\s[Ss]"


def _quickly(fixed_words: tuple[str, ...]) -> Words:
    underthesea_parts.word_tokenize()  # imports what follows and no more of underthesea
    from underthesea.pipeline.text_normalize import token_normalize
    from underthesea.pipeline.text_normalize.character_normalize import normalize_characters_in_text
    from underthesea.pipeline.word_tokenize import regex_tokenize

    tagger = WordTagger(word_model.load(Path(regex_tokenize.__file__).parent / _MODEL), fixed_words)
    regex_tokenize.tokenize("", fixed_words=list(fixed_words))  # makes the patterns with the fixed words
    find = regex_tokenize.patterns.findall
    over_space = re.compile("|".join((*map(re.escape, fixed_words), _OVER_SPACE)))

    def split(text: str) -> Iterator[Token]:
        return (tagger.token(token_normalize(first)) for first, *_ in find(text))

    tokens_in = _TokensIn(split).__getitem__

    def tokens_of(text: str) -> list[Token]:
        if over_space.search(text):
            return [*split(text)]
        *forms, last = text.split()
        return [*chain.from_iterable(map(tokens_in, forms)), *split(text[text.rindex(last) :])]

    def words(text: str) -> list[str]:
        text = normalize_characters_in_text(text)
        tokens = tokens_of(text) if text.strip() else []
        found: list[str] = []
        for token, begins in zip(tokens, tagger.begins(tokens), strict=True):
            if begins:
                found.append(token.text)
            else:
                found[-1] += " " + token.text
        return found

    return words


class _TokensIn(dict[str, tuple["Token", ...]]):
    """The tokens of what stands between two spaces, filled as such forms are met."""

    def __init__(self, split: Callable[[str], Iterator[Token]]) -> None:
        self._split = split

    def __missing__(self, form: str) -> tuple[Token, ...]:
        # A pattern may look whether a space follows, or the end.
        tokens = tuple(self._split(form + " "))
        if len(form) < _LONG:
            if len(self) >= _KEPT_TOKENS:
                self.clear()
            self[form] = tokens
        return tokens


_Gains = tuple[float, ...]


class _Run(NamedTuple):
    """What is known of a run of syllables: what it adds as a pair and as a triple of tokens, and how it goes on."""

    pair: _Gains | None
    triple: _Gains | None
    after: _Runs


# Runs by their next syllable.
_Runs = dict[str, _Run]
_NONE: Final[_Runs] = {}
_UNKNOWN: Final = _Run(None, None, _NONE)


class Token(NamedTuple):
    """A token with what is known of it by itself, and of the runs that begin with it.

    `to_...` is what it adds to the token two behind it, one behind, itself, and to the two before it.
    """

    text: str
    lowered: str
    is_fixed: bool  # one of the fixed words, of several syllables
    title: bool
    to_second_next: float
    to_next: float
    to_itself: float
    to_previous: float
    to_second_previous: float
    plain: _Runs
    lower: _Runs


class WordTagger:
    """Finds which tokens begin a word."""

    def __init__(self, model: WordModel, fixed_words: Sequence[str]) -> None:
        """Arrange what the model knows of runs by their syllables; only `fixed_words` are tokens of several."""
        self._model = model
        self._tokens: dict[str, Token] = {}
        # What `Flags.base` takes to be false everywhere is true here.
        pair, triple = (_difference(*model.flags.in_dictionary[size]) for size in (2, 3))
        self._title_pair, self._title_triple = (_difference(*model.flags.title[size]) for size in (2, 3))
        self._plain: _Runs = {}
        in_dictionary = _Run(pair, triple, _NONE)
        # Pairs are most of the dictionary, and quickly arranged.
        pairs: defaultdict[str, _Runs] = defaultdict(dict)
        longer: list[list[str]] = []
        for text in model.dictionary:
            syllables = [sys.intern(syllable) for syllable in text.split(" ")]
            if len(syllables) == 2:
                pairs[syllables[0]][syllables[1]] = in_dictionary
            # Those of four are no pairs or triples of tokens, but with a fixed word among them.
            elif len(syllables) == 3 or any(word in text for word in fixed_words):
                longer.append(syllables)
        self._lower: _Runs = {syllable: _Run(None, None, after) for syllable, after in pairs.items()}
        for syllables in longer:
            _add(self._lower, syllables, in_dictionary)
        for text, row in model.lower[2].items():
            _add(self._lower, text.split(" "), _Run(tuple(row), None, _NONE))
        for text, row in model.plain[2].items():
            _add(self._plain, text.split(" "), _Run(tuple(row), None, _NONE))
        for text, row in model.plain[3].items():
            _add(self._plain, text.split(" "), _Run(None, tuple(row), _NONE))

    def token(self, text: str) -> Token:
        """Return a token with what is known of it."""
        token = self._tokens.get(text)
        if token is not None:
            return token
        # One object for each syllable: a dictionary whose key it is need not compare letters.
        text, lowered = sys.intern(text), sys.intern(text.lower())
        title, model = _is_title(text), self._model
        gains = model.flags.digit[_is_digit(text)]
        for row in (
            model.plain[1].get(text),
            model.lower[1].get(lowered),
            model.flags.in_dictionary[1][lowered in model.dictionary],
            model.flags.title[1][title],
        ):
            gains = [a + b for a, b in zip(gains, row, strict=True)] if row is not None else gains
        to_second_next, to_next, to_itself, to_previous, to_second_previous = gains
        plain, lower = _found(self._plain, text).after, _found(self._lower, lowered).after
        token = Token(
            text=text,
            lowered=lowered,
            is_fixed=" " in text,
            title=title,
            to_second_next=to_second_next,
            to_next=to_next,
            to_itself=to_itself,
            to_previous=to_previous,
            to_second_previous=to_second_previous,
            plain=plain,
            lower=lower,
        )
        if len(text) < _LONG:
            if len(self._tokens) >= _KEPT_TOKENS:
                self._tokens.clear()
            self._tokens[text] = token
        return token

    def begins(self, tokens: Sequence[Token]) -> list[bool]:
        """Return for each token whether it begins a word; the first does."""
        return self._best_path(self._gains(tokens)) if tokens else []

    def _gains(self, tokens: Sequence[Token]) -> list[float]:
        """Return for each token how much better it begins a word than goes on with the one before."""
        title_pair, title_triple = self._title_pair, self._title_triple
        gains: list[float] = []
        # What has been gained so far by the token two before this one, one before, this one and the next.
        two_before = one_before = here = next_one = 0.0
        # The runs that begin with the token before, and with the two tokens before.
        plain_runs = lower_runs = plain_pairs = lower_pairs = _NONE
        titles = 0  # in a row, up to here
        bases = self._model.flags.base(len(tokens))
        for (text, lowered, is_fixed, title, a, b, c, d, e, plain_next, lower_next), base in zip(
            tokens, bases, strict=True
        ):
            if is_fixed:
                plain, lower = _found(plain_runs, text), _found(lower_runs, lowered)
            else:
                plain, lower = plain_runs.get(text, _UNKNOWN), lower_runs.get(lowered, _UNKNOWN)
            plain_pair, _, plain_after = plain
            lower_pair, _, lower_after = lower
            titles = titles + 1 if title else 0
            two_before += e
            one_before += d
            here += c + base
            next_one += b
            # A pair that ends here is [-2,-1] of the next token, [-1,0] of this one, [0,1] and [1,2] of those before.
            if plain_pair is not None:
                w, x, y, z = plain_pair
                next_one += w
                here += x
                one_before += y
                two_before += z
            if lower_pair is not None:
                w, x, y, z = lower_pair
                next_one += w
                here += x
                one_before += y
                two_before += z
            if titles > 1:
                w, x, y, z = title_pair
                next_one += w
                here += x
                one_before += y
                two_before += z
            if plain_pairs or lower_pairs or titles > 2:
                for triple in (
                    _found(plain_pairs, text).triple,
                    _found(lower_pairs, lowered).triple,
                    title_triple if titles > 2 else None,
                ):
                    if triple is not None:
                        x, y, z = triple
                        here += x
                        one_before += y
                        two_before += z
            gains.append(two_before)
            two_before, one_before, here, next_one = one_before, here, next_one, a
            plain_runs, lower_runs, plain_pairs, lower_pairs = plain_next, lower_next, plain_after, lower_after
        # The first two were gained by what stands before the first token: nothing.
        return [*gains[2:], two_before, one_before][-len(tokens) :]

    def _best_path(self, gains: Sequence[float]) -> list[bool]:
        """Return the best labels, by how much better it is at each token that it begins a word than that it goes on."""
        (bb, bi), (ib, ii) = self._model.moves
        # From which lead on the token before rather begins a word, when this one begins one and when it goes on.
        if_begins, if_inside = ib - bb, ii - bi
        leads = [gains[0]]
        lead = gains[0]
        for gain in gains[1:]:
            lead = gain + (lead + bb if lead >= if_begins else ib) - (lead + bi if lead >= if_inside else ii)
            leads.append(lead)
        begins = leads.pop() >= 0
        path = [begins]
        for lead in reversed(leads):
            begins = lead >= (if_begins if begins else if_inside)
            path.append(begins)
        path.reverse()
        path[0] = True
        return path


def _add(runs: _Runs, syllables: Sequence[str], run: _Run) -> None:
    """Add to what is known of a run of syllables."""
    *others, last = map(sys.intern, syllables)
    for syllable in others:
        shorter = runs.get(syllable, _UNKNOWN)
        if shorter.after is _NONE:
            shorter = runs[syllable] = _Run(shorter.pair, shorter.triple, {})
        runs = shorter.after
    known = runs.get(last)
    runs[last] = run if known is None else _Run(_sum(run.pair, known.pair), run.triple or known.triple, known.after)


def _found(runs: _Runs, text: str) -> _Run:
    """Return what is known of a run of syllables."""
    if " " not in text:
        return runs.get(text, _UNKNOWN)
    run = _UNKNOWN
    for syllable in text.split(" "):
        run = runs.get(syllable, _UNKNOWN)
        runs = run.after
    return run


def _sum(row: _Gains | None, other: Sequence[float] | None) -> _Gains | None:
    if row is None or other is None:
        return row if other is None else tuple(other)
    return tuple(a + b for a, b in zip(row, other, strict=True))


def _difference(no: Sequence[float], yes: Sequence[float]) -> _Gains:
    return tuple(b - a for a, b in zip(no, yes, strict=True))


def _is_title(text: str) -> bool:
    """Tell whether no part of the text begins with a letter that has a capital: what the model calls a title."""
    return all(part[0] == part[0].upper() for part in text.split())


def _is_digit(text: str) -> bool:
    return text.isascii() and text.isdigit()
