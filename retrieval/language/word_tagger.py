"""underthesea's word segmenter evaluated in bulk: the same model, the same words, several times faster.

underthesea makes 43 strings of every syllable (its feature templates over a window of five) and looks each up in its
model, a linear-chain CRF (Lafferty et al. 2001) in CRFsuite's file format. There are two labels, "begins a word" and
"goes on", so all that a template adds is one number: how much better the syllable begins a word. Here these numbers
are summed from tables by n-gram, and the best path is found over them (Viterbi). For reading a library; one question
is segmented sooner by underthesea itself.
"""

from __future__ import annotations

import pickle
import re
import struct
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from retrieval.language import underthesea_parts
from retrieval.language.segment import DOMAIN_WORDS
from retrieval.language.segment import words as segment_words

Words = Callable[[str], list[str]]

_MODEL: Final = "models/ws_crf_vlsp2013_20230727"
_LABELS: Final = ("B-W", "I-W")
_TEMPLATE: Final = re.compile(r"T\[(-?\d)(?:,(-?\d))?\](?:\.(\w+))?$")
_PLAIN: Final = "plain"
_WORTH_CHARS: Final = 60_000
# Tokens whose values are kept, and from which length none is: a hostile text must not fill the memory.
_KEPT_TOKENS: Final = 200_000
_LONG: Final = 40
# What the model must give the same words for as underthesea itself, or it is not used.
_SAMPLE: Final = (
    "Sáng 19/12/2023, Bộ trưởng Ngoại giao Bùi Thanh Sơn (Ủy viên Trung ương) chủ trì phiên họp tại TP. Hồ Chí Minh.",
    "Dự hội nghị có PGS, TS. Nguyễn Văn A; ông Kim Jong-un; 63 điểm cầu - hơn 1.200 đại biểu, đạt 5,5%... “Rất tốt”!",
    "hội nghị",
)


# A token in lower case, whether it is titled, and what it adds to the tokens two behind it, one behind ... two before.
_Single = tuple[str, bool, float, float, float, float, float]


class _NotThisModel(Exception):
    """The installed underthesea has another model than this module knows."""


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


def _quickly(fixed_words: tuple[str, ...]) -> Words:
    underthesea_parts.word_tokenize()  # imports what follows and no more of underthesea
    from underthesea.pipeline.text_normalize import token_normalize
    from underthesea.pipeline.text_normalize.character_normalize import normalize_characters_in_text
    from underthesea.pipeline.word_tokenize import regex_tokenize

    tagger = WordTagger(Path(regex_tokenize.__file__).parent / _MODEL)
    regex_tokenize.tokenize("", fixed_words=list(fixed_words))  # makes the patterns with the fixed words
    find = regex_tokenize.patterns.finditer
    normal: dict[str, str] = {}

    def words(text: str) -> list[str]:
        tokens: list[str] = []
        for match in find(normalize_characters_in_text(text)):
            token = match.group()
            known = normal.get(token)
            if known is None:
                if len(normal) >= _KEPT_TOKENS:
                    normal.clear()
                known = token_normalize(token)
                if len(token) < _LONG:
                    normal[token] = known
            tokens.append(known)
        found: list[str] = []
        for token, begins in zip(tokens, tagger.begins(tokens), strict=True):
            if begins:
                found.append(token)
            else:
                found[-1] += " " + token
        return found

    return words


