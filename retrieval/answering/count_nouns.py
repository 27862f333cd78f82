"""What a "how many" question counts, and how well the thing that a number in a report counts is that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering import cues
from retrieval.answering.matching import share
from retrieval.answering.question import Question
from retrieval.answering.view import Words, tokens
from retrieval.language.counted import COUNTED_LONG, word_table
from retrieval.language.normalize import fold

# Measures as they are asked for, and as reports write them (bare letters).
_UNITS = {
    "met": ("m", "met"), "m": ("m", "met"), "km": ("km", "cay", "kilomet"), "cay so": ("km",), "ki lo met": ("km",),
    "ha": ("ha", "hecta", "hec"), "hec ta": ("ha", "hecta"), "kg": ("kg", "ky"), "tan": ("tan",),
    "met vuong": ("m2", "m²", "met vuong"), "met khoi": ("m3", "m³", "met khoi"), "lit": ("lit",), "mw": ("mw",),
}  # fmt: skip
# What a question counts, and what the report may call it (bare letters). The question's own word fits best.
SAME_THINGS: dict[str, tuple[str, ...]] = {
    "nuoc": ("quoc gia", "nen kinh te"), "quoc gia": ("nuoc",), "em": ("hoc sinh", "thi sinh", "chau", "tre"),
    "hoc sinh": ("em", "thi sinh"), "dan": ("nguoi dan", "nguoi"), "nguoi dan": ("nguoi", "dan"),
    "linh": ("quan", "binh si", "quan nhan", "chien si", "binh linh"), "binh si": ("linh", "quan", "chien si"),
    "du luat": ("du an luat", "luat", "dao luat"), "du an luat": ("du luat", "luat"), "o to": ("xe hoi", "xe"),
    "xe hoi": ("o to",), "khach": ("hanh khach", "du khach", "luot khach", "khach hang"), "canh sat": ("cong an",),
    "hanh khach": ("khach",), "luot khach": ("luot hanh khach", "hanh khach", "khach"), "du khach": ("khach",),
    "tinh thanh": ("tinh", "dia phuong", "tinh thanh pho"), "cong ty": ("doanh nghiep",), "doanh nghiep": ("cong ty",),
    "bai tham luan": ("tham luan", "bao cao"), "tham luan": ("bai tham luan", "bao cao"), "phieu": ("la phieu",),
    "van dong vien": ("vdv", "nguoi chay"), "phan qua": ("suat qua",), "gia dinh": ("ho", "ho dan"),
    "nan nhan": ("nguoi",), "cong an": ("canh sat", "chien si"), "ho dan": ("ho", "gia dinh"), "tac pham": ("bai",),
    "can nha": ("nha", "ngoi nha", "can"), "lao dong": ("cong nhan", "nguoi lao dong"), "sinh vien": ("ban tre",),
}  # fmt: skip
OTHER_WORD = 0.9  # what a match by another word of `SAME_THINGS` is worth beside the question's own


def counts(noun: Sequence[str], counted: str, unit: str, asked_unit: str) -> float | None:
    """Return how well a counted phrase is the noun asked for, by that word or by another that counts the same."""
    best = _noun_match(noun, counted, unit, asked_unit)
    for length in (3, 2, 1):
        others = SAME_THINGS.get(" ".join(noun[:length]), ()) if len(noun) >= length and not asked_unit else ()
        for other in others:
            found = _noun_match([*other.split(), *noun[length:]], counted, unit, asked_unit)
            if found is not None and (best is None or OTHER_WORD * found > best):
                best = OTHER_WORD * found
        if others:
            break
    return best


_SCALES = frozenset(("trieu", "ty", "ti", "nghin", "ngan", "tram", "chuc"))
_AFTER_NOUN = frozenset(
    [
        "đã",
        "được",
        "có",
        "ở",
        "tại",
        "trong",
        "để",
        "cho",
        "tham",
        "dự",
        "đến",
        "tới",
        "về",
        "bị",
        "vào",
        "với",
        "sẽ",
        "của",
        "từ",
        "khi",
        "là",
        "diễn",
        "trên",
        "nhân",
        "thì",
        "mà",
        "đang",
        "cùng",
    ]
)
_AFTER_NOUN_FOLDED = frozenset(fold(w) for w in _AFTER_NOUN)


def asked_noun(question: Question) -> list[str]:
    """Return the tokens of the noun that is counted: what follows "bao nhiêu", else what follows "số" before it."""
    after = _noun_from(question, question.cue[1], len(question.text))
    if after:
        return after
    numbers = list(_NUMBER_OF.finditer(question.text, 0, question.cue[0]))
    return _noun_from(question, numbers[-1].end(), question.cue[0]) if numbers else []


_COUNTED_THING = re.compile(
    rf"(?:{COUNTED_LONG}|"
    rf"{word_table('dự_luật dự_thảo du_khách diễn_viên nhân_viên tài_xế tài_khoản tù_nhân lá_phiếu ô_tô')})(?!\w)",
    re.IGNORECASE,
)
_NUMBER_OF = cues.shape(r"(?<!\w)(?:tổng số|số lượng|số|lượng)(?= \w)(?! tiền)")


def _noun_from(question: Question, start: int, end: int) -> list[str]:
    """Return the tokens of the noun that begins at `start` of the question, up to a verb or a preposition."""
    found: list[str] = []
    folded = tokens(question.folded[start:end])
    typed = folded if question.unaccented else tokens(question.text[start:end].lower())
    stop = _AFTER_NOUN_FOLDED if question.unaccented else _AFTER_NOUN
    for place, (token, word) in enumerate(zip(folded, typed, strict=False)):
        # "bị cáo", "tham luận" and "dự luật" begin with small words and are counted.
        if word in stop and _COUNTED_THING.match(" ".join(typed[place:])) is None:
            break
        if token in _SCALES and not found:
            continue  # "bao nhiêu triệu lượt khách": visits are counted
        found.append(token)
        if len(found) == 6:
            break
    return found


# "bao nhiêu tiền", "bao nhiêu tỷ", but not "bao nhiêu triệu lượt khách".
_MONEY_AFTER = re.compile(
    r"\s*(?:tien|dong|usd|do la|do|euro|nhan dan te|(?:nghin |tram |chuc )?(?:trieu|ty|ti)(?=\s*(?:$|dong|usd|do|"
    r"euro|[,.?!]|tien|cho|de|vao|tu|trong|khi|o|tai|va|nhi|vay|the)(?!\w)))(?!\w)"
)
_MONEY_BEFORE = re.compile(
    r"(?<!\w)(?:tri gia|so tien|kinh phi|von|(?<!tham )(?<!quoc )(?<!chuyen )gia|muc phat|tong muc dau tu|quyen gop|"
    r"ung ho|chi phi|khoan vay|khoan tin dung|tin dung|khoan vien tro|vien tro|goi tai tro|doanh thu|loi nhuan|"
    r"boi thuong|chiem doat|thiet hai|thu lao|tien thuong)\s+(?:\w+\s+){0,5}$"
)


def asked_unit(question: Question) -> str:
    """Return "money", "percent" or "" for the unit that the question asks in."""
    after = question.folded[question.cue[1] : question.cue[1] + 24]
    around = question.folded[max(0, question.cue[0] - 40) : question.cue[1] + 24]
    if re.match(r"\s*(?:phan tram|%)", after) or re.search(r"(?:ty le|ti le|phan tram)", around):
        return "percent"
    if _MONEY_AFTER.match(after):
        return "money"
    # "vốn cho bao nhiêu dự án" counts projects; "khoản vay bao nhiêu cho dự án" asks for money.
    if _COUNTED_THING.match(question.text, question.cue[1] + 1) is None and _MONEY_BEFORE.search(
        question.folded[: question.cue[0]]
    ):
        return "money"
    return ""


def _noun_match(noun: Sequence[str], counted: str, unit: str, asked_unit: str) -> float | None:
    """Return how well (0 to 1) the counted phrase is the noun asked for, or None when it is something else."""
    is_money = any(
        m in unit.split() or unit == m
        for m in (
            "dong",
            "usd",
            "do la",
            "euro",
            "vnd",
            "d",
            "nhan dan te",
            "yen",
            "won",
            "eur",
            "bang anh",
            "do la my",
        )
    )
    if asked_unit == "money":
        return 0.9 if is_money or re.match(r"(?:trieu|ty|ti|dong|usd)", counted) else None
    if asked_unit == "percent":
        return 0.9 if unit in ("%", "phan tram") else None
    if is_money or unit == "%":
        return None
    if noun and (noun[0] in _UNITS or " ".join(noun[:2]) in _UNITS):
        wanted = _UNITS.get(" ".join(noun[:2])) or _UNITS[noun[0]]
        return 0.9 if unit in wanted or counted.split(" ")[0] in wanted else None
    if not noun:
        return 0.35
    words = Words.of(f"{counted} {unit}")
    if not noun[0]:
        return None
    first = noun[0] in words.single or (unit and noun[0] == unit)
    shared = share(" ".join(noun), words)
    if first and len(noun) > 1 and (noun[0], noun[1]) in words.pairs:
        return min(1.0, 0.65 + 0.35 * shared)
    if first:
        return min(1.0, 0.45 + 0.45 * shared)
    if shared >= 0.4 and any(token in words.single for token in noun[:2]):
        return 0.35 + 0.3 * shared
    if noun[0] in _ANYBODY and _PEOPLE.search(counted):
        return 0.45
    return None


# Words for people at large, which any word for people may stand for.
_ANYBODY = frozenset(("nguoi", "dai", "khach", "vi"))
_PEOPLE = re.compile(
    r"(?<!\w)(?:nguoi|dai bieu|can bo|hoc sinh|sinh vien|khach|nghe si|doan vien|chien si|nan nhan|vi|thanh vien|"
    r"cong nhan|doanh nhan)(?!\w)"
)
