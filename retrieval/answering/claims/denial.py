"""Sentences that deny a claim by its verb: "không dùng tới nó", "theo kế hoạch cũng dự, nhưng ...", "đã ba lần dự"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.claim import Claim, is_identity
from retrieval.answering.evidence.matching import coverage
from retrieval.answering.evidence.synonyms import SYNONYMS
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.facts.acts import VERBS, Act, find_acts
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.patterns import starts_with_word
from retrieval.language.word_tagger import words as segment

# Verbs that are used for one another, beside those of one act (`facts.acts`); accents count.
_ALIKE = (
    ("quay lại", "trở lại", "quay trở lại", "quay về", "trở về"), ("dùng", "sử dụng", "dùng tới", "dùng đến"),
    ("trả lời", "hồi đáp", "giải đáp", "đáp lại"), ("bồi thường", "đền bù"), ("mở", "tổ chức"),
    ("dự", "tham dự", "đến dự", "tham gia", "xuất hiện", "có mặt", "góp mặt", "hiện diện"),
    ("nói rõ", "nêu rõ", "xác định", "tiết lộ", "công bố", "làm rõ", "cho biết rõ", "nêu", "kể", "hé lộ"),
    ("nhắc", "nhắc tới", "nhắc đến", "đề cập", "đề cập tới", "đề cập đến", "nói tới", "nói đến"),
    ("bàn", "thảo luận", "trao đổi", "đề cập", "bàn bạc"), ("nhận lại", "lấy lại"),
    ("xuống", "đến", "tới", "có mặt", "xuống tận nơi", "đến tận nơi"), ("áp dụng", "có hiệu lực"),
    ("đe dọa", "gây nguy hiểm"), ("cho phép", "cho"), ("phát hiện", "tìm thấy"), ("ký", "ký kết"), ("dừng", "ngừng"),
    ("chốt", "xác định", "ấn định", "quyết định"),
    ("duyệt", "phê duyệt", "phê chuẩn"), ("trả", "chi trả", "thanh toán"), ("liên quan", "dính líu", "dính dáng"),
)  # fmt: skip
# What may stand between the word that affirms and the verb of the claim.
LEADING = cues.shape(
    r"(?:\s|(?<!\w)(?:đã|sẽ|đang|vừa|từng|cũng|cùng|được|bị|mời|trực tiếp|đích thân|còn|lại|kịp|phải|muốn|định|chịu|"
    r"ai|người|lần|hề|thực sự)(?!\w))*"
)
_DENIER = (
    r"(?<!the )(?<!neu )(?<!de )(?<!hay )(?:khong|chua|chang)"
    r"(?: (?:he|the|con|muon|duoc|bi|dinh|co|(?:co )?(?:y dinh|ke hoach|chu truong)|qua|phai|can|kip|chiu|dam|tung|"
    r"tiep tuc|truc tiep|bao gio))? "
    r"|(?:khong|chua) duoc (?:\w+ ){1,6}?"  # by whom: "chưa được cấp có thẩm quyền phê duyệt"
    r"|(?:tu choi|khuoc tu|khong phai|chua tung|khong ai [^,.;]{0,24}?) ?"
)
_DENIED = compiled_later(r"(?<!\w)(?:khong|chua|chang|tu choi|khuoc tu)")
# Words before a denial that make it a wish or an order, which tells of no deed.
_WISHED = compiled_later(r"(?<!\w)(?:yeu cau|de nghi|keu goi|canh bao|mong|neu|se phai|tranh|can|nen)(?: \w+){0,4} $")
_PLANNED = compiled_later(
    r"(?<!\w)(?:theo (?:kế hoạch|lịch trình|dự kiến|lịch)|(?:ban đầu|trước đó) (?:dự kiến|dự định|định)|lẽ ra|"
    r"đáng lẽ|đúng ra)(?!\w).*(?<!\w)(?P<but>nhưng|song|tuy nhiên|thế nhưng|rốt cuộc)(?!\w)|"
    r"(?<!\w)(?:muốn|(?<!khẳng )(?<!quyết )(?<!quy )(?<!nhận )(?<!ranh )định|có ý|ngỏ ý|đề nghị|xin)(?!\w)[^.;]*"
    r"(?<!\w)(?P<yet>nhưng|song|tuy nhiên)(?!\w)"
    r"[^.;]*(?<!\w)(?:từ chối|không (?:thể|được|thành|đồng ý|chịu|nhận)|bất thành|bị hủy)(?!\w)",
    re.IGNORECASE,
)
# How much of the question the sentence must bear, and it or one of the two before it, whose words it takes up.
_LEAST, _LED = 0.3, 0.5
_BACK = 2


def verb_of(question: Question, claim: Claim) -> str:
    """Return the verb that a claim begins with, in lower case: the first word after its auxiliaries; "" for none."""
    led = LEADING.match(question.text, claim.core[0], claim.core[1])
    start = led.end() if led is not None else claim.core[0]
    rest = question.text[start : claim.core[1]].lower()
    listed = [v for row in _ALIKE for v in row if starts_with_word(rest.lstrip(), v)]
    listed += [a.verb for a in find_acts(rest) if a.start <= 1]
    found = segment(rest)
    return max(listed, key=len) if listed else found[0] if found else ""


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return `verb` and the verbs that are used for it, the longest first."""
    acts = next((verbs for verbs in VERBS.values() if verb in verbs), ())
    alike = {v for row in (*_ALIKE, *SYNONYMS) if verb in row for v in row}
    kin = {verb, *alike, *(v for v in acts if set(v.split()) & set(verb.split()) and v not in _CONTRARY)}
    return tuple(sorted(kin, key=lambda v: (-len(v), v)))


