"""Candidates for "how many": the numbers that count the thing asked, and durations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering import cues
from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.matching import coverage, nearness, share
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.answering.telling import tellers, told
from retrieval.answering.view import QueryWord, View, Words, tokens
from retrieval.language.counted import COUNTED_LONG, word_table
from retrieval.language.dates import find_durations
from retrieval.language.normalize import fold
from retrieval.language.numerals import find_editions, find_quantities

_MONEY = ("tien", "dong", "usd", "do la", "trieu", "ty", "kinh phi", "gia", "von", "tri gia", "so tien", "euro")
# Measures as they are asked for, and as reports write them (bare letters).
_UNITS = {
    "met": ("m", "met"), "m": ("m", "met"), "km": ("km", "cay", "kilomet"), "cay so": ("km",), "ki lo met": ("km",),
    "ha": ("ha", "hecta", "hec"), "hec ta": ("ha", "hecta"), "kg": ("kg", "ky"), "tan": ("tan",),
    "met vuong": ("m2", "m²", "met vuong"), "met khoi": ("m3", "m³", "met khoi"), "lit": ("lit",), "mw": ("mw",),
}  # fmt: skip
_UNASKED = frozenset(
    [
        "nguoi",
        "da",
        "duoc",
        "co",
        "cua",
        "o",
        "tai",
        "trong",
        "va",
        "la",
        "ve",
        "cho",
        "voi",
        "den",
        "tham",
        "du",
        "dien",
        "ra",
        "bao",
        "nhieu",
        "may",
        "so",
        "luong",
        "gan",
        "hon",
        "khoang",
        "o",
    ]
)


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the numbers of `view` that may answer `question`, best first."""
    if "duration" in question.aspects:
        return _durations(question, view, words)
    if "ordinal" in question.aspects:
        return _ordinals(question, view, words)
    noun = _asked_noun(question)
    told_by = tellers(question, words, view)
    few = fold(question.text[slice(*question.cue)]) == "may"
    exactly = _EXACTLY.search(question.text) is not None
    made = []
    unit = _asked_unit(question)
    period = _period(question.text)
    given = {re.sub(r"\s", "", q.text.lower()) for q in find_quantities(question.text)}
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.2:
            continue
        for quantity in find_quantities(sentence.text):
            if quantity.indefinite or re.sub(r"\s", "", quantity.text.lower()) in given:
                continue
            counted = fold(" ".join(quantity.nouns)) or _following(sentence.text, quantity.end)
            match = _match(noun, counted, fold(quantity.unit), unit)
            if match is None:
                continue
            score = (
                1.5 * cover
                + 1.0 * match
                + 0.3 * nearness(words, view, index, quantity.start, quantity.noun_end or quantity.end)
                + TOLD * told(told_by, view, index, quantity.start, quantity.noun_end or quantity.end)
            )
            if exactly and quantity.approximator:
                score -= NOT_EXACT
            if quantity.in_words and quantity.value == 2:
                score -= THE_TWO * (2 if _BOTH.match(sentence.text, quantity.start) else 1)
            if period and _other_period(period, sentence.text, quantity.end):
                score -= OTHER_PERIOD
            if few and quantity.value > FEW:
                score -= NOT_EXACT
            fit = min(1.0, 0.5 * cover + 0.5 * match)
            fit -= FAR_FROM_FEW if few and quantity.value >= MANY else 0.0
            item = Item(_spaced(as_written(view, index, quantity.phrase_start, quantity.end)))
            made.append(Candidate((item,), (Proof(view, index, ((quantity.start, quantity.end),)),), score, fit, view))
    made.sort(key=lambda c: -c.score)
    return made[:4]


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
TOLD = 0.9
NOT_EXACT = 0.5  # "gần 200" where the exact number is asked, or thousands where "mấy" asks for a few
FEW = 100
MANY = 1000
FAR_FROM_FEW = 0.2  # "mấy người" is not answered by "hàng chục ngàn người"
THE_TWO = 0.3  # "hai ..." mostly points back to those named; "hai nước", "hai bên" nearly always
_BOTH = re.compile(r"hai (?:nước|bên|phía|quốc gia|nhà lãnh đạo|dân tộc|đảng|ngành|miền)(?!\w)", re.IGNORECASE)
OTHER_EVENT = 0.5  # "thượng đỉnh lần 1" where the question itself has "thượng đỉnh lần 2"
OTHER_PERIOD = 0.6  # "trong một đêm" where a whole year is asked about
_PERIOD = cues.shape(
    r"(?<!\w)(?:cả|một|mỗi|hằng|hàng|trong)\s+(?P<unit>năm|tháng|tuần|ngày|đêm|giờ|quý)(?!\w)(?!\s*\d)"
)
_EXACTLY = cues.shape(r"(?<!\w)(?:chính xác|cụ thể|đúng) (?:là )?(?:bao nhiêu|mấy)(?!\w)")
_UNIT_AGAINST_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d_])")


