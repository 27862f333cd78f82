"""Questions that ask for two or three things at once: "Hội nghị diễn ra ở đâu, khi nào và do ai chủ trì?"

Each part is asked by itself, those after the first as one asks on in a chat ("khi nào?"). Of deeds that are joined
("Ai dự và chủ trì hội nghị?") each is asked with all the rest of the question, and answered under its own heading.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from retrieval.answering import wording
from retrieval.answering.asking.question import analyse
from retrieval.answering.asking.turning_nouns import noun_asked
from retrieval.answering.model import Answer, Evidence, Kind, Status
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

_HELD = (
    "(?:(?:hoi nghi|hoi thao|buoi le|le|su kien|cuoc hop|cuoc gap|phien hop|dai hoi|chuong trinh) (?:do|nay|ay|tren) )?"
    "(?:(?:duoc |se |da )?(?:dien ra|to chuc|khai mac|bat dau|hop) )?"
)
# What may follow "và" or a comma as a part that asks for something of its own, in bare letters.
_ASKED_ON = {
    Kind.DATE: rf"{_HELD}(?:vao |tu )?(?:luc |hoi )?(?:khi nao|luc nao|bao gio|may gio|thoi gian nao|"
    r"(?:ngay|hom|thang|nam|buoi) (?:nao|may|bao nhieu))",
    Kind.PLACE: rf"{_HELD}(?:o |tai )?(?:dau|(?:dia diem|noi|cho|thanh pho|tinh|hoi truong) (?:nao|gi))",
    Kind.PEOPLE: r"(?:do |gom |co |gom co )?(?:nhung )?ai(?: (?:da |se )?(?:chu tri|du|tham du|tham gia|phat bieu|"
    r"khai mac|be mac|dieu hanh|to chuc))?|co nhung (?!ngay|noi|thang|dia)\w+(?: \w+){0,2} nao(?: (?:tham )?du)?",
    Kind.COUNT: r"(?:co |gom )?(?:bao nhieu|may) (?!gio|ngay|thang|nam|gi)\w+(?: \w+)?(?: (?:tham )?du| tham gia)?",
}
_JOINED = r"\s*(?:,\s*(?:(?:va|con|roi)\s)?|\s(?:va|cung nhu)\s)\s*"
_LAST = {
    kind: compiled_later(rf"(?P<join>{_JOINED})(?P<part>{shape})(?: (?:vay|the|nhi|a|ha))?[\s?.!]*$")
    for kind, shape in _ASKED_ON.items()
}
# "Ở đâu và khi nào hội nghị ... diễn ra?": both before what they ask about.
_WHERE_OR_WHEN = "o dau|tai dau|khi nao|luc nao|bao gio"
# One right behind the other, as people chat: "họp ngày nào ở đâu", "diễn ra ở đâu khi nào".
_RIGHT_BEHIND = compiled_later(
    r"(?<=nao|gio|dau|may)(?P<join> )(?P<part>(?:o |tai )dau|khi nao|luc nao|bao gio|(?:vao )?(?:ngay|hom) nao)"
    r"(?: (?:vay|the|nhi|a|ha))?[\s?.!]*$"
)
_FIRST = compiled_later(rf"(?P<one>{_WHERE_OR_WHEN}){_JOINED}(?P<other>{_WHERE_OR_WHEN}) ")
# One of these joins the parts: most questions have none, and are told by that.
_JOINTS = (",", " va ", " cung nhu ")
_MOST = 4
# "Hội nghị diễn ra khi nào? Ai dự?"
_NEXT = compiled_later(r"\?+\s+(?=\w)")
_WORDS = compiled_later(r"[^\W\d_]\s+\w")  # two words: what has less asks for nothing


@lru_cache(maxsize=64)  # asked of a question as it was typed, and as it was meant: mostly the same
def parts_of(question: str) -> tuple[str, ...]:
    """Return what `question` asks, one thing after another; the question alone when it asks for one.

    Every part asks for something of another kind, so "thôn nào, xã nào" and "từ ngày nào đến ngày nào" are one.
    """
    sentences = [sentence.strip() for sentence in _NEXT.split(question)] if "? " in question else []
    if 2 <= len(sentences) <= _MOST and all(map(_WORDS.search, sentences)) and all(map(_asks_alone, sentences)):
        return tuple(sentences)
    folded = fold(question)
    if len(folded) != len(question):
        return (question,)
    if not any(joint in folded for joint in _JOINTS) and _RIGHT_BEHIND.search(folded) is None:
        return (question,)
    if (both := _FIRST.match(folded)) is not None:
        rest = question[both.end() :]
        one, other = question[slice(*both.span("one"))], question[slice(*both.span("other"))]
        first, second = f"{one} {rest}", f"{other} {rest}"
        return (first, second) if analyse(first).kind is not analyse(second).kind else (question,)
    if _WHO.search(folded) is not None and len(deeds := _deeds_of(question)) > 1:
        return deeds
    after: list[str] = []
    kinds: set[Kind] = set()
    left = question
    while len(after) < _MOST - 1:
        found = _last_part(left)
        if found is None or found[0] in kinds - {Kind.PEOPLE}:
            break
        kinds.add(found[0])
        left = found[1]
        after.insert(0, found[2])
    if not after or not left.strip() or not _asks(left):
        return (question,)
    if analyse(left).kind in kinds - {Kind.PEOPLE} or not _are_deeds(left, *after):
        return (question,)
    return (left, *after)


def _are_deeds(*parts: str) -> bool:
    """Tell whether parts that ask who, where there are several, ask for deeds ("Ai dự lễ ký và ai chủ trì?")."""
    acts = [analyse(part).acts for part in parts if analyse(part).kind is Kind.PEOPLE]
    deeds = {found[0].act for found in acts if found}
    return len(acts) < 2 or (len(deeds) == len(acts) and all(deed in wording.DEEDS for deed in deeds))


# Who did it, in bare letters, up to the first verb; and what joins a verb to the next.
_WHO = compiled_later(r"(?:do )?(?:nhung )?(?:ai|nguoi nao)(?: (?:la nguoi|da|se|duoc|cung|deu|vua)){0,2}\s+")
_AND = compiled_later(rf"(?:{_JOINED}|\s*/\s*)(?:(?:do )?ai )?(?:(?:la nguoi|da|se|duoc) )?")


def _deeds_of(question: str) -> tuple[str, ...]:
    """Return a question for each deed of "Ai dự và chủ trì hội nghị?"; the question alone where there is one deed.

    "Ai chủ trì, điều hành" is one deed in two words, and "vị nào đến dự và phát biểu" asks for one who did both.
    """
    asked = analyse(question)
    if asked.kind is not Kind.PEOPLE or len(asked.acts) < 2 or len(asked.text) != len(asked.folded):
        return (question,)
    text, acts = asked.text, asked.acts
    if _WHO.fullmatch(asked.folded, asked.cue[0], acts[0].start) is None:
        return (question,)
    run = [acts[0]]
    for act in acts[1:_MOST]:
        if _AND.fullmatch(asked.folded, run[-1].end, act.start) is None:
            break
        run.append(act)
    if len({act.act for act in run}) < len(run) or not all(act.act in wording.DEEDS for act in run):
        return (question,)
    before, after = text[: run[0].start], text[run[-1].end :]
    return tuple(f"{before}{act.verb}{after}" for act in run)


def _last_part(text: str) -> tuple[Kind, str, str] | None:
    """Return the kind of the part that ends a text, what stands before it, and the part."""
    folded = fold(text)
    for kind, shape in _LAST.items():
        if (m := shape.search(folded)) is not None:
            return kind, text[: m.start("join")], text[m.start("part") : m.end("part")]
    if (m := _RIGHT_BEHIND.search(folded)) is not None:
        kind = Kind.PLACE if m["part"].endswith("dau") else Kind.DATE
        return kind, text[: m.start("join")], text[m.start("part") : m.end("part")]
    return None


def _asks(text: str) -> bool:
    """Tell whether a text asks for one of the things that can be asked on."""
    if noun_asked(text.strip(" ,?.")) is not None:
        return False  # a phrase that goes on: "Hội nghị mà bà A khai mạc, họp hôm nào"
    asked = analyse(text)
    return asked.kind in (*_ASKED_ON, Kind.OFFICE) and asked.cue[0] < asked.cue[1]


def _asks_alone(text: str) -> bool:
    """Tell whether a sentence is a question of its own, of whatever kind; "Đúng không?" belongs to the one before."""
    if _asks(text):
        return True
    asked = analyse(text)
    whole = asked.kind is not Kind.YES_NO or len(text.split()) >= _CLAIM
    return whole and asked.kind is not Kind.PASSAGE and asked.cue[0] < asked.cue[1]


_CLAIM = 5  # words of the shortest claim: "Ông A có dự không"


def together(question: str, asked: tuple[str, ...], answers: tuple[Answer, ...], language: str) -> Answer:
    """Return the answers to the parts of a question as one; not found where none of them is."""
    told = [a for a in answers if _tells(a)]
    if not told:
        return replace(answers[0], question=question)
    # The same sentence may prove several parts: it is one piece of evidence, with all that it proves marked.
    evidence: dict[tuple[str, str], Evidence] = {}
    for one in (e for answer in told for e in answer.evidence):
        same = evidence.get((one.document, one.quote), one)
        evidence[one.document, one.quote] = replace(same, marks=tuple(sorted({*same.marks, *one.marks})))
    headings = _headings(asked, language)
    parts = tuple(
        replace(a, heading=heading, evidence=tuple(evidence[e.document, e.quote] for e in a.evidence))
        if _tells(a)
        else replace(
            a, heading=heading, status=Status.NOT_FOUND, text=wording.part_not_found(analyse(part).kind, language)
        )
        for part, a, heading in zip(asked, answers, headings, strict=True)
    )
    lines = (line for part in parts for line in (part.heading, part.text) if line)
    return replace(
        told[0],
        question=question,
        # Who chaired may have spoken as well: a name is one item.
        items=tuple({item.text: item for a in reversed(told) for item in reversed(a.items)}.values())[::-1],
        text="\n".join(lines),
        evidence=tuple(evidence.values()),
        confidence=min(a.confidence for a in told),
        conversation=answers[-1].conversation,
        parts=parts,
    )


def _headings(asked: tuple[str, ...], language: str) -> list[str]:
    """Return what stands above each part's answer: the deed, where several parts ask who; else nothing."""
    questions = [analyse(part) for part in asked]
    if sum(q.kind is Kind.PEOPLE for q in questions) < 2:
        return [""] * len(asked)
    return [wording.deed(q.acts[0].act, language) if q.kind is Kind.PEOPLE and q.acts else "" for q in questions]


def _tells(answer: Answer) -> bool:
    """Tell whether a part is answered: a sentence that comes near is no answer beside another's."""
    return answer.status is Status.ANSWERED and answer.kind is not Kind.PASSAGE
