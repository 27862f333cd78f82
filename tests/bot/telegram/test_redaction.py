"""The token stays secret: in logs at any level, through any handler, in reprs, tracebacks and messages."""

from __future__ import annotations

import io
import logging
import sys

import pytest
from loopback_api import HTML_502, RESET, TOKEN, LoopbackApi
from reports import WHO
from running_bot import Running
from telegram_rules import private

from bot.telegram.application import build
from bot.telegram.desk import Desk
from bot.telegram.redaction import Redactor, redacted

KEY = TOKEN.partition(":")[2]


class Strict(logging.Handler):
    """A handler of somebody else's, that formats everything at the lowest level."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.text = io.StringIO()

    def emit(self, record: logging.LogRecord) -> None:
        self.text.write(f"{self.format(record)} {record.msg!r} {record.args!r} {record.exc_info!r}\n")


@pytest.fixture
def strict() -> Strict:
    handler = Strict()
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before)


async def test_no_log_line_at_any_level_has_the_token(
    idle: Running, api: LoopbackApi, strict: Strict, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("httpx", "httpcore", "telegram", "telegram.ext"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    api.fail("getMe", RESET)
    api.fail("getUpdates", HTML_502)
    api.fail("sendMessage", RESET)

    def fail() -> None:
        raise RuntimeError(f"https://api/bot{TOKEN}/x")

    await idle.start(admins=[9])
    api.push("message", api.message(private(7), WHO))
    await api.calls_of("sendMessage")
    idle.reports.answers[WHO] = fail  # type: ignore[assignment]
    api.push("message", api.message(private(7), WHO))
    await api.calls_of("sendMessage", 3)
    await idle.stop()
    api.token = "1:other"
    await idle.start(ready=False)
    assert await idle.ended() == 2
    seen = strict.text.getvalue() + "".join(capfd.readouterr())
    assert "httpx" not in seen or "[…]" in seen
    assert "/bot[…]/sendMessage" in seen
    assert KEY not in seen
    assert len(seen) > 10_000


def test_reprs(idle: Running) -> None:
    settings = idle.settings(webhook_secret="mot_bi_mat")
    desk = Desk.open(settings, "vi", idle.library, Redactor(TOKEN))
    try:
        application = build(settings, desk)
        things = [
            settings,
            desk,
            desk.redactor,
            application,
            application.bot,
            application.updater,
            settings.telegram_token,
        ]
        shown = " ".join(f"{thing!r} {thing!s} {thing}" for thing in things)
        assert KEY not in shown
        assert "mot_bi_mat" not in shown
    finally:
        desk.close()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"GET /bot{TOKEN}/getMe", "GET /bot[…]/getMe"),
        (f"a {TOKEN.replace(':', '%3A')} b", "a […] b"),
        (f"a {KEY} b", "a […] b"),
        ("nothing", "nothing"),
    ],
)
def test_texts(text: str, shown: str) -> None:
    assert Redactor(TOKEN).text(text) == shown


def test_tracebacks_and_odd_records() -> None:
    handler = Strict()
    logger = logging.getLogger("odd")
    logger.addHandler(handler)
    try:
        with redacted(Redactor(TOKEN)):
            try:
                raise ValueError(f"outer {TOKEN}") from OSError(TOKEN)
            except ValueError:
                logger.exception("failed %s", TOKEN)
            logger.warning("bytes %r", TOKEN.encode())
            logger.warning("%d", TOKEN)
            logger.warning({"token": TOKEN})
    finally:
        logger.removeHandler(handler)
    seen = handler.text.getvalue()
    assert "ValueError: outer […]" in seen
    assert "OSError: […]" in seen
    assert KEY not in seen


def test_uncaught_errors(capsys: pytest.CaptureFixture[str]) -> None:
    hook = sys.excepthook
    with redacted(Redactor(TOKEN)):
        error = RuntimeError(TOKEN)
        sys.excepthook(RuntimeError, error, None)
    assert sys.excepthook is hook
    assert capsys.readouterr().err.strip() == "RuntimeError: […]"
