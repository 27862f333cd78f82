"""Of which side, body or venue those asked for must be: "phía Nhật Bản", "ai bên Bộ Y tế", "tại điểm cầu Huế"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import NATION, body_in_phrase, body_of_who, name_phrase, sides_asked
from retrieval.answering.asking.who_how_many import is_several, number_asked
from retrieval.answering.evidence.matching import query_words_of, share
from retrieval.answering.evidence.view import QueryWord, View, Words, tokens
from retrieval.answering.who.who_nouns import has_vietnamese_name
from retrieval.answering.who.who_rows import Scored
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role
from retrieval.facts.people import Person
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER
from retrieval.language.normalize import fold
from retrieval.language.places import COUNTRY_PATTERN, is_place

# Sides that are named one after the other: "của Đồng Nai và của TP.HCM", "phía Việt Nam và ai phía Úc".
_AND_OF = cues.shape(
    r"\s+(?:và|cùng|với)\s+(?:(?:ai|vị nào|người nào)\s+)?(?:của|bên|phía|từ|đại diện cho|đại diện|thay mặt)\s+"
)
# A body after "và" begins a side of its own ("Tạp chí Nhà nông và báo Biên cương").
_AND_BODY = cues.shape(
    r"\s+(?:và|cùng|với)\s+(?=(?:báo|tạp chí|bộ|sở|ủy ban|UBND|HĐND|công ty|tập đoàn|ngân hàng|trường|đại học|tỉnh|"
    r"thành phố|TP|huyện|viện|cục|tổng cục|hội|hiệp hội|đoàn)\s)"
)
_AND = cues.shape(r"\s+(?:và|với|cùng)\s+|\s*,\s*")
# A country that an office names; what somebody advises about does not say of which country he is.
_COUNTRY = compiled_later(rf"(?<![\w-])(?<!về )(?<!vấn đề )(?:{COUNTRY_PATTERN})(?!\w)")


def sides_in(phrase: str) -> list[str]:
    """Return the sides that a phrase names: "Mỹ và Trung Quốc" has two, a ministry with "và" in its name is one."""
    named = [part for side in _AND_OF.split(phrase) for part in _AND_BODY.split(side)]
    if len(named) == 1:
        parts = _AND.split(phrase)
        if all(is_place(part) or part.isupper() for part in parts):
            return parts
    return named


def side_of_noun(question: Question) -> str:
    """Return the side in "nguyên thủ nào của Nga", "ai bên Bộ Y tế", "lãnh đạo Hải Phòng nào"; empty if none."""
    m = NATION.search(question.text)
    if m is None:
        side = _represented(question) or body_of_who(question) or body_in_phrase(question)
        side = side or _country_of_name(question) or _sender(question)
    else:
        start, end = m.span("of")
        # "ban tổ chức" has no verb
        verbs = [a.start for a in question.acts if start < a.start < end and a.act is not Act.ORGANISE]
        side = question.text[start : min(verbs, default=end)].strip()
    if side and (continent := _CONTINENT.search(question.text)) is not None and side == continent.group("name"):
        side = continent.group()  # "Phi" would be told of whoever is from "Nam Phi"
    return "" if fold(side) in _NOT_IN_OFFICES else side


def _country_of_name(question: Question) -> str:
    """Return the country in "Ngoại trưởng Lào ... tên là gì", which ends the office; "" for none."""
    if "name" not in question.aspects or question.unaccented:
        return ""
    found = _COUNTRY_AT_END.search(name_phrase(question).strip())
    return found.group("country") if found is not None else ""


def _sender(question: Question) -> str:
    """Return the country that sends somebody ("Lào cử lãnh đạo nào sang dự ..."); "" for none."""
    sent = _SENDS.match(question.text)
    return sent.group("country") if sent is not None and "object" in question.aspects else ""


def _represented(question: Question) -> str:
    """Return the two sides in "Ai đại diện phía A và phía B ký ..."; "" for none."""
    found = _REPRESENTS.match(question.text, question.cue[1])
    return found.group("sides") if found is not None else ""


_REPRESENTS = cues.shape(
    r"\s+(?:là\s+)?(?:đại diện|thay mặt)(?:\s+cho)?\s+(?:phía|bên)\s+"
    r"(?P<sides>[^\s,?]+(?:\s+[^\s,?]+){0,3}?\s+(?:và|cùng|với)\s+(?:phía|bên)\s+[^\s,?]+(?:\s+[^\s,?]+){0,4}?)"
    r"(?=\s+(?:ở|tại|trong|ký|dự|tham dự|phát biểu|trao|tiếp|nhận|công bố|là)(?!\w)|\s*[,?]|\s*$)"
)
_CONTINENT = compiled_later(r"(?<!\w)[Cc]hâu (?P<name>Phi|Âu|Á|Mỹ|Úc|Đại Dương)(?!\w)")
_SENDS = compiled_later(rf"(?P<country>{COUNTRY_PATTERN})\s+(?:sẽ |đã )?(?:cử|phái|đưa|điều)\s")
_COUNTRY_AT_END = compiled_later(rf"[{LOWER}]\s(?P<country>{COUNTRY_PATTERN})$")
# What no office need name of those who lead it ("lãnh đạo Đảng, Nhà nước nào", "lãnh đạo nào của thành phố").
_NOT_IN_OFFICES = frozenset(
    map(fold, ("Đảng", "Nhà nước", "Đảng và Nhà nước", "thành phố", "tỉnh", "địa phương", "hai nước", "hai bên"))
)


# A country whose office it is: an ambassador "tại Lào" is not of Laos.
_OF_COUNTRY = compiled_later(rf"(?<!tại )(?<!ở )(?<!với )(?<!về )(?<![\w-])(?!Việt Nam)(?:{COUNTRY_PATTERN})(?!\w)")


def countries_of(person: Person) -> list[str]:
    """Return the countries that the offices of a person name as theirs."""
    return _COUNTRY.findall(" ; ".join(person.offices))


def serves_abroad(person: Person) -> bool:
    """Tell whether an office is another country's: names of Chinese leaders are written like Vietnamese ones."""
    return any(_OF_COUNTRY.search(o) is not None and "Việt Nam" not in o for o in person.offices)


