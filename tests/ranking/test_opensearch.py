"""What of the opensearch engine needs no cluster; the rest is in tests/opensearch."""

from __future__ import annotations

import http.server
import json
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import InputError, LibraryError, MissingExtraError
from retrieval.ranking import opensearch_cluster
from retrieval.ranking.index import engine_class
from retrieval.ranking.opensearch_options import DEFAULT_HOST, Options
from retrieval.ranking.opensearch_spool import Spool, written

PREFIX = "AIDU_OPENSEARCH_"


def options(**given: str) -> Options:
    return Options.from_environment({PREFIX + name: value for name, value in given.items()})


class TestOptions:
    def test_without_any_it_is_this_machine(self) -> None:
        assert options() == Options() == options(HOSTS=" ", USER="", SHARDS="")
        assert Options().hosts == (DEFAULT_HOST,)

    def test_all_of_them(self, tmp_path: Path) -> None:
        for name in ("ca", "cert", "key"):
            (tmp_path / name).touch()
        found = options(
            HOSTS="https://a:9200/, https://b",
            USER="u",
            PASSWORD=" p ",
            CA=str(tmp_path / "ca"),
            CERT=str(tmp_path / "cert"),
            KEY=str(tmp_path / "key"),
            INDEX="báo".replace("á", "a"),
            SHARDS="6",
            REPLICAS="0",
            TIMEOUT="5",
        )
        assert found == Options(
            hosts=("https://a:9200", "https://b"),
            user="u",
            password=" p ",
            ca=tmp_path / "ca",
            certificate=tmp_path / "cert",
            key=tmp_path / "key",
            index="bao",
            shards=6,
            replicas=0,
            timeout_s=5.0,
        )

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("HOSTS", "localhost:9200"),
            ("HOSTS", "ftp://a"),
            ("HOSTS", "http://a:port"),
            ("HOSTS", "http://a/path"),
            ("HOSTS", "http://[::1"),
            ("INDEX", "Báo"),
            ("INDEX", "_all"),
            ("INDEX", "a*"),
            ("INDEX", "a.b"),
            ("SHARDS", "0"),
            ("SHARDS", "nhiều"),
            ("SHARDS", "²"),
            ("REPLICAS", "-1"),
            ("TIMEOUT", "9" * 40),
            ("CA", "/không/có"),
        ],
    )
    def test_what_cannot_be_used_is_named(self, name: str, value: str) -> None:
        with pytest.raises(InputError, match=PREFIX + name):
            options(**{name: value})

    @pytest.mark.parametrize(
        "given",
        [
            {"USER": "u"},
            {"PASSWORD": "mật-khẩu"},
            {"HOSTS": "https://u:mật-khẩu@a"},
            {"HOSTS": "http://a:9200", "USER": "u", "PASSWORD": "mật-khẩu"},
            {"HOSTS": "https://b,http://localhost.vn", "USER": "u", "PASSWORD": "mật-khẩu"},
        ],
    )
    def test_a_password_goes_encrypted_with_its_user_and_is_never_shown(self, given: dict[str, str]) -> None:
        with pytest.raises(InputError) as caught:
            options(**given)
        assert "mật-khẩu" not in str(caught.value)

    @pytest.mark.parametrize("host", ["http://localhost:1", "http://127.0.0.1", "http://[::1]:9", "https://a"])
    def test_where_a_password_may_go(self, host: str) -> None:
        found = options(HOSTS=host, USER="u", PASSWORD="mật-khẩu")
        assert found.password == "mật-khẩu"
        assert "mật-khẩu" not in repr(found)


TERMS = st.text(st.characters(exclude_categories=[]), max_size=300)


