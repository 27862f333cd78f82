"""Which event a fact is about, beside the event that the question is about.

A report tells of its own event and, in passing, of others ("ngay sau Hội nghị Đối ngoại toàn quốc ... do Tổng Bí thư
chủ trì"). A fact belongs to the event phrase that its sentence ties it to, else to the report's own event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from retrieval.answering.asking.light_words import LIGHT_WEIGHT, is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.scenes import scene_at
from retrieval.answering.evidence.view import View, Words, tokens
from retrieval.facts.events import EventPhrase, find_event_phrases
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.weights import idf

_QUOTED = compiled_later(r"\s*(?:với chủ đề|mang tên|chủ đề|có chủ đề)?\s*[“\"].*$")
# Heads by which a report calls its own event again.
_BACK = compiled_later(
    r"(?:này|đó|trên|lần này|nói trên)$|"
    r"^phiên làm việc(?: (?:buổi|sáng|chiều|tối|nay|đầu tiên|cuối cùng|hôm))*$"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The event words of a question: every word of it, and those of the event phrases in it.

    `wanted` are the latter where there are any, else all words, in order; `has_side` tells whether the question names a
    part of an event that excludes another (see `opposed`).
    """

    words: Words
    phrase: tuple[str, ...]
    wanted: tuple[str, ...]
    has_side: bool


def asked_event(question: Question) -> Asked:
    """Return what `question` says of the event it asks about."""
    return _asked_event(question.text, question.folded)


@lru_cache(maxsize=64)  # asked for every document that may answer
def _asked_event(text: str, folded: str) -> Asked:
    named: list[str] = []
    for phrase in find_event_phrases(text):
        named.extend(_tokens_of_event(phrase.text))
    words = Words.of(folded)
    has_side = any(words.has(side) for sides in _OPPOSITES for side in sides)
    return Asked(words, tuple(named), tuple(named) or tuple(sorted(words.single)), has_side)


def fits_event(asked: Asked, view: View, sentence: int, start: int, end: int) -> float:
    """Return how well (-1 to 1) the event of a fact at `start`-`end` of a sentence fits the event asked about.

    Where the sentence names no event of its own the report's event is meant: its title and first sentences tell.
    """
    if asked.has_side and opposed(asked, view.words[view.kept(_sides_told)[sentence]]):
        return -0.6
    phrases = _in_clause(view, sentence, start, end)
    phrase = tied_phrase(phrases, start, end)
    fit = _fits(asked, view, sentence, phrase)
    text = view.facts.sentences[sentence].text
    if fit < 0 and phrase is not None and _in_title(text, phrase, start):
        others = [p for p in phrases if not _in_title(text, p, start)]
        return _fits(asked, view, sentence, tied_phrase(others, start, end))
    return fit


def _fits(asked: Asked, view: View, sentence: int, phrase: EventPhrase | None) -> float:
    """Return how well the event of a fact that stands by `phrase` fits the event asked about."""
    named = _tokens_of_event(phrase.text) if phrase is not None else ()
    telling = [t for t in named if not is_light(t)]
    if phrase is None or not telling or _BACK.search(phrase.text):
        if (scene := scene_at(view, sentence)) is not None:
            return OWN_EVENT * _score(_alike(asked.wanted, scene.words))
        own = _tokens_of_event(view.facts.event.name)
        fit = OWN_EVENT * _score(_alike_lead(asked.wanted, view.lead.single))
        other_head = bool(named) and bool(own) and named[0] != own[0] and named[:2] != own[:2]
        return fit - 0.3 if other_head and named[0] not in view.lead.single else fit
    similar = _alike(named, asked.words.single)
    covered = _alike(asked.phrase, set(named)) if asked.phrase else similar
    fit = _score(max(similar, covered))
    if "phien" not in asked.phrase and _SESSION.match(phrase.text):  # a session is of the report's own event
        whole = _alike_lead(asked.phrase or tuple(sorted(asked.words.single)), view.lead.single)
        fit = max(fit, SESSION * _score(whole))
    return fit


def _in_clause(view: View, sentence: int, start: int, end: int) -> list[EventPhrase]:
    """Return the event phrases between the semicolons around a fact; all of the sentence where it has none."""
    phrases, text = view.phrases(sentence), view.facts.sentences[sentence].text
    if ";" not in text:
        return phrases
    first, last = text.rfind(";", 0, start) + 1, text.find(";", end)
    return [p for p in phrases if first <= p.start and (last < 0 or p.end <= last)]


def _in_title(text: str, phrase: EventPhrase, start: int) -> bool:
    """Tell whether an event is only mentioned in a title in quotation marks, and the fact at `start` stands outside.

    "“Đường lối của Đại hội IX” do bà A trình bày": that was at another conference.
    """
    quoted = (m.span() for m in _TITLE.finditer(text)) if "“" in text or '"' in text else ()
    return any(a + 1 < phrase.start < b and not a < start < b for a, b in quoted)


_TITLE = compiled_later(r"“[^“”]*”|\"[^\"]*\"")