def _told_of(view: View, row: Scored, side: str) -> float:
    """Return how far (0 to 1) an office or the label of a list says that the person is of the side."""
    if fold(side) in HOME:  # reports do not say of their own country's people that they are from there
        return float(has_vietnamese_name(row.person.name) and not serves_abroad(row.person))
    label = f"{row.part.side} {row.part.venue}" if row.part is not None else ""
    told = f"{' '.join(row.person.offices)} {label}"
    behalf = _behalf(view, row)
    if behalf and set(tokens(behalf)) <= set(tokens(fold(side))):
        return 1.0  # "Đại diện gia đình, ông A" for "gia đình cháu B"
    return _share(query_words_of(side), Words.of(fold(f"{told} {behalf}")))


# For whom somebody speaks, right before the person: "Đại diện gia đình, ông A", "Thay mặt nhà trường, cô B".
_ON_BEHALF = compiled_later(
    r"(?<!\w)(?:dai dien|thay mat|phia)\s+(?:cho\s+|cua\s+|phia\s+)?(?P<whom>[^,;:.()]{3,80}?)"
    r"\s*(?:,|-|–|(?<!\w)la)\s*$"
)


def _behalf(view: View, row: Scored) -> str:
    """Return for whom a sentence says that the person speaks or came (bare letters), "" where it does not."""
    found = next((r for r in view.facts.references[row.sentence] if r.start == row.start), None)
    if found is None:
        return ""
    m = _ON_BEHALF.search(view.folded[row.sentence][max(0, found.outer_start - 110) : found.outer_start])
    return m.group("whom") if m is not None else ""


