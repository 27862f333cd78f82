"""What a thing is called: names that a report puts right behind the very words by which a question describes it.

"Chương trình cải tổ kinh tế của ông A tên gì" describes a thing; a report names it in one of three ways: by a verb of
naming ("chương trình mang tên Abenomics", "lập một hãng mới là VietAir"), right behind its noun ("ứng dụng văn phòng
di động iMO"), or behind the noun in quotation marks. The name must be new to the question, and the nearer the
description is to the question's, word for word, the better it fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.person_nouns import PERSON_NOUNS
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.subjects import RELATIONS
from retrieval.answering.details.thing_spans import PLAIN_NAME_END
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written, whole_words
from retrieval.answering.evidence.matching import coverage
from retrieval.answering.evidence.view import TOKEN, QueryWord, View, tokens
from retrieval.answering.model import Item
from retrieval.language import offices
from retrieval.language.compounds import in_compound
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold, lower_case
from retrieval.language.patterns import any_of, word_spans
from retrieval.language.places import is_place
from retrieval.language.weights import idf

# Question words that ask for a name, in bare letters; and those that ask for a number that something bears.
_ASKS_NAME = compiled_later(r"(?:co |mang |duoc dat |voi |lay )?(?:ten|biet danh)(?!\w)|loai (?:gi|nao)$")
_ASKS_NUMBER = compiled_later(r"so (?:nao|may|gi|bao nhieu)$")
# Where the description of a thing ends: at what it does, where it is, or what is done to it. Without their accents
# these are other words as well ("cơ quan" is no "có"), so that a text with accents is read by the words as written.
_ENDS = frozenset((
    "mà", "của", "do", "được", "bị", "đang", "vừa", "sẽ", "đã", "từng", "khiến", "ở", "tại", "trong", "khi", "để",
    "có", "là", "cho", "từ", "vào", "hôm", "ngày", "bởi", "với", "sắp", "định", "giúp", "gây", "này", "năm", "tháng",
    "tên", "làm", "cũng", "mang", "nhận", "vì", "theo", "sau", "trước", "về", "đến", "tới", "trên", "dưới",
))  # fmt: skip
_ENDS_BARE = frozenset(map(fold, _ENDS))
# Words before a thing that do not describe it: counters and the like.
_COUNTERS = frozenset((
    "loại", "chiếc", "con", "cái", "bộ", "cuộc", "số", "quả", "cây", "cuốn", "quyển", "bức", "ngôi", "một", "những",
    "các",
))  # fmt: skip
_COUNTERS_BARE = frozenset(map(fold, _COUNTERS))
# A person is no thing with a name; who somebody is, is read from what the report tells of people (`who`).
_PEOPLE = (*PERSON_NOUNS, *RELATIONS, "ông", "bà", "anh", "chị", "em", "cô", "cháu", "bé", "nữ", "nam")
_PERSON = compiled_later(rf"(?:{any_of(_PEOPLE)})(?!\w)")
# Without accents one syllable is too many words.
_PERSON_BARE = compiled_later(rf"(?:{any_of(fold(p) for p in _PEOPLE if ' ' in p)}|ong|ba|anh|chi|nguoi)(?!\w)")
_LONGEST = 9  # syllables of a description
_NAMING = (
    r"(?:(?:mang|có|với|lấy|đặt|dưới|được đặt)\s+(?:cái\s+)?tên(?:\s+gọi)?(?:\s+(?:là|mới là|đầy đủ là))?|"
    r"tên\s+(?:gọi\s+)?là|(?:(?:được|còn|thường)\s+)?gọi\s+là|biệt\s+danh(?:\s+là)?|tựa\s+đề(?:\s+là)?|"
    r"nhan\s+đề(?:\s+là)?|là)\s*:?\s+"
)
_WORD = rf"(?:[{UPPER}][\w&+-]*|[a-z]{{1,3}}[A-Z][\w&+-]*)(?:\.\w+)*"
_NUMBER = r"\d[\w.-]*"
# A name goes on over small letters within a word of several syllables ("Tiến bộ Singapore"), and over a dash.
_SMALL = rf"(?!(?:{any_of(_ENDS)})\s)[{LOWER}]+"
_RUN = rf"{_WORD}(?:(?:\s?[-–]\s?|\s)(?:{_WORD}|{_NUMBER})|\s{_SMALL}(?=\s{_WORD}))*"
_QUOTED = r"[“\"‘'][^“”\"‘’']{2,120}[”\"’']"
_NAME = rf"(?P<name>{_QUOTED}|{_RUN})"
# Between the last word of the description and the name: further words that describe, in small letters.
_DIRECT = compiled_later(rf"(?P<between>(?:\s+[{LOWER}]+){{0,3}}?)\s+{_NAME}")
_NAMED = compiled_later(rf"[^.;:“\"]{{0,48}}?(?<!\w){_NAMING}(?P<noun>(?:[{LOWER}]+\s+){{0,3}}?){_NAME}")
# What something is likened to is not its name: "được mệnh danh là 'mắt thần'".
_LIKENED = compiled_later(r"(?<!\w)(?:mệnh danh|ví|coi|xem|đánh giá|cho)(?:\s+(?:như))?\s+là(?!\w)")
# A name that a description explains: "Sao Mai, con tàu ...", "Hite - một loại bia ...".
_BEFORE_DESCRIPTION = compiled_later(rf"(?<!\w)(?P<name>{_RUN})\s*(?:,| [-–—]| là)\s+(?:(?:một|tên|chiếc|loại)\s+)*$")
_LONGEST_NAME = 60  # characters
_CODE = compiled_later(r"(?:\s+[^\W\d]+){0,3}?[\s:]+(?P<name>\d[\d.\s-]*\d)(?!\w)")


@dataclass(frozen=True, slots=True)
class Described:
    """A thing by the words (bare letters) that describe it, its noun first, with the weight of them all."""

    words: tuple[str, ...]
    weight: float


def described(question: Question) -> list[Described]:
    """Return the things whose names `question` may ask for: what it begins with, and what stands before "tên gì"."""
    asked = question.folded[slice(*question.cue)]
    if not (_ASKS_NAME.match(asked) or _ASKS_NUMBER.search(asked)):
        return []
    if len(asked.split()) == _NAME_GI and offices.HEAD.match(question.text):
        return []  # "Tổng thư ký hội đồng tên gì": who holds the office
    of_sort = asked.startswith("loai") and not _IS.search(question.folded[: question.cue[0]])
    person, counters = (_PERSON_BARE, _COUNTERS_BARE) if question.unaccented else (_PERSON, _COUNTERS)
    before = question.cue[0]
    first = [] if of_sort else _phrase(_typed(question, _clause(question), _described_until(question)))
    last: list[str] = []
    if of_sort or len(asked.split()) == 2:  # "tên là gì" asks for what the clause begins with
        last = _after_counter(_phrase(_typed(question, 0, before)[::-1])[::-1], counters)
    found: list[Described] = []
    for words in (first, last):
        if person.match(" ".join(words)):
            continue
        while words and (words[0] in counters or words[0].isdecimal()):
            words = words[1:]
        bare = tuple(fold(word) for word in words)
        weight = sum(idf(word) for word in bare)
        if words and not person.match(" ".join(words)) and not any(d.words == bare for d in found):
            found.append(Described(bare, weight))
    return found


_NAME_GI = 2  # words of "tên gì"
_IS = compiled_later(r"(?<!\w)la\s+$")  # "Máy bay của ông A là loại gì": what the clause begins with


def _typed(question: Question, start: int, end: int) -> list[tuple[str, bool]]:
    """Return the tokens of a stretch of a question as typed, in small letters, with whether a description ends there.

    A small word ends it that is no syllable of a longer one ("tên lửa").
    """
    text = question.folded if question.unaccented else lower_case(question.text)
    ends = _ENDS_BARE if question.unaccented else _ENDS
    found = [(tokens(m.group())[0], m) for m in TOKEN.finditer(text, start, end)]
    return [
        (token, _is_name(question, m) or (token in ends and not in_compound(text, *m.span()))) for token, m in found
    ]


def _is_name(question: Question, word: re.Match[str]) -> bool:
    """Tell whether a word of a question is one of a place's or a person's name, and describes nothing."""
    written = question.text[slice(*word.span())]
    return not question.unaccented and word.start() > 0 and written[0].isupper() and is_vietnamese_syllable(written)


def _after_counter(words: list[str], counters: frozenset[str]) -> list[str]:
    """Return words from the last counter or number on ("lắp 16 quả tên lửa": "quả tên lửa")."""
    counted = [i for i, word in enumerate(words[:-1]) if word in counters or word.isdecimal()]
    return words[counted[-1] :] if counted else words


def _clause(question: Question) -> int:
    """Return where the clause of what is described begins: after a circumstance set off by a comma."""
    comma = question.folded.find(",", 0, question.cue[0])
    leads_in = question.folded.split(" ", 1)[0] in _ENDS_BARE
    return comma + 1 if leads_in and comma > 0 else 0


def _described_until(question: Question) -> int:
    """Return where the description that `question` begins with ends at the latest: at whose name follows it."""
    owner = None if question.unaccented else _OWNER.search(question.text, 0, question.cue[0])
    return question.cue[0] if owner is None else owner.end()


# Two small words and then a capital: "đường dây nóng Cục ...".
_OWNER = compiled_later(rf"(?<!\w)\w+ [{LOWER}]+ (?=[{UPPER}])")


def _phrase(before: Sequence[tuple[str, bool]]) -> list[str]:
    found: list[str] = []
    for token, ends in before:
        if ends or len(found) == _LONGEST:
            break
        found.append(token)
    return found


def _kind_of_name(question: Question) -> str:
    """Return which of several names is asked for ("ten tieng anh", bare letters), "" for any."""
    m = _KIND_OF_NAME.match(question.folded, question.cue[0], question.cue[1])
    return m.group("kind") if m is not None else ""


_KIND_OF_NAME = compiled_later(r"(?P<kind>ten (?:tieng \w+|quoc te|chinh thuc|khoa hoc|thuong mai|day du|that))(?!\w)")


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the names in `view` right behind the words by which `question` describes a thing, best first."""
    things = described(question)
    if not things:
        return []
    numbered = _ASKS_NUMBER.search(question.folded[slice(*question.cue)]) is not None
    asked = set(tokens(question.folded))
    kind = _kind_of_name(question)
    made: list[Candidate] = []
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < LEAST_COVER:
            continue
        found: dict[tuple[int, int], float] = {}
        told = [d for thing in things for d in _descriptions(thing, view.folded[index])]
        if kind:  # "có tên thương mại là ...": the very kind of name
            told += [(start, end, 1.0) for start, end in word_spans(view.folded[index], kind)]
        for start, end, share in told:
            for span, sure in _names(sentence.text, start, end, numbered=numbered):
                name = _whole(sentence.text, span)
                written = sentence.text[slice(*name)]
                if not is_place(sentence.text[slice(*span)]) and not asked.issuperset(tokens(fold(written))):
                    found[name] = max(found.get(name, 0.0), share * sure)
        for name, share in found.items():
            text = as_written(view, index, *name).strip(" “”\"‘’'.,")
            fit = min(1.0, COVERED * cover + CALLED * share)
            score = 1.5 * cover + DESCRIBED * share
            made.append(Candidate((Item(text),), (Proof(view, index, (name,)),), score, fit, view))
    made.sort(key=lambda c: -c.score)
    return made[:3]


