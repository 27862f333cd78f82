"""Candidates for "who": people by the acts they did, by their office, or by the sentence that fits best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering import cues
from retrieval.answering.candidate import Candidate, Proof, as_written, names_quoted
from retrieval.answering.constraints import Named
from retrieval.answering.matching import QueryWord, View, Words, coverage, nearness, query_words, share, tokens
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.corpus.document import ParagraphKind
from retrieval.facts.acts import Act
from retrieval.facts.participation import Participation, Role
from retrieval.facts.people import Person, name_key
from retrieval.language import offices
from retrieval.language.normalize import fold

# How far an act told by a sentence answers for the act that was asked (asked -> told -> 0 to 1).
ACT_FIT: dict[Act, dict[Act, float]] = {
    Act.ATTEND: {Act.ATTEND: 1.0, Act.CHAIR: 0.55, Act.SPEAK: 0.45, Act.OPEN: 0.45, Act.CLOSE: 0.4, Act.PRESENT: 0.4, Act.LEAD: 0.4, Act.HONOUR: 0.4, Act.LAUNCH: 0.5, Act.VISIT: 0.4},
    Act.CHAIR: {Act.CHAIR: 1.0, Act.LEAD: 0.5},
    Act.OPEN: {Act.OPEN: 1.0, Act.SPEAK: 0.4, Act.LAUNCH: 0.3},
    Act.CLOSE: {Act.CLOSE: 1.0, Act.SPEAK: 0.3, Act.CHAIR: 0.2},
    Act.SPEAK: {Act.SPEAK: 1.0, Act.OPEN: 0.8, Act.CLOSE: 0.8, Act.SAY: 0.55, Act.PRESENT: 0.5, Act.ANNOUNCE: 0.4, Act.EXPLAIN: 0.4},
    Act.SAY: {Act.SAY: 1.0, Act.SPEAK: 0.9, Act.EXPLAIN: 0.8, Act.ANNOUNCE: 0.8, Act.PRESENT: 0.7, Act.OPEN: 0.6, Act.CLOSE: 0.6},
    Act.PRESENT: {Act.PRESENT: 1.0, Act.SPEAK: 0.5, Act.SAY: 0.5, Act.ANNOUNCE: 0.6, Act.EXPLAIN: 0.5},
    Act.ANNOUNCE: {Act.ANNOUNCE: 1.0, Act.SAY: 0.7, Act.SPEAK: 0.6, Act.PRESENT: 0.6},
    Act.EXPLAIN: {Act.EXPLAIN: 1.0, Act.SAY: 0.9, Act.SPEAK: 0.6},
    Act.RECEIVE: {Act.RECEIVE: 1.0, Act.MEET: 0.8},
    Act.MEET: {Act.MEET: 1.0, Act.RECEIVE: 0.9, Act.VISIT: 0.4},
    Act.GIVE: {Act.GIVE: 1.0},
    Act.GET: {Act.GET: 1.0, Act.GIVE: 0.6},
    Act.LEAD: {Act.LEAD: 1.0, Act.CHAIR: 0.4},
    Act.VISIT: {Act.VISIT: 1.0, Act.MEET: 0.4, Act.HONOUR: 0.4},
    Act.ORGANISE: {Act.ORGANISE: 1.0, Act.CHAIR: 0.4},
}  # fmt: skip
_GENERIC_NOUNS = frozenset(
    fold(n)
    for n in (
        "người", "vị", "ông", "bà", "anh", "chị", "đồng chí", "đ/c", "lãnh đạo", "nhà lãnh đạo", "vị lãnh đạo", "quan chức", "cán bộ", "đại biểu", "nhân vật", "khách mời", "vị khách", "thành viên", "cá nhân", "đại diện",
        "nguyên lãnh đạo", "gương mặt", "văn nghệ sĩ", "diễn giả", "chuyên gia", "nguyên thủ", "nhà ngoại giao", "nhân chứng", "cụ già", "cụ", "cô gái", "chàng trai", "tác giả", "người nổi tiếng", "nhà hoạt động", "em bé", "nạn nhân",
    )
)  # fmt: skip
_SYMMETRIC = frozenset((Act.MEET, Act.RECEIVE, Act.SIGN))
_ALL_SAID = frozenset((Act.SPEAK, Act.SAY, Act.PRESENT, Act.OPEN, Act.CLOSE, Act.EXPLAIN, Act.ANNOUNCE))


@dataclass(slots=True)
class _Scored:
    part: Participation | None
    person: Person
    sentence: int
    start: int
    end: int
    score: float
    cover: float
    act_fit: float


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the people of `view` who may answer `question`, as lists that belong together, best first."""
    if "office" in question.aspects:
        return _by_office(question, view, words)
    asked = main_act(question)
    excluded = {n.key for n in named if n.key} | _excluded_offices(question, view)
    scored = _score_all(question, view, words, asked, excluded)
    scored = [s for s in scored if _noun_allows(question, view, s.person)]
    if not scored:
        return []
    scored.sort(key=lambda s: -s.score)
    best = scored[0]
    chosen = _belonging(question, view, asked, best, scored)
    chosen = _restricted(question, view, chosen)
    made = _candidate(view, chosen, best)
    rest = []
    seen = {s.person.key for s in chosen}
    for other in scored[1:12]:
        if other.person.key not in seen:
            seen.add(other.person.key)
            rest.append(_candidate(view, [other], other))
    return [made, *rest[:3]]


