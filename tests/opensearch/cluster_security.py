"""Encrypted connections, passwords and permissions, before a node with OpenSearch's security plugin."""

from __future__ import annotations

import base64
import logging
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from secure_node import LOADER, LOADERS_PASSWORD, READER, READERS_PASSWORD, secure_node

from retrieval.errors import LibraryError
from retrieval.ranking.opensearch import OpenSearchEngine

SECRET = base64.b64encode(f"{LOADER}:{LOADERS_PASSWORD}".encode()).decode()
PASSAGES = [["hội", "nghị"], ["hội", "thảo"]]


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make certificates that vouch for themselves for this machine: ours, and somebody else's."""
    folder = tmp_path_factory.mktemp("tls")
    for name in ("ours", "somebody"):
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
        command += ["-addext", "subjectAltName=DNS:localhost"]
        command += ["-keyout", str(folder / f"{name}.key"), "-out", str(folder / f"{name}.pem")]
        subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def address(certificates: Path) -> Iterator[str]:
    """Give the address of the node."""
    with secure_node(certificates / "ours.pem", certificates / "ours.key") as found:
        yield found


@pytest.fixture(autouse=True)
def settings(address: str, certificates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_HOSTS", address)
    monkeypatch.setenv("AIDU_OPENSEARCH_CA", str(certificates / "ours.pem"))
    monkeypatch.setenv("AIDU_OPENSEARCH_USER", LOADER)
    monkeypatch.setenv("AIDU_OPENSEARCH_PASSWORD", LOADERS_PASSWORD)
    monkeypatch.setenv("AIDU_OPENSEARCH_TIMEOUT", "20")


def test_passages_go_there_and_are_found_and_no_log_has_the_password(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, "opensearch"):
        engine = OpenSearchEngine.build(PASSAGES)
        assert engine.top(["thảo"], 3).ids.tolist() == [1]
    assert "/_search" in caplog.text
    shown = caplog.text + repr(engine._cluster.options) + repr(engine._cluster.client)
    assert LOADERS_PASSWORD not in shown
    assert SECRET not in shown


def test_who_may_only_ask_finds_what_was_loaded_and_can_load_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    OpenSearchEngine.build(PASSAGES).save(tmp_path)
    monkeypatch.setenv("AIDU_OPENSEARCH_USER", READER)
    monkeypatch.setenv("AIDU_OPENSEARCH_PASSWORD", READERS_PASSWORD)
    assert OpenSearchEngine.open(tmp_path).top(["nghị"], 3).ids.tolist() == [0]
    with pytest.raises(LibraryError, match=r"từ chối người dùng 'bạn đọc'.*quyền của người dùng"):
        OpenSearchEngine.build([["đại", "hội"]])


def test_a_wrong_password_is_said_to_be_one_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_PASSWORD", "sai-rồi")
    with pytest.raises(LibraryError, match=r"từ chối người dùng 'tòa soạn'.*AIDU_OPENSEARCH_PASSWORD") as caught:
        OpenSearchEngine.build([["hội"]])
    assert "sai-rồi" not in str(caught.value)


@pytest.mark.parametrize("authority", ["", "somebody.pem"])
def test_a_certificate_of_an_unknown_authority_is_refused(
    authority: str, certificates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_CA", str(certificates / authority) if authority else "")
    with pytest.raises(LibraryError, match=r"chứng chỉ.*AIDU_OPENSEARCH_CA"):
        OpenSearchEngine.build([["hội"]])


def test_a_certificate_for_another_machine_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_HOSTS", address.replace("localhost", "127.0.0.1"))
    with pytest.raises(LibraryError, match="chứng chỉ"):
        OpenSearchEngine.build([["hội"]])
