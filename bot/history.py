"""The history of questions typed in the terminal, kept in the user's state folder where that can be written."""

from __future__ import annotations

from pathlib import Path

from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.settings import state_folder


class _LenientHistory(FileHistory):
    """A history whose file may become unwritable (a full disk) without ending the chat."""

    def store_string(self, string: str) -> None:
        """Keep a line, if the file still takes it."""
        try:
            # A lone surrogate has no bytes in the file's UTF-8.
            super().store_string(string.encode("utf-8", "replace").decode("utf-8"))
        except OSError:
            return


def open_history() -> tuple[History, Path | None]:
    """Return the history, and the path of its file when it cannot be kept (then it lasts for this chat only)."""
    path = state_folder() / "history"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab"):
            pass
        # What one asks is nobody else's business.
        path.chmod(0o600)
    except OSError:
        return InMemoryHistory(), path
    return _LenientHistory(path), None
