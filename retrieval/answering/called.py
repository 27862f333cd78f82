"""What a thing is called: names that a report puts right behind the very words by which a question describes it.

"Chương trình cải tổ kinh tế của ông A tên gì" describes a thing; a report names it in one of three ways: by a verb of
naming ("chương trình mang tên Abenomics", "lập một hãng mới là VietAir"), right behind its noun ("ứng dụng văn phòng
di động iMO"), or behind the noun in quotation marks. The name must be new to the question, and the nearer the
description is to the question's, word for word, the better it fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.candidate import Candidate, Proof, as_written, whole_words
from retrieval.answering.matching import coverage, is_light
from retrieval.answering.model import Item
from retrieval.answering.person_nouns import PERSON_NOUNS
from retrieval.answering.question import Question
from retrieval.answering.subjects import RELATIONS
from retrieval.answering.thing_spans import PLAIN_NAME_END
from retrieval.answering.view import TOKEN, QueryWord, View, tokens
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.places import is_place
from retrieval.language.weights import idf

# Question words that ask for a name, in bare letters; and those that ask for a number that something bears.
_ASKS_NAME = compiled_later(r"(?:co |mang |duoc dat |voi |lay )?(?:ten|biet danh)(?!\w)|loai (?:gi|nao)$")
_ASKS_NUMBER = compiled_later(r"so (?:nao|may|gi|bao nhieu)$")
# Where the description of a thing ends: at what it does, where it is, or what is done to it (bare letters).
_ENDS = frozenset((
    "ma", "cua", "do", "duoc", "bi", "dang", "vua", "se", "da", "tung", "khien", "o", "tai", "trong", "khi", "de", "co",
    "la", "cho", "tu", "vao", "hom", "ngay", "boi", "voi", "sap", "dinh", "giup", "gay", "nay", "nam", "thang", "ten",
    "lam", "cung", "mang", "nhan", "vi", "theo", "sau", "truoc", "ve", "den", "toi", "tren", "duoi",
))  # fmt: skip
# Words before a thing that do not describe it: counters and the like.
_COUNTERS = frozenset((
    "loai", "chiec", "con", "cai", "bo", "cuoc", "so", "qua", "cay", "cuon", "quyen", "buc", "ngoi", "mot", "nhung",
    "cac",
))  # fmt: skip
# A person is no thing with a name; who somebody is, is read from what the report tells of people (`who`).
_PEOPLE = "|".join(sorted({fold(word) for word in (*PERSON_NOUNS, *RELATIONS)}, key=len, reverse=True))
_PERSON = compiled_later(rf"(?:{_PEOPLE}|ong|ba|anh|chi|em|co|chau|be|nu|nam)(?!\w)")
_LONGEST = 9  # syllables of a description
_NAMING = (
    r"(?:(?:mang|có|với|lấy|đặt|dưới|được đặt)\s+(?:cái\s+)?tên(?:\s+gọi)?(?:\s+(?:là|mới là|đầy đủ là))?|"
    r"tên\s+(?:gọi\s+)?là|(?:(?:được|còn|thường)\s+)?gọi\s+là|biệt\s+danh(?:\s+là)?|tựa\s+đề(?:\s+là)?|"
    r"nhan\s+đề(?:\s+là)?|là)\s*:?\s+"
)
_WORD = rf"(?:[{UPPER}][\w&+-]*|[a-z]{{1,3}}[A-Z][\w&+-]*)(?:\.\w+)*"
_NUMBER = r"\d[\w.-]*"
# A name goes on over small letters within a word of several syllables ("Tiến bộ Singapore"), and over a dash.
_RUN = rf"{_WORD}(?:(?:\s?[-–]\s?|\s)(?:{_WORD}|{_NUMBER})|\s[{LOWER}]+(?=\s{_WORD}))*"
_QUOTED = r"[“\"‘'][^“”\"‘’']{2,120}[”\"’']"
_NAME = rf"(?P<name>{_QUOTED}|{_RUN})"
# Between the last word of the description and the name: further words that describe, in small letters.
_DIRECT = compiled_later(rf"(?P<between>(?:\s+[{LOWER}]+){{0,3}}?)\s+{_NAME}")
_NAMED = compiled_later(rf"[^.;:“\"]{{0,48}}?(?<!\w){_NAMING}(?P<noun>(?:[{LOWER}]+\s+){{0,3}}?){_NAME}")
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
    of_sort = asked.startswith("loai")
    first = [] if of_sort else _phrase(tokens(question.folded[_clause(question) : _described_until(question)]))
    last: list[str] = []
    if of_sort or len(asked.split()) == 2:  # "tên là gì" asks for what the clause begins with
        last = _phrase(tokens(question.folded[: question.cue[0]])[::-1])[::-1]
    found: list[Described] = []
    for words in (first, last):
        if _PERSON.match(" ".join(words)):
            continue
        while words and (words[0] in _COUNTERS or words[0].isdecimal()):
            words = words[1:]
        weight = sum(idf(word) for word in words)
        if words and not _PERSON.match(" ".join(words)) and not any(d.words == tuple(words) for d in found):
            found.append(Described(tuple(words), weight))
    return found


def _clause(question: Question) -> int:
    """Return where the clause of what is described begins: after a circumstance set off by a comma."""
    comma = question.folded.find(",", 0, question.cue[0])
    leads_in = question.folded.split(" ", 1)[0] in _ENDS
    return comma + 1 if leads_in and comma > 0 else 0


def _described_until(question: Question) -> int:
    """Return where the description that `question` begins with ends at the latest: at whose name follows it."""
    owner = None if question.unaccented else _OWNER.search(question.text, 0, question.cue[0])
    return question.cue[0] if owner is None else owner.end()


# Two small words and then a capital: "đường dây nóng Cục ...".
_OWNER = compiled_later(rf"(?<!\w)\w+ [{LOWER}]+ (?=[{UPPER}])")


def _phrase(before: Sequence[str]) -> list[str]:
    found: list[str] = []
    for token in before:
        if token in _ENDS or len(found) == _LONGEST:
            break
        found.append(token)
    return found


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the names in `view` right behind the words by which `question` describes a thing, best first."""
    things = described(question)
    if not things:
        return []
    numbered = _ASKS_NUMBER.search(question.folded[slice(*question.cue)]) is not None
    asked = set(tokens(question.folded))
    made: list[Candidate] = []
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < LEAST_COVER:
            continue
        found: dict[tuple[int, int], float] = {}
        behind = ((end, share) for thing in things for end, share in _descriptions(thing, view.folded[index]))
        for end, share in behind:
            for span, sure in _names(sentence.text, end, numbered=numbered):
                name = _whole(sentence.text, span)
                written = sentence.text[slice(*name)]
                if not is_place(written) and not asked.issuperset(tokens(fold(written))):
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
_TITLES = frozenset(("ong", "ba", "anh", "chi", "co"))
_NEAR, _BEFORE = 4, 8  # syllables between two of a description; and before its noun


