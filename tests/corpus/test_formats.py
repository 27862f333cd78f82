"""The formats beside plain text, on files made here; and the limits that hostile files meet."""

import csv
import datetime as dt
import io
import json
import sys
import zipfile
from collections.abc import Callable, Collection
from pathlib import Path

import docx
import pytest

from retrieval.corpus import readers
from retrieval.corpus.columns import Columns
from retrieval.corpus.document import Document, ParagraphKind
from retrieval.corpus.formats import limits
from retrieval.corpus.formats.pdf import without_running_lines
from retrieval.errors import DocumentError, MissingExtraError

TITLE = "Hội nghị giao ban quý I của tỉnh Bình Hà"
LEAD = "Sáng 7/3, Ủy ban nhân dân tỉnh Bình Hà tổ chức hội nghị giao ban quý I năm 2022."
BODY = "Dự hội nghị có các đồng chí: Lê Văn Bình, Bí thư Tỉnh ủy; Trần Thị Hoa, Chủ tịch UBND tỉnh và lãnh đạo các sở."


def read_all(name: str, data: bytes, tmp_path: Path, **options: Columns) -> tuple[list[Document], list[DocumentError]]:
    """Return the documents in a file and why others cannot be read; raise what stops the reading of the whole file."""
    path = tmp_path / "file"
    path.write_bytes(data)
    documents: list[Document] = []
    warnings: list[DocumentError] = []
    for part in readers.parts_of(name, path, **options):
        try:
            documents.append(part.read())
        except (DocumentError, MissingExtraError) as error:
            if part.name == name:
                raise
            warnings.append(error if isinstance(error, DocumentError) else DocumentError(part.name, str(error)))
    return documents, warnings


def body(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs if p.kind is ParagraphKind.BODY]


# -- HTML ----------------------------------------------------------------------------------------------------------

