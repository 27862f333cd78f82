"""Whether the sentence that would prove "có" has the details of the claim: its numbers, its places, the deed as done.

Of "có phải 8 người chết" a sentence with "7 người chết" tells the contrary, and "sẽ tới" is no proof of "đã tới". A
detail may stand in the sentence beside it or in the title, unless the sentence has another of its sort.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.bodies import is_body
from retrieval.answering.claims.claim import Claim
from retrieval.answering.claims.denial import LEADING, verb_forms, verb_of
from retrieval.answering.claims.numbers import numbers_lacking
from retrieval.answering.evidence.view import View, tokens
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold
from retrieval.language.organisations import find_organisations
from retrieval.language.place_names import PLACE_ALIASES
from retrieval.language.places import CITIES, COUNTRIES, FOREIGN_CITIES, PROVINCES
from retrieval.language.word_tagger import words as segment


@dataclass(frozen=True, slots=True)
class _Place:
    """A country, province or city: `key` is the same for all its names, `sort` for those told from one another.

    `by` is the verb of what it does ("do Pháp chế tạo"), "" elsewhere; `start` and `end` are its span.
    """

    key: str
    sort: str
    by: str
    start: int
    end: int


def lacks_detail(question: Question, claim: Claim, view: View, sentence: int) -> bool:
    """Tell whether a sentence cannot prove `claim`: of another place or number, or not told as done."""
    return (
        bool(numbers_lacking(question, claim, view, sentence))
        or _of_other_place(question, claim, view, sentence)
        or _is_elsewhere(question, view, sentence)
        or _is_not_told_done(question, claim, view, sentence)
        or _is_not_by(question, view, sentence)
    )


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Return the key and the sort of every place name."""
    rows = {name: row[0] for row in PLACE_ALIASES for name in row}
    sorts = (("country", COUNTRIES), ("province", (*PROVINCES, *CITIES)), ("city", FOREIGN_CITIES))
    found = {name: (rows.get(name, name), sort) for sort, names in sorts for name in names if name not in _NO_STATE}
    by_key = dict(found.values())
    for name, key in rows.items():
        if key in by_key:
            found.setdefault(name, (key, by_key[key]))
    return found


