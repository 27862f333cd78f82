"""Names that no report has are noticed without capitals or accents; everyday words are not taken for any."""

import pytest

from retrieval import Library, Status
from retrieval.answering.spelling.unseen_names import Typed, family_name, name_runs

# Pairs of small letters in the reports of the tests below, with and without accents.
USUAL = {("vi", "phạm"), ("chỉ", "đạo"), ("chỉ", "trích"), ("hồ", "sơ"), ("lê", "dân"), ("bên", "lề"), ("trao", "quà"),
         ("hội", "nghị"),         ("rà", "soát"), ("lãnh", "đạo"), ("đương", "nhiệm"), ("đỗ", "xe")}  # fmt: skip


def names_in(text: str, *, bare: bool = False, accented: str = "") -> list[str]:
    typed, meant = text.split(), (accented or text).split()
    words = [
        Typed(t.strip(",?"), m.strip(",?"), i > 0 and typed[i - 1].endswith(","))
        for i, (t, m) in enumerate(zip(typed, meant, strict=True))
    ]
    runs = name_runs(words, lambda a, b: (a, b) in USUAL, lambda word: word == "vinamilk", bare=bare)
    return [" ".join(w.low for w in words[first:end]) for first, end in runs]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ông phạm quốc tuấn có dự hội nghị không", "phạm quốc tuấn"),
        ("bộ trưởng công thương tô đình lộc nói gì", "tô đình lộc"),  # words between the office and the name
        ("đô đốc tôn hải triều bên lề hội nghị nói gì", "tôn hải triều"),  # the next phrase begins
        ("nguyễn thị hà giữ chức gì", "nguyễn thị hà"),
        ("helen brooks có đến không", "helen brooks"),
        ("ông hiroshi mai của vinamilk dự gì", "hiroshi mai"),
    ],
)
def test_name_is_noticed(question: str, name: str) -> None:
    assert names_in(question) == [name]


@pytest.mark.parametrize(
    "question",
    [
        "ai vi phạm quy định ở hội nghị",  # the end of another word
        "ai chỉ đạo hội nghị",
        "ông nộp hồ sơ ở đâu",  # a family name, and a usual phrase
        "cao bao nhiêu mét",
        "ông tập chỉ trích ai",
        "vinamilk trao quà cho ai",
        "thủ tướng dự hội nghị, lê thì đắt",
    ],
)
def test_everyday_words_are_no_name(question: str) -> None:
    assert names_in(question) == []


@pytest.mark.parametrize(
    ("typed", "accented", "names"),
    [
        ("ong pham quoc tuan co du hoi nghi khong", "ông phạm quốc tuấn có dự hội nghị không", ["pham quoc tuan"]),
        ("ong do dinh loc co du khong", "ông đo đình lộc có dự không", ["do dinh loc"]),  # right after "ông"
        ("thu tuong giao ai dao duong", "thủ tướng giao ai đào đường", []),
        ("bo truong chi dao ra soat gi", "bộ trưởng chỉ đạo rà soát gì", []),
        ("lanh dao duong nhiem nao du", "lãnh đạo đương nhiệm nào dự", []),
        ("ba to bao dang tin gi", "bà tờ báo đăng tin gì", []),
        ("nguoi dan do xe o dau", "người dân đỗ xe ở đâu", []),
    ],
)
def test_without_accents(typed: str, accented: str, names: list[str]) -> None:
    assert names_in(typed, bare=True, accented=accented) == names


def test_family_name_of_bare_letters() -> None:
    assert [family_name(bare) for bare in ("nguyen", "le", "to", "khong")] == ["Nguyễn", "Lê", "Tô", ""]


WAYS = (
    "Ông {} có dự lễ khánh thành Thư viện tỉnh Sao Mai không?",
    "ông {} có dự lễ khánh thành thư viện tỉnh sao mai không?",
    "ÔNG {} CÓ DỰ LỄ KHÁNH THÀNH THƯ VIỆN TỈNH SAO MAI KHÔNG?",
    "Ong {} co du le khanh thanh Thu vien tinh Sao Mai khong?",
    "ong {} co du le khanh thanh thu vien tinh sao mai khong?",
)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        *((n, "Đỗ Hữu Lượng") for n in (0, 1)), (2, "ĐỖ HỮU LƯỢNG"), (3, "Do Huu Luong"), (4, "do huu luong"),
        (1, "peter hawkins"), (4, "peter hawkins"),
    ],
)  # fmt: skip
def test_of_somebody_unknown_nothing_is_said(library: Library, number: int, name: str) -> None:
    answer = library.ask(WAYS[number].format(name))
    assert answer.status is Status.NOT_FOUND, answer.text


@pytest.mark.parametrize(
    ("number", "name"),
    [(0, "Trần Văn Bình"), (1, "trần văn bình"), (2, "TRẦN VĂN BÌNH"), (3, "Tran Van Binh"), (4, "tran van binh"),
     (1, "kenji tanaka"), (4, "kenji tanaka")],
)  # fmt: skip
def test_who_is_known_is_answered_about(library: Library, number: int, name: str) -> None:
    answer = library.ask(WAYS[number].format(name))
    assert [item.text for item in answer.items] == ["có"], answer.text
