"""What is taken from a page and what is left: whole pages of each layout."""

import datetime as dt
import unicodedata

import pytest

from retrieval.corpus.cleaning import FrontMatter, clean, plain_title
from retrieval.corpus.document import Document, ParagraphKind
from retrieval.errors import DocumentError

from . import pages


def parts(document: Document, kind: ParagraphKind) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs if p.kind is kind]


def test_portal_page() -> None:
    page = clean("a.txt", pages.PORTAL)
    assert page.title == "Hội nghị trực tuyến toàn tỉnh về chuyển đổi số năm 2022"
    assert page.published == dt.date(2022, 3, 7)
    assert page.source == "Trung tâm Truyền thông Bình Hà"
    body = parts(page, ParagraphKind.BODY)
    assert [b[:13] for b in body] == ["Sáng 7/3, Ủy ", "Dự hội nghị c", "Phát biểu tại"]
    assert body[1].endswith("Chủ tịch tỉnh.")
    assert parts(page, ParagraphKind.CAPTION) == [
        "Toàn cảnh hội nghị tại điểm cầu Sở\nTT&TT",
        "Các đại biểu theo dõi hội nghị tại điểm cầu huyện Nam Sơn",
    ]


def test_teasers_are_not_of_this_page() -> None:
    page = clean("a.txt", pages.TEASERS)
    assert page.title == "Khai trương thư viện số của tỉnh"
    assert page.published == dt.date(2023, 11, 14)
    kept = " ".join(page.text[p.start : p.end] for p in page.paragraphs)
    assert "Ngô Thị Lan" in kept
    assert "Vũ Văn Kha" not in kept
    assert "Phan Văn" not in kept
    assert "Minh Đức" not in kept


def test_teasers_without_any_heading_are_not_of_this_page() -> None:
    page = clean("a.txt", pages.TEASERS.replace("Minh Đức   • Từ khóa\n", "").replace("./.", "."))
    assert "Vũ Văn Kha" not in " ".join(page.text[p.start : p.end] for p in page.paragraphs)


def test_menu_before_the_title() -> None:
    page = clean("a.txt", pages.MENU_FIRST)
    assert page.title == "Đoàn thanh niên tổng kết chiến dịch tình nguyện hè"
    assert page.source == "baobinhha.vn"
    assert page.published is None
    assert len(parts(page, ParagraphKind.BODY)) == 2
    assert len(parts(page, ParagraphKind.CAPTION)) == 1


def test_text_collection() -> None:
    page = clean("a.txt", pages.COLLECTION)
    assert page.title == "Trao học bổng cho sinh viên nghèo vượt khó"
    body = parts(page, ParagraphKind.BODY)
    assert body[1].endswith("ở TP.\nHCM và Cần Thơ.")
    assert "Niềm vui ngày khai trường" in body
    assert "Hải Yến" not in body
    assert [c[:20] for c in parts(page, ParagraphKind.CAPTION)] == ["Ông Phạm Quốc Việt t", "Các nhà tài trợ (hàn"]


def test_a_title_before_a_name_does_not_end_a_line() -> None:
    text = (
        "Tọa đàm về sốt mùa hè\n\nSáng 3/5/2021, dự tọa đàm về sốt mùa hè ở Vinh Giang có TS.BS.\n"
        "Lê Thị Mơ và KTS.\nVũ Văn Nam.\nÔng Đỗ Văn Kha vừa được phong tặng danh hiệu NSND.\n"
        "Theo ban tổ chức, năm sau tọa đàm sẽ có thêm nhiều người tới nghe."
    )
    body = parts(clean("a.txt", text), ParagraphKind.BODY)
    assert body[0].endswith("có TS.BS.\nLê Thị Mơ và KTS.\nVũ Văn Nam.")
    assert [b[:10] for b in body[1:]] == ["Ông Đỗ Văn", "Theo ban t"]


def test_a_box_of_links_does_not_end_the_article() -> None:
    page = clean("a.txt", pages.BOX_IN_THE_MIDDLE)
    body = parts(page, ParagraphKind.BODY)
    assert len(body) == 3
    assert "Hoàng Minh Trí" in body[1]
    assert body[2].startswith("Theo thỏa thuận")


