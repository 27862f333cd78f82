"""A folder that was read is not read again, and a cache that cannot be used is no error."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval import InputError, Library
from retrieval.store import folders, pipeline, schema, version
from tests.store.reports import REPORTS, write_reports

QUESTION = "Ai chủ trì Hội nghị Ngoại giao lần thứ 32?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "bài")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def read_documents(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of every file that is really read."""
    read: list[str] = []
    original = pipeline.Contents.look

    def counted(contents: pipeline.Contents) -> object:
        read.append(contents.source.name)
        return original(contents)

    monkeypatch.setattr(pipeline.Contents, "look", counted)
    return read


def answer(library: Library) -> tuple[str, list[str]]:
    found = library.ask(QUESTION)
    return found.text, [e.quote for e in found.evidence]


def cache_of(cache: Path, folder: Path) -> Path:
    file = folders.cache_file(cache, [folder])
    assert file.exists()
    return file


def test_the_second_time_nothing_is_read_and_the_answer_is_the_same(
    folder: Path, cache: Path, read_documents: list[str]
) -> None:
    first = Library.read([folder], cache=cache)
    assert sorted(read_documents) == sorted(REPORTS)
    read_documents.clear()
    second = Library.read([folder], cache=cache)
    assert read_documents == []
    assert answer(first) == answer(second) == answer(Library.read([folder]))
    assert "Bùi Thanh Sơn" in answer(second)[0]
    assert list(first.documents) == list(second.documents)
    assert first.events() == second.events()


def test_documents_come_in_the_order_of_their_names(folder: Path, cache: Path) -> None:
    for _ in range(2):
        names = [d.name for d in Library.read([folder], cache=cache).documents]
        assert names == ["con/tong-ket.md", "doi-ngoai.txt", "ngoai-giao.txt"]


def test_only_a_changed_file_is_read_again(folder: Path, cache: Path, read_documents: list[str]) -> None:
    Library.read([folder], cache=cache)
    path = folder / "ngoai-giao.txt"
    # Nothing but the content tells: size and time of change are as before.
    stamp = path.stat()
    path.write_text(path.read_text("utf-8").replace("Bùi Thanh Sơn", "Bùi Thanh Sâm"), "utf-8")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    read_documents.clear()
    library = Library.read([folder], cache=cache)
    assert read_documents == ["ngoai-giao.txt"]
    assert "Bùi Thanh Sâm" in answer(library)[0]


def test_a_touched_or_copied_file_is_not_read_again(folder: Path, cache: Path, read_documents: list[str]) -> None:
    Library.read([folder], cache=cache)
    path = folder / "ngoai-giao.txt"
    os.utime(path, (1, 1))
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)
    read_documents.clear()
    Library.read([folder], cache=cache)
    assert read_documents == []


def test_files_that_come_and_go(folder: Path, cache: Path) -> None:
    Library.read([folder], cache=cache)
    (folder / "con" / "tong-ket.md").rename(folder / "khác.md")
    (folder / "doi-ngoai.txt").unlink()
    assert [d.name for d in Library.read([folder], cache=cache).documents] == ["khác.md", "ngoai-giao.txt"]
    assert [d.name for d in Library.read([folder], cache=cache).documents] == ["khác.md", "ngoai-giao.txt"]


