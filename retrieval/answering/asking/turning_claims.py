"""Yes/no questions of other shapes, turned into the shape "... có ... không" where it is seen what is claimed."""

from __future__ import annotations

from retrieval.answering.asking import cues
from retrieval.answering.asking.predicates import predicate_start
from retrieval.language.dates import find_dates
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import find_people, is_vietnamese_syllable
from retrieval.language.normalize import is_unaccented
from retrieval.language.numerals import find_quantities

# What tells when or where before the clause itself ("Sau lễ ký, ...").
LEAD = cues.shape(
    r"(?:tại|ở|trong|theo|khi|lúc|hồi|thời điểm|vào|sau|trước|hôm|sáng|chiều|tối|ngày|nhân|"
    r"bên lề|cùng|ngoài|dịp)\s+[^,]{3,120},\s+"
)
_NEVER = cues.shape(r"(?<!\w)(?:không|chưa|chẳng|chả)\s+bao giờ(?!\w)")
_ASKS = cues.shape(
    r"(?<!\w)(?:ai|nào|gì|đâu|mấy|bao nhiêu|bao giờ|bao lâu|khi nào|không|chưa|hay|ra sao|thế nào)\s*$|"
    r"(?<!\w)(?:ai|nào|gì|mấy|bao nhiêu|bao giờ|bao lâu|ra sao|"
    r"(?:ở|tại|đi|về|đến|tới|từ|sang|ra|vào|lên|xuống|ghé|qua) đâu)(?!\w)"
)


def asks(text: str) -> bool:
    """Tell whether a text has a question word of its own."""
    return _ASKS.search(_NEVER.sub("", text)) is not None


_IS_IT_SO = cues.shape(
    r"(?:(?:có phải|phải chăng|có đúng|có thật|đúng là|có phải là|có đúng là|có thật là)\s+(?:là\s+|rằng\s+)?"
    r"(?P<first>.+?)(?:\s+(?:không|chứ))?|(?P<last>.+?)\s*,?\s+(?:có\s+)?(?:phải|đúng)\s+không|"
    r"(?P<alone>.+?(?<!hàng)(?<!phòng)(?<!tay))\s+không)"
)
_SOURCE_LAST = cues.shape(
    r"(?P<claim>[^,?].*\s(?:không|chưa|rồi)),\s*(?P<source>theo\s+[^,?]{3,60}?)"
    r"(?P<asks>,\s*(?:đúng|phải|có đúng)\s+không)?"
)
_PUT = cues.shape(r"(?:không|chưa)$")


def source_first(text: str) -> str:
    """Turn "Bà A có dự không, theo ông B" into "Theo ông B, bà A có dự không"; others stay as they are."""
    m = _SOURCE_LAST.fullmatch(text)
    if m is None or not (m["asks"] or _PUT.search(m["claim"])):
        return text
    return f"{m['source'][:1].upper()}{m['source'][1:]}, {m['claim']}{m['asks'] or ''}"


_IF = cues.shape(r"liệu\s+(?:rằng\s+)?(?=.*\skhông$)")
_TENSE = cues.shape(r"(?:sẽ|đang|vừa)\s+")  # "đã" is kept: what is only planned is no proof of it
_AUXILIARY = cues.shape(r"(?:đã|sẽ|đang|vừa|được|bị|từng|vẫn|còn|cũng)\s")
_HAS = cues.shape(r"(?<!\w)có\s")
# A denial is put to the test as it is, and so is who or what somebody is.
_DENIED = cues.shape(r"(?<!\w)(?:không|chưa|chẳng|chả|chỉ)(?!\w)|\srồi$")
_AS_IT_IS = cues.shape(r"(?<!\w)(?:là|do|gồm|mà|thì)(?!\w)")
_AFFIRMED = cues.shape(rf"(?<!\w)(?:{'|'.join(cues.AFFIRMED)})(?!\w)")


def whether(text: str) -> str | None:
    """Turn "Có phải bà A dự lễ ký?" and "Bà A dự lễ ký phải không" into "Bà A có dự lễ ký không"."""
    if (m := _IF.match(text)) is not None:
        return text[m.end() :]
    m = None if is_unaccented(text) else _IS_IT_SO.fullmatch(text)
    if m is None:
        return None
    claim = next(filter(None, m.groups()))
    if asks(claim) or _DENIED.search(claim) or (m["alone"] and _AFFIRMED.search(claim)):
        return None
    if _HAS.search(claim):
        return f"{claim} không"
    told = _told_of(claim, _behind_lead(claim))
    if told is None or _is_only_dated(claim[told:]) or _AS_IT_IS.search(claim[: told + 3]):
        return None
    predicate = claim[told:]
    if not (_AUXILIARY.match(predicate) or _ends_in_name(claim[:told])):
        return None
    tense = _TENSE.match(predicate)
    return f"{claim[:told]}có {predicate[tense.end() if tense else 0 :]} không"