def _belongs(view: View, row: Scored, side: str) -> bool:
    return _told_of(view, row, side) >= _MOST


def of_named_side(question: Question, view: View, scored: list[Scored]) -> list[Scored]:
    """Keep those of the side in "phía Úc ai tới", "Ban Tổ chức có ai dự" whose office or label has its very name.

    All are returned where nobody has it, or where the best one is of the side by what a list says.
    """
    sides = [side for side, is_venue in sides_asked(question) if not is_venue and any(c.isupper() for c in side)]
    if (
        side_of_noun(question)
        or not sides
        or any(sides[0] not in side for side in sides)
        or len(sides_in(sides[0])) > 1
    ):
        return scored
    if (
        not scored
        or fold(sides[0]) in HOME
        or any(f"{lead} {sides[0]}" in question.text for lead in ("ở", "tại", "Ở", "Tại"))
    ):
        return scored
    name = f" {' '.join(tokens(fold(sides[0])))} "

    def has_name(row: Scored) -> bool:
        told = [*row.person.offices, row.part.side if row.part is not None else ""]
        return any(name in f" {' '.join(tokens(fold(text)))} " for text in told)

    if has_name(max(scored, key=lambda row: row.score)):
        return scored
    groups = {row.part.group for row in scored if row.part is not None and has_name(row)}
    return [
        row
        for row in scored
        if has_name(row)
        or (
            row.part is not None
            and row.part.group in groups
            and (row.part.listed or _may_be_of_country(sides[0], row.person))
        )
    ] or scored


HOME = ("viet nam", "nuoc ta", "ta")
# Where names are written like Vietnamese ones.
LIKE_OURS = frozenset(("Trung Quốc", "Đài Loan", "Hồng Kông", "Hàn Quốc", "Triều Tiên"))
# The share of a side's words that an office must have.
_MOST = 0.6
_WHOLE = 0.99


def of_side(question: Question, view: View, scored: list[Scored]) -> list[Scored]:
    """Keep the people of the country or body in "nguyên thủ nào của Nga", if any are; else all."""
    side = side_of_noun(question)
    if not side:
        return scored
    if heads := _heads_of(question, side):
        leading = [r for r in scored if any(re.match(rf"(?:{heads})(?!\w)", fold(o)) for o in r.person.offices)]
        if leading:
            return leading
    sides = sides_in(side)
    kept = [row for row in scored if any(_belongs(view, row, one) for one in sides)]
    if len(sides) == 1:  # "TAND Tối cao" is not the "TAND TP Huế" where an office names it in full
        kept = [row for row in kept if _told_of(view, row, side) >= _WHOLE] or kept
    if len(sides) > 1 and not all(any(_belongs(view, row, one) for row in kept) for one in sides):
        return scored  # of whom nothing is said may be of the other side
    if kept:
        # On one list the body is named in full once ("Phó bí thư Thành ủy TP.HCM ..., Trưởng ban ... Thành ủy ...").
        groups = {row.part.group for row in kept if row.part is not None}
        own = {id(row) for row in kept}
        several, number = is_several(question), number_asked(question)
        return [
            row
            for row in scored
            if id(row) in own
            or (several and _was_there_too(side, row))
            or (
                row.part is not None
                and row.part.group in groups
                and (
                    _names_part_of(side, row.person)
                    or _shares_body(view, row, kept)
                    or (several and _may_be_of_country(side, row.person))
                    or (number > 1 and row.part.role is Role.SUBJECT and not row.part.listed)
                )
            )
        ]
    if _CONTINENT.fullmatch(side):
        return scored  # offices name countries
    for row in scored:
        row.fit *= OTHER_SIDE
        row.score -= 0.3
    return scored