class WordTagger:
    """Finds which syllables begin a word."""

    def __init__(self, folder: Path) -> None:
        """Load the model in `folder`; raises when it is not of the kind known here."""
        # underthesea's own files, which it reads with joblib: that unpickles in Python, fifteen times slower.
        templates = pickle.loads((folder / "features.bin").read_bytes())
        self._dictionary: frozenset[str] = frozenset(pickle.loads((folder / "dictionary.bin").read_bytes()))
        names, weights, self._moves = _crf((folder / "models.bin").read_bytes())
        self._plain, self._lower, self._flags = _tables(templates, names, weights)
        self._singles: dict[str, _Single] = {}

    def begins(self, tokens: Sequence[str]) -> list[bool]:
        """Return for each token whether it begins a word; the first does."""
        count = len(tokens)
        if not count:
            return []
        # gain[i + 2]: how much better token i begins a word than goes on with the one before.
        gain = [0.0] * (count + 4)
        singles, plain2, plain3, lower2 = self._singles, self._plain[2], self._plain[3], self._lower[2]
        dictionary = self._dictionary
        edges = self._flags.edges(count)
        for i, value in enumerate(edges):
            gain[i + 2] = value
        in2, in3 = self._flags.in_dictionary[2], self._flags.in_dictionary[3]
        title2, title3 = self._flags.title[2], self._flags.title[3]
        before, before_title = "", False
        pair_before, pair_title = "", False
        lowered_before, lowered_pair = "", ""
        for i, token in enumerate(tokens):
            single = singles.get(token) or self._single(token)
            lowered, title, a, b, c, d, e = single
            gain[i + 4] += a
            gain[i + 3] += b
            gain[i + 2] += c
            gain[i + 1] += d
            gain[i] += e
            if i:
                pair = f"{before} {token}"
                low = f"{lowered_before} {lowered}"
                both = before_title and title
                # A pair that ends at i stands at [-2,-1] of i+1, [-1,0] of i, [0,1] of i-1 and [1,2] of i-2.
                x = in2[low in dictionary]
                y = title2[both]
                p = plain2.get(pair)
                q = lower2.get(low)
                gain[i + 3] += x[0] + y[0]
                gain[i + 2] += x[1] + y[1]
                gain[i + 1] += x[2] + y[2]
                gain[i] += x[3] + y[3]
                if p is not None:
                    gain[i + 3] += p[0]
                    gain[i + 2] += p[1]
                    gain[i + 1] += p[2]
                    gain[i] += p[3]
                if q is not None:
                    gain[i + 3] += q[0]
                    gain[i + 2] += q[1]
                    gain[i + 1] += q[2]
                    gain[i] += q[3]
                if i > 1:
                    x = in3[f"{lowered_pair} {lowered}" in dictionary]
                    y = title3[pair_title and title]
                    gain[i + 2] += x[0] + y[0]
                    gain[i + 1] += x[1] + y[1]
                    gain[i] += x[2] + y[2]
                    p = plain3.get(f"{pair_before} {token}")
                    if p is not None:
                        gain[i + 2] += p[0]
                        gain[i + 1] += p[1]
                        gain[i] += p[2]
                pair_before, pair_title, lowered_pair = pair, both, low
            before, before_title, lowered_before = token, title, lowered
        return self._best(gain, count)

    def _best(self, gain: Sequence[float], count: int) -> list[bool]:
        (bb, bi), (ib, ii) = self._moves
        begin, inside = gain[2], 0.0
        from_begin: list[tuple[bool, bool]] = []
        for i in range(1, count):
            to_b = begin + bb >= inside + ib
            to_i = begin + bi >= inside + ii
            from_begin.append((to_b, to_i))
            begin, inside = (
                (begin + bb if to_b else inside + ib) + gain[i + 2],
                begin + bi if to_i else inside + ii,
            )
        state = begin >= inside
        path = [state]
        for to_b, to_i in reversed(from_begin):
            state = to_b if state else to_i
            path.append(state)
        path.reverse()
        path[0] = True
        return path

    def _single(self, token: str) -> _Single:
        """Return the token in lower case, whether it is titled, and what it adds at [-2] ... [2] around it."""
        lowered, title = token.lower(), _is_title(token)
        gains = [0.0] * 5
        for values in (
            self._plain[1].get(token),
            self._lower[1].get(lowered),
            self._flags.in_dictionary[1][lowered in self._dictionary],
            self._flags.title[1][title],
            self._flags.digit[_is_digit(token)],
        ):
            if values is not None:
                gains = [a + b for a, b in zip(gains, values, strict=True)]
        if len(self._singles) >= _KEPT_TOKENS:
            self._singles.clear()
        a, b, c, d, e = gains
        made = (lowered, title, a, b, c, d, e)
        if len(token) < _LONG:
            self._singles[token] = made
        return made


class _Flags:
    """What yes-or-no templates add, and templates that reach beyond the first and last token."""

    def __init__(self) -> None:
        self.in_dictionary = {n: ([0.0] * (6 - n), [0.0] * (6 - n)) for n in (1, 2, 3)}
        self.title = {n: ([0.0] * (6 - n), [0.0] * (6 - n)) for n in (1, 2, 3)}
        self.digit = ([0.0] * 5, [0.0] * 5)
        # (first, last) offset, gain before the first token, gain after the last
        self.reaching: list[tuple[int, int, float, float]] = []
        self._kept: dict[int, list[float]] = {}

    def edges(self, count: int) -> list[float]:
        """Return what the edges add to each of `count` tokens."""
        edges = self._kept.get(count)
        if edges is None:
            edges = [0.0] * count
            for i in {*range(min(2, count)), *range(max(0, count - 2), count)}:
                for first, last, begin, end in self.reaching:
                    if i + first < 0:
                        edges[i] += begin
                    elif i + last >= count:
                        edges[i] += end
            if len(self._kept) < 300:
                self._kept[count] = edges
        return edges


