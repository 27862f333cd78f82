"""Votes on answers from a library file go into that file too, where whoever looks after the library finds them.

The bot's own file has every vote first, and which of them the library has; so nothing is lost while `aidu index` is
writing the library, while the library may not be written, or when the bot is killed in between.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bot.telegram.answers import Answers, Vote
from retrieval.errors import AiduError
from retrieval.store.faults import BusyError
from retrieval.store.feedback import Feedback, Verdict, keep

_LOG = logging.getLogger(__name__)

# Votes that are written at once.
_MOST: Final = 200


class FeedbackKeeper:
    """Brings votes into a library file, now or as soon as that is possible."""

    def __init__(self, answers: Answers, file: Path, bot_id: int, language: str, retry_s: float = 20.0) -> None:
        self.file = file
        self._answers = answers
        self._bot_id = bot_id
        self._language = language
        self._retry_s = retry_s
        self._given = asyncio.Event()
        self._writing = asyncio.Lock()
        self._told = ""

    def wake(self) -> None:
        """Say that there is a new vote."""
        self._given.set()

    async def watch(self) -> None:
        """Bring votes into the library until cancelled: those of an earlier run first."""
        while True:
            self._given.clear()
            patience_s = None if await self.bring() else self._retry_s
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._given.wait(), patience_s)

    async def bring(self) -> bool:
        """Write the votes that the library lacks; tell whether it has all of them now."""
        async with self._writing:
            while votes := await self._answers.unkept(str(self.file), _MOST):
                try:
                    await asyncio.to_thread(keep, self.file, self._feedback(votes))
                except (AiduError, OSError) as error:
                    self._tell(error)
                    return False
                await self._answers.mark_kept(votes)
        self._told = ""
        return True

    def _feedback(self, votes: Sequence[Vote]) -> list[Feedback]:
        return [
            Feedback(
                origin=_origin(self._bot_id, vote),
                at=dt.datetime.fromtimestamp(vote.updated, dt.UTC).isoformat(timespec="seconds"),
                question=vote.question,
                answer=vote.answer,
                verdict=Verdict.RIGHT if vote.vote > 0 else Verdict.WRONG,
            )
            for vote in votes
        ]

    def _tell(self, error: AiduError | OSError) -> None:
        """Log why votes wait, once for each reason; that the library is being written is no fault."""
        if isinstance(error, BusyError):
            return
        line = error.said(self._language) if isinstance(error, AiduError) else str(error)
        if line != self._told:
            _LOG.warning("%s", line)
        self._told = line


def _origin(bot_id: int, vote: Vote) -> str:
    """Return what stands for a person's vote on an answer, without telling who the person is."""
    parts = f"telegram {bot_id} {vote.answer_id} {vote.created!r} {vote.user_id}"
    return hashlib.blake2b(parts.encode(), digest_size=16).hexdigest()
