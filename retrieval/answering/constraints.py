"""What a question names must be there: people, editions, years, days, places. Evidence that lacks it is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from retrieval.answering import cues
from retrieval.answering.collection import Collection
from retrieval.answering.edition import tells_of_edition
from retrieval.answering.matching import share
from retrieval.answering.model import Kind
from retrieval.answering.place_aliases import has_place, lacks
from retrieval.answering.places_asked import has_other_name, looks_typed_low, places_named
from retrieval.answering.question import Question
from retrieval.answering.view import View, tokens
from retrieval.facts.acts import find_acts
from retrieval.facts.people import Person
from retrieval.language import offices
from retrieval.language.dates import DateMention, PartialDate, ResolvedDate, compatible
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.names import FAMILY_NAMES, find_people, is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.places import is_place


@dataclass(frozen=True, slots=True)
class Named:
    """A person named in the question: the key of a known name ("" when no report names the person), and the span.

    `name` is written as the reports do, where they know it.
    """

    key: str
    name: str
    start: int
    end: int


_WORD = compiled_later(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_FOLDED_FAMILIES = frozenset(fold(f) for f in FAMILY_NAMES)


def people_named(question: Question, collection: Collection) -> tuple[Named, ...]:
    """Return the persons named in `question`: known names in any spelling, then names that no report has."""
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(question.folded)]
    low = question.unaccented or looks_typed_low(question.text)
    found: list[Named] = []
    position = 0
    while position < len(words):
        hit = _known(words, position, question, collection, low)
        if hit is None:
            position += 1
            continue
        named, length = hit
        found.append(named)
        position += length
    if not question.unaccented:
        for mention in find_people(question.text):
            if any(n.start < mention.end and mention.start < n.end for n in found):
                continue
            if _PAIR.fullmatch(mention.name):
                found.extend(_each_of_pair(mention.name, mention.start, collection))
                continue
            if _NAMED_AFTER.search(question.folded[: mention.start]) is not None:
                continue
            close = _close_name(mention.name, collection)
            if close:
                found.append(Named(close, mention.name, mention.start, mention.end))
            elif not mention.short or (
                not is_vietnamese_syllable(mention.name) and not _somewhere(mention.name, collection)
            ):
                found.append(Named("", mention.name, mention.start, mention.end))
            elif (single := _by_part(mention.name, mention.honorific, collection)) is not None:
                found.append(Named(single, mention.name, mention.start, mention.end))
    return tuple(sorted(found, key=lambda n: n.start))


# Two persons joined as the two sides of a meeting ("cuộc gặp Trump - Putin").
_PAIR = compiled_later(rf"[{UPPER}]\w+\s[-–]\s[{UPPER}]\w+")
_WORD_OF_PAIR = compiled_later(r"\w+")


def _each_of_pair(name: str, start: int, collection: Collection) -> list[Named]:
    """Return those of the two persons of a pair whom the reports know; who is not known binds nothing."""
    found = []
    for word in _WORD_OF_PAIR.finditer(name):
        key = _by_part(word.group(), "", collection)
        if key is not None:
            found.append(Named(key, word.group(), start + word.start(), start + word.end()))
    return found


def _known(
    words: list[tuple[str, int, int]], position: int, question: Question, collection: Collection, low: bool
) -> tuple[Named, int] | None:
    """Return the known name that begins at a word of the question, and how many words it has.

    `low` tells that the question was typed without capitals.
    """
    most = min(collection.longest_name + 2, 7, len(words) - position)
    if not low and not _capital(question, words[position][1]):
        return None
    for length in range(most, 0, -1):
        stretch = words[position : position + length]
        if any(b[1] - a[2] > 3 for a, b in pairwise(stretch)):
            continue
        # The last syllables of a longer name may have lost their capital with the accents that they were given.
        marked = [_capital(question, start) for _, start, _ in stretch]
        if not low and not (all(marked) or (length > 2 and marked[0])):
            continue
        key = "".join([w if w.isalnum() else re.sub(r"[\W_]", "", w) for w, _, _ in stretch])
        if key not in collection.names:
            continue
        name = collection.spellings[key]
        start, end = stretch[0][1], stretch[-1][2]
        if length == 1 and (
            " " in name or len(key) < 4 or is_vietnamese_syllable(key) or (low and key in _WORDS_NOT_NAMES)
        ):
            continue
        # Two bare syllables are too often everyday words ("van hien"): without capitals only a longer name is one.
        if length == 2 and low and all(is_vietnamese_syllable(w) for w, _, _ in stretch):
            continue
        return Named(key, name, start, end), length
    named_after = _NAMED_AFTER.search(question.folded[: words[position][1]]) is not None
    for length in () if named_after else (4, 3):
        stretch = words[position : position + length]
        if len(stretch) < length or stretch[0][0] not in _FOLDED_FAMILIES:
            continue
        if not low and not all(_capital(question, start) for _, start, _ in stretch):
            continue
        close = _close_name(question.text[stretch[0][1] : stretch[-1][2]], collection)
        if close:
            return Named(close, collection.spellings[close], stretch[0][1], stretch[-1][2]), length
    return None


# Before a name these make it a school's, a street's or a fund's: somebody else's name a slip away is not meant.
_NAMED_AFTER = compiled_later(
    r"(?<!\w)(?:tieu hoc|mam non|thcs|thpt|trung hoc|truong|dai hoc|duong|pho|benh vien|giai thuong|quy|cau|bao tang|"
    r"cong vien|chung cu|rap|nha hat)\s+$"
)
# Single foreign words that are names of people in some report and things in most questions.
_WORDS_NOT_NAMES = frozenset(("festival", "world", "asean", "facebook", "google", "boeing", "mekong", "internet"))


def _capital(question: Question, start: int) -> bool:
    return question.text[start].isupper()


def _close_name(written: str, collection: Collection) -> str | None:
    """Return the key of the one known name that differs from `written` by one slip of the hand.

    What is written with accents must be as close with them: "Trần Văn Tố" is no slip of "Trần Văn Thọ".
    """
    folded = fold(written)
    words = folded.replace("-", " ").split()
    key = re.sub(r"[\W_]", "", folded)
    if key in collection.names:
        return key
    if len(words) < 2 or len(key) < 8 or (len(words) == 2 and all(map(is_vietnamese_syllable, words))):
        return None
    likely = {k for word in words for k in collection.keys_with(word)}
    alike = [k for k in likely if -1 <= len(k) - len(key) <= 1]
    close = [k for k in alike if OSA.distance(k, key, score_cutoff=1) <= 1]
    if not written.isascii():
        close = [
            k for k in close if OSA.distance(_bare_of_signs(collection.spellings[k]), _bare_of_signs(written)) <= 1
        ]
    return close[0] if len(close) == 1 else None


def _bare_of_signs(name: str) -> str:
    return _SIGNS.sub("", name.lower())


_SIGNS = compiled_later(r"[\W_]")


def _somewhere(name: str, collection: Collection) -> bool:
    return bool(collection.keys_with(fold(name)))


def _by_part(name: str, honorific: str, collection: Collection) -> str | None:
    """Return the one known person whose given name (or any part of a foreign name) is `name`."""
    wanted = fold(name)
    fits: dict[str, list[str]] = {}
    for key in collection.keys_with(wanted):
        parts = fold(collection.spellings[key]).replace("-", " ").split()
        if parts[-1] == wanted or not all(map(is_vietnamese_syllable, parts)):
            fits[key] = parts
    # "D. Miller" is no second person beside "David Miller".
    initials = {key: parts[0][0] for key, parts in fits.items() if len(parts[0].strip(".")) == 1}
    whole = [k for k, parts in fits.items() if k not in initials]
    if len(whole) == 1 and all(letter == fits[whole[0]][0][0] for letter in initials.values()):
        return whole[0]
    return next(iter(fits)) if len(fits) == 1 else None


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
            return f"lần thứ {written}" if written.isdigit() else written
    for mention in question.dates:
        if mention.relative is not None or not times_bind:
            continue
        if not _has_date(view, mention):
            return mention.text if mention.start or mention.lunar else mention.text.lower()
    if (impossible := _impossible_day(question)) != "":
        return impossible
    for place in places_named(question):
        if place == "Việt Nam":
            continue  # reports from here seldom say where they are from
        form = " ".join(tokens(fold(place)))
        if f" {form} " not in view.text and not (has_other_name(place, view) or has_place(place, view)):
            return place
    for run in _capital_runs(question):
        if _pairs_found(run, view) < 0.5 and not _parts_found(run, view) and lacks(run, view):
            return run
    for m in _JUBILEE.finditer(question.folded):
        if m.group("years") not in _jubilees(view):
            return question.text[m.start() : m.end()]
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
    judged = [compatible(mention, d.resolved) for d in view.facts.dates if mention.until or not _is_term(d.resolved)]
    if any(judged) or _year_told(mention.date.year, mention.date.month, view):
        return True
    if mention.part_of_day is not None and _tells_part(fold(mention.part_of_day.value), view):
        return _has_date(view, replace(mention, part_of_day=None))  # "Sáng 18/12 ... Buổi chiều, ..."
    return any(j is None for j in judged) and _year_told(mention.date.year, None, view)


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
    if any(f" {' '.join(form)} " in view.text for form in (tokens(fold(person.name)), written)):
        return True
    # "Quốc vương Ma-lai-xi-a": a country that only looks like who holds the office
    return not person.key and (_in_order(written, view) or has_place(question.text[person.start : person.end], view))


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


def _capital_runs(question: Question) -> list[str]:
    """Return the names of two or more capitalised words in a question that must be in the document.

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
    for m in _RUN.finditer(question.text):
        words = m.group().split()
        start = m.start()
        if start == 0 and not (
            question.kind is Kind.YES_NO or words[0] in FAMILY_NAMES or not is_vietnamese_syllable(words[0])
        ):
            words = words[1:]
            start = question.text.find(words[0])
        if start == 0 and (fold(words[0]) in _OPENING or (len(words) > 1 and _begins_with_act(question.text))):
            words = words[1:]
            start = question.text.find(words[0], 1) if words else start
        if (
            words
            and (last := question.text.rfind(words[-1], start, m.end())) >= 0
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
            cut = words[0] in _BODIES and _GOES_ON.match(question.text, m.end())
            if not cut:
                runs.append(" ".join(words))
            elif start < subject_end:
                runs.append(" ".join((*words, cut.group("rest"))))
    return runs


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
