"""A bot over a library file takes in what `aidu index` writes into it, and nothing but that."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from loopback_api import LoopbackApi
from running_bot import Running
from telegram_rules import private
from test_process import BRIDGE, FIRST, SECOND

from bot.telegram.reload import Source
from retrieval import Library
from retrieval.store import maintenance
from retrieval.store.feedback import Feedback, Verdict, keep


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "rung.txt").write_text(FIRST, encoding="utf-8")
    return folder


@pytest.fixture
def source(folder: Path, tmp_path: Path) -> Source:
    maintenance.index(tmp_path / "l.aidu", [folder])
    return Source((tmp_path / "l.aidu",), "auto", tmp_path / "cache")


def file_of(source: Source) -> Path:
    assert source.library_file is not None
    return source.library_file


def test_only_what_changes_the_documents_is_a_change(source: Source, folder: Path) -> None:
    before = source.signature()
    keep(file_of(source), [Feedback("a", "2026-01-02", BRIDGE, "ai", Verdict.RIGHT)])
    maintenance.index(file_of(source))
    assert source.signature() == before
    (folder / "cau.txt").write_text(SECOND, encoding="utf-8")
    maintenance.index(file_of(source))
    assert source.signature() != before
    file_of(source).unlink()
    assert source.signature() not in ((), before)


async def test_what_was_indexed_is_answered_from(
    idle: Running, api: LoopbackApi, source: Source, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    really = Library.open
    monkeypatch.setattr(Library, "open", lambda file, **more: opened.append(file) or really(file, **more))
    idle.library = Library.open(file_of(source))
    await idle.start(source=source, reload=True, reload_interval_s=0.1)
    person = 100
    api.push("message", api.message(private(person), BRIDGE))
    await api.until(lambda: len(api.answers(100)) == 1, timeout_s=20)
    assert "Đỗ Quang Huy" not in api.answers(100)[0].text
    (folder / "cau.txt").write_text(SECOND, encoding="utf-8")
    await asyncio.to_thread(maintenance.index, file_of(source))
    while "Đỗ Quang Huy" not in api.answers(person)[0].text:
        person += 1
        assert person < 160
        await asyncio.sleep(0.1)
        api.push("message", api.message(private(person), BRIDGE))
        await api.until(lambda person=person: len(api.answers(person)) == 1, timeout_s=20)
    # It was refreshed beside the one that answered, not read anew.
    assert len(opened) == 1


async def test_a_library_that_is_gone_is_told_and_the_bot_answers_on(
    idle: Running, api: LoopbackApi, source: Source, caplog: pytest.LogCaptureFixture
) -> None:
    idle.library = Library.open(file_of(source))
    await idle.start(source=source, reload=True, reload_interval_s=0.1)
    for path in file_of(source).parent.glob("l.aidu*"):
        if path.is_file():
            path.unlink()
    for _ in range(100):
        if any("không thấy tệp thư viện" in record.getMessage() for record in caplog.records):
            break
        await asyncio.sleep(0.1)
    else:
        raise AssertionError(caplog.text)
    api.push("message", api.message(private(7), "Ai chủ trì Hội nghị Trồng rừng lần thứ 5?"))
    await api.until(lambda: len(api.answers(7)) == 1, timeout_s=20)
    assert api.answers(7)[0].text.startswith("Lê Thị Mai Anh")
