"""What somebody said ("ông A phát biểu gì"): only sentences in which that person speaks tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Proof
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import share
from retrieval.answering.evidence.meant import refers_to, speaks_of
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import View, Words
from retrieval.answering.model import Kind
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

_SAID = cues.shape(
    r"(?<!\w)(?:nói|khai|phát biểu(?:\s+(?:chỉ đạo|khai mạc|bế mạc|kết luận))?|cho biết|"
    r"giải thích|lý giải|bình luận|trả lời|nhận xét|nhận định|đánh giá|"
    r"tuyên bố|khẳng định|chia sẻ|nhấn mạnh|kêu gọi|đề nghị|yêu cầu|hứa|cam kết)\s+(?:những\s+|điều\s+|ra\s+)?"
    r"(?:gì|j|thế nào|như thế nào|ra sao|về điều gì)(?!\w)"
)
# Before an office (bare letters): it is spoken to there, and does not speak.
_ASKED_OF = (
    r"(?:yeu cau|de nghi|keu goi|kien nghi|thinh cau|hoi|chat van|thuc giuc|mong|gui|cau xin) (?:toi |cho |len )?"
)
_ON = cues.shape(r"\s*(?:thêm\s+|cụ thể\s+)?(?:về|trước|sau|với)\s+")
_MATTER = 0.4  # share of the words for a matter that stand near what is said of it
_NEAR_DEED = 12  # characters from a name to the verb of its bearer's deed
_SAME_OFFICE = 0.6  # share of an office's words
_TELLING = frozenset((Act.SAY, Act.SPEAK, Act.OPEN, Act.CLOSE, Act.EXPLAIN, Act.ANNOUNCE, Act.PRESENT, Act.PAPER))


@dataclass(frozen=True, slots=True)
class Officer:
    """A speaker whom a question calls by the office alone ("Hiệu trưởng Trường X"): its head and the whole, folded."""

    head: str
    office: str


def speakers(question: Question, named: Sequence[Named]) -> tuple[Named | Officer, ...]:
    """Return whose words `question` asks for: the last person named before "nói gì", or the holder of an office.

    Nobody in other questions.
    """
    found = _SAID.search(question.text) if question.kind in (Kind.THEME, Kind.PASSAGE) else None
    if found is None:
        return ()
    before = [n for n in named if n.end <= found.start()]
    if before:
        return tuple(before[-1:])
    clause = question.text[: found.start()].rsplit(",", 1)[-1].strip()
    head = offices.HEAD.match(clause)
    return (Officer(fold(head.group()), fold(clause)),) if head is not None else ()


def is_about(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence, or one beside it, is about what somebody is asked to have spoken of ("nói gì về ...").

    Where nothing is named, every sentence is.
    """
    found = _SAID.search(question.text) if question.kind in (Kind.THEME, Kind.PASSAGE) else None
    matter = _ON.match(question.text, found.end()) if found is not None else None
    if matter is None:
        return True
    around = Words.union(view.words[i] for i in range(max(0, sentence - 1), min(len(view.words), sentence + 2)))
    return share(question.text[matter.end() :], around) >= _MATTER


# Right behind a thing, who did what is asked: "“Nghề muối” do bà A trình bày; “Nghề cói” do ông B trình bày".
_BY = compiled_later(
    r"[”\"’']?\s*,?\s*(?:được|do)\s(?P<doer>[^;“”\"]{3,200}?)\s(?:trình bày|thuyết trình|báo cáo|giới thiệu)"
)


def did_it(question: Question, named: Sequence[Named], proof: Proof) -> bool:
    """Tell whether a sentence, or one beside it, means the person whose deed a question asks about.

    "Ông A trình bày đề án nào" is not answered with a plan that nobody near it is told to have presented, nor with one
    that is told to be somebody else's right behind it.
    """
    view, sentence = proof.view, proof.sentence
    doers = [n for n in named if any(n.end <= a.start < n.end + _NEAR_DEED and a.start < question.cue[0]
                                     for a in question.acts)]  # fmt: skip
    near = range(max(0, sentence - 1), min(len(view.words), sentence + 2))
    told = _BY.match(view.facts.sentences[sentence].text, max((end for _, end in proof.spans), default=0))
    if doers and told is not None:
        keys = {p.key for n in doers if (p := person_in(view, n)) is not None}
        first, last = told.span("doer")
        there = (r for r in view.facts.references[sentence] if first <= r.start < last)
        return any(view.facts.people[r.key].key in keys for r in there)
    return not doers or any(speaks_of(view, i, n) or refers_to(view, i, n) for n in doers for i in near)


def asks_what_was_said(question: Question) -> int | None:
    """Return where "nói gì" begins in a question for somebody's words; None in other questions."""
    found = _SAID.search(question.text) if question.kind in (Kind.THEME, Kind.PASSAGE) else None
    return found.start() if found is not None else None


def tells(view: View, sentence: int, spoken: Sequence[Named | Officer]) -> bool:
    """Tell whether one of the persons speaks in a sentence, or in the one before it, whose words it goes on with.

    Of an office it is only asked that some sentence of the report has it, with most of the words for its body.
    """
    for officer in (s for s in spoken if isinstance(s, Officer)):
        head = re.compile(
            rf"(?<!pho )(?<!cuu )(?<!nguyen )(?<!\w)(?P<asked>{_ASKED_OF})?{re.escape(officer.head)}(?!\w)"
        )
        there = [[m.group("asked") is None for m in head.finditer(text)] for text in view.folded]
        meant = any(
            found and share(officer.office, words) >= _SAME_OFFICE
            for found, words in zip(there, view.words, strict=True)
        )
        return meant and (not there[sentence] or any(there[sentence]))
    keys = {p.key for n in spoken if isinstance(n, Named) and (p := person_in(view, n)) is not None}
    said = [p for p in view.facts.participations if p.act in _TELLING and p.role is Role.SUBJECT]
    here = {view.facts.people[p.person].key for p in said if p.sentence == sentence}
    if here:
        return bool(here & keys)
    before = {view.facts.people[p.person].key for p in said if p.sentence == sentence - 1}
    return bool(before & keys) and not view.facts.references[sentence]