# Of one act with those that affirm ("xác nhận", "thừa nhận"), and their contrary.
_CONTRARY = frozenset(("phủ nhận", "bác bỏ", "từ chối"))


@cache
def denied_verb(verb: str) -> re.Pattern[str]:
    """Return the pattern, over bare letters, of a denial of `verb` or of a verb that is used for it.

    Forms of two letters are left out ("dự"): they are too many words at once.
    """
    shapes = (_ANY.join(map(re.escape, form)) for form in _bare_forms(verb))
    return re.compile(rf"(?<!\w)(?:{_DENIER})(?P<verb>{'|'.join(shapes) or '(?!)'})(?!\w)")


@lru_cache(maxsize=64)
def _bare_forms(verb: str) -> list[list[str]]:
    """Return the syllables, in bare letters, of `verb` and of the verbs that are used for it."""
    forms = map(fold, verb_forms(verb))
    return [form.split(" ") for form in forms if len(form) > 2]


# Between the syllables of a verb that is denied: "không nổ bất cứ phát súng nào".
_ANY = r"(?: (?:bat cu|bat ky|mot)(?: (?:phat|loi|cau|dong|buoc|lan|cuoc|nguoi))?)? "


def is_denied_in(verb: str, folded: str) -> bool:
    """Tell whether `folded`, a sentence in bare letters, denies `verb` as a deed that was done."""
    there = any(all(syllable in folded for syllable in form) for form in _bare_forms(verb))
    if not there or _DENIED.search(folded) is None:
        return False  # before a pattern is made of the verb
    return any(_WISHED.search(folded[: m.start()]) is None for m in denied_verb(verb).finditer(folded))


def denies_verb(verb: str, view: View, sentence: int) -> bool:
    """Tell whether a sentence of a report denies `verb` as a deed that was done."""
    return is_denied_in(verb, view.folded[sentence])


def bears_denial(words: Sequence[QueryWord], view: View, sentence: int) -> float:
    """Return how well (0 to 1) a sentence bears the question, with those before it that it takes up; 0 for hardly."""
    own = coverage(words, view, sentence)
    led = max((coverage(words, view, i) for i in range(max(0, sentence - _BACK), sentence)), default=0.0)
    best = max(own, 0.5 * (own + led))
    return best if own >= _LEAST and max(own, led) >= _LED else 0.0


def was_only_planned(text: str, *told: int) -> bool:
    """Tell whether a sentence tells of a plan and then of what came instead ("Theo kế hoạch ..., nhưng ...").

    `told` are the places where it has the deed: before that.
    """
    found = _PLANNED.search(text)
    but = max(found.start("but"), found.start("yet")) if found is not None else -1
    return but >= 0 and all(at < but for at in told)


_CALLED_OFF = cues.shape(
    r"(?<!\w)(?:hủy|huỷ)(?:\s+bỏ)?\s+(?:(?:các|những|một)\s+)?"
    r"(?:cuộc (?:gặp|hội đàm|hội kiến|đàm phán|điện đàm)|chuyến (?:thăm|đi|công du))(?!\w)"
)


def was_called_off(question: Question, text: str) -> bool:
    """Tell whether a sentence tells that a meeting or visit was called off, and the question asks if it was held."""
    return not _OFF.search(question.text) and _CALLED_OFF.search(text) is not None


_OFF = cues.shape(r"(?<!\w)(?:hủy|huỷ|hoãn)(?!\w)")

# A number of times, which is not the first; and a time that is a later one.
_TIMES = compiled_later(
    r"(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|\d+)\s+lần(?!\w)(?!\s+(?:so|cao|thấp))", re.I
)
_LATER = compiled_later(
    r"(?<!\w)là (?:lần|năm|mùa|kỳ|đợt) thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười|[2-9]\d?|1\d)(?!\w)"
)
# Of those elected, that they held the office before.
_AGAIN = cues.shape(r"(?<!\w)tái (?:đắc cử|cử|trúng cử|bổ nhiệm|nhiệm)(?!\w)")
_FIRST = cues.shape(r"(?<!\w)lần đầu(?: tiên)?(?!\w)")


def asks_first(question: Question) -> bool:
    """Tell whether a question asks if something was done for the first time."""
    return _FIRST.search(question.text) is not None


def was_done_before(question: Question, verb: str, view: View, sentence: int) -> bool:
    """Tell whether a sentence tells that was done several times what the question asks about as the first time."""
    asked = _FIRST.search(question.text)
    text = view.facts.sentences[sentence].text
    if asked is None:
        return False
    if (is_identity(question) or asked.start() == 0) and _LATER.search(text) is not None:
        return True
    acts = {a.act for a in find_acts(question.text[asked.end() :])} or {a.act for a in find_acts(verb)}
    if Act.APPOINT in acts and _AGAIN.search(text) is not None:
        return True
    told = _TIMES.search(text)
    if told is None:
        return False
    return any(a.act in acts and abs(a.start - told.end()) < 12 for a in find_acts(text))
