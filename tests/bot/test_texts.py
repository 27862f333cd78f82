"""The table of texts: both languages complete, every text used, every use there."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import bot
from bot.cli import COMMANDS
from bot.console import COMMANDS as CHAT_COMMANDS
from bot.texts import TEXTS, say

FOLDER = Path(bot.__file__).parent


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_take_the_same_fields(key: str) -> None:
    vietnamese, english = TEXTS[key]
    assert vietnamese.strip() and english.strip()
    assert fields(vietnamese) == fields(english)


@pytest.mark.parametrize("key", [key for key in TEXTS if key.startswith(("error.", "batch.", "reason.", "loading."))])
def test_messages_fit_one_line(key: str) -> None:
    assert all("\n" not in text for text in TEXTS[key])


def test_every_key_in_the_code_is_in_the_table_and_every_text_is_used() -> None:
    sources = [path.read_text("utf-8") for path in FOLDER.glob("*.py") if not path.name.endswith("texts.py")]
    quoted = {key for source in sources for key in re.findall(r"[\"']([a-z]+\.[a-z0-9_]+)[\"']", source)}
    groups = {key.split(".")[0] for key in TEXTS}
    used = {key for key in quoted if key.split(".")[0] in groups}
    used |= {f"help.{name}" for name in COMMANDS} | {f"help.{name}_long" for name in COMMANDS}
    used |= {f"help.usage_{name}" for name in COMMANDS} | {f"console.help_{name[1:]}" for name in CHAT_COMMANDS}
    assert used == set(TEXTS)


def test_fields_are_filled_in_and_braces_stand_for_themselves() -> None:
    assert say("error.prefix", "vi", message="{x}") == "Lỗi: {x}"
    assert say("error.prefix", "en", message="x") == "Error: x"
    assert '{"id": 1' in say("batch.not_json", "vi", line=1)
    with pytest.raises(KeyError):
        say("no.such", "vi")
