"""What a question names must be there: people, editions, years, days, places. Evidence that lacks it is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.edition import tells_of_edition
from retrieval.answering.evidence.matching import share, told_as
from retrieval.answering.evidence.named_years import other_year
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.place_aliases import has_place, lacks
from retrieval.answering.evidence.places_asked import has_other_name, places_named
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.facts.acts import find_acts
from retrieval.facts.people import Person
from retrieval.language import offices
from retrieval.language.dates import DateMention, PartialDate, ResolvedDate, compatible
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.likeness import is_likeness
from retrieval.language.names import FAMILY_NAMES, is_vietnamese_syllable
from retrieval.language.normalize import fold, lower_case
from retrieval.language.places import is_place


def missing(question: Question, view: View, named: tuple[Named, ...], *, times_bind: bool = True) -> str:
    """Return what the question names and the document lacks, as words for a person; "" when nothing is lacking.

    The year, the day (with `times_bind`), the edition, the persons and the places named in the question bind.
    """
    for person in named:
        if not _has_person(view, person, question):
            return person.name
    for edition in question.editions:
        if edition.kind in ("lần", "khóa", "kỳ") and not tells_of_edition(view, question, edition):
            written = question.text[edition.start : edition.end]
            return f"lần thứ {written}" if written.isdigit() else lower_case(written[:1]) + written[1:]
    for mention in question.dates:
        if mention.relative is not None or not times_bind:
            continue
        if not _has_date(view, mention):
            return mention.text if mention.start or mention.lunar else mention.text.lower()
    if (impossible := _impossible_day(question)) != "":
        return impossible
    if (year := other_year(question, view)) != "":
        return year
    for place in places_named(question):
        if place == "Việt Nam":
            continue  # reports from here seldom say where they are from
        form = " ".join(tokens(fold(place)))
        if f" {form} " not in view.text and not (has_other_name(place, view) or has_place(place, view)):
            return place
    for run in _capital_runs(question, [n for n in named if n.key]):
        found = _pairs_found(run, view) >= 0.5 or _parts_found(run, view) or _by_initials(run, view)
        if not (found or told_as(run, view)) and lacks(run, view):
            return run
    for m in _JUBILEE.finditer(question.folded):
        if m.group("years") not in _jubilees(view):
            return f"{question.text[m.start() : m.end()]} năm"
    for number in _bound_numbers(question):
        if not view.has((number,)) and number not in _plain_numbers(view) and not _is_its_day(number, view):
            return number
    return ""


_DAY = compiled_later(r"(?<!\w)ngay\s+(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?![\d/-])")


def _impossible_day(question: Question) -> str:
    """Return a day that the question names and no year has ("ngày 31/2"), "" for none: nothing was on it."""
    for m in _DAY.finditer(question.folded):
        if not PartialDate(int(m.group("day")), int(m.group("month"))).is_valid:
            return question.text[m.start() : m.end()].lower()
    return ""


def person_in(view: View, named: Named) -> Person | None:
    """Return the person of the document whom the question names, fully or by a part of the name that only one has."""
    person = view.facts.people.get(named.key)
    if person is not None:
        return person
    wanted = tokens(fold(named.name))
    native = [w for w in wanted if is_vietnamese_syllable(w)]
    if len(native) > 1 and native == wanted[: len(native)]:
        wanted = native  # "Phương Thảo Vietjet" is called by her company
    fits = {p.key: p for p in view.facts.people.values() if _part_of(wanted, tokens(fold(p.name)))}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _part_of(wanted: list[str], full: list[str]) -> bool:
    """Tell whether one name is the other's beginning or end, or a single word of a foreign one."""
    if not wanted or not full:
        return False
    if len(wanted) == 1:
        return wanted[0] in full and not (is_vietnamese_syllable(wanted[0]) and wanted[0] != full[-1])
    return (
        full[-len(wanted) :] == wanted
        or full[: len(wanted)] == wanted
        or (wanted[-len(full) :] == full and len(full) > 1)
    )


