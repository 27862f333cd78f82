"""From the text of a saved page to the article on it: title, date, source and its own paragraphs.

The page is read from top to bottom. The head (menus, date, title) ends with the first line that can only be text;
the article ends with the first sign that it is over (a list of other news, keywords, the author's name, "./.").
Before the end a line is kept when in doubt; after it only captions are.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.corpus.furniture import (
    CLOSING,
    LIKELY_CLOSING,
    Furniture,
    has_credit,
    is_author_line,
    is_credit_alone,
    opens_like_a_caption,
    source_of,
)
from retrieval.corpus.layout import Line, glued_caption_at, goes_on, is_list_item, is_wrapped, lines_of
from retrieval.corpus.page_date import DateLine, Label, date_line
from retrieval.language.normalize import reading_form

_LONGEST_TITLE_SYLLABLES: Final = 45
_LONGEST_CAPTION_SYLLABLES: Final = 60
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
    has the title "".
    """
    front = front or FrontMatter()
    lines = list(lines_of(text, front.end))
    if markdown:
        lines = [line for line in lines if not _MARKDOWN_RULE.match(line.form)]
    dates = {index: found for index, line in enumerate(lines) if (found := date_line(line.form)) is not None}
    body = _first_body_line(lines, dates)
    title = _title_line(lines, dates, body, front.title, markdown=markdown)
    first = 0 if title is None else title + 1
    paragraphs = _article(text, lines, dates, first)
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
        published=front.published or _published(dates, title, first, body, last),
        source=front.source or _source(lines, first),
    )


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
        if index == 0 and alone and line.syllables <= 30 and any(other.body_like for other in lines[1:]):
            continue  # a title with a full stop
        return index
    return len(lines)


