"""Slips of the keyboard in a question, put right where the library or the words of questions show what was meant.

A slip is a letter missing, doubled, swapped or wrong, a wrong or missing mark, a space too many or too few, Telex
keys left in. `spelling_words` chooses the words, `spelling_spaces` the spaces, `spelling_capitals` the capitals and
`accents` the marks of a question that was typed without any.
"""

from __future__ import annotations

import copy
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Self

from retrieval.answering.asking import chat
from retrieval.answering.asking.kinds import classify
from retrieval.answering.asking.phrases import Pair, phrases, tight_pairs, which_pairs
from retrieval.answering.model import Kind
from retrieval.answering.spelling.accents import restored
from retrieval.answering.spelling.asked_odds import Around, AskedOdds, Told
from retrieval.answering.spelling.attested import Attested, Counts, nothing_counted
from retrieval.answering.spelling.capitals import Capitals
from retrieval.answering.spelling.odds import Odds, counted
from retrieval.answering.spelling.partly import is_partly_accented, naturalness
from retrieval.answering.spelling.slips import one_slip_away
from retrieval.answering.spelling.spaces import with_spaces, without_telex
from retrieval.answering.spelling.tokens import WORD, Token, cased, joined, tokens_of
from retrieval.answering.spelling.words import Speller
from retrieval.corpus.document import Document
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold, is_unaccented, reading_form
from retrieval.language.pairs import pieces
from retrieval.language.weights import is_form_seen, is_syllable_seen, seen_forms

# "QQuốc hội", "LLebanon": the key held too long; no word begins so.
_DOUBLED_CAPITAL = compiled_later(rf"(?<!\w)([{UPPER}])\1(?=[{LOWER}]{{2}})")
# How much a pair of the question phrases counts, in units of log2(1 + count) of a pair of the library.
_PHRASE_WEIGHT = 6.0
# Of a large library a part is read: beyond these numbers little more is learned.
MOST_DOCUMENTS = 600
LONGEST_TEXT = 20_000  # characters of a document
LONGEST_CORRECTED = 600  # characters of a question whose slips are put right
_QUESTION_WORDS = ("nào", "ai", "gì", "đâu", "mấy", "không", "bao", "nhiêu", "khi", "chưa")


_LABEL = compiled_later(r"[IVXLC]+|[A-Z]")  # is meant as typed


