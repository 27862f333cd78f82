"""The passages and questions of benchmarks: paragraphs of real news, and runs of their words."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from retrieval.language.normalize import reading_form
from retrieval.language.segment import words
from retrieval.ranking.terms import index_terms


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the paragraphs of at least 40 characters, article by article."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from (text for text in json.loads(line)["text"].split("\n") if len(text) >= 40)


def questions(texts: Sequence[str], number: int) -> list[list[str]]:
    """Return the terms of `number` runs of eight words (as the segmenter cuts them) from the texts."""
    chance = random.Random(8)
    asked: list[list[str]] = []
    while len(asked) < number:
        found = [word for word in words(reading_form(chance.choice(texts))) if word[0].isalnum()]
        if len(found) >= 8:
            start = chance.randrange(len(found) - 7)
            chosen = found[start : start + 8]
            asked.append(list(index_terms(" ".join(chosen), chosen).accented))
    return asked
