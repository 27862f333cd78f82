"""The passages of a library, ready for questions as people type them, with accents or without."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

from retrieval.errors import InputError, LibraryError, unreadable_index
from retrieval.ranking.engine import Engine
from retrieval.ranking.terms import Field, Terms, index_terms, query_terms

# The reference; postings with the same scores to 1e-9; and postings of 4-byte impacts, two thirds of the size, to 1e-5.
ENGINES = ("rank_bm25", "postings", "postings32")
DEFAULT_ENGINE = "rank_bm25"
_META = "index.json"
# Raised when the terms or the files change, so that what an older version wrote is read again.
VERSION = 1
# Up to here a pass over all passages takes less than the rest of an answer; and from here on size counts.
_FEW, _MANY = 1_000, 50_000


def engine_for(passages: int) -> str:
    """Return the name of the engine that suits a number of passages; all of them rank alike."""
    if passages <= _FEW:
        return DEFAULT_ENGINE
    return "postings" if passages < _MANY else "postings32"


def engine_class(name: str) -> type[Engine]:
    """Return the engine of that name; InputError with the names there are otherwise. Only this one is imported."""
    match name:
        case "rank_bm25":
            from retrieval.ranking.rank_bm25 import RankBM25Engine

            return RankBM25Engine
        case "postings":
            from retrieval.ranking.postings import PostingsEngine

            return PostingsEngine
        case "postings32":
            from retrieval.ranking.postings import CompactPostingsEngine

            return CompactPostingsEngine
        case "opensearch":
            from retrieval.ranking.opensearch import OpenSearchEngine

            return OpenSearchEngine
    raise InputError(
        f"không có bộ xếp hạng {name!r}; hãy chọn một trong: {', '.join(ENGINES)}",
        f"there is no ranking engine {name!r}; choose one of: {', '.join(ENGINES)}",
    )


class PassageIndex:
    """Passages in both fields, each in an engine of its own. Searching is thread-safe."""

    def __init__(self, engines: Mapping[Field, Engine], name: str) -> None:
        self._engines = engines
        self._name = name

    @classmethod
    def build(
        cls,
        passages: Sequence[str],
        *,
        titles: Sequence[str] | None = None,
        words: Iterable[Sequence[str] | None] | None = None,
        engine: str = DEFAULT_ENGINE,
    ) -> Self:
        """Return an index of `passages`, whose ids are their places in the sequence.

        `titles` has the title of each passage's document, in the same order: a passage is also found by it. `words`
        has the words of each passage (not of the title) where the caller segmented them already.
        """
        segmented = [None] * len(passages) if words is None else words
        made = [index_terms(text, known) for text, known in zip(passages, segmented, strict=True)]
        if titles is not None:
            cache = {title: index_terms(title) for title in dict.fromkeys(titles)}
            made = [_joined(body, cache[title]) for body, title in zip(made, titles, strict=True)]
        return cls.from_terms(made, engine=engine)

    @classmethod
    def from_terms(cls, passages: Sequence[Terms], *, engine: str = DEFAULT_ENGINE) -> Self:
        """Return an index of passages whose terms were made before."""
        kind = engine_class(engine)
        accented: Iterator[Sequence[str]] = (p.accented for p in passages)
        folded: Iterator[Sequence[str]] = (p.folded for p in passages)
        return cls({Field.ACCENTED: kind.build(accented), Field.FOLDED: kind.build(folded)}, engine)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the index that `save` wrote; LibraryError when it is damaged, missing or from another version."""
        try:
            meta = json.loads((folder / _META).read_text("utf-8"))
            version, name = meta["version"], meta["engine"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise unreadable_index(folder) from error
        if version != VERSION:
            raise LibraryError(
                f"{folder}: chỉ mục của phiên bản khác ({version}), hãy đọc lại tài liệu",
                f"{folder}: the index is of another version ({version}), read the documents again",
            )
        kind = engine_class(name)
        return cls({field: kind.open(folder / field) for field in Field}, name)

    def save(self, folder: Path) -> None:
        """Write the index into `folder`, which is made if need be."""
        # Away first and written last: an index that was half written when the machine stopped is not opened.
        (folder / _META).unlink(missing_ok=True)
        for field, engine in self._engines.items():
            engine.save(folder / field)
        meta = {"version": VERSION, "engine": self._name}
        (folder / _META).write_text(json.dumps(meta), "utf-8")

    def search(self, question: str, k: int) -> list[tuple[int, float]]:
        """Return the ids and scores of at most `k` passages, best first; [] where nothing of the question occurs."""
        asked = query_terms(question)
        folded = self._engines[Field.FOLDED]
        if asked.accented:
            found = self._engines[Field.ACCENTED].top_with(asked.accented, folded, asked.folded, k)
        else:
            found = folded.top(asked.folded, k)
        return list(zip(found.ids.tolist(), found.scores.tolist(), strict=True))

    def counts(self, field: Field, terms: Sequence[str]) -> list[int]:
        """Return for each of `terms` of a field the number of passages that have it."""
        return self._engines[field].counts(terms)

    def __len__(self) -> int:
        """Return the number of passages."""
        return len(self._engines[Field.ACCENTED])


def _joined(body: Terms, title: Terms) -> Terms:
    return Terms(body.accented + title.accented, body.folded + title.folded)