def main_act(question: Question) -> Act | None:
    """Return the act that the asked-for person does: the first verb after the question word, else the last before it."""
    after = [a for a in question.acts if a.start >= question.cue[1]]
    before = [a for a in question.acts if a.end <= question.cue[0]]
    if after and len(question.text[question.cue[1] : after[0].start].split()) <= 9:
        return after[0].act
    if before and ("object" in question.aspects or not after):
        return before[-1].act
    if after:
        return after[0].act
    return Act.ATTEND if cues.search(("có những ai", "gồm (?:những )?ai", "thành phần"), question.text) else None


def _excluded_offices(question: Question, view: View) -> set[str]:
    """Return the keys of people meant by a bare office after "ngoài" ("Ngoài Thủ tướng thì còn ai dự")."""
    m = re.match(r"(?:ngoai|cung|cung voi)\s+(?:ong |ba |dong chi )?(.+?)(?:\s+ra|,|\s+thi|\s+con|\s+va)", question.folded)
    if m is None:
        return set()
    phrase = m.group(1)
    return {
        p.key
        for p in view.facts.people.values()
        if any(fold(o).startswith(phrase) or phrase.startswith(fold(o)) for o in p.offices)
    }


def _score_all(question: Question, view: View, words: Sequence[QueryWord], asked: Act | None, excluded: set[str]) -> list[_Scored]:
    cover = [coverage(words, view, i) for i in range(len(view.facts.sentences))]
    verbs = {a.verb for a in question.acts}
    scored: list[_Scored] = []
    wants_object = "object" in question.aspects
    in_part: set[tuple[str, int]] = set()
    for part in view.facts.participations:
        person = view.facts.people[part.person]
        if person.key in excluded:
            continue
        fit = ACT_FIT.get(asked, {asked: 1.0}).get(part.act, 0.0) if asked is not None else 0.0
        if asked in _SYMMETRIC and fit:
            pass
        elif part.role is Role.OBJECT and not wants_object and not _passive(question):
            fit *= 0.3
        elif part.role is Role.SUBJECT and wants_object and asked in ACT_FIT and asked not in _ALL_SAID and asked is not Act.ATTEND:
            fit *= 0.4
        score = 1.7 * cover[part.sentence] + 1.0 * fit
        if fit and fold(part.verb) in verbs or fit == 1.0 and part.verb in verbs:
            score += 0.15
        if view.facts.sentences[part.sentence].kind is ParagraphKind.CAPTION:
            score -= 0.05
        score += 0.25 * nearness(words, view, part.sentence, part.start, part.end)
        in_part.add((person.key, part.sentence))
        scored.append(_Scored(part, person, part.sentence, part.start, part.end, score, cover[part.sentence], fit))
    for index, row in enumerate(view.facts.references):
        for ref in row:
            person = view.facts.people[ref.key]
            if person.key in excluded or cover[index] < 0.25:
                continue
            score = 1.7 * cover[index] + 0.45 * nearness(words, view, index, ref.outer_start, ref.outer_end)
            score += 0.5 * _described(question, view, ref.outer_start, ref.outer_end, index)
            scored.append(_Scored(None, person, index, ref.start, ref.end, score, cover[index], 0.0))
    return scored


def _passive(question: Question) -> bool:
    return re.search(r"(?<!\w)(?:duoc|bi)(?!\w)", question.folded[question.cue[1] : question.cue[1] + 12]) is not None


def _described(question: Question, view: View, start: int, end: int, sentence: int) -> float:
    """Return the share of the noun phrase asked for ("tổng giám đốc công ty ...") that the person's description has."""
    if "name" not in question.aspects and "noun" not in question.aspects:
        return 0.0
    phrase = question.text[: question.cue[0]] if "name" in question.aspects else question.text[question.cue[0] : question.cue[1]]
    phrase = re.split(r",", phrase)[0] if "name" in question.aspects and len(phrase.split(",")[0].split()) > 2 else phrase
    described = Words.of(view.folded[sentence][start:end])
    return share(phrase, described)


