"""Candidates for questions whose answer is an organisation, a body, a company, a team or a country.

Every sentence that bears on the question is read for names of the sort asked for. Names that stand in one row ("A, B
và C", "A phối hợp với B") belong together; a row is rated by its sentence, by how near it stands to what the question
says was done, and by whether it stands where the doer, the receiver or the owner asked for would stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written
from retrieval.answering.evidence.matching import coverage, inside, nearness, predicate_words, share
from retrieval.answering.evidence.view import QueryWord, View, Words, tokens
from retrieval.answering.model import Item
from retrieval.answering.who.organisation_names import (
    ANY_SORT,
    BY,
    CAPITALS,
    EXPLAINED,
    OWNER,
    SORTS,
    UNIT_WORDS,
    Name,
    does,
    is_apposed,
    is_named,
    names_in,
)
from retrieval.answering.who.organisation_rows import rows_of
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.organisations import find_organisations
from retrieval.language.patterns import ends_with_word, has_word

# What a question says of the doer before the deed: whose it is, and when ("Cơ quan nào của Lào hồi tháng 5 đã ...").
_FRAMING = compiled_later(
    rf"(?:\s+(?:(?:của|thuộc)\s+(?:(?:bộ|sở|tỉnh|thành phố)\s+)?{CAPITALS}|"
    r"(?:hồi|vào|hôm|ngày|sáng|chiều|tối|tháng|năm|đã|sẽ|vừa|\d[\d/-]*)(?!\w)))*"
)
_IS = compiled_later(r"(?:là|gồm|gồm có|bao gồm|như|gồm các|:)\s*$")
# How a sentence begins that goes on with a list.
_GOES_ON = compiled_later(
    r"(?:Có thể kể|Trong số|Trong đó|Đó là|Cụ thể|Bao gồm|Gồm|Danh sách|Điển hình|Đáng chú ý)(?!\w)"
)
_TO = compiled_later(r"(?:cho|tới|đến|tặng)\s+(?:(?:các|những|cả|hai|ba)\s+)?$")


# The words of a question after which a country is where somebody went; and of a text, where something was.
_TOWARDS = frozenset(("toi", "den", "sang", "tham", "tai", "o", "tu", "du"))
_PEOPLE_OF = compiled_later(
    r"(?<!\w)(?:lanh dao|dai dien|bo truong|thu truong|giam doc|quan chuc|nguyen thu)(?: cua| cho)?$"
)
_AT = compiled_later(r"(?:ở|tại|đến|tới|sang|về|thăm|từ)\s+$")


_AFTER_ASIDE = compiled_later(r"(?:,|\s[-–—])?")


@dataclass(slots=True)
class _Row:
    """Names of one sentence that belong together, with what speaks for them."""

    sentence: int
    names: list[Name]
    score: float
    trust: float
    tied: bool  # stands where the one asked for stands to the verb


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the organisations or countries of `view` that may answer "đơn vị nào", "nước nào", best first.

    Without a noun ("Ai tổ chức ...") only one that is told to have done it.
    """
    focus = fold(question.focus)
    sorts = SORTS.get(focus) if focus else ANY_SORT
    asked = _Asked.of(question, words)
    brands = sorts is not None and "brand" in sorts
    best: _Row | None = None
    for index in range(len(view.facts.sentences)):
        cover = coverage(words, view, index)
        if cover < 0.3:
            continue
        names = names_in(view, index, focus, sorts, of_people=asked.of_people, led=asked.led, deed=asked.verb)
        rows = list(rows_of(names, view, index, brands=brands))
        alone = sorts != ("country",) or all(len(row) == 1 for row in rows)  # a row of countries is told together
        if rows and asked.of_people and asked.plural and alone:
            rows = [[name for row in rows for name in row]]
        for row in rows:
            rated = _rated(row, asked, view, index, cover, words)
            if rated is not None and (best is None or rated.score > best.score):
                best = rated
    if best is None or (not focus and not best.tied):
        return []
    chosen = best.names
    if not asked.plural and not (best.tied and len(chosen) <= 4):
        chosen = [max(chosen, key=lambda n: (n.exact, nearness(asked.predicate, view, best.sentence, n.start, n.end)))]
    items = [Item(" ".join(as_written(view, best.sentence, n.start, n.end).split()[:16])) for n in chosen]
    spans = tuple((n.start, n.end) for n in chosen)
    return [Candidate(tuple(items), (Proof(view, best.sentence, spans),), best.score, best.trust, view)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the question says of the one asked for."""

    words: Words
    predicate: tuple[QueryWord, ...]
    deed: tuple[QueryWord, ...]  # the first words after the question word: "đứng ra tổ chức"
    verb: tuple[QueryWord, ...]  # the first of these, where it follows the question word: what was done
    focus: str
    noun: str  # what stands with the noun asked for: "tư vấn" of "công ty tư vấn nào"
    plural: bool
    role: str  # "doer", "receiver", "other"
    preposition: str
    lead: str  # what stands before the one asked for (bare letters)
    of_people: bool  # "Lãnh đạo những bộ nào dự ...": the bodies of people's offices
    led: str  # the last words before the one asked for, where they end in a preposition ("chien luoc voi")

    @classmethod
    def of(cls, question: Question, words: Sequence[QueryWord]) -> _Asked:
        around = question.text[max(0, question.cue[0] - 10) : question.cue[1]]
        plural = cues.search(("những", "các", "hai", "ba", "mấy"), around) is not None or "plural" in question.aspects
        before = question.folded[: question.cue[0]].rstrip()
        before = re.sub(r"\s*(?:nhung|cac|hai|ba|may|mot)$", "", before)
        before = re.sub(r"^.*,$|^ngoai .*\s(?:thi|con|ra)$", "", before)  # what stands before leads in only
        after = question.folded[question.cue[1] :].lstrip()
        last = before.split()[-1] if before else ""
        by = last in ("do", "boi") or question.folded[question.cue[0] :].startswith("do ")
        if by or (not before and not after.startswith(("duoc ", "bi "))):
            role = "doer"
        elif not last or last in ("ngoai",):
            role = "receiver"
        else:
            role = "other"
        focus = fold(question.focus)
        noun = re.sub(r"\s*(?:nao|gi)$", "", question.folded[slice(*question.cue)]).removeprefix(focus).strip()
        of_people = _PEOPLE_OF.search(before) is not None
        own = Words.of(UNIT_WORDS.sub(" ", question.folded))
        start = _FRAMING.match(question.text, question.cue[1]).end()  # type: ignore[union-attr]  # matches nothing too
        end = start + len(" ".join(question.text[start:].split()[:5])) + 1
        deed = tuple(w for w in words if start <= w.start < end and (w.weight > 0.9 or len(w.forms) > 1))
        verb = deed[:1] if deed and _NO_WORDS.fullmatch(question.text, start, deed[0].start) else ()
        led = " ".join(before.split()[-_LED_UP:]) if last in ("voi", "cho", "cung") else ""
        return cls(
            own,
            tuple(predicate_words(question, words)),
            deed,
            verb,
            focus,
            noun,
            plural,
            role,
            last,
            before,
            of_people,
            led,
        )


_NO_WORDS = cues.shape(r"(?:\s|(?<!\w)(?:đã|sẽ|đang|vừa|mới|từng|cũng|cùng|đứng ra|trực tiếp|chính thức)(?!\w))*")
_LED_UP = 3  # words
_BODIES_DO = "(?:tài trợ|thi công|đăng cai|tổ chức|sản xuất|phát hành|đầu tư)"
_WHO_ORGANISES = cues.shape(rf"(?<!\w){_BODIES_DO}(?!\w)")
_ORGANISED_BY = cues.shape(rf"(?<!\w)được\s+{_BODIES_DO}\s+bởi\s+$")


def may_organise(question: Question) -> bool:
    """Tell whether "ai" asks for the doer of what bodies do rather than persons ("Ai tổ chức ...", "do ai tài trợ")."""
    if fold(question.text[slice(*question.cue)]) not in ("ai", "do ai"):
        return False
    if _ORGANISED_BY.search(question.text[: question.cue[0]]) is not None:
        return True
    m = _WHO_ORGANISES.search(question.text, question.cue[1])
    return m is not None and len(question.text[question.cue[1] : m.start()].split()) <= 3


def asks_who_organised(question: Question) -> bool:
    """Tell whether it is asked who arranged something: "do ai tổ chức", "nơi nào đăng cai", "được tổ chức bởi ai"."""
    arranged = _ARRANGED.match(question.text, question.cue[1])
    if arranged is not None:
        return question.text[arranged.end() - 1].islower() and not arranged.group("verb")[0].isupper()
    return _ORGANISED_BY.search(question.text[: question.cue[0]]) is not None


_ARRANGED = cues.shape(
    r"\s+(?:(?:đã|sẽ|cùng|đứng ra|phối hợp|là (?:đơn vị|nơi|cơ quan|người))\s+)*(?P<verb>tổ chức|đăng cai)(?!\w)"
)


def _rated(
    row: list[Name], asked: _Asked, view: View, index: int, cover: float, words: Sequence[QueryWord]
) -> _Row | None:
    """Return a row with its score, without the names that the question gives itself; None if it gives them all."""
    text = view.facts.sentences[index].text
    start, end = row[0].start, row[-1].end
    row = [n for n in row if not is_named(text, n, asked.words)]
    if not row:
        return None
    owner = OWNER.match(text, end)
    owners = [o.end for o in find_organisations(text) if owner is not None and o.start == owner.end()]
    explained = EXPLAINED.match(text, end)
    if explained is not None:
        owners.append(_AFTER_ASIDE.match(text, explained.end()).end())  # type: ignore[union-attr]  # matches nothing too
    before, after = text[:start], text[max([end, *owners]) :]
    own = inside(words, view, index)
    told = fold(before)
    if len(row) > 1 and _IS.search(before) and _GOES_ON.match(before) and index:
        # "... đã có mặt. Có thể kể đến A, B, C": what was done stands in the sentence before.
        cover = max(cover, 0.9 * coverage(words, view, index - 1))
        own = max(own, 0.8 * inside(words, view, index - 1))
        told = f"{view.folded[index - 1]} {told}"
    near = max(nearness(asked.predicate, view, index, n.start, n.end) for n in row)
    score = 1.5 * cover + 0.5 * near + max(0.35 * nearness(words, view, index, n.start, n.end) for n in row)
    if any(n.exact for n in row):
        score += 0.3
    if asked.noun:
        score += 0.15 * max(share(asked.noun, Words.of(fold(text[n.start : n.end]))) for n in row)
    if row[0].sort == "country" and _AT.search(before) and asked.preposition not in _TOWARDS:
        score -= 0.4
    sent_to = asked.role == "doer" and _SENT_TO.search(before) is not None
    if asked.role == "doer":
        score += _of_doer(asked, view, index, start, end, words) - TO_WHOM * sent_to
    if before.endswith("("):
        score -= 0.15
    if asked.preposition in _TO_WHOM:
        score += HANDED * ((_HANDED_TO.search(before) is not None) - (_HANDED_BY.search(before) is not None))
    role = 0.0 if sent_to else _role(asked, before, after, near, told)
    score += role - 0.6 * (1.0 - _own_clause(words, text, start, end))
    if asked.plural and len(row) > 1:
        score += 0.25
    trust = 0.6 * cover + 0.4 * own + (TIED if role else 0.0)
    return _Row(index, row, score, min(1.0, trust), role > 0)


# What it is worth that the very verb of the question stands behind a name, that all its words do, and that the name
# begins the sentence: fitted to 224 questions about reports that were read, as `who_ranking`'s weights are. What it
# costs that something is sent to the one named.
VERB_BEHIND, WORDS_BEHIND, AT_HEAD, TO_WHOM = 0.20, 0.08, 0.08, 0.4
_HEAD = 4  # characters
# Something goes "từ Bộ A sang tỉnh B": what it is worth, where it is asked to whom, to be the one and not the other.
HANDED = 0.4
_TO_WHOM = ("cho", "sang", "toi")
_HANDED_TO = compiled_later(r"(?<!\w)(?:cho|sang|tới)\s+(?:các\s+|hai\s+)?$")
_HANDED_BY = compiled_later(r"(?<!\w)từ\s+(?:các\s+)?$")
_PART_END = compiled_later(r"[,;]")
_SENT_TO = compiled_later(r"(?<!\w)(?:gửi|trình|báo cáo|kính gửi)\s+(?:lên\s+|tới\s+|đến\s+|cho\s+)?$")


def _of_doer(asked: _Asked, view: View, index: int, start: int, end: int, words: Sequence[QueryWord]) -> float:
    """Return what it is worth how a row at `start`-`end` of a sentence stands to the words of the question."""
    told = view.asked(words)
    behind = sum(weight for weight, spans in told.telling_in(view, index) if spans[-1][0] >= end)
    verbs = (form for word in asked.verb for form in word.forms if view.sentences_with(form) >> index & 1)
    own = _PART_END.search(view.folded[index], end)
    last = own.start() if own is not None else len(view.folded[index])
    acts = any(end <= place < last for form in verbs for place, _ in view.places_of(index, form))
    return VERB_BEHIND * acts + WORDS_BEHIND * behind / (told.telling_total or 1.0) + AT_HEAD * (start < _HEAD)


_NAMED_AS = compiled_later(r"\s(?:la|:)\s*$")
_SEVERAL = compiled_later(r"(?: cac| nhung)?\s+$")

# What it adds to the trust in a name that it stands where the one asked for would stand.
TIED = 0.1


_CLAUSE_END = compiled_later(r";|,\s+(?:còn|riêng|trong khi)(?!\w)")


def _own_clause(words: Sequence[QueryWord], text: str, start: int, end: int) -> float:
    """Return how much (0 to 1) of what a sentence bears of the question stands in the clause of a row at `start`."""
    first = max((m.end() for m in _CLAUSE_END.finditer(text, 0, start)), default=0)
    m = _CLAUSE_END.search(text, end)
    last = m.start() if m is not None else len(text)
    if first == 0 and last == len(text):
        return 1.0
    whole, clause = Words.of(fold(text)), Words.of(fold(text[first:last]))
    weights = [(w.weight, any(clause.has(f) for f in w.forms)) for w in words if any(whole.has(f) for f in w.forms)]
    total = sum(weight for weight, _ in weights)
    return sum(weight for weight, here in weights if here) / total if total else 1.0


def _led_by(text: str, end: int) -> str:
    """Return the clause that ends at `end`."""
    return text[max(text.rfind(".", 0, end), text.rfind(";", 0, end)) + 1 : end]


def _role(asked: _Asked, before: str, after: str, near: float, told: str) -> float:
    """Return what it is worth that a row stands where the doer, receiver or owner asked for would stand.

    `before` and `after` are the text around the row, `near` how near the verb stands, `told` (bare letters) what leads
    up to a list.
    """
    folded = fold(before)
    if asked.focus and (named := _NAMED_AS.search(folded)) and has_word(_led_by(folded, named.start()), asked.focus):
        return 0.45  # "Doanh nghiệp đứng tên ... là công ty X"
    if is_apposed(after, 0, asked.focus):
        return 0.45
    if asked.role == "doer":
        follows = does(after, 0, asked.deed)
        by = BY.search(before) is not None and (follows or _has_any(Words.of(fold(after[:60])), asked.deed))
        if before.endswith(" của ") and _ends_with(fold(before[: -len(" của ")]), asked.deed):
            return 0.35  # "theo diện tài trợ của X"
        lists = _IS.search(before) is not None and _has_any(Words.of(told), asked.deed)
        return min(0.6, 0.45 * follows + 0.3 * by) or 0.4 * lists
    if asked.role == "receiver":
        return max(
            0.3 if _TO.search(before) or re.match(r"\s+(?:đã |vừa |cũng |sẽ )?(?:được|bị|nhận)\s", after) else 0.0,
            0.3 if _IS.search(before) else 0.0,
        )
    if asked.preposition == "la" and _IS.search(before) is not None:
        return 0.2 + 0.3 * share(asked.lead, Words.of(told))  # "Đối tác là tập đoàn nào", "Đối tác ... là Tập đoàn X"
    several = _SEVERAL.search(folded) if asked.preposition else None
    if several is not None and ends_with_word(folded[: several.start()], asked.preposition):
        return 0.3
    return 0.2 if _IS.search(before) else 0.0


def _has_any(words: Words, deed: Sequence[QueryWord]) -> bool:
    return any(words.has(form) for word in deed for form in word.forms if word.weight >= 2.0 or len(word.forms) > 1)


def _ends_with(folded: str, deed: Sequence[QueryWord]) -> bool:
    """Tell whether text (bare letters) ends in one of the words by which the question says what was done."""
    end = " ".join(tokens(folded[-40:]))
    return any(end.endswith(" ".join(form)) for word in deed for form in word.forms)
