"""underthesea's model of words, read from its files: how much each n-gram of syllables speaks for beginning a word.

The model is a linear-chain CRF (Lafferty et al. 2001) in CRFsuite's file format. It has two labels, "begins a word" and
"goes on", so all that a feature template adds is one number: how much better the syllable begins a word.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from retrieval.language.lazy_pattern import compiled_later

_LABELS: Final = ("B-W", "I-W")
_TEMPLATE: Final = compiled_later(r"T\[(-?\d)(?:,(-?\d))?\](?:\.(\w+))?$")
_PLAIN: Final = "plain"
_FLAGS: Final = ("isdigit", "istitle", "is_in_dict")

# What an n-gram adds to the tokens around it, by its place: from [-2] on.
Table = dict[str, list[float]]
Moves = tuple[tuple[float, float], tuple[float, float]]


class UnknownModelError(Exception):
    """The installed underthesea has another model than this module knows."""


class WordModel(NamedTuple):
    """The model's numbers: n-grams by their length, as they are and in lower case; `moves[a][b]` is for b after a."""

    plain: dict[int, Table]
    lower: dict[int, Table]
    flags: Flags
    dictionary: frozenset[str]
    moves: Moves


def load(folder: Path) -> WordModel:
    """Return the model in `folder`; raises when it is not of the kind known here."""
    # underthesea's own files, which it reads with joblib: that unpickles in Python, fifteen times slower.
    templates = pickle.loads((folder / "features.bin").read_bytes())
    dictionary: frozenset[str] = frozenset(pickle.loads((folder / "dictionary.bin").read_bytes()))
    names, gains, moves = read_crf((folder / "models.bin").read_bytes())
    plain, lower, flags = _tables(templates, names, gains)
    return WordModel(plain, lower, flags, dictionary, moves)


class Flags:
    """What yes-or-no templates add, and templates that reach beyond the first and last token."""

    def __init__(self) -> None:
        self.in_dictionary = {n: ([0.0] * (6 - n), [0.0] * (6 - n)) for n in (1, 2, 3)}
        self.title = {n: ([0.0] * (6 - n), [0.0] * (6 - n)) for n in (1, 2, 3)}
        self.digit = ([0.0] * 5, [0.0] * 5)
        # (first, last) offset, gain before the first token, gain after the last, gain within where the answer is no
        self.reaching: list[tuple[int, int, float, float, float]] = []
        self._kept: dict[int, list[float]] = {}

    def base(self, count: int) -> list[float]:
        """Return what is added to each of `count` tokens where nothing is known of the n-grams of two and three.

        It is the same for all but those near an edge.
        """
        base = self._kept.get(count)
        if base is None:
            base = [sum(within for *_, within in self.reaching)] * count
            for i in {*range(min(2, count)), *range(max(0, count - 2), count)}:
                base[i] = sum(
                    begin if i + first < 0 else end if i + last >= count else within
                    for first, last, begin, end, within in self.reaching
                )
            if len(self._kept) < 300:
                self._kept[count] = base
        return base


def _tables(
    templates: Sequence[str], names: Sequence[str], weights: Sequence[float]
) -> tuple[dict[int, Table], dict[int, Table], Flags]:
    """Sort the model's weights into tables by length of n-gram; the lists are by the n-gram's place, from [-2]."""
    plain: dict[int, Table] = {1: {}, 2: {}, 3: {}}
    lower: dict[int, Table] = {1: {}, 2: {}, 3: {}}
    flags = Flags()
    kinds: dict[str, tuple[int, int, str]] = {}
    known = dict(zip(names, weights, strict=True))
    for template in templates:
        match = _TEMPLATE.fullmatch(template)
        if match is None or match[3] not in (None, "lower", *_FLAGS):
            raise UnknownModelError(template)
        first = int(match[1])
        last = int(match[2] or first)
        size = last - first + 1
        kind = match[3] or _PLAIN
        if not (-2 <= first <= last <= 2 and size <= 3) or (kind == "isdigit" and size > 1):
            raise UnknownModelError(template)
        kinds[template] = (first + 2, size, kind)
        begin, end, no = (known.get(f"{template}={value}", 0.0) for value in ("BOS", "EOS", False))
        flags.reaching.append((first, last, begin, end, no if size > 1 and kind in _FLAGS else 0.0))
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
        raise UnknownModelError("lower")
    return plain, lower, flags


def read_crf(data: bytes) -> tuple[list[str], list[float], Moves]:
    """Read a CRFsuite model: its attributes, how much each speaks for beginning a word, and the transitions.

    Format: crf1d_model.c and cqdb.c of CRFsuite 0.12 (http://www.chokkan.org/software/crfsuite/).
    """
    magic, _, kind, version, _, labels, attributes, at_features, at_labels, at_names = struct.unpack_from(
        "<4sI4s7I", data
    )
    if (magic, kind, version, labels) != (b"lCRF", b"FOMC", 100, 2):
        raise UnknownModelError("format")
    if _strings(data, at_labels, 2) != list(_LABELS):
        raise UnknownModelError("labels")
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
        raise UnknownModelError("names")
    found = []
    for place in np.frombuffer(data, "<u4", count, start + offset).tolist():
        _, length = struct.unpack_from("<II", data, start + place)
        found.append(data[start + place + 8 : start + place + 7 + length].decode("utf-8"))
    return found
