"""aidu's library: reads Vietnamese press reports and answers who attended what and when, with the proving sentence."""

from retrieval.answering.model import Answer, Conversation, EventSummary, Evidence, Item, Kind, Status
from retrieval.corpus.document import Document
from retrieval.errors import AiduError, DocumentError, InputError, LibraryError, MissingExtraError, QuestionError
from retrieval.library import Library

__all__ = [
    "AiduError",
    "Answer",
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
]