# Unions and parts of the world that states belong to.
_NO_STATE = frozenset(
    ("EU", "Liên minh châu Âu", "ASEAN", "châu Âu", "châu Á", "châu Phi", "Đông Nam Á", "Nhà Trắng", "Lầu Năm Góc")
)
# By what else reports tell that a state does something (bare letters).
_TOLD_BY = {
    "Mỹ": ("washington", "nha trang", "lau nam goc"), "Nga": ("moscow", "moskva", "kremlin"),
    "Trung": ("bac kinh", "trung hoa"), "Hàn": ("seoul", "nha xanh"), "Triều": ("binh nhuong",),
    "Nhật": ("tokyo",), "Anh": ("london",), "Pháp": ("paris",), "Đức": ("berlin",), "Iran": ("tehran",),
    "Việt": ("ha noi", "nuoc ta", "trong nuoc"), "Israel": ("tel aviv", "jerusalem"),
}  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_known(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


_CAPITAL_BEFORE = compiled_later(rf"[{UPPER}][^\W\d_]*\s$")
_CAPITAL_AFTER = compiled_later(rf"\s[{UPPER}]")
_BY = cues.shape(r"(?<!\w)do\s+(?:nước\s+)?$")


def _places(text: str) -> list[tuple[re.Match[str], str, str]]:
    """Return the places in a text with their keys and sorts; a syllable within a longer name is none."""
    found = []
    for m in _pattern().finditer(text):
        alone = " " not in m.group() and len(m.group()) < _LONGER
        if alone and (
            _CAPITAL_BEFORE.search(text, max(0, m.start() - 12), m.start()) or _CAPITAL_AFTER.match(text, m.end())
        ):
            continue  # "Nguyễn Thị Nga", "Đức Giang"
        found.append((m, *_known()[m.group()]))
    return found


_LONGER = 5  # letters from which a name is no syllable of Vietnamese


def places_of(text: str) -> list[str]:
    """Return the keys of the countries, provinces and cities that a text names, in order."""
    return [key for _, key, _ in _places(text)]


def sorts_of(text: str) -> list[str]:
    """Return the sorts of the places that a text names, in order; a province and a city of the country are one sort."""
    return [sort for _, _, sort in _places(text)]


def without_places(text: str) -> str:
    """Return a text without the names of countries, provinces and cities."""
    for m, _, _ in reversed(_places(text)):
        text = text[: m.start()] + text[m.end() :]
    return text


@lru_cache(maxsize=64)
def _places_asked(text: str) -> tuple[_Place, ...]:
    """Return the places that a question names, but for those of an office ("Tổng thống Mỹ"), which is known without."""
    heads = [m.end() for m in offices.HEAD.finditer(text)]
    return tuple(
        _Place(key, sort, _first_verb(text[m.end() :]) if _BY.search(text[: m.start()]) else "", *m.span())
        for m, key, sort in _places(text)
        if not any(end <= m.start() and len(text[end : m.start()].split()) <= _OF_OFFICE for end in heads)
    )


def _first_verb(text: str) -> str:
    return next(iter(segment(text.lower().strip(" ?"))), "")


_OF_OFFICE = 4  # words at most between an office and the place where it is held


def _of_other_place(question: Question, claim: Claim, view: View, sentence: int) -> bool:
    """Tell whether a sentence tells of another place than the question, or leaves open by whom it was."""
    asked = () if question.unaccented else _places_asked(question.text)
    if not asked:
        return False
    text = view.facts.sentences[sentence].text
    people = view.facts.references[sentence]  # "Trương Hòa Bình" is no province
    here = {
        (key, sort)
        for m, key, sort in _places(text)
        if not any(p.start <= m.start() and m.end() <= p.end for p in people)
    }
    named = set(places_of(question.text))
    keys = {key for key, _ in here}
    for place in asked:
        if place.by and not _tells_by(question.text[claim.affirmed[1] : place.start], place.by, view, sentence):
            return True
        if place.key in keys or _is_told_by(place.key, view.folded[sentence]):
            continue
        acts = place.end == claim.affirmed[0] - 1 and not question.text[claim.about[0] : place.start].strip()
        if place.by or (acts and not _points_back(place.key, view, sentence)):
            return True
        claimed = claim.core[0] <= place.start < claim.core[1]
        if claimed and any(sort == place.sort and key not in named for key, sort in here):
            return True
    return False


def _tells_by(made: str, verb: str, view: View, sentence: int) -> bool:
    """Tell whether a sentence has the verb of "A do B làm", and the names of `made`, what it was done to."""
    names = (tokens(fold(m.group())) for m in _CAPITALISED.finditer(made))
    return _verb(verb).search(view.facts.sentences[sentence].text.lower()) is not None and all(
        view.words[sentence].has((name,)) for found in names for name in found
    )


def other_doer(question: Question, claim: Claim, view: View, sentence: int) -> tuple[int, int] | None:
    """Return where a sentence says that another did what a claim says was done "do Sở Y tế", or None.

    "Được Thủ tướng phê duyệt", "do Bộ Y tế phê duyệt".
    """
    body = None if question.unaccented else _body_by(question.text)
    if body is None:
        return None
    verb = _first_verb(question.text[body[1] :])
    text = view.facts.sentences[sentence].text
    told = _done_by(verb).search(text) if verb else None
    if told is None:
        return None
    return told.span("doer") if is_body(question.text[slice(*body)], [told.group("doer")]) is False else None


def _is_not_by(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence lacks the body or the verb of "do Sở Y tế phê duyệt"."""
    body = None if question.unaccented else _body_by(question.text)
    if body is None:
        return False
    verb = _first_verb(question.text[body[1] :])
    name = tokens(fold(question.text[slice(*body)]))
    here = sum(view.words[sentence].has((word,)) for word in name)
    told = not verb or _verb(verb).search(view.facts.sentences[sentence].text.lower()) is not None
    return not told or here < _NAMED_BODY * len(name)


def is_not_held_by(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence does not name the body of "Sở Y tế tổ chức lễ ký", or not as who held it: a guest."""
    body = "" if question.unaccented else _holder(question.text)
    here = tokens(view.folded[sentence]) if body else []
    return bool(body) and (_holds(body).search(" ".join(here)) is None or not set(body.split()) <= set(here))


@lru_cache(maxsize=64)
def _holder(text: str) -> str:
    """Return the organisation, in bare letters, that stands right before "tổ chức" in a question; "" for none."""
    if _HELD_BY.search(text) is None:
        return ""
    bodies = (o for o in find_organisations(text) if _HELD_BY.match(text, o.end) is not None)
    return next((" ".join(tokens(fold(text[o.start : o.end]))) for o in bodies), "")


_HELD_BY = cues.shape(r"\s+(?:(?:có|đã|sẽ)\s+)*tổ chức(?!\w)")


@cache
def _holds(body: str) -> re.Pattern[str]:
    """Return the pattern, over bare letters, of a body that holds something; "các tổ chức" are bodies themselves."""
    held = r"(?<!cac )(?<!nhung )(?<!ban )(?:to chuc|phat dong)(?!\w)"
    return re.compile(rf"(?<!\w){body} (?:\w+ ){{0,25}}?{held}|{held} (?:\w+ ){{0,3}}boi {body}|do {body}")


_NAMED_BODY = 0.5  # of the words of its name


@lru_cache(maxsize=64)
def _body_by(text: str) -> tuple[int, int] | None:
    """Return the organisation of "do Sở Y tế phê duyệt" in a question."""
    if _BY_ANY.search(text) is None:
        return None
    return next(((o.start, o.end) for o in find_organisations(text) if _BY.search(text[: o.start])), None)


_BY_ANY = cues.shape(r"(?<!\w)do\s")


@cache
def _done_by(verb: str) -> re.Pattern[str]:
    """Return the pattern of a doer between "do", "được" or "bị" and `verb` or a verb that is used for it."""
    return re.compile(
        rf"(?<!\w)(?:do|được|bị)\s+(?P<doer>[{UPPER}][^\s,.;:]*(?:\s[^\s,.;:]+){{0,7}}?)\s+{_verb(verb).pattern}"
    )


_CAPITALISED = compiled_later(rf"(?<!\w)[{UPPER}]\w*(?:\s\d+(?!\w))?")  # "Cắt 7" is not "Cắt 9"


def _points_back(key: str, view: View, sentence: int) -> bool:
    """Tell whether a sentence takes up a place that the one before it names ("nước này", "hai bên")."""
    return (
        sentence > 0
        and _POINTING.search(view.facts.sentences[sentence].text) is not None
        and key in places_of(view.facts.sentences[sentence - 1].text)
    )


_POINTING = cues.shape(r"(?<!\w)(?:(?:nước|nơi|chính phủ|phía) (?:này|đó|ta)|hai (?:nước|bên)|các (?:nước|bên))(?!\w)")


def _is_elsewhere(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence has the place where something is claimed to have been otherwise than as that.

    "Huế dự hội nghị", "điểm cầu Huế" and "(Báo Huế) -" do not tell of a meeting held in Huế. And who is claimed to have
    been at a "điểm cầu" must be told with those words.
    """
    if question.unaccented:
        return False
    text = view.facts.sentences[sentence].text
    if at := _LINKED.search(question.text):
        return f"diem cau {fold(at.group('place'))}" not in _AREA.sub(" ", view.folded[sentence])
    for place in _places_asked(question.text):
        before = question.text[: place.start]
        here = [m for m, key, _ in _places(text) if key == place.key]
        elsewhere = all(_is_doer(text, m) or _NOT_WHERE.search(text[: m.start()]) for m in here)
        if elsewhere and (_WHERE if here else _HELD_AT).search(before) is not None:
            return bool(here) or not _is_venue(place.key, view)
    return False


def _is_venue(key: str, view: View) -> bool:
    """Tell whether a report tells of anything that was at a place."""
    texts = (sentence.text for sentence in view.facts.sentences)
    return any(_WITHIN.search(text[: m.start()]) for text in texts for m, found, _ in _places(text) if found == key)


_WITHIN = cues.shape(r"(?<!\w)(?:ở|tại)\s+(?!điểm cầu)[^.;:]{0,60}$|\w\s*\($")


def _is_doer(text: str, place: re.Match[str]) -> bool:
    return not text[: place.start()].strip('"“ (') and _DOES.match(text, place.end()) is not None


_AREA = compiled_later(r"\s(?:(?:tinh|thanh pho|tp)\.?\s+)")
_LINKED = compiled_later(
    rf"(?<!\w)điểm cầu\s+(?:(?:tỉnh|thành phố|TP)\.?\s+)?(?P<place>[{UPPER}]\w*(?:\s+[{UPPER}]\w*)*)"
)
_NOT_WHERE = cues.shape(r"(?<!\w)điểm cầu\s+(?:(?:tỉnh|thành phố|TP)\.?\s+)?$|^\s*\(\w[^)]*$")
_WHERE = cues.shape(r"(?<!\w)(?:ở|tại)\s+(?:(?:tỉnh|thành phố|TP|thủ đô)\.?\s+)?$")
_HELD_AT = cues.shape(
    r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|bế mạc|họp)\s+(?:ở|tại)\s+(?:(?:tỉnh|thành phố|TP|thủ đô)\.?\s+)?$"
)
_DOES = cues.shape(r"\s+(?:dự|tham dự|tham gia|đón|tiếp|cử|góp mặt|theo dõi|quan tâm|chúc mừng)(?!\w)")


def _is_told_by(key: str, folded: str) -> bool:
    words = f" {' '.join(tokens(folded))} "
    return any(f" {name} " in words for name in _TOLD_BY.get(key, ()))


_DONE = cues.shape(r"(?<!\w)đã(?!\w)")
_YET = cues.shape(r"(?:đã\s+)?(?:\S+\s+)?(?:chưa|rồi)")
_TO_COME = (
    r"(?:sẽ|sắp|có thể|dự kiến|dự định|định|có kế hoạch|lên kế hoạch|có ý định|nhiều khả năng|chuẩn bị|nhận lời|"
    r"(?:lời )?mời|hứa)"
)


def _is_not_told_done(question: Question, claim: Claim, view: View, sentence: int) -> bool:
    """Tell whether a sentence lacks the verb of what is asked as done, or has it as to come ("sẽ tới")."""
    if question.unaccented:
        return False
    led = LEADING.match(question.text, claim.core[0], claim.core[1])
    done = led is not None and _DONE.search(led.group()) is not None
    if not done and _YET.fullmatch(question.text[slice(*question.cue)]) is None:
        return False
    verb = verb_of(question, claim)
    text = view.facts.sentences[sentence].text.lower()
    text = _NEXT.sub("", text)
    return len(_to_come(verb).findall(text)) >= len(_verb(verb).findall(text))


_NEXT = compiled_later(r"(?<!\w)(?:nghị|tuần|tháng) tới(?!\w)")  # "hội nghị tới" is no coming


@cache
def _verb(verb: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, verb_forms(verb)))})(?!\w)")


@cache
def _to_come(verb: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_TO_COME}(?:\s[^\s,.;:]+){{0,7}}?\s{_verb(verb).pattern}")