def _noun_allows(question: Question, view: View, person: Person) -> bool:
    """Tell whether a person may be "Thủ tướng nào", "bộ trưởng nào", by any office that the document gives."""
    focus = fold(question.focus)
    if not focus or focus in _GENERIC_NOUNS or "org" in question.aspects:
        return not (focus == "ba" and person.honorific.lower() == "ông" or focus == "ong" and person.honorific.lower() == "bà")
    held = [fold(o) for o in person.offices]
    return any(re.search(rf"(?<!\w){re.escape(focus)}(?!\w)", o) and not (o.startswith("pho ") and not focus.startswith("pho ")) for o in held)


def _belonging(question: Question, view: View, asked: Act | None, best: _Scored, scored: list[_Scored]) -> list[_Scored]:
    """Return the people who answer together with the best one."""
    if best.part is None:
        # Other people whom the same words describe as well.
        same = [s for s in scored if s.part is None and s.sentence == best.sentence and s.score > best.score - 0.06 and _plural(question)]
        return _distinct([best, *same])
    group = [s for s in scored if s.part is not None and s.part.group == best.part.group and s.part.act == best.part.act and s.part.role == best.part.role]
    chosen = [best, *group]
    if asked is Act.ATTEND and best.act_fit >= 0.9:
        for other in scored:
            if other.part is None or other.act_fit < 0.9:
                continue
            if other.part.listed and best.part.listed or (_plural(question) and other.score > best.score - 0.45):
                chosen.append(other)
    elif _plural(question) and asked is not None:
        chosen.extend(s for s in scored if s.part is not None and s.act_fit >= 0.9 and s.score > best.score - 0.4)
    elif asked is Act.CHAIR:
        chosen.extend(s for s in scored if s.part is not None and s.act_fit >= 0.9 and s.score > best.score - 0.12)
    ordered = sorted(chosen, key=lambda s: (s.sentence, s.start))
    return _distinct(ordered)


def _plural(question: Question) -> bool:
    around = question.text[max(0, question.cue[0] - 12) : question.cue[1]]
    return bool({"plural", "others"} & question.aspects) or cues.search(("những", "các", "hai", "ba", "mỗi bên", "hai bên"), around) is not None


def _distinct(rows: Sequence[_Scored]) -> list[_Scored]:
    kept: dict[str, _Scored] = {}
    for row in rows:
        if row.person.key not in kept or (kept[row.person.key].part is None and row.part is not None):
            kept[row.person.key] = row
    return list(kept.values())


_SIDE = (
    r"(?:phía|bên|về phía|đại diện(?: cho)?|lãnh đạo|quan chức|cán bộ|từ phía|người của)\s+(?P<side>[^,?]+?)(?=\s+(?:có|cử|gồm|nào|đến|tới|dự|tham dự|là|gồm có)(?!\w)|,|$)",
    r"^(?P<side1>[^,?]{3,60}?)\s+(?:có|cử|gồm)(?: những| mấy)? (?:ai|người|lãnh đạo)",
    r"(?:điểm cầu)\s+(?:tại |ở )?(?P<venue>[^,?]+?)(?=\s+(?:có|gồm|thì|là|ai)(?!\w)|,|$)",
    r"(?:ở|tại)\s+(?P<at>[A-ZĐÀ-Ỹ][^,?]*?)\s+(?:thì\s+)?(?:có\s+)?(?:những\s+)?ai",
)


def sides_asked(question: Question) -> list[tuple[str, bool]]:
    """Return the sides and venues that the question names, and whether each is a venue, which binds."""
    found = []
    for pattern in _SIDE:
        for m in cues.shape(pattern, capitals="A-Z" in pattern).finditer(question.text):
            for group, value in m.groupdict().items():
                if value and not (group == "side1" and re.search(r"(?i)(?:hội nghị|lễ|buổi|cuộc|hoi nghi|le|buoi|cuoc|phiên|phien)(?!\w)", value)):
                    found.append((value.strip(), group == "venue"))
    return found