LEAST_COVER = 0.25
LEAST_SHARE = 0.45  # of a description
DESCRIBED = 1.4  # what it is worth that the whole description stands before the name
COVERED, CALLED = 0.6, 0.42  # what the sentence, and the description before the name, are worth for the fit
BY_VERB, BEHIND = 1.0, 0.9  # how sure a name is by the way it is given
_TITLES = frozenset(("ông", "bà", "anh", "chị", "cô"))
_NEAR, _BEFORE, _AFTER = 4, 8, 14  # syllables between two of a description; before its noun; behind it, with the name


def _whole(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a name with the small letters that it goes on in, to the end of its clause ("Miền cá bạc")."""
    start, end = span
    syllables = text[start:end].split()
    if text[end - 1] in "”\"’'" or not all(is_vietnamese_syllable(s) and len(s) > 1 for s in syllables):
        return span
    signs = PLAIN_NAME_END.finditer(text, end)
    sign = next((m for m in signs if not in_compound(text, *m.span())), None)
    rest = text[end : sign.start() if sign is not None else len(text)]
    return (start, end + len(rest.rstrip())) if len(rest.split()) <= _MOST_SMALL else whole_words(text, span)


_MOST_SMALL = 7


def _descriptions(thing: Described, folded: str) -> list[tuple[int, int, float]]:
    """Return where words of a description stand in a sentence, its noun first, and what share of it they are."""
    found = []
    row = list(TOKEN.finditer(folded))
    for place, match in enumerate(row):
        if match.group() != thing.words[0]:
            continue
        weight, end, at, wanted = idf(thing.words[0]), match.end(), place, 1
        ends = []  # a name may stand between two words that describe it
        step = place + 1
        while step < len(row) and step - at <= _NEAR and wanted < len(thing.words):
            token = row[step].group()
            if token in thing.words[wanted:]:
                ends += [end] if step > at + 1 else []
                wanted = thing.words.index(token, wanted) + 1
                weight, end, at = weight + idf(token), row[step].end(), step
            step += 1
        around = {t.group() for t in (*row[max(0, place - _BEFORE) : place], *row[at + 1 : at + _AFTER])}
        weight += sum(idf(word) for word in thing.words[wanted:] if word in around)
        share = weight / thing.weight
        if share >= LEAST_SHARE:
            found += [(match.start(), last, share) for last in (*ends, end)]
    return found


def _names(text: str, start: int, end: int, *, numbered: bool) -> list[tuple[tuple[int, int], float]]:
    """Return the names around a description at `start`-`end` of a sentence, with how sure each way of naming is."""
    if numbered:
        code = _CODE.match(text, end)
        return [] if code is None else [(code.span("name"), BEHIND)]
    found = []
    direct = _DIRECT.match(text, end)
    if direct is not None and (_ENDS | _TITLES).isdisjoint(tokens(direct.group("between").lower())):
        found.append((direct.span("name"), BEHIND))
    if (named := _NAMED.match(text, end)) is not None and _LIKENED.search(named.group()) is None:
        own_noun = named.group("noun") and not is_light(fold(named.group("noun")).strip())
        found.append(((named.start("noun" if own_noun else "name"), named.end("name")), BY_VERB))
    before = _BEFORE_DESCRIPTION.search(text, max(0, start - _LONGEST_NAME), start)
    if before is not None and not is_light(fold(before.group("name")).split()[0]):  # "Theo Reuters, một máy bay ..."
        found.append((before.span("name"), BEHIND))
    return found
