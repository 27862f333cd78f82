"""Capitals that a question was typed without: from the reports, and for names that no report has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from retrieval.answering.asking.phrases import Pair, chat_words, place_pairs
from retrieval.answering.spelling.tokens import ADDRESS, FAMILIES, Token, cased, joined, tokens_of, typed_low
from retrieval.answering.spelling.unseen_names import GOING_ON, Typed, family_name, name_runs
from retrieval.language.lazy_pattern import compiled_later

# Words that a heading may write with a capital, and no name does.
_SMALL = frozenset(GOING_ON)
# What glues the parts of an abbreviation ("GD&ĐT", "TP.HCM").
_GLUE = compiled_later(r"[&./]")
# How often a word or a pair must be written with capitals to be one that has them.
_NEARLY_ALWAYS, _MOSTLY = 0.9, 0.7


class Capitals:
    """Which words the reports write with a capital. Made once for a library; nothing changes afterwards."""

    def __init__(
        self,
        words: Mapping[str, int],
        pairs: Mapping[Pair, int],
        capitals: Mapping[Pair, int],
        names: Mapping[str, int],
        usual: Callable[[str, str], bool],
    ) -> None:
        """Take the counts of syllables and pairs, all of them and those with capitals; `usual` tells a phrase."""
        self.names = frozenset(w for w, n in names.items() if n >= _NEARLY_ALWAYS * words.get(w, 0))
        self._words = frozenset(words)
        self.pairs = frozenset(p for p, n in capitals.items() if n >= _MOSTLY * pairs.get(p, 0))
        self._usual = usual

    def spelled_like(self, word: str, tokens: Sequence[Token], i: int, *, bare: bool) -> str:
        """Return `word` with the capital of the word it replaces, or of the name that it is or belongs to.

        `bare` tells that it was typed without accents, which many other words share.
        """
        before = i > 0 and tokens[i - 1].capital and (tokens[i - 1].low, word) in self.pairs
        after = i + 1 < len(tokens) and tokens[i + 1].capital and (word, tokens[i + 1].low) in self.pairs
        return (
            word[:1].upper() + word[1:]
            if before or after or (word in self.names and not bare)
            else cased(word, tokens[i].text)
        )

    def restored(self, text: str) -> str:
        """Return `text`, typed with its marks, with the capitals of names where it was typed without any."""
        tokens = tokens_of(text)
        if not typed_low(tokens):
            return text
        return joined(text, self._unseen(text, self._seen(text, tokens, bare=False), bare=False))

    def of_accented(self, bare: str, accented: str) -> str:
        """Return a question whose accents were restored with the capitals of its names, known and unknown."""
        typed, tokens = tokens_of(bare), tokens_of(accented)
        if not typed_low(typed):
            return accented
        tokens = self._seen(accented, tokens, bare=True)
        for i, named in enumerate(self._unseen(bare, tokens, bare=True)):
            if named.capital and not tokens[i].capital:
                family = family_name(named.bare) if i == 0 or not tokens[i - 1].capital else ""
                tokens[i] = tokens[i]._replace(text=family or tokens[i].text[0].upper() + tokens[i].text[1:])
        return joined(accented, tokens)

    def _seen(self, text: str, tokens: list[Token], *, bare: bool) -> list[Token]:
        """Return the words with the capitals that the reports write them with; `bare` when the accents are guessed."""
        small = _SMALL if bare else frozenset[str]()
        marked = {
            i + j
            for i, (a, b) in enumerate(pairwise(tokens))
            if (
                (a.low, b.low) in self.pairs
                and not {a.low, b.low} & small
                and not (a.low in ADDRESS and b.low in FAMILIES)  # "Ông Lê" at the head of a sentence
                and not _GLUE.search(text[max(0, a.start - 1) : b.start])
            )
            or (a.low, b.low) in place_pairs()
            for j in (0, 1)
        }
        return [t._replace(text=t.text[0].upper() + t.text[1:]) if i in marked else t for i, t in enumerate(tokens)]

    def _unseen(self, text: str, tokens: list[Token], *, bare: bool) -> list[Token]:
        """Return the words with the capitals of names that the reports do not have."""
        gaps = [text[a.end : b.start] for a, b in pairwise(tokens)]
        words = [
            Typed(t.bare if bare else t.low, t.low, gap != " ", i > 0 and t.capital)
            for i, (gap, t) in enumerate(zip((" ", *gaps), tokens, strict=True))
        ]
        runs = name_runs(
            words,
            lambda a, b: self._usual(a, b) and (a, b) not in self.pairs,
            lambda word: word in self._words or word in chat_words(),
            bare=bare,
        )
        named = {i for first, end in runs for i in range(first, end)}
        return [t._replace(text=t.text[0].upper() + t.text[1:]) if i in named else t for i, t in enumerate(tokens)]
