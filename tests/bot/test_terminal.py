"""The chat's look and typing in a terminal: colours, the progress bar, the history."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot import terminal
from bot.render import parts
from bot.settings import state_folder
from bot.terminal import ProgressBar, TerminalScreen, open_history
from retrieval.answering.model import Answer, EventSummary, Evidence, Item, Kind, Status

QUOTE = "Ông Trần Văn Bình [bold]dự[/bold] lễ :smile: \x1b[31m."
EVIDENCE = Evidence("le.md", "Lễ [khánh] thành", None, QUOTE, ((4, 17),))


def shown(answer: Answer, *, colours: bool) -> str:
    out = io.StringIO()
    console = Console(
        file=out, force_terminal=colours, color_system="standard" if colours else None, width=200, highlight=False
    )
    TerminalScreen(console, "vi").answer(parts(answer))
    return out.getvalue()


def answer(*evidence: Evidence, status: Status = Status.ANSWERED, nearest: tuple[EventSummary, ...] = ()) -> Answer:
    items = (Item("Trần Văn Bình", ("Bí thư",)),) if status is Status.ANSWERED else ()
    text = "Trần Văn Bình" if items else "Không thấy."
    return Answer("Ai dự?", status, Kind.PEOPLE, items, text, evidence, 1.0, nearest=nearest)


def test_the_answer_and_its_place_in_the_quote_stand_out() -> None:
    text = shown(answer(EVIDENCE), colours=True)
    assert "\x1b[1;32mTrần Văn Bình\x1b[0m" in text
    assert "\x1b[36mBí thư\x1b[0m" in text
    assert "\x1b[1;3;7mTrần Văn Bình\x1b[0m" in text


def test_text_of_a_document_is_never_markup_nor_a_control_sequence() -> None:
    text = shown(answer(EVIDENCE), colours=False)
    assert QUOTE.replace("\x1b", "\N{REPLACEMENT CHARACTER}") in text
    assert "Lễ [khánh] thành" in text
    assert "\x1b" not in text
    assert "\x1b[31m" not in shown(answer(EVIDENCE), colours=True)


def test_more_evidence_is_counted_and_the_nearest_events_are_named() -> None:
    assert "Còn 2 bằng chứng khác" in shown(answer(EVIDENCE, EVIDENCE, EVIDENCE), colours=False)
    nearest = (EventSummary("Hội nghị 32", "19/12/2023", None, None, ("a.md",)),)
    text = shown(answer(status=Status.NOT_FOUND, nearest=nearest), colours=False)
    assert text.split("\n")[:3] == ["Không thấy.", "Gần nhất:", "- 19/12/2023 · Hội nghị 32"]


def test_the_bar_is_shown_only_when_reading_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    out = io.StringIO()
    with ProgressBar(Console(file=out, force_terminal=True, width=80), "Đang đọc") as progress:
        progress(1, 10)
        assert out.getvalue() == ""
        now = 1.5
        progress(2, 10)
        assert "Đang đọc" in out.getvalue() and "20%" in out.getvalue()


def test_the_history_is_kept_for_the_next_chat_and_readable_by_nobody_else(clean_environment: Path) -> None:
    history, trouble = open_history()
    assert trouble is None
    history.append_string("Ai dự hội nghị?")
    history.append_string("lạc \udc80")
    again, _ = open_history()
    assert list(again.load_history_strings()) == ["lạc ?", "Ai dự hội nghị?"]
    path = state_folder() / "history"
    assert path.is_relative_to(clean_environment)
    assert path.stat().st_mode & 0o077 == 0


def test_a_history_that_cannot_be_written_is_named_and_lasts_for_the_chat() -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("a file where a folder should be")
    history, trouble = open_history()
    assert trouble == state_folder() / "history"
    assert isinstance(history, InMemoryHistory)


def test_a_history_that_becomes_unwritable_does_not_end_the_chat() -> None:
    history, _ = open_history()
    (state_folder() / "history").unlink()
    state_folder().rmdir()
    history.append_string("Ai dự?")
    assert history.get_strings() == ["Ai dự?"]


def test_typing_edits_the_line_and_recalls_the_one_before() -> None:
    screen = TerminalScreen(Console(file=io.StringIO()), "vi")
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        read = terminal.line_reader("vi", screen)
        keys.send_text("Ai dựu\x7f?\r")
        assert read() == "Ai dự?"
        keys.send_text("\x1b[A\r")
        assert read() == "Ai dự?"
        keys.send_text("\x04")
        with pytest.raises(EOFError):
            read()
        keys.send_text("\x03")
        with pytest.raises(KeyboardInterrupt):
            read()
