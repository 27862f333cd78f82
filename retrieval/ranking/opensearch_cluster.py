"""The indexes in a cluster: made from a template, found by an alias, swapped behind it, removed.

The questions go to an alias whose name says what the passages say, so that an index with other passages never stands
behind it: whoever knows passages by their places reads right, however many versions of a library live side by side.
What may change behind it, while questions go on, is how the passages are kept: in how many shards, on which machines.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from retrieval.errors import AiduError, LibraryError, MissingExtraError
from retrieval.ranking.engine import K1, B, UnreachableError
from retrieval.ranking.opensearch_options import Options

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

T = TypeVar("T")
# One try of a request; a node that hangs is given up then, and another is asked.
TRY_S: Final = 15.0
# From the swap of an index until the old one goes: more than a question takes.
_GRACE_S: Final = 3.0
# The cluster itself waits up to 30 s for the copies of a new index, and goes on without those that did not come.
_CREATE_S: Final = 45.0
# Between tries, in seconds: at first and at most. Halved or more by chance, so that clients do not come back in step.
_PAUSE_S: Final = 0.1
_LONGEST_PAUSE_S: Final = 3.0
# A wait shorter than this is not told.
_UNTOLD_S: Final = 1.0
_BUSY: Final = 429
_MISSING: Final = 404


class Held(NamedTuple):
    """An index that is whole: its name, its passages, those with a term, all terms, and how it is kept."""

    name: str
    passages: int
    filled: int
    terms: int
    shards: int
    replicas: int


class Cluster:
    """A cluster, as options say. Thread-safe; every method waits while nodes are lost, and then raises LibraryError."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.client = _client(options)
        self._reached = False

    @classmethod
    @functools.lru_cache(maxsize=8)
    def of(cls, options: Options) -> Cluster:
        """Return the one cluster of these options, so that connections are shared."""
        return cls(options)

    def call(self, work: Callable[[OpenSearch], T], patience: Patience | None = None) -> T:
        """Return what `work` gives; what a lost or busy node can cause is tried again for as long as options say."""
        from opensearchpy.exceptions import OpenSearchException

        waiting = patience or Patience(self.options)
        # Later a slow answer is mostly much work, and a lost node is told when a try has failed.
        with contextlib.nullcontext() if self._reached else waiting.told_soon():
            while True:
                try:
                    found = work(self.client)
                except OpenSearchException as error:
                    waiting.after(error)
                else:
                    self._reached = True
                    return found

    def held(self, alias: str) -> Held | None:
        """Return the index behind an alias, None when there is none that is whole."""
        from opensearchpy.exceptions import NotFoundError

        try:
            found: dict[str, Any] = self.call(lambda client: client.indices.get(index=alias))
        except _Refused as error:
            if isinstance(error.__cause__, NotFoundError):
                return None
            raise
        for index, about in sorted(found.items()):
            meta = about["mappings"].get("_meta", {})
            settings = about["settings"]["index"]
            if index != alias and meta.get("complete"):
                shards, replicas = int(settings["number_of_shards"]), int(settings["number_of_replicas"])
                return Held(index, meta["passages"], meta["filled"], meta["terms"], shards, replicas)
        return None

    def create(self, index: str, shards: int) -> None:
        """Make an empty index from the template, unless it is there (half loaded, by one that was stopped)."""
        name = self.options.index
        replicas = self.replicas()
        self.call(lambda client: client.indices.put_index_template(name=name, body=_template(name, shards, replicas)))
        if not self.call(lambda client: client.indices.exists(index=index)):
            try:
                # All copies before the first passage: from then on the loss of a node loses nothing.
                self.call(
                    lambda client: client.indices.create(
                        index=index, params={"wait_for_active_shards": "all", "request_timeout": _CREATE_S}
                    )
                )
            except _Refused:
                # Somebody was faster, or the answer to a try that succeeded was lost with its node.
                if not self.call(lambda client: client.indices.exists(index=index)):
                    raise

    def replicas(self) -> int:
        """Return the further copies that an index is to have: those asked for, or one if there is a node for it."""
        if self.options.replicas is not None:
            return self.options.replicas
        health = self.call(lambda client: client.cluster.health())
        return int(health["number_of_data_nodes"] > 1)

    def finish(self, index: str, alias: str, passages: int, filled: int, terms: int) -> None:
        """Check that all passages are in an index, and put it behind the alias in the place of any other."""
        self.call(lambda client: client.indices.refresh(index=index))
        there = self.call(lambda client: client.count(index=index, params={"preference": "_primary"}))["count"]
        if there != passages:
            raise LibraryError(
                f"cụm OpenSearch giữ {there} trên {passages} đoạn của {index}; hãy chạy lại để nạp tiếp",
                f"the OpenSearch cluster holds {there} of {passages} passages of {index}; run again to load on",
            )
        meta = {"complete": True, "passages": passages, "filled": filled, "terms": terms}
        self.call(lambda client: client.indices.put_mapping(index=index, body={"_meta": meta}))
        self.call(lambda client: client.indices.put_settings(index=index, body={"refresh_interval": None}))
        others = sorted(self.indexes_behind(alias) - {index})
        actions = [{"add": {"index": index, "alias": alias}}]
        actions += [{"remove": {"index": other, "alias": alias}} for other in others]
        self.call(lambda client: client.indices.update_aliases(body={"actions": actions}))
        if others:
            # Questions that were on their way to an old one find it still there.
            time.sleep(_GRACE_S)
            for other in others:
                self._remove(other)

    def indexes_behind(self, alias: str) -> set[str]:
        """Return the names of the indexes behind an alias."""
        found: dict[str, Any] = self.call(lambda client: client.indices.get_alias(index=f"{self.options.index}.*"))
        return {index for index, about in found.items() if alias in about["aliases"]}

    def set_replicas(self, index: str, replicas: int) -> None:
        """Keep so many further copies of an index from now on."""
        self.call(lambda client: client.indices.put_settings(index=index, body={"number_of_replicas": replicas}))

    def remove(self, alias: str) -> list[str]:
        """Remove the indexes made for an alias, half loaded ones too; return their names."""
        found: dict[str, Any] = self.call(lambda client: client.indices.get_alias(index=f"{alias}-*"))
        for index in sorted(found):
            self._remove(index)
        return sorted(found)

    def _remove(self, index: str) -> None:
        self.call(lambda client: client.indices.delete(index=index, params={"ignore_unavailable": "true"}))


