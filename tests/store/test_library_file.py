"""One file keeps what was read: only changes are read, readers beside a writer, damage told and not overwritten."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval import InputError, Library, LibraryError
from retrieval.store import indexing, maintenance, schema, searching, soundness, workers
from retrieval.store.database import is_library_file, only_writer, open_to_read, opened_to_write
from retrieval.store.faults import BusyError, DamagedError, NewerError, OutdatedError, damaged
from tests.store.reports import REPORTS, write_reports
from tests.store.test_folders import (
    cut_short,
    emptied,
    from_a_newer_version,
    no_database,
    of_another_program,
    spoiled_pages,
)

QUESTION = "Ai chủ trì Hội nghị Ngoại giao lần thứ 32?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "bài")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "thư viện" / "của tôi.aidu"


def names(library: Library) -> list[str]:
    return [document.name for document in library.documents]


def test_a_library_answers_as_its_folder_does(folder: Path, file: Path) -> None:
    report = maintenance.index(file, [folder])
    assert (report.new, report.changed, report.unchanged, report.documents) == (3, 0, 0, 3)
    library, direct = Library.open(file), Library.read([folder])
    assert library.ask(QUESTION).text == direct.ask(QUESTION).text
    assert "Bùi Thanh Sơn" in library.ask(QUESTION).text
    assert list(library.documents) == list(direct.documents)
    assert library.events() == direct.events()
    assert library.documents[-1] == direct.documents[2]
    assert library.documents[:2] == tuple(direct.documents)[:2]


def test_only_what_is_new_or_changed_is_read(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    (folder / "mới.txt").write_text("Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.", "utf-8")
    (folder / "doi-ngoai.txt").write_text("Tin khác\n\nNgày 3/3/2022, bà Lê Thị Thu Hằng dự họp báo.", "utf-8")
    report = maintenance.index(file)  # the folders of before
    assert (report.new, report.changed, report.unchanged, report.documents) == (1, 1, 2, 2)
    assert report.reread == 0
    report = maintenance.index(file, [folder])
    assert (report.new, report.changed, report.unchanged, report.documents) == (0, 0, 4, 0)


def test_files_that_are_gone_are_kept_until_pruned(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    (folder / "ngoai-giao.txt").unlink()
    report = maintenance.index(file, [folder])
    assert report.missing == [str(folder / "ngoai-giao.txt")]
    assert "Bùi Thanh Sơn" in Library.open(file).ask(QUESTION).text
    assert maintenance.status(file).missing == 1
    assert maintenance.index(file, [folder], prune=True).pruned == 1
    assert names(Library.open(file)) == ["con/tong-ket.md", "doi-ngoai.txt"]
    write_reports(folder)
    maintenance.index(file, [folder])
    assert len(names(Library.open(file))) == 3


def test_a_file_that_comes_back_is_no_longer_missing(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    away = folder.with_name("xa")
    folder.rename(away)
    assert len(maintenance.index(file).missing) == 3
    away.rename(folder)
    report = maintenance.index(file)
    assert (report.missing, report.unchanged, report.documents) == ([], 3, 0)
    assert maintenance.status(file).missing == 0


def test_what_cannot_be_read_is_not_new_for_ever(folder: Path, file: Path) -> None:
    os.mkfifo(folder / "ống.txt")
    (folder / "lạc.md").symlink_to("không có")
    (folder / "vòng.md").symlink_to("vòng.md")
    report = maintenance.index(file, [folder])
    assert sorted(name for name, *_ in report.warnings) == ["lạc.md", "vòng.md", "ống.txt"]
    assert sorted(warning.name for warning in Library.open(file).warnings) == ["lạc.md", "vòng.md", "ống.txt"]
    status = maintenance.status(file)
    assert (status.new, status.changed, status.missing, status.unread) == (0, 0, 0, 3)
    assert maintenance.index(file).unchanged == 6


def test_what_can_no_longer_be_read_stays_in_the_library(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    path = folder / "ngoai-giao.txt"
    content = path.read_bytes()
    path.unlink()
    path.symlink_to("không có")
    assert maintenance.index(file).warnings == [("ngoai-giao.txt", "không tìm thấy tệp", "the file is not there")]
    library = Library.open(file)
    assert [warning.name for warning in library.warnings] == ["ngoai-giao.txt"]
    assert "Bùi Thanh Sơn" in library.ask(QUESTION).text
    assert (maintenance.status(file).changed, maintenance.status(file).missing) == (0, 0)
    path.unlink()
    path.write_bytes(content)
    maintenance.index(file)
    assert Library.open(file).warnings == ()
    assert len(Library.open(file).documents) == 3


def test_a_file_that_was_emptied_stays_until_it_holds_something(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    path = folder / "ngoai-giao.txt"
    path.write_text("", "utf-8")
    assert maintenance.index(file).warnings == [("ngoai-giao.txt", "tệp trống", "the file is empty")]
    assert "Bùi Thanh Sơn" in Library.open(file).ask(QUESTION).text
    assert maintenance.index(file).unchanged == 3
    path.write_text("Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.", "utf-8")
    maintenance.index(file)
    assert "Bùi Thanh Sơn" not in Library.open(file).ask(QUESTION).text
    assert "Phan Văn Mãi" in Library.open(file).ask("Ai chủ trì họp báo?").text


def test_what_lies_below_a_folder_that_cannot_be_opened_is_not_gone(folder: Path, file: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from retrieval import Library\n"
        "from retrieval.store import maintenance; folder, file = map(Path, sys.argv[1:])\n"
        "maintenance.index(file, [folder]); Library.open(file)\n"
        # Root may open anything. The interpreter may be root's alone, so that all must be imported by now.
        "if os.geteuid() == 0:\n"
        "    for path in (file.parent, *file.parent.rglob('*')): os.chown(path, 65534, 65534)\n"
        "    os.setgid(65534), os.setuid(65534)\n"
        "(folder / 'con').chmod(0)\n"
        "for prune in (False, True):\n"
        "    report = maintenance.index(file, [folder], prune=prune)\n"
        "    print(report.new, report.missing, report.pruned, [name for name, *_ in report.warnings])\n"
        "print(len(Library.open(file).documents))\n"
        "(folder / 'con').chmod(0o755)\n"
        "report = maintenance.index(file, [folder])\n"
        "print(report.unchanged, report.missing, maintenance.status(file).unread)\n"
    )
    file.parent.mkdir(exist_ok=True)
    if os.geteuid() == 0:
        for path in (*folder.rglob("*"), folder):
            os.chown(path, 65534, 65534)
        for parent in file.parents:
            parent.chmod(parent.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(file)], capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["0 [] 0 ['con']", "0 [] 0 []", "3", "3 [] 0"]


def test_after_a_short_report_a_book_is_not_a_thousand_reports(folder: Path, file: Path) -> None:
    book = [f"Ngày {i % 28 + 1}/3/2022, ông Phan Văn Mãi chủ trì họp báo thứ {i}." for i in range(300)]
    (folder / "z.txt").write_text("Họp báo\n\n" + "\n\n".join(book), "utf-8")
    told: list[tuple[int, int]] = []
    maintenance.index(file, [folder], progress=lambda *now: told.append(now))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4), (4, 4)]


def test_after_a_table_a_short_report_is_not_another_table(folder: Path, file: Path) -> None:
    lines = [f'{{"title": "Họp {i}", "text": "Ngày {i}/3/2022, ông Phan Văn Mãi dự họp."}}' for i in range(1, 29)]
    (folder / "a.jsonl").write_text("\n".join(lines), "utf-8")
    told: list[tuple[int, int]] = []
    maintenance.index(file, [folder], progress=lambda *now: told.append(now))
    assert told[-1] == (31, 31)
    assert all(28 < total <= 60 for _, total in told)


def test_two_folders_in_one_library(folder: Path, file: Path, tmp_path: Path) -> None:
    other = write_reports(tmp_path / "khác", {"tin.txt": "Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo."})
    maintenance.index(file, [folder])
    maintenance.index(file, [other])
    assert maintenance.folders_of(open_to_read(file)) == sorted([folder, other])
    assert len(Library.open(file).documents) == 4


def test_a_reader_keeps_what_it_saw_and_takes_in_what_is_new_when_told(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    library = Library.open(file)
    assert library.refreshed() is library
    (folder / "ngoai-giao.txt").unlink()
    (folder / "mới.txt").write_text("Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.", "utf-8")
    maintenance.index(file, prune=True)
    # The documents were not loaded before: they still are what they were when the library was opened.
    assert "Bùi Thanh Sơn" in library.ask(QUESTION).text
    assert len(library.documents) == 3
    newer = library.refreshed()
    assert newer.events() == Library.open(file).events()
    assert "Phan Văn Mãi" in newer.ask("Ai chủ trì họp báo?").text
    assert "Bùi Thanh Sơn" not in newer.ask(QUESTION).text
    assert "Bùi Thanh Sơn" in library.ask(QUESTION).text


def test_events_go_on_from_those_linked_before(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    library = Library.open(file)
    assert len(library.events()) == 3
    again = "Hội nghị Đối ngoại toàn quốc khai mạc\n\nSáng 14/12, Hội nghị Đối ngoại toàn quốc khai mạc tại Hà Nội."
    (folder / "a.txt").write_text(again, "utf-8")
    (folder / "z.txt").write_text("Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.", "utf-8")
    maintenance.index(file)
    newer = library.refreshed()
    assert newer.events() == Library.open(file).events()
    assert ("a.txt", "doi-ngoai.txt") in {event.documents for event in newer.events()}
    # Another one goes on from the same: nothing was lost for it.
    assert library.refreshed().events() == newer.events()
    assert len(library.events()) == 3


def test_a_folder_is_refreshed_too(folder: Path, tmp_path: Path) -> None:
    library = Library.read([folder], cache=tmp_path / "cache")
    assert library.refreshed() is library
    (folder / "mới.txt").write_text("Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.", "utf-8")
    assert "Phan Văn Mãi" in library.refreshed().ask("Ai chủ trì họp báo?").text
    assert len(library.documents) == 3


def test_readers_while_one_writes_and_no_second_writer(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    with opened_to_write(file) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM documents")
        assert len(Library.open(file).documents) == len(Library.open(file).documents) == 3
        with pytest.raises(BusyError, match=r"^thư viện .* đang được một tiến trình khác ghi; hãy chờ .*$"):
            maintenance.index(file, [folder])
        code = f"from retrieval.store import maintenance; maintenance.index(__import__('pathlib').Path({str(file)!r}))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
        assert "BusyError" in done.stderr
        connection.execute("ROLLBACK")
    assert maintenance.index(file, [folder]).unchanged == 3


@pytest.mark.parametrize("spoil", [no_database, spoiled_pages, cut_short, of_another_program])
def test_a_damaged_or_foreign_file_is_told_and_left_alone(
    folder: Path, file: Path, spoil: Callable[[Path], None]
) -> None:
    maintenance.index(file, [folder])
    spoil(file)
    before = file.read_bytes()

    def use() -> None:
        library = Library.open(file)
        library.ask(QUESTION)
        list(library.documents)
        library.events()

    with pytest.raises(DamagedError, match=r"aidu index|--library"):
        use()
    with pytest.raises(DamagedError, match=r"aidu index|--library"):
        maintenance.index(file, [folder])
    assert file.read_bytes() == before


@pytest.mark.parametrize("header_only", [False, True])
def test_a_library_that_lost_all_is_told_and_not_written(folder: Path, file: Path, header_only: bool) -> None:
    maintenance.index(file, [folder])
    emptied(file)
    if header_only:  # as SQLite leaves it when it is stopped before the tables are made
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
    before = file.read_bytes()
    beside = sorted(file.parent.iterdir())
    uses: tuple[Callable[[Path], object], ...] = (Library.open, maintenance.status)
    for use in uses if header_only else (*uses, maintenance.index):
        with pytest.raises(DamagedError, match=r"trống rỗng.* aidu index THƯ_MỤC --library “.*của tôi\.aidu”$"):
            use(file)
        assert file.read_bytes() == before
        assert sorted(file.parent.iterdir()) == beside
    assert maintenance.index(file, [folder]).documents == 3
    assert maintenance.status(file).faults == ()


def test_a_library_by_another_name_is_the_same(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    alias = file.with_name("alias.aidu")
    alias.symlink_to(file)
    with opened_to_write(file), pytest.raises(BusyError):
        maintenance.index(alias, [folder])


def test_a_library_that_is_just_being_made_is_busy(file: Path) -> None:
    file.parent.mkdir()
    with only_writer(file):
        file.touch()
        with pytest.raises(BusyError, match="đang được một tiến trình khác ghi"):
            Library.open(file)


def test_damage_inside_a_sound_structure_is_found(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    assert maintenance.status(file).faults == ()
    connection = sqlite3.connect(file)
    data = bytearray(connection.execute("SELECT data FROM texts WHERE reading = 2").fetchone()[0])
    data[len(data) // 2] ^= 4
    connection.execute("UPDATE texts SET data = ? WHERE reading = 2", (bytes(data),))
    connection.execute("DELETE FROM facts WHERE reading = 1")
    connection.commit()
    connection.close()
    assert maintenance.status(file).faults == (
        ("1 mục trong bảng texts bị hỏng", "1 entries of table texts are damaged"),
        ("thiếu 1 mục trong bảng facts", "1 entries are missing in table facts"),
    )
    with pytest.raises(DamagedError):
        list(Library.open(file).documents)


def test_nothing_is_added_to_a_library_with_a_damaged_entry(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    whole = file.read_bytes()
    for news in (None, "Họp báo\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo."):
        if news:
            (folder / "mới.txt").write_text(news, "utf-8")
        for table in soundness._TABLES:
            file.write_bytes(whole)
            connection = sqlite3.connect(file)
            (entry,) = connection.execute(f"SELECT data FROM {table} LIMIT 1").fetchone()
            spoiled = bytearray(entry)
            spoiled[len(spoiled) // 2] ^= 4
            connection.execute(f"UPDATE {table} SET data = ? WHERE data = ?", (bytes(spoiled), entry))
            connection.commit()
            connection.close()
            before = file.read_bytes()
            with pytest.raises(DamagedError) as told:
                maintenance.index(file, [folder])
            assert str(told.value) == str(damaged(file)), table
            assert file.read_bytes() == before, table


def test_a_page_that_is_gone_is_told_by_index_also_where_nothing_is_new(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    whole = file.read_bytes()
    size = int.from_bytes(whole[16:18], "big")  # https://www.sqlite.org/fileformat.html, 1.3
    for at in range(size, len(whole), size):
        spoiled = whole[:at] + bytes(size) + whole[at + size :]
        file.write_bytes(spoiled)
        with pytest.raises(DamagedError):
            maintenance.index(file)
        assert file.read_bytes() == spoiled


def test_a_file_of_a_newer_version_is_refused(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    from_a_newer_version(file)
    with pytest.raises(NewerError, match="nâng cấp"):
        Library.open(file)
    with pytest.raises(NewerError, match="nâng cấp"):
        maintenance.index(file)


def test_readings_of_another_version_are_read_again_even_without_their_files(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("planning", "updating", "writing", "maintenance"):
        monkeypatch.setattr(f"retrieval.store.{module}.reader_version", lambda: "cũ")
    maintenance.index(file, [folder])
    monkeypatch.undo()
    connection = sqlite3.connect(file)  # an older version knew less
    connection.execute("UPDATE facts SET data = x'789c0300000000010000000000000001'")
    from retrieval.store.codec import packed

    connection.execute("UPDATE facts SET data = ?", (packed({"sentences": []}),))
    connection.commit()
    connection.close()
    assert maintenance.status(file).outdated == 3
    copied = file.with_name("bản-sao.aidu")
    shutil.copy(file, copied)
    report = maintenance.index(copied)  # the files are as they were
    assert report.changed == report.reread == 3
    with pytest.raises(OutdatedError, match=r"hãy đọc lại bằng: aidu index$"):
        Library.open(file).ask(QUESTION)
    shutil.rmtree(folder)
    assert maintenance.index(file).documents == 3
    assert maintenance.status(file).outdated == 0
    assert "Bùi Thanh Sơn" in Library.open(file).ask(QUESTION).text


def test_migrations_are_applied_once_each_and_noted(folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maintenance.index(file, [folder])
    more = (*schema.MIGRATIONS, ("một bước nữa", ("CREATE TABLE another (id INTEGER)",)))
    monkeypatch.setattr(schema, "MIGRATIONS", more)
    for _ in range(2):
        assert len(Library.open(file).documents) == 3
    connection = open_to_read(file)
    applied = connection.execute("SELECT id, name FROM migrations ORDER BY id").fetchall()
    assert applied == [(i, name) for i, (name, _) in enumerate(more, 1)]


def test_a_mistyped_folder_makes_no_library(file: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="khong-co"):
        maintenance.index(file, [tmp_path / "khong-co"])
    with pytest.raises(LibraryError, match="aidu index"):
        Library.open(file)
    assert not file.exists()


def test_without_a_path_a_new_library_says_what_it_needs(file: Path) -> None:
    with pytest.raises(InputError, match="aidu index"):
        maintenance.index(file)


def test_a_library_is_known_by_its_suffix_or_its_header(folder: Path, file: Path, tmp_path: Path) -> None:
    maintenance.index(file, [folder])
    plain = tmp_path / "không đuôi"
    shutil.copy(file, plain)
    assert is_library_file(file) and is_library_file(plain)
    assert len(Library.read([plain]).documents) == 3
    assert not is_library_file(folder) and not is_library_file(folder / "ngoai-giao.txt")
    assert not is_library_file(tmp_path / "chưa có.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
@pytest.mark.parametrize("with_log", [False, True])
def test_a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written(
    folder: Path, file: Path, tmp_path: Path, with_log: bool
) -> None:
    maintenance.index(file, [folder])
    sound = tmp_path / "khác.aidu"
    shutil.copy(file, sound)
    if with_log:  # as after a kill: the last commits are in the log only
        script = (
            "import sqlite3, os, sys\n"
            "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "c.execute(\"UPDATE documents SET name = 'mới/' || name\")\n"
            "os._exit(9)\n"
        )
        subprocess.run([sys.executable, "-c", script, str(file)], check=False, timeout=60)
        file.with_name(file.name + "-shm").unlink(missing_ok=True)
    for path in [*file.parent.iterdir(), file.parent]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    code = (
        "import os, sys; from pathlib import Path; from retrieval import Library, LibraryError\n"
        "from retrieval.store import maintenance; file, sound = map(Path, sys.argv[1:])\n"
        "Library.open(sound)\n"
        # Root may write anywhere. The interpreter may be root's alone, so that all must be imported by now.
        "if os.geteuid() == 0: os.setgid(65534), os.setuid(65534)\n"
        "print([d.name for d in Library.open(file).documents][0])\n"
        "try: maintenance.index(file)\n"
        "except LibraryError as error: print(error)\n"
    )
    for parent in file.parents:
        if parent.stat().st_uid == os.geteuid():
            parent.chmod(parent.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", code, str(file), str(sound)], capture_output=True, text=True, timeout=60
    )
    file.parent.chmod(0o755)
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == ("mới/" if with_log else "") + "con/tong-ket.md"
    assert "quyền" in second


# --- the index folder of a large library -----------------------------------------------------------------------------


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat every library as a large one, whose index is kept on disk and rewritten at once."""
    monkeypatch.setattr(searching, "engine_for", lambda passages: "postings")
    monkeypatch.setattr(searching, "_FEW_PASSAGES", 1)


