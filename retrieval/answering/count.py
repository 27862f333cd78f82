"""Candidates for "how many": the numbers that count the thing asked, and durations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answering import cues
from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.count_nouns import BARE, SOMEBODY, Asked, asked, counts
from retrieval.answering.count_spans import TOLD, durations, ordinals
from retrieval.answering.matching import coverage, nearness
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.answering.telling import Teller, tellers, told
from retrieval.answering.view import QueryWord, View
from retrieval.language.counted import numbered_before
from retrieval.language.normalize import fold
from retrieval.language.numerals import Quantity, find_quantities


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the numbers of `view` that may answer `question`, best first."""
    if "duration" in question.aspects:
        return durations(question, view, words)
    if "ordinal" in question.aspects:
        return ordinals(question, view, words)
    wanted = asked(question)
    told_by = tellers(question, words, view)
    done = _tellers_after(question, wanted, words, view)
    few = fold(question.text[slice(*question.cue)]) == "may"
    did = {a.act for a in question.acts if a.start >= question.cue[1]}
    led = _LEAD.search(question.folded[: question.cue[0]])
    lead = led.group().strip() if led is not None else ""
    exactly = _EXACTLY.search(question.text) is not None
    made = []
    period = _period(question.text)
    given = {re.sub(r"\s", "", q.text.lower()) for q in find_quantities(question.text)}
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.2:
            continue
        fitting = [
            (quantity, match)
            for quantity in find_quantities(sentence.text)
            if re.sub(r"\s", "", quantity.text.lower()) not in given
            and (match := _match(wanted, sentence.text, quantity)) is not None
        ]
        clauses = [_clause(sentence.text, [q for q, _ in fitting], place) for place in range(len(fitting))]
        owns = [
            told(told_by, view, index, q.start, q.noun_end or q.end, clause)
            for (q, _), clause in zip(fitting, clauses, strict=True)
        ]
        for (quantity, match), clause, own in zip(fitting, clauses, owns, strict=True):
            end = quantity.noun_end or quantity.end
            score = (
                1.5 * cover
                + 1.0 * match
                + 0.3 * nearness(words, view, index, quantity.start, end)
                + TOLD * told(told_by, view, index, quantity.start, end)
                - OTHER_CLAUSE * (max(owns) - own)
                + DONE * told(done, view, index, quantity.start, end, clause)
            )
            if (match <= SOMEBODY or wanted.noun == ("nguoi",)) and did and not did & view.acts(index):
                continue  # some people are counted, and nothing says that they did what is asked
            if lead and view.folded[index][: quantity.start].rstrip().endswith(lead):
                score += SAME_LEAD
            if exactly and quantity.approximator:
                score -= NOT_EXACT
            if quantity.in_words and quantity.value == 2:
                score -= THE_TWO * (3 if _BOTH.match(sentence.text, quantity.start) else 1)
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


OTHER_CLAUSE = 0.4  # of several such numbers in a sentence, one whose clause tells of something else
DONE = 0.6  # what the question says of the thing counted: "bao nhiêu người bị thương", "mấy luật sư của ông A"
SAME_LEAD = 0.6  # "giảm xuống còn bao nhiêu": "từ 8.500 xuống còn 7.500"
_LEAD = re.compile(r"(?<!\w)(?:xuong con|xuong|len toi|len den|len|con|dat)\s+$")
NOT_EXACT = 0.6  # "gần 200" where the exact number is asked, or thousands where "mấy" asks for a few
FEW = 100
MANY = 1000
FAR_FROM_FEW = 0.2  # "mấy người" is not answered by "hàng chục ngàn người"
THE_TWO = 0.3  # "hai ..." mostly points back to those named; "hai nước", "hai bên" nearly always
_BOTH = re.compile(r"hai (?:nước|bên|phía|quốc gia|nhà lãnh đạo|dân tộc|đảng|ngành|miền)(?!\w)", re.IGNORECASE)
OTHER_PERIOD = 0.6  # "trong một đêm" where a whole year is asked about
_PERIOD = cues.shape(
    r"(?<!\w)(?:cả|một|mỗi|hằng|hàng|trong)\s+(?P<unit>năm|tháng|tuần|ngày|đêm|giờ|quý)(?!\w)(?!\s*\d)"
)
_EXACTLY = cues.shape(r"(?<!\w)(?:chính xác|cụ thể|đúng) (?:là )?(?:bao nhiêu|mấy)(?!\w)")
_UNIT_AGAINST_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d_])")


def _match(wanted: Asked, text: str, quantity: Quantity) -> float | None:
    """Return how well a number counts what is asked: by the words after it, or by those it is said to be the number of.

    "Một lần" is a number where times are asked for; elsewhere "một" may be no more than an article.
    """
    after = " ".join(quantity.nouns) or _following(text, quantity.end)
    times = wanted.noun[:1]
    if quantity.indefinite and not (times and _TIMES.issuperset(times) and times == tuple(fold(after).split(" ")[:1])):
        return None
    before = numbered_before(text, quantity.start)
    found = [m for said in (after, before) if (m := counts(wanted, said, quantity.unit)) is not None]
    if wanted.is_bare and quantity.nouns and not quantity.unit:
        return max(found, default=BARE) - OTHER_THING
    return max(found, default=None)


_TIMES = frozenset(("lan", "dem", "luot", "phieu"))
OTHER_THING = 0.1  # a number of things where a value is asked for


def _tellers_after(question: Question, wanted: Asked, words: Sequence[QueryWord], view: View) -> list[Teller]:
    """Return what tells of the thing counted: the words after the question word, but for whose account it is."""
    source = _SOURCE.search(question.text, question.cue[1])
    end = source.start() if source is not None else len(question.text)
    following = [w for w in words if question.cue[1] <= w.start < end]
    if wanted.unit and sum(w.weight for w in following) < LEAST_AFTER:
        return []  # no more than the unit ("bao nhiêu tiền")
    acts = tuple(a for a in question.acts if question.cue[1] <= a.start < end)
    return tellers(replace(question, acts=acts), following, view)


LEAST_AFTER = 5.0
_SOURCE = cues.shape(r"(?<!\w)theo (?:lời|ông|bà|báo cáo|thông tin|số liệu|thống kê|tính toán|như)(?!\w)")


def _clause(text: str, fitting: Sequence[Quantity], place: int) -> tuple[int, int] | None:
    """Return the stretch of a sentence that tells of one of several numbers of the same; None for the only one."""
    if len(fitting) < 2:
        return None
    here = fitting[place]
    left, right = 0, len(text)
    if place:
        before = fitting[place - 1]
        joints = list(_JOINT.finditer(text, before.noun_end or before.end, here.phrase_start))
        left = joints[-1].start() if joints else before.end
    if place + 1 < len(fitting):
        after = fitting[place + 1]
        joints = list(_JOINT.finditer(text, here.noun_end or here.end, after.phrase_start))
        right = joints[-1].start() if joints else after.phrase_start
    return left, right


_JOINT = re.compile(r"[,;]\s|\s(?:và|còn|trong khi|trong đó)\s")


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


def _following(text: str, end: int) -> str:
    """Return the three syllables after a number where no noun was recognised ("92 bị cáo")."""
    m = re.match(r"\s+((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)", text[end:])
    return m.group(1) if m else ""
