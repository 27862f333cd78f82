"""RTF, OpenDocument, mails and saved pages, on files made here."""

from __future__ import annotations

import base64
import datetime as dt
import unicodedata
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from retrieval.errors import DocumentError

from .test_formats import BODY, HTML, LEAD, TITLE, body, make_docx, make_zip, read_all

_ODT_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
)
_ODT_TABLE = "".join(
    f"<table:table-row><table:table-cell><text:p>{a}</text:p></table:table-cell>"
    f"<table:table-cell><text:p>{b}</text:p></table:table-cell></table:table-row>"
    for a, b in (("Lò Thị Sen", "Giám đốc Sở Y tế"), ("Vi Văn Núi", "Chánh Văn phòng"))
)
_ODT_TEXT = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    f'<text:p text:style-name="P1">{TITLE}</text:p><text:p>{LEAD.replace(" ", "<text:s/>", 3)}'
    "<text:note>Ghi chú ở chân trang</text:note></text:p>"
    f"<text:p>{BODY}</text:p><text:tracked-changes><text:p>Câu đã xóa</text:p></text:tracked-changes>"
    f"<table:table>{_ODT_TABLE}</table:table>"
)


def make_odt(text: str = _ODT_TEXT, before: str = "") -> bytes:
    content = f'<?xml version="1.0" encoding="UTF-8"?>{before}{_ODT_HEAD}{text}</office:document-content>'
    return make_zip(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode(), "META-INF/x": b""}
    )


def _rtf(text: str) -> str:
    """Write letters beyond ASCII as Word does: a number, and a question mark for programs that know no numbers."""
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}\\'3f" for c in text)


RTF = (
    "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset163 Arial;}}"
    "{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}{\\*\\generator Word}"
    f"{{\\header {_rtf('Đầu trang')}\\par}}{{\\pict\\wmetafile8 {'0f' * 200}}}\n"
    f"\\pard {{\\b {_rtf(TITLE)}}}\\par\n{_rtf(LEAD)}\\par\n{_rtf(BODY)}\\par\n"
    "{\\field{\\*\\fldinst{HYPERLINK \"https://x.vn\"}}{\\fldrslt Xem th\\'eam}}{\\f1  \\'f0\\'e2y}\\par}"
).encode("ascii")


def test_rtf(tmp_path: Path) -> None:
    ((document,), warnings) = read_all("a.rtf", RTF, tmp_path)
    assert (document.title, warnings) == (TITLE, [])
    assert document.text.split("\n\n")[:4] == [TITLE, LEAD, BODY, "Xem thêm đây"]


def test_rtf_in_the_code_page_of_windows_for_vietnamese_and_under_another_name(tmp_path: Path) -> None:
    said = "Ông Đông Ưng có dư\u0323 họp."  # a letter and its tone, where the code page has no letter for both
    coded = "".join(f"\\'{b:02x}" if b > 127 else chr(b) for b in said.replace("ọ", "o\u0323").encode("cp1258"))
    source = f"{{\\rtf1\\ansi\\ansicpg1258 {coded}\\par {_rtf(LEAD)}\\par {_rtf(BODY)}\\par}}"
    ((document,), _) = read_all("a.doc", source.encode(), tmp_path)
    assert unicodedata.normalize("NFC", document.text).startswith("Ông Đông Ưng có dự họp.")
    assert BODY in document.text


@pytest.mark.parametrize(("page", "charset"), [("1258", "cp1258"), ("65001", "utf-8"), ("1252", "utf-8")])
def test_rtf_with_letters_that_are_not_escaped(page: str, charset: str, tmp_path: Path) -> None:
    source = f"{{\\rtf1\\ansi\\ansicpg{page} ".encode() + "Ông Đông Ưng có họp.".replace("ọ", "o\u0323").encode(charset)
    ((document,), _) = read_all("a.rtf", source + f"\\par {_rtf(LEAD)}\\par {_rtf(BODY)}}}".encode(), tmp_path)
    assert unicodedata.normalize("NFC", document.text).startswith("Ông Đông Ưng có họp.") and BODY in document.text