def test_buttons_under_the_lead_do_not_end_the_article() -> None:
    title, lead, rest = pages.BOX_IN_THE_MIDDLE.replace("Tin liên quan", "Chia sẻ").split("\n\n", 2)
    more = rest.split("\n\n", 1)[1].replace("\n\nLê Bình", f"\n\n{lead}\n\nLê Bình")
    page = clean("a.txt", f"{title}\n\n{lead}\n\nFacebook\nTwitter\nBình luận 0\n\n{more}")
    assert len(parts(page, ParagraphKind.BODY)) == 4


def test_comments_of_readers_are_not_of_the_article() -> None:
    comment = (
        "Tôi rất đồng tình với bài viết này và mong các trường đại học khác cũng làm như vậy trong những năm tới đây."
    )
    page = clean("a.txt", f"{pages.BOX_IN_THE_MIDDLE.split('Lê Bình')[0]}Bình luận (2)\n\n{comment}\n\n{comment}\n")
    assert comment not in [page.text[p.start : p.end] for p in page.paragraphs]


def test_a_page_without_blank_lines() -> None:
    lines = [line for line in pages.MENU_FIRST.split("\n") if line.strip()]
    page = clean("a.txt", "\n".join(lines))
    assert page.title == "Đoàn thanh niên tổng kết chiến dịch tình nguyện hè"
    assert len(parts(page, ParagraphKind.BODY)) == 2


def test_the_same_title_twice() -> None:
    page = clean(
        "a.txt", "Tỉnh họp báo quý I năm 2022\nTỉnh họp báo quý I năm 2022\n\n" + pages.COLLECTION.split("\n\n", 1)[1]
    )
    assert page.title == "Tỉnh họp báo quý I năm 2022"
    assert parts(page, ParagraphKind.BODY)[0].startswith("Sáng 12/9")


def test_wrapped_text_is_one_paragraph() -> None:
    wrapped = """Họp mặt cựu học sinh

Chủ nhật vừa qua, trường Trung học phổ thông Nam Sơn tổ chức họp mặt cựu học
sinh nhiều khóa. Dự buổi họp mặt có thầy Nguyễn Hữu Phước, hiệu trưởng nhà
trường và hơn hai trăm cựu học sinh.
"""
    page = clean("a.txt", wrapped)
    assert len(parts(page, ParagraphKind.BODY)) == 1


def test_list_items_stay_apart() -> None:
    page = clean(
        "a.txt",
        "Chương trình hội nghị năm 2022\n\nHội nghị gồm các nội dung sau đây, diễn ra trong cả ngày làm việc:\n"
        "- Khai mạc lúc 8 giờ;\n- Thảo luận tổ;\n- Bế mạc.\n",
    )
    assert len(parts(page, ParagraphKind.BODY)) == 4


def test_a_programme_keeps_its_days() -> None:
    page = clean(
        "a.txt",
        "Chương trình đại hội\n\nĐại hội diễn ra trong hai ngày tại hội trường của tỉnh với các nội dung chính sau.\n\n"
        "Ngày 14/12/2021\n\nKhai mạc đại hội lúc 8 giờ với sự tham dự của 300 đại biểu chính thức từ các huyện.\n",
    )
    assert "Ngày 14/12/2021" in " ".join(page.text[p.start : p.end] for p in page.paragraphs)
    assert page.published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ngày đăng: 05/06/2022", dt.date(2022, 6, 5)),
        ("2022-06-05T08:00:00+07:00", dt.date(2022, 6, 5)),
        ("Hôm qua trời mưa 05/06/2022 ở nhiều nơi", None),
    ],
)
def test_date_under_the_title(line: str, day: dt.date | None) -> None:
    title, rest = pages.COLLECTION.split("\n\n", 1)
    assert clean("a.txt", f"{title}\n{line}\n\n{rest}").published == day


def test_the_day_of_publication_goes_before_the_last_change() -> None:
    title, rest = pages.COLLECTION.split("\n\n", 1)
    page = clean("a.txt", f"{title}\nCập nhật: 09/06/2022\nNgày đăng: 05/06/2022\n\n{rest}")
    assert page.published == dt.date(2022, 6, 5)


def test_the_date_of_a_teaser_is_not_the_pages() -> None:
    page = clean("a.txt", pages.COLLECTION + "\nTin khác\n\nKhai trương chợ nổi\n05/06/2022 08:00\n")
    assert page.published is None


