"""What is read: documents, their paragraphs, sentences and passages. Offsets are in characters of `Document.text`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class ParagraphKind(StrEnum):
    """What a paragraph is on its page. Furniture (menus, teasers, view counts) has no paragraph at all."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article: `Document.text[start:end]`."""

    start: int
    end: int
    kind: ParagraphKind


LONGEST_TITLE: Final = 500


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it was read.

    `name` is the file's path below the corpus root, with `/`; `text` is the decoded text with `\\n` line ends and
    nothing else changed (but without the marks of Markdown and of quoted mail), so that a quote can be found again in
    the file.
    `published` is the page's own date. A `title` that is none (a field with a whole article) is cut to `LONGEST_TITLE`
    characters: all of it is read with every question.
    """

    name: str
    text: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    published: dt.date | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        if len(self.title) > LONGEST_TITLE:
            object.__setattr__(self, "title", self.title[:LONGEST_TITLE].rsplit(" ", 1)[0])


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document.

    `document.text[start:end]` is the sentence as it stands in the document. `text` is the same in the form in which
    aidu reads it (see `language.normalize.reading_form` and `language.capitals`); `paragraph` is the index of its
    paragraph.
    """

    start: int
    end: int
    text: str
    paragraph: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Passage:
    """One to a few sentences that are retrieved together: sentences `first` to `last` (inclusive) of a document."""

    document: int
    first: int
    last: int