def test_another_reader_reads_again(
    folder: Path, cache: Path, read_documents: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.read([folder], cache=cache)
    for module in ("planning", "updating", "writing"):
        monkeypatch.setattr(f"retrieval.store.{module}.reader_version", lambda: "khác")
    read_documents.clear()
    library = Library.read([folder], cache=cache)
    assert sorted(read_documents) == sorted(REPORTS)
    assert len(library.documents) == 3


def test_words_are_segmented_once_for_one_paragraph(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library.read([folder], cache=cache)
    segmented: list[str] = []

    def words(text: str) -> list[str]:
        segmented.append(text)
        return text.split()

    monkeypatch.setattr("retrieval.store.reading.words_of_text", words)
    path = folder / "ngoai-giao.txt"
    path.write_text(path.read_text("utf-8") + "\nHội nghị bế mạc chiều 23/12/2023.\n", "utf-8")
    Library.read([folder], cache=cache)
    assert segmented == ["Hội nghị bế mạc chiều 23/12/2023."]


def test_warnings_are_the_same_when_nothing_is_read(folder: Path, cache: Path, read_documents: list[str]) -> None:
    (folder / "trống.txt").write_text("", "utf-8")
    (folder / "hỏng.txt").write_bytes(bytes(range(256)) * 20)
    first = [str(w) for w in Library.read([folder], cache=cache).warnings]
    assert len(first) == 2
    read_documents.clear()
    assert [str(w) for w in Library.read([folder], cache=cache).warnings] == first
    assert read_documents == []


def test_a_link_to_itself_is_named_and_stops_nothing(folder: Path, cache: Path) -> None:
    (folder / "vòng.md").symlink_to(folder / "vòng.md")
    for kept in (cache, cache, None):
        library = Library.read([folder], cache=kept)
        assert [warning.name for warning in library.warnings] == ["vòng.md"]
        assert "Bùi Thanh Sơn" in answer(library)[0]


def test_what_cannot_be_read_is_named_each_time_and_read_when_it_can_be(
    folder: Path, cache: Path, read_documents: list[str]
) -> None:
    os.mkfifo(folder / "ống.txt")
    (folder / "lạc.md").symlink_to(folder / "không có")
    expected = {"lạc.md": "không tìm thấy tệp", "ống.txt": "không phải là tệp thường"}
    for kept in (cache, cache, None):
        library = Library.read([folder], cache=kept)
        assert {warning.name: warning.reason for warning in library.warnings} == expected
        assert len(library.documents) == 3
        if kept:
            read_documents.clear()
            assert Library.read([folder], cache=kept).warnings
            assert read_documents == []
    (folder / "không có").write_text("Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.", "utf-8")
    library = Library.read([folder], cache=cache)
    assert [warning.name for warning in library.warnings] == ["ống.txt"]
    assert "Phan Văn Mãi" in library.ask("Ai chủ trì họp báo?").text
    # And what can no longer be read is not answered from.
    (folder / "không có").unlink()
    library = Library.read([folder], cache=cache)
    assert {warning.name: warning.reason for warning in library.warnings} == expected
    assert len(library.documents) == 3


@pytest.mark.parametrize("library", ["trafilatura", "lxml"])
def test_what_lacked_an_extra_is_read_once_the_extra_is_there(
    library: str, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "<html><body><article><h1>Họp báo</h1><p>Ngày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.</p></article>"
    (folder / "trang.html").write_text(page * 2, "utf-8")
    try:
        with monkeypatch.context() as lacking:
            lacking.setitem(sys.modules, "trafilatura", None)  # cannot be imported, for whatever reason
            lacking.setitem(sys.modules, library, None)
            version.reader_version.cache_clear()
            for _ in range(2):
                [warning] = Library.read([folder], cache=cache).warnings
                assert "aidu[html]" in warning.reason
        version.reader_version.cache_clear()
        assert Library.read([folder], cache=cache).warnings == ()
    finally:
        version.reader_version.cache_clear()


def test_an_engine_that_does_not_exist_is_told_before_anything_is_read(folder: Path, read_documents: list[str]) -> None:
    with pytest.raises(InputError, match=r"“lucene”.*: auto, rank_bm25, postings, postings32, opensearch$"):
        Library.read([folder], engine="lucene")
    assert read_documents == []
    for engine in ("auto", "rank_bm25", "postings", "postings32"):
        assert "Bùi Thanh Sơn" in answer(Library.read([folder], engine=engine))[0]


def no_database(file: Path) -> None:
    file.write_bytes("đây không phải cơ sở dữ liệu ".encode() * 100)


def spoiled_pages(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for place in range(200, len(data), 97):
        data[place] ^= 0x5A
    file.write_bytes(data)


def spoiled_blobs(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        for table in ("facts", "texts", "terms", "people", "events", "words"):
            connection.execute(f"UPDATE {table} SET data = x'00112233'")
    connection.close()


def cut_short(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def tables_lost(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE facts")
    connection.commit()
    connection.close()


def of_another_program(file: Path) -> None:
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE files (id)")
    connection.commit()
    connection.close()


def from_a_newer_version(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("INSERT INTO migrations VALUES (?, 'mới', '')", (len(schema.MIGRATIONS) + 1,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "spoil",
    [
        no_database,
        spoiled_pages,
        spoiled_blobs,
        cut_short,
        emptied,
        tables_lost,
        of_another_program,
        from_a_newer_version,
    ],
)
def test_a_cache_that_cannot_be_used_is_made_again(folder: Path, cache: Path, spoil: Callable[[Path], None]) -> None:
    library = Library.read([folder], cache=cache)
    expected = answer(library)
    library.close()
    file = cache_of(cache, folder)
    spoil(file)
    assert answer(Library.read([folder], cache=cache)) == expected
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("SELECT count(*) FROM files").fetchone() == (3,)
    connection.close()


def test_a_cache_folder_that_cannot_be_made_is_no_error(folder: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "tệp"
    in_the_way.write_text("")
    assert "Bùi Thanh Sơn" in answer(Library.read([folder], cache=in_the_way / "cache"))[0]


def test_readers_at_once_all_have_an_answer(folder: Path, cache: Path) -> None:
    found: list[str] = []

    def read() -> None:
        found.append(answer(Library.read([folder], cache=cache))[0])

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(found)) == 1


def test_old_caches_make_room(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_MOST_CACHES", 2)
    for name in REPORTS:
        Library.read([folder / name], cache=cache)
    assert len(list((cache / "folders").glob("*.aidu"))) == 2
    assert folders.cache_file(cache, [folder / name]).exists()