def _heads_of(question: Question, side: str) -> str:
    """Return the heads of the offices of those who lead the bodies asked about ("Nhà nước, Chính phủ"), "" for none."""
    named = _CENTRAL.search(question.folded[: question.cue[1]])
    bodies = re.split(r"\s*,\s*|\s+va\s+", named.group("bodies")) if named is not None else [fold(side)]
    return "|".join(_HEADS_OF[body] for body in bodies) if all(body in _HEADS_OF for body in bodies) else ""


def of_each_side(question: Question, view: View, chosen: list[Scored], scored: Sequence[Scored]) -> list[Scored]:
    """Add the best of each side where one of each is asked for ("đại sứ nào của Mỹ và Trung Quốc")."""
    sides = sides_in(side_of_noun(question))
    if len(sides) < 2 or not chosen:
        return chosen
    if number_asked(question) == len(sides):
        one_each = [max(scored, key=lambda row: (_told_of(view, row, side), row.score)) for side in sides]
        if len({row.person.key for row in one_each}) == len(sides):
            return (
                one_each
                if all(_belongs(view, row, side) for row, side in zip(one_each, sides, strict=True))
                else chosen
            )
    for side in sides:
        if not any(_belongs(view, row, side) for row in chosen):
            chosen.extend([row for row in scored if _belongs(view, row, side)][:1])
    return chosen


# Those who lead these bodies, by the heads of their offices (bare letters), which mostly do not name the body.
_HEADS_OF = {
    "chinh phu": "pho thu tuong|thu tuong", "nha nuoc": "pho chu tich nuoc|chu tich nuoc",
    "quoc hoi": "pho chu tich quoc hoi|chu tich quoc hoi", "ban bi thu": "tong bi thu|thuong truc ban bi thu",
}  # fmt: skip
_BODIES = "|".join(_HEADS_OF)
_CENTRAL = compiled_later(
    rf"lanh dao (?:cap cao )?(?P<bodies>(?:{_BODIES})(?:(?:\s*,\s*|\s+va\s+)(?:{_BODIES}))+) nao$"
)
LABELLED = 0.08  # what a list of the very side or venue asked about adds to the trust
# What is left of the trust in people of whom the document does not say that they are of the body asked about.
OTHER_SIDE = 0.85


def at_place_asked(question: Question, chosen: list[Scored]) -> list[Scored]:
    """Keep those who were at the place that ends the question ("Ai dự ... ở Huế"), where the report tells of venues."""
    place = place_at_end(question)
    if not place:
        return chosen
    wanted = query_words_of(place)
    there = [
        row
        for row in chosen
        if row.part is not None and row.part.venue and _share(wanted, Words.of(fold(row.part.venue))) >= _MOST
    ]
    return there or chosen


def place_at_end(question: Question) -> str:
    """Return the place with which a question of who was there ends, or ""."""
    place = _AT_END.search(question.text)
    return place.group("at") if place is not None and Act.ATTEND in question.act_set else ""


_AT_END = cues.shape(r"(?<!\w)(?:ở|tại)\s+(?:(?:điểm|đầu) cầu\s+)?(?P<at>\S+(?:\s+\S+){0,6})$")