def _has_date(view: View, mention: DateMention) -> bool:
    """Tell whether the document tells of the asked time: for certain, or where it leaves the year open."""
    if not mention.date.is_known:
        return share(mention.text, view.all_words) > 0.8  # a festival or lunar day, as written
    written = any(map(str.isdigit, mention.text))  # "tuần này" overlaps with what was on in it
    if written and mention.until is not None and mention.until.day and not _has_end(view, mention.until):
        return False
    dated = [d.resolved for d in view.facts.dates if mention.until or not _is_term(d.resolved)]
    if mention.date.month is not None and mention.date.day is None and any(d.date.month is not None for d in dated):
        dated = [d for d in dated if d.date.month is not None]  # a bare year says of no month that it was in it
    judged = [compatible(mention, d) for d in dated]
    if any(judged) or _year_told(mention.date.year, mention.date.month, view):
        return True
    if mention.part_of_day is not None and _tells_part(fold(mention.part_of_day.value), view):
        return _has_date(view, replace(mention, part_of_day=None))  # "Sáng 18/12 ... Buổi chiều, ..."
    return any(j is None for j in judged) and _year_told(mention.date.year, None, view)


def _has_end(view: View, end: PartialDate) -> bool:
    """Tell whether the document has the last day of a span that a question names."""
    days = (day for d in view.facts.dates for day in (d.resolved.date, d.resolved.until, *d.resolved.listed) if day)
    return any((day.day, day.month) == (end.day, end.month) for day in days)


def _tells_part(part: str, view: View) -> bool:
    """Tell whether a report goes on to a part of the day (bare letters): "buổi chiều", "chiều cùng ngày"."""
    return any(view.has(pair) for pair in (("buoi", part), (part, "cung"), (part, "nay"), (part, "hom")))


def _is_term(date: ResolvedDate) -> bool:
    """Tell whether a date is a run of years ("nhiệm kỳ 2021-2026"), which says of no year that this happened in it."""
    return date.until is not None and date.date.month is None and date.until.year != date.date.year


def _has_person(view: View, person: Named, question: Question) -> bool:
    """Tell whether a document has a person, or the name as the question writes it ("Trường tiểu học Trần Văn X")."""
    if person_in(view, person) is not None:
        return True
    written = tokens(question.folded[person.start : person.end])
    forms = [" ".join(form) for form in (tokens(fold(person.name)), written)]
    if any(f" {form} " in view.text for form in forms):
        return not _only_alike(forms, view)
    # "Quốc vương Ma-lai-xi-a": a country that only looks like who holds the office
    return not person.key and (_in_order(written, view) or has_place(question.text[person.start : person.end], view))


def _only_alike(forms: Sequence[str], view: View) -> bool:
    """Tell whether a name stands only for who or what is made to look like that person ("người đóng giả ông A")."""
    found = False
    for sentence, folded in zip(view.facts.sentences, view.folded, strict=True):
        plain = folded.replace("-", " ")
        for form in forms:
            at = plain.find(form)
            if at >= 0 and not is_likeness(sentence.text, at, at + len(form)):
                return False
            found = found or at >= 0
    return found


_FOREIGN_WORDS = 2  # of a name that may have other words between its own
_WORDS_BETWEEN = 2  # "Seaview Tower Đà Nẵng" is also "Seaview Residence Tower Đà Nẵng"


def _in_order(words: Sequence[str], view: View) -> bool:
    """Tell whether a sentence has the words of a foreign name in their order, with few others between them."""
    if sum(not is_vietnamese_syllable(w) for w in words) < _FOREIGN_WORDS or len(words) <= _FOREIGN_WORDS:
        return False
    between = rf" (?:\S+ ){{0,{_WORDS_BETWEEN}}}"
    return all(word in view.distinct for word in words) and (
        re.search(f" {between.join(map(re.escape, words))} ", view.text) is not None
    )


def _year_told(year: int | None, month: int | None, view: View) -> bool:
    """Tell whether a bare year is the document's, by its text or the page's date."""
    if year is None or month is not None:
        return False
    if view.has((str(year),)):
        return True
    return view.document.published is not None and view.document.published.year == year


_RUN = compiled_later(rf"[{UPPER}][^\W\d_]*(?:(?:[ -]|(?<=TP)\. ?)[{UPPER}][^\W\d_]*)+")  # "TAND TP.HCM" whole


