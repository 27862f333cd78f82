"""Slips of the keyboard in a question: put right where the library or the words of questions show what was meant.

A word is changed only when it is unknown, or fits none of its neighbours, and a word one slip away (a letter missing,
doubled, swapped or wrong; a wrong or missing mark; a space too many or too few; Telex keys left in) does fit. Evidence
are pairs of neighbouring syllables: those of the reports, and those of the phrases that questions are made of. Names
are left alone: that somebody else's name is a slip away says nothing (see `constraints` for names).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from retrieval.answering import chat
from retrieval.answering.accents import restored
from retrieval.answering.kinds import classify
from retrieval.answering.model import Kind
from retrieval.answering.phrases import Pair, chat_words, phrases, place_pairs, tight_pairs, which_pairs
from retrieval.answering.slips import DOUBLED, from_telex, one_slip_away, slip_weight
from retrieval.answering.unseen_names import GOING_ON, Typed, family_name, name_runs
from retrieval.corpus.document import Document
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.names import FAMILY_NAMES
from retrieval.language.normalize import fold, is_unaccented, reading_form
from retrieval.language.places import is_place
from retrieval.language.weights import idf, is_form_seen, is_syllable_seen, rarity

_WORD = re.compile(r"[^\W\d_]+")
# "QQuốc hội", "LLebanon": the key held too long; no word begins so.
_DOUBLED_CAPITAL = re.compile(rf"(?<!\w)([{UPPER}])\1(?=[{LOWER}]{{2}})")
_ONSETS_ALONE = frozenset((
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
    "s", "t", "th", "tr", "v", "x",
))  # fmt: skip
_FOLDED_FAMILIES = frozenset(fold(name) for name in FAMILY_NAMES)
_FAMILIES = frozenset(name.lower() for name in FAMILY_NAMES)

# Signs beside a word that is a part of something longer: an address, a number, "TP.HCM".
_WITHIN_MORE = re.compile(r"[\d/&.\-@_][^\s]?$|^[\d/&\-@_]")

# Words of address: they fit before any family name.
_ADDRESS = frozenset((
    "ông", "bà", "anh", "chị", "ong", "ba", "chi",
))  # fmt: skip

# How much a pair of the question phrases counts, in units of log2(1 + count) of a pair of the library.
_PHRASE_WEIGHT = 6.0
# A known word gives way to one that stands beside its neighbour so often, in such a share of the places of either.
_MANY, _NEARLY_ALWAYS = 6, 0.5
# A known word so common is never taken for a slip (see `weights.rarity` and `weights.idf`).
_RARE, _RARE_BARE = 7.8, 4.8
# A shorter name is a slip away from too many others.
_SHORTEST_NAME = 5
# Of a large library a part is read: beyond these numbers little more is learned.
MOST_DOCUMENTS = 600
LONGEST_TEXT = 20_000  # characters of a document


class _Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def bare(self) -> str:
        return fold(self.text)


LONGEST_CORRECTED = 600  # characters of a question whose slips are put right


class Corrector:
    """Puts slips in questions right. Made once for a library; thread-safe, since nothing changes afterwards."""

    def __init__(
        self,
        words: Mapping[str, int],
        pairs: Mapping[Pair, int],
        capitals: Mapping[Pair, int] | None = None,
        names: Mapping[str, int] | None = None,
    ) -> None:
        """Take the syllables of the reports (reading form, lower case) and their neighbouring pairs, with counts.

        `capitals` counts how often a pair was written with two capitals; a question typed without any, or in capitals
        throughout, gets them from there. `names` counts how often a syllable was written with a capital.
        """
        self._names = frozenset(w for w, n in (names or {}).items() if n >= 0.9 * words.get(w, 0))
        self._capitals = frozenset(p for p, n in (capitals or {}).items() if n >= 0.7 * pairs.get(p, 0))
        phrase_words, phrase_pairs = phrases()
        self._words = Counter(words)
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        for word, count in (*words.items(), *phrase_words.items()):
            self._forms[fold(word)][word] += count
        self._accented: dict[Pair, float] = {}
        self._folded: dict[Pair, float] = {}
        counts: Counter[Pair] = Counter()
        for (a, b), count in pairs.items():
            self._accented[a, b] = math.log2(1 + count)
            counts[fold(a), fold(b)] += count
        self._pair_counts = counts
        for bare, count in counts.items():
            self._folded[bare] = math.log2(1 + count)
        self._folded_capitals = frozenset((fold(a), fold(b)) for a, b in self._capitals)
        self._tight = tight_pairs()
        self._folded_tight = frozenset((fold(a), fold(b)) for a, b in self._tight)
        self._folded_which = frozenset((fold(a), fold(b)) for a, b in which_pairs())
        self._phrase_words = frozenset(map(fold, phrase_words))
        for pair in phrase_pairs | self._tight | which_pairs():
            self._accented[pair] = self._accented.get(pair, 0.0) + _PHRASE_WEIGHT
        for pair in {(fold(a), fold(b)) for a, b in phrase_pairs | self._tight | which_pairs()}:
            self._folded[pair] = self._folded.get(pair, 0.0) + _PHRASE_WEIGHT

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Self:
        """Return the corrector of a library; of many documents as many are read, evenly spaced, as tell enough."""
        words: Counter[str] = Counter()
        pairs: Counter[Pair] = Counter()
        capitals: Counter[Pair] = Counter()
        names: Counter[str] = Counter()
        for i in range(0, len(documents), max(1, len(documents) // MOST_DOCUMENTS)):
            document = documents[i]
            for line in (document.title, *document.text[:LONGEST_TEXT].splitlines()):
                written = _WORD.findall(reading_form(line))
                tokens = [token.lower() for token in written]
                words.update(tokens)
                pairs.update(pairwise(tokens))
                names.update(token for token, word in zip(tokens, written, strict=True) if word[0].isupper())
                if not line.isupper():
                    both = zip(pairwise(written), pairwise(tokens), strict=True)
                    capitals.update(low for (a, b), low in both if a[0].isupper() and b[0].isupper())
        return cls(words, pairs, capitals, names)

    def correct(self, question: str) -> str:
        """Return `question` (in reading form, single spaces) with its slips put right, its accents and case kept."""
        text = " ".join(reading_form(question).split())
        if len(text) > LONGEST_CORRECTED:
            return text  # pasted, not typed
        if text.isupper() and " " in text:
            text = text[:1] + text[1:].lower()
        text = _DOUBLED_CAPITAL.sub(r"\1", text)
        text = self._telex(text)
        text = self._spaces(text)
        unaccented = is_unaccented(text)
        tokens = _tokens(text)
        for _ in range(2):  # a word put right may show what its neighbour was meant to be
            changed = False
            for i, token in enumerate(tokens):
                if self._left_alone(tokens, i, text):
                    continue
                word = self._letters(tokens, i, unaccented)
                if word is None and not unaccented:
                    word = self._marks(tokens, i, text)
                if word is not None and word != token.low:
                    changed = True
                    tokens[i] = token._replace(text=self._spelled_like(word, tokens, i))
            if not changed:
                break
        if not unaccented and _typed_low(tokens):
            tokens = self._named(text, self._capitalised(text, tokens, bare=False), bare=False)
        return self._asking(_joined(text, tokens))

    def read(self, question: str) -> str:
        """Return `question` corrected, and with the accents that it was typed without, unless it is very long.

        Where it is less clear with them what is asked ("viên nào" for "viện nào"), they were the wrong ones.
        """
        text = self.correct(question)
        if not is_unaccented(text) or len(text) > LONGEST_CORRECTED:
            return text
        accented = restored(text, self._forms_of, self._strength)
        if _is_vague(accented) and not _is_vague(text):
            return text
        return self._with_names(text, accented)

    def _with_names(self, bare: str, accented: str) -> str:
        """Return a question whose accents were restored with the capitals of its names, known and unknown."""
        typed, tokens = _tokens(bare), _tokens(accented)
        if not _typed_low(typed):
            return accented
        tokens = self._capitalised(accented, tokens, bare=True)
        for i, named in enumerate(self._named(bare, tokens, bare=True)):
            if named.text[0].isupper() and not tokens[i].text[0].isupper():
                family = family_name(named.bare) if not tokens[i - 1].text[0].isupper() or i == 0 else ""
                tokens[i] = tokens[i]._replace(text=family or tokens[i].text[0].upper() + tokens[i].text[1:])
        return _joined(accented, tokens)

    def _named(self, text: str, tokens: list[_Token], *, bare: bool) -> list[_Token]:
        """Return the words with the capitals of names that the reports do not have."""
        gaps = [text[a.end : b.start] for a, b in pairwise(tokens)]
        words = [
            Typed(t.bare if bare else t.low, t.low, gap != " ", i > 0 and t.text[0].isupper())
            for i, (gap, t) in enumerate(zip((" ", *gaps), tokens, strict=True))
        ]
        runs = name_runs(
            words,
            lambda a, b: (a, b) in self._accented and (a, b) not in self._capitals,
            lambda word: word in self._words or word in chat_words(),
            bare=bare,
        )
        named = {i for first, end in runs for i in range(first, end)}
        return [t._replace(text=t.text[0].upper() + t.text[1:]) if i in named else t for i, t in enumerate(tokens)]

    def _forms_of(self, bare: str) -> Mapping[str, int]:
        return self._forms.get(bare, {})

    def _strength(self, before: str, after: str) -> float:
        return self._accented.get((before, after), 0.0)

    def _spelled_like(self, word: str, tokens: list[_Token], i: int) -> str:
        """Return `word` with the capital of the word it replaces, or of the name that it belongs to."""
        if i > 0 and tokens[i - 1].text[0].isupper() and (tokens[i - 1].low, word) in self._capitals:
            return word[:1].upper() + word[1:]
        return _cased(word, tokens[i].text)

    def _capitalised(self, text: str, tokens: list[_Token], *, bare: bool) -> list[_Token]:
        """Return the words with the capitals that the reports write them with; `bare` when the accents are guessed."""
        small = _SMALL if bare else frozenset[str]()
        marked = {
            i + j
            for i, (a, b) in enumerate(pairwise(tokens))
            if (
                (a.low, b.low) in self._capitals
                and not {a.low, b.low} & small
                and not (a.low in _ADDRESS and b.low in _FAMILIES)  # "Ông Lê" at the head of a sentence
                and not _GLUE.search(text[max(0, a.start - 1) : b.start])
            )
            or (a.low, b.low) in place_pairs()
            for j in (0, 1)
        }
        return [t._replace(text=t.text[0].upper() + t.text[1:]) if i in marked else t for i, t in enumerate(tokens)]

    def _asking(self, text: str) -> str:
        """Return a question that asks nothing with the word changed that may be a question word mistyped."""
        if not _asks_nothing(text):
            return text
        tokens = _tokens(text)
        unaccented = is_unaccented(text)
        for same_letters, at_home in ((True, True), (False, False), (False, True)):
            for i in sorted(range(len(tokens)), key=lambda i: (i != len(tokens) - 1, i)):
                token = tokens[i]
                if len(token.bare) < 2 or (token.text[0].isupper() and (i > 0 or at_home)):
                    continue
                if not at_home and self._known(token.bare) and self._is_at_home(token, unaccented):
                    continue
                near = {token.bare} if same_letters else set(one_slip_away(token.bare))
                for word in _QUESTION_WORDS:
                    if fold(word) not in near or word == token.low:
                        continue
                    meant = _cased(fold(word) if unaccented else word, token.text)
                    changed = _joined(text, [*tokens[:i], token._replace(text=meant), *tokens[i + 1 :]])
                    if not _asks_nothing(changed):
                        return changed
        return text

    # Telex and spaces ---------------------------------------------------------------------------------------------

    def _telex(self, text: str) -> str:
        """Write out words typed with Telex keys that no input method turned into letters ("hooij nghij")."""

        def replace(match: re.Match[str]) -> str:
            word = match.group()
            low = word.lower()
            if len(low) < 3 or not low.isascii() or self._known(low) or (word[0].isupper() and match.start() > 0):
                return word
            decoded = from_telex(low)
            if decoded is None or not (decoded in self._words or is_form_seen(decoded)):
                return word
            return _cased(decoded, word)

        return _WORD.sub(replace, text)

    def _spaces(self, text: str) -> str:
        """Take out a space within a word, and put in one that is missing between two."""
        pieces = text.split(" ")
        fixed: list[str] = []
        i = 0
        while i < len(pieces):
            piece = pieces[i]
            joined = piece + pieces[i + 1] if i + 1 < len(pieces) else ""
            if joined and self._torn(
                piece, pieces[i + 1], fixed[-1] if fixed else "", pieces[i + 2] if i + 2 < len(pieces) else ""
            ):
                fixed.append(joined)
                i += 2
                continue
            fixed.append(self._parted(piece))
            i += 1
        return " ".join(fixed)

    def _torn(self, a: str, b: str, before: str, after: str) -> bool:
        """Tell whether `a` and `b` are one syllable torn apart ("h ội", "hộ i nghị")."""
        if not (a.isalpha() and _WORD.match(b)) or a.lower() in chat_words() or len(a) + len(b) > 8:
            return False
        rest = _WORD.match(b)
        whole = fold(a + (rest.group() if rest else b))
        if whole not in self._forms:
            return False
        bare_a, bare_b = fold(a), fold(rest.group() if rest else b)
        broken = (
            bare_a in _ONSETS_ALONE
            or not self._known(bare_a)
            or not self._known(bare_b)
            or bare_b in ("i", "n", "m", "p", "t", "c", "u", "ng", "nh", "ch")
        )
        if not broken or (a in ("đ", "ở") and not b[:1].isalpha()):
            return False
        beside = (fold(before.strip(".,?!")), fold(after.strip(".,?!")))
        own = (
            self._folded.get((beside[0], bare_a), 0.0)
            + self._folded.get((bare_a, bare_b), 0.0)
            + self._folded.get((bare_b, beside[1]), 0.0)
        )
        return self._folded.get((beside[0], whole), 0.0) + self._folded.get((whole, beside[1]), 0.0) > own

    def _parted(self, piece: str) -> str:
        """Return a piece in which two syllables ran together as two ("diễnra"), any other as it is."""
        match = _WORD.search(piece)
        if match is None or len(match.group()) < 4:
            return piece
        word = match.group()
        if self._known(fold(word)) or word.lower() in chat_words() or (word.isupper() and len(word) < 8):
            return piece
        if self._known(re.sub(r"(.)\1", r"\1", fold(word))):
            return piece  # a letter was doubled
        best: tuple[float, int] = (0.0, 0)
        for cut in range(1, len(word)):
            a, b = fold(word[:cut]), fold(word[cut:])
            strength = self._folded.get((a, b), 0.0) + 0.1 * self._accented.get(
                (word[:cut].lower(), word[cut:].lower()), 0.0
            )
            best = max(best, (strength, cut))
        if best[1] == 0 or best[0] < 1.0:
            return piece
        at = match.start() + best[1]
        return f"{piece[:at]} {piece[at:]}"

    # Letters and marks ------------------------------------------------------------------------------------------------

    def _left_alone(self, tokens: list[_Token], i: int, text: str) -> bool:
        token = tokens[i]
        if token.low in chat_words() or (token.text.isupper() and len(token.text) > 1):
            return True
        around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
        if not around.isspace() and _WITHIN_MORE.search(around.strip("?!")) and not around.endswith("."):
            return True
        return self._known(token.bare) and self._within_name(tokens, i, text)

    def _within_name(self, tokens: list[_Token], i: int, text: str) -> bool:
        """Tell whether a capitalised word stands in the name of a person: a family name before it, all in capitals."""
        token = tokens[i]
        if not token.text[0].isupper() or text.isupper():
            return False
        if token.low in _FAMILIES and i + 1 < len(tokens) and tokens[i + 1].text[0].isupper() and i > 0:
            return True
        for back in range(1, 4):
            if i - back < 0 or not tokens[i - back].text[0].isupper():
                return False
            if tokens[i - back].low in _FAMILIES and tokens[i - back].low != "phó":
                return True
        return False

    def _known(self, bare: str) -> bool:
        return bare in self._forms or is_syllable_seen(bare)

    def _support(self, word: str, tokens: list[_Token], i: int, *, folded: bool) -> float:
        """Return how well `word` fits its neighbours: the strengths of its pairs with them."""
        table = self._folded if folded else self._accented
        total = 0.0
        if i > 0:
            total += table.get((tokens[i - 1].bare if folded else tokens[i - 1].low, word), 0.0)
        if i + 1 < len(tokens):
            following = tokens[i + 1].bare if folded else tokens[i + 1].low
            total += table.get((word, following), 0.0)
            if word in _ADDRESS and following in (_FOLDED_FAMILIES if folded else _FAMILIES):
                total += _PHRASE_WEIGHT
        return total

    def _letters(self, tokens: list[_Token], i: int, unaccented: bool) -> str | None:
        """Return the word meant by one with a wrong letter, None when there is none to prefer."""
        token = tokens[i]
        bare = token.bare
        # With accents a word is known by them: "kem" is one, "kểm" is none.
        known = self._known(bare) and (unaccented or self._is_form(token.low))
        if not known and self._known(bare) and self._marks_fit(tokens, i):
            return None  # a mark is wrong, and no letter
        if self._support(bare, tokens, i, folded=True) > 0 and (unaccented or not known or self._marks_fit(tokens, i)):
            return None
        if known and (idf(bare) < _RARE_BARE if unaccented else rarity(token.low) < _RARE):
            return None
        if known and (len(bare) < 2 or (unaccented and self._after_family_name(tokens, i))):
            return None
        named = token.text[0].isupper() and i > 0
        if named and is_place(token.text):
            return None  # "phía Lào" is not "phía nào"
        at_home = known and self._is_at_home(token, unaccented)
        found: list[tuple[float, int, str, float]] = []
        for candidate in set(one_slip_away(bare)):
            if candidate not in self._forms or (known and not self._beside(candidate, tokens, i, self._folded_tight)):
                continue
            form = candidate if unaccented else self._accented_form(candidate, token, tokens, i)
            likely = slip_weight(bare if unaccented else token.low, form)
            if (at_home and unaccented) or (known and not likely):
                continue
            if known and not unaccented and not self._beside(form, tokens, i, self._tight, folded=False):
                continue
            if named and not self._may_be_named(form, token, tokens, i):
                continue
            strength = self._support(candidate, tokens, i, folded=True)
            if likely:
                strength += likely + _PHRASE_WEIGHT
            found.append((strength, sum(self._forms[candidate].values()), form, likely))
        if any(likely for _, _, _, likely in found):
            found = [one for one in found if one[3]]
        if not found:
            return self._swept_along(tokens, i, unaccented) if known and not named else None
        found.sort(reverse=True)
        strength, _, best, _ = found[0]
        doubled = slip_weight(bare if unaccented else token.low, best) >= DOUBLED
        if self._support(fold(best), tokens, i, folded=True) == 0 and not doubled and (len(bare) < 4 or len(found) > 1):
            return None
        if known and len(found) > 1 and found[1][0] > 0.8 * strength:
            return None
        return best

    def _is_form(self, low: str) -> bool:
        return low in self._words or is_form_seen(low) or low in phrases()[0]

    def _marks_fit(self, tokens: list[_Token], i: int) -> bool:
        """Tell whether the word, with its own marks or with others, fits its neighbours."""
        forms = {tokens[i].low, *self._forms.get(tokens[i].bare, ())}
        return any(self._support(form, tokens, i, folded=False) > 0 for form in forms)

    def _after_family_name(self, tokens: list[_Token], i: int) -> bool:
        return any(t.bare in _FOLDED_FAMILIES for t in tokens[max(0, i - 3) : i])

    def _may_be_named(self, form: str, token: _Token, tokens: list[_Token], i: int) -> bool:
        """Tell whether a capitalised word may be put right: a place or an office, or a name as the reports have it."""
        if self._is_name_mistyped(form, tokens, i):
            return True
        if is_form_seen(token.low):  # a word as it is: a place or a person of that name there may well be
            return self._beside(form, tokens, i, self._tight - place_pairs(), folded=False)
        return self._named_beside(fold(form), tokens, i) or self._beside(form, tokens, i, self._tight, folded=False)

    def _is_name_mistyped(self, form: str, tokens: list[_Token], i: int) -> bool:
        """Tell whether a capitalised word that is none is a slip away from one that the reports have in its place."""
        token = tokens[i]
        likely = slip_weight(token.low, form)
        if not likely or token.low in self._words or is_form_seen(token.low):
            return False
        if form in self._names and (len(form) >= _SHORTEST_NAME or likely >= DOUBLED):
            return True
        return not self._after_family_name(tokens, i) and self._support(form, tokens, i, folded=False) > 0

    def _named_beside(self, bare: str, tokens: list[_Token], i: int) -> bool:
        """Tell whether the reports write `bare`, in any accents, with a capital beside a capitalised neighbour."""
        before = tokens[i - 1] if i > 0 and _is_name_part(tokens[i - 1]) else None
        after = tokens[i + 1] if i + 1 < len(tokens) and _is_name_part(tokens[i + 1]) else None
        for form in self._forms[bare]:
            if (before and (before.low, form) in self._capitals) or (after and (form, after.low) in self._capitals):
                return True
        if not tokens[i].text.isascii():
            return False
        folded = self._folded_capitals
        return bool((before and (before.bare, bare) in folded) or (after and (bare, after.bare) in folded))

    def _swept_along(self, tokens: list[_Token], i: int, unaccented: bool) -> str | None:
        """Return the word that nearly always stands beside the neighbour where another word does ("ngoại giai")."""
        token = tokens[i]
        for candidate in set(one_slip_away(token.bare)):
            if candidate not in self._forms:
                continue
            form = candidate if unaccented else self._accented_form(candidate, token, tokens, i)
            if not slip_weight(token.bare if unaccented else token.low, form):
                continue
            for j, pair in ((i - 1, 0), (i + 1, 1)):
                if not 0 <= j < len(tokens):
                    continue
                if (
                    not unaccented
                    and ((tokens[j].low, form) if pair == 0 else (form, tokens[j].low)) not in self._accented
                ):
                    continue
                beside = tokens[j].bare
                count = self._pair_counts.get((beside, candidate) if pair == 0 else (candidate, beside), 0)
                alone = sum(self._words[f] for f in self._forms.get(beside, ()))
                own = sum(self._words[f] for f in self._forms[candidate])
                if count >= _MANY and count >= _NEARLY_ALWAYS * min(alone, own):
                    return form
        return None

    def _is_at_home(self, token: _Token, unaccented: bool) -> bool:
        """Tell whether a known word is one of questions or of the reports, and so hardly a slip."""
        if token.bare in self._phrase_words and (unaccented or token.low in phrases()[0]):
            return True
        seen = self._forms.get(token.bare, Counter()) if unaccented else Counter({token.low: self._words[token.low]})
        return sum(seen.values()) >= 2

    def _marks(self, tokens: list[_Token], i: int, text: str) -> str | None:
        """Return the word meant by one with a wrong or missing mark, None when there is none to prefer."""
        token = tokens[i]
        if token.text[0].isupper() and i > 0 and not text.isupper():
            return None
        forms = self._forms.get(token.bare)
        if not forms or self._support(token.low, tokens, i, folded=False) > 0:
            return None
        ranked = sorted(((self._support(f, tokens, i, folded=False), n, f) for f, n in forms.items()), reverse=True)
        strength, _, best = ranked[0]
        if is_form_seen(token.low) or token.low in forms:
            return best if self._beside(best, tokens, i, self._tight, folded=False) else None
        # The form is no word: the one that fits here, or else the one of questions ("ngầy 14/12").
        return best if strength > 0 or best in phrases()[0] else None

    def _beside(self, word: str, tokens: list[_Token], i: int, pairs: frozenset[Pair], *, folded: bool = True) -> bool:
        """Tell whether `word` makes one of `pairs` with a neighbour."""
        spelled = [t.bare if folded else t.low for t in tokens[max(0, i - 1) : i + 2]]
        before = spelled[0] if i > 0 else ""
        after = spelled[-1] if i + 1 < len(tokens) else ""
        if word in ("nào", "nao") and (before, word) in (self._folded_which if folded else which_pairs()):
            return True
        return (before, word) in pairs or (word, after) in pairs

    def _accented_form(self, bare: str, token: _Token, tokens: list[_Token], i: int) -> str:
        typed = set(token.low)
        ranked = sorted(
            (self._support(f, tokens, i, folded=False), len(typed & set(f)), n, f) for f, n in self._forms[bare].items()
        )
        return ranked[-1][3]


_QUESTION_WORDS = ("nào", "ai", "gì", "đâu", "mấy", "không", "bao", "nhiêu", "khi", "chưa")


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


# Words that a heading may write with a capital, and no name does.
_SMALL = frozenset(GOING_ON)
# What glues the parts of an abbreviation ("GD&ĐT", "TP.HCM").
_GLUE = re.compile(r"[&./]")


def _typed_low(tokens: Sequence[_Token]) -> bool:
    """Tell whether a question was typed without capitals, so that they say nothing."""
    return sum(t.text[0].isupper() for t in tokens) <= 1


def _asks_nothing(text: str) -> bool:
    tidied = chat.tidy(text)
    return not tidied.aspects and classify(tidied.text, soft=tidied.soft).kind is Kind.PASSAGE


def _is_vague(text: str) -> bool:
    tidied = chat.tidy(text)
    return classify(tidied.text, soft=tidied.soft).is_vague


def _is_name_part(token: _Token) -> bool:
    return token.text[0].isupper() and token.low not in _ADDRESS


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if any(c.isupper() for c in like[:2]) else word


def _joined(text: str, tokens: list[_Token]) -> str:
    pieces: list[str] = []
    done = 0
    for token in tokens:
        pieces += (text[done : token.start], token.text)
        done = token.end
    return "".join((*pieces, text[done:]))
