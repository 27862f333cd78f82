"""The picture of a group chat for the project's front page, with the answers that the sample library gives.

    python tests/benchmarks/chat_picture.py [--to .github/chat.svg]

Two people ask in a Telegram group; the texts of the answers are those that the bot sends (`messages.compose`), and a
question leans on what it would lean on there: a reply on the answer replied to, any other on what its asker asked
before. Buttons are not drawn.
`tests/test_picture.py` fails when the picture no longer shows what the library answers.

A picture cannot know the reader's font. Lines are broken for DejaVu Sans, the widest of the usual ones, so that they
fit their bubbles in any other; the runs of a line follow one another wherever the font puts them.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from telegram.constants import MessageEntityType as Entity  # noqa: E402

from bot.render import visible  # noqa: E402
from bot.telegram.messages import compose  # noqa: E402
from bot.telegram.richtext import RichText, join  # noqa: E402
from retrieval.answering.model import Answer, Conversation  # noqa: E402
from retrieval.library import Library  # noqa: E402

CORPUS: Final = ROOT / "corpus"
PICTURE: Final = ROOT / ".github" / "chat.svg"

BOT: Final = "aidu"
MENTION: Final = "@aidu_bot"
GROUP: Final = "Nhóm biên tập"


@dataclass(frozen=True, slots=True)
class Asking:
    """What somebody writes to the group; `reply` says that it replies to the answer before, else it names the bot."""

    asker: str
    question: str
    reply: bool = False

    @property
    def written(self) -> str:
        """The message as the group reads it."""
        return self.question if self.reply else f"{MENTION} {self.question}"


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what the bot writes back."""

    asking: Asking
    answer: Answer
    message: RichText


CHAT: Final = (
    Asking("Lan", "Ai chủ trì hội nghị Đối ngoại toàn quốc?"),
    Asking("Minh", "dien ra o dau?", reply=True),
    Asking("Lan", "Ở điểm cầu Thái Bình có những ai dự hội nghị ngoại giao 32?"),
    Asking("Minh", "Ai hát tại hội nghị ngoại giao 32?"),
)


def ask(library: Library, chat: Iterable[Asking] = CHAT) -> list[Turn]:
    """Return the turns of the chat: every question with the message that the bot sends. Errors are those of `ask`."""
    turns: list[Turn] = []
    remembered: dict[str, Conversation] = {}
    for asking in chat:
        before = turns[-1].answer.conversation if asking.reply and turns else remembered.get(asking.asker)
        answer = library.ask(asking.question, before)
        remembered[asking.asker] = answer.conversation
        turns.append(Turn(asking, answer, join(compose(answer, "vi"))))
    return turns


# --- lines of text -------------------------------------------------------------------------------------------------

WIDTH: Final = 640
# The longest line in a bubble, and the sizes of what is written, in pixels.
LINE_WIDTH: Final = 498
BODY, SMALL = 15.0, 12.0
LEADING: Final = 1.42
QUOTE_INDENT: Final = 13

# About how wide the characters of DejaVu Sans are, in thousandths of the size; bold ones are an eighth wider.
_WIDTHS: Final = (
    ("ijlI'’|", 285),
    (" .,:;!()[]/f-·", 350),
    ('rt“”"', 415),
    ("cszk?", 550),
    ("%@mwMW–—…", 1000),
    ("ABCDGHKNOQRUVX", 750),
)
_OTHER_WIDTH: Final = 625
_BOLD: Final = 1.125


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in one weight."""

    text: str
    bold: bool = False

    @property
    def width(self) -> float:
        """How wide the text is at a size of 1."""
        letters = (unicodedata.normalize("NFD", character)[0] for character in self.text)
        thousandths = sum(
            next((width for listed, width in _WIDTHS if letter in listed), _OTHER_WIDTH) for letter in letters
        )
        return thousandths / 1000 * (_BOLD if self.bold else 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a bubble as it is drawn; `before` is the space above it, all in pixels."""

    pieces: tuple[Piece, ...]
    colour: str
    size: float = BODY
    quoted: bool = False
    before: float = 0.0

    @property
    def width(self) -> float:
        """How wide the line is, with its indent."""
        return sum(piece.width for piece in self.pieces) * self.size + (QUOTE_INDENT if self.quoted else 0)

    @property
    def height(self) -> float:
        """How much room the line takes, with the space above it."""
        return self.before + self.size * LEADING