def _capital_runs(question: Question, known: Sequence[Named] = ()) -> list[str]:
    """Return the names of two or more capitalised words in a question that must be in the document.

    The names of persons `known` are no part of them ("Liên Hợp Quốc Filippo Grandi"): they are looked for as persons.

    Offices, honorifics and countries at their head are left out; so are names after a preposition or an event noun,
    which tell where or what for and may be told in other words. In a yes/no question the subject's names always bind.
    """
    if question.unaccented or question.text.isupper():
        return []
    subject_end = 0
    if question.kind is Kind.YES_NO:
        affirmed = cues.search(cues.AFFIRMED, question.text)
        subject_end = affirmed.start() if affirmed else 0
    runs = []
    for start, end in _without(known, question.text):
        words = question.text[start:end].split()
        if start == 0 and not (
            question.kind is Kind.YES_NO or words[0] in FAMILY_NAMES or not is_vietnamese_syllable(words[0])
        ):
            words = words[1:]
            start = question.text.find(words[0])
        if start == 0 and len(words) > 1 and not any(is_vietnamese_syllable(w) for w in words[1:]):
            words = words[1:] if is_vietnamese_syllable(words[0]) else words  # "Trang Phunumart": a noun, and no name
            start = question.text.find(words[0])
        if start == 0 and (fold(words[0]) in _OPENING or (len(words) > 1 and _begins_with_act(question.text))):
            words = words[1:]
            start = question.text.find(words[0], 1) if words else start
        if (
            words
            and (last := question.text.rfind(words[-1], start, end)) >= 0
            and _TITLE_GOES_ON.match(question.text, last)
        ):
            words = words[:-1]  # "Thái tử Mohammed": the run ends within a title
        while words:
            head = offices.HEAD.match(question.text, start)
            if head is not None and head.end() > head.start():
                step = len(head.group().split())
            elif is_place(place := " ".join(words[:2])) and (place != "Việt Nam" or _of_office(question.text[:start])):
                step = 2  # `places_named` looks for other countries; who holds an office here is seldom told with it
            elif (
                offices.HONORIFIC.fullmatch(words[0])
                or is_place(words[0])
                or words[0] in _CURRENCIES
                or _ROMAN.fullmatch(words[0])
            ):
                step = 1
            else:
                break
            words = words[step:]
            start = question.text.find(words[0], start + 1) if words else start
        if len(words) >= 2 and (start < subject_end or not _SOFT_BEFORE.search(question.text[:start])):
            cut = words[0] in _BODIES and _GOES_ON.match(question.text, end)
            if not cut:
                runs.append(" ".join(words))
            elif start < subject_end:
                runs.append(" ".join((*words, cut.group("rest"))))
    return runs