class TestSpool:
    @given(TERMS, TERMS)
    def test_terms_are_tokens_and_different_ones_stay_different(self, one: str, other: str) -> None:
        assert (written(one) == written(other)) == (one == other)
        assert written(one).split() == [written(one)]
        assert 0 < len(written(one).encode()) <= 1_000
        assert not any(0x1C <= ord(letter) <= 0x1F for letter in written(one))  # blanks to Java, not to Python

    @pytest.mark.parametrize(("term", "token"), [("hội_nghị", "hội_nghị"), ("hoi nghi", "hoi%20;nghi"), ("", "%")])
    def test_how_terms_are_written(self, term: str, token: str) -> None:
        assert written(term) == token

    @given(st.lists(st.lists(TERMS, max_size=5), max_size=20))
    def test_what_went_in_comes_out(self, passages: list[list[str]]) -> None:
        with Spool(passages) as spool:
            lines = [line for _, frame in spool.frames() for line in frame]
            assert [line.split(" ") if line else [] for line in lines] == [
                [written(term) for term in passage] for passage in passages
            ]
            assert (spool.passages, spool.filled) == (len(passages), sum(map(bool, passages)))
            assert spool.terms == sum(map(len, passages))

    def test_frames_tell_the_place_of_their_first_passage(self) -> None:
        with Spool([f"a{n}"] for n in range(4_500)) as spool:
            assert [(first, len(lines)) for first, lines in spool.frames()] == [(0, 2000), (2000, 2000), (4000, 500)]

    def test_the_name_says_what_the_passages_say(self) -> None:
        made = [[["a", "b"]], [["a b"]], [["b", "a"]], [["a"], ["b"]], [["a"], ["b"], []], [], [[]]]
        digests = list(map(digest, made))
        assert len(set(digests)) == len(made)
        assert digests == list(map(digest, made))


def digest(passages: list[list[str]]) -> str:
    with Spool(passages) as spool:
        return spool.digest


