"""Participations, events and feedback as files for other programs: CSV and XLSX for spreadsheets, ICS for calendars."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import errno
import gc
import hashlib
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import IO, Final, TextIO

from bot.render import visible
from retrieval.answering.in_english import in_english
from retrieval.answering.model import Kind
from retrieval.errors import AiduError, MissingExtraError
from retrieval.store.feedback import Feedback, Verdict
from retrieval.store.records import EventRecord, ParticipationRecord

# Headings in the order of the records' fields, in Vietnamese and English.
PARTICIPATION_HEADINGS: Final = (
    "Người", "Chức vụ", "Hành động", "Vai", "Phía", "Điểm cầu", "Sự kiện", "Thời gian", "Địa điểm", "Câu làm chứng",
    "Tài liệu", "Tiêu đề", "Ngày đăng", "Nguồn", "Trùng với",
)  # fmt: skip
PARTICIPATION_HEADINGS_EN: Final = (
    "Person", "Offices", "Act", "Role", "Side", "Connected at", "Event", "When", "Where", "Quote", "Document", "Title",
    "Published", "Source", "Duplicate of",
)  # fmt: skip
EVENT_HEADINGS: Final = (
    "Sự kiện", "Thời gian", "Từ ngày", "Đến ngày", "Địa điểm", "Tài liệu", "Tiêu đề", "Ngày đăng", "Nguồn", "Trùng với",
)  # fmt: skip
EVENT_HEADINGS_EN: Final = (
    "Event", "When", "From", "To", "Where", "Document", "Title", "Published", "Source", "Duplicate of",
)  # fmt: skip
# Acts and roles in Vietnamese; their own names are English.
ACTS: Final = {
    "attend": "dự", "chair": "chủ trì", "open": "khai mạc", "close": "bế mạc", "speak": "phát biểu", "say": "nói",
    "present": "trình bày", "receive": "tiếp", "meet": "gặp", "sign": "ký", "give": "trao", "get": "nhận",
    "lead": "dẫn đầu", "appoint": "bổ nhiệm", "visit": "thăm", "honour": "tôn vinh", "launch": "phát động",
    "paper": "tham luận", "announce": "công bố", "explain": "giải thích", "organise": "tổ chức", "apologise": "xin lỗi",
}  # fmt: skip
FEEDBACK_HEADINGS: Final = ("Thời gian (UTC)", "Câu hỏi", "Câu trả lời", "Đánh giá")
FEEDBACK_HEADINGS_EN: Final = ("Time (UTC)", "Question", "Answer", "Verdict")
VERDICTS: Final = {Verdict.RIGHT: "đúng", Verdict.WRONG: "sai"}
VERDICTS_EN: Final = {Verdict.RIGHT: "right", Verdict.WRONG: "wrong"}
ROLES: Final = {"subject": "chủ thể", "object": "đối tượng"}

Cell = str | dt.date | None
# A cell that begins so is a formula to spreadsheets, and the text of a report is not ours to run.
_FORMULA: Final = ("=", "+", "-", "@", "\t")
_LONGEST_CELL: Final = 32_767


@dataclass(frozen=True, slots=True)
class Table:
    """A list to write: its name, its headings, and its rows, which are made as they are written."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def participation_table(records: Iterable[ParticipationRecord], language: str = "vi") -> Table:
    """Return the table of who took part; its name and headings, the act and the role are in `language`."""
    english = language == "en"

    def rows() -> Iterator[tuple[Cell, ...]]:
        for record in records:
            if english:
                record = replace(record, when=in_english(Kind.DATE, record.when))
            person, offices, act, role, *rest = astuple(record)
            told = (act, role) if english else (ACTS.get(act, act), ROLES.get(role, role))
            yield (person, offices, *told, *rest)

    headings = PARTICIPATION_HEADINGS_EN if english else PARTICIPATION_HEADINGS
    return Table("Participants" if english else "Người tham dự", headings, rows())


def event_table(records: Iterable[EventRecord], language: str = "vi") -> Table:
    """Return the table of the events."""
    english = language == "en"
    headings = EVENT_HEADINGS_EN if english else EVENT_HEADINGS
    if english:
        records = (replace(record, when=in_english(Kind.DATE, record.when)) for record in records)
    return Table("Events" if english else "Sự kiện", headings, map(astuple, records))


def feedback_table(given: Iterable[Feedback], language: str = "vi") -> Table:
    """Return the table of what users said of answers; who they are is in no library."""
    english = language == "en"
    verdicts = VERDICTS_EN if english else VERDICTS
    rows = ((each.at, each.question, each.answer, verdicts[each.verdict]) for each in given)
    return Table("Feedback" if english else "Đánh giá", FEEDBACK_HEADINGS_EN if english else FEEDBACK_HEADINGS, rows)


