"""The bot's SQLite file: migrations, damage, and what is forgotten in time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from loopback_api import LoopbackApi
from reports import CHAIR, WHEN, WHO
from running_bot import Running
from telegram_rules import private, user

from bot.telegram import storage
from bot.telegram.answers import KEPT_S, Answers, Asked
from bot.telegram.conversations import Conversations, private_key
from bot.telegram.storage import MIGRATIONS, Database
from bot.telegram.updates import REMEMBERED_S, RESUMED_S, Journal
from retrieval.answering.model import Conversation

ASKED = Asked(7, 1, None, private_key(7), WHO, "vi", version="1")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    opened = Database(tmp_path / "folder" / "bot.sqlite3")
    opened.open()
    yield opened
    opened.close()


def test_migrations_are_applied_once_and_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bot.sqlite3"
    for _ in range(2):
        database = Database(path)
        database.open()
        database.close()
    monkeypatch.setattr(storage, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE later (x INTEGER)"))
    database = Database(path)
    database.open()
    database.close()
    connection = sqlite3.connect(path)
    numbers = [number for (number,) in connection.execute("SELECT number FROM migrations ORDER BY number")]
    connection.execute("SELECT x FROM later")
    connection.close()
    assert numbers == list(range(1, len(MIGRATIONS) + 2))
    monkeypatch.setattr(storage, "MIGRATIONS", MIGRATIONS)
    with pytest.raises(sqlite3.DatabaseError, match="newer"):
        Database(path).open()


async def test_a_failed_piece_of_work_leaves_nothing_behind(database: Database) -> None:
    def work(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO prompts (question) VALUES ('x')")
        raise ValueError

    with pytest.raises(ValueError):
        await database.run(work)
    count = await database.run(lambda connection: connection.execute("SELECT count(*) FROM prompts").fetchone()[0])
    assert count == 0


async def test_old_answers_are_forgotten_unless_rated(database: Database) -> None:
    now = [1_000_000.0]
    answers = Answers(database, now=lambda: now[0])
    kept, dropped = await answers.reserve(ASKED), await answers.reserve(Asked(7, 2, None, "k", WHO, "vi"))
    for number in (kept, dropped):
        await answers.record(number, ASKED, CHAIR, [100 + number])
    await answers.rate(kept, 7, 1)
    now[0] += KEPT_S + 1
    await answers.prune()
    found = await answers.by_id(kept)
    assert found is not None
    assert found.answer == CHAIR
    assert await answers.by_id(dropped) is None
    assert await answers.by_message(7, 100 + dropped) is None
    assert await answers.ratings() == (1, 0)


async def test_prompts_have_one_id_each(database: Database) -> None:
    answers = Answers(database)
    first = await answers.prompts(["a", "b", "a"])
    assert first[0] == first[2] != first[1]
    assert await answers.prompts(["b"]) == [first[1]]
    assert await answers.prompt(first[1]) == "b"
    assert await answers.prompt(999) is None


async def test_conversations_end(database: Database) -> None:
    now = [0.0]
    conversations = Conversations(database, 1800, now=lambda: now[0])
    await conversations.save("k", 7, Conversation(event="x"), 5)
    await conversations.save("k", 7, Conversation(event="older"), 4)
    now[0] = 1799
    assert await conversations.load("k") == Conversation(event="x")
    now[0] = 1801
    assert await conversations.load("k") is None
    await conversations.prune()
    assert await database.run(lambda c: c.execute("SELECT count(*) FROM conversations").fetchone()[0]) == 0


async def test_the_journal_gives_up_what_kills_the_bot_twice_and_what_is_too_old(database: Database) -> None:
    now = [0.0]
    journal = Journal(database, now=lambda: now[0])
    assert await journal.begin("1:a", 1, "one")
    assert await journal.begin("2:b", 2, "two")
    await journal.finish("2:b")
    assert not await journal.begin("2:b", 2, "two")
    assert await journal.unfinished() == ["one"]
    assert await journal.begin("1:a", 1, "one")  # the next run tries again
    assert await journal.unfinished() == []
    assert not await journal.begin("1:a", 1, "one")
    assert await journal.begin("3:c", 3, "three")
    now[0] = RESUMED_S + 1
    assert await journal.unfinished() == []
    now[0] = REMEMBERED_S + 1
    await journal.prune()
    assert await journal.begin("2:b", 2, "two")


async def test_numbers_that_come_again_are_new_questions(idle: Running, api: LoopbackApi) -> None:
    chat, person = private(7), user(7)
    for date, text in ((1_700_000_000, WHO), (1_700_009_999, WHO), (1_700_009_999, WHEN)):
        await idle.start()
        before = len(api.of("sendMessage"))
        message = {"message_id": 5, "date": date, "chat": chat, "from": person, "text": text}
        api.push_raw({"update_id": 1 if text == WHO else 2, "message": message})
        if text == WHO:
            await api.calls_of("sendMessage", before + 1)
        else:  # another text under the same number at the same time is an edit that came late
            await api.settled()
        await idle.stop()
    assert [question for question, _ in idle.reports.asked][:2] == [WHO, WHO]


async def test_a_damaged_file_is_one_line_and_exit_2(
    idle: Running, api: LoopbackApi, capsys: pytest.CaptureFixture[str]
) -> None:
    path = idle.settings().database
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database" * 1000)
    await idle.start(ready=False)
    assert await idle.ended() == 2
    [line] = capsys.readouterr().err.strip().splitlines()
    assert line.startswith(f"Lỗi: không mở được tệp dữ liệu {path}")
    assert path.read_bytes().startswith(b"this is no database")
