"""The engine for more than one machine: passages in an OpenSearch cluster, with rank_bm25's scores.

Lucene keeps the length of a passage in one byte, so that its BM25 is off by some percent and passages with nearly equal
scores change places. The cluster therefore finds, and this module ranks: it weighs the terms as rank_bm25 does, fetches
the best passages by Lucene's score, scores them anew from their terms, and goes on fetching until no other can be among
the best. Lengths are rounded down, so that Lucene's score is never below the exact one: what it ranks below the k-th
exact score is out. With that, order and scores (to 1e-9) are those of the other engines.

The passages of an index never change; another library has another index (see opensearch_cluster).
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

from retrieval.errors import LibraryError
from retrieval.ranking.engine import K1, NOTHING, B, Ranked, best
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
    """A term of a question: the times it was asked for times its idf, and the same against Lucene's idf."""

    weight: float
    boost: float


class OpenSearchEngine:
    """Passages in an index of a cluster. `top` is thread-safe, and so is the rest."""

    def __init__(self, cluster: Cluster, alias: str, held: Held) -> None:
        self._cluster = cluster
        self._alias = alias
        self._held = held
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
            raise LibraryError(f"chỉ mục {alias} đã bị xóa khỏi cụm OpenSearch trong khi nạp; hãy chạy lại")
        return cls(cluster, alias, held)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the engine that `save` wrote; LibraryError when the folder or the cluster does not hold one."""
        try:
            stored = json.loads((folder / _FILE).read_text("utf-8"))
            alias, version = stored["alias"], stored["version"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise LibraryError(f"{folder}: không đọc được chỉ mục, hãy đọc lại tài liệu") from error
        cluster = Cluster.of(Options.from_environment())
        held = cluster.held(alias) if version == VERSION and isinstance(alias, str) else None
        if held is None:
            where = cluster.options.where
            raise LibraryError(f"{folder}: cụm OpenSearch {where} không có chỉ mục {alias}, hãy đọc lại tài liệu")
        return cls(cluster, alias, held)

    def save(self, folder: Path) -> None:
        """Write into `folder`, which is made if need be, where in the cluster the passages are."""
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / (_FILE + ".partial")
        partial.write_text(json.dumps({"version": VERSION, "alias": self._alias}), "utf-8")
        partial.replace(folder / _FILE)

    @property
    def alias(self) -> str:
        """The name under which the cluster knows the passages."""
        return self._alias

    def __len__(self) -> int:
        """Return the number of passages."""
        return self._held.passages

    def top(self, query: Sequence[str], k: int) -> Ranked:
        """Return at most `k` passages that have a term of `query`, best first, ties in passage order.

        LibraryError when the cluster cannot be reached for longer than the options say, or holds them no more.
        """
        if k <= 0 or not query or not self._held.filled:
            return NOTHING
        asked = self._weighed(Counter(map(written, query)))
        if not asked:
            return NOTHING
        searched, unsearched = _searched(asked)
        places: list[int] = []
        scores: list[float] = []
        size, after, factor = min(2 * k + _SPARE, _MOST_PER_PAGE), None, 1.0
        while True:
            hits = self._page(searched, size, after)
            for hit in hits:
                places.append(hit["sort"][1])
                scores.append(self._score(asked, hit["_source"]["terms"]))
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

    def _score(self, asked: Mapping[str, _Term], text: str) -> float:
        """Return the score of a passage, which has the tokens of `text`, as rank_bm25's BM25Plus computes it."""
        tokens = text.split(" ")
        mean = self._held.terms / self._held.passages
        norm = K1 * (1 - B + B * len(tokens) / mean)
        found = Counter(token for token in tokens if token in asked)
        return sum(asked[token].weight * count * (K1 + 1) / (norm + count) for token, count in found.items())

    def _weighed(self, asked: Mapping[str, int]) -> dict[str, _Term]:
        """Return the terms that occur, with their weights. Lucene divides by half a passage more than rank_bm25."""
        counts = self._counts_of(asked)
        terms: dict[str, _Term] = {}
        for token, times in asked.items():
            count = counts[token]
            if count:
                weight = times * math.log((self._held.passages + 1) / count)
                terms[token] = _Term(weight, weight / math.log((self._held.filled + 1) / (count + 0.5)))
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


def prune(engines: Sequence[OpenSearchEngine]) -> list[str]:
    """Remove what the cluster holds under the names of ours beside these engines; return the names of the indexes.

    Processes that still answer from what is removed fail from then on, so this is for whoever knows that none does.
    """
    clusters = {engine._cluster for engine in engines}
    return [
        name
        for cluster in clusters
        for name in cluster.remove_all_but({engine.alias for engine in engines if engine._cluster is cluster})
    ]


def _searched(asked: dict[str, _Term]) -> tuple[dict[str, _Term], float]:
    """Return the terms to search for, and a bound of what the others can add to a score."""
    if len(asked) <= _MOST_CLAUSES:
        return asked, 0.0
    tokens = sorted(asked, key=lambda token: asked[token].weight, reverse=True)
    left = sum(asked[token].weight * (K1 + 1) for token in tokens[_MOST_CLAUSES:])
    return {token: asked[token] for token in tokens[:_MOST_CLAUSES]}, left