def _restricted(question: Question, view: View, chosen: list[_Scored]) -> list[_Scored]:
    """Keep those who belong to the side or venue that the question names, if any do."""
    for side, is_venue in sides_asked(question):
        fits = []
        for row in chosen:
            label = f"{row.part.side} {row.part.venue}" if row.part else ""
            own = Words.of(fold(f"{label} {' '.join(row.person.offices)} {view.facts.sentences[row.sentence].text[row.start:row.end]}"))
            side_words = query_words_of(side)
            total = sum(w.weight for w in side_words)
            got = sum(w.weight for w in side_words if any(own.has(f) for f in w.forms))
            labelled = Words.of(fold(label))
            by_label = sum(w.weight for w in side_words if any(labelled.has(f) for f in w.forms))
            fits.append((got / total if total else 0.0, by_label / total if total else 0.0, row))
        by_label = [row for _, labelled, row in fits if labelled >= 0.5]
        if by_label:
            chosen = by_label
            continue
        by_office = [row for got, _, row in fits if got >= (0.5 if is_venue else 0.3)]
        if by_office:
            chosen = by_office
        elif is_venue:
            in_sentence = [row for _, _, row in fits if share(side, view.words[row.sentence]) > 0.9]
            chosen = in_sentence
    return chosen


def query_words_of(phrase: str) -> tuple[QueryWord, ...]:
    """Return the weighed words of a phrase, as of a question."""
    return query_words(Question(text=phrase, folded=fold(phrase), kind=None, unaccented=True))  # type: ignore[arg-type]


def _candidate(view: View, chosen: Sequence[_Scored], best: _Scored) -> Candidate:
    if not chosen:
        return Candidate((), (), 0.0, 0.0, view)
    items = []
    proofs: dict[int, list[tuple[int, int]]] = {}
    for row in chosen:
        name, spot = written_name(view, row.person, row.sentence)
        items.append(Item(name, offices_of(view, row.person)))
        proofs.setdefault(row.sentence, []).append((row.start, row.end))
        if spot is not None and spot[0] != row.sentence:
            proofs.setdefault(spot[0], []).append(spot[1])
    ordered = sorted(proofs.items(), key=lambda item: (item[0] != best.sentence, item[0]))
    fit = min(1.0, 0.62 * best.cover + 0.38 * max(best.act_fit, 0.35))
    return Candidate(
        tuple(items), tuple(Proof(view, sentence, tuple(spans)) for sentence, spans in ordered), best.score, fit, view,
        person=best.person.key,
    )  # fmt: skip


def written_name(view: View, person: Person, sentence: int) -> tuple[str, tuple[int, tuple[int, int]] | None]:
    """Return the full name as the document writes it, and where: in the given sentence if it is there."""
    for index in (sentence, *person.sentences):
        span = names_quoted(view, index, person.name)
        if span is not None:
            return as_written(view, index, *span), (index, span)
    return person.name, None


def offices_of(view: View, person: Person) -> tuple[str, ...]:
    """Return the offices of a person as the document writes them, best first."""
    found = []
    for office in person.offices:
        index = person.described.get(office)
        if index is not None:
            text = view.facts.sentences[index].text
            at = text.find(office)
            if at >= 0:
                found.append(as_written(view, index, at, at + len(office)))
                continue
        found.append(office)
    return tuple(found)


def _by_office(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Answer "Bí thư Tỉnh ủy Thái Bình là ai": the person whose office, in this document, is the one named."""
    phrase = question.text[: question.cue[0]].strip(" ,:")
    wanted = query_words_of(phrase)
    total = sum(w.weight for w in wanted)
    head = offices.HEAD.match(phrase)
    head_words = fold(head.group()) if head else " ".join(tokens(fold(phrase))[:2])
    made = []
    for key, person in view.facts.people.items():
        if key != person.key:
            continue
        best = 0.0
        for office in person.offices:
            folded = fold(office)
            if head_words not in folded or (folded.startswith(("pho ", "nguyen ", "cuu ")) and not head_words.startswith(folded.split()[0])):
                continue
            own = Words.of(folded)
            context = Words.of(fold(" ".join(f"{p.side} {p.venue}" for p in view.facts.participations if p.person == person.key)))
            got = sum(
                w.weight * (1.0 if any(own.has(f) for f in w.forms) else 0.85 if any(context.has(f) for f in w.forms) else 0.55 if any(view.lead.has(f) for f in w.forms) else 0.3 if any(view.all_words.has(f) for f in w.forms) else 0.0)
                for w in wanted
            )
            best = max(best, got / total if total else 0.0)
        if best > 0.55:
            index = next((person.described[o] for o in person.offices if o in person.described), person.sentences[0] if person.sentences else 0)
            name, spot = written_name(view, person, index)
            spans = ((spot[1]),) if spot else ()
            at = spot[0] if spot else index
            made.append(Candidate((Item(name, offices_of(view, person)),), (Proof(view, at, spans),), 1.5 * best, best, view, person=person.key))
    del words
    return sorted(made, key=lambda c: -c.score)


def key(name: str) -> str:
    """Return the key of a name."""
    return name_key(name)
