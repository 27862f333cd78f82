"""The exceptions of aidu, in one tree, so that a shell catches `AiduError` at its edge and shows its message.

    AiduError
     +-- InputError            what the user gave cannot be used (a missing folder, an empty question)
     |    +-- QuestionError    the text of a question is empty, too long, or not text
     |    +-- DocumentError    one document cannot be read; the others still are
     |         +-- StalePageError   a page cannot be fetched again, and is there as it was read before
     +-- LibraryError          the library file is damaged, locked, or from a newer version
     |    +-- DiskError        the disk of the library file is full, or fails
     +-- MissingExtraError     an optional dependency is not installed; the message has the command that installs it

Every message names the input and the remedy and fits one line. `str()` gives it in Vietnamese; `said("en")` in English.
"""

from __future__ import annotations


class AiduError(Exception):
    """Base of all errors that aidu raises on purpose.

    `message` is Vietnamese. Who already speaks the user's language (a shell) gives no `english`.
    """

    def __init__(self, message: str, english: str = "") -> None:
        super().__init__(message)
        self._english = english or message

    def said(self, language: str) -> str:
        """Return the message in a language, `vi` or `en`."""
        return self._english if language == "en" else str(self)


class InputError(AiduError):
    """What the user gave cannot be used."""


class QuestionError(InputError):
    """The text of a question is empty, too long, or not text."""


class DocumentError(InputError):
    """One document cannot be read.

    `name` is the document's name; `reason` and `english` are short phrases for a warning in either language.
    """

    def __init__(self, name: str, reason: str, english: str = "") -> None:
        self.name = name
        self.reason = reason
        self.english = english or reason
        super().__init__(f"{name}: {reason}", f"{name}: {self.english}")

    def reason_in(self, language: str) -> str:
        """Return the reason in a language, `vi` or `en`."""
        return self.english if language == "en" else self.reason


class StalePageError(DocumentError):
    """A page cannot be fetched again; what was read of it before is answered from."""


class LibraryError(AiduError):
    """The library file is damaged, locked, or from a newer version."""


class DiskError(LibraryError):
    """The disk that the library file is on is full, or fails: the fault is neither the file's nor the user's."""


def unreadable_index(folder: object) -> LibraryError:
    """Return the error for an index folder that cannot be read."""
    return LibraryError(
        f"{folder}: không đọc được chỉ mục, hãy đọc lại tài liệu",
        f"{folder}: the index cannot be read, read the documents again",
    )


class MissingExtraError(AiduError):
    """An optional dependency is not installed."""

    def __init__(self, feature: str, extra: str, english: str = "") -> None:
        command = f"python -m pip install 'aidu[{extra}]'"
        super().__init__(f"{feature} cần thêm thư viện: {command}", f"{english or feature} needs more: {command}")
