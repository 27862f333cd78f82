"""The article's own paragraphs among the lines of a page.

An article ends with the first sign that it is over: a list of other news, keywords, the author's name, "./.".
Before the end a line is kept when in doubt; after it only captions of the article's pictures are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from retrieval.corpus.document import Paragraph, ParagraphKind
from retrieval.corpus.furniture import (
    CLOSING,
    LIKELY_CLOSING,
    Furniture,
    has_credit,
    is_author_line,
    is_credit_alone,
    opens_like_a_caption,
)
from retrieval.corpus.layout import Line, glued_caption_at, goes_on, is_list_item, is_wrapped
from retrieval.corpus.page_date import DateLine, Label
from retrieval.language.letters import LOWER, UPPER

# In syllables: captions with a photographer or in a place of their own, and captions without any such sign.
_LONGEST_CAPTION: Final = 60
_LONGEST_BARE_CAPTION: Final = 40
# What tells of a list of people or of several sentences rather than of a caption.
_LISTS: Final = re.compile(rf"[:;]\s|[{LOWER}][.!?] [{UPPER}]")
_CLOCK: Final = re.compile(r"\d{1,2} ?[:h] ?\d{2}")
# Closing furniture that some sites also have as a button or a line under the lead.
_BUTTONS: Final = frozenset({Furniture.COMMENTS, Furniture.KEYWORDS})
# How far ahead is looked for the rest of an article, in lines.
_AHEAD: Final = 40


class _Kept:
    """The lines kept so far, and what must be known of them at every step."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.sizes: Counter[int] = Counter()  # the long lines of each block
        self.long = 0
        self.dense = False

    def append(self, line: Line) -> None:
        self.lines.append(line)
        if line.body_like:
            self.long += 1
            self.sizes[line.block] += 1
            # One sentence a line without blank lines between them.
            self.dense = self.dense or self.sizes[line.block] >= 3


def article_paragraphs(text: str, lines: Sequence[Line], dates: Mapping[int, DateLine], first: int) -> list[Paragraph]:
    """Return the paragraphs of the article that begins with line `first`; `dates` are the lines that hold a date."""
    kept = _Kept()
    trailing: list[Line] = []
    over = False
    index = first
    while index < len(lines):
        line = lines[index]
        if line.furniture in CLOSING or line.furniture is Furniture.RELATED:
            if kept.long == 0:
                index += 1
            elif _goes_on_after(lines, index, kept):
                index = _after_box(lines, index + 1)
            else:
                break
            continue
        if index in dates and not (kept.long and not over and heads_a_programme(line, dates[index])):
            pass
        elif line.furniture is not None:
            likely = line.furniture in LIKELY_CLOSING and kept.long > 0
            over = over or (likely and not _resumes(lines, index + 1))
        elif over:
            trailing.append(line)
        elif kept.long and _ends_article(lines, index, kept):
            over = True
        else:
            kept.append(line)
            over = line.form.endswith(("./.", "/.")) and not _resumes(lines, index + 1)
        index += 1
    return list(_paragraphs(text, kept, _captions_after(kept, trailing)))


# -- where the article ends ----------------------------------------------------------------------------------------


def _goes_on_after(lines: Sequence[Line], index: int, kept: _Kept) -> bool:
    """Tell whether the article goes on after a heading of other news.

    A box of related articles may stand anywhere; the lists of all other kinds only below the lead of an article.
    """
    if lines[index].furniture is Furniture.RELATED:
        return _resumes(lines, index + 1)
    return kept.long <= 2 and _resumes(lines, index + 1, paragraphs=3)


def heads_a_programme(line: Line, found: DateLine) -> bool:
    """Tell whether a date on its own line in the body heads what follows, rather than dating the page."""
    return found.label is Label.BARE and not _CLOCK.search(line.form)


def _ends_article(lines: Sequence[Line], index: int, kept: _Kept) -> bool:
    """Tell whether the line is the author's name, or begins the teasers of other articles."""
    line, before = lines[index], kept.lines[-1]
    follower = lines[index + 1] if index + 1 < len(lines) else None
    if is_author_line(line.form) and before.ended and not before.form.endswith((":", ";")):
        if before.block == line.block and kept.dense:
            # In a dense block a name is a heading; under it, only captions follow, however long they are.
            below = lines[index + 1 : index + 1 + _AHEAD]
            return not any(other.body_like for other in below if other.block == line.block)
        return not _resumes(lines, index + 1)
    doubled = follower is not None and follower.form == line.form and not line.ended
    return doubled and not _resumes(lines, index + 2)