def restricted(question: Question, view: View, chosen: list[Scored], scored: Sequence[Scored]) -> list[Scored]:
    """Keep those who belong to the side or venue that the question names, if any do."""
    for side, is_venue in sides_asked(question):
        if not is_venue and not question.unaccented and not any(c.isupper() for c in side):
            continue
        parts = [query_words_of(p) for p in re.split(r"\s+(?:và|va|cùng|cung)\s+|,", side) if p.strip()]
        sides = sides_in(side)
        rated = []
        for row in chosen:
            label = f"{row.part.side} {row.part.venue}" if row.part else ""
            by_label = max(_share(p, Words.of(fold(label))) for p in parts)
            by_office = max(_share(p, Words.of(fold(f"{label} {' '.join(row.person.offices)}"))) for p in parts)
            if len(sides) > 1 and any(_belongs(view, row, one) for one in sides):
                by_office = 1.0
            rated.append((row, label.strip(), by_label, by_office))
        labelled = [row for row, _, by_label, _ in rated if by_label >= 0.5]
        held = [row for row, _, _, by_office in rated if by_office >= 0.5]
        if labelled:
            # Who speaks there may be told of by the office alone, beside the list of the side.
            others = [row for row, label, _, by_office in rated if not label and by_office >= _WHOLE]
            chosen = labelled + others
            for row in labelled:
                row.fit = min(1.0, row.fit + LABELLED)
        elif is_venue:
            chosen = [row for row, *_ in rated if share(side, view.words[row.sentence]) > 0.9]
        elif held:
            # Those of another side drop out; those of whom nothing is said stay with those who fit.
            sentences = {row.sentence for row in held}
            groups = {row.part.group for row in held if row.part is not None}
            chosen = [
                row
                for row, label, _, by_office in rated
                if by_office >= 0.5
                or (not label and row.sentence in sentences and _mixed(scored))
                or (row.part is not None and row.part.group in groups and _may_belong(side, row.person))
                or _shares_body(view, row, held)
            ]
    return chosen


def _may_be_of_country(side: str, person: Person) -> bool:
    """Tell whether one beside a person of a country may be of it too: "Bộ trưởng B" in "Ngoại trưởng Mỹ A và ..."."""
    if not is_place(side) or countries_of(person):
        return False
    if side in LIKE_OURS:
        return True
    return has_vietnamese_name(person.name) == (fold(side) in HOME)


def _was_there_too(side: str, row: Scored) -> bool:
    """Tell whether a person who was at the event may be of the country: that of some is not told."""
    there = row.part is not None and row.part.act in (Act.ATTEND, Act.LEAD) and row.act_fit >= _TOLD
    return there and row.about > 0.0 and side not in LIKE_OURS and _may_be_of_country(side, row.person)


_TOLD = 0.9  # of an act that is the one asked about


def _may_belong(side: str, person: Person) -> bool:
    """Tell whether a person told of together with one of a side is of it too, as far as the offices tell."""
    return not person.offices or _names_part_of(side, person) or _may_be_of_country(side, person)


def _names_part_of(body: str, person: Person) -> bool:
    """Tell whether an office of the person ends with the head of the body's name ("Thành ủy" for "Thành ủy TP.HCM")."""
    wanted = tokens(fold(body))
    return any(
        tokens(fold(office))[-length:] == wanted[:length]
        for office in person.offices
        for length in range(1, len(wanted))
    )


# An office that leaves its body to the next one on the list ("bà A – Chủ tịch HĐQT, bà B – Tổng giám đốc Tân Long").
_BODY_LEFT = compiled_later(
    r"(?:pho |quyen )?(?:chu tich|tong giam doc|giam doc)(?: (?:hdqt|hdtv|hoi dong (?:quan tri|thanh vien)|dieu hanh))?"
)


def _shares_body(view: View, row: Scored, kept: Sequence[Scored]) -> bool:
    """Tell whether a list tells the body of a person's office with the next one, who is of `kept`."""
    if not row.person.offices or not all(_BODY_LEFT.fullmatch(fold(office)) for office in row.person.offices):
        return False
    people = view.facts.references[row.sentence]
    at = next((i for i, ref in enumerate(people) if ref.start == row.start), len(people))
    return any(
        other.sentence == row.sentence and [other.start] == [p.start for p in people[at + 1 : at + 2]] for other in kept
    )


def _mixed(scored: Sequence[Scored]) -> bool:
    """Tell whether some lists of the document carry the label of a side and others none: these are the other side."""
    labels = [f"{s.part.side}{s.part.venue}" for s in scored if s.part is not None and s.part.listed]
    return any(labels) and not all(labels)


def _share(words: Sequence[QueryWord], within: Words) -> float:
    total = sum(w.weight for w in words)
    return sum(w.weight for w in words if any(within.has(f) for f in w.forms)) / total if total else 0.0