def _is_title(text: str) -> bool:
    """Tell whether no part of the text begins with a letter that has a capital: what the model calls a title."""
    return all(part[0] == part[0].upper() for part in text.split())


def _is_digit(text: str) -> bool:
    return text.isascii() and text.isdigit()


_Table = dict[str, list[float]]


def _tables(
    templates: Sequence[str], names: Sequence[str], weights: Sequence[float]
) -> tuple[dict[int, _Table], dict[int, _Table], _Flags]:
    """Sort the model's weights into tables by length of n-gram; the lists are by the n-gram's place, from [-2]."""
    plain: dict[int, _Table] = {1: {}, 2: {}, 3: {}}
    lower: dict[int, _Table] = {1: {}, 2: {}, 3: {}}
    flags = _Flags()
    kinds: dict[str, tuple[int, int, str]] = {}
    known = dict(zip(names, weights, strict=True))
    for template in templates:
        match = _TEMPLATE.fullmatch(template)
        if match is None or match[3] not in (None, "lower", "isdigit", "istitle", "is_in_dict"):
            raise _NotThisModel(template)
        first = int(match[1])
        last = int(match[2] or first)
        size = last - first + 1
        kind = match[3] or _PLAIN
        if not (-2 <= first <= last <= 2 and size <= 3) or (kind == "isdigit" and size > 1):
            raise _NotThisModel(template)
        kinds[template] = (first + 2, size, kind)
        flags.reaching.append((first, last, known.get(f"{template}=BOS", 0.0), known.get(f"{template}=EOS", 0.0)))
        for value in (False, True):
            gain = known.get(f"{template}={value}", 0.0)
            if kind == "is_in_dict":
                flags.in_dictionary[size][value][first + 2] += gain
            elif kind == "istitle":
                flags.title[size][value][first + 2] += gain
            elif kind == "isdigit":
                flags.digit[value][first + 2] += gain
    for name, weight in zip(names, weights, strict=True):
        template, _, text = name.partition("=")
        place = kinds.get(template)
        if place is None:
            continue
        column, size, kind = place
        tables = plain if kind == _PLAIN else lower if kind == "lower" else None
        if tables is not None:
            row = tables[size].get(text)
            if row is None:
                row = tables[size][text] = [0.0] * (6 - size)
            row[column] += weight
    if lower[3]:
        raise _NotThisModel("lower")
    return plain, lower, flags


def _crf(data: bytes) -> tuple[list[str], list[float], tuple[tuple[float, float], tuple[float, float]]]:
    """Read a CRFsuite model: its attributes, how much each speaks for beginning a word, and the transitions.

    Format: crf1d_model.c and cqdb.c of CRFsuite 0.12 (http://www.chokkan.org/software/crfsuite/).
    """
    magic, _, kind, version, _, labels, attributes, at_features, at_labels, at_names = struct.unpack_from(
        "<4sI4s7I", data
    )
    if (magic, kind, version, labels) != (b"lCRF", b"FOMC", 100, 2):
        raise _NotThisModel("format")
    if _strings(data, at_labels, 2) != list(_LABELS):
        raise _NotThisModel("labels")
    _, _, count = struct.unpack_from("<4sII", data, at_features)
    features = np.frombuffer(
        data, [("kind", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")], count, at_features + 12
    )
    state, moves = features[features["kind"] == 0], features[features["kind"] == 1]
    gains = np.zeros(attributes)
    np.add.at(gains, state["source"], np.where(state["target"] == 0, state["weight"], -state["weight"]))
    table = np.zeros((2, 2))
    table[moves["source"], moves["target"]] = moves["weight"]
    (bb, bi), (ib, ii) = table.tolist()
    return _strings(data, at_names, attributes), gains.tolist(), ((bb, bi), (ib, ii))


def _strings(data: bytes, start: int, count: int) -> list[str]:
    """Return the strings of a CQDB in the order of their numbers."""
    magic, _, _, _, size, offset = struct.unpack_from("<4s5I", data, start)
    if magic != b"CQDB" or size < count:
        raise _NotThisModel("names")
    found = []
    for place in np.frombuffer(data, "<u4", count, start + offset).tolist():
        _, length = struct.unpack_from("<II", data, start + place)
        found.append(data[start + place + 8 : start + place + 7 + length].decode("utf-8"))
    return found