@pytest.mark.parametrize("name", ["a.rtf", "a.eml", "a.txt"])
def test_a_mark_or_blank_lines_before_rtf_and_mails(name: str, tmp_path: Path) -> None:
    for data in (RTF, MAIL):
        text = data.decode()
        for written in (b"\xef\xbb\xbf" + data, b"\r\n \n" + data, text.encode("utf-16"), text.encode("utf-16-le")):
            documents, _ = read_all(name, written, tmp_path)
            assert documents[0].title == TITLE and BODY in documents[0].text


def test_odt(tmp_path: Path) -> None:
    ((document,), warnings) = read_all("a.odt", make_odt(), tmp_path)
    assert (document.title, warnings) == (TITLE, [])
    assert document.text.split("\n\n") == [
        TITLE, LEAD, BODY, "Lò Thị Sen, Giám đốc Sở Y tế", "Vi Văn Núi, Chánh Văn phòng"
    ]  # fmt: skip


def _mail() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Phòng Báo chí <bao-chi@binhha.vn>"
    mail["Subject"] = f"Fwd: {TITLE}"
    mail["Date"] = "Mon, 07 Mar 2022 10:53:00 +0700"
    mail.set_content(f"{LEAD}\n\n{BODY}\n")
    mail.add_alternative(HTML, subtype="html")
    mail.add_attachment(make_docx(), maintype="application", subtype="msword", filename="../Thông cáo.docx")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    return mail


MAIL = _mail().as_bytes()


def _mht() -> bytes:
    mail = MIMEMultipart("related", type="text/html")
    mail["From"] = "<Saved by Blink>"
    mail["Subject"] = "Trang"
    mail.attach(MIMEText(HTML, "html", "utf-8"))
    mail.attach(MIMEText("p {color: red}", "css"))
    return mail.as_bytes()


MHT = _mht()


def test_a_mail_is_its_text_and_what_is_attached(tmp_path: Path) -> None:
    ((mail, attached), warnings) = read_all("thư.eml", MAIL, tmp_path)
    assert warnings == []
    assert (mail.name, mail.title, mail.published) == ("thư.eml", TITLE, dt.date(2022, 3, 7))
    assert body(mail)[-1] == BODY
    assert attached.name == "thư.eml/Thông cáo.docx" and BODY in attached.text