@pytest.mark.usefixtures("large")
def test_the_index_of_a_large_library_is_written_opened_and_kept_up(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    (written,) = Path(f"{file}.index").iterdir()
    library = Library.open(file)
    expected = Library.read([folder], engine="rank_bm25").ask(QUESTION).text
    assert library.ask(QUESTION).text == expected
    # One short report more: the folder stays, the report is found through what is added in memory.
    (folder / "mới.txt").write_text("Phan Văn Mãi chủ trì họp báo tháng 3.", "utf-8")
    maintenance.index(file)
    assert list(Path(f"{file}.index").iterdir()) == [written]
    newer = library.refreshed()
    assert newer._search("họp báo tháng 3 Phan Văn Mãi", 1)[0][0] == names(newer).index("mới.txt")
    # The older library shares the index and does not see what it does not hold.
    assert all(document < 3 for document, _ in library._search("họp báo tháng 3", 50))
    # Many more: the folder is written anew.
    for number in range(3):
        write_reports(folder, {f"{number}/{name}": f"Số {number}. {text}" for name, text in REPORTS.items()})
    maintenance.index(file)
    (rewritten,) = Path(f"{file}.index").iterdir()
    assert rewritten != written
    assert library.ask(QUESTION).text == expected
    assert len(newer.refreshed().documents) == 13


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("ended", [False, True])
def test_two_processes_write_the_same_index(
    folder: Path, file: Path, ended: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    maintenance.index(file, [folder])
    monkeypatch.setattr(indexing, "_MANY_PASSAGES", 1)
    if ended:  # a process that dies over it
        monkeypatch.setattr(indexing, "_write_beside", os.abort)
        monkeypatch.setattr(workers, "submit", lambda pool, work, *arguments: pool.submit(work))
    other = file.with_name("other.aidu")
    maintenance.index(other, [folder], processes=2)

    def written(library: Path) -> dict[str, bytes]:
        (index,) = Path(f"{library}.index").iterdir()
        return {path.relative_to(index).as_posix(): path.read_bytes() for path in index.rglob("*") if path.is_file()}

    assert written(other) == written(file)
    assert len(written(file)) > 2 * 10


@pytest.mark.usefixtures("large")
def test_what_is_gone_is_not_found_in_the_index(folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maintenance.index(file, [folder])
    monkeypatch.setattr(searching, "_FEW_PASSAGES", 1000)
    (folder / "ngoai-giao.txt").unlink()
    maintenance.index(file, prune=True)
    library = Library.open(file)
    assert {document for document, _ in library._search("hội nghị", 50)} <= {0, 1}
    assert len(library._search("hội nghị", 2)) == 2


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("spoil", ["remove", "cut", "readings"])
def test_a_damaged_index_costs_time_and_no_answer(folder: Path, file: Path, spoil: str) -> None:
    maintenance.index(file, [folder])
    (written,) = Path(f"{file}.index").iterdir()
    if spoil == "remove":
        shutil.rmtree(written)
    elif spoil == "cut":
        for array in written.rglob("*.npy"):
            os.truncate(array, 10)
    else:
        (written / "readings.json").write_text("[[1,")
    assert "Bùi Thanh Sơn" in Library.open(file).ask(QUESTION).text
    assert "Bùi Thanh Sơn" in Library.open(file, engine="rank_bm25").ask(QUESTION).text


@pytest.mark.usefixtures("large")
def test_an_index_damaged_within_its_files_is_told_and_written_anew(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    assert maintenance.status(file).faults == ()
    for path in Path(f"{file}.index").glob("*/*/ids.npy"):
        content = bytearray(path.read_bytes())
        content[128:] = b"\x7f" * (len(content) - 128)
        path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"chỉ mục .* bị hỏng; .*aidu index$"):
        Library.open(file).ask("Ai chủ trì Hội nghị Ngoại giao?")
    assert [fault for fault, _ in maintenance.status(file).faults] == ["chỉ mục bên cạnh tệp (aidu index sẽ ghi lại)"]
    maintenance.index(file)
    assert maintenance.status(file).faults == ()
    assert Library.open(file).ask("Ai chủ trì Hội nghị Ngoại giao?").evidence


@pytest.mark.usefixtures("large")
def test_a_file_copied_without_its_index_is_whole_and_gets_a_new_one(folder: Path, file: Path) -> None:
    maintenance.index(file, [folder])
    shutil.rmtree(f"{file}.index")
    assert maintenance.status(file).faults == ()
    assert Library.open(file).ask("Ai chủ trì Hội nghị Ngoại giao?").evidence
    maintenance.index(file)
    assert list(Path(f"{file}.index").glob("*/*/ids.npy"))


@pytest.mark.usefixtures("large")
def test_an_index_that_cannot_be_written_is_told_and_the_documents_are_kept(folder: Path, file: Path) -> None:
    file.parent.mkdir()
    Path(f"{file}.index").write_text("trong đường")
    with pytest.raises(LibraryError, match=r"không ghi được chỉ mục .*aidu index$"):
        maintenance.index(file, [folder])
    assert "Bùi Thanh Sơn" in Library.open(file).ask(QUESTION).text
    Path(f"{file}.index").unlink()
    assert maintenance.index(file, [folder]).documents == 0
    assert Path(f"{file}.index").is_dir()
