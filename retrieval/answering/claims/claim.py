"""What a yes/no question claims, and whether a sentence affirms or denies it.

"Kháng cáo của ông A | có được | tòa chấp nhận | tại phiên phúc thẩm | không": before the word that affirms stands whom
the claim is about, after it what is claimed, and at the end, or set off by commas, when and where and by whose account.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.language.dates import compatible
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

YES, NO = "có", "không"
Span = tuple[int, int]

# Words that deny what follows them in their clause.
_DENYING = (
    "không", "chưa", "chẳng", "không hề", "chưa từng", "không thể", "từ chối", "bác", "bác bỏ", "phủ nhận", "vắng mặt",
    "hủy", "hủy bỏ", "hoãn", "ngừng", "đánh mất", "mất đi", "thay vì", "chứ không", "loại bỏ", "khước từ", "né tránh",
    "bị rút", "bị rút ra khỏi", "bị rút khỏi", "rút khỏi", "rút ra khỏi", "bị loại khỏi", "bị gạt khỏi", "đưa ra khỏi",
    "cấm", "nghiêm cấm",
    r"(?:chưa|không) đủ (?:cơ sở|căn cứ|điều kiện|chứng cứ|bằng chứng)(?: để)?",
    r"(?:chưa|không) có (?:cơ sở|căn cứ|ý định|kế hoạch|chủ trương|thẩm quyền|nhu cầu|khả năng)(?: để)?",
)  # fmt: skip
# Where "không" denies nothing.
_NO_DENIAL = (
    r"không (?:chỉ(?! (?:đạo|định|huy|trích|rõ|ra|thị|điểm))|những|chính thức|thường trực|chuyên trách|quân|gian|"
    r"khí|phận|ngừng|thể không|khỏi(?! (?:bệnh|ốm|hẳn))|ít|kể|riêng|đồng bộ|quên|lâu sau|chuyên|kém)|"
    r"không (?:rõ|biết)(?: rõ)? (?:liệu|vì sao|tại sao|ai|khi nào)|"
    r"(?:hàng|phòng|trên|vũ trụ và|tiền tuyến) không|hay không|(?:dù|cho dù) (?:có )?(?:hay )?không|không có nghĩa|"
    r"(?:không|chưa|chẳng) (?:hề |thể )?(?:phủ nhận|chối cãi|bác bỏ|loại trừ|từ chối)|"
    r"bác (?:sĩ|sỹ|ái|học|cháu|gái|ruột|hồ|tôn|ấy|nông|tài)|"
    r"ngừng (?:bắn|chiến|hoạt động|sản xuất|thở|tim)|hủy (?:diệt|hoại)|"
    r"mất (?:đi|mát) (?:to|lớn)|lệnh cấm|cấm (?:vận|kỵ|địa|túc)|chưa (?:kể|từng có tiền lệ)"
)
DENIAL = compiled_later(
    rf"(?<!\w)(?:{_NO_DENIAL})(?!\w)|"
    rf"(?<!\w)(?P<denial>{'|'.join(sorted(_DENYING, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
# How many characters after a denial a denied word may stand.
REACH = 34
# Before a person: somebody else did it, or it was not this one.
_NOT_THIS_ONE = compiled_later(
    r"(?<!\w)(?:thay (?:cho|vì)|chứ không phải(?: là)?|không phải(?: là)?)\s+(?:\S+\s+){0,4}$", re.I
)

# By whose account: it binds no sentence.
_SOURCE = cues.shape(r"(?:^|,\s*)theo\s+(?:lời\s+|như\s+|thông tin\s+(?:của|từ)\s+|thông báo\s+của\s+)?[^,]+(?:,|$)")
# What begins the circumstances after the claim itself.
_CIRCUMSTANCE = cues.shape(
    r"(?<!\w)(?!(?:ở )?(?:trong nước|ngoài nước|nước ngoài))(?:trong|tại|ở|hôm|ngày|lúc|khi|vào|sau khi|sau|trước|"
    r"nhân|lần này|cùng với|vì|sáng|tối|"
    r"(?<!một )chiều(?! (?:dài|cao|rộng|sâu|hướng))|hồi(?= (?:tháng|năm|đầu|cuối|giữa|tuần|ngày|\d)))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a yes/no question claims: the spans in the question's text.

    `affirmed` is the word that affirms ("có"), `about` what stands before it, `claimed` what follows, `core` its part
    before the circumstances, and `source` by whose account ((0, 0) where nobody is named).
    """

    affirmed: Span
    about: Span
    claimed: Span
    core: Span
    source: Span

    @property
    def stated(self) -> Span:
        """What is claimed, or all that is put to the test where nothing follows ("Lễ ký có 8 đoàn phải không")."""
        return self.core if self.core[1] - self.core[0] > _ONLY_PHAI else self.about


_ONLY_PHAI = 6  # characters: "phải" may be left of the words that put it to the test


def read_claim(question: Question) -> Claim:
    """Return what `question`, a yes/no question, claims."""
    text = question.text
    found = _SOURCE.search(text)
    source = found.span() if found is not None and found.end() - found.start() < len(text) - 8 else (0, 0)
    end = question.cue[0] if question.cue[0] > 0 else len(text)
    if text[question.cue[1] :].strip(" ?") and cues.search(cues.WHETHER, text[slice(*question.cue)]):
        end = len(text)  # "Đây có phải lần đầu ... không, chuyến thăm ấy?"
    affirmed = _affirmed(question, source, end)
    claimed = (affirmed[1], max(end, affirmed[1]))
    core = claimed
    circumstance = _CIRCUMSTANCE.search(text, affirmed[1], claimed[1])
    while circumstance is not None and len(text[affirmed[1] : circumstance.start()].split()) < 2:
        circumstance = _CIRCUMSTANCE.search(text, circumstance.end(), claimed[1])
    if circumstance is not None:
        core = (affirmed[1], circumstance.start())
    return Claim(affirmed, (source[1] if source[0] == 0 else 0, affirmed[0]), claimed, core, source)


