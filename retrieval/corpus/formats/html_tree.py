"""A page made ready for the extraction of its article, and what extraction leaves out though it belongs to it.

Extraction knows articles as paragraphs in a box. Older sites set them in the cells of a table, or with line breaks in
place of paragraphs; captions stand in `figcaption`, which it drops with the picture; and the lead (sapo) stands between
the headline and the box of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

# Elements whose text is never that of an article, and those that are links or buttons.
_NO_TEXT: Final = frozenset(
    {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "textarea", "ul"}
    | {"ol", "dl", "iframe", "svg", "figure", "head", "table"}
)
# Elements within a line; any other one begins a block.
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub"}
    | {"sup", "time", "u", "wbr"}
)
_LINE_PARTS: Final = _INLINE | {"br", "img"}
# Where line ends are text, and what shows that a table is no table of data.
_VERBATIM: Final = frozenset({"pre", "textarea", "script", "style"})
# In characters: the longest caption in a table of its own.
_LONGEST_CAPTION: Final = 400
_TABLE_PARTS: Final = ("tbody", "thead", "tfoot", "tr", "td", "th")
_LAYOUT: Final = ("p", "div", "img", "h1", "h2", "article", "br")
_HEADLINES: Final = ("h1", "h2", "h3")
# A lead has this many syllables at least, and so little of it is links.
_SHORTEST_LEAD: Final = 10
_MOST_LINKED: Final = 0.5
# A cell with so many links and so little else holds no article.
_MANY_LINKS: Final = 3
_NOTHING_ELSE: Final = 0.75
# So many blocks are looked at after the headline, and so many characters tell a paragraph.
_FARTHEST: Final = 30
_TELLING: Final = 40


def prepare(tree: Any) -> None:
    """Change a page (lxml) so that the text of its article stands in paragraphs, captions in the place of pictures."""
    for element in tree.iter():
        # Where the source breaks a line says nothing of the page.
        if element.tag not in _VERBATIM:
            element.text = element.text and element.text.replace("\n", " ")
        if element.tail and element.getparent() is not None and element.getparent().tag not in _VERBATIM:
            element.tail = element.tail.replace("\n", " ")
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None and figure.getparent() is not None and _line(caption):
            figure.addnext(caption)  # behind it: before the caption stood the picture, and behind it nothing
            caption.tag = "p"
    for table in list(tree.iter("table")):
        if _is_picture(table):
            _as_caption(table)
        elif any(next(table.iter(name), None) is not None for name in _LAYOUT):
            _as_boxes(table)
    for box in list(tree.iter("div", "td")):
        if _linked(box) >= _MOST_LINKED * len(_line(box)):
            continue
        if any(child.tag == "br" for child in box):
            _breaks_to_paragraphs(box)
        elif box.tag == "div" and not box.attrib and _is_line(box):
            box.tag = "p"


def _is_picture(table: Any) -> bool:
    return next(table.iter("img"), None) is not None and len(_line(table)) <= _LONGEST_CAPTION


def _as_caption(table: Any) -> None:
    """Make the paragraph of its caption of a table that holds a picture and nothing else."""
    line, after = _line(table), table.tail
    table.clear()
    table.tag, table.text, table.tail = "p", line, after


def _as_boxes(table: Any) -> None:
    """Make boxes of the cells of a table that only serves to lay out a page; those of nothing but links are emptied."""
    parts = [e for e in table.iter(*_TABLE_PARTS) if next(e.iterancestors("table"), None) is table]  # of no other table
    table.tag = "div"
    for element in parts:
        links = len(list(element.iter("a")))
        if element.tag == "td" and links >= _MANY_LINKS and _linked(element) > _NOTHING_ELSE * len(_line(element)):
            element.clear()  # a menu, or a column of other news
        element.tag = "div"


def _breaks_to_paragraphs(box: Any) -> None:
    """Put what stands between the line breaks of a box into paragraphs, where it has nothing but lines."""
    if any(not isinstance(child.tag, str) or child.tag not in _LINE_PARTS for child in box):
        return
    parts: list[Any] = [box.makeelement("p")]
    parts[0].text = box.text
    for child in list(box):
        if child.tag == "br":
            parts.append(box.makeelement("p"))
            parts[-1].text = child.tail
        else:
            parts[-1].append(child)  # with its tail
    box.text = None
    box[:] = [part for part in parts if _line(part) or len(part)]


def leads(tree: Any, title: str, text: str) -> list[str]:
    """Return the paragraphs between the headline `title` of a page and the first paragraph of its extracted `text`.

    None where no headline is found, or where the text does not follow it.
    """
    wanted = _plain(title)
    headline = next((h for name in _HEADLINES for h in tree.iter(name) if wanted and _plain(_line(h)) == wanted), None)
    headline = headline if headline is not None else next(tree.iter("h1"), None)
    if headline is None:
        return []
    start = _plain(text.removeprefix(title).strip().partition("\n")[0])[:_TELLING]
    between: list[str] = []
    for number, block in enumerate(_blocks_after(headline)):
        if number == _FARTHEST or not start:
            break
        line = _line(block)
        if _plain(line).startswith(start):
            return between
        if line.count(" ") + 1 >= _SHORTEST_LEAD and _linked(block) < _MOST_LINKED * len(line):
            between.append(line)
    return []


def _blocks_after(headline: Any) -> Iterator[Any]:
    """Yield the elements after the headline that hold text and no block of their own."""
    node = headline
    while node is not None:
        after = node.getnext()
        while after is not None:
            yield from _blocks(after)
            after = after.getnext()
        node = node.getparent()


def _blocks(element: Any) -> Iterator[Any]:
    if not isinstance(element.tag, str) or element.tag in _NO_TEXT:
        return
    if _is_line(element):
        if _line(element):
            yield element
        return
    for child in element:
        yield from _blocks(child)


def _is_line(element: Any) -> bool:
    """Tell whether an element holds no other block."""
    below = (child for child in element.iter() if child is not element)
    return all(not isinstance(child.tag, str) or child.tag in _LINE_PARTS for child in below)


def _linked(block: Any) -> int:
    return sum(len(_line(link)) for link in block.iter("a"))


def _line(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
