"""Deeds that a report tells by a verb of theirs, or not at all: who signed is nobody where nothing is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import is_passive, main_act
from retrieval.answering.evidence.about import Asked, asked_event, fits_event, opposed, tells_side
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.turned import is_turned_round
from retrieval.answering.evidence.view import View
from retrieval.answering.who.organisations import asks_who_organised
from retrieval.answering.who.who_by_office import is_of_head
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role
from retrieval.facts.people import name_key
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

# The deed asked about, and the acts whose verbs may tell of it.
_TOLD_BY: dict[Act, frozenset[Act]] = {
    Act.SIGN: frozenset((Act.SIGN,)),
    Act.GIVE: frozenset((Act.GIVE, Act.GET)),
    Act.HONOUR: frozenset((Act.HONOUR, Act.VISIT)),
    Act.APOLOGISE: frozenset((Act.APOLOGISE,)),
    Act.RECEIVE: frozenset((Act.RECEIVE, Act.MEET)),
    Act.GET: frozenset((Act.GET, Act.GIVE)),
    Act.ORGANISE: frozenset((Act.ORGANISE, Act.CHAIR, Act.OPEN, Act.LAUNCH)),
    Act.OPEN: frozenset((Act.OPEN, Act.LAUNCH)),
    Act.CLOSE: frozenset((Act.CLOSE,)),
}
# What those do who open or close: "phiên khai mạc", of whom only attends it, has the same word.
_OF_A_SESSION = {
    Act.OPEN: frozenset((Act.OPEN, Act.SPEAK, Act.LAUNCH)),
    Act.CLOSE: frozenset((Act.CLOSE, Act.SPEAK, Act.CHAIR)),
}
# Of who was appointed or elected ("Ai được bầu ..."): the decision is given or made known.
_TOLD_OF_APPOINTED = frozenset((Act.APPOINT, Act.GIVE, Act.ANNOUNCE, Act.LEAD))


# Who wrote a report or took its pictures stands in no sentence of it: it is one who is told to have done so, or nobody.
_PAPER = r"(?:bài|tin|bản tin)"
_MADE = (
    (
        cues.shape(
            r"(?<!\w)(?:(?:ai|người nào|phóng viên nào)\s(?:đã\s|là người\s)?(?:viết|đưa|biên tập|biên soạn)\s(?:ra\s)?"
            rf"{_PAPER}|{_PAPER}\s[^,?]{{0,120}}?(?:của\s)?tác giả nào|tác giả (?:của )?bài|"
            rf"{_PAPER}\s[^,?]{{0,120}}?\sdo\s(?:ai|phóng viên nào)\s(?:viết|đưa|biên tập|thực hiện))(?!\w)"
        ),
        compiled_later(r"(?<!\w)(?:viết|tác giả|chấp bút|biên soạn|bút danh)(?!\w)", re.IGNORECASE),
    ),
    (
        cues.shape(
            r"(?<!\w)(?:(?:ai|người nào|phóng viên nào)\s(?:đã\s|là người\s)?|do (?:ai|phóng viên nào) )chụp(?!\w)"
        ),
        compiled_later(r"(?<!\w)(?:chụp|bấm máy|nhiếp ảnh|tác giả)(?!\w)", re.IGNORECASE),
    ),
)


def that_tell(question: Question, view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """Return those of `found` whose evidence has a verb of the deed that `question` asks about.

    None is of the close where the opening is asked about (see `about.opposed`). A deed that reports tell in other ways
    as well needs no verb.
    """
    event = asked_event(question)
    for asked, tells in _MADE:
        if asked.search(question.text) is not None:
            found = [c for c in found if tells.search(view.facts.sentences[c.proofs[0].sentence].text) is not None]
    found = [c for c in found if not any(opposed(event, view.words[p.sentence]) for p in c.proofs)]
    found = [
        c for c in found if not any(is_turned_round(question, view, c.proofs[0].sentence, i.text) for i in c.items)
    ]
    deed = main_act(question) or Act.ATTEND
    if deed is Act.GET:
        found = [c for c in found if not _only_gave(view, c)]
    if event.has_side and deed is Act.CHAIR:  # another part than "phiên khai mạc" has another chair
        found = [c for c in found if all(tells_side(event, view, p.sentence) for p in c.proofs)]
    if question.besides and deed in _OF_FEW:
        found = [c for c in found if _did_it_too(event, view, c, deed)]
    if deed is Act.APPOINT and (office := _office_asked(question)):
        found = [c for c in (_made_that(view, c, office) for c in found) if c.items]
    if deed is Act.ORGANISE:
        if not asks_who_organised(question):
            return found  # "tội tổ chức đánh bạc"
        # Who chairs or speaks where a meeting is held did not arrange it.
        found = [c for c in found if not c.person or _organised(view, c)]
    if (as_well := _OF_A_SESSION.get(deed)) is not None:
        if not _follows_who(question, deed):
            return found  # "Đêm khai mạc có những ca sĩ nào?"
        found = [c for c in found if not _did_else(view, c, deed, as_well)]
    wanted = _TOLD_OF_APPOINTED if deed is Act.APPOINT and is_passive(question) else _TOLD_BY.get(deed)
    if wanted is None:
        return found
    told = {index for index in range(len(view.facts.sentences)) if view.acts(index) & wanted}
    told |= {part.sentence for part in view.facts.participations if part.act in wanted}  # "nhận quà từ ông A"
    steps = (0,) if deed is Act.ORGANISE else (0, -1)
    return [c for c in found if any(p.sentence + step in told for p in c.proofs for step in steps)]


_MADE_WHAT = r"\s*(?:(?:đồng chí|ông|bà)\s+)?(?:làm|giữ chức|giữ chức vụ|giữ vị trí|vào chức|là)\s+"
_ASKED_OFFICE = cues.shape(rf"\s+(?:đã\s+|vừa\s+|mới\s+)?(?:được|trúng|đắc cử)\b[^,?]{{0,40}}?{_MADE_WHAT}")
_TOLD_OFFICE = compiled_later(rf"[^;.]{{0,90}}?{_MADE_WHAT}", re.IGNORECASE)


def _office_asked(question: Question) -> str:
    """Return the head of the office in "Ai được bầu làm bí thư ...", in bare letters; "" where none is named."""
    made = _ASKED_OFFICE.match(question.text, question.cue[1])
    head = offices.HEAD.match(question.text, made.end()) if made is not None else None
    return fold(head.group()) if head is not None else ""


def _made_that(view: View, found: Candidate, office: str) -> Candidate:
    """Return a candidate without those of whom the evidence says, right behind the verb, that they were made another.

    "Ban Chấp hành đã bầu A giữ chức Bí thư; B được bầu làm Phó Bí thư": B is no answer to who is the secretary now.
    """
    sentence = found.proofs[0].sentence
    text = view.facts.sentences[sentence].text
    made: dict[str, set[str]] = {}
    for part in view.facts.participations:
        if part.sentence == sentence and part.act is Act.APPOINT:
            told = _TOLD_OFFICE.match(text, part.verb_start)
            head = offices.HEAD.match(text, told.end()) if told is not None else None
            if head is not None:
                made.setdefault(view.facts.people[part.person].key, set()).add(fold(head.group()))
    kept = [
        item
        for item in found.items
        if not (own := made.get(name_key(item.text))) or any(is_of_head(one, office) for one in own)
    ]
    return found if len(kept) == len(found.items) else replace(found, items=tuple(kept))


# Deeds of one or a few: who is left when they are named did something else ("Ai ký?", "Còn ai nữa?").
_OF_FEW = frozenset((Act.CHAIR, Act.OPEN, Act.CLOSE, Act.SIGN, Act.GIVE, Act.LEAD))


def _did_it_too(event: Asked, view: View, found: Candidate, deed: Act) -> bool:
    """Tell whether the evidence tells of all the people found that they did `deed`, at the event asked about."""
    did = {
        view.facts.people[part.person].key
        for part in view.facts.participations
        if part.act is deed
        and part.role is Role.SUBJECT
        and any(proof.sentence == part.sentence for proof in found.proofs)
        and fits_event(event, view, part.sentence, part.verb_start, part.verb_end) > 0.0
    }
    return {name_key(item.text) for item in found.items} <= did


def _is_other_side(question: Question, view: View, found: Candidate) -> bool:
    """Tell whether those found are who did it where it is asked to whom it was done, or the other way round."""
    return any(is_turned_round(question, view, found.proofs[0].sentence, item.text) for item in found.items)


def _only_gave(view: View, found: Candidate) -> bool:
    """Tell whether the evidence says of those found that they gave: who asks "ai được tặng" asks for the others."""
    did: dict[str, set[Act]] = {name_key(item.text): set() for item in found.items}
    for part in view.facts.participations:
        if part.role is Role.SUBJECT and part.sentence == found.proofs[0].sentence:
            did.get(view.facts.people[part.person].key, set()).add(part.act)
    return bool(did) and all(Act.GIVE in acts and Act.GET not in acts for acts in did.values())


def _follows_who(question: Question, deed: Act) -> bool:
    """Tell whether the verb of a deed stands right behind the question word ("Ai đã khai mạc ...")."""
    behind = (act.start - question.cue[1] for act in question.acts if act.act is deed)
    return any(0 <= gap <= _RIGHT_BEHIND for gap in behind)


_RIGHT_BEHIND = 14  # letters: "là người đã"


_SESSION = {Act.OPEN: "khai mac", Act.CLOSE: "be mac"}


def _did_else(view: View, found: Candidate, deed: Act, deeds: frozenset[Act]) -> bool:
    """Tell whether the evidence says what one of those found did, and that is none of `deeds` ("dự phiên khai mạc").

    Who spoke in another item of an enumeration than that of the session did not open it: "A dự phiên khai mạc; B phát
    biểu chỉ đạo".
    """
    sentences = {proof.sentence for proof in found.proofs}
    did: dict[str, set[Act]] = {name_key(item.text): set() for item in found.items}
    for part in view.facts.participations:
        if part.sentence in sentences and (key := view.facts.people[part.person].key) in did:
            folded = view.folded[part.sentence]
            item = folded[folded.rfind(";", 0, part.start) + 1 :].split(";", 1)[0]
            elsewhere = part.act is Act.SPEAK and _SESSION[deed] in folded and _SESSION[deed] not in item
            did[key].add(Act.ATTEND if elsewhere else part.act)
    return any(acts and not acts & deeds for acts in did.values())


def _organised(view: View, found: Candidate) -> bool:
    """Tell whether the evidence says of the persons found that they organised something."""
    told = {
        (part.sentence, view.facts.people[part.person].key)
        for part in view.facts.participations
        if part.act is Act.ORGANISE and _FAR.search(view.folded[part.sentence][part.verb_end : part.start]) is None
    }
    return any((proof.sentence, name_key(item.text)) in told for proof in found.proofs for item in found.items)


_FAR = compiled_later(r"[,;:]|.{40}")  # between "được tổ chức" and who is named behind it for something else
