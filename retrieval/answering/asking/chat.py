"""What chat puts around and into a question: greetings, padding, abbreviations, words of the regions, turned sentences.

Everything here is a table; the functions below only apply the tables, and keep the question in reading form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.chat_tables import ENGLISH, REGIONAL, WHICH_OF_CENTRE
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
}  # fmt: skip
# These stand for something else as well: only where `_safe_here` finds nothing against it.
_UNSAFE = frozenset((
    "tư", "bt", "dc", "kg", "kh", "ng", "pt", "tg", "k", "nv", "hp", "sl", "cp", "bh", "hong", "bn", "z", "dạ", "hem",
    "vs", "ns", "lm", "nx", "tg", "cv", "ad", "đt", "hk", "gđ", "btc", "nhiu", "sk", "đn",
    "mik", "mk", "ct", "đb", "hs", "sv", "bv", "rứa",
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
    f"cho {_ME}(?: xin)?(?= (?:danh sách|thông tin|tên|địa điểm|thời gian|ngày))", "cho xin(?= )",
    "(?:thế còn|vậy còn|thế thì|vậy thì|thế|vậy|à|ừ|ủa|ơ|ờ|rồi|ok|oke)[,]?(?= )", "hãy(?= )",
    "(?:theo )?(?:các )?báo cáo(?: thì)?,",
)  # fmt: skip
CLOSERS = (
    "(?:vậy bot|hả bot|thế bot|bot ơi|bot|bạn|ad|em|vậy|thế|nhỉ|ạ|hả|nhé|nha|nhe|nhen|à|ta|đấy|rồi|với|đó|ấy|hen|"
    "hè|cơ|cả|"
    "hử|hở|dạ|trời|trời ơi|luôn|mọi người|mn|mng|mn ơi|các bạn|các bác|cô chú|anh chị|v|z|tr|cà|nhở|nhể|nè|cả nhà|"
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

# What is not about reports at all. Folded; the whole question, without padding, must match.
SMALL_TALK: tuple[tuple[str, str], ...] = (  # (aspect, pattern)
    ("greeting",
        r"(?:xin )?chao(?: (?:ban|bot|em|anh|chi|ad|aidu|moi nguoi|ca nha|buoi (?:sang|chieu|toi)))*|(?:hi|hello|"
        r"helo|hey|alo|a lo|hi there|good morning)(?: (?:ban|bot|ad|aidu|em|there))*|bot oi|ban oi|aidu oi"),
    ("thanks",
        r"(?:ok |oke |da |vang |u )*(?:xin )?(?:rat )?(?:cam on|cam ta|tks|thanks|thank you|thank|thks|cam on)(?: "
        r"(?:ban|bot|em|anh|chi|ad|aidu|nhieu|rat|nha|nhe|a|lam|you|so much|da tra loi|vi da giup))*"),
    ("farewell",
        r"(?:tam biet|bye|bai|bye bye|goodbye|hen gap lai|chuc ngu ngon)(?: (?:ban|bot|em|anh|chi|ad|aidu|nha|"
        r"nhe))*"),
    ("about_bot",
        r"(?:ban|bot|aidu|may|chu may)(?: (?:la ai|ten (?:la )?gi|la gi|la cai gi|lam duoc (?:nhung )?gi|lam duoc "
        r"nhung viec gi|lam gi duoc|biet lam gi|biet nhung gi|biet gi|co the (?:lam|giup)(?: duoc)?(?: nhung)? "
        r"gi.*|giup duoc gi.*|la nguoi hay may|la robot.*|la con trai hay con gai|do ai (?:tao|lam) ra))|ai (?:da "
        r")?(?:tao|lam|viet|sinh|lap trinh) ra (?:ban|bot|aidu|may)"),
    ("chat",
        r"(?:ban|bot|em|aidu) (?:co )?(?:khoe|met|vui|buon|doi|nguoi yeu|yeu|thich|ngu|an com)(?: \w+){0,4}|"
        r"(?:ban|bot|aidu|em) (?:bao nhieu|may) tuoi.*|(?:ok|oke|okay|vang|da|u|uh|uhm|duoc|tot|hay qua|gioi qua|"
        r"gioi|tuyet|tuyet voi|dung roi|sai roi|haha|hihi|hehe|\.+)(?: (?:bot|ban|em))*"),
)  # fmt: skip
# Requests and questions that no press report answers. Folded, anywhere in the question unless they say otherwise.
OFF_SUBJECT: tuple[str, ...] = (
    r"(?:thoi tiet|nhiet do|du bao thoi tiet)(?:\W|$)(?!.*(?:hoi nghi|hoi thao|cuoc hop|le ))(?=.*(?:hom nay|ngay "
    r"mai|bay gio|tuan (?:nay|toi|sau)|the nao|ra sao|bao nhieu do|hien tai|hien gio|mai))",
    r"^(?:\w+ ){0,6}(?:hom nay|ngay mai|mai|bay gio|chieu nay|toi nay|sang mai|tuan sau)(?: \w+){0,4} (?:co "
    r")?(?:mua|nang|lanh|nong|bao|am u|ret)(?: (?:khong|to khong|khong nhi|chua|lon khong|nhieu khong))$",
    r"^(?:\w+ ){0,4}(?:hom nay|ngay mai|mai|bay gio|chieu nay|toi nay|sang mai) (?:\w+ ){0,4}(?:co )?(?:mua|nang|"
    r"lanh|nong|bao|ret)(?: (?:khong|to khong))$",
    r"^(?:gia|ty gia|ti gia) (?:vang|usd|do la|do|dola|xang|dau|bitcoin|btc|bac|euro|co phieu|chung khoan|dat|heo|"
    r"ca phe|gao)(?!\w)(?!.*(?:hoi nghi|hoi thao|du hop))",
    r"(?:so dien thoai|so dt|hotline|dia chi email|email|(?<!tren )(?<!qua )(?<!bai )(?<!mang )"
    r"(?:facebook|zalo)(?= (?:cua|ca nhan|la gi)|$)|so tai khoan|mat khau|"
    r"so cmnd|so cccd|can cuoc cong dan so)(?!\w)(?=.*(?:la gi|bao nhieu|cua|khong|xin|cho)|$)",
    r"(?:nha rieng|dia chi nha|cho o cua|que quan)(?!\w)(?=.*(?:o dau|la gi|nao|bao nhieu|may|$))",
    # A day of birth; a birthday that was kept is an event.
    r"(?<!mung )(?<!tiec )(?<!le )sinh nhat(?! (?:lan thu|thu|\d))"
    r"(?!.*(?<!\w)(?:to chuc|du|mung|cung|tham du|tang|tuoi)(?!\w))(?=.*(?:o dau|la gi|nao|bao nhieu|may|$))",
    r"^(?:bay gio|hien tai|hien gio)(?: dang)?(?: la)? (?:may|bao nhieu) (?:gio|h)(?: roi)?$",
    r"^hom nay(?: la)? (?:thu may|ngay may|ngay bao nhieu|ngay gi|thu bao nhieu|la thu may|mung may|am lich.*)(?: "
    r"roi)?$",
    r"(?:^|(?:toi|minh|em|tui) )(?:ke|viet|sang tac|doc|hat|dich|lam|nghe)(?: (?:cho|giup)?(?: (?:minh|toi|em|"
    r"tui))?(?: nghe)?)? ?(?:mot |1 |bai |cau |may )*(?:chuyen cuoi|truyen cuoi|cau chuyen|chuyen vui|bai tho|tho|"
    r"bai hat|bai van|doan van|code|bai toan|tieng anh|truyen|joke)(?!\w)(?: (?:di|ngan|vui|ve .*|cho .*|nao|"
    r"ma.*))?$",
    r"^[\d\s.,]+(?:cong|tru|nhan|chia|\+|-|x|\*|/|:)[\d\s.,]+(?:bang|=)?\s*(?:may|bao nhieu|\?)?$",
    r"^(?:ket qua )?(?:xo so|kqxs|lo de|so de)(?!\w)", r"^(?:toi|minh|em) nen (?:an|mua|lam|di|choi|mac)(?!\w)",
    r"^(?:an gi|trua nay an gi|toi nay an gi|xem phim gi)(?!\w)",
    r"^(?:cach|cong thuc|huong dan) (?:nau|lam|cai|su dung|giam can)(?!\w)",
    r"(?:dep trai|xinh gai|co vo chua|co chong chua|may vo|may con(?= roi|$))(?!\w)",
)  # fmt: skip
# Facts about a person that reports seldom tell: they must be told with the very word.
PERSONAL: tuple[tuple[str, str], ...] = (
    (
        "age",
        r"(?:bao nhieu|may) tuoi|tuoi cua|do tuoi|sinh nam (?:bao nhieu|nao|may)|nam sinh|(?<!nam )ngay sinh|sinh ngay",
    ),
)


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
    aspects = _off_subject(spoken)
    expanded = _regional(_expand(text))
    stripped, soft = _strip(expanded)
    if (first := question_first(stripped)) is not None:
        stripped = _strip(first)[0]
    elif (claim := stated(expanded)) is not None:
        stripped = claim
    if not aspects and (rest := _bare_words(stripped)) != spoken:
        aspects = _off_subject(rest)
    plain = turn(stripped)
    asked = noun_asked(plain) if plain == stripped and not soft else None
    return Tidied(_turn(asked or plain), soft, frozenset(aspects), asked is not None)


_SIGN = compiled_later(r"[^\w\s/+*=:.-]")


def _bare_words(text: str) -> str:
    """Return the words of a question in bare letters, without the signs around it and most of those within."""
    return " ".join(_SIGN.sub(" ", fold(text)).split()).strip(" .:-")


# A question in English: a question word that begins it, and another word that is no Vietnamese syllable, as is a verb
# in -ed behind the first. "WHO" begins Vietnamese questions too.
_ENGLISH = compiled_later(
    r"(?:who|whom|whose|when|where|what|which|how|did|does|was|were|is|are|tell me|"
    r"please|(?:can|could) you|list)\s"
)
_ENGLISH_TOO = compiled_later(
    r"\s(?:did|was|were|is|are|attended|attend|chaired|spoke|speak|at|of|conference|meeting|many|much|you|your|took|opened|"
    r"closed|held|happened|said|talked|from|people|minister|president|chair|chairs|chairman|attends|attendees|"
    r"participants|met|led|present)(?!\w)|^\w+ [a-z]{3,}ed(?!\w)"
)


_PADDING = compiled_later(r"(?: (?:vay|the|nhi|a|ha|nhe|nha|di|z|ta|bot|ban oi))+$")
_SMALL_TALK = [(aspect, compiled_later(pattern)) for aspect, pattern in SMALL_TALK]
_OFF_SUBJECT = [compiled_later(pattern) for pattern in OFF_SUBJECT]
_PERSONAL = [(aspect, compiled_later(rf"(?<!\w)(?:{pattern})(?!\w)")) for aspect, pattern in PERSONAL]


def _off_subject(spoken: str) -> set[str]:
    plain = _PADDING.sub("", spoken) or spoken
    for aspect, pattern in _SMALL_TALK:
        if pattern.fullmatch(plain):
            return {"off_subject", aspect}
    if _ENGLISH.match(plain) and _ENGLISH_TOO.search(plain):
        return {"off_subject", "english"}
    for pattern in _OFF_SUBJECT:
        if pattern.search(plain):
            return {"off_subject"}
    return {aspect for aspect, pattern in _PERSONAL if pattern.search(plain)}


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
    if key in ("vs", "ns", "lm", "nx", "nhiu", "ad", "sk", "đn", "cv"):
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
