"""Offices: what heads one, what ends one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language import offices
from retrieval.language.name_context import Clues
from retrieval.language.names import find_people


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Thứ trưởng Bộ Y tế", "Thứ trưởng"),
        ("nguyên Phó Chủ tịch nước", "nguyên Phó Chủ tịch nước"),
        ("phó Công an xã", "phó"),
        ("PGS.TS Trần", "PGS.TS"),
        ("TT. Thích Thiện", "TT."),
        ("chiến lược gia trưởng", "chiến lược gia trưởng"),
        ("phó thư ký báo chí", "phó thư ký"),
    ],
)
def test_heads(text: str, head: str) -> None:
    match = offices.HEAD.match(text)
    assert match is not None and match.group() == head


@pytest.mark.parametrize(
    "text",
    [
        "chính quyền",
        "Bộ tư lệnh Quân khu",
        "bị cáo buộc",
        "Trung Quốc Vương Nghị",
        "phó mặc",
        "trưởng thành",
        "luật sư này",
        "TT Huế",
    ],
)
def test_no_heads(text: str) -> None:
    assert offices.HEAD.search(text) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Bộ Y tế cho biết", "cho biết"),
        ("Ủy ban nhân dân tỉnh chủ trì", "chủ trì"),
        ("Sở Y tế tại hội nghị", "tại"),
        ("Liên hợp quốc tối qua", "tối"),
        ("quan chức cảnh sát cấp cao về hưu", "về"),
        ("chuyên gia Mỹ về thăm quê", "về"),
        ("giám đốc sở về dự lễ", "về"),
        ("công tố viên cáo buộc", "cáo buộc"),
        ("Chủ tịch Sao Khuê gây bất ngờ", "gây"),
    ],
)
def test_an_office_ends_at_a_verb(text: str, word: str) -> None:
    stop = offices.find_stop(text)
    assert stop is not None and stop.group("stop") == word


@pytest.mark.parametrize(
    "text",
    [
        "Tòa án nhân dân tối cao",
        "Việt Nam tại Mỹ",
        "Ban chỉ đạo 389",
        "Ủy ban về các vấn đề xã hội",
        "nông thôn mới",
        "Phòng không",
        "cố vấn cấp cao về châu Phi",
        "đặc phái viên của Na Uy về nghề cá",
    ],
)
def test_words_of_institutions_end_no_office(text: str) -> None:
    assert offices.find_stop(text) is None


@pytest.mark.parametrize(
    ("before", "after", "joins"),
    [
        ("Giám đốc Sở Kế hoạch", "Đầu tư Trần", True),
        ("Bí thư Tỉnh ủy Bà Rịa", "Vũng Tàu Trần", True),
        ("Sáng nay", "ông", False),
        ("Giám đốc Sở Y tế", "Phó ban chỉ đạo", False),
    ],
)
def test_dashes_within_institutions(before: str, after: str, joins: bool) -> None:
    assert offices.joins_institution(before, after) is joins


def test_ranks_weak_heads_and_trimming() -> None:
    assert offices.is_rank("Thượng tướng") and offices.is_rank("GS.TS") and not offices.is_rank("Bộ trưởng")
    assert offices.is_weak("Đại diện") and not offices.is_weak("Đại diện thường trú")
    assert offices.trim(" , Giám đốc Sở (TP. Huế) và ") == "Giám đốc Sở (TP. Huế)"
    assert offices.heads_body("Phó Tổng Giám đốc") and not offices.heads_body("Thủ tướng")
    assert offices.is_profession("Nhà báo") and not offices.is_profession("Bộ trưởng")


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        ("Chị Lò Thị Mây (31 tuổi, phó chủ tịch phường Sao Mai) kể.", "Lò Thị Mây", "phó chủ tịch phường Sao Mai"),
        ("Ông Trần Bốn, 45 tuổi, giám đốc xưởng gỗ, nói.", "Trần Bốn", "giám đốc xưởng gỗ"),
        ("Ông Lưu Quốc Toản, hiện giữ chức Chủ tịch UBND huyện, cho hay.", "Lưu Quốc Toản", "Chủ tịch UBND huyện"),
        ("Bà Mai Thị Sáu, trợ lý của Thủ tướng Lê Văn Năm, nói.", "Mai Thị Sáu", "trợ lý của Thủ tướng Lê Văn Năm"),
        ("Bà Mai Thị Sáu, một chuyên gia khí hậu, trưởng phòng dự báo, nói.", "Mai Thị Sáu", "trưởng phòng dự báo"),
        ("Hỏi bị cáo Lê Văn Tám, nguyên Phó chủ tịch xã, người trực tiếp ký.", "Lê Văn Tám", "nguyên Phó chủ tịch xã"),
        ("Trưởng đặc khu Sông Lam, bà Ngô Thị Bảy (Anna Ngo) đến dự.", "Ngô Thị Bảy", "Trưởng đặc khu Sông Lam"),
        ("Bắt ông Tạ Văn Mười (nguyên Giám đốc xưởng H.L. K).", "Tạ Văn Mười", "nguyên Giám đốc xưởng H.L. K"),
        ("Hội đàm với người đồng cấp Lào, bà Lò Thị Mây nói.", "Lò Thị Mây", "người đồng cấp Lào"),
    ],
)  # fmt: skip
def test_offices_told_in_an_apposition(text: str, name: str, given: str) -> None:
    person = next(p for p in find_people(text) if p.name == name)
    assert given in person.offices


def test_what_somebody_was_once_is_no_office_of_his() -> None:
    (person,) = find_people("Ông Lưu Quốc Toản, 47 tuổi, từng là Chủ tịch UBND huyện, cho hay.")
    assert not person.offices


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Văn Bốn, 45 tuổi, cho biết giám đốc xưởng gỗ đã đi.",
        "Bà Mai Thị Sáu, vợ của ông Lê Văn Năm, nói.",
        "Ông Nguyễn Sáu, đang làm thủ tục, chờ giám đốc.",
        "Khi được hỏi về quan hệ với thủ tướng sắp nhậm chức, ông Nguyễn Văn Sáu lắc đầu.",
        "Các kiểm sát viên cáo buộc ông Nguyễn Văn Sáu lừa đảo.",
    ],
)
def test_no_office_is_told_in_another_apposition(text: str) -> None:
    assert find_people(text)[0].offices == ()


# Every kind of word that may begin a head, a rank or a word of address, and what may stand around it.
_SAID = (
    "Thứ trưởng", "đ/c", "PGS.TS", "ĐĐ. Thích", "phó Công an", "nữ ca sĩ", "bà", "Bà con", "cảnh sát Nguyễn V",
    "K'Long", "tướng", "trẻ em", "nguyên", "cua-rơ", "A", "(", "_", "-", "’", ",", "H' Hen Niê",
)  # fmt: skip


@given(st.lists(st.sampled_from((*_SAID, " ", " ", " ")), max_size=14).map("".join))
def test_the_words_looked_at_are_all_with_which_heads_ranks_and_words_of_address_begin(text: str) -> None:
    told = [[m.span() for m in matches] for matches in Clues(text).told_by()]
    patterns = (offices.HEAD, offices.RANK, offices.HONORIFIC)
    assert told == [[m.span() for m in pattern.finditer(text)] for pattern in patterns]


def test_every_word_of_the_tables_is_looked_at() -> None:
    for word in (*offices.HEADS, *offices.PROFESSIONS, *offices.RANKS, *offices.HONORIFICS):
        text = f"gặp {word} Nguyễn Văn A"
        told = [[m.span() for m in matches] for matches in Clues(text).told_by()]
        assert told == [[m.span() for m in p.finditer(text)] for p in (offices.HEAD, offices.RANK, offices.HONORIFIC)]


@pytest.mark.parametrize(
    ("text", "offices_told"),
    [
        ("Phó Thủ tướng - Bộ trưởng Bộ Ngoại giao Phạm Bình Minh dự.", ("Phó Thủ tướng", "Bộ trưởng Bộ Ngoại giao")),
        ("Phó Chủ tịch UBND tỉnh – Trưởng ban Lê Văn A dự.", ("Phó Chủ tịch UBND tỉnh", "Trưởng ban")),
        ("Giám đốc Sở Kế hoạch - Đầu tư Lê Văn A dự.", ("Giám đốc Sở Kế hoạch - Đầu tư",)),
    ],
)
def test_a_dash_parts_two_offices_of_one_person(text: str, offices_told: tuple[str, ...]) -> None:
    (person,) = find_people(text)
    assert person.offices == offices_told
