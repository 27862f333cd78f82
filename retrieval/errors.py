"""The exceptions of aidu, in one tree, so that a shell catches `AiduError` at its edge and shows its message.

    AiduError
     +-- InputError            what the user gave cannot be used (a missing folder, an empty question)
     |    +-- QuestionError    the text of a question is empty, too long, or not text
     |    +-- DocumentError    one document cannot be read; the others still are
     +-- LibraryError          the library file is damaged, locked, or from a newer version
     +-- MissingExtraError     an optional dependency is not installed; the message has the command that installs it

Every message names the input and the remedy, in Vietnamese, and fits one line.
"""

from __future__ import annotations


class AiduError(Exception):
    """Base of all errors that aidu raises on purpose."""


class InputError(AiduError):
    """What the user gave cannot be used."""


class QuestionError(InputError):
    """The text of a question is empty, too long, or not text."""


class DocumentError(InputError):
    """One document cannot be read.

    `name` is the document's name and `reason` a short Vietnamese phrase for a warning.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")


class LibraryError(AiduError):
    """The library file is damaged, locked, or from a newer version."""


class MissingExtraError(AiduError):
    """An optional dependency is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} cần thêm thư viện: python -m pip install 'aidu[{extra}]'")