def _whole(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a name with the small letters that it goes on in, to the end of its clause ("Miền cá bạc")."""
    start, end = span
    syllables = text[start:end].split()
    if text[end - 1] in "”\"’'" or not all(is_vietnamese_syllable(s) and len(s) > 1 for s in syllables):
        return span
    sign = PLAIN_NAME_END.search(text, end)
    rest = text[end : sign.start() if sign is not None else len(text)]
    return (start, end + len(rest.rstrip())) if len(rest.split()) <= _MOST_SMALL else whole_words(text, span)


_MOST_SMALL = 7


def _descriptions(thing: Described, folded: str) -> list[tuple[int, float]]:
    """Return where words of a description end in a sentence, its noun first, and what share of it they are."""
    found = []
    row = list(TOKEN.finditer(folded))
    for place, match in enumerate(row):
        if match.group() != thing.words[0]:
            continue
        weight, end, at, wanted = idf(thing.words[0]), match.end(), place, 1
        step = place + 1
        while step < len(row) and step - at <= _NEAR and wanted < len(thing.words):
            token = row[step].group()
            if token in thing.words[wanted:]:
                wanted = thing.words.index(token, wanted) + 1
                weight, end, at = weight + idf(token), row[step].end(), step
            step += 1
        told_before = {t.group() for t in row[max(0, place - _BEFORE) : place]}
        weight += sum(idf(word) for word in thing.words[wanted:] if word in told_before)
        share = weight / thing.weight
        if share >= LEAST_SHARE:
            found.append((end, share))
    return found


def _names(text: str, end: int, *, numbered: bool) -> list[tuple[tuple[int, int], float]]:
    """Return the names behind a description that ends at `end` of a sentence, with how sure each way of naming is."""
    if numbered:
        code = _CODE.match(text, end)
        return [] if code is None else [(code.span("name"), BEHIND)]
    found = []
    direct = _DIRECT.match(text, end)
    if direct is not None and (_ENDS | _TITLES).isdisjoint(tokens(fold(direct.group("between")))):
        found.append((direct.span("name"), BEHIND))
    if (named := _NAMED.match(text, end)) is not None:
        own_noun = named.group("noun") and not is_light(fold(named.group("noun")).strip())
        found.append(((named.start("noun" if own_noun else "name"), named.end("name")), BY_VERB))
    return found