def _title_line(
    lines: Sequence[Line], dates: dict[int, DateLine], body: int, told: str | None, *, markdown: bool
) -> int | None:
    """Return the index of the title among the lines before the body, or None."""
    head = [
        index
        for index, line in enumerate(lines[:body])
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


def _published(dates: dict[int, DateLine], title: int | None, first: int, body: int, last: int) -> dt.date | None:
    """Return the page's own date: near the title, or introduced as the day of publication before the page's foot."""
    near = [
        (found.label, index < first, abs(index - (title or 0)), found.date)
        for index, found in dates.items()
        if index < max(body, first) or index <= first + 2 or (found.label is not Label.BARE and index <= last + 3)
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


# -- the article ---------------------------------------------------------------------------------------------------


def _article(text: str, lines: Sequence[Line], dates: dict[int, DateLine], first: int) -> list[Paragraph]:
    kept: list[Line] = []
    trailing: list[Line] = []
    over = False
    index = first
    while index < len(lines):
        line = lines[index]
        if line.furniture in CLOSING or line.furniture is Furniture.RELATED:
            if any(k.body_like for k in kept):
                if line.furniture in CLOSING or not _resumes(lines, index + 1):
                    break
                index = _after_box(lines, index + 1)
                continue
        elif index in dates:
            pass
        elif line.furniture is not None:
            over = over or (line.furniture in LIKELY_CLOSING and _has_begun(kept) and not _resumes(lines, index + 1))
        elif over:
            trailing.append(line)
        elif _ends_article(lines, index, kept):
            over = True
        else:
            kept.append(line)
            over = line.form.endswith(("./.", "/.")) and not _resumes(lines, index + 1)
        index += 1
    captions = _captions_after(kept, trailing)
    return _paragraphs(text, kept, captions)


def _has_begun(kept: Sequence[Line]) -> bool:
    return any(line.body_like for line in kept)


def _ends_article(lines: Sequence[Line], index: int, kept: Sequence[Line]) -> bool:
    """Tell whether the line is the author's name, or begins the teasers of other articles."""
    line = lines[index]
    if not _has_begun(kept):
        return False
    follower = lines[index + 1] if index + 1 < len(lines) else None
    if is_author_line(line.form) and kept[-1].ended and not kept[-1].form.endswith((":", ";")):
        # Under a dense block only captions follow, however long they are.
        last_of_dense = kept[-1].block == line.block and (follower is None or follower.block != line.block)
        return (last_of_dense and _is_dense(kept)) or not _resumes(lines, index + 1)
    doubled = follower is not None and follower.form == line.form and not line.ended
    return doubled and not _resumes(lines, index + 2)


def _resumes(lines: Sequence[Line], start: int) -> bool:
    """Tell whether the article goes on after `start`: two long paragraphs follow each other, and no teasers do."""
    run = 0
    for line in lines[start : start + 40]:
        if line.furniture in CLOSING:
            return False
        if line.furniture is not None:
            continue
        if line.body_like and line.syllables >= 20 and not line.trails_off and not has_credit(line.form):
            run += 1
            if run == 2:
                return True
        else:
            run = 0
    return False


def _after_box(lines: Sequence[Line], start: int) -> int:
    """Return the index of the first line after a box of links in the middle of an article."""
    while start < len(lines) and not lines[start].body_like:
        start += 1
    return start


def _captions_after(kept: Sequence[Line], trailing: Sequence[Line]) -> list[Line]:
    """Return the lines after the article's end that are captions of its pictures."""
    credited = [line for line in trailing if has_credit(line.form) and line.syllables <= _LONGEST_CAPTION_SYLLABLES]
    if not _is_dense(kept):
        return credited
    forms = Counter(line.form for line in trailing)
    teasers = any(line.trails_off or forms[line.form] > 1 for line in trailing)
    if teasers or any(line.syllables > _LONGEST_CAPTION_SYLLABLES for line in trailing):
        return credited
    return list(trailing)


def _is_dense(lines: Sequence[Line]) -> bool:
    """Tell whether the text is laid out one sentence a line, without blank lines between them."""
    sizes = Counter(line.block for line in lines if line.body_like)
    return bool(sizes) and max(sizes.values()) >= 3


# -- paragraphs ----------------------------------------------------------------------------------------------------


def _paragraphs(text: str, kept: Sequence[Line], captions: Sequence[Line]) -> list[Paragraph]:
    sizes = Counter(line.block for line in kept)
    wrapped = {block for block, size in sizes.items() if size > 1 and is_wrapped([k for k in kept if k.block == block])}
    dense = _is_dense(kept)
    main = max((block for block, _ in sizes.most_common(1)), default=0)
    again = {line.form for line in captions}
    made: list[Paragraph] = []
    index = 0
    while index < len(kept):
        group = [kept[index]]
        while index + 1 < len(kept) and (
            (kept[index].block in wrapped and kept[index + 1].block == kept[index].block)
            or goes_on(kept[index], kept[index + 1])
            or (is_credit_alone(kept[index + 1].form) and kept[index + 1].block == kept[index].block)
        ):
            index += 1
            group.append(kept[index])
        alone = sizes[group[0].block] == len(group)
        after_main = dense and group[0].block > main
        caption = _is_caption(group, alone=alone, after_main=after_main, first=not made, again=again)
        made.extend(_cut(text, group[0].start, group[-1].end, caption=caption))
        index += 1
    made.extend(Paragraph(line.start, line.end, ParagraphKind.CAPTION) for line in captions)
    return made


def _is_caption(group: Sequence[Line], *, alone: bool, after_main: bool, first: bool, again: set[str]) -> bool:
    syllables = sum(line.syllables for line in group)
    last = group[-1]
    if syllables > _LONGEST_CAPTION_SYLLABLES or is_list_item(group[0]):
        return False
    if has_credit(last.form) or is_credit_alone(last.form):
        return True
    if after_main:
        return True
    if group[0].form in again and not first:
        return True
    if not alone or last.ended or first:
        return False
    return syllables >= 7 or opens_like_a_caption(group[0].form)


def _cut(text: str, start: int, end: int, *, caption: bool) -> list[Paragraph]:
    """Make a paragraph, or two where a caption is glued to the end of the first."""
    if caption:
        return [Paragraph(start, end, ParagraphKind.CAPTION)]
    cut = glued_caption_at(text[start:end])
    if cut is None:
        return [Paragraph(start, end, ParagraphKind.BODY)]
    return [
        Paragraph(start, start + cut, ParagraphKind.BODY),
        Paragraph(start + cut, end, ParagraphKind.CAPTION),
    ]


def _last_line(lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> int:
    if not paragraphs:
        return 0
    return max((i for i, line in enumerate(lines) if line.start <= paragraphs[-1].start), default=0)
