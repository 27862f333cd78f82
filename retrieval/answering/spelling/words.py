"""Which words were meant by those typed: the likeliest row of words, by how hands slip and by what stands together.

The noisy channel (Kernighan, Church and Gale 1990; in context, Mays, Damerau and Mercer 1991): of the words one slip
away from each word typed, those are taken that make the whole question likeliest, less what each slip
costs. A word that fits its neighbours is not looked at, and names are left alone: that somebody else's name is a slip
away says nothing (see `constraints` for names).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.phrases import Pair, chat_words, phrases
from retrieval.answering.spelling.attested import Attested
from retrieval.answering.spelling.odds import Odds
from retrieval.answering.spelling.slips import DOUBLED, Neighbours, slip_weight
from retrieval.answering.spelling.tokens import Token, after_family_name, within_name
from retrieval.answering.spelling.viterbi import Choice, likeliest
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.place_names import paired_words
from retrieval.language.places import is_place
from retrieval.language.weights import is_syllable_seen, rarity

# Between words that a sign parts.
_APART: list[Choice] = [("", 0.0)]
# Signs beside a word that is a part of something longer: an address, a number, "TP.HCM".
_WITHIN_MORE = compiled_later(r"[\d/&.\-@_][^\s]?$|^[\d/&\-@_]")
# What may stand between two words of one phrase.
_OPEN = compiled_later(r"[\s\"“”'‘’]*")

# What a slip costs, in natural logarithms: of a letter (less its weight, see `slips`), of a mark, of a mark left out.
_LETTER, _MARK, _UNMARKED = 9.5, 6.5, 5.5
_LEAST = min(_LETTER - DOUBLED, _MARK, _UNMARKED)
# What it costs more where the word typed is one, where it is without marks, and where it has a capital.
_KNOWN, _BARE, _NAMED = 2.5, 1.0, 2.0
# A word that is likelier than this between its neighbours is no slip.
_FITS = -9.0
# Any noun may stand before these, though the two were never seen side by side; before a noun stand those.
_WHICH = frozenset(("nào", "gì"))
_BEFORE_NOUN = ("các", "những", "một", "hai", "mỗi", "chiếc", "cái", "con")
# A word more usual than this is a common one (see `weights.rarity`), as those of questions are: it takes more to be
# a slip.
_RARE, _COMMON = 7.8, 1.5
_SWAPPED = 3.0  # the weight of two letters swapped, as `slips.slip_weight` has it
# How likely a word can be between two that it is never seen beside.
_STRANGE = -14.0
_MOST = 8  # words that are weighed for one typed
_REMEMBERED = 1 << 14  # words of questions, which come again and again
# A shorter name is a slip away from too many others.
_SHORTEST_NAME = 5


class Speller:
    """Finds the words meant by those typed. Made once for a library; thread-safe."""

    def __init__(
        self,
        spellings: Mapping[str, Collection[str]],
        accented: Odds,
        bare: Odds,
        names: frozenset[str],
        capitals: frozenset[Pair],
    ) -> None:
        """Take the forms (reading form, lower case) of each bare syllable, and how likely they stand side by side.

        `names` and `capitals` are the syllables and pairs that the reports write with capitals.
        """
        self._spellings = spellings
        self._odds = {False: accented, True: bare}
        self._names = names
        self._neighbours = Neighbours(spellings)
        self._known_near: dict[tuple[str, bool], list[tuple[str, float]]] = {}
        self._capitals = {False: capitals, True: frozenset((fold(a), fold(b)) for a, b in capitals)}

    def prepare(self) -> None:
        """Find at once what is a slip away from every syllable, for a program that answers for long: half a second."""
        for letters, forms in self._spellings.items():
            for form in forms:
                self._near(form, letters, bare=False)
                self._odds[False].after(form)

    def meant(self, tokens: Sequence[Token], text: str, attested: Attested, *, bare: bool) -> list[str]:
        """Return the word (lower case) meant by each of `tokens` of `text`; `bare` when typed without marks.

        `attested` is what the whole library has of the text.
        """
        if not tokens:
            return []
        typed = [t.bare if bare else t.low for t in tokens]
        before = [
            "",
            *(
                a if _OPEN.fullmatch(text[s.end : t.start]) else ""
                for a, s, t in zip(typed, tokens, tokens[1:], strict=False)
            ),
        ]
        odds = self._with(attested, bare=bare)
        choices = [self._choices(tokens, typed, i, before, text, attested, odds, bare=bare) for i in range(len(tokens))]
        if all(len(row) == 1 for row in choices):
            return typed
        worth: list[list[Choice]] = []
        for previous, row in zip(before, choices, strict=True):
            worth += [[(word, -cost) for word, cost in row]] if previous else [_APART, [(w, -c) for w, c in row]]
        return [word for word in likeliest(worth, lambda _, previous: partial(odds, previous)) if word]

    def _with(self, attested: Attested, *, bare: bool) -> Callable[[str, str], float]:
        """Return how likely a word follows another, by what was read of the library or by the whole of it."""
        after, attested_pairs = self._odds[bare].after, attested.pairs(bare=bare)

        def log(before: str, word: str) -> float:
            if not word:
                return 0.0
            read = after(before)[word]
            whole = attested_pairs.get((before, word))
            return read if whole is None or whole < read else whole

        return log

    def _choices(
        self,
        tokens: Sequence[Token],
        typed: Sequence[str],
        i: int,
        before: Sequence[str],
        text: str,
        attested: Attested,
        likely: Callable[[str, str], float],
        *,
        bare: bool,
    ) -> list[tuple[str, float]]:
        """Return the words that may be meant by token `i`, with what each costs; the first is the word typed."""
        token, word = tokens[i], typed[i]
        as_typed = [(word, 0.0)]
        after = typed[i + 1] if i + 1 < len(tokens) and before[i + 1] else ""
        known = self._is_known(word, bare=bare) or attested.has(word, bare=bare)
        own = likely(before[i], word) + (likely(word, after) if after else _FITS / 2)
        if (known and own > _FITS) or self._left_alone(tokens, i, text, known=known, bare=bare):
            return as_typed
        if (
            known
            and not bare
            and after in _WHICH
            and (not before[i] or is_light(fold(before[i])))
            and self._is_noun(word)
        ):
            return as_typed
        doubt = self._doubt(token, i, bare=bare) if known else 0.0
        if own > -(_LEAST + doubt):
            return as_typed
        named = token.capital and i > 0
        odds = self._odds[bare]
        following = odds.after(before[i])
        between = bool(before[i] and after)
        found = []
        for form, slip in self._near(word, token.bare, bare=bare):
            cost = slip + doubt
            if cost > -own:
                continue  # the word typed is likelier
            behind = odds.after(form)
            if between and _STRANGE - cost < own and not (following.is_usual(form) or behind.is_usual(after)):
                continue
            if named and not self._may_be_named(form, tokens, i, before[i], after, known=known, bare=bare):
                continue
            found.append((following[form] + (behind[after] if after else 0.0) - cost, form, cost))
        found.sort(key=lambda one: (-one[0], one[1]))
        return as_typed + [(form, cost) for _, form, cost in found[:_MOST]]

    def _near(self, word: str, letters: str, *, bare: bool) -> list[tuple[str, float]]:
        """Return the words one slip away from a word (bare letters: `letters`), with what each slip costs."""
        known = self._known_near.get((word, bare))
        if known is None:
            known = []
            no_marks = not bare and word.replace("đ", "d").isascii()
            for near in self._neighbours.of(letters):
                forms = (near,) if bare else self._spellings[near]
                if near != letters:
                    known += _costs(word, letters, near, forms, no_marks=no_marks)
                elif not bare:
                    mark = _UNMARKED if word.isascii() else _MARK
                    known += [(form, mark) for form in forms if form != word]
            if len(self._known_near) < _REMEMBERED:
                self._known_near[word, bare] = known
        return known

    def _doubt(self, token: Token, i: int, *, bare: bool) -> float:
        """Return what it costs to take a known word for another."""
        doubt = _KNOWN + (_BARE if bare else _COMMON if self._is_common(token.low) else 0.0)
        return doubt + (_NAMED if token.capital and i > 0 else 0.0)

    def _is_noun(self, word: str) -> bool:
        """Tell whether the reports or news speak of several of a thing ("các toa"): before "nào" it is no slip."""
        return any(self._odds[False].is_usual((lead, word)) for lead in _BEFORE_NOUN)

    @staticmethod
    def _is_common(word: str) -> bool:
        return rarity(word) < _RARE or word in phrases()[0]

    def _is_known(self, word: str, *, bare: bool) -> bool:
        if bare:
            return word in self._spellings or is_syllable_seen(word)
        return word in self._spellings.get(fold(word), ())

    def _left_alone(self, tokens: Sequence[Token], i: int, text: str, *, known: bool, bare: bool) -> bool:
        token = tokens[i]
        if (
            token.low in chat_words()
            or (token.text.isupper() and len(token.text) > 1)
            or _is_of_place(tokens, i, bare=bare)
        ):
            return True
        around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
        if not around.isspace() and _WITHIN_MORE.search(around.strip("?!")) and not around.endswith("."):
            return True
        if not known:
            return False
        if len(token.bare) < 2 or within_name(tokens, i, text) or (bare and after_family_name(tokens, i)):
            return True
        return token.capital and i > 0 and (is_place(token.text) or not (bare or is_vietnamese_syllable(token.low)))

    def _may_be_named(
        self, form: str, tokens: Sequence[Token], i: int, before: str, after: str, *, known: bool, bare: bool
    ) -> bool:
        """Tell whether a capitalised word may be put right: as the reports have it, or as it stands with others."""
        typed = tokens[i].bare if bare else tokens[i].low
        weight = slip_weight(typed, form)
        if not weight and fold(typed) != fold(form):
            return False  # more than one slip
        doubled = weight >= DOUBLED and not typed.isascii()
        if not known and (doubled or (weight and form in self._names and len(form) >= _SHORTEST_NAME)):
            return True
        in_name = after_family_name(tokens, i) if bare else within_name(tokens, i, "")
        in_name = in_name or (i > 1 and tokens[i - 1].capital)
        usual = self._capitals[bare].__contains__ if in_name else self._odds[bare].is_usual
        return bool((before and usual((before, form))) or (after and usual((form, after))))


def _is_of_place(tokens: Sequence[Token], i: int, *, bare: bool) -> bool:
    """Tell whether a token and its neighbour are of a place's name that reports seldom write ("Miến Điện")."""
    typed = [t.bare if bare else t.low for t in tokens[max(0, i - 1) : i + 2]]
    return any(pair in paired_words() for pair in pairwise(typed))


def _costs(typed: str, letters: str, near: str, forms: Iterable[str], *, no_marks: bool) -> Iterator[tuple[str, float]]:
    """Yield those of `forms` that are one slip away from the word typed, with what the slip costs.

    The forms have the bare letters `near`, one slip away from `letters`, those of the word typed; `no_marks` when it
    may have been typed without its marks besides ("hoii").
    """
    unmarked = _LETTER + _UNMARKED / 2 - slip_weight(letters, near) if no_marks else None
    swapped = len(letters) == len(near) and sorted(letters) == sorted(near)
    for form in forms:
        if weight := slip_weight(typed, form) or _SWAPPED * (swapped and _letters(typed) == _letters(form)):
            yield form, _LETTER - weight
        elif unmarked is not None:
            yield form, unmarked


@lru_cache(maxsize=1 << 14)  # as many syllables as there are
def _letters(word: str) -> str:
    """Return the letters and marks of a word, in alphabetical order: "tạo" and "tọa" have the same."""
    return "".join(sorted(unicodedata.normalize("NFD", word)))