def _affirmed(question: Question, source: Span, end: int) -> Span:
    """Return the word that affirms: "có" where there is one, else the first of the others."""
    text = question.text
    for words in (("có",), tuple(w for w in cues.AFFIRMED if w != "có")):
        for m in cues.pattern("|".join(words), strict=not question.unaccented).finditer(text, 0, end):
            if not source[0] <= m.start() < source[1]:
                part_of_verb = _PART_OF_VERB.match(text, m.start()) is not None
                return (m.start(), m.start() if part_of_verb else m.end())
    return (0, 0)


def denies_itself(question: Question, claim: Claim) -> bool:
    """Tell whether what is claimed is itself a denial ("Có phải ông A không dự không"), at the head or before it."""
    end = min(claim.core[0] + HEAD, question.cue[0]) if claim.core[1] > claim.core[0] else question.cue[0]
    return any(
        m.group("denial") and m.start() < end and (m.start() >= claim.core[0] or not _OF_NAMES.match(m.group()))
        for m in DENIAL.finditer(question.text)
    )


HEAD = 24  # characters
# Before the claim these are part of what it is about: "Lệnh ngừng đánh bắt ... có áp dụng ... không".
_OF_NAMES = compiled_later(r"ngừng|hủy|hoãn|cấm|nghiêm cấm|loại bỏ|rút khỏi", re.IGNORECASE)


def is_identity(question: Question) -> bool:
    """Tell whether a question asks by "có phải" or "đúng không", which puts a whole statement to the test."""
    return cues.search(("có phải", "phải không", "đúng không", "có đúng"), question.text) is not None


def is_put_to_test(question: Question) -> bool:
    """Tell whether a statement was put to the test when the question was typed, though "có phải" was turned since."""
    return is_identity(question) or _PUT_TO_TEST.search(fold(question.original)) is not None


_PUT_TO_TEST = compiled_later(r"(?<!\w)(?:co phai|phai chang|phai khong|dung khong|co dung|dung la)(?!\w)")


def is_other_day(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence gives days, and none of them can be the one that the question names."""
    asked = [d for d in question.dates if d.date.day is not None]
    told = [d.resolved for d in view.facts.dates if d.sentence == sentence and d.resolved.date.day is not None]
    return bool(asked and told) and all(compatible(a, t) is False for a in asked for t in told)


# "có" that is part of what is claimed.
_PART_OF_VERB = cues.shape(r"có (?:mặt|chủ đề|tên|hiệu lực)(?!\w)")


def words_in(words: Sequence[QueryWord], span: Span) -> list[QueryWord]:
    """Return the words of a question that begin within `span`."""
    return [w for w in words if span[0] <= w.start < span[1]]


def places_told(words: Sequence[QueryWord], view: View, sentence: int) -> list[tuple[int, float]]:
    """Return where the telling words of a claim stand in a sentence, with their weights."""
    return [
        (start, word.weight)
        for word in words
        if word.weight >= _TELLING
        for form in word.forms
        if view.sentences_with(form) >> sentence & 1
        for start, _ in view.places_of(sentence, form)
    ]


_TELLING = 1.5


def is_denied(claimed: Sequence[QueryWord], view: View, sentence: int) -> bool:
    """Tell whether a denial stands right before the head of what is claimed, or shortly before a good part of it."""
    text = view.facts.sentences[sentence].text
    denials = [m for m in DENIAL.finditer(text) if m.group("denial")]
    if not denials:
        return False
    telling = sorted((w for w in claimed if w.weight >= _TELLING), key=lambda w: w.start)
    places = {w: [start for start, _ in places_told([w], view, sentence)] for w in telling}
    present = [w for w in telling if places[w]]
    total = max(_weight(present), LEAST_REPEATED * _weight(telling))
    head = present[:2] if not set(present[:2]).isdisjoint(telling[:3]) else []
    for denial in denials:
        clause = re.split(r"[,;:.]", text[denial.end() :])[0]
        reach = denial.end() + min(len(clause), REACH)
        near = min(reach, denial.end() + NEXT)
        if any(denial.end() <= start <= near for w in head for start in places[w]):
            return True
        governed = [w for w in present if any(denial.end() <= start <= reach for start in places[w])]
        if _weight(governed) > DENIED_SHARE * total:
            return True
    return False


def _weight(words: Sequence[QueryWord]) -> float:
    return sum(word.weight for word in words)


# How much of what a sentence repeats of the claim a denial must govern, and how soon after it the head must come.
DENIED_SHARE = 0.3
LEAST_REPEATED = 0.6  # of the words of the claim; a sentence with fewer denies something else
NEXT = 12


def excludes_person(view: View, sentence: int, start: int) -> bool:
    """Tell whether the words before a person at `start` say that it was somebody else ("thay cho phát ngôn viên X")."""
    return _NOT_THIS_ONE.search(view.facts.sentences[sentence].text[:start]) is not None
