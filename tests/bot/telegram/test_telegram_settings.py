"""The bot's settings: command line before environment before TOML; what is wrong is said in one line."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import Any

import pytest
from loopback_api import TOKEN

from bot.setting_names import TELEGRAM
from bot.settings import Settings
from bot.telegram.application import main
from bot.telegram.settings import OPTIONS, TelegramSettings, load, shown_address
from bot.telegram.texts import TEXTS, say
from retrieval.errors import InputError

HOOK = {"webhook_url": "https://bot.example.vn/hook"}


def common(options: dict[str, Any] | None = None, config: Path | None = None, language: str = "vi") -> Settings:
    return Settings((Path(),), language, "rank_bm25", Path("cache"), config=config, options=options or {})  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_TELEGRAM_TOKEN", f" {TOKEN}\n")


def test_the_command_line_beats_the_environment_beats_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    config = tmp_path / "aidu.toml"
    config.write_text(
        'corpus = "x"\nlanguage = "en"\nport = 1\nlisten = "::1"\nadmins = [1, 2]\nquestions_per_minute = 5\n'
        f'telegram_token = "1:from-the-file"\nwebhook_url = "{HOOK["webhook_url"]}"\nreload = true\n'
    )
    monkeypatch.setenv("AIDU_PORT", "2")
    monkeypatch.setenv("AIDU_LISTEN", "0.0.0.0")
    settings = load(common({"port": "3", "listen": None, "reload": False}, config))
    assert (settings.port, settings.listen, settings.questions_per_minute) == (3, "0.0.0.0", 5)
    assert settings.admins == {1, 2}
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert settings.bot_id == 123456789
    assert settings.webhook_url == HOOK["webhook_url"]


def test_a_flag_that_was_not_given_does_not_hide_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_RELOAD", "1")
    assert load(common()).reload
    assert load(common({"reload": None})).reload


@pytest.mark.parametrize(
    ("variable", "value", "field", "wanted"),
    [
        ("AIDU_ADMINS", "12, 34", "admins", {12, 34}),
        ("AIDU_ADMINS", "12 34,", "admins", {12, 34}),
        ("AIDU_ALLOWED_CHATS", "-1001234567890", "allowed_chats", {-1001234567890}),
        ("AIDU_ALLOWED_CHATS", "", "allowed_chats", set()),
        ("AIDU_TELEGRAM_API", "http://127.0.0.1:8081/", "telegram_api", "http://127.0.0.1:8081"),
        ("AIDU_TELEGRAM_API", "https://tg.example.vn/api", "telegram_api", "https://tg.example.vn/api"),
        ("AIDU_CONVERSATION_MINUTES", "0.5", "conversation_minutes", 0.5),
        ("AIDU_ELSEWHERE", "leave", "elsewhere", "leave"),
    ],
)
def test_values(monkeypatch: pytest.MonkeyPatch, variable: str, value: str, field: str, wanted: object) -> None:
    monkeypatch.setenv(variable, value)
    assert getattr(load(common()), field) == wanted


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("AIDU_TELEGRAM_TOKEN", "", "chưa có mã của bot; đặt AIDU_TELEGRAM_TOKEN"),
        ("AIDU_TELEGRAM_TOKEN", "khong-phai-ma", "sai dạng"),
        ("AIDU_TELEGRAM_TOKEN", "123456:a b", "sai dạng"),
        ("AIDU_TELEGRAM_API", "127.0.0.1:8081", "AIDU_TELEGRAM_API không dùng được: cần một địa chỉ http"),
        ("AIDU_ADMINS", "anna", "AIDU_ADMINS không dùng được: cần các số"),
        ("AIDU_ADMINS", "1,,2", "AIDU_ADMINS không dùng được: cần các số"),
        ("AIDU_ELSEWHERE", "shout", "AIDU_ELSEWHERE không dùng được: chỉ nhận silent, leave"),
        ("AIDU_QUESTIONS_PER_MINUTE", "0", "AIDU_QUESTIONS_PER_MINUTE không dùng được: cần một số ≥ 1"),
        ("AIDU_CONVERSATION_MINUTES", "x", "AIDU_CONVERSATION_MINUTES không dùng được: cần một số"),
        ("AIDU_RELOAD", "maybe", "AIDU_RELOAD (--reload) không dùng được: cần true hoặc false"),
        ("AIDU_PORT", "8443", "AIDU_PORT (--port) không dùng được: chỉ dùng cùng --webhook-url"),
    ],
)
def test_what_is_wrong_in_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert main(common()) == 2
    captured = capsys.readouterr()
    [line] = captured.err.splitlines()
    assert line.startswith("Lỗi: ")
    assert said in line
    if value and variable == "AIDU_TELEGRAM_TOKEN":
        assert value not in line
    assert captured.out == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"webhook_url": "http://bot.example.vn"}, "--webhook-url"),
        ({"webhook_url": "bot.example.vn"}, "--webhook-url"),
        (HOOK | {"port": "70000"}, "--port) không dùng được: cần một số ≤ 65535"),
        (HOOK | {"port": "x"}, "--port"),
        ({"listen": "0.0.0.0"}, "--listen) không dùng được: chỉ dùng cùng --webhook-url"),
        ({"unix_socket": "/tmp/x"}, "--unix-socket"),
        (HOOK | {"unix_socket": "/tmp/x", "port": "80"}, "--unix-socket) không dùng được: không dùng cùng"),
    ],
)
def test_what_is_wrong_on_the_command_line(options: dict[str, str], said: str) -> None:
    with pytest.raises(InputError) as caught:
        load(common(options))
    assert said in str(caught.value)


def test_english(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("AIDU_TELEGRAM_TOKEN", "x")
    assert main(common(language="en")) == 2
    assert capsys.readouterr().err.startswith("Error: the bot token (AIDU_TELEGRAM_TOKEN) is malformed")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("telegram_api = 3", "AIDU_TELEGRAM_API không dùng được: cần một chuỗi ký tự"),
        ("data_dir = 3", "AIDU_DATA_DIR không dùng được: cần một chuỗi ký tự"),
        ("log_level = 'loud'", "AIDU_LOG_LEVEL không dùng được: chỉ nhận debug, info, warning, error"),
        ("workers = 1.5", "AIDU_WORKERS không dùng được: cần một số"),
        ("workers = [1]", "AIDU_WORKERS không dùng được: cần một số"),
        ("telegram_api = [1]", "AIDU_TELEGRAM_API không dùng được: cần một chuỗi ký tự"),
        ("unix_socket = [1]", "AIDU_UNIX_SOCKET (--unix-socket) không dùng được: cần một chuỗi ký tự"),
        ("reload = 'x'", "AIDU_RELOAD (--reload) không dùng được: cần true hoặc false"),
    ],
)
def test_no_word_of_pydantic_gets_into_a_message(line: str, said: str, tmp_path: Path) -> None:
    config = tmp_path / "aidu.toml"
    config.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(common(config=config))
    assert str(caught.value) == f"thiết đặt {said}"
    assert not re.search(r"\b(?:input|should|valid|or)\b", str(caught.value), re.IGNORECASE)


def test_every_command_knows_the_names_of_the_settings() -> None:
    assert sorted(TELEGRAM) == sorted(TelegramSettings.model_fields)


def test_every_option_is_a_setting_and_every_setting_is_explained() -> None:
    assert set(OPTIONS) <= set(TelegramSettings.model_fields)
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    for name in TelegramSettings.model_fields:
        assert f"AIDU_{name.upper()}" in readme


@pytest.mark.parametrize("key", TEXTS)
def test_texts_exist_in_both_languages_with_the_same_fields(key: str) -> None:
    fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in TEXTS[key]]
    assert fields[0] == fields[1]
    filled = dict.fromkeys(fields[0] | fields[1], "x")
    for language in ("vi", "en"):
        assert say(key, language, **filled).strip()


def test_a_password_in_the_address_of_the_server_is_not_shown() -> None:
    settings = TelegramSettings(telegram_api="http://user:SECRETpw@127.0.0.1:8081/x")
    assert "SECRETpw" not in repr(settings)
    assert shown_address(settings.telegram_api) == "http://127.0.0.1:8081/x"
    assert shown_address("https://api.telegram.org") == "https://api.telegram.org"
