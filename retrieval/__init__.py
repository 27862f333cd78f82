"""aidu's library: reads Vietnamese press reports and answers who attended what and when, with the proving sentence.

The names below are loaded when first used: a shell that only prints its help, and a process that only reads documents,
pay for nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.answering.model import Answer, Conversation, EventSummary, Evidence, Item, Kind, Status
    from retrieval.corpus.addresses import WebAddress, location
    from retrieval.corpus.columns import Columns
    from retrieval.corpus.document import Document
    from retrieval.errors import AiduError, DocumentError, InputError, LibraryError, MissingExtraError, QuestionError
    from retrieval.library import Library

__all__ = [
    "AiduError",
    "Answer",
    "Columns",
    "Conversation",
    "Document",
    "DocumentError",
    "EventSummary",
    "Evidence",
    "InputError",
    "Item",
    "Kind",
    "Library",
    "LibraryError",
    "MissingExtraError",
    "QuestionError",
    "Status",
    "WebAddress",
    "location",
]

_MODULES = {
    "retrieval.answering.model": ("Answer", "Conversation", "EventSummary", "Evidence", "Item", "Kind", "Status"),
    "retrieval.corpus.addresses": ("WebAddress", "location"),
    "retrieval.corpus.columns": ("Columns",),
    "retrieval.corpus.document": ("Document",),
    "retrieval.errors": (
        "AiduError",
        "DocumentError",
        "InputError",
        "LibraryError",
        "MissingExtraError",
        "QuestionError",
    ),
    "retrieval.library": ("Library",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
