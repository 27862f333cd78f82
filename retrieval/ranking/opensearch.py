"""The engine for more than one machine: passages in an OpenSearch cluster, with rank_bm25's scores.

Lucene keeps the length of a passage in one byte, so that its BM25 is off by some percent and passages with nearly equal
scores change places. The cluster therefore finds, and this module ranks: it weighs the terms as rank_bm25 does, fetches
the best passages by Lucene's score, scores them anew from their terms, and goes on fetching until no other can be among
the best. Lengths are rounded down, so that Lucene's score is never below the exact one: what it ranks below the k-th
exact score is out. With that, order and scores are those of rank_bm25.

The passages of an index never change; another library has another index (see opensearch_cluster). What a library takes
in meanwhile is added beside it, in memory and by the statistics of the index, as the embedded engine does.
"""

from __future__ import annotations

import heapq
import json
import math
import threading
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

import numpy as np

from retrieval.errors import LibraryError, unreadable_index
from retrieval.ranking.engine import K1, NOTHING, B, Ranked, best, sum_of
from retrieval.ranking.opensearch_added import Added
from retrieval.ranking.opensearch_cluster import Cluster, Held
from retrieval.ranking.opensearch_loading import load
from retrieval.ranking.opensearch_options import Options
from retrieval.ranking.opensearch_spool import VERSION, Spool, written

_FILE: Final = "opensearch.json"
# Passages fetched beyond twice those asked for; most questions need no second page (see the README for figures).
_SPARE: Final = 50
_MOST_PER_PAGE: Final = 10_000  # index.max_result_window, as every index has it
# Thousands of passages with the very same score: the first of them by Lucene's order are taken then.
_MOST_CANDIDATES: Final = 20_000
# How many passages beyond those asked for are taken from each of two fields before their scores are added.
_DEPTH: Final = 200
# Lucene adds up in 4-byte floats.
_SLACK: Final = 1e-4
# From version 3 on, OpenSearch leaves the factor k1 + 1, the same for all, out of BM25. Rounding is far from that much.
_OTHER_SCALE: Final = 1.4
# Clauses that a cluster allows in a query; a question with more terms than that is found by its rarest.
_MOST_CLAUSES: Final = 1_000
# Counts of terms asked for in one request, and remembered.
_COUNTS_PER_REQUEST: Final = 500
_MOST_COUNTS: Final = 500_000


class _Term(NamedTuple):
    """A term of a question: its idf, that times the times it was asked for, and the latter against Lucene's idf."""

    idf: float
    weight: float
    boost: float