HTML = f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{TITLE} | Báo Bình Hà</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Báo Bình Hà">
<meta property="article:published_time" content="2022-03-07T10:53:00+07:00"></head>
<body><nav><a href="/">Trang chủ</a> <a href="/tin">Tin tức</a></nav>
<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p><p>{LEAD.replace("Sáng", "Ngày")}</p></article>
<footer><p>Cơ quan chủ quản: Tỉnh ủy Bình Hà</p></footer></body></html>"""


def test_html(tmp_path: Path) -> None:
    ((page,), _) = read_all("a.html", HTML.encode(), tmp_path)
    assert (page.title, page.published, page.source) == (TITLE, dt.date(2022, 3, 7), "Báo Bình Hà")
    assert body(page)[:2] == [LEAD, BODY]
    assert "Cơ quan chủ quản" not in " ".join(body(page))


def test_html_named_txt_is_html(tmp_path: Path) -> None:
    ((page,), _) = read_all("a.txt", HTML.encode(), tmp_path)
    assert page.title == TITLE


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<div>" * 100_000, b"<html>" + b"<p>" * 1000, b"<html><body>" + b"x" * 5_000_001]
)
def test_html_without_an_article(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="HTML"):
        read_all("a.html", data, tmp_path)


CAPTION = "Các đại biểu dự hội nghị giao ban tại trung tâm hội nghị tỉnh. Ảnh: Hải Yến"
OTHER = [f"Chủ tịch huyện {name} dự lễ khởi công trường học" for name in ("Lò Văn Tám", "Hà Thị Chín", "Vi Văn Mười")]
LINKS = [f'<a href="/{i}">{other}</a>' for i, other in enumerate(OTHER)]
MORE = BODY.replace("các đồng chí:", "các ông, bà:")
PAGE_HEAD = f'<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body>'
LINKED = "".join(LINKS)


@pytest.mark.parametrize(
    "page",
    [
        f'<h1>{TITLE}</h1><div class="share"><a>Facebook</a></div><p class="sapo">{LEAD}</p><div class="article-body">'
        f"<p>{BODY}</p><p>{MORE}</p><figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure></div>",
        f'<article><h1>{TITLE}</h1><h2 class="lead">{LEAD}</h2><div class="content">{BODY}<br><br>{MORE}</div>'
        f"<figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure></article>",
        f"<article><h1>{TITLE}</h1><div>{LEAD}</div><div>{BODY}</div><div>{MORE}</div>"
        f"<figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure></article>",
        f"<table><tr><td>{'<br>'.join(LINKS)}</td><td><p><b>{TITLE}</b></p><p>{LEAD}</p><p>{BODY}</p><p>{MORE}</p>"
        f"<table><tr><td><img src=a.jpg></td></tr><tr><td>{CAPTION}</td></tr></table></td></tr></table>",
    ],
    ids=["lead above the text", "line breaks", "boxes", "layout table"],
)
def test_lead_text_and_captions_of_a_page_are_all_there_and_links_to_other_pages_are_not(
    page: str, tmp_path: Path
) -> None:
    related = f'<div class="related"><h3>Tin liên quan</h3><ul>{LINKED}</ul></div>'
    source = f"{PAGE_HEAD}<nav>{LINKED}</nav>{page}{related}</body></html>"
    ((document,), _) = read_all("a.html", source.encode(), tmp_path)
    told = [(document.text[p.start : p.end], p.kind) for p in document.paragraphs]
    assert told == [
        (TITLE, ParagraphKind.TITLE),
        *((text, ParagraphKind.BODY) for text in (LEAD, BODY, MORE)),
        (CAPTION, ParagraphKind.CAPTION),
    ]


def test_a_line_that_the_source_of_a_page_breaks_is_one_line(tmp_path: Path) -> None:
    broken = BODY.replace(" ", "\n").replace("\nchí:\nLê", " <b>chí:\nLê</b>\n<i></i>")
    ((document,), _) = read_all("a.html", HTML.replace(BODY, broken).encode(), tmp_path)
    assert body(document)[1] == BODY


def test_a_table_of_data_stays_a_table(tmp_path: Path) -> None:
    table = "<table><tr><th>Huyện</th><th>Số hộ</th></tr><tr><td>Nam Sơn</td><td>1.204</td></tr></table>"
    ((document,), _) = read_all("a.html", HTML.replace("</article>", f"{table}</article>").encode(), tmp_path)
    assert "Nam Sơn | 1.204" in document.text


# -- PDF -----------------------------------------------------------------------------------------------------------


def make_pdf(lines: list[str], large: Collection[str] = ()) -> bytes:
    """Make a one-page PDF; text goes in as UTF-16 codes with a ToUnicode map that says they are themselves.

    The `large` lines stand in larger letters.
    """
    show = "".join(f"/F1 {18 if line in large else 12} Tf <{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines)
    stream = f"BT /F1 12 Tf 24 TL 50 750 Td\n{show}ET".encode()
    unicode_map = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        b"1 beginbfrange <0000> <ffff> <0000> endbfrange\nendcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
        b" /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(unicode_map), unicode_map),
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


def test_pdf(tmp_path: Path) -> None:
    half = BODY.index("Trần")
    ((page,), _) = read_all("a.pdf", make_pdf([TITLE, "", LEAD, BODY[:half].strip(), BODY[half:]]), tmp_path)
    assert page.title == TITLE
    assert body(page)[-1].endswith(BODY)


@pytest.mark.parametrize("head", ["Lưu hành nội bộ tại tỉnh Bình Hà", "BÌNH HÀ ĐỔI MỚI VÀ PHÁT TRIỂN", "8/3/2022"])
def test_the_headline_of_a_page_is_its_title_whatever_stands_above(head: str, tmp_path: Path) -> None:
    first, second = TITLE[: TITLE.index(" của")], TITLE[TITLE.index("của") :]
    lines = [head, "Ra ngày thứ Ba", first, second, "", LEAD, BODY[:60], BODY[60:]]
    ((page,), _) = read_all("a.pdf", make_pdf(lines, large=(first, second)), tmp_path)
    assert page.title == TITLE
    assert head not in " ".join(body(page)) and LEAD in " ".join(body(page))


@pytest.mark.parametrize(
    ("head", "is_running"),
    [
        ("BẢN TIN BÌNH HÀ", True),
        ("Bản tin công tác tuần của tỉnh Bình Hà - Số 12, tháng 3/2022", True),
        ("Cổng thông tin điện tử tỉnh Bình Hà, thứ Hai ngày 7/3/2022", True),
        ("Báo Bình Hà", True),
        ("Báo cáo giao ban quý I", False),
        ("Báo chí Bình Hà họp giao ban", False),
        ("Báo Bình Hà và sáu cơ quan họp giao ban quý I", False),
    ],
)
def test_the_name_of_a_paper_is_no_title(head: str, is_running: bool, tmp_path: Path) -> None:
    ((page,), _) = read_all("a.pdf", make_pdf([head, "", TITLE, "", LEAD, "", BODY]), tmp_path)
    assert page.title == (TITLE if is_running else head)


def test_heads_and_feet_that_run_through_the_pages_are_left_out() -> None:
    pages = [
        f"Tỉnh Bình Hà {n}\n{TITLE} {n}\n{LEAD}\n{BODY}\nCâu {'abc'[n]}.\nIn tại Bình Hà, bản {n}" for n in (0, 1, 2)
    ]
    kept = without_running_lines(pages)
    assert [line for lines in kept for line in lines if line.startswith(("Tỉnh", "In tại"))] == []
    assert kept[1][-3:] == [LEAD, BODY, "Câu b."]
    assert without_running_lines(pages[:1]) == [pages[0].split("\n")]


def test_pdf_without_text_is_a_scan(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="bản quét"):
        read_all("a.pdf", make_pdf([]), tmp_path)


def test_broken_pdf(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="PDF hỏng"):
        read_all("a.pdf", b"%PDF-1.4\nnothing of the kind", tmp_path)


# -- DOCX ----------------------------------------------------------------------------------------------------------


def make_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(LEAD)
    document.add_paragraph(BODY)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Ngô Thị Lan"
    table.rows[0].cells[1].text = "Giám đốc Sở Tư pháp"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx(tmp_path: Path) -> None:
    ((page,), _) = read_all("a.docx", make_docx(), tmp_path)
    assert page.title == TITLE
    assert body(page)[:2] == [LEAD, BODY]
    assert "Ngô Thị Lan, Giám đốc Sở Tư pháp" in page.text


def test_broken_docx(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="DOCX"):
        read_all("a.docx", make_docx()[:3000], tmp_path)


def test_docx_that_unpacks_without_end(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(DocumentError, match="quá lớn"):
        read_all("a.docx", out.getvalue(), tmp_path)


def test_docx_with_an_entity_bomb(tmp_path: Path) -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx())) as good, zipfile.ZipFile(out, "w") as bad:
        for item in good.infolist():
            content = good.read(item)
            if item.filename == "word/document.xml":
                content = content.replace(b"?>", b"?>" + bomb.encode() + b"]>", 1).replace(LEAD.encode(), b"&a11;")
            bad.writestr(item, content)
    try:
        documents, _ = read_all("a.docx", out.getvalue(), tmp_path)
    except DocumentError:
        return
    assert len(documents[0].text) < 10_000


# -- tables --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(separator: str, tmp_path: Path) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(["id", "Tiêu đề", "Nội dung", "Ngày đăng", "Nguồn"])
    writer.writerow(["1", TITLE, f"{LEAD}\n\n{BODY}", "07/03/2022", "Báo Bình Hà"])
    writer.writerow(["2", "Rỗng", "", "", ""])
    documents, warnings = read_all("a.csv", out.getvalue().encode("utf-8-sig"), tmp_path)
    (page,) = documents
    assert (page.name, page.title, page.source) == ("a.csv#1", TITLE, "Báo Bình Hà")
    assert page.published == dt.date(2022, 3, 7)
    assert body(page) == [LEAD, BODY]
    assert [w.name for w in warnings] == ["a.csv#2"]


def test_csv_with_columns_of_any_name(tmp_path: Path) -> None:
    data = f"x,y\n{TITLE},{json.dumps(LEAD, ensure_ascii=False)}\n".encode()
    documents, _ = read_all("a.csv", data, tmp_path, columns=Columns(title=("x",), text=("y",)))
    assert (documents[0].title, body(documents[0])) == (TITLE, [LEAD])
    with pytest.raises(DocumentError, match="cột"):
        read_all("a.csv", data, tmp_path)


@pytest.mark.parametrize("listed", [False, True])
def test_json(listed: bool, tmp_path: Path) -> None:
    records = [
        {"title": TITLE, "text": f"{LEAD}\n\n{BODY}", "published": "2022-03-07"},
        {"text": LEAD},
        {"text": ""},
        7,
    ]
    lines = json.dumps(records) if listed else "\n".join(map(json.dumps, records)) + "\nnot json\n"
    documents, warnings = read_all("a.jsonl", lines.encode(), tmp_path)
    assert [d.name for d in documents] == ["a.jsonl#1", "a.jsonl#2"]
    assert documents[0].published == dt.date(2022, 3, 7)
    assert len(warnings) == (2 if listed else 3)


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b"1" * 10_000, b"[1, 2, 3]", b'{"x": "y"}'])
def test_json_that_is_no_table(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        read_all("a.json", data, tmp_path)


def test_a_table_is_not_one_document(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\nx\n")
    with pytest.raises(DocumentError, match="nhiều bài"):
        readers.read_document("a.csv", path)


# -- ZIP -----------------------------------------------------------------------------------------------------------


def make_zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


TEXT = f"{TITLE}\n\n{LEAD}\n\n{BODY}\n".encode()


def test_zip(tmp_path: Path) -> None:
    inner = make_zip({"c.txt": TEXT})
    files = {
        "b/x.txt": TEXT,
        "a.docx": make_docx(),
        "__MACOSX/a.txt": TEXT,
        ".x.txt": TEXT,
        "empty.txt": b"",
        "y.exe": TEXT,
        "in.zip": inner,
    }
    documents, warnings = read_all("a.zip", make_zip(files), tmp_path)
    assert [d.name for d in documents] == ["a.zip/a.docx", "a.zip/b/x.txt", "a.zip/in.zip/c.txt"]
    assert [(w.name, w.reason) for w in warnings] == [("a.zip/empty.txt", "tệp trống")]


@pytest.mark.parametrize("name", ["../x.txt", "/etc/x.txt", "a/../../x.txt", "C:x.txt", "..\\x.txt"])
def test_names_that_leave_the_folder(name: str, tmp_path: Path) -> None:
    documents, warnings = read_all("a.zip", make_zip({name: TEXT, "ok.txt": TEXT}), tmp_path)
    assert [d.name for d in documents] == ["a.zip/ok.txt"]
    assert "ngoài thư mục" in warnings[0].reason


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="bất thường"):
        read_all("a.zip", make_zip({"a.txt": b"0" * 19_000_000}), tmp_path)


def test_zip_in_zip_in_zip(tmp_path: Path) -> None:
    data = TEXT
    for _ in range(4):
        data = make_zip({"a.txt": TEXT, "in.zip": data})
    documents, warnings = read_all("a.zip", data, tmp_path)
    assert len(documents) == limits.DEEPEST_NESTING
    assert "lồng" in warnings[0].reason


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "Budget", lambda: limits.Budget(members=3))
    with pytest.raises(DocumentError, match="hơn"):
        read_all("a.zip", make_zip({f"{n}.txt": TEXT for n in range(5)}), tmp_path)


def test_too_much_in_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "Budget", lambda: limits.Budget(unpacked=int(1.5 * len(TEXT))))
    with pytest.raises(DocumentError, match="bung ra"):
        read_all("a.zip", make_zip({f"{n}.txt": TEXT for n in range(5)}), tmp_path)


def test_a_header_that_lies_about_the_size(tmp_path: Path) -> None:
    data = bytearray(make_zip({"a.txt": TEXT, "b.txt": TEXT}))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = (5).to_bytes(4, "little")
    documents, _ = read_all("a.zip", bytes(data), tmp_path)
    assert "a.zip/b.txt" in [d.name for d in documents]


# -- extras --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "library", "make"),
    [
        ("a.html", "trafilatura", lambda: HTML.encode()),
        ("a.pdf", "pypdf", lambda: make_pdf([LEAD])),
        ("a.docx", "docx", make_docx),
    ],
)
def test_a_missing_library_is_named(
    name: str, library: str, make: Callable[[], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'aidu\[{name[2:]}\]'"):
        read_all(name, make(), tmp_path)
    documents, warnings = read_all("a.zip", make_zip({name: make(), "b.txt": TEXT}), tmp_path)
    assert [d.name for d in documents] == ["a.zip/b.txt"]
    assert "pip install" in warnings[0].reason
