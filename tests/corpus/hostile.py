"""Malformed files made from a seed: good ones spoiled, and some that were made to cost much."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from typing import Final

from . import pages
from .test_formats import HTML, TEXT, make_docx, make_pdf, make_zip
from .test_office_formats import MAIL, MHT, RTF, make_odt

GOOD: Final = {
    "txt": pages.PORTAL.encode(),
    "md": b"---\ntitle: x\n---\n" + TEXT,
    "html": HTML.encode(),
    "pdf": make_pdf(TEXT.decode().split("\n")),
    "docx": make_docx(),
    "odt": make_odt(),
    "rtf": RTF,
    "eml": MAIL,
    "mht": MHT,
    "csv": b"title,text\n" + b'"' + TEXT + b'","' + TEXT + b'"\n',
    "jsonl": b'{"title": "x", "text": "' + TEXT.replace(b"\n", b"\\n") + b'"}\n',
    "zip": make_zip({"a.txt": TEXT, "b.docx": make_docx(), "c.zip": make_zip({"d.html": HTML.encode()})}),
}


def spoil(data: bytes, chance: random.Random) -> bytes:
    """Return `data` cut, overwritten, doubled, or with something strange put into it."""
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(spoiled) + 1)
        length = chance.randrange(1, 60)
        match chance.randrange(6):
            case 0:
                del spoiled[at : at + length]
            case 1:
                spoiled[at : at + length] = chance.randbytes(length)
            case 2:
                spoiled[at:at] = spoiled[: length * 10]
            case 3:
                spoiled = spoiled[:at] or bytearray(b"x")
            case 4:
                spoiled[at:at] = chance.choice([b"\0", b"\xff\xfe", b"<" * 300, b"[" * 300, b'"', b"&a;", "́".encode()])
            case _:
                spoiled[at : at + 4] = b"\xff\xff\xff\x7f"
    return bytes(spoiled)


def _entities() -> bytes:
    """Return a Word document whose text is an entity that stands for 10^11 letters."""
    bomb = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx())) as good, zipfile.ZipFile(out, "w") as bad:
        for item in good.infolist():
            content = good.read(item)
            if item.filename == "word/document.xml":
                content = content.replace(b"?>", b"?>" + bomb.encode() + b"]>", 1).replace(b"<w:t>", b"<w:t>&a11;", 1)
            bad.writestr(item, content)
    return out.getvalue()


def _zips_in_zips() -> bytes:
    data = TEXT
    for _ in range(40):
        data = make_zip({"a.txt": TEXT, "in.zip": data})
    return data


# What a file costs that was made to cost much; made when asked for.
BOMBS: Final[dict[str, Callable[[], bytes]]] = {
    "zeros.zip": lambda: make_zip({"a.txt": bytes(100_000_000)}),
    "many.zip": lambda: make_zip({f"{number}.txt": b"x" for number in range(12_000)}),
    "nested.zip": _zips_in_zips,
    "escaping.zip": lambda: make_zip({"../../../tmp/aidu-escaped.txt": TEXT, "/etc/aidu-escaped.txt": TEXT}),
    "zeros.docx": lambda: make_zip({"word/document.xml": b"<" + b" " * 100_000_000}),
    "entities.docx": _entities,
    "zeros.odt": lambda: make_odt("<x>" + " " * 100_000_000),
    "entities.odt": lambda: make_odt(before="<!DOCTYPE x [<!ENTITY a 'ha'>]>"),
    "deep.odt": lambda: make_odt("<x>" * 1_000_000),
    "names.odt": lambda: make_odt(f'<x xmlns:a="{"u" * 500_000}">' + "".join(f"<a:x{i}/>" for i in range(20_000))),
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 3_000_000,
    "fonts.rtf": lambda: b"{\\rtf1{\\fonttbl " + b"\\f1" * 300_000,
    "links.rtf": lambda: b"{\\rtf1 " + rb'{\field{\*\fldinst{HYPERLINK "' * 300_000,
    "picture.rtf": lambda: b"{\\rtf1 " + b"{\\pict " + b"0f" * 8_000_000 + b"}",
    "parts.eml": lambda: b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3_000)
    ),
    "headers.eml": lambda: b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\nSubject: " + b"=?utf-8?q?" * 1_000_000,
    "fields.eml": lambda: b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n" + b"A: b\r\n" * 300_000,
    "parameters.eml": lambda: b"MIME-Version: 1.0\nContent-Type: text/plain; " + b"a=b;" * 1_000_000 + b"\n\n" + TEXT,
    "boundary.eml": lambda: (
        b"MIME-Version: 1.0\nContent-Type: multipart/x; boundary=" + b"b" * 9_000_000 + b"\n\n--b\n"
    ),
    "charset.eml": lambda: (
        b"MIME-Version: 1.0\nContent-Type: text/plain; charset=punycode\n\n" + b"-\xff" + b"a" * 900_000
    ),
    "boundaries.eml": lambda: b"MIME-Version: 1.0\nContent-Type: multipart/x; boundary=b\n\n" + b"--b\n\n" * 190_000,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 400_000 + TEXT,
    "wide.html": lambda: b"<html><body>" + b"<p>a</p>" * 400_000,
    "attributes.html": lambda: b"<html><body><p " + b"a=b " * 500_000 + b">" + TEXT,
    "deep.json": lambda: b"[" * 3_000_000,
    "deep.jsonl": lambda: b'{"text":' * 1_000_000,
    "number.json": lambda: b'[{"text": ' + b"9" * 3_000_000 + b"}]",
    "quotes.csv": lambda: b"title,text\n" + b'"' * 3_000_000,
    "columns.csv": lambda: b"text," * 500_000 + b"\n" + b"x," * 500_000,
    "line.txt": lambda: "Sáng 1/2, ".encode() * 2_000,
    "line.jsonl": lambda: b'{"text": "' + "Sáng 1/2, ông Phan Văn Mãi dự họp. ".encode() * 20_000 + b'"}',
    "paragraph.txt": lambda: "Sáng 1/2, ông Phan Văn Mãi dự họp. ".encode() * 20_000,
    "large.txt": lambda: b"x" * 21_000_000,
    "marks.txt": lambda: "A\u0301".encode() + "\u0301".encode() * 300_000,
    "brackets.txt": lambda: b"(" * 20_000,
    "yaml.md": lambda: (
        b"---\na: &a [x]\n"
        + b"".join(b"%c: &%c [*%c,*%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 120))
        + b"---\n"
        + TEXT
    ),
    "pages.pdf": lambda: b"%PDF-1.4\n" + b"1 0 obj\n<</Type/Page/Parent 1 0 R/Kids[1 0 R]>>\nendobj\n" * 20_000,
}


def malformed(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of so many files: every fiftieth is a bomb, the others good files spoiled.

    Every fourth says by its name that it is of another kind.
    """
    chance = random.Random(f"aidu {seed}")
    kinds = sorted(GOOD)
    bombs = sorted(BOMBS)
    for number in range(count):
        if number % 50 == 0:
            name = bombs[number // 50 % len(bombs)]
            yield f"{number:05}-{name}", BOMBS[name]()
            continue
        kind = kinds[number % len(kinds)]
        suffix = chance.choice(kinds) if chance.randrange(4) == 0 else kind
        yield f"{number:05}.{suffix}", spoil(GOOD[kind], chance)