class OpenSearchEngine:
    """Passages in an index of a cluster. `top` is thread-safe, and so is the rest."""

    def __init__(self, cluster: Cluster, alias: str, held: Held, added: Iterable[str] = ()) -> None:
        self._cluster = cluster
        self._alias = alias
        self._held = held
        self._added = Added.of(added)
        self._adding = threading.Lock()
        self._counts: dict[str, int] = {}
        # The same copies of the shards for all pages of a question, other ones for another engine.
        self._preference = uuid.uuid4().hex
        self._counting = threading.Lock()

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]]) -> Self:
        """Return an engine over passages given as lists of terms, in the cluster that the environment names.

        Passages that the cluster holds already are not sent again, unless other shards are asked for: then they are
        loaded beside, and take the place of the old ones in one step. A load that was stopped goes on where it was.
        LibraryError when the cluster cannot be reached or will not take them.
        """
        return cls.build_in(Cluster.of(Options.from_environment()), passages)

    @classmethod
    def build_in(cls, cluster: Cluster, passages: Iterable[Sequence[str]]) -> Self:
        """Do what `build` does, in the cluster given."""
        options = cluster.options
        with Spool(passages) as spool:
            alias = f"{options.index}.{spool.digest}"
            held = cluster.held(alias)
            if held is None or options.shards not in (None, held.shards):
                shards = options.shards or 1
                index = f"{alias}-{shards}"
                cluster.create(index, shards)
                load(cluster, index, spool)
                cluster.finish(index, alias, spool.passages, spool.filled, spool.terms)
                held = cluster.held(alias)
            elif options.replicas not in (None, held.replicas):
                cluster.set_replicas(held.name, cluster.replicas())
        if held is None:
            raise LibraryError(
                f"chỉ mục {alias} đã bị xóa khỏi cụm OpenSearch trong khi nạp; hãy chạy lại",
                f"the index {alias} was deleted from the OpenSearch cluster while it was loaded; run again",
            )
        return cls(cluster, alias, held)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the engine that `save` wrote; LibraryError when the folder or the cluster does not hold one.

        UnreachableError, which is one, when the cluster does not answer.
        """
        try:
            stored = json.loads((folder / _FILE).read_text("utf-8"))
            alias, version, added = stored["alias"], stored["version"], stored["added"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise unreadable_index(folder) from error
        cluster = Cluster.of(Options.from_environment())
        held = cluster.held(alias) if version == VERSION and isinstance(alias, str) else None
        if held is None:
            where = cluster.options.where
            raise LibraryError(
                f"{folder}: cụm OpenSearch {where} không có chỉ mục {alias}, hãy đọc lại tài liệu",
                f"{folder}: the OpenSearch cluster {where} has no index {alias}, read the documents again",
            )
        return cls(cluster, alias, held, added)

    def save(self, folder: Path) -> None:
        """Write into `folder`, which is made if need be, where in the cluster the passages are, and what was added."""
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / (_FILE + ".partial")
        stored = {"version": VERSION, "alias": self._alias, "added": self._added.lines}
        partial.write_text(json.dumps(stored, ensure_ascii=False), "utf-8")
        partial.replace(folder / _FILE)

    @property
    def alias(self) -> str:
        """The name under which the cluster knows the passages."""
        return self._alias

    @property
    def is_as_asked(self) -> bool:
        """Whether the passages are in as many shards, with as many further copies, as the options ask for."""
        options, held = self._cluster.options, self._held
        return options.shards in (None, held.shards) and options.replicas in (None, held.replicas)

    def add(self, passages: Iterable[Sequence[str]]) -> None:
        """Add passages after those there are; questions in other threads go on and see all of them or none."""
        lines = [" ".join(map(written, passage)) for passage in passages]
        with self._adding:
            self._added = Added.of((*self._added.lines, *lines))

    @property
    def pending(self) -> int:
        """The number of passages that were added since the index was made."""
        return len(self._added.lines)

    def __len__(self) -> int:
        """Return the number of passages."""
        return self._held.passages + self.pending

    def top(self, query: Sequence[str], k: int) -> Ranked:
        """Return at most `k` passages that have a term of `query`, best first, ties in passage order.

        LibraryError when the cluster holds them no more, UnreachableError when it cannot be reached for longer than
        the options say.
        """
        added = self._added
        if k <= 0 or not query:
            return NOTHING
        tokens = [written(term) for term in query]
        terms = self._weighed(Counter(tokens)) if self._held.filled else {}
        found = self._found(tokens, terms, k) if terms else NOTHING
        if not added.lines:
            return found
        late = self._late(added, tokens, terms, k)
        # Ties fall in passage order of themselves: both lists have it, and added passages come last.
        ids = np.concatenate([found.ids, late.ids + self._held.passages])
        return best(ids, np.concatenate([found.scores, late.scores]), k)

    def top_with(self, query: Sequence[str], other: Self, other_query: Sequence[str], k: int) -> Ranked:
        """Return the `k` best by the sum of two scores, among the best by either; errors as of `top`."""
        return sum_of([self.top(query, k + _DEPTH), other.top(other_query, k + _DEPTH)], k)

    def counts(self, terms: Sequence[str]) -> list[int]:
        """Return for each of `terms` the number of passages that have it; errors as of `top`."""
        tokens = [written(term) for term in terms]
        held = self._counts_of(dict.fromkeys(tokens))
        return [held[token] + len(self._added.having.get(token, ())) for token in tokens]

    def _late(self, added: Added, query: Sequence[str], terms: Mapping[str, _Term], k: int) -> Ranked:
        """Return the best of the added passages; a term that is new with them is weighed by all passages there are."""
        passages = self._held.passages + len(added.lines)
        idfs = {token: math.log((passages + 1) / len(added.having[token])) for token in query if token in added.having}
        idfs |= {token: term.idf for token, term in terms.items()}
        places = added.with_any(idfs)
        mean = self._mean or added.mean
        scores = [_score(query, idfs, added.lines[place], mean) for place in places]
        return best(np.array(places, np.int64), np.array(scores, np.float64), k)

    @property
    def _mean(self) -> float:
        """The mean number of terms of a passage in the index."""
        return self._held.terms / self._held.passages if self._held.passages else 0.0

    def _found(self, query: Sequence[str], asked: dict[str, _Term], k: int) -> Ranked:
        """Return the best passages of the index."""
        searched, unsearched = _searched(asked)
        idfs = {token: term.idf for token, term in asked.items()}
        places: list[int] = []
        scores: list[float] = []
        size, after, factor = min(2 * k + _SPARE, _MOST_PER_PAGE), None, 1.0
        while True:
            hits = self._page(searched, size, after)
            for hit in hits:
                places.append(hit["sort"][1])
                scores.append(_score(query, idfs, hit["_source"]["terms"], self._mean))
            if after is None and hits and scores[0] > _OTHER_SCALE * hits[0]["sort"][0]:
                factor = K1 + 1
            if len(hits) < size or len(places) >= max(_MOST_CANDIDATES, 2 * k):
                break
            if len(scores) >= k:
                unseen = factor * hits[-1]["sort"][0] * (1 + _SLACK) + unsearched
                if heapq.nlargest(k, scores)[-1] > unseen:
                    break
            size, after = min(2 * size, _MOST_PER_PAGE), hits[-1]["sort"]
        order = np.argsort(np.array(places, np.int64), kind="stable")
        return best(np.array(places, np.int64)[order], np.array(scores, np.float64)[order], k)

    def _weighed(self, asked: Mapping[str, int]) -> dict[str, _Term]:
        """Return the terms that occur, with their weights. Lucene divides by half a passage more than rank_bm25."""
        counts = self._counts_of(asked)
        terms: dict[str, _Term] = {}
        for token, times in asked.items():
            count = counts[token]
            if count:
                idf = math.log((self._held.passages + 1) / count)
                weight = times * idf
                terms[token] = _Term(idf, weight, weight / math.log((self._held.filled + 1) / (count + 0.5)))
        return terms

    def _counts_of(self, tokens: Iterable[str]) -> dict[str, int]:
        """Return in how many passages each token stands; the cluster is asked once for each."""
        known = {token: self._counts[token] for token in tokens if token in self._counts}
        missing = [token for token in tokens if token not in known]
        for first in range(0, len(missing), _COUNTS_PER_REQUEST):
            part = missing[first : first + _COUNTS_PER_REQUEST]
            known.update(zip(part, self._counted(part), strict=True))
        with self._counting:
            if len(self._counts) > _MOST_COUNTS:
                self._counts = {}
            self._counts.update({token: known[token] for token in missing})
        return known

    def _counted(self, tokens: Sequence[str]) -> list[int]:
        body: list[dict[str, Any]] = []
        for token in tokens:
            body.append({"index": self._alias, "allow_partial_search_results": False})
            body.append({"size": 0, "track_total_hits": True, "query": {"term": {"terms": token}}})
        return self._cluster.call(lambda client: _totals(client.msearch(body=body)))

    def _page(self, terms: Mapping[str, _Term], size: int, after: Sequence[float] | None) -> list[dict[str, Any]]:
        """Return the next `size` passages by Lucene's score, equal ones by place."""
        clauses = [{"term": {"terms": {"value": token, "boost": term.boost}}} for token, term in terms.items()]
        body: dict[str, Any] = {
            "size": size,
            "query": {"bool": {"should": clauses}},
            "sort": [{"_score": "desc"}, {"place": "asc"}],
            "_source": ["terms"],
            "track_total_hits": False,
        }
        if after is not None:
            body["search_after"] = after
        params = {
            # The counts of all shards, not of each its own, weigh the terms.
            "search_type": "dfs_query_then_fetch",
            "preference": self._preference,
            # Better again than without the passages of a shard that is on its way to another machine.
            "allow_partial_search_results": "false",
        }
        answer = self._cluster.call(lambda client: client.search(index=self._alias, body=body, params=params))
        hits: list[dict[str, Any]] = answer["hits"]["hits"]
        return hits