class Corrector:
    """Puts slips in questions right. Made once for a library; thread-safe, since nothing changes afterwards."""

    def __init__(
        self,
        words: Mapping[str, int],
        pairs: Mapping[Pair, int],
        capitals: Mapping[Pair, int] | None = None,
        names: Mapping[str, int] | None = None,
        counts: Counts = nothing_counted,
    ) -> None:
        """Take the syllables of the reports (reading form, lower case) and their neighbouring pairs, with counts.

        `capitals` counts how often a pair was written with two capitals; a question typed without any, or in capitals
        throughout, gets them from there. `names` counts how often a syllable was written with a capital. Where the
        counts are of a part of the library, `counts` tells what the whole of it has.
        """
        self._counts = counts
        phrase_words, phrase_pairs = phrases()
        self._words = Counter(words)
        self._forms: dict[str, set[str]] = defaultdict(set)
        for word in (*words, *phrase_words, *seen_forms()):
            self._forms[fold(word)].add(word)
        self._natural: dict[str, float] = {}
        self._accented: dict[Pair, float] = {}
        letters: Counter[Pair] = Counter()
        for (a, b), count in pairs.items():
            self._accented[a, b] = math.log2(1 + count)
            letters[fold(a), fold(b)] += count
        self._folded = {pair: math.log2(1 + count) for pair, count in letters.items()}
        asked = phrase_pairs | tight_pairs() | which_pairs()
        for pair in asked:
            self._accented[pair] = self._accented.get(pair, 0.0) + _PHRASE_WEIGHT
        for pair in {(fold(a), fold(b)) for a, b in asked}:
            self._folded[pair] = self._folded.get(pair, 0.0) + _PHRASE_WEIGHT
        accented = self._accented  # not the corrector, which would hold itself so
        self._capitals = Capitals(words, pairs, capitals or {}, names or {}, lambda a, b: (a, b) in accented)
        self._reports = counted(words.items(), pairs.items())
        bare = counted(words.items(), pairs.items(), bare=True)
        self._speller = Speller(
            self._forms, Odds(self._reports), Odds(bare, bare=True), self._capitals.names, self._capitals.pairs
        )

    @classmethod
    def of(cls, documents: Sequence[Document], counts: Counts = nothing_counted) -> Self:
        """Return the corrector of a library; of many documents as many are read, evenly spaced, as tell enough.

        What the others have besides is looked up with `counts`.
        """
        words: Counter[str] = Counter()
        pairs: Counter[Pair] = Counter()
        capitals: Counter[Pair] = Counter()
        names: Counter[str] = Counter()
        step = max(1, len(documents) // MOST_DOCUMENTS)
        for i in range(0, len(documents), step):
            document = documents[i]
            for line in (document.title, *document.text[:LONGEST_TEXT].splitlines()):
                written = WORD.findall(reading_form(line))
                tokens = [token.lower() for token in written]
                words.update(tokens)
                pairs.update(pairwise(tokens))
                names.update(token for token, word in zip(tokens, written, strict=True) if word[0].isupper())
                if not line.isupper():
                    both = zip(pairwise(written), pairwise(tokens), strict=True)
                    capitals.update(low for (a, b), low in both if a[0].isupper() and b[0].isupper())
        return cls(words, pairs, capitals, names, counts if step > 1 else nothing_counted)

    def counting(self, counts: Counts) -> Self:
        """Return this corrector for a later state of its library, in which `counts` looks terms up."""
        later = copy.copy(self)
        if self._counts is not nothing_counted:
            later._counts = counts
        return later

    def prepare(self) -> None:
        """Find at once what questions would wait for, one after another; takes half a second."""
        self._speller.prepare()

    def correct(self, question: str) -> str:
        """Return `question` (in reading form, single spaces) with its slips put right, its accents and case kept."""
        text = " ".join(reading_form(question).split())
        if len(text) > LONGEST_CORRECTED:
            return text  # pasted, not typed
        if text.isupper() and " " in text:
            text = text[:1] + text[1:].lower()
        text = _DOUBLED_CAPITAL.sub(r"\1", text)
        text = without_telex(text, self._known, lambda word: word in self._words or is_form_seen(word))
        attested = Attested(text, self._counts)
        known = lambda bare: self._known(bare) or attested.has(bare, bare=True)  # noqa: E731
        text = with_spaces(text, known, self._bare_strength, self._strength)
        unaccented = self._lacks_accents(text)
        tokens = tokens_of(text)
        for i, word in enumerate(self._speller.meant(tokens, text, attested, bare=unaccented)):
            if _LABEL.fullmatch(tokens[i].text):
                continue  # "lần thứ X", "giải B"
            if word != (tokens[i].bare if unaccented else tokens[i].low):
                tokens[i] = tokens[i]._replace(text=self._capitals.spelled_like(word, tokens, i, bare=unaccented))
        text = joined(text, tokens)
        return self._asking(text if unaccented else self._capitals.restored(text))

    def read(self, question: str, told: Callable[[str], Iterable[Told]] = lambda question: ()) -> str:
        """Return `question` corrected, and with the accents that it was typed without, unless it is very long.

        `told` gives the documents that a question seems to be about: they tell which accents are meant. Where it is
        less clear with them what is asked ("máy cơn bão" for "mấy cơn bão"), they were the wrong ones.
        """
        text = self.correct(question)
        if len(text) > LONGEST_CORRECTED or not self._lacks_accents(text):
            return text
        bare_text = fold(text)
        around = Around(told(bare_text), {piece for piece, _ in pieces(bare_text)})
        nothing: frozenset[str] = frozenset()

        def forms(typed: str) -> Collection[str]:
            if not typed.isascii():
                return (typed,)  # its marks are there
            return around.forms.get(typed, nothing) | self._forms.get(typed, nothing)

        after = self._asked_odds.following(around)
        accented = restored(text, forms, after)
        if _is_vague(accented) and not _is_vague(text):
            accented = restored(text, forms, after, _QUESTION_WORDS)
            if _is_vague(accented):
                return text
        if chat.tidy(accented).phrase and not (chat.tidy(text).phrase or _asks_nothing(text)):
            return text
        return self._capitals.of_accented(text, accented)

    @cached_property
    def _asked_odds(self) -> AskedOdds:
        return AskedOdds(self._reports)

    def _lacks_accents(self, text: str) -> bool:
        """Tell whether a question was typed without accents, or without most of them."""
        return is_unaccented(text) or is_partly_accented(text, self._naturalness)

    def _naturalness(self, bare: str) -> float:
        """Return how likely a syllable without marks was meant without, looked for once for those that there are."""
        known = self._natural.get(bare)
        if known is None:
            known = naturalness(bare, self._forms.get(bare, ()))
            if bare in self._forms:
                self._natural[bare] = known
        return known

    def _strength(self, before: str, after: str) -> float:
        return self._accented.get((before, after), 0.0)

    def _bare_strength(self, before: str, after: str) -> float:
        return self._folded.get((before, after), 0.0)

    def _known(self, bare: str) -> bool:
        return bare in self._forms or is_syllable_seen(bare)

    def _asking(self, text: str) -> str:
        """Return a question that asks nothing with the word changed that may be a question word mistyped."""
        tidied = chat.tidy(text)
        if not (tidied.phrase or _asks_nothing(text)):
            return text
        tokens = tokens_of(text)
        unaccented = is_unaccented(text)
        # A phrase may be all that was meant: only a word that is none is changed.
        for same_letters, at_home in ((True, True), (False, False))[tidied.phrase :]:
            for i in sorted(range(len(tokens)), key=lambda i: (i != len(tokens) - 1, i)):
                token = tokens[i]
                if len(token.bare) < 2 or (token.capital and (i > 0 or at_home)):
                    continue
                if not at_home and self._known(token.bare) and (tidied.phrase or self._is_at_home(token, unaccented)):
                    continue
                near = {token.bare} if same_letters else set(one_slip_away(token.bare))
                for word in _QUESTION_WORDS:
                    if fold(word) not in near or word == token.low:
                        continue
                    meant = cased(fold(word) if unaccented else word, token.text)
                    changed = joined(text, [*tokens[:i], token._replace(text=meant), *tokens[i + 1 :]])
                    if not (chat.tidy(changed).phrase or _asks_nothing(changed)):
                        return changed
        return text

    def _is_at_home(self, token: Token, unaccented: bool) -> bool:
        """Tell whether a known word is one of questions or of the reports, and so hardly a slip."""
        asked = phrases()[0]
        if token.low in asked or (unaccented and any(word in asked for word in self._forms.get(token.bare, ()))):
            return True
        forms = self._forms.get(token.bare, ()) if unaccented else (token.low,)
        return sum(self._words[form] for form in forms) >= 2


def _asks_nothing(text: str) -> bool:
    tidied = chat.tidy(text)
    return not tidied.aspects and classify(tidied.text, soft=tidied.soft).kind is Kind.PASSAGE


def _is_vague(text: str) -> bool:
    tidied = chat.tidy(text)
    return classify(tidied.text, soft=tidied.soft).is_vague