def test_a_dateline_stays_and_names_the_source() -> None:
    page = clean(
        "a.txt", "Bình Hà họp báo\n\n(Binhha.gov.vn) - Sáng 7/3, tỉnh họp báo công bố kế hoạch năm tới của ngành.\n"
    )
    assert page.source == "Binhha.gov.vn"
    assert parts(page, ParagraphKind.BODY)[0].startswith("(Binhha.gov.vn) - Sáng 7/3")


def test_one_sentence_is_a_body_without_title() -> None:
    page = clean("a.txt", "Sáng 7/3, ông Lê Bình dự họp tại Nam Sơn.")
    assert page.title == ""
    assert parts(page, ParagraphKind.BODY) == ["Sáng 7/3, ông Lê Bình dự họp tại Nam Sơn."]


def test_markdown() -> None:
    text = "# Hội nghị **mùa xuân** của [tỉnh](https://a.vn)\n\nSáng 7/3, ông *Lê Bình* dự hội nghị tại xã Nam Sơn.\n"
    page = clean("a.md", text, markdown=True)
    assert page.title == "Hội nghị mùa xuân của tỉnh"
    assert parts(page, ParagraphKind.TITLE) == ["Hội nghị **mùa xuân** của [tỉnh](https://a.vn)"]


def test_front_matter_goes_first() -> None:
    front = FrontMatter(title="Tên khác", published=dt.date(2020, 1, 2), source="Báo Nhà")
    page = clean("a.md", pages.PORTAL, front)
    assert (page.title, page.published, page.source) == ("Tên khác", dt.date(2020, 1, 2), "Báo Nhà")


def test_plain_title() -> None:
    assert plain_title("##  Một   **tên** `dài`") == "Một tên dài"
    assert plain_title("Hội nghị #5 của C++") == "Hội nghị #5 của C++"


@pytest.mark.parametrize(
    "line", ["(" * 3_000_000, "( " * 50_000, "=" * 60 + " * " + "=" * 60, "😀" * 5000, "-(" * 5000 + "hết", "“" * 100]
)
def test_a_long_line_of_marks_is_no_text(line: str) -> None:
    page = clean(
        "a.txt", f"Đồng chí Trần Văn Bình chủ trì hội nghị tại Nam Định.\n{line}\nHội nghị bế mạc chiều 6/3/2022.\n"
    )
    kept = [page.text[p.start : p.end] for p in page.paragraphs]
    assert kept == ["Đồng chí Trần Văn Bình chủ trì hội nghị tại Nam Định.", "Hội nghị bế mạc chiều 6/3/2022."]


@pytest.mark.parametrize(
    "line",
    [
        "Chủ trì: đồng chí Trần Văn Bình" + "." * 300 + "Bí thư Tỉnh ủy",
        "Họ và tên đại biểu: " + "…" * 150,
        unicodedata.normalize("NFD", "Uỷ viên Trung ương Đảng, Bộ trưởng Bộ Ngoại giao chủ trì hội nghị. " * 3),
        "1/2/2022; " * 30,
    ],
)
def test_leaders_forms_and_decomposed_letters_are_text(line: str) -> None:
    page = clean("a.txt", f"Đồng chí Trần Văn Bình chủ trì hội nghị tại Nam Định.\n\n{line}\n\nHội nghị bế mạc.\n")
    assert line.strip() in [page.text[p.start : p.end] for p in page.paragraphs]


def test_a_paragraph_as_long_as_a_book_is_read_in_pieces_and_a_longer_one_refused() -> None:
    sentence = "Sáng 1/2/2022, ông Phan Văn Mãi chủ trì họp báo tại Hà Nội. "
    book = sentence * (400_000 // len(sentence))
    pieces = parts(clean("a.txt", book), ParagraphKind.BODY)
    assert " ".join(pieces) == book.strip()
    assert all(2_500 <= len(piece) <= 5_000 and piece.endswith(".") for piece in pieces[:-1])
    with pytest.raises(
        DocumentError, match=r"^a\.txt: có một đoạn dài 4\d{5} ký tự \(nhiều nhất 400000\); hãy ngắt dòng"
    ):
        clean("a.txt", book + sentence)


@pytest.mark.parametrize("long", ["A.B." * 8_000, "hội nghị " * 4_000])
def test_a_long_paragraph_without_sentences_is_cut_at_words_or_anywhere(long: str) -> None:
    pieces = parts(clean("a.txt", f"Hội nghị\n\n{long}"), ParagraphKind.BODY)
    assert "".join(pieces).replace(" ", "") == long.replace(" ", "")
    assert max(map(len, pieces)) <= 5_000
