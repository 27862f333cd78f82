"""The lines of a page and what they look like: long or short, ended or cut, alone or in a block.

Saved pages come in two layouts. A web page mostly has one paragraph a line and blank lines between them; a text
collection has a dense block with one sentence a line. Both may break a line in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from retrieval.corpus.furniture import Furniture, furniture_of, has_credit, opens_like_a_caption
from retrieval.language.normalize import align, reading_form


@dataclass(slots=True)
class Line:
    """One line with text: `text[start:end]`, stripped, and what is known of it.

    `form` is its reading form; lines of one `block` have no blank line between them.
    """

    start: int
    end: int
    form: str
    block: int
    furniture: Furniture | None

    @property
    def syllables(self) -> int:
        """The number of syllables, roughly: spaces and one."""
        return self.form.count(" ") + 1

    @property
    def ended(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(_ENDED.search(self.form[-4:]))

    @property
    def trails_off(self) -> bool:
        """Whether the line ends with dots, as the cut lead of another article does."""
        return self.form.endswith(("...", "…", "[...]", "[…]"))

    @property
    def body_like(self) -> bool:
        """Whether the line can only be text of an article: a sentence of some length, or many words."""
        if self.furniture is not None:
            return False
        return self.syllables >= 35 or (self.syllables >= 12 and bool(_FULL_STOP.search(self.form[-4:])))


# From which length, and from how many marks for each letter or digit, a line is decoration. Dot leaders and fields of
# forms ("Họ tên ..........") have fewer; in decomposed text a letter has up to two marks of its own.
_LONG_DECORATION: Final = 100
_MARKS_A_LETTER: Final = 20

_ENDED: Final = re.compile(r"[.!?…:;/][\"'”’»)\]]{0,2}$")
_FULL_STOP: Final = re.compile(r"[.…:;/][ \"'”’»)\]]{0,3}$")
_LINE: Final = re.compile(r"[^\n\x0b\x0c\x85\u2028\u2029]+")

# Words after which a sentence cannot end: a line that ends with one goes on in the next.
_OPEN_END: Final = re.compile(
    r"(?:,|\b(?:và|của|tại|ở|với|các|những|cùng|do|bởi|từ|đến|cho|về|là|có|được|trong|trên|theo|để|vì|khi|một|như|bộ|ban"
    r"|tỉnh|thành phố|huyện|quận|ông|bà|đồng chí|đ/c)|(?<!\w)(?:ths|ts|tskh|bs|ls|kts|pgs|gs|đ/c|mr|mrs|dr)\.)$",
    re.IGNORECASE,
)
# "Phó Chủ tịch UBND huyện" may end a line of a list, which goes on with the next person.
_PERSON: Final = re.compile(r"(?:(?:các )?đồng chí|đ/c|ông|bà|ô\.|b\.) ", re.IGNORECASE)
# "TP." may end a sentence, so it goes on only before the name of a city; "Q." and "P." before a number.
_PLACE_ABBREVIATION: Final = re.compile(r"(?<!\w)(?:tp|tx|t\.p|q|p)\.$", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"(?:HCM|Hồ Chí Minh|Hà Nội|Đà Nẵng|Hải Phòng|Cần Thơ|Huế|Vinh|Thủ Đức|Nha Trang|Đà Lạt|Biên Hòa|Hạ Long|Vũng Tàu"
    r"|Buôn Ma Thuột|Quy Nhơn|Thái Nguyên|Thanh Hóa|Bắc Ninh|Nam Định|Thái Bình|Hải Dương|Việt Trì|\d{1,2})\b"
)
_LIST_ITEM: Final = re.compile(r"(?:[-+•*–●▪]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)/])\s", re.IGNORECASE)
# A caption glued to the end of a paragraph: no space after the stop, and no abbreviation before it. The search begins
# at the sign, the rarest of it.
_NO_SPACE: Final = re.compile(r"[.!?…][\"”’)]?[^ \n\r\t\d\"”’).]")  # what each has, before it is in reading form
_GLUE: Final = re.compile(r"[.!?…](?<=[^\W\d_A-Z]{2}.)[\"”’)]?(?=[^\W\d_a-z][^\W\d_]*\s)")


def lines_of(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of `text` from offset `start` that have text in them, and not only marks."""
    block = 0
    position = start
    for match in _LINE.finditer(text, start):
        raw = match.group()
        content = raw.strip(" \t\r\u00a0\u200b\ufeff\u3000")
        if not content or content.isspace() or _is_decoration(content):
            continue
        line_start = match.start() + raw.index(content)
        if text.count("\n", position, line_start) > 1 or "\x0c" in text[position:line_start]:
            block += 1
        form = reading_form(content).strip()
        if not form:
            continue
        position = line_start + len(content)
        yield Line(line_start, position, form, block, furniture_of(form))


def _is_decoration(content: str) -> bool:
    """Tell whether a line is long and hardly anything but marks: a rule, or no text at all.

    To a segmenter each mark is a word, so that three million brackets cost as much as fifteen million letters.
    """
    if len(content) < _LONG_DECORATION:
        return False
    # The first letters of most lines are enough to tell that they are none.
    if _MARKS_A_LETTER * sum(map(str.isalnum, content[: len(content) // 8])) >= len(content):
        return False
    letters = sum(map(str.isalnum, content))
    return _MARKS_A_LETTER * letters < len(content) - letters - sum(map(str.isspace, content))


def is_list_item(line: Line) -> bool:
    """Tell whether the line begins with a bullet or a number."""
    return bool(_LIST_ITEM.match(line.form))


def goes_on(line: Line, following: Line) -> bool:
    """Tell whether a line was broken in the middle of a sentence that `following` continues."""
    if line.block != following.block or following.furniture is not None or is_list_item(following):
        return False
    if _OPEN_END.search(line.form[-20:]):
        if following.form[0].isupper() and _PERSON.match(following.form):
            return False
        return not line.form.endswith(",") or following.form[0].islower() or line.syllables >= 12
    if _PLACE_ABBREVIATION.search(line.form[-6:]):
        return bool(_PLACE.match(following.form))
    if following.form[0].islower():
        return not line.form.endswith((":", ";", "!", "?", "./.", "…", "..."))
    if line.ended:
        return False
    return line.syllables >= 20 and following.syllables <= 3 and not following.ended


def is_wrapped(block: list[Line]) -> bool:
    """Tell whether the lines of a block are one paragraph wrapped at a fixed width."""
    if len(block) < 2 or any(is_list_item(line) for line in block[1:]):
        return False
    widths = [len(line.form) for line in block[:-1]]
    if max(widths) > 125 or min(widths) < 0.6 * max(widths) or max(widths) < 40:
        return False
    cut = sum(not line.ended for line in block[:-1])
    lower = sum(line.form[0].islower() for line in block[1:])
    return 2 * cut >= len(widths) and 3 * lower >= len(widths)


def glued_caption_at(source: str) -> int | None:
    """Return where a caption glued to the end of the paragraph `source` begins, or None."""
    if not _NO_SPACE.search(source) or not _GLUE.search(reading_form(source)):
        return None
    formed, offsets = align(source)
    glue = [match.end() for match in _GLUE.finditer(formed)]
    if not glue:
        return None
    cut = offsets[glue[-1]]
    tail = formed[glue[-1] :].strip()
    if not tail or len(tail) > 400 or not tail[0].isupper():
        return None
    if has_credit(tail) or (opens_like_a_caption(tail) and not _ENDED.search(tail[-4:])):
        return cut
    return None
