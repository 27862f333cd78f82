"""Votes on answers from a library file go into that file too, and none is lost when that is not possible just now."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from loopback_api import LoopbackApi
from reports import CHAIR, WHO
from running_bot import Running
from telegram_rules import private, user

from bot.telegram.answers import Answers, Asked
from bot.telegram.conversations import private_key
from bot.telegram.feedback import FeedbackKeeper
from bot.telegram.reload import Source
from bot.telegram.storage import Database
from retrieval.store import maintenance
from retrieval.store.database import opened_to_write

ANNA = private(7)
ASKED = Asked(7, 1, None, private_key(7), WHO, "vi", version="1")
REPORT = "Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo về quy hoạch của thành phố.\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("retrieval.store.database._LOCK_PATIENCE_S", 0.05)
    (tmp_path / "bài").mkdir()
    (tmp_path / "bài" / "a.txt").write_text(REPORT, "utf-8")
    maintenance.index(tmp_path / "l.aidu", [tmp_path / "bài"])
    return tmp_path / "l.aidu"


def verdicts(library: Path) -> list[tuple[str, str, str]]:
    connection = sqlite3.connect(library)
    found = connection.execute("SELECT question, answer, verdict FROM feedback ORDER BY id").fetchall()
    connection.close()
    return found


async def until(library: Path, wanted: list[tuple[str, str, str]]) -> None:
    for _ in range(200):
        if verdicts(library) == wanted:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(verdicts(library))


async def vote(api: LoopbackApi, label: str, answer: int = -1) -> None:
    before = len(api.of("answerCallbackQuery"))
    api.push("callback_query", api.press(api.of("sendMessage")[answer], label))
    await api.calls_of("answerCallbackQuery", before + 1)


async def ask(api: LoopbackApi) -> None:
    before = len(api.of("sendMessage"))
    api.push("message", api.message(ANNA, WHO, sender=user(7)))
    await api.calls_of("sendMessage", before + 1)


async def test_a_vote_is_written_into_the_library_and_changed_there(
    idle: Running, api: LoopbackApi, library: Path, tmp_path: Path
) -> None:
    await idle.start(source=Source((library,), "auto", tmp_path / "cache"))
    await ask(api)
    await vote(api, "👍")
    await until(library, [(WHO, CHAIR.text, "right")])
    await vote(api, "👎")
    await until(library, [(WHO, CHAIR.text, "wrong")])
    found = maintenance.status(library)
    assert (found.feedback_right, found.feedback_wrong) == (0, 1)


async def test_while_the_library_is_written_votes_wait_and_the_bot_answers(
    idle: Running, api: LoopbackApi, library: Path, tmp_path: Path
) -> None:
    source = Source((library,), "auto", tmp_path / "cache")
    await idle.start(source=source)
    with opened_to_write(library):
        await ask(api)
        await vote(api, "👍")
        await ask(api)
        await asyncio.sleep(0.3)
        assert verdicts(library) == []
        # Killed or stopped, it still has the vote.
        assert await idle.stop() == 0
        assert verdicts(library) == []
    await idle.start(source=source)
    await until(library, [(WHO, CHAIR.text, "right")])


async def test_votes_on_answers_from_a_folder_stay_with_the_bot(
    idle: Running, api: LoopbackApi, library: Path, tmp_path: Path
) -> None:
    await idle.start(source=Source((tmp_path / "bài",), "auto", tmp_path / "cache"))
    await ask(api)
    await vote(api, "👍")
    await idle.stop()
    await idle.start(source=Source((library,), "auto", tmp_path / "cache"))
    await ask(api)
    await vote(api, "👎")
    await until(library, [(WHO, CHAIR.text, "wrong")])


async def test_a_keeper_tries_again_and_tells_a_real_fault_once(
    library: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = Database(tmp_path / "bot.sqlite3")
    database.open()
    try:
        answers = Answers(database)
        number = await answers.reserve(ASKED)
        await answers.record(number, ASKED, CHAIR, [2])
        keeper = FeedbackKeeper(answers, library, 123, "vi", retry_s=0.05)
        for person in range(5):
            await answers.rate(number, person, 1 if person % 2 else -1, str(library))
        away = library.rename(tmp_path / "đi vắng")
        watching = asyncio.create_task(keeper.watch())
        await asyncio.sleep(0.4)
        assert len([r for r in caplog.records if "không thấy tệp thư viện" in r.getMessage()]) == 1
        away.rename(library)
        for _ in range(200):
            if len(verdicts(library)) == 5:
                break
            await asyncio.sleep(0.05)
        watching.cancel()
        # What was written and not noted (killed in between) is written again, and is there once.
        await database.run(lambda connection: connection.execute("UPDATE feedback SET kept = 0").rowcount)
        assert await keeper.bring()
        assert sorted(verdict for *_, verdict in verdicts(library)) == ["right"] * 2 + ["wrong"] * 3
        assert await answers.unkept(str(library), 10) == []
    finally:
        database.close()