@lru_cache(maxsize=1024)  # asked of an event for every fact near it
def _tokens_of_event(name: str) -> tuple[str, ...]:
    return tuple(tokens(fold(_QUOTED.sub("", name))))


# A part of a conference, which has a name of its own ("phiên họp toàn thể về xây dựng ngành").
_SESSION = compiled_later(r"phiên (?!tòa|xử|phúc thẩm|sơ thẩm|giao dịch)", re.IGNORECASE)
SESSION = 0.6
# Parts of an event that exclude one another, in bare letters.
_OPPOSITES = ((("khai", "mac"), ("be", "mac")), (("so", "tham"), ("phuc", "tham")))


def _sides_told(view: View) -> list[int]:
    """Return for each sentence the one that tells of which part of the event it is: itself, or one before it in its
    paragraph ("Chiều 7/5, hội thi bế mạc. Ông A trao giải.")."""
    found: list[int] = []
    telling = 0
    for side in chain.from_iterable(_OPPOSITES):
        telling |= view.sentences_with(side)
    for number, sentence in enumerate(view.facts.sentences):
        named = telling >> number & 1
        goes_on = number > 0 and sentence.paragraph == view.facts.sentences[number - 1].paragraph
        found.append(number if named or not goes_on else found[-1])
    return found


def opposed(asked: Asked, sentence: Words) -> bool:
    """Tell whether the question is about the opening and the sentence about the close, or the like."""
    return any(
        asked.words.has(a) and not asked.words.has(b) and sentence.has(b) and not sentence.has(a)
        for one, other in _OPPOSITES
        for a, b in ((one, other), (other, one))
    )


def tells_side(asked: Asked, view: View, sentence: int) -> bool:
    """Tell whether a sentence, one that it goes on with, or the lead has the part of the event that is asked about."""
    places = (view.words[sentence], view.words[view.kept(_sides_told)[sentence]], view.lead)
    sides = [side for side in chain.from_iterable(_OPPOSITES) if asked.words.has(side)]
    return all(any(words.has(side) for words in places) for side in sides)


# A sentence that names the event asked about is a little better than one that only leans on its report's.
OWN_EVENT = 0.85


def _score(share: float) -> float:
    return min(1.0, 2.0 * share - 0.9)


def _alike(wanted: tuple[str, ...], within: frozenset[str] | set[str]) -> float:
    weights, total = _weighed(wanted)
    return sum([w for t, w in zip(wanted, weights, strict=True) if t in within]) / total if total else 0.0


@lru_cache(maxsize=1024)  # the same for all facts of a document
def _weighed(wanted: tuple[str, ...]) -> tuple[list[float], float]:
    """Return the weights of tokens, and their sum."""
    weights = [idf(t) * (LIGHT_WEIGHT if is_light(t) else 1.0) for t in wanted]
    return weights, sum(weights)


@lru_cache(maxsize=64)  # the same for all facts of a document
def _alike_lead(wanted: tuple[str, ...], lead: frozenset[str]) -> float:
    return _alike(wanted, lead)


def tied_phrase(phrases: list[EventPhrase], start: int, end: int) -> EventPhrase | None:
    """Return the event phrase nearest to a fact: the one that follows its verb, else the one before."""
    if not phrases:
        return None
    after = [p for p in phrases if p.start >= start - 1]
    before = [p for p in phrases if p.start < start]
    near_after = after[0] if after and after[0].start - end < 60 else None
    if near_after is not None:
        return near_after
    if before:
        return before[-1]
    return after[0] if after and after[0].start - end < 120 else None


def said_there(view: View, sentence: int) -> bool:
    """Tell whether a sentence places what is said at the event ("Tại hội nghị, ông A nhấn mạnh")."""
    return _THERE.search(view.folded[sentence]) is not None


def is_shown_there(view: View, sentence: int, start: int, end: int) -> bool:
    """Tell whether a sentence places the person at `start`-`end` at an event.

    "Ông A tại lễ khai mạc", "Sáng 3/4, tại cuộc họp ..., ông A nhận thư": the place leads up to its first person.
    """
    text = view.folded[sentence]
    if _RIGHT_THERE.match(text, end) is not None:
        return True
    first = view.facts.references[sentence][0].outer_start
    return start == first and text[:start].endswith(", ") and _THERE.search(text, 0, start) is not None


_EVENTS = (
    r"(?:day|hoi nghi|buoi|cuoc|phien|le|dai hoi|hoi thao|toa dam|dien dan|ky hop|su kien|chuong trinh|hop bao|"
    r"trien lam|cuoc hop|dem|liveshow)(?!\w)"
)
_THERE = compiled_later(rf"(?<!\w)(?:tai|trong|ben le|phat bieu o)\s+{_EVENTS}")
_RIGHT_THERE = compiled_later(
    rf"\s*(?:\([^()]{{0,20}}\))?,?\s*(?:co mat |xuat hien )?(?:tai|trong|ben le|o)\s+{_EVENTS}"
)
