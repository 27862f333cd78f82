"""Some hundred malformed files, made from a seed: each gives documents or one error that names it, in bounded time."""

import io
import random
import time
import zipfile
from pathlib import Path

import pytest

from retrieval.corpus.passages import sentences_of
from retrieval.corpus.readers import read_bytes
from retrieval.errors import DocumentError
from retrieval.store.pipeline import NOTHING_KNOWN, FileDone, Found, PartDone, read_here
from retrieval.store.sources import Source

from .hostile import BOMBS, GOOD, malformed, spoil
from .test_formats import TEXT, read_all

EACH = 24  # variants of every kind


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_spoiled_files(kind: str, tmp_path: Path) -> None:
    chance = random.Random(f"aidu {kind}")
    read = refused = 0
    for number in range(EACH):
        # Every fourth file says by its name that it is of another kind.
        suffix = chance.choice(sorted(GOOD)) if number % 4 == 0 else kind
        name = f"{number}.{suffix}"
        warnings: list[DocumentError] = []
        started = time.monotonic()
        try:
            documents, warnings = read_all(name, spoil(GOOD[kind], chance), tmp_path)
            for document in documents:
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


def test_a_zip_with_a_hundred_spoiled_members_gives_the_good_one(tmp_path: Path) -> None:
    chance = random.Random("aidu zip")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(100):
            archive.writestr(f"{number:03}.txt", chance.randbytes(300))
        archive.writestr("good.txt", TEXT)
    found, warnings = read_all("spoiled.zip", out.getvalue(), tmp_path)
    assert "spoiled.zip/good.txt" in [document.name for document in found]
    assert len(found) + len(warnings) == 101


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_file_made_to_cost_much_costs_little(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    source = Source(str(tmp_path), name, str(path))
    started = time.process_time()  # other work on the machine does not count
    found, *parts, done = read_here([source], NOTHING_KNOWN, {})
    assert time.process_time() - started < 30
    assert isinstance(found, Found) and isinstance(done, FileDone)
    assert found.parts == found.left == len(parts)
    assert len([part for part in parts if isinstance(part, PartDone) and part.reading]) == len(done.documents)
    for told, reason, _ in done.warnings:
        assert told.startswith(name) and "lỗi bên trong" not in reason
    assert done.documents or done.warnings
    assert not list(tmp_path.parent.rglob("aidu-escaped.txt"))


def test_malformed_files_are_the_same_for_the_same_seed() -> None:
    first = [(name, hash(data)) for name, data in malformed(49, 1) if not name.startswith("00000")]
    assert first == [(name, hash(data)) for name, data in malformed(49, 1) if not name.startswith("00000")]
    assert first != [(name, hash(data)) for name, data in malformed(49, 2) if not name.startswith("00000")]
    assert len({name for name, _ in first}) == 48