def wrap(pieces: Sequence[Piece], most: float) -> Iterator[tuple[Piece, ...]]:
    """Yield a text in lines at most `most` wide (at a size of 1), broken at blanks; a longer word has its own line."""
    line: list[Piece] = []
    for word in _words(pieces):
        # The blank inside a bold name is bold.
        longer = [*line, Piece(" ", line[-1].bold and word[0].bold), *word] if line else word
        if line and sum(piece.width for piece in longer) > most:
            yield _merged(line)
            longer = word
        line = longer
    if line:
        yield _merged(line)


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    word: list[Piece] = []
    for piece in pieces:
        for number, part in enumerate(piece.text.split(" ")):
            if number and word:
                yield word
                word = []
            if part:
                word.append(Piece(part, piece.bold))
    if word:
        yield word


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Join neighbours of one weight."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].bold == piece.bold:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.bold)
        else:
            merged.append(piece)
    return tuple(merged)


def rows(message: RichText) -> list[Row]:
    """Return the lines of a message: bold where it is bold, its quote indented, the source under a quote smaller."""
    bold = _covered(message, Entity.BOLD)
    quote = _covered(message, Entity.BLOCKQUOTE, Entity.EXPANDABLE_BLOCKQUOTE)
    found: list[Row] = []
    start, gap, after_quote = 0, 0.0, False
    for line in message.text.split("\n"):
        places = range(start, start + len(line))
        start += len(line) + 1
        if not line:
            gap = 9.0
            continue
        quoted = places[0] in quote
        size = SMALL if after_quote else BODY
        colour = GREY if after_quote else INK
        before = max(gap, 4.0 if after_quote else 0.0)
        pieces = [Piece(message.text[place], place in bold) for place in places]
        for wrapped in wrap(_merged(pieces), (LINE_WIDTH - (QUOTE_INDENT if quoted else 0)) / size):
            found.append(Row(wrapped, colour, size, quoted, before))
            before = 0.0
        gap, after_quote = 0.0, quoted or after_quote
    return found


def _covered(message: RichText, *types: str) -> set[int]:
    return {place for span in message.spans if span.type in types for place in range(span.start, span.end)}


# --- the drawing ---------------------------------------------------------------------------------------------------

INK, GREY = "#17212b", "#6d7f8f"
BACKDROP, HEADER, ASKER_BUBBLE, QUOTE_FILL, WHITE = "#dfe7ec", "#4f83ad", "#e3f6d3", "#eef5fb", "#ffffff"
COLOURS: Final = {BOT: "#2b84c6", "Lan": "#c2477f", "Minh": "#3d8f3a"}
FONTS: Final = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"

MARGIN, AVATAR, PADDING, GAP = 16, 36, 13, 12
HEADER_HEIGHT: Final = 58


def draw(turns: Sequence[Turn]) -> str:
    """Return the chat as an SVG document, 640 pixels wide and as high as it needs to be."""
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FONTS})
    _add(svg, "title").text = f"{GROUP}: {BOT} trả lời trong một nhóm Telegram"
    frame = _add(svg, "rect", width=WIDTH, rx=14, fill=BACKDROP)
    # Round above, straight below.
    curve = f"M0 {HEADER_HEIGHT}V14A14 14 0 0 1 14 0H{WIDTH - 14}A14 14 0 0 1 {WIDTH} 14V{HEADER_HEIGHT}Z"
    _add(svg, "path", d=curve, fill=HEADER)
    _write(svg, MARGIN + 4, 26, Row((Piece(GROUP, True),), WHITE, 16))
    askers = dict.fromkeys(turn.asking.asker for turn in turns)
    _write(svg, MARGIN + 4, 45, Row((Piece(", ".join((*askers, BOT))),), QUOTE_FILL, SMALL))
    y = HEADER_HEIGHT + 16.0
    for number, turn in enumerate(turns):
        reply_to = turns[number - 1].message if turn.asking.reply and number else None
        y = _bubble(svg, y, turn.asking.asker, rows(RichText.of(turn.asking.written)), reply_to) + GAP
        y = _bubble(svg, y, BOT, rows(turn.message)) + GAP + 4
    height = round(y)
    frame.set("height", str(height))
    svg.attrib.update(width=str(WIDTH), height=str(height), viewBox=f"0 0 {WIDTH} {height}")
    for element in svg:
        element.tail = "\n"
    return ET.tostring(svg, encoding="unicode") + "\n"