def _totals(answer: Mapping[str, Any]) -> list[int]:
    """Return the numbers of hits in an answer to several searches; raise what stopped one of them."""
    from opensearchpy.exceptions import NotFoundError, TransportError

    for one in answer["responses"]:
        if "error" in one:
            kind = NotFoundError if one["status"] == 404 else TransportError
            raise kind(one["status"], one["error"].get("type", ""), one["error"])
    return [one["hits"]["total"]["value"] for one in answer["responses"]]


def check_cluster() -> None:
    """Raise what loading would: LibraryError, InputError or MissingExtraError where no cluster can be used."""
    Cluster.of(Options.from_environment()).call(lambda client: client.cluster.health())


def remove(aliases: Sequence[str]) -> list[str]:
    """Remove what the cluster holds under these names, half loaded or whole; return the names of the indexes.

    Processes that still answer from what is removed fail from then on, so this is for whoever knows that none does.
    """
    cluster = Cluster.of(Options.from_environment())
    return [index for alias in aliases for index in cluster.remove(alias)]


def _score(query: Sequence[str], idfs: Mapping[str, float], line: str, mean: float) -> float:
    """Return the score of a passage, given as its tokens, as rank_bm25's BM25Plus computes it.

    In the same steps, to the last bit: where passages have the same words, rounding must not decide which is first.
    """
    tokens = line.split(" ")
    counts = Counter(token for token in tokens if token in idfs)
    norm = K1 * (1 - B + B * len(tokens) / mean)
    score = 0.0
    for token in query:
        if count := counts[token]:
            score += idfs[token] * (count * (K1 + 1) / (norm + count))
    return score


def _searched(asked: dict[str, _Term]) -> tuple[dict[str, _Term], float]:
    """Return the terms to search for, and a bound of what the others can add to a score."""
    if len(asked) <= _MOST_CLAUSES:
        return asked, 0.0
    tokens = sorted(asked, key=lambda token: asked[token].weight, reverse=True)
    left = sum(asked[token].weight * (K1 + 1) for token in tokens[_MOST_CLAUSES:])
    return {token: asked[token] for token in tokens[:_MOST_CLAUSES]}, left
