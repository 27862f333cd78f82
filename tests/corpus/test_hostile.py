"""Some hundred malformed files, made from a seed: each gives documents or one error that names it, in bounded time."""

import io
import random
import time
import zipfile
from pathlib import Path

import pytest

from retrieval.corpus.passages import sentences_of
from retrieval.corpus.readers import read_bytes, read_documents
from retrieval.errors import DocumentError

from . import pages
from .test_formats import HTML, TEXT, make_docx, make_pdf, make_zip

GOOD = {
    "txt": pages.PORTAL.encode(),
    "md": b"---\ntitle: x\n---\n" + TEXT,
    "html": HTML.encode(),
    "pdf": make_pdf(TEXT.decode().split("\n")),
    "docx": make_docx(),
    "csv": b"title,text\n" + b'"' + TEXT + b'","' + TEXT + b'"\n',
    "jsonl": b'{"title": "x", "text": "' + TEXT.replace(b"\n", b"\\n") + b'"}\n',
    "zip": make_zip({"a.txt": TEXT, "b.docx": make_docx(), "c.zip": make_zip({"d.html": HTML.encode()})}),
}
EACH = 40  # variants of every kind


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


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_spoiled_files(kind: str, tmp_path: Path) -> None:
    chance = random.Random(f"aidu {kind}")
    read = refused = 0
    for number in range(EACH):
        # Every fourth file says by its name that it is of another kind.
        suffix = chance.choice(sorted(GOOD)) if number % 4 == 0 else kind
        name = f"{number}.{suffix}"
        path = tmp_path / name
        path.write_bytes(spoil(GOOD[kind], chance))
        warnings: list[DocumentError] = []
        started = time.monotonic()
        try:
            for document in read_documents(name, path, warn=warnings.append):
                read += 1
                assert document.name.startswith(name)
                for paragraph in document.paragraphs:
                    assert document.text[paragraph.start : paragraph.end].strip()
        except DocumentError as error:
            refused += 1
            assert error.name.startswith(name)
        assert all(warning.name.startswith(name) and warning.reason for warning in warnings)
        assert time.monotonic() - started < 20
    assert read + refused


@pytest.mark.parametrize(
    "text",
    [
        "a" * 3_000_000,
        "a " * 1_500_000,
        "\n".join(["Tin khác"] * 40_000),
        "\n".join(["Thu Hà"] * 40_000),
        "Một câu dài hơn mười hai tiếng để cho nó giống với thân bài báo.\n" + "Thu Hà\n" * 40_000,
        "> " * 500_000,
        "- " * 200_000 + "\n" + "A- " * 300_000,
        "((((" * 500_000,
        "Ảnh: " * 300_000,
        "A\u0301" + "\u0301" * 1_000_000,
        "a.B" * 500_000,
        ("x" * 170 + "\n") * 5_000,
        ("> " * 80 + "\n") * 5_000,
        ("A A" * 40 + "\n") * 5_000,
        ("Lê Bình - " * 7 + "\n") * 8_000,
        ("1.2.3.4.5-6-7/8/9 " * 7 + "\n") * 5_000,
    ],
    ids=range(16),
)
def test_long_files_take_bounded_time(text: str) -> None:
    started = time.monotonic()
    try:
        read_bytes("a.txt", text.encode())
    except DocumentError as error:
        assert error.reason
    assert time.monotonic() - started < 20


def test_sentences_of_a_spoiled_text_are_slices() -> None:
    chance = random.Random("aidu sentences")
    for _ in range(30):
        try:
            document = read_bytes("a.txt", spoil(GOOD["txt"], chance))
        except DocumentError:
            continue
        for sentence in sentences_of(document):
            assert document.text[sentence.start : sentence.end].strip()


def test_a_zip_with_a_hundred_spoiled_members_gives_the_good_one() -> None:
    chance = random.Random("aidu zip")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(100):
            archive.writestr(f"{number:03}.txt", chance.randbytes(300))
        archive.writestr("good.txt", TEXT)
    path = Path("spoiled.zip")
    warnings: list[DocumentError] = []
    from retrieval.corpus import readers
    from retrieval.corpus.formats.limits import Budget

    found = list(readers._documents(str(path), out.getvalue(), readers.DEFAULT_COLUMNS, warnings.append, Budget(), 0))
    assert "spoiled.zip/good.txt" in [document.name for document in found]
    assert len(found) + len(warnings) == 101
