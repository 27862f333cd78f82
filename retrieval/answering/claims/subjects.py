"""Whom a yes/no question is about: the person named, one related to that person, or a thing that bears the name."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.thing_nouns import THEME_NOUNS
from retrieval.answering.claims.claim import Claim
from retrieval.answering.evidence.people_asked import Named
from retrieval.facts.acts import find_acts
from retrieval.language.normalize import fold

# People told by whose they are, with the other words that a report may have for them.
RELATIONS: dict[str, tuple[str, ...]] = {
    "phu nhân": ("vợ",), "vợ": ("phu nhân",), "chồng": (), "con trai": ("con",), "con gái": ("con",), "con": (),
    "mẹ": (), "cha": ("bố",), "bố": ("cha",), "bố mẹ": ("cha mẹ", "gia đình", "phụ huynh"),
    "cha mẹ": ("bố mẹ", "gia đình", "phụ huynh"), "anh trai": (), "em trai": (), "em gái": (), "chị gái": (),
    "gia đình": ("người nhà", "thân nhân", "người thân"), "người nhà": ("gia đình", "thân nhân", "người thân"),
    "trợ lý": (), "người phát ngôn": ("phát ngôn viên",), "phát ngôn viên": ("người phát ngôn",), "thư ký": (),
    "luật sư của": ("luật sư",),
}  # fmt: skip
_WHO = "|".join(sorted(RELATIONS, key=len, reverse=True))
# "Phu nhân Thủ tướng ..." asks about somebody else than the Thủ tướng.
RELATED = cues.shape(rf"(?<!\w)(?P<who>{_WHO})\s+(?:\S+\s+){{0,4}}$")
_BEGINS_RELATED = cues.shape(rf"\s*(?P<who>{_WHO})\s+(?!có(?!\w))\S")


def related_to(question: Question, claim: Claim, named: Sequence[Named]) -> tuple[str, ...]:
    """Return the words (bare letters) for one related to whom the question names, if it is about that one; else ()."""
    found = RELATED.search(question.text[: named[0].start]) if named else None
    if found is None:
        found = _BEGINS_RELATED.match(question.text, *claim.about)
    if found is None:
        return ()
    who = fold(found.group("who"))
    others = next(others for word, others in RELATIONS.items() if fold(word) == who)
    return (who, *map(fold, others))


def is_by_the_way(question: Question, claim: Claim, named: Named) -> bool:
    """Tell whether a person only describes what is asked about.

    So does the one in "cuộc đối thoại do Chủ tịch nước A chủ trì có ...", in "Trước Giáo hoàng B có ai ...", in "Đơn
    kiện ông C có ..." and in "Trong chỉ thị của ông D, bộ có ...".
    """
    before = question.text[: named.start]
    if _BESIDE.search(before) is not None:
        return True
    if claim.about[0] <= named.start < claim.about[1]:
        about = question.text[slice(*claim.about)]
        circumstance = _CIRCUMSTANCE.match(about)
        start = claim.about[0] + (circumstance.end() if circumstance is not None else 0)
        if (
            named.start < start
            or _in_apposition(question.text, start, claim.about[1], named)
            or _THING.match(question.text, start, named.start)
        ):
            return True
    elif claim.affirmed[1] <= named.start and claim.about[1] > claim.about[0] and RELATED.search(before):
        return True  # "... có quan hệ với vợ ông A không"
    if not question.text[slice(*claim.core)].strip():
        return False  # "Lễ ký do bà A chủ trì, đúng không": just that is claimed
    following = find_acts(question.text[named.end :])
    return _BY.search(before) is not None and bool(following) and following[0].start <= 2


def _in_apposition(text: str, start: int, end: int, named: Named) -> bool:
    """Tell whether a person stands only in what is set off by commas behind whom the question is about.

    "Tiến sĩ X, phiên dịch cuộc gặp của ông A, có ..." asks nothing of A.
    """
    first = text.find(",", start, named.start)
    return first >= 0 and bool(text[start:first].strip()) and text[named.end : end].rstrip().endswith(",")


_BY = cues.shape(r"(?<!\w)do\s+(?:[^\s,]+\s+){0,7}$")
_BESIDE = cues.shape(r"(?:^|,\s*)(?:trước|sau|ngoài|khác với|giống)\s+(?:[^\s,]+\s+){0,4}$")
# Set off before the subject: when, where, on what occasion.
_CIRCUMSTANCE = cues.shape(
    r"(?:trong|tại|ở|khi|lúc|sau|trước|nhân|hôm|ngày|vào|từ|với|tới|đến|bên lề|ngoài|dù|gặp|tiếp|nhận|thăm|trả lời|"
    r"phát biểu|hội đàm|làm việc|xác nhận|ra)\s[^,]*,\s*(?=\S)"
)
# Things that may bear a person's name.
_THING = cues.shape(
    rf"(?:{'|'.join(sorted((*cues.EVENT_NOUNS, *THEME_NOUNS), key=len, reverse=True))}|cuộc \w+|đơn|đơn kiện|"
    r"kháng cáo|bức thư|thư|lời|đề xuất|yêu cầu|chỉ thị|ý kiến|quan điểm|thi thể|tài sản|chuyến|phiên \w+)(?!\w)"
    r"(?! (?:sĩ|viên|trưởng|thủ)(?!\w))"
)