def _resumes(lines: Sequence[Line], start: int, paragraphs: int = 2) -> bool:
    """Tell whether the article goes on after `start`: so many long paragraphs follow each other, as teasers do not."""
    run = 0
    for line in lines[start : start + _AHEAD]:
        if line.furniture in CLOSING and line.furniture not in _BUTTONS:
            return False
        if line.furniture is not None:
            continue
        if line.body_like and line.syllables >= 20 and not line.trails_off and not has_credit(line.form):
            run += 1
            if run == paragraphs:
                return True
        else:
            run = 0
    return False


def _after_box(lines: Sequence[Line], start: int) -> int:
    """Return the index of the first line after a box of links in the middle of an article."""
    while start < len(lines) and not lines[start].body_like:
        start += 1
    return start


# -- captions ------------------------------------------------------------------------------------------------------


def _captions_after(kept: _Kept, trailing: Sequence[Line]) -> list[list[Line]]:
    """Return the lines after the article's end that are captions of its pictures, each with its credit line."""
    groups: list[list[Line]] = []
    for line in trailing:
        before = groups[-1][-1] if groups else None
        if before and (goes_on(before, line) or (is_credit_alone(line.form) and line.block == before.block)):
            groups[-1].append(line)
        else:
            groups.append([line])
    credited = [g for g in groups if has_credit(g[-1].form) and g[0].syllables <= _LONGEST_CAPTION]
    blocks = {line.block for line in trailing}
    # In a text collection all captions stand in one block below the text.
    if not kept.dense or len(blocks) != 1 or kept.lines[-1].block in blocks:
        return credited
    forms = Counter(g[0].form for g in groups)
    teasers = any(g[0].trails_off or forms[g[0].form] > 1 for g in groups)
    return credited if teasers else groups


def _is_caption(group: Sequence[Line], *, alone: bool, below: bool, first: bool, again: set[str]) -> bool:
    """Tell whether the lines of one paragraph are a caption.

    `alone`: nothing else stands in its block; `below`: it stands under the block of the text; `first`: nothing comes
    before it; `again`: the captions at the end, which repeat those in the text.
    """
    syllables = sum(line.syllables for line in group)
    last = group[-1]
    if syllables > _LONGEST_CAPTION or is_list_item(group[0]):
        return False
    if has_credit(last.form) or below:
        return True
    if first:
        return False
    if group[0].form in again:
        return True
    if not alone or last.ended or syllables > _LONGEST_BARE_CAPTION or any(_LISTS.search(g.form) for g in group):
        return False
    return syllables >= 7 or opens_like_a_caption(group[0].form)


# -- paragraphs ----------------------------------------------------------------------------------------------------


def _paragraphs(text: str, kept: _Kept, captions: Sequence[Sequence[Line]]) -> Iterable[Paragraph]:
    main = kept.sizes.most_common(1)[0][0] if kept.dense else None
    again = {group[0].form for group in captions}
    first = True
    for number, members in groupby(kept.lines, key=lambda line: line.block):
        block = list(members)
        groups = _joined(block)
        for group in groups:
            caption = _is_caption(
                group,
                alone=len(groups) == 1,
                below=main is not None and number > main,
                first=first,
                again=again,
            )
            yield from _cut(text, group[0].start, group[-1].end, caption=caption)
            first = False
    for caption_lines in captions:
        yield Paragraph(caption_lines[0].start, caption_lines[-1].end, ParagraphKind.CAPTION)


def _joined(block: list[Line]) -> Sequence[Sequence[Line]]:
    """Put the lines of a block together that are one paragraph."""
    if is_wrapped(block):
        return [block]
    groups = [[block[0]]]
    for before, line in pairwise(block):
        if goes_on(before, line) or is_credit_alone(line.form):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _cut(text: str, start: int, end: int, *, caption: bool) -> Iterable[Paragraph]:
    """Yield a paragraph, or two where a caption is glued to the end of the first."""
    cut = glued_caption_at(text[start:end])
    if cut is None:
        yield Paragraph(start, end, ParagraphKind.CAPTION if caption else ParagraphKind.BODY)
    else:
        yield Paragraph(start, start + cut, ParagraphKind.BODY)
        yield Paragraph(start + cut, end, ParagraphKind.CAPTION)