def tell_of_waiting(listener: Callable[[str, float], None]) -> None:
    """Have `listener` called whenever a cluster lets somebody wait, with its hosts and the longest time left (s).

    It is called once for each wait, from any thread, when that has lasted a second.
    """
    global _listener
    _listener = listener


def _nobody(hosts: str, left_s: float) -> None:
    pass


_listener: Callable[[str, float], None] = _nobody


class Patience:
    """Waits between tries, longer each time, until the time that the options give is over."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._started = time.monotonic()
        self._deadline = self._started + options.timeout_s
        self._pause_s = _PAUSE_S
        self._told = False

    @contextlib.contextmanager
    def told_soon(self) -> Iterator[None]:
        """Tell of the waiting even while the first try is under way, which may hang for long."""
        timer = threading.Timer(_UNTOLD_S, self._tell)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            _listener(self._options.where, max(0.0, self._deadline - time.monotonic()))

    def after(self, error: Exception) -> None:
        """Sleep after an error that may pass; raise what the user can read for one that will not, or at the end."""
        if not may_pass(error):
            raise _explained(error, self._options) from error
        self.wait(error)

    def wait(self, error: Exception | None = None) -> None:
        """Sleep, or raise UnreachableError when the time is over."""
        if time.monotonic() + self._pause_s > self._deadline:
            seconds = f"{self._options.timeout_s:.0f}"
            reason, english = (f" ({_reason(error)})",) * 2 if error is not None else (" (cụm quá bận)", " (too busy)")
            raise UnreachableError(
                f"cụm OpenSearch {self._options.where} không trả lời sau {seconds} giây{reason};"
                " hãy kiểm tra cụm và AIDU_OPENSEARCH_HOSTS",
                f"the OpenSearch cluster {self._options.where} did not answer for {seconds} seconds{english};"
                " check the cluster and AIDU_OPENSEARCH_HOSTS",
            ) from error
        if time.monotonic() - self._started >= _UNTOLD_S:
            self._tell()
        time.sleep(self._pause_s * random.uniform(0.5, 1.0))
        self._pause_s = min(2 * self._pause_s, _LONGEST_PAUSE_S)


class _Refused(LibraryError):
    """The cluster answered, and said no."""


def may_pass(error: Exception) -> bool:
    """Tell whether a lost node, an election or too much work can be the reason, so that trying again may help."""
    from opensearchpy.exceptions import ConnectionError as Unreachable
    from opensearchpy.exceptions import SSLError, TransportError

    if isinstance(error, Unreachable):
        return not isinstance(error, SSLError)
    if not isinstance(error, TransportError) or not isinstance(error.status_code, int):
        return False
    # The index was swapped for another between two phases of a search; the next try is all in the new one.
    swapped = error.status_code == _MISSING and error.error == "search_phase_execution_exception"
    return swapped or error.status_code == _BUSY or error.status_code >= 500


def _explained(error: Exception, options: Options) -> AiduError:
    from opensearchpy.exceptions import AuthenticationException, AuthorizationException, NotFoundError, SSLError

    if isinstance(error, AuthenticationException | AuthorizationException):
        return LibraryError(
            f"cụm OpenSearch {options.where} từ chối người dùng {options.user!r};"
            " hãy kiểm tra AIDU_OPENSEARCH_USER, AIDU_OPENSEARCH_PASSWORD và quyền của người dùng",
            f"the OpenSearch cluster {options.where} refuses the user {options.user!r};"
            " check AIDU_OPENSEARCH_USER, AIDU_OPENSEARCH_PASSWORD and the user's permissions",
        )
    if isinstance(error, SSLError):
        return LibraryError(
            f"không tin được chứng chỉ của cụm OpenSearch {options.where} ({_reason(error)});"
            " hãy đặt AIDU_OPENSEARCH_CA là tệp chứng chỉ của bên ký",
            f"the certificate of the OpenSearch cluster {options.where} is not trusted ({_reason(error)});"
            " set AIDU_OPENSEARCH_CA to the certificate of the authority that signed it",
        )
    if isinstance(error, NotFoundError):
        return _Refused(
            f"cụm OpenSearch {options.where} không còn giữ chỉ mục này; hãy mở lại thư viện",
            f"the OpenSearch cluster {options.where} holds this index no more; open the library again",
        )
    return _Refused(
        f"cụm OpenSearch {options.where} từ chối yêu cầu: {_reason(error)}",
        f"the OpenSearch cluster {options.where} refuses the request: {_reason(error)}",
    )


def _reason(error: Exception | None) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= 160 else text[:159] + "…"


def _client(options: Options) -> OpenSearch:
    try:
        from opensearchpy import OpenSearch
    except ImportError as error:
        raise MissingExtraError("--engine opensearch", "opensearch", "--engine opensearch") from error
    # It reports every try that failed, even one that asked whether something is there.
    log = logging.getLogger("opensearch")
    if log.level == logging.NOTSET:
        log.setLevel(logging.ERROR)
    secure = any(host.startswith("https:") for host in options.hosts)
    tls: dict[str, Any] = {}
    if secure:
        files = {"ca_certs": options.ca, "client_cert": options.certificate, "client_key": options.key}
        tls = {"verify_certs": True} | {name: str(file) for name, file in files.items() if file is not None}
    return OpenSearch(
        hosts=list(options.hosts),
        headers=_credentials(options),
        timeout=TRY_S,
        # A node that does not answer costs one try each; the rest is up to Patience.
        max_retries=len(options.hosts),
        retry_on_timeout=True,
        retry_on_status=(),
        pool_maxsize=16,
        **tls,
    )


def _credentials(options: Options) -> dict[str, str]:
    """Return the header with user and password, in UTF-8 (RFC 7617): the client knows Latin letters only."""
    if not options.user:
        return {}
    secret = base64.b64encode(f"{options.user}:{options.password}".encode()).decode()
    return {"authorization": f"Basic {secret}"}


def _template(name: str, shards: int, replicas: int) -> dict[str, Any]:
    """Return the template of our indexes: our terms divided by blanks, BM25 with our k1 and b, no surprises."""
    return {
        "index_patterns": [f"{name}.*"],
        "template": {
            "settings": {
                "number_of_shards": shards,
                "number_of_replicas": replicas,
                # While it is loaded nobody searches it.
                "refresh_interval": "-1",
                "similarity": {"passages": {"type": "BM25", "k1": K1, "b": B}},
                "analysis": {"analyzer": {"terms": {"type": "custom", "tokenizer": "whitespace"}}},
            },
            "mappings": {
                "dynamic": "strict",
                "properties": {
                    # Frequencies and no positions: nobody asks for phrases.
                    "terms": {
                        "type": "text",
                        "analyzer": "terms",
                        "similarity": "passages",
                        "index_options": "freqs",
                    },
                    "place": {"type": "long", "index": False},
                },
            },
        },
        "_meta": {"made_by": "aidu"},
    }
