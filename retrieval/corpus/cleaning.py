"""From the text of a saved page to the article on it: title, date, source and its own paragraphs.

The head of a page (menus, date, title) ends with the first line that can only be text; where the article ends is
`article`'s to say.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from retrieval.corpus.article import article_paragraphs, heads_a_programme
from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.corpus.furniture import CLOSING, Furniture, is_author_line, source_of
from retrieval.corpus.layout import Line, lines_of
from retrieval.corpus.page_date import DateLine, Label, date_line
from retrieval.corpus.unwrapping import unwrapped
from retrieval.errors import DocumentError
from retrieval.language.normalize import reading_form

_LONGEST_TITLE_SYLLABLES: Final = 60
# Titles are looked for in so many lines: a page may be nothing but a menu.
_LONGEST_HEAD: Final = 300
_MOST_LINES: Final = 300_000
# In characters: a book of 300 pages without a line break. A paragraph is read in one go, and 20 MB of it for minutes.
_LONGEST_PARAGRAPH: Final = 400_000
# A longer one is read in pieces: what is looked for in a sentence takes four times as long in one twice as long.
_LONGEST_PIECE: Final = 5_000
_DATELINE: Final = re.compile(r"\((?P<source>[\w-]+(?:\.[\w-]+)*(?:\.vn|\.com|\.org|\.net)|TTXVN|VOV|VNA)\) ?[-–—]")
_MARKDOWN_HEADING: Final = re.compile(r"#{1,6}\s+")
_MARKDOWN_RULE: Final = re.compile(r"([-*_=])(?: ?\1){2,}$|^`{3}")
_MARKDOWN_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKDOWN_MARK: Final = re.compile(r"\*{1,3}|_{2,3}|`+|\\(?=[\W_])")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a Markdown file, the fields of a record or the tags of a page say; `end` is where it ends."""

    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    end: int = 0


def clean(name: str, text: str, front: FrontMatter | None = None, *, markdown: bool = False) -> Document:
    """Return the article in `text` as a document whose paragraphs are its own, without page furniture.

    What `front` says of title, date and source goes before what the page shows. A text without a recognisable title
    has the title "". Raises DocumentError when there are more lines than any page has, or a longer paragraph.
    """
    front = front or FrontMatter()
    lines = list(islice(lines_of(text, front.end), _MOST_LINES + 1))
    if len(lines) > _MOST_LINES:
        raise DocumentError(name, "tệp có quá nhiều dòng", "it has too many lines")
    if markdown:
        lines = [line for line in lines if not _MARKDOWN_RULE.match(line.form)]
    lines = list(unwrapped(text, lines))
    dates = {index: found for index, line in enumerate(lines) if (found := date_line(line.form)) is not None}
    body = _first_body_line(lines, dates)
    title = _title_line(lines, dates, body, front.title, markdown=markdown)
    first = 0 if title is None else title + 1
    paragraphs = article_paragraphs(text, lines, dates, first)
    _check_length(name, paragraphs)
    paragraphs = [piece for paragraph in paragraphs for piece in _in_pieces(text, paragraph)]
    shown = front.title
    if title is not None:
        paragraphs.insert(0, _trimmed_title(text, lines[title]))
        shown = shown or plain_title(text[paragraphs[0].start : paragraphs[0].end])
    last = _last_line(lines, paragraphs)
    return Document(
        name=name,
        text=text,
        title=shown or "",
        paragraphs=tuple(paragraphs),
        published=front.published or _published(lines, dates, title, first, body, last),
        source=front.source or _source(lines, first),
    )


def _check_length(name: str, paragraphs: Sequence[Paragraph]) -> None:
    longest = max((paragraph.end - paragraph.start for paragraph in paragraphs), default=0)
    if longest > _LONGEST_PARAGRAPH:
        raise DocumentError(
            name,
            f"có một đoạn dài {longest} ký tự (nhiều nhất {_LONGEST_PARAGRAPH}); hãy ngắt dòng giữa các đoạn",
            f"it has a paragraph of {longest} characters (at most {_LONGEST_PARAGRAPH}); break the lines between"
            " paragraphs",
        )


