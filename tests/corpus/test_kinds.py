"""What kind of file it is, whatever it is called."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from pathlib import Path

import pytest

from retrieval.corpus.kinds import kind_of
from retrieval.errors import DocumentError

from .test_formats import BODY, HTML, LEAD, TEXT, TITLE, make_docx, make_pdf, make_zip, read_all

PIECE = f"<div class='bài'><h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p></div>"
JSONL = json.dumps({"title": TITLE, "text": f"{LEAD}\n\n{BODY}"}) + "\n"
XHTML = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->\n<!-- y --> <!DOCTYPE html>' + HTML.partition(">")[2]


def _csv() -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["Tiêu đề", "Nội dung"], [TITLE, f"{LEAD}\n\n{BODY}"]])
    return out.getvalue()


CSV = _csv()
PLAIN = TEXT.decode()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", PLAIN, "text"),
        ("a.htm", f"Bảng 3 < 5, {PLAIN}", "text"),
        ("a.html", f"<p>{PLAIN}", "html"),
        ("a.txt", HTML, "html"),
        ("a.txt", XHTML, "html"),
        ("a.txt", PIECE, "html"),
        ("a", PIECE, "html"),
        ("a.md", f"<div align=center>Ảnh</div>\n\n{PLAIN}", "markdown"),
        ("a.md", HTML, "html"),
        ("a.csv", HTML, "html"),
        ("a.pdf", HTML, "html"),
        ("a.txt", CSV, "csv"),
        ("a.json", CSV, "csv"),
        ("a.txt", CSV.replace(",", "\t", 1), "csv"),
        ("a.txt", JSONL, "json"),
        ("a.csv", JSONL, "json"),
        ("a.txt", json.dumps([{"text": LEAD}], indent=1), "json"),
        ("a.pdf", PLAIN, "text"),
        ("a.docx", PLAIN, "text"),
        ("a.zip", PLAIN, "text"),
        # What only looks like something else is what it is called.
        ("a.txt", "Tiêu đề, nội dung và ngày họp", "text"),
        ("a.txt", f"Nội dung, chương trình họp\n{PLAIN}", "text"),
        ("a.txt", f"[1] {PLAIN}", "text"),
        ("a.txt", f"{{{PLAIN}", "text"),
        ("a.txt", "[1, 2, 3]", "text"),
        ("a.txt", f"<3 {PLAIN}", "text"),
        ("a.txt", f"<PV> {PLAIN}", "text"),
        ("a.csv", "[id],[text]\n1,x", "csv"),
        ("a.csv", PLAIN, "csv"),
        ("a.json", PLAIN, "json"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_kinds_of_text(name: str, data: str, kind: str, encoding: str) -> None:
    assert kind_of(name, data.encode(encoding)) == kind


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.zip", "a.csv", "a.md", "a"])
def test_kinds_of_what_is_no_text(name: str) -> None:
    pdf = make_pdf([LEAD])
    assert kind_of(name, pdf) == kind_of(name, b"\xef\xbb\xbf\r\n" + pdf) == "pdf"
    assert kind_of(name, make_docx()) == "docx"
    assert kind_of(name, make_zip({"a.txt": TEXT, "word/document.xml": b"x"})) == "zip"


def test_a_long_preamble_costs_nothing() -> None:
    started = time.process_time()
    for start in ("<!---->", "<!-- <!-- --> ", "<?xml?>", "<!-- ", "<p>", "<p></p "):
        assert kind_of("a.txt", (start * 100_000 + PLAIN).encode()) in ("text", "html")
    assert kind_of("a.txt", ("<!-- x --> " * 300 + HTML).encode()) == "html"
    assert time.process_time() - started < 5


def test_a_piece_of_a_pdf_is_no_text() -> None:
    assert kind_of("a.pdf", b"1 0 obj <</Type/Page>> endobj") == "pdf"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", PLAIN.encode()),
        ("a.html", PLAIN.encode("utf-16")),
        ("a.txt", PIECE.encode()),
        ("a.txt", HTML.encode("utf-16")),
        ("a.html", HTML.encode("utf-16-le")),
        ("a.txt", CSV.encode("utf-16")),
        ("a.csv", CSV.encode("utf-16-be")),
        ("a.txt", JSONL.encode()),
        ("a.json", json.dumps({"title": TITLE, "text": f"{LEAD}\n\n{BODY}"}, indent=2).encode()),
        ("a.zip", make_docx()),
        ("a.txt", make_docx()),
        ("a.docx", make_zip({"b.html": PLAIN.encode()})),
        ("a.pdf", PLAIN.encode()),
    ],
)
def test_what_is_called_something_else_is_read(name: str, data: bytes, tmp_path: Path) -> None:
    ((document,), warnings) = read_all(name, data, tmp_path)
    assert warnings == []
    assert document.title == TITLE and LEAD in document.text and BODY in document.text


def _xlsx() -> bytes:
    return make_zip({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Word hay Excel đời cũ"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "ảnh"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh"),
        (b"\x1f\x8b\x08" + bytes(50), "gzip"),
        (_xlsx(), "bảng tính Excel"),
        (make_zip({"ppt/presentation.xml": b"x"}), "trình chiếu"),
        (make_zip({"mimetype": b"x", "META-INF/manifest.xml": b"x"}), "OpenDocument"),
        (make_zip({"mimetype": b"x", "META-INF/container.xml": b"x"}), "EPUB"),
        (make_zip({"a.exe": b"x", "b/": b""}), "không có tệp nào đọc được"),
        (make_zip({}), "không có tệp nào đọc được"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.zip", "a.pdf", "a.html", "a.csv"])
def test_what_is_something_else_is_told(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=said) as caught:
        read_all(name, data, tmp_path)
    assert caught.value.name == name and caught.value.english != caught.value.reason
    # In an archive it is one of the warnings.
    documents, warnings = read_all("b.zip", make_zip({name: data, "z.txt": TEXT}), tmp_path)
    assert [d.name for d in documents] == ["b.zip/z.txt"] and [w.name for w in warnings] == [f"b.zip/{name}"]


def test_a_page_in_utf_16_that_is_nested_too_deeply_is_refused_as_one_in_utf_8(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(DocumentError, match="lồng quá sâu"):
            read_all("a.html", ("<html><body>" + "<div>" * 2_000 + LEAD).encode(encoding), tmp_path)


def test_an_archive_whose_directory_is_broken_is_what_it_is_called(tmp_path: Path) -> None:
    data = make_zip({"a.txt": TEXT})[:-30]
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(data))
    for name in ("a.zip", "a.docx"):
        with pytest.raises(DocumentError, match="hỏng"):
            read_all(name, data, tmp_path)


def test_fields_at_the_beginning_of_a_report_are_no_mail() -> None:
    text = "Địa điểm: Hà Nội\nThời gian: 7/3\n\nContent-Type: và MIME-Version: là gì?"
    assert kind_of("a.txt", text.encode()) == "text"
    assert kind_of("a.eml", PLAIN.encode()) == "text"
