"""What a "how many" question counts, and how well the thing that a number in a report counts is that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.matching import share
from retrieval.answering.evidence.same_things import others
from retrieval.answering.evidence.view import Words, tokens
from retrieval.language.counted import COUNTED_LONG, word_table
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.numerals import find_quantities

# Measures as they are asked for, and as reports write them (bare letters).
_UNITS = {
    "met": ("m", "met"), "m": ("m", "met"), "km": ("km", "cay", "kilomet"), "cay so": ("km",), "ki lo met": ("km",),
    "ha": ("ha", "hecta", "hec"), "hec ta": ("ha", "hecta"), "kg": ("kg", "ky"), "tan": ("tan",),
    "met vuong": ("m2", "m²", "met vuong"), "met khoi": ("m3", "m³", "met khoi"), "lit": ("lit",), "mw": ("mw",),
}  # fmt: skip
OTHER_WORD = 0.9  # what a match by another word of `same_things` is worth beside the question's own


# Words that only introduce the thing counted: "mấy chiếc ô tô" counts cars.
_CLASSIFIERS = frozenset(
    ("chiec", "cai", "con", "cay", "cuon", "quyen", "buc", "ngoi", "can", "toa", "tam", "vi", "nguoi", "vien", "chu")
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question counts: the tokens of the noun, or the unit that it is measured in.

    `unit` is "money" (of `units`, where the question names a currency), "percent", "measure" (one of `units`) or ""
    where things are counted; units in bare letters. `group` is the group whose people are counted ("người trong đội").
    """

    noun: tuple[str, ...]
    unit: str = ""
    units: frozenset[str] = frozenset()
    group: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Tell whether the question names neither a thing nor a unit ("... là bao nhiêu")."""
        return not self.noun and not self.unit


def asked(question: Question) -> Asked:
    """Return what `question` counts."""
    unit, units = _asked_unit(question)
    noun = tuple(_asked_noun(question)) or (() if unit else _noun_given(question))
    grouped = _GROUP.match(question.folded, question.cue[1]) if noun == ("nguoi",) else None
    group = tuple(_noun_from(question, grouped.end(), len(question.text))) if grouped is not None else ()
    return Asked(noun, unit, units, group)


def _noun_given(question: Question) -> tuple[str, ...]:
    """Return the noun that a number before counts, where the question word has none: "mất 137 nguồn, tìm được mấy"."""
    given = [q for q in find_quantities(question.text[: question.cue[0]]) if q.nouns and not q.unit]
    return tuple(tokens(fold(given[-1].noun))) if given and _GOT.search(question.folded[: question.cue[0]]) else ()


# Right before the question word: what became of those counted before.
_GOT = compiled_later(r"(?<!\w)(?:duoc|con|mat|bi|co|la)\s+$")
_GROUP = compiled_later(r"\s*nguoi\s+(?:trong|cua|thuoc|o)\s+")


def counts(wanted: Asked, nouns: str, unit: str) -> float | None:
    """Return how well a number with its `nouns` and `unit`, as written, counts what is asked, or None.

    The question's own word for the thing fits best, then another for the same, and an acronym of it.
    """
    counted, folded_unit = fold(nouns), fold(unit)
    if wanted.unit:
        return _unit_match(wanted, counted, folded_unit)
    if wanted.is_bare:
        return BARE_UNIT if folded_unit else BARE
    if _is_money(folded_unit) or folded_unit in _PERCENT:
        return None
    noun = wanted.noun
    best = _noun_match(noun, counted, folded_unit)
    things = [noun, noun[1:]] if len(noun) > 1 and noun[0] in _CLASSIFIERS else [noun]
    for other in (*things[1:], *(other for thing in things for other in others(thing))):
        if other == things[-1] and noun[0] == "nguoi" and tokens(counted)[:1] != [*other[:1]]:
            continue  # "phòng làm việc" is no "người làm việc"
        found = _noun_match(other, counted, folded_unit)
        if found is not None and (best is None or OTHER_WORD * found > best):
            best = OTHER_WORD * found
    if best is None and _is_acronym(noun, nouns):
        return ACRONYM
    if len(wanted.group) > 1 and best is not None and Words.of(counted).has(wanted.group[:2]):
        return max(best, OF_GROUP)
    return best


BARE, BARE_UNIT = 0.35, 0.5  # "là bao nhiêu" asks for a value, which mostly has a unit
ACRONYM = 0.6
OF_GROUP = 0.8  # "229 thành viên đội cổ vũ" for "người trong đội cổ vũ"


def _is_acronym(noun: Sequence[str], nouns: str) -> bool:
    """Tell whether what is counted is written by the first letters of the noun asked for: "06 KBNN", "kho bạc"."""
    first = nouns.split(" ")[0]
    if len(first) < 2 or not first.isupper():
        return False
    return len(noun) >= 2 and fold(first).startswith(noun[0][0] + noun[1][0])


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
# Those that without accents are nouns as well ("vị", "quà", "bảng").
_AFTER_NOUN_ACCENTED = frozenset(("vì", "do", "bởi", "nhằm", "theo", "qua", "bằng", "như", "sau", "trước"))
# What "nhân" means an occasion before; elsewhere it ends a noun ("nạn nhân", "bệnh nhân", "cá nhân").
_OCCASION = (["dip"], ["ngay"], ["ky"], ["le"], ["chuyen"], ["su"])
_AFTER_NOUN_FOLDED = frozenset(fold(w) for w in _AFTER_NOUN)


def _asked_noun(question: Question) -> list[str]:
    """Return the tokens of the noun that is counted: what follows "bao nhiêu", else what follows "số" before it."""
    after = _noun_from(question, question.cue[1], len(question.text))
    if after:
        return after
    numbers = list(_NUMBER_OF.finditer(question.text, 0, question.cue[0]))
    return _noun_from(question, numbers[-1].end(), question.cue[0]) if numbers else []


_COUNTED_THING = compiled_later(
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
    stop = _AFTER_NOUN_FOLDED if question.unaccented else _AFTER_NOUN | _AFTER_NOUN_ACCENTED
    for place, (token, word) in enumerate(zip(folded, typed, strict=False)):
        # "bị cáo", "tham luận" and "dự luật" begin with small words and are counted.
        ends_noun = token == "nhan" and found and folded[place + 1 : place + 2] not in _OCCASION
        if word in stop and not ends_noun and _COUNTED_THING.match(" ".join(typed[place:])) is None:
            break
        if token in _SCALES and not found:
            continue  # "bao nhiêu triệu lượt khách": visits are counted
        found.append(token)
        if len(found) == 6:
            break
    return found


_CURRENCIES = "dong|usd|do la|do|euro|eur|nhan dan te|yen|won|bang anh|rup|rupee|ruble|baht|bath|kip|riel|peso|franc"
_NO_MONEY = r"(?:tien si|dong (?:chi|pham|bao|doi|nghiep|tac gia))(?!\w)"  # in bare letters as "tiền" and "đồng"
# "bao nhiêu tiền", "bao nhiêu tỷ", but not "bao nhiêu triệu lượt khách".
_MONEY_AFTER = compiled_later(
    rf"\s*(?!{_NO_MONEY})(?:tien|von|kinh phi|ngan sach|doanh thu|loi nhuan|hoc phi|(?P<currency>{_CURRENCIES})|"
    rf"(?:nghin |tram |chuc )?(?:trieu|ty|ti)(?=\s*(?:$|{_CURRENCIES}|[,.?!]|"
    r"(?:tien|cho|de|vao|tu|trong|khi|o|tai|va|nhi|vay|the)(?!\w))))(?!\w)"
)
# What money is spent, earned, owed or paid as, before the question word: "khoản vay bao nhiêu cho dự án" asks for
# money, "vốn cho bao nhiêu dự án" counts projects.
_MONEY_NOUNS = (
    r"trị giá|số tiền|kinh phí|vốn|(?<!tham )(?<!quốc )(?<!chuyên )(?<!đánh )giá|mức phạt|mức đầu tư|quyên góp|ủng hộ|"
    r"chi phí|khoản vay|khoản nợ|khoản tín dụng|tín dụng|khoản viện trợ|viện trợ|gói tài trợ|doanh thu|doanh số|"
    r"lợi nhuận|bồi thường|chiếm đoạt|thiệt hại|thù lao|tiền thưởng|kim ngạch|ngân sách|mức lương|tiền lương|"
    r"thu nhập|học phí|lệ phí|viện phí|cát sê|cát-xê|thâm hụt|thặng dư"
)
_MONEY_BEFORE = rf"(?<!\w)(?:{_MONEY_NOUNS})\s+(?:[^\W]+\s+){{0,5}}$"
# Where nothing follows that could be counted, a verb of paying or what the whole clause is about decides.
_MONEY_SPENT = (
    r"(?<!\w)(?:tiền|phí|thuế|nợ|lương|chi|trả|nộp|phạt|đóng|góp|tài trợ|tiêu tốn|tham ô|hối lộ|lừa đảo|"
    r"(?<!phóng )vay)\s+(?:[^\W]+\s+){0,3}$"
)
_MONEY_IN_CLAUSE = (
    rf"(?<!\w)(?:{_MONEY_NOUNS}|tiền|buôn bán|(?<!trung tâm )thương mại|xuất khẩu|nhập khẩu|giao thương|tổng giá trị)"
    r"(?!\w)[^,;:?]*(?<!\w)(?:là|hết|lên|lên tới|lên đến|đạt|mất|tới|khoảng|bằng|còn|"
    r"tốn|trị giá|ước tính)\s+$"
)
_MONEY_AT_HEAD = rf"^(?:mức |tổng |số )?(?:{_MONEY_NOUNS})(?!\w)"
# What is measured, by the words before the question word, and the units that tell it.
MEASURED: tuple[tuple[str, frozenset[str]], ...] = (
    (
        r"cao|dai|sau|day|rong|xa|cach|duong kinh|quang duong|"
        r"chieu (?:dai|cao|rong|sau|ngang)|do (?:cao|dai|sau|day)|tam (?:ban|phong|xa)|"
        r"khoang cach|ban kinh|cu ly",
        frozenset(("m", "met", "km", "cm", "mm", "tang", "hai ly", "dam")),
    ),
    (
        r"nang|can nang|trong luong|khoi luong|san luong|trong tai",
        frozenset(("kg", "tan", "ta", "ky", "gram", "g", "can")),
    ),
    (r"dien tich|rong|quy mo", frozenset(("m2", "m²", "km2", "km²", "ha", "hecta", "met vuong"))),
    (r"cong suat", frozenset(("mw", "mwp", "kw", "kwp", "ma luc", "m3", "m³", "tan"))),
    (r"toc do|van toc", frozenset(("km/h", "km/gio", "mbps", "hai ly"))),
    (r"nhiet do", frozenset(("do c", "°c", "do"))),
    (r"dung tich|the tich|luong mua", frozenset(("m3", "m³", "lit", "mm", "met khoi"))),
)
_PERCENT = ("%", "phan tram")
_PERCENT_NEAR = compiled_later(r"(?<!\w)(?:ty le|ti le|phan tram)(?!\w)")
_PERCENT_BEFORE = compiled_later(
    r"(?:ty le|ti le|phan tram|lai suat|ty trong|ti trong|tang truong)(?!\w)[^,;:?]{0,90}$"
)


@cache
def _spelled(shape: str, plain: bool) -> re.Pattern[str]:
    """Return `shape` compiled for text with its accents ("Triều Tiên" has no "tiền"), or for `plain` text."""
    return cues.shape(shape) if plain else re.compile(shape, re.IGNORECASE)


def _asked_unit(question: Question) -> tuple[str, frozenset[str]]:
    """Return the unit that the question asks in, as `Asked` has it, with the units of a measure."""
    none: frozenset[str] = frozenset()
    before, after = question.folded[: question.cue[0]], question.folded[question.cue[1] :]
    typed = question.text[: question.cue[0]]
    near = question.folded[max(0, question.cue[0] - 40) : question.cue[1] + 24]
    if re.match(r"\s*(?:phan tram|%)", after) or _PERCENT_NEAR.search(near):
        return "percent", none
    if (money := _MONEY_AFTER.match(after)) is not None:
        return "money", _same_currency(money.group("currency"))
    if (named := _named_unit(after)) is not None:
        return "measure", frozenset(named)
    if _COUNTED_THING.match(question.text, question.cue[1] + 1) is None and _spelled(
        _MONEY_BEFORE, question.unaccented
    ).search(typed):
        return "money", none
    if _noun_from(question, question.cue[1], len(question.text)):
        return "", none
    shapes = (_MONEY_SPENT, _MONEY_IN_CLAUSE, _MONEY_AT_HEAD)
    if any(_spelled(shape, question.unaccented).search(typed) for shape in shapes):
        return "money", none
    if _PERCENT_BEFORE.search(before):
        return "percent", none
    units = _measured(before)
    return ("measure", units) if units else ("", none)


def _measured(before: str) -> frozenset[str]:
    """Return the units of what is measured by the words `before` the question word: those of the last that measures."""
    last = max((m.start() for words, _ in MEASURED for m in _measures(words, before)), default=-1)
    found = [units for words, units in MEASURED if any(m.start() == last for m in _measures(words, before))]
    return frozenset().union(*found)


def _measures(words: str, before: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w)(?:{words})(?=\s+(?:\w+\s+){{0,8}}$)", before))


def _named_unit(after: str) -> tuple[str, ...] | None:
    """Return the units for one that stands right after the question word ("bao nhiêu km"), or None."""
    if (sign := _SIGNED.match(after)) is not None:
        return _UNITS["met vuong" if sign.group(1) in "2²" else "met khoi"]
    words = tokens(after)
    return _UNITS.get(" ".join(words[:3])) or _UNITS.get(" ".join(words[:2])) or _UNITS.get(" ".join(words[:1]))


_SIGNED = compiled_later(r"\s*m([23²³])(?!\w)")


def _is_money(unit: str) -> bool:
    return re.fullmatch(rf"(?:{_CURRENCIES}|vnd|d)(?: my)?", unit) is not None


def _unit_match(wanted: Asked, counted: str, unit: str) -> float | None:
    """Return how well a number told in `unit` is the measure asked for."""
    if wanted.unit == "money":
        if not (_is_money(unit) or re.match(rf"(?!dong )(?:trieu|ty|ti|{_CURRENCIES})(?!\w)", counted)):
            return ONLY_SCALE if unit == MONEY_OF_SCALE and not counted else None
        return OTHER_CURRENCY if wanted.units and unit and unit not in wanted.units else IN_UNIT
    if wanted.unit == "percent":
        return IN_UNIT if unit in _PERCENT else None
    said = tokens(counted)
    told = (unit, *(" ".join(said[:length]) for length in (1, 2)))
    return IN_UNIT if any(form in wanted.units for form in told if form) else None


IN_UNIT = 0.9
ONLY_SCALE = 0.8  # "tài trợ khoảng 3,5 tỷ"
MONEY_OF_SCALE = "(tien)"  # the unit of such a sum


def is_sum(text: str, position: int) -> bool:
    """Tell whether a number at `position` of a sentence is money by the verb or noun before it, whatever its unit."""
    return _PAID_BEFORE.search(text, max(0, position - 40), position) is not None


_PAID_BEFORE = compiled_later(
    rf"(?<!\w)(?:{_MONEY_NOUNS}|tài trợ|góp|chi|trả|nộp|phạt|vay|nợ|tặng|thưởng|đầu tư|mua|bán|thu|lỗ|lãi)\s+"
    r"(?:(?:cho|với|về|số|là|lên|tới|đến|hết|mất|tổng cộng|thêm|trước|gần|hơn|khoảng|trên|được|\w+)\s+){0,2}$",
    re.IGNORECASE,
)
OTHER_CURRENCY = 0.15  # "bao nhiêu won", and the report gives dollars


def _same_currency(asked: str | None) -> frozenset[str]:
    """Return the units in which a report tells the currency asked for (bare letters); empty where none is."""
    if not asked:
        return frozenset()
    dollars = ("usd", "do la", "do", "do la my", "do my")
    return frozenset(
        dollars if asked in dollars else (asked, f"{asked} vn", "vnd", "d") if asked == "dong" else (asked,)
    )


def _noun_match(noun: Sequence[str], counted: str, unit: str) -> float | None:
    """Return how well (0 to 1) the counted phrase is the noun asked for, or None when it is something else."""
    if not noun or not noun[0]:
        return None
    words = Words.of(f"{counted} {unit}")
    first = noun[0] in words.single or (unit and noun[0] == unit)
    if _deputies(noun, tokens(counted)):
        return None
    shared = share(" ".join(noun), words)
    if first and (len(noun) == 1 or noun[0] in _DEGREES) and _only_completes(noun[0], counted):
        return None
    if first and len(noun) > 1 and (noun[0], noun[1]) in words.pairs:
        return min(1.0, 0.65 + 0.35 * shared)
    if first:
        return min(1.0, 0.45 + 0.45 * shared)
    if shared >= 0.4 and noun[0] not in _HEADED and any(token in words.single for token in noun[:2]):
        return 0.35 + 0.3 * shared
    if noun[0] in _ANYBODY and _PEOPLE.search(counted):
        return SOMEBODY
    return None


def _deputies(noun: Sequence[str], counted: Sequence[str]) -> bool:
    """Tell whether deputies are counted and not asked for, or the other way round: "phó giáo sư", "giáo sư"."""
    return any(
        one[:1] == ["pho"] and other[:1] != ["pho"] and one[1:2] == other[:1]
        for one, other in ((list(noun), list(counted)), (list(counted), list(noun)))
    )


def _only_completes(noun: str, counted: str) -> bool:
    """Tell whether the noun asked for only completes what is counted: "hai bãi giữ xe" are no cars."""
    keeping = _KEPT_FOR.search(counted)
    return keeping is not None and keeping.group("what") == noun and tokens(counted)[:1] != [noun]


# A place or a body for something, in bare letters.
_KEPT_FOR = compiled_later(
    r"^(?:nganh|chuong trinh|luan an|suat|bai|diem|tram|noi|ben|cho|nha|cua hang|dai ly|tiem|xuong|kho|lo|trai|nhom|"
    r"co so|cong ty)"
    r"(?: (?:giu|dau|do|gui|de|sua|rua|ban|mua|nuoi|chua|trong|thue|lap|san xuat)){0,2} (?P<what>\w+)"
)
SOMEBODY = 0.45
# Words for people at large, which any word for people may stand for.
_ANYBODY = frozenset(("nguoi", "dai", "khach", "vi"))
_DEGREES = frozenset(("thac", "tien"))  # "9 ngành thạc sĩ" are no "thạc sĩ", "190 tiến sĩ" neither
# Nouns that must head what is counted: "xe chữa cháy" are no "vụ cháy".
_HEADED = _ANYBODY | _DEGREES | {"vu", "ca", "tran", "dot"}
_PEOPLE = compiled_later(
    r"(?<!\w)(?:nguoi|dong chi|dai bieu|"
    r"can bo|hoc sinh|sinh vien|khach|nghe si|doan vien|chien si|nan nhan|vi|thanh vien|"
    r"cong nhan|doanh nhan|nhan luc|nhan vien|nhan su|lao dong|nguoi dan|dan|ho dan|linh|binh si|quan nhan|"
    r"canh sat|cong an|giao vien|bac si|chuyen gia|du khach|hanh khach|thi sinh|tre em|em|thanh nien|"
    r"tinh nguyen vien|ky su|luat su)(?!\w)"
)