def _period(text: str) -> str:
    """Return the stretch of time over which a text counts ("cả năm", "mỗi ngày"): its unit in bare letters, or ""."""
    m = _PERIOD.search(text)
    return fold(m.group("unit")) if m is not None else ""


def _other_period(asked: str, text: str, end: int) -> bool:
    """Tell whether what follows a number, to the end of its clause, counts over another stretch of time."""
    clause = re.split(r"[,;.]", text[end : end + 60])[0]
    told = _period(clause)
    return bool(told) and told != asked


def _spaced(written: str) -> str:
    """Return a number apart from its unit: "80 km", as the press should write it."""
    return _UNIT_AGAINST_NUMBER.sub(" ", written)


def _match(noun: Sequence[str], counted: str, unit: str, asked_unit: str) -> float | None:
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


def _following(text: str, end: int) -> str:
    """Return the three syllables after a number, in bare letters, where no noun was recognised ("92 bị cáo")."""
    m = re.match(r"\s+((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)", text[end:])
    return fold(m.group(1)) if m else ""


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


def _asked_noun(question: Question) -> list[str]:
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


def _asked_unit(question: Question) -> str:
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


def _durations(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    made = []
    told_by = tellers(question, words, view)
    unit = next(
        (
            u
            for u in ("ngay", "gio", "tieng", "thang", "nam", "tuan", "phut", "buoi")
            if re.search(rf"(?<!\w){u}(?!\w)", fold(question.focus))
        ),
        "",
    )
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.25:
            continue
        for duration in find_durations(sentence.text):
            text = sentence.text[duration.start : duration.end]
            if unit and unit not in fold(text) and not (unit == "tieng" and "gio" in fold(text)):
                continue
            score = 1.6 * cover + 0.5 * nearness(words, view, index, duration.start, duration.end)
            score += TOLD * told(told_by, view, index, duration.start, duration.end)
            made.append(
                Candidate(
                    (Item(as_written(view, index, duration.start, duration.end)),),
                    (Proof(view, index, ((duration.start, duration.end),)),),
                    score,
                    min(1.0, 0.85 * cover + 0.1),
                    view,
                )
            )
    made.sort(key=lambda c: -c.score)
    return made[:4]


# "chuyến thăm thứ 4", "quốc gia thứ năm": which one it is, beside what `find_editions` reads.
_NTH = re.compile(
    r"(?<!\w)(?:chuyến|lần|kỳ|phiên|cuộc|đợt|vòng|quốc gia|nước|người|chương trình|giải)(?:\s+[^\W\d_]+){0,3}?\s+"
    r"(?P<nth>thứ\s+(?:\d+|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))(?!\w)",
    re.IGNORECASE,
)


def _ordinals(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    made = []
    given = {e.number for e in question.editions}
    numbered = [tokens(question.folded[: e.start])[-2:] for e in question.editions]
    told_by = tellers(question, words, view)
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        editions = [e for e in find_editions(sentence.text) if e.number not in given]
        spans = [(e.start, e.end) for e in editions]
        spans += [
            m.span("nth")
            for m in _NTH.finditer(sentence.text)
            if not any(e.start <= m.start("nth") < e.end for e in find_editions(sentence.text))
        ]
        for span in spans:
            score = 1.7 * cover + 0.5 * nearness(words, view, index, *span) + TOLD * told(told_by, view, index, *span)
            score -= OTHER_EVENT if tokens(view.folded[index][: span[0]])[-2:] in numbered else 0.0
            item = Item(as_written(view, index, *span))
            made.append(Candidate((item,), (Proof(view, index, (span,)),), score, min(1.0, 0.85 * cover + 0.1), view))
    made.sort(key=lambda c: -c.score)
    return made[:4]