def _in_pieces(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph, one that is very long in pieces that end with a sentence, or with a word."""
    start = paragraph.start
    while paragraph.end - start > _LONGEST_PIECE:
        least, most = start + _LONGEST_PIECE // 2, start + _LONGEST_PIECE
        cut = next((at for sign in (". ", " ") if (at := text.rfind(sign, least, most)) > 0), most - 1) + 1
        yield replace(paragraph, start=start, end=cut)
        start = cut + (text[cut : cut + 1] == " ")
    yield replace(paragraph, start=start)


def plain_title(title: str) -> str:
    """Return a title on one line without Markdown marks and doubled white space."""
    title = _MARKDOWN_LINK.sub(r"\1", _MARKDOWN_HEADING.sub("", title.strip(), count=1))
    return " ".join(_MARKDOWN_MARK.sub("", title).split())


# -- the head of the page ------------------------------------------------------------------------------------------


def _first_body_line(lines: Sequence[Line], dates: dict[int, DateLine]) -> int:
    """Return the index of the first line that can only be text (the number of lines when there is none)."""
    for index, line in enumerate(lines):
        if index in dates or not line.body_like:
            continue
        alone = index + 1 < len(lines) and lines[index + 1].block != line.block
        longest = 30 if line.ended else _LONGEST_TITLE_SYLLABLES
        if index == 0 and alone and line.syllables <= longest and any(other.body_like for other in lines[1:]):
            continue  # a long title, or one with a full stop
        return index
    return len(lines)


def _title_line(
    lines: Sequence[Line], dates: dict[int, DateLine], body: int, told: str | None, *, markdown: bool
) -> int | None:
    """Return the index of the title among the lines before the body, or None."""
    head = [
        index
        for index, line in enumerate(lines[: min(body, _LONGEST_HEAD)])
        if index not in dates and line.furniture is None and line.syllables <= _LONGEST_TITLE_SYLLABLES
    ]
    if told:
        wanted = reading_form(plain_title(told)).casefold()
        return next((i for i in head if plain_title(lines[i].form).casefold() == wanted), None)
    if markdown:
        marked = next((i for i in head if lines[i].form.startswith("# ")), None)
        if marked is not None:
            return marked
    if not head or (body == len(lines) and len(lines) == 1):
        return None
    seen = Counter(line.form.casefold() for line in lines[:body])
    anchors = [*dates, *(i for i, line in enumerate(lines[:body]) if line.furniture is Furniture.ACCESSIBILITY)]

    def merit(index: int) -> tuple[int, int]:
        line = lines[index]
        clean_above = all(i in dates or other.furniture is not None for i, other in enumerate(lines[:index]))
        listed = any(other.furniture in CLOSING or other.furniture is Furniture.RELATED for other in lines[:index])
        score = 3 * (seen[line.form.casefold()] > 1) + 2 * (line.syllables >= 5) + 3 * (clean_above and not listed)
        score += 3 * any(abs(anchor - index) == 1 for anchor in anchors)
        score += 1 * (index == head[-1]) - 2 * is_author_line(line.form)
        return score, -index

    best = max(head, key=merit)
    # The same title twice (window title and headline): the article follows the second.
    while best + 1 in head and lines[best + 1].form.casefold() == lines[best].form.casefold():
        best += 1
    return best


def _trimmed_title(text: str, line: Line) -> Paragraph:
    start, end = line.start, line.end
    heading = _MARKDOWN_HEADING.match(text, start, end)
    if heading:
        start = heading.end()
    while end - start > 4 and text[start] in "*_" and text[end - 1] in "*_":
        start, end = start + 1, end - 1
    return Paragraph(start, end, ParagraphKind.TITLE)


def _published(
    lines: Sequence[Line], dates: dict[int, DateLine], title: int | None, first: int, body: int, last: int
) -> dt.date | None:
    """Return the page's own date: near the title, or introduced as the day of publication before the page's foot."""
    near = [
        (found.label, index < first, abs(index - (title or 0)), found.date)
        for index, found in dates.items()
        if index < max(body, first)
        or (index <= first + 2 and not heads_a_programme(lines[index], found))
        or (index <= last + 3 and found.label is not Label.BARE)
    ]
    return min(near)[3] if near else None


def _source(lines: Sequence[Line], first: int) -> str | None:
    for line in lines[first:]:
        if line.furniture in CLOSING and line.furniture is not Furniture.KEYWORDS:
            break
        if line.furniture is Furniture.SOURCE and (named := source_of(line.form)):
            return named
    for line in lines[first : first + 4]:
        if match := _DATELINE.match(line.form):
            return match["source"]
    return None


def _last_line(lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> int:
    if not paragraphs:
        return 0
    return max((i for i, line in enumerate(lines) if line.start <= paragraphs[-1].start), default=0)