class TestWithoutCluster:
    def test_without_the_extra_the_command_that_installs_it_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "opensearchpy", None)
        monkeypatch.setenv(PREFIX + "INDEX", "another")  # no client that was made before
        with pytest.raises(MissingExtraError, match=r"pip install 'aidu\[opensearch\]'"):
            engine_class("opensearch").build([["hội"]])

    def test_a_file_of_another_version_or_of_no_use_is_not_opened(self, tmp_path: Path) -> None:
        for content in ("", "[]", "{}", '{"version": 1'):
            (tmp_path / "opensearch.json").write_text(content)
            with pytest.raises(LibraryError, match="hãy đọc lại tài liệu"):
                engine_class("opensearch").open(tmp_path)

    def test_an_unreachable_cluster_is_named_with_the_remedy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(PREFIX + "HOSTS", "http://127.0.0.1:9")
        monkeypatch.setenv(PREFIX + "TIMEOUT", "1")
        with pytest.raises(LibraryError, match=r"127\.0\.0\.1:9 không trả lời sau 1 giây.*AIDU_OPENSEARCH_HOSTS"):
            engine_class("opensearch").build([["hội"]])

    @pytest.mark.parametrize("hangs", [False, True])
    def test_a_wait_is_told_after_a_second_whether_the_cluster_refuses_or_hangs(
        self, hangs: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(opensearch_cluster, "_UNTOLD_S", 0.2)
        monkeypatch.setattr(opensearch_cluster, "TRY_S", 0.5)
        told: list[tuple[str, float]] = []
        monkeypatch.setattr(opensearch_cluster, "_listener", lambda *what: told.append(what))
        with socket.create_server(("127.0.0.1", 0)) as server:  # connections come, and nobody answers
            host = f"http://127.0.0.1:{server.getsockname()[1] if hangs else 9}"
            cluster = opensearch_cluster.Cluster(options(HOSTS=host, TIMEOUT="1"))
            with pytest.raises(LibraryError, match="không trả lời sau 1 giây"):
                cluster.call(lambda client: client.cluster.health())
        assert [where for where, _ in told] == [host]
        assert 0.5 <= told[0][1] <= 0.8

    def test_nothing_is_told_of_a_cluster_that_answers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(opensearch_cluster, "_UNTOLD_S", 0.2)
        told: list[object] = []
        monkeypatch.setattr(opensearch_cluster, "_listener", lambda *what: told.append(what))
        cluster = opensearch_cluster.Cluster(options(TIMEOUT="1"))
        assert cluster.call(lambda client: 7) == 7
        # Slow work of a cluster that has answered before is no wait.
        assert cluster.call(lambda client: time.sleep(0.4)) is None
        assert told == []


Refuse = Callable[[int, Sequence[str]], tuple[int, list[int]]]


class Busy:
    """A node that speaks only as much as loading asks for, and refuses as the test says.

    `refuse` takes the number of the bulk request and its ids, and gives a status for the whole (200: none) and the
    statuses of the passages.
    """

    def __init__(self, refuse: Refuse) -> None:
        self.ids: list[str] = []
        self.sizes: list[int] = []
        self._refuse = refuse
        busy = self
        lock = threading.Lock()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode().splitlines()
                ids = [json.loads(line)["create"]["_id"] for line in body[::2]]
                with lock:
                    status, states = busy.taken(ids)
                if status == 0:
                    self.close_connection = True  # a node that died over it
                    return
                answer = json.dumps({"items": [{"create": {"status": state}} for state in states]}).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def taken(self, ids: list[str]) -> tuple[int, list[int]]:
        self.sizes.append(len(ids))
        status, states = self._refuse(len(self.sizes), ids)
        self.ids += [id_ for id_, state in zip(ids, states, strict=True) if state == 201]
        return status, states


def load_into(refuse: Refuse, passages: int, timeout_s: float) -> Busy:
    """Load passages into a node that refuses as told, and return it."""
    from retrieval.ranking.opensearch_cluster import Cluster
    from retrieval.ranking.opensearch_loading import load

    busy = Busy(refuse)
    thread = threading.Thread(target=busy.server.serve_forever)
    thread.start()
    cluster = Cluster(Options(hosts=(f"http://127.0.0.1:{busy.server.server_address[1]}",), timeout_s=timeout_s))
    try:
        with Spool([f"a{n}"] for n in range(passages)) as spool:
            load(cluster, "aidu-x", spool)
    finally:
        cluster.client.close()
        busy.server.shutdown()
        thread.join()
        busy.server.server_close()
    return busy


class TestLoading:
    def test_whole_requests_that_were_refused_are_sent_again(self) -> None:
        first = {1: 429, 2: 503, 3: 0}  # too busy, no manager, the connection broken

        def refuse(number: int, ids: Sequence[str]) -> tuple[int, list[int]]:
            return first.get(number, 200), [429 if number in first else 201 for _ in ids]

        assert sorted(map(int, load_into(refuse, 4_100, 10.0).ids)) == list(range(4_100))

    def test_passages_that_were_refused_are_sent_again_and_less_at_a_time(self) -> None:
        def refuse(number: int, ids: Sequence[str]) -> tuple[int, list[int]]:
            return 200, [429 if number <= 4 and int(id_) % 2 else 201 for id_ in ids]

        busy = load_into(refuse, 4_100, 10.0)
        assert sorted(map(int, busy.ids)) == list(range(4_100))
        assert sum(busy.sizes) < 2 * 4_100
        assert any(size <= 500 for size in busy.sizes)

    def test_what_is_there_already_is_as_good(self) -> None:
        assert len(load_into(lambda number, ids: (200, [409 for _ in ids]), 4_100, 10.0).sizes) == 3

    def test_what_can_never_come_in_is_an_error(self) -> None:
        with pytest.raises(LibraryError, match=r"không nhận đoạn văn vào aidu-x \(400\)"):
            load_into(lambda number, ids: (200, [400 for _ in ids]), 1, 10.0)

    def test_a_cluster_that_stays_busy_is_given_up(self) -> None:
        with pytest.raises(LibraryError, match="không trả lời sau 1 giây"):
            load_into(lambda number, ids: (429, [429 for _ in ids]), 1, 1.0)