def _without(known: Sequence[Named], text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the capitalised runs of a text, each up to a known person who is named behind two words."""
    for m in _RUN.finditer(text):
        person = next((n for n in known if m.start() < n.start and n.end <= m.end()), None)
        before = text[m.start() : person.start].rstrip() if person is not None else ""
        if person is None or " " not in before:
            yield m.span()
        else:
            yield m.start(), m.start() + len(before)


_ROMAN = compiled_later(r"[IVXLC]+")  # of an edition: "kỳ họp thứ IX Ủy ban ..."
# What a sum ends with, right before the name of somebody or something else ("21 tỷ USD Việt - Mỹ").
_CURRENCIES = frozenset(("USD", "VND", "EUR", "GBP", "JPY", "CNY", "AUD", "CAD", "SGD", "RMB", "Euro"))

# Bodies whose names are capitalised word by word ("Bộ Thông tin", "Ban Bí thư"): the run ends within a word, and the
# body is often told by its short form. Only as the subject of a yes/no question it binds, with the rest of the word.
_BODIES = frozenset(("Bộ", "Sở", "Ban", "Cục", "Vụ", "Viện", "Ủy", "Hội", "Tổng", "Phòng", "Tòa", "Trường", "Đại"))
_GOES_ON = compiled_later(rf"\s(?P<rest>[{LOWER}]+)")


def _begins_with_act(text: str) -> bool:
    """Tell whether a question begins with a verb of an act ("Gặp Thái tử ..., ông có ... không")."""
    return any(act.start == 0 for act in find_acts(text.split(",")[0]))


_TITLE_GOES_ON = compiled_later(
    r"(?:Thái|Hoàng|Công|Quốc|Thủ|Bộ|Tổng|Giáo|Nữ|Ngoại|Thống)\s(?:tử|hậu|thân|chúa|vương|tướng|trưởng|thống|hoàng|đốc)(?!\w)"
)


def _parts_found(run: str, view: View) -> bool:
    """Tell whether a foreign name is there in parts: "Laura Bush" as "bà Laura" beside "Tổng thống Bush"."""
    words = run.replace("-", " ").split()
    return all(not is_vietnamese_syllable(w) and fold(w) in view.distinct for w in words)


_LEAST_INITIALS = 3  # of an acronym that is seldom another's


def _by_initials(run: str, view: View) -> bool:
    """Tell whether a name is there by its first letters: "Liên Hợp Quốc" as "LHQ"."""
    words = run.split()
    return len(words) >= _LEAST_INITIALS and fold("".join(word[0] for word in words)) in view.distinct


def _of_office(before: str) -> bool:
    """Tell whether a text ends with an office ("Thủ tướng")."""
    words = before.lower().split()
    return any(" ".join(words[-length:]) in offices.HEADS for length in (1, 2, 3, 4) if length <= len(words))


# Words that open a question with a capital and belong to no name.
_OPENING = frozenset(("truoc", "sau", "theo", "ngoai", "trong", "tai", "khi", "hom", "nguoi", "co", "cung", "ben"))
_SOFT_BEFORE = cues.shape(
    r"(?<!\w)(?:ở|tại|thăm|sang|đến|tới|về|từ|trong|khai mạc|bế mạc|lễ|giải|hội nghị|hội thảo|festival|cúp|olympic|"
    r"đại hội|diễn đàn|chiến dịch|cuộc thi|chương trình|sông|biển|đảo|cầu|đường|phố|giữa|và|với|hãng|kênh|báo|tờ|"
    r"trang|vụ|của|tàu)\s+$"
)


def _pairs_found(run: str, view: View) -> float:
    """Return the share of a name's pairs of neighbours that the document has."""
    words = tokens(fold(run))
    pairs = list(pairwise(words))
    if "".join(words) in view.squeezed:
        return 1.0
    return sum(view.has(p) for p in pairs) / len(pairs) if pairs else 1.0


# "kỷ niệm 65 năm", "kỷ niệm lần thứ 65", in bare letters: another jubilee is another event.
_JUBILEE = compiled_later(r"(?<!\w)ky niem\s+(?:lan thu\s+|\w+ mung\s+)?(?P<years>\d+)(?= nam(?!\w))")
_YEARS_SINCE = compiled_later(r"(?<![\w.,/])(\d+) nam(?!\w)")


def _jubilees(view: View) -> set[str]:
    """Return the numbers of years that the document counts ("65 năm thành lập")."""
    return set(_YEARS_SINCE.findall(" ".join(view.folded)))


_NUMBER = compiled_later(r"(?<![\w/.,-])(\d+(?:[.,]\d+)*)(?![\w/-]|[.,]\d)")


def _bound_numbers(question: Question) -> list[str]:
    """Return the numbers of two or more digits that the question gives, without those of dates and editions."""
    taken = [(d.start, d.end) for d in question.dates] + [(e.start, e.end) for e in question.editions] + [question.cue]
    return [
        m.group(1).lstrip("0")
        for m in _NUMBER.finditer(question.text)
        if len(m.group(1)) > 1 and not any(a <= m.start() < b for a, b in taken)
    ]


_DAY_WITH_POINT = compiled_later(r"(\d{1,2})\.(\d{1,2})")


def _is_its_day(number: str, view: View) -> bool:
    """Tell whether a number with a point is a day that the document tells of ("vụ thử 28.7")."""
    day = _DAY_WITH_POINT.fullmatch(number)
    if day is None:
        return False
    told = {(d.resolved.date.day, d.resolved.date.month) for d in view.facts.dates}
    return (int(day.group(1)), int(day.group(2))) in told


def _plain_numbers(view: View) -> set[str]:
    return {re.sub(r"[.,]", "", t) for t in view.distinct if t[0].isdigit()} | {
        t for w in view.distinct if w[0].isdigit() for t in re.split(r"[.,]", w)
    }