def _bubble(svg: ET.Element, y: float, author: str, lines: Sequence[Row], reply_to: RichText | None = None) -> float:
    """Draw a message at `y`, the bot's on the left and the others' on the right; return where its bubble ends."""
    is_bot, colour = author == BOT, COLOURS[author]
    said = [Row((Piece(author, True),), colour, 14)]
    if reply_to is not None:
        first = Row((Piece(reply_to.text.partition("\n")[0]),), INK, SMALL, quoted=True)
        said += [Row((Piece(BOT, True),), COLOURS[BOT], SMALL, quoted=True, before=5), first]
        lines = [Row(lines[0].pieces, lines[0].colour, before=6), *lines[1:]]
    said += lines
    width = max(row.width for row in said) + 2 * PADDING
    height = sum(row.height for row in said) + 2 * PADDING - 6
    aside = MARGIN + AVATAR + 8
    left = aside if is_bot else WIDTH - aside - width
    _add(svg, "rect", x=left, y=y, width=width, height=height, rx=14, fill=WHITE if is_bot else ASKER_BUBBLE)
    centre, bottom = (MARGIN + AVATAR / 2 if is_bot else WIDTH - MARGIN - AVATAR / 2), y + height
    _add(svg, "circle", cx=centre, cy=bottom - AVATAR / 2, r=AVATAR / 2, fill=colour)
    initial = _add(svg, "text", x=centre, y=bottom - AVATAR / 2 + 5.5, fill=WHITE)
    initial.attrib.update({"font-size": "16", "font-weight": "700", "text-anchor": "middle"})
    initial.text = author[0].upper()
    _quote_bar(svg, left + PADDING, y + PADDING - 3, width - 2 * PADDING, said, WHITE if reply_to else QUOTE_FILL)
    line_y = y + PADDING - 3
    for row in said:
        line_y += row.height
        _write(svg, left + PADDING + (QUOTE_INDENT if row.quoted else 0), line_y - row.size * 0.4, row)
    return bottom


def _quote_bar(svg: ET.Element, x: float, y: float, width: float, said: Sequence[Row], fill: str) -> None:
    """Draw the ground of the quoted lines and the bar on their left."""
    quoted = [number for number, row in enumerate(said) if row.quoted]
    if not quoted:
        return
    first, last = quoted[0], quoted[-1]
    top = y + sum(row.height for row in said[:first]) + said[first].before - 2
    height = sum(row.height for row in said[first : last + 1]) - said[first].before + 4
    _add(svg, "rect", x=x, y=top, width=width, height=height, rx=4, fill=fill)
    _add(svg, "rect", x=x, y=top, width=3, height=height, rx=1.5, fill=COLOURS[BOT])


def _write(svg: ET.Element, x: float, y: float, row: Row) -> None:
    """Write a line, its baseline at `y`; its runs are in one element, so that they follow one another."""
    text = _add(svg, "text", x=x, y=y, fill=row.colour)
    text.set("font-size", f"{row.size:g}")
    for piece in row.pieces:
        run = ET.SubElement(text, "tspan", {"font-weight": "700"} if piece.bold else {})
        run.text = visible(piece.text)


def _add(svg: ET.Element, tag: str, **attributes: float | str) -> ET.Element:
    written = {name: value if isinstance(value, str) else f"{value:.5g}" for name, value in attributes.items()}
    return ET.SubElement(svg, tag, written)


def main() -> None:
    """Ask the sample library and write the picture."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("--to", type=Path, default=PICTURE, help="the file to write")
    to: Path = reader.parse_args().to
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(draw(ask(Library.read([CORPUS]))), encoding="utf-8", newline="\n")
    print(to)


if __name__ == "__main__":
    main()