def test_a_mail_that_only_brings_a_file(tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["Subject"] = "Tin"
    outer.set_content("\n")
    outer.add_attachment(_mail())
    documents, _ = read_all("b.eml", outer.as_bytes(), tmp_path)
    assert [d.name for d in documents] == ["b.eml/1.eml", "b.eml/1.eml/Thông cáo.docx"]


def test_a_page_saved_with_its_pictures(tmp_path: Path) -> None:
    for name in ("a.mht", "a.txt"):
        ((page,), _) = read_all(name, MHT, tmp_path)
        assert (page.title, page.published, page.source) == (TITLE, dt.date(2022, 3, 7), "Báo Bình Hà")
        assert body(page)[:2] == [LEAD, BODY]


def test_a_mail_in_another_charset_and_with_a_long_head(tmp_path: Path) -> None:
    head = b"".join(b"Received: from may%d\r\n" % n for n in range(300))
    coded = base64.encodebytes(f"{LEAD}\n\n{BODY}".encode("utf-16"))
    kind = b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    ((mail,), _) = read_all("a.eml", head + kind + coded, tmp_path)
    assert BODY in mail.text and mail.published is None


@pytest.mark.parametrize(
    ("subject", "read"),
    [
        ("Tin Bình Hà".encode(), "Tin Bình Hà"),
        ("Tin Đông Ưng".encode("cp1258"), "Tin Đông Ưng"),
        ("=?utf-8?q?Tin_B=C3=ACnh?= Hà".encode(), "Tin Bình Hà"),
        (b"=?unknown-8bit?q?Tin?=", "Tin"),
        (b"=?utf-8?b?A?= Tin", "=?utf-8?b?A?= Tin"),
        (b"=?idna?q?abc..x?=", "abc..x"),
        (b"=?a\0b?q?Tin?=", "Tin"),
    ],
)
def test_a_subject_in_any_charset_or_none(subject: bytes, read: str, tmp_path: Path) -> None:
    head = b"MIME-Version: 1.0\nDate: =?foo?b?A?=\nContent-Type: text/plain; charset=idna\nSubject: " + subject
    text = f"{LEAD}\n\n{BODY}".encode()
    ((mail,), _) = read_all("a.eml", head + b"\n\n" + text, tmp_path)
    assert (unicodedata.normalize("NFC", mail.title), body(mail)[-1]) == (read, BODY)


@pytest.mark.parametrize("told", ["; boundary=khac", "", '; boundary="y', "; boundary=y"])
@pytest.mark.parametrize("within", [False, True])
def test_a_boundary_that_is_not_the_one_told_loses_no_mail(told: str, within: bool, tmp_path: Path) -> None:
    mail = f"MIME-Version: 1.0\nSubject: Tin\nContent-Type: multipart/mixed{told}\n\n--y\nContent-Type: text/plain\n\n"
    mail += f"{LEAD}\n\n{BODY}\n--y--\n"
    if within:
        head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n"
        mail = f"{head}{mail}\n--x--\n"
    documents, warnings = read_all("a.eml", mail.encode(), tmp_path)
    assert [BODY in d.text and "--y" not in d.text for d in documents] == [True] and not warnings


def test_a_mail_in_parts_without_any_is_its_text(tmp_path: Path) -> None:
    head = "MIME-Version: 1.0\nSubject: Tin\nContent-Type: multipart/mixed; boundary=y\n\n"
    ((mail,), warnings) = read_all("a.eml", f"{head}{LEAD}\n\n{BODY}\n".encode(), tmp_path)
    assert BODY in mail.text and not warnings


def test_a_broken_name_loses_no_attached_file(tmp_path: Path) -> None:
    parts = [
        b'Content-Disposition: attachment; filename="=?foo?q?a.txt?="',
        'Content-Disposition: attachment; filename="Tệp.txt"'.encode(),
        b"Content-Disposition: attachment; filename*=a\0b''c.txt",
        b"Content-Type: message/rfc822\n\nSubject: =?utf-8?b?A?=\nContent-Type: text/plain; charset=a\0b",
    ]
    between = b"\n\n" + f"{LEAD}\n\n{BODY}".encode() + b"\n--x\n"
    data = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n" + between.join([*parts, b""])
    documents, warnings = read_all("a.eml", data, tmp_path)
    assert [d.name for d in documents] == ["a.eml", "a.eml/a.txt", "a.eml/Tệp.txt", "a.eml/3.eml"] and not warnings


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.rtf", b"{\\rtf1 " + b"{" * 2_000, "RTF lồng quá sâu"),
        ("a.rtf", b"{\\rtf1{\\pict 0102}}", "RTF không có chữ"),
        ("a.rtf", b"{\\rtf1 " + b"\\par \\u273?ng" * 400_000 + b"}", "RTF lớn hơn 5 MB, chưa kể ảnh"),
        ("a.odt", make_odt(before="<!DOCTYPE x [<!ENTITY a 'ha'>]>"), "ODT hỏng"),
        ("a.odt", make_odt("<text:p> </text:p>"), "ODT không có chữ"),
        ("a.odt", make_odt()[:300], "ODT hỏng"),
        ("a.odt", make_odt("<x>" + " " * 3_000_000), "ODT bung ra quá lớn"),
        ("a.eml", b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x--", "trống"),
        (
            "a.eml",
            b"MIME-Version: 1.0\r\nContent-Type: text/x; boundary=x\r\n\r\n" + b"boundary=" * 200,
            "quá nhiều phần",
        ),
        ("a.eml", b"MIME-Version: 1.0\nContent-Type: text/plain\n\n" + b"ab\n" * 500_000, "quá nhiều dòng"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=said) as caught:
        read_all(name, data, tmp_path)
    assert caught.value.name == name and caught.value.english != caught.value.reason