def stated(text: str) -> str | None:
    """Turn a statement that only its sign makes a question ("Bà A dự lễ ký?") into "Bà A dự lễ ký phải không".

    Only what is said of a person by the full name: a phrase ("Chủ trì hội nghị?") asks for what it lacks.
    """
    claim = text.rstrip("? ")
    if not text.rstrip().endswith("?") or is_unaccented(text) or asks(claim) or _IS_IT_SO.fullmatch(claim) is not None:
        return None
    named = next((p for p in find_people(claim) if p.outer_start == 0 and not p.short), None)
    if named is None or (behind := _BEHIND_NAME.match(claim, named.outer_end)) is None:
        return None
    start = behind.start("word")
    if _AS_IT_IS.match(claim, start) is None and predicate_start(claim, 0, named.outer_end) != start:
        return None
    return f"{claim} phải không" if len(claim[start:].split()) >= _PREDICATE else None


_PREDICATE = 2  # words of what is said of somebody, at least


def with_detail(text: str) -> str | None:
    """Turn a sentence without a question word that gives a day, an amount or a place into "... phải không".

    Every word of it must be Vietnamese or a name: what is typed amiss may be a question word.
    """
    if is_unaccented(text) or asks(text) or not all(map(is_vietnamese_syllable, _SMALL_WORD.findall(text))):
        return None
    lead = LEAD.match(text)
    start = lead.end() if lead is not None else 0
    head = _FIRST_WORD.match(text, start)
    told = predicate_start(text, start, head.end()) if head is not None else None
    if told is None:
        return None
    given = (
        any(d.date.day is not None and d.start > told for d in find_dates(text))
        or any((q.unit or q.nouns) and q.start > told for q in find_quantities(text))
        or _SAYS_WHAT.search(text, told) is not None
    )
    return f"{text} phải không" if given else None


_SMALL_WORD = compiled_later(r"(?<![\w-])[^\W\d_A-ZĐÀ-Ỹ]+(?![\w-])")
_SAYS_WHAT = cues.shape(r"(?<!\w)(?:là|do|ở|tại)\s+\S")


def _told_of(claim: str, start: int) -> int | None:
    """Return where the predicate of a statement begins: right behind the person it is about, else with a verb."""
    named = next((p for p in find_people(claim) if p.outer_start == start), None)
    if named is not None and (behind := _BEHIND_NAME.match(claim, named.outer_end)) is not None:
        return behind.start("word")
    head = _FIRST_WORD.match(claim, start)
    return predicate_start(claim, start, head.end()) if head is not None else None


_BEHIND_NAME = cues.shape(
    r"\s+(?P<word>(?!(?:của|và|cùng|với|ở|tại|bên|từ|thì|hay|người|sau|trước|khi|lúc|trong)(?!\w))[^\W\d_]+)"
)
_FIRST_WORD = compiled_later(r"\S+\s")


def _behind_lead(claim: str) -> int:
    """Return where the clause begins behind what tells when or where ("Sau lễ ký, ông A ...")."""
    lead = LEAD.match(claim)
    if lead is not None:
        return lead.end()
    people = {p.outer_start for p in find_people(claim)}
    commas = (m.end() for m in _COMMA.finditer(claim))
    return 0 if 0 in people else next((end for end in commas if end in people), 0)


_COMMA = compiled_later(r",\s+")


def _ends_in_name(subject: str) -> bool:
    """Tell whether a subject surely ends: with a name or a figure."""
    last = subject.split()[-1:]
    return bool(last) and not last[0][0].islower()


def _is_only_dated(predicate: str) -> bool:
    """Tell whether hardly more than a time is claimed ("diễn ra ngày 5/5"), which is compared with the report's."""
    dates = find_dates(predicate)
    if _PART.search(predicate) is not None and len(predicate.split()) < _MORE_THAN_TIME + 1:
        return True
    return bool(dates) and len(predicate.split()) - sum(len(d.text.split()) for d in dates) < _MORE_THAN_TIME


_MORE_THAN_TIME = 5  # words
_PART = cues.shape(r"(?<!\w)buổi\s+(?:sáng|trưa|chiều|tối)(?!\w)")

_OR_NOT = cues.shape(r"\s+hay(?:\s+là)?\s+(?=(?:không|chưa)$)|(?<=chưa)\s*,\s*có hay(?: là)? không$")


def without_or(text: str) -> str | None:
    """Turn "Bà A có dự lễ ký hay không" into "Bà A có dự lễ ký không"."""
    return _OR_NOT.sub(" ", text) if _OR_NOT.search(text) is not None else None