def write_csv(out: TextIO, table: Table) -> int:
    """Write a table and return its number of rows. Dates are ISO.

    A cell that spreadsheets would run is quoted by '. Control characters are replaced, in a file too: it may be shown
    in a terminal later.
    """
    writer = csv.writer(out)
    writer.writerow(table.headings)
    count = 0
    for row in table.rows:
        writer.writerow([_harmless(cell) for cell in row])
        count += 1
    return count


def _harmless(cell: Cell) -> str:
    text = "" if cell is None else visible(str(cell))
    return "'" + text if text.startswith(_FORMULA) else text


def write_xlsx(out: IO[bytes], tables: Iterable[Table]) -> list[int]:
    """Write tables as sheets of one workbook and return the number of rows of each.

    MissingExtraError without openpyxl; OSError when `out`, or the folder of temporary files, takes no more.
    """
    try:
        import openpyxl  # noqa: F401 (told here, where there is nothing to be left behind)
    except ImportError as error:
        raise MissingExtraError("Ghi tệp XLSX", "xlsx", "Writing XLSX files") from error
    fault: Exception
    with _finalizers_unheard():
        try:
            return _write_workbook(out, tables)
        except (AiduError, OSError) as error:
            fault = error
        except Exception as error:
            # lxml, which writes the sheets into temporary files, has a name for what the system said.
            found = _SAID_BY_LXML.fullmatch(str(error))
            if found is None:
                raise
            code = getattr(errno, found[1], errno.EIO)
            fault = OSError(code, os.strerror(code), tempfile.gettempdir())
        # Its traceback holds what openpyxl left half written, and must go while nobody hears the complaints.
        fault.__traceback__ = fault.__context__ = None
    raise fault


_SAID_BY_LXML: Final = re.compile(r"IO_([A-Z]+)")


@contextlib.contextmanager
def _finalizers_unheard() -> Iterator[None]:
    """Let nothing be said inside the block of objects that fail when they are dropped.

    Archives and sheets that were left half written try to write their ends, and Python would show a traceback of each.
    """
    before = sys.unraisablehook
    sys.unraisablehook = lambda _: None
    try:
        yield
        gc.collect()
    finally:
        sys.unraisablehook = before


def _write_workbook(out: IO[bytes], tables: Iterable[Table]) -> list[int]:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    counts = []
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        first = []
        for heading in table.headings:
            cell = WriteOnlyCell(sheet, heading)
            cell.font = Font(bold=True)
            first.append(cell)
        sheet.append(first)
        count = 0
        for row in table.rows:
            cells = []
            for value in row:
                text = visible(value)[:_LONGEST_CELL] if isinstance(value, str) else value
                cell = WriteOnlyCell(sheet, text)  # type: ignore[arg-type]  # a date is taken as well
                if isinstance(value, str):
                    cell.data_type = "s"  # never a formula
                cells.append(cell)
            sheet.append(cells)
            count += 1
        counts.append(count)
    book.save(out)
    return counts


def write_ics(out: IO[bytes], records: Iterable[EventRecord]) -> tuple[int, int]:
    """Write the events with a complete date as a calendar (RFC 5545); return their number, and that of the others.

    An event of a near-duplicate is left out: it is there already. MissingExtraError without icalendar.
    """
    try:
        import icalendar
    except ImportError as error:
        raise MissingExtraError("Ghi tệp ICS", "ics", "Writing ICS files") from error
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//aidu//Ai du//VI")
    calendar.add("version", "2.0")
    count = undated = 0
    for record in records:
        if record.duplicate_of:
            continue
        if record.start is None:
            undated += 1
            continue
        event = icalendar.Event()
        # The same event has the same UID each time, so that importing again changes entries and doubles none.
        identity = "\0".join((record.document, record.name, record.start.isoformat()))
        event.add("uid", hashlib.blake2b(identity.encode(), digest_size=16).hexdigest() + "@aidu")
        event.add("dtstamp", dt.datetime.combine(record.published or record.start, dt.time(), dt.UTC))
        event.add("dtstart", record.start)
        event.add("dtend", (record.end or record.start) + dt.timedelta(days=1))  # exclusive
        event.add("summary", visible(record.name))
        if record.place:
            event.add("location", visible(record.place))
        event.add("description", visible(f"{record.title} ({record.document})"))
        calendar.add_component(event)
        count += 1
    out.write(calendar.to_ical())
    return count, undated


_WRITABLE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH  # whom access is given; root has it to every file


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the path of a file to write that becomes `path` when the block ends well, and goes away otherwise.

    A file that may not be written is not replaced, and neither is what is no file (a pipe, a device): PermissionError,
    or OSError (EINVAL).
    """
    if path.exists():
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not path.is_file():
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        if not path.stat().st_mode & _WRITABLE or not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
