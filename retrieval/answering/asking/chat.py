"""What chat puts around and into a question: greetings, padding, abbreviations, words of the regions, turned sentences.

Everything here is a table; the functions below only apply the tables, and keep the question in reading form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.chat_tables import ENGLISH, REGIONAL, WHICH_OF_CENTRE
from retrieval.answering.asking.small_talk import off_subject
from retrieval.answering.asking.told_first import question_first
from retrieval.answering.asking.turning import turn
from retrieval.answering.asking.turning_claims import stated
from retrieval.answering.asking.turning_nouns import noun_asked
from retrieval.answering.asking.who_is import who_is
from retrieval.language import offices
from retrieval.language.lazy_pattern import built_later, compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import accent_tolerant, fold, is_unaccented

# Abbreviations of the chat and of the press, as a whole word in lower case -> what they stand for, in reading form.
ABBREVIATIONS = {
    "hn": "hội nghị", "tbt": "tổng bí thư", "ttg": "thủ tướng", "ctn": "chủ tịch nước", "bt": "bộ trưởng",
    "đ/c": "đồng chí", "d/c": "đồng chí", "đc": "được", "đ.c": "đồng chí", "ctqh": "chủ tịch quốc hội",
    "ptt": "phó thủ tướng", "pct": "phó chủ tịch", "bch": "ban chấp hành", "tw": "trung ương", "tư": "trung ương",
    "vn": "Việt Nam", "hp": "Hải Phòng", "sl": "số lượng", "bn": "bao nhiêu", "bnhiu": "bao nhiêu", "nhiu": "nhiêu",
    "baonhieu": "bao nhiêu", "ntn": "như thế nào", "đk": "được", "dc": "được", "k": "không", "ko": "không",
    "hok": "không", "hông": "không", "hong": "không", "hổng": "không", "hem": "không", "kg": "không", "khg": "không",
    "kh": "không", "kô": "không", "hk": "không", "j": "gì", "zì": "gì", "rì": "gì", "đn": "đối ngoại", "ng": "người",
    "ngừi": "người", "tgian": "thời gian", "tg": "thời gian", "cv": "chức vụ", "pt": "phó thủ tướng",
    "hnay": "hôm nay", "sk": "sự kiện", "sg": "Sài Gòn", "nv": "như vậy", "bjo": "bao giờ", "bgio": "bao giờ",
    "bh": "bao giờ", "mik": "mình", "mk": "mình", "qh": "quốc hội", "cp": "chính phủ", "nhìu": "nhiều",
    "nhìeu": "nhiều", "z": "vậy", "zậy": "vậy", "dzậy": "vậy", "dạ": "vậy", "rứa": "vậy", "vs": "với", "ns": "nói",
    "lm": "làm", "nx": "nữa", "ak": "à", "oy": "rồi", "gđ": "giám đốc", "nq": "nghị quyết", "sdt": "số điện thoại",
    "sđt": "số điện thoại", "đt": "điện thoại", "ad": "bot", "btc": "ban tổ chức",
    "nhg": "những", "nhug": "những", "nhưg": "những", "ct": "chủ tịch", "cty": "công ty", "đb": "đại biểu",
    "hs": "học sinh", "sv": "sinh viên", "bv": "bệnh viện", "trc": "trước",
    "ds": "danh sách", "cq": "cơ quan", "pb": "phát biểu", "lđ": "lãnh đạo", "cb": "cán bộ", "kq": "kết quả",
}  # fmt: skip
# These stand for something else as well: only where `_safe_here` finds nothing against it.
_UNSAFE = frozenset((
    "tư", "bt", "dc", "kg", "kh", "ng", "pt", "tg", "k", "nv", "hp", "sl", "cp", "bh", "hong", "bn", "z", "dạ", "hem",
    "vs", "ns", "lm", "nx", "tg", "cv", "ad", "đt", "hk", "gđ", "btc", "nhiu", "sk", "đn",
    "mik", "mk", "ct", "đb", "hs", "sv", "bv", "rứa", "ds", "cq", "pb", "lđ", "cb", "kq",
))  # fmt: skip

# Openers and closers that carry nothing.
_YOU = "(?:bot|aidu|bạn|em|anh|chị|ad|mọi người|cả nhà|các bạn)"
_ME = "(?:mình|tôi|em|tớ|mk|anh|chị|tui|bọn mình|chúng tôi)"
OPENERS = (
    f"(?:{_YOU} ơi|ê bot|này bot|alo|(?:xin )?chào(?: {_YOU})?(?=[,!.])|(?:xin )?chào bot|hi bot|hello|hi|ê|dạ)[,:!.]*",
    f"(?:cho|xin|vui lòng|làm ơn)(?: phép)?(?: {_ME})?(?: (?:hỏi|biết))(?: (?:chút|tí|tý|thêm|là|rằng|cái|xem|"
    f"với))*[,:]*",
    f"(?:{_YOU} )?(?:có |hãy |làm ơn |xin |giúp )*(?:cho |nói |trả lời )(?:{_ME} )?(?:hỏi|biết|xem)(?: là| rằng| "
    f"thêm)?[,:]?",
    f"(?:(?:kính|trân trọng|xin) )*(?:đề nghị|mong)(?: {_YOU}| quý \\w+)? (?:vui lòng )?(?:cho|thông tin) (?:{_ME} )?"
    f"(?:biết|hỏi|được biết)[,:]?",
    "(?:kính|xin|xin được|xin phép) hỏi[,:]?", f"tìm (?:giúp|giùm|hộ) {_ME}", "thông tin về(?= )",
    f"{_YOU} (?:có )?biết(?: là)?", f"{_ME} (?:muốn|cần)(?: được)? (?:hỏi|biết|tìm)(?: là| xem| về)?[,:]?",
    "(?:hổng|không|chả|chẳng|hông) biết(?: là)?",
    f"{_ME} (?:đang )?(?:muốn|cần)(?: gấp)?(?: có| xin)?(?: ngay)?(?= (?:danh sách|thông tin|tên|địa điểm|thời gian))",
    f"(?:anh chị |các bạn |{_YOU} )?cho {_ME}(?: xin)?(?= (?:danh sách|thông tin|tên|địa điểm|thời gian|ngày))",
    "cho xin(?= )",
    "(?:thế còn|vậy còn|thế thì|vậy thì|thế|vậy|à|ừ|ủa|ơ|ờ|rồi|ok|oke)[,]?(?= )", "hãy(?= )",
    "(?:theo )?(?:các )?báo cáo(?: thì)?,",
)  # fmt: skip
CLOSERS = (
    "(?:vậy bot|hả bot|thế bot|bot ơi|bot|bạn|ad|em|vậy|thế|nhỉ|ạ|hả|nhé|nha|nhe|nhen|à|ta|đấy|rồi|với|đó|ấy|hen|"
    "hè|cơ|cả|"
    "hử|hở|dạ|trời|trời ơi|luôn|mọi người|mn|mng|mn ơi|các bạn|các bác|cô chú|anh chị|v|z|tr|cà|nhở|nhể|nè|cả nhà|"
    "(?:để (?:viết|làm|đưa|đăng|soạn|gửi)(?: \\w+){1,4}?,? )?(?:nhờ )?(?:anh chị |anh |chị |bạn |bot |mọi người )?"
    "(?:cho (?:em|mình|tôi|tớ) xin|gửi (?:cho )?(?:em|mình|tôi)|giúp (?:em|mình|tôi))(?: với)?|"
    "giúp mình|giúp tôi|đi|ha|a|zậy|hì|hihi|haha|please|pls)"
)  # fmt: skip
# The word before that makes a closer part of the question ("hội nghị đó", "với ai", "đi đâu").
_NEEDED = (
    "(?:hội nghị|buổi|lễ|ông|bà|anh|chị|cô|lúc|khi|cuộc|sự kiện|người|vị|ngày|hôm|nơi|đâu|phiên|đồng chí|họ|chỗ|ở|"
    "dịp|năm|kỳ|"
    "họp|chương trình|đại hội|hội thảo|thời điểm|thời gian|việc|chuyện|điều) (?:đó|ấy|đấy|ta)", "tất cả", "cùng với",
    "(?:mấy|bao nhiêu) (?:em|bạn|ca|ha)", "các bạn|các em|người bạn|bàn đi|đã đi|đang đi|chưa đi",
)  # fmt: skip

# Sentences turned so that the question word stands where the readers of the question look for it.
# (pattern of the whole question, what to say instead, pattern that must not match)
TURNED = (
    (
        "(?:tổng )?số(?: lượng)? (?P<noun>(?!tiền |điện thoại|hiệu|phận)[^?]+?) (?:là|có) (?:bao nhiêu|mấy)",
        r"bao nhiêu \g<noun>"),
    ("(?:tổng )?số lượng (?P<noun>[^?]+)", r"bao nhiêu \g<noun>"),
    ("tổng số (?P<noun>(?!tiền )[^?]+)", r"bao nhiêu \g<noun>"),
    (
        "số (?P<noun>(?:đại biểu|người|điểm cầu|phiên|quốc gia|nước|khách|thành viên|cán bộ)(?!\\w)[^?]*)",
        r"bao nhiêu \g<noun>"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tidied:
    """A question without chat. `soft` tells that it ended in "à", "hả": if nothing else asks, it asks whether it is so.

    `phrase` tells that it was a phrase without a question word ("Lãnh đạo tỉnh A dự lễ ký"), which was put in.

    `aspects` are those of `Question` that chat alone shows: "off_subject" with "greeting", "thanks", "farewell",
    "english" or "about_bot"; "age".
    """

    text: str
    soft: bool
    aspects: frozenset[str]
    phrase: bool = False


@lru_cache(maxsize=256)  # a question is read several times on its way to an answer
def tidy(text: str) -> Tidied:
    """Return the question (reading form, single spaces) without padding, its abbreviations written out."""
    spoken = _bare_words(text)
    aspects = off_subject(spoken)
    expanded = _regional(_expand(text))
    stripped, soft = _strip(expanded)
    if (first := question_first(stripped)) is not None:
        stripped = _strip(first)[0]
    elif (claim := stated(expanded)) is not None:
        stripped = claim
    if not aspects and (rest := _bare_words(stripped)) != spoken:
        aspects = off_subject(rest)
    plain = turn(stripped)
    asked = noun_asked(plain) if plain == stripped and not soft else None
    return Tidied(_turn(asked or plain), soft, frozenset(aspects), asked is not None)


_SIGN = compiled_later(r"[^\w\s/+*=:.-]")


def _bare_words(text: str) -> str:
    """Return the words of a question in bare letters, without the signs around it and most of those within."""
    return " ".join(_SIGN.sub(" ", fold(text)).split()).strip(" .:-")


@built_later(())
def _openers() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"^\s*{cues.pattern(o).pattern}\s*", re.IGNORECASE) for o in OPENERS)


@built_later(())
def _closer() -> re.Pattern[str]:
    return re.compile(rf"[\s,]+{cues.pattern(CLOSERS).pattern}\s*[?!.…,]*\s*$", re.IGNORECASE)


@built_later(())
def _needed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{accent_tolerant('|'.join(_NEEDED))})\s*[?!.…]*\s*$", re.IGNORECASE)


def _strip(text: str) -> tuple[str, bool]:
    """Return the question without openers and closers (never without all of its words), and whether it ended softly."""
    soft = False
    changed = True
    while changed:
        changed = False
        for opener in _openers():
            rest = opener.sub("", text, count=1)
            if rest != text and _words(rest) >= 2:
                text, changed = rest.lstrip(" ,:!."), True
        match = _closer().search(text)
        if match is not None and _words(text[: match.start()]) >= 1 and not _needed().search(text):
            closer = match.group(0).strip(" ,?!.…").lower()
            if _asks_without(text[: match.start()], closer):
                soft = soft or fold(closer) in ("a", "ha", "ha bot", "hu", "ho", "da")
                text, changed = text[: match.start()], True
    return text.strip(" ?!.…,").strip() or text, soft


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _asks_without(rest: str, closer: str) -> bool:
    """Tell whether `closer` may go: a word with another meaning ("đi", "em", "a") goes only after a question word."""
    if fold(closer) in ("di", "em", "ban", "a", "ha", "ta", "ho", "da", "roi", "ca", "hu", "he", "co", "ad", "troi"):
        last = fold(rest).split()[-1:]
        return closer in ("à", "hả", "ạ", "rồi", "hử", "hở") or last[0] in (
            "ai", "nao", "gi", "dau", "gio", "nhieu", "may", "khong", "chua", "vay", "the", "bot",
        )  # fmt: skip
    return True


def _expand(text: str) -> str:
    """Return the question with chat abbreviations written out."""
    bare = is_unaccented(text)

    def replace(match: re.Match[str]) -> str:
        word = match.group()
        key = word.lower()
        long = ABBREVIATIONS.get(key) or ENGLISH.get(word)
        if long is None:
            return word
        if key not in ABBREVIATIONS and (
            text.isascii() or "-" in (text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1])
        ):
            return word  # Vietnamese without its marks, or a part of a longer word
        if len(word) == 1 and word.isupper() and not text.isupper():
            return word  # "J Trust", "ông T": a letter of a name
        if key in _UNSAFE and not _safe_here(text, match):
            return word
        if key == "đc" and _COMRADE.match(text, match.end()) is not None:
            long = "đồng chí"
        if len(word) > 3 and word.isupper() and text.isupper():
            long = long.upper()
        return fold(long) if bare else long

    return re.sub(r"(?<![\w./])[^\W\d_]+(?:[/.][^\W\d_]+)?(?![\w/])(?!\.\w)", replace, text)


_NO_ANSWER_YET = r"(?:\s+(?:bot|vậy|vay|nhỉ|nhi|ạ|ta|à))?\s*[?!.…]*$"


# Written small these stand for their word ("DC" is a town); some only before what follows here, in bare letters.
_SMALL = {
    **dict.fromkeys(("dc", "hs", "sv", "đb"), compiled_later("")),
    **dict.fromkeys(("ng", "bv"), compiled_later(r"\s")),
    "ct": compiled_later(r"\s+(?!\d|tnhh|co phan|cp(?!\w))"),
    "gđ": compiled_later(r"\s+(?:so|cong ty|cty|benh vien|bv|trung tam|vien|truong|nha may|nha hat)(?!\w)"),
}
# Before a name or an office "đc" is a comrade.
_COMRADE = compiled_later(rf"\s+(?:[{UPPER}]|{offices.HEAD.pattern})")


def _safe_here(text: str, match: re.Match[str]) -> bool:
    key, word = match.group().lower(), match.group()
    before, after = fold(text[: match.start()]).rstrip(), text[match.end() :]
    if key in ("k", "kg", "kh", "hong", "hem", "hk"):
        return (
            re.match(_NO_ANSWER_YET, after) is not None
            and len(text.split()) > 3
            and not before.endswith(("mau", "ong", "ba", "bao nhieu", "may"))
        )
    if key == "rứa":
        return not word.istitle()  # "Tô Huy Rứa" is a name
    if key in ("z", "dạ"):
        return re.match(_NO_ANSWER_YET, after) is not None
    if key == "tư":
        return before.endswith(("dang", "uong", "ban", "uy")) and word.isupper()
    if key == "bn":
        return not word.isupper() or text.isupper()
    if key in ("ds", "cq", "pb", "lđ", "cb", "kq", "vs", "ns", "lm", "nx", "nhiu", "ad", "sk", "đn", "cv"):
        return word.islower() and not (key == "sk" and before.endswith("bo"))
    if word.islower() and key in _SMALL and not before.endswith("washington"):
        return _SMALL[key].match(fold(after)) is not None
    return key in ("bt", "pt", "hp", "gđ", "btc", "sl") and word.isupper() and not text.isupper()


@built_later(())
def _regional_patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    # A word of one syllable is only that word with its accents: "Nữ hoàng Anh phát biểu" has no "ảnh".
    usual = tuple((s, cues.pattern(p, strict=0 < len(p.split("(")[0]) < 4), r) for s, p, r in REGIONAL)
    syllable, pattern, replacement = WHICH_OF_CENTRE
    return (*usual, (syllable, cues.pattern(pattern, strict=True), replacement))


def _regional(text: str) -> str:
    bare = is_unaccented(text)
    there = _syllables_of(text)
    for syllable, pattern, replacement in _regional_patterns():
        if syllable not in there:
            continue
        changed = pattern.sub(fold(replacement) if bare else replacement, text)
        if changed != text:
            text, there = changed, _syllables_of(changed)
    return text


def _syllables_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


def _turn(text: str) -> str:
    """Return the question with the question word where the readers look for it (see `TURNED`)."""
    bare = is_unaccented(text)
    for pattern, replacement in TURNED:
        match = cues.pattern(pattern).fullmatch(text)
        if match is not None:
            turned = match.expand(fold(replacement) if bare else replacement)
            return turned[:1].upper() + turned[1:] if text[:1].isupper() else turned
    return who_is(text)
