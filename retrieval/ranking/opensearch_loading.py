"""Brings passages into an index: several requests at a time, slower when the cluster is busy, again what it refused.

Every passage has its place as its id and is only ever created: one that is there already (the answer to a request that
succeeded was lost with its node, or an earlier load was stopped) is refused by the cluster, and that is as good. So
nothing comes twice, nothing is deleted, and a load that was stopped goes on where it was.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any, Final

from retrieval.errors import LibraryError
from retrieval.ranking.opensearch_cluster import Cluster, Patience, may_pass
from retrieval.ranking.opensearch_spool import Spool

# Requests under way at a time, and how many more wait here: the reader of the spool stops when these are full.
_REQUESTS: Final = 3
_WAITING: Final = 2
# A bulk request writes through to the disks of all copies: it may take longer than a question.
_TRY_S: Final = 60
_CREATED: Final = (200, 201, 409)
_BUSY: Final = 429
# Between requests while the cluster is busy, in seconds: at first and at most.
_GAP_S: Final = 0.1
_LONGEST_GAP_S: Final = 5.0

_Batch = Sequence[tuple[int, str]]


def load(cluster: Cluster, index: str, spool: Spool) -> None:
    """Bring the passages of `spool` into `index`; LibraryError when the cluster will not take them."""
    pace = _Pace()
    running: set[Future[None]] = set()
    with ThreadPoolExecutor(_REQUESTS, thread_name_prefix="aidu-load") as threads:
        try:
            for first, lines in spool.frames():
                if len(running) >= _REQUESTS + _WAITING:
                    running = _settled(running)
                running.add(threads.submit(_send, cluster, index, list(enumerate(lines, first)), pace))
            while running:
                running = _settled(running)
        except BaseException:
            pace.stop()
            threads.shutdown(wait=True, cancel_futures=True)
            raise


def _settled(running: set[Future[None]]) -> set[Future[None]]:
    """Wait until a request is done, and return the others; raise what it raised."""
    done, others = wait(running, return_when=FIRST_COMPLETED)
    for future in done:
        future.result()
    return others


def _send(cluster: Cluster, index: str, batch: _Batch, pace: _Pace) -> None:
    """Send passages until all are in; only what was refused is sent again, and less at a time to a busy cluster."""
    from opensearchpy.exceptions import OpenSearchException

    todo: list[_Batch] = [batch]
    patience = Patience(cluster.options)
    while todo:
        part = todo.pop()
        pace.wait()
        try:
            refused, busy = _sent(cluster, index, part)
        except OpenSearchException as error:
            # The whole request: its node is lost, or does not even read it (429, 413 of a proxy would be an error).
            if may_pass(error):
                pace.slower()
            todo.append(part)
            patience.after(error)
            continue
        if not refused:
            pace.faster()
            patience = Patience(cluster.options)
            continue
        if busy:
            pace.slower()
        if len(refused) < len(part):
            patience = Patience(cluster.options)  # something came in: time runs from the last that did
        half = (len(refused) + 1) // 2
        todo += [rest for rest in (refused[half:], refused[:half]) if rest]
        patience.wait()


def _sent(cluster: Cluster, index: str, batch: _Batch) -> tuple[_Batch, bool]:
    """Send passages once; return those that are to be sent again, and whether the cluster had too much to do."""
    lines: list[str] = []
    for place, text in batch:
        lines.append(f'{{"create":{{"_id":"{place}"}}}}')
        lines.append(json.dumps({"place": place, "terms": text}, ensure_ascii=False))
    body = "\n".join(lines) + "\n"
    answer: dict[str, Any] = cluster.client.bulk(
        body=body,
        index=index,
        params={"filter_path": "items.*.status,items.*.error.reason", "request_timeout": _TRY_S},
    )
    states = [item["create"] for item in answer["items"]]
    for state in states:
        if state["status"] not in _CREATED and state["status"] != _BUSY and state["status"] < 500:
            reason = str(state.get("error", {}).get("reason", ""))[:160]
            raise LibraryError(
                f"cụm OpenSearch không nhận đoạn văn vào {index} ({state['status']}): {reason}",
                f"the OpenSearch cluster takes no passage into {index} ({state['status']}): {reason}",
            )
    refused = [passage for passage, state in zip(batch, states, strict=True) if state["status"] not in _CREATED]
    return refused, any(state["status"] == _BUSY for state in states)


class _Pace:
    """The gap before every request, shared by all threads: doubled when the cluster is busy, halved when it is not."""

    def __init__(self) -> None:
        self._gap_s = 0.0
        self._stopped = threading.Event()
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Wait the gap; LibraryError when another thread gave up meanwhile."""
        started = time.monotonic()
        while (left := started + self._gap_s - time.monotonic()) > 0 and not self._stopped.wait(min(left, 0.1)):
            pass
        if self._stopped.is_set():
            raise LibraryError("đã dừng nạp vào cụm OpenSearch", "loading into the OpenSearch cluster was stopped")

    def slower(self) -> None:
        """Widen the gap."""
        with self._lock:
            self._gap_s = min(max(2 * self._gap_s, _GAP_S), _LONGEST_GAP_S)

    def faster(self) -> None:
        """Narrow the gap."""
        with self._lock:
            self._gap_s = self._gap_s / 2 if self._gap_s > _GAP_S / 4 else 0.0

    def stop(self) -> None:
        """Let no request begin any more."""
        self._stopped.set()
