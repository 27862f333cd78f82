"""Files and folders to documents: order, names, front matter, and what cannot be read."""

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.corpus.document import ParagraphKind
from retrieval.corpus.finding import left_out
from retrieval.corpus.readers import find_files, read_bytes, read_document
from retrieval.errors import DocumentError, InputError

from . import pages


def write(folder: Path, name: str, content: str | bytes = pages.PORTAL) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_folder_in_code_point_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "B.txt", "README.md", "a/README.md", ".hidden.txt", ".git/x.txt", "Đ.txt", "x.exe"):
        write(tmp_path, name)
    assert [name for name, _ in find_files([tmp_path])] == ["B.txt", "a/README.md", "a/z.md", "b.txt", "Đ.txt"]


def test_one_file_of_any_name(tmp_path: Path) -> None:
    path = write(tmp_path, "README.md")
    assert find_files([path]) == [("README.md", path)]


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    assert len(find_files([tmp_path, path, tmp_path])) == 1


def test_link_loops_end(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert len(find_files([tmp_path])) == 1


def test_links_are_not_followed_upwards(tmp_path: Path) -> None:
    (tmp_path / "bài" / "trong").mkdir(parents=True)
    (tmp_path / "khác").mkdir()
    for folder in ("khác", "bài/trong", "."):
        (tmp_path / folder / "a.txt").write_text("Ông An chủ trì.", "utf-8")
    (tmp_path / "bài" / "lên").symlink_to(tmp_path)
    (tmp_path / "bài" / "ngang").symlink_to(tmp_path / "khác")
    assert [name for name, _ in find_files([tmp_path / "bài"])] == ["ngang/a.txt", "trong/a.txt"]


def test_a_dangling_link_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere.txt")
    ((name, path),) = find_files([tmp_path])
    with pytest.raises(DocumentError, match="không tìm thấy"):
        read_document(name, path)


def test_a_link_to_itself_is_named_and_the_others_are_found(tmp_path: Path) -> None:
    write(tmp_path, "b.txt")
    (tmp_path / "a.txt").symlink_to("a.txt")
    (name, path), (other, _) = find_files([tmp_path])
    assert other == "b.txt"
    with pytest.raises(DocumentError, match=r"a\.txt: không tìm thấy"):
        read_document(name, path)


def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "kín/b.txt")
    real = os.scandir

    def scandir(path: str) -> Any:
        # Not by its mode: the tests may run as root, who may read everything.
        if str(path).endswith("kín"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = dict(find_files([tmp_path]))
    assert list(found) == ["a.txt", "kín"]
    with pytest.raises(DocumentError, match="không được phép mở thư mục"):
        read_document("kín", found["kín"])


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"khong-co.*đường dẫn"):
        find_files([tmp_path / "khong-co"])


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "trống"), (b" \n\t\n", "trống"), (b"\0\1\2\3" * 50, "nhị phân"), (b"x" * 20_000_001, "20 MB")],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    path = write(tmp_path, "a.txt", content)
    with pytest.raises(DocumentError, match=reason) as caught:
        read_document("a.txt", path)
    assert caught.value.name == "a.txt"


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        read_document("a", tmp_path)


def test_the_text_is_that_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", pages.PORTAL.replace("\n", "\r\n"))
    assert read_document("a.txt", path).text == pages.PORTAL


def test_front_matter() -> None:
    text = "---\ntitle: Họp mặt đầu xuân\npublished: 2022-02-10\nsource: Báo Bình Hà\n---\n\n# Họp mặt đầu xuân\n\n"
    document = read_bytes("a.md", (text + "Sáng 10/2, ông Lê Bình dự buổi họp mặt đầu xuân của tỉnh.\n").encode())
    assert (document.title, document.source) == ("Họp mặt đầu xuân", "Báo Bình Hà")
    assert document.published == dt.date(2022, 2, 10)
    assert [p.kind for p in document.paragraphs] == [ParagraphKind.TITLE, ParagraphKind.BODY]
    assert document.text.startswith(text)


@pytest.mark.parametrize("key", ["published", "date"])
def test_front_matter_with_a_colon_and_a_vietnamese_date(key: str) -> None:
    text = f"---\ntitle: Họp báo: công bố quy hoạch\n{key}: 10/02/2022\n---\nSáng 10/2, tỉnh họp báo về quy hoạch.\n"
    document = read_bytes("a.md", text.encode())
    assert (document.title, document.published) == ("Họp báo: công bố quy hoạch", dt.date(2022, 2, 10))


@pytest.mark.parametrize(
    "block",
    [
        "a: &a [x]\nb: &b [*a, *a]\ntitle: [*b, *b]",
        "title: " + "[" * 5000,
        "{{{",
        "- 1\n- 2",
        "published: 9999-99-99",
        "? !!python/object:os.system",
        "title: !!int ''",
        "title: !!bool foo",
        "published: !!timestamp abc",
        "title: 0x" + "f" * 4500,
    ],
)
def test_bad_front_matter_is_no_crash(block: str) -> None:
    text = f"---\n{block}\n---\n\nSáng 10/2, tỉnh Bình Hà họp báo công bố quy hoạch của cả vùng.\n"
    document = read_bytes("a.md", text.encode())
    assert "họp báo" in document.text[document.paragraphs[-1].start :]


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.bin"]))
def test_any_bytes_give_a_document_or_a_reason(data: bytes, name: str) -> None:
    try:
        document = read_bytes(name, data)
    except DocumentError as error:
        assert error.name == name
        assert error.reason
    else:
        assert document.paragraphs


@given(
    st.text(alphabet='aăĐđ .,:;\n#*-[]()"“”…/0123456789ABCÀÁ\t\u0301', max_size=400), st.sampled_from(["a.txt", "a.md"])
)
def test_paragraphs_are_slices_in_order(text: str, name: str) -> None:
    try:
        document = read_bytes(name, text.encode())
    except DocumentError:
        return
    position = 0
    for paragraph in document.paragraphs:
        assert position <= paragraph.start < paragraph.end <= len(document.text)
        assert document.text[paragraph.start : paragraph.end].strip()
        position = paragraph.end


def test_what_a_folder_holds_beside_reports_is_counted_by_suffix(tmp_path: Path) -> None:
    for name in ("a.txt", "b.DOC", "c.doc", "con/d.doc", "e", "f.png", ".DS_Store", ".ẩn/g.doc", "Trang_files/h.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "lại").symlink_to(tmp_path / "con")
    assert left_out([tmp_path, tmp_path]) == {".doc": 3, "": 1, ".png": 1}
    assert left_out([tmp_path / "b.DOC"]) == {}
