"""Candidates for "which event", and the events of a library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import main_act
from retrieval.answering.details.event_kinds import ANY_SORT, heads_alike, is_of_sort, kind_worth
from retrieval.answering.details.named_sorts import asks_name, find_named
from retrieval.answering.details.occasions import asks_occasion, find_occasions
from retrieval.answering.evidence.about import tied_phrase
from retrieval.answering.evidence.alongside import alongside, beside_cue
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.happenings import happenings
from retrieval.answering.evidence.holders import Holding, office_asked
from retrieval.answering.evidence.matching import coverage, inside, share
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View, Words, tokens
from retrieval.answering.model import Item
from retrieval.answering.who.who import ACT_FIT
from retrieval.facts.acts import Act
from retrieval.facts.events import WEAK_EVENT_NOUNS, EventPhrase
from retrieval.facts.participation import Role
from retrieval.language.dates import compatible
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold
from retrieval.language.numerals import find_editions

_MOST_SYLLABLES = 36
# What a phrase loses that says nothing but what the question says.
ASKED_ALREADY = 1.3


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the event phrases of `view` that may answer `question`, best first."""
    asked = main_act(question)
    focus = fold(question.focus)
    question_words = Words.of(question.folded)
    beside = _dated_by(question)
    m = _BESIDE.search(question.folded[: question.cue[0]])
    beside_asked = m.group(1) if m is not None else ""
    there_asked = _THERE_ASKED.search(question.folded[: question.cue[0]]) is not None
    told: dict[int, float] = {}
    own: set[tuple[int, int]] = set()
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    for part in view.facts.participations:
        if view.facts.people[part.person].key in keys:
            fit = ACT_FIT.get(asked, {asked: 1.0}).get(part.act, 0.0) if asked is not None else 0.5
            told[part.sentence] = max(told.get(part.sentence, 0.0), fit)
            if part.listed and fit > 0.5 and part.verb_start >= part.end:  # a verb of its own behind the person
                phrase = tied_phrase(view.phrases(part.sentence), part.verb_start, part.verb_end)
                own |= {(part.sentence, phrase.start)} if phrase is not None else set()
    made = []
    main = fold(view.facts.event.name)
    occasion, name = asks_occasion(question), asks_name(question, named)
    gathering = focus in ANY_SORT and (asked is Act.ATTEND or beside_asked != "")
    outside = f"{question.folded[: question.cue[0]]} | {question.folded[question.cue[1] :]}"
    others = view.kept(happenings)
    beside_words = beside_cue(question)
    for index, sentence in enumerate(view.facts.sentences):
        if name and keys and told.keys().isdisjoint((index, index + 1)):
            continue  # it tells of none of those asked about, nor does the next one ("cuộc thi này")
        kept_for = find_occasions(sentence.text) if occasion else find_named(focus, sentence.text) if name else []
        nameless = others[index]
        for phrase in (*view.phrases(index), *nameless, *kept_for):
            folded = fold(phrase.text)
            if beginning_in(folded, outside) and not (occasion and kept_for):
                continue  # the question tells it itself
            if name and phrase not in kept_for and not is_of_sort(focus, folded):
                continue  # no conference is called what a contest is
            is_own = (index, phrase.start) in own
            telling = is_own and len(phrase.text) > SHORT
            if folded != main and not telling and all(is_light(t) for t in tokens(folded)):
                continue  # "hội nghị" alone names nothing
            if focus not in ANY_SORT and not _PROPER.search(phrase.text[1:]) and kind_worth(focus, folded) < 0.0:
                continue  # "hội nghị nào": no "buổi làm việc" without a name
            cover = coverage(words, view, index)
            score = 1.2 * cover + 0.5 * told.get(index, 0.0) + OWN * inside(words, view, index)
            score += 0.35 if folded == main else 0.0
            score += OCCASION if phrase in kept_for else kind_worth(focus, folded) - (NO_OCCASION if occasion else 0.0)
            score += OWN_PART if is_own else 0.0
            score -= NO_GATHERING if gathering and _MEETING_OR_VISIT.match(folded) else 0.0
            score += _placed(sentence.text, phrase, beside_asked, there=there_asked)
            score -= BARE if len(phrase.text.split()) < 5 and not _PROPER.search(phrase.text[1:]) else 0.0
            score -= BARE if len(phrase.text) <= len(phrase.noun) and not telling else 0.0
            score -= 0.5 if beside and _is_same(beside, folded) else 0.0
            score += 0.02 * min(len(phrase.text.split()), 14)
            score -= 0.35 if phrase.noun in WEAK_EVENT_NOUNS and len(phrase.text.split()) < 5 else 0.0
            score -= ASKED_ALREADY * max(0.0, share(phrase.text, question_words) - 0.6)
            score -= 0.02 * index
            if view.title and share(phrase.text, Words.of(fold(view.title))) > 0.5:
                score += 0.15
            near = alongside(beside_words, view, index, phrase.start, phrase.end)
            score += ALONGSIDE * near - (NO_NOUN if phrase in nameless else 0.0)
            made.append(_candidate(view, index, phrase, score, cover + ALONGSIDE_FIT * near))
    made = _with_names(made, set(tokens(question.folded)))
    made.sort(key=lambda c: -c.score)
    if not made and view.title and not name:
        cover = coverage(words, view, 0)
        made.append(Candidate((Item(view.title),), (Proof(view, 0),), cover, 0.5 * cover, view))
    return made[:4]


def _with_names(made: list[Candidate], asked: set[str]) -> list[Candidate]:
    """Return the candidates, a phrase with a name of its own as good as its beginning without one.

    "Kẻ xả súng lễ hội âm nhạc" stands nearer to the question than "lễ hội âm nhạc đồng quê Route 91 Harvest" does.
    """
    folded = [fold(c.items[0].text) for c in made]
    named = [any(fold(m) not in asked for m in _OWN_NAME.findall(c.items[0].text[1:])) for c in made]
    found = []
    for candidate, text, has_name in zip(made, folded, named, strict=True):
        if has_name:
            begun = [c for c, t, n in zip(made, folded, named, strict=True) if not n and text.startswith(f"{t} ")]
            best = max(begun, key=lambda c: c.score, default=None)
            if best is not None and best.score > candidate.score:
                candidate = replace(candidate, score=best.score + 0.01, fit=max(candidate.fit, best.fit))
        found.append(candidate)
    return found


_OWN_NAME = compiled_later(rf"(?<!\w)[{UPPER}\d][\w-]*")
ALONGSIDE, ALONGSIDE_FIT = 1.0, 0.1  # the sentence says beside the event what the question says beside its noun
NO_NOUN = 0.2  # what an event named without a noun for events lacks

# Two people's meeting or somebody's visit is nothing that one attends, or that another thing is beside.
_MEETING_OR_VISIT = compiled_later(
    r"(?:(?:cuoc|buoi) )?(?:gap|hoi dam|hoi kien|tiep|lam viec|trao doi|dien dam)(?!\w)|chuyen (?:tham|cong tac)"
)
NO_GATHERING = 0.6
# What the occasion of something is worth where that is asked.
OCCASION = 1.0
NO_OCCASION = 0.4  # what any other event loses then
# What a phrase lacks that has no name, number or quotation in it ("lễ phát động").
BARE = 0.25
_PROPER = compiled_later(rf"[{UPPER}\d“\"]")
# What it is worth that a list says of the very person to have been at that part.
OWN_PART = 0.5
SHORT = 10  # letters: such a phrase of common words alone says no more than its noun
# What it is worth that the question's words stand in the sentence of the event itself.
OWN = 0.4
# Before the name of an event: it happened there; or it is only another event by which this one is dated or founded.
_THERE = compiled_later(
    r"(?:tại|ở|dự|trong|nhân|diễn ra|khai mạc|bế mạc|tổ chức|chủ trì|khuôn khổ|tham gia)\s+"
    r"(?:buổi |cuộc |sự kiện |các |lễ )?$",
    re.IGNORECASE,
)
_OTHERWISE = compiled_later(
    r"(?:(?<!\w)(?:sau|trước|kể từ|từ sau|sau khi|khác với|so với)\s+(?:\S+\s+)?|"
    r"(?:nghị quyết|kết luận|tinh thần|kết quả|chỉ thị|thành công)(?!\w)[^,.;]{0,60}\s(?:của\s+)?)$",
    re.IGNORECASE,
)


def _dated_by(question: Question) -> str:
    """Return another event by which the question dates the one it asks for ("sau trưng cầu dân ý ..."), or ""."""
    m = _DATED_BY.search(question.text[: question.cue[0]])
    return fold(m.group("event")) if m is not None else ""


def _is_same(event: str, phrase: str) -> bool:
    """Tell whether a phrase names `event`: by most of its words, or by those it begins with (bare letters)."""
    core = re.sub(r"^(?:khi |cuoc |buoi |le )*", "", event).split()
    return share(event, Words.of(phrase)) > 0.5 or (len(core) > 3 and " ".join(core[:4]) in phrase)


_DATED_BY = cues.shape(r"(?<!\w)(?:sau|trước|kể từ|hậu)\s+(?P<event>[^,]{6,}?)(?:,|\s+là\s+(?:ở|tại|trong)\s+$)")


# What else than "at" a question may ask ("bên lề hội nghị gì", "sau sự kiện nào"), right before its noun; folded.
_BESIDE = compiled_later(
    r"(?<!\w)(ben le|truoc them|trong khuon kho|nhan dip|nhan|sau|truoc|ket qua cua|noi dung cua)(?: khi du)?\s+$"
)
BESIDE = 0.5  # what the same word before the name of an event is worth then


def _placed(text: str, phrase: EventPhrase, asked: str, *, there: bool) -> float:
    """Return what the words before an event phrase are worth: "tại ..." against "sau ...", "Nghị quyết của ...".

    `asked` is the word of `_BESIDE` that the question has there, or ""; `there` tells that it has "tại" or "dự".
    """
    before = text[: phrase.start]
    asked = "khuon kho" if asked.endswith("khuon kho") else asked
    if asked and re.search(rf"(?<!\w){asked}\s+(?:cua |tham du |du |cac |cuoc |buoi )?$", fold(before)):
        return BESIDE
    if _OTHERWISE.search(before):
        return -0.7
    return (THERE_TOO if there else THERE) if _THERE.search(before) else 0.0


THERE, THERE_TOO = 0.2, 0.5  # "tại" or "dự" before the name of an event; where the question says so as well
_THERE_ASKED = compiled_later(r"(?<!\w)(?:tai|o|trong|du|tham du|tham gia)\s+(?:cac |nhung |buoi |cuoc )?$")
_TOLD_ALREADY = 4  # syllables at the head of a phrase


def beginning_in(phrase: str, asked: str) -> bool:
    """Tell whether a question has a phrase, or the words it begins with (bare letters): it asks for another event."""
    words = phrase.split()
    return len(words) >= _TOLD_ALREADY and f" {' '.join(words[:_TOLD_ALREADY])} " in f" {asked} "


def is_open(question: Question, words: Sequence[QueryWord], named: Sequence[Named], office: str = "") -> bool:
    """Tell whether a question names no event, only who took part or when ("X dự những hội nghị nào").

    `office` is what `holders.office_of_subject` gives.
    """
    if asks_name(question, named):
        return False
    taken = [(n.start, n.end) for n in named] + [(d.start, d.end) for d in question.dates]
    if office:
        taken.append((0, question.text.find(office) + len(office)))
    elif named and office_asked(question.text[: named[0].start]):
        taken.append((0, named[0].start))  # "Bí thư Tỉnh ủy Lê Văn A": it says no more than the name
    focus = set(tokens(fold(question.focus)))
    rest = sum(
        w.weight
        for w in words
        if not any(a <= w.start < b for a, b in taken)
        and not all(set(f) <= focus for f in w.forms[:1])
        and w.weight >= 1.5
    )
    acts = 2.0 * len(question.acts)
    return bool(named or question.dates or office) and rest - acts < ENOUGH


# Words of this weight beyond people, days and verbs say which event is meant.
ENOUGH = 9.0


def events_of(
    question: Question, view: View, named: Sequence[Named], holding: Holding | None = None
) -> Candidate | None:
    """Return the event of `view` that fits an open question: that of the person's part, or of the day asked about.

    The person is who is `named`, or who holds the office of `holding`.
    """
    asked = main_act(question)
    best: tuple[float, int, str, tuple[int, int]] | None = None
    if named or holding is not None:
        keys = {p.key for n in named if (p := person_in(view, n)) is not None}
        if len(keys) < len({n.key for n in named}):
            return None
        if holding is not None:
            keys = holding.keys_in(view)
        for part in view.facts.participations:
            if view.facts.people[part.person].key not in keys:
                continue
            fit = max((ACT_FIT.get(a, {a: 1.0}).get(part.act, 0.0) for a in question.act_set), default=0.6)
            weak = asked is Act.ATTEND and fit < 0.5
            if weak and not _said_at(view, part.sentence):
                continue  # what somebody says elsewhere tells of no event that he was at
            fit = max(fit, 0.5) if weak else fit
            if fit < 0.35 or part.role is not Role.SUBJECT:
                continue
            named_here = _own_phrase(question, view, part.sentence, part.verb_start, part.verb_end)
            if not is_of_sort(fold(question.focus), fold(named_here[1])):
                continue  # a talk is no conference
            if named_here[0] > max(_LEADING, part.sentence):
                continue  # another event that the report comes to speak of later
            row = (fit + (0.1 if named_here[0] == part.sentence else 0.0), *named_here)
            if best is None or row[0] > best[0]:
                best = (row[0], part.sentence, row[2], (part.start, part.end))
        if best is None:
            return None
        _, sentence, name, span = best
        return Candidate((Item(name),), (Proof(view, sentence, (span,)),), 1.0 + best[0], 0.5 + 0.4 * best[0], view)
    event = view.facts.event
    if event.date is None or not all(compatible(d, event.date) for d in question.dates):
        return None
    name = _main_name(view)
    return Candidate((Item(name),), (Proof(view, event.date_sentence),), 1.5, 0.8, view)


# What follows one of these in an event's name is its matter, not its name.
_CORE = compiled_later(r"\s+(?:triển khai|thực hiện|với chủ đề|phát huy|nhằm|quán triệt|mang tên|có chủ đề|bàn về)\s")


def same_event(one: Candidate, other: Candidate) -> bool:
    """Tell whether two reports' events are one: the same edition, or much the same name and no different day."""
    cores = [_CORE.split(c.items[0].text)[0] for c in (one, other)]
    first, second = (fold(core) for core in cores)
    editions = [{e.number for e in find_editions(core)} for core in cores]
    if all(editions):
        return bool(editions[0] & editions[1]) and share(first, Words.of(second)) > 0.4
    a, b = one.view.facts.event.date, other.view.facts.event.date
    if a is not None and b is not None and (a.date.day, a.date.month) != (b.date.day, b.date.month):
        return False
    return min(share(first, Words.of(second)), share(second, Words.of(first))) > 0.6 or (
        max(share(first, Words.of(second)), share(second, Words.of(first))) > 0.85
    )


_LEADING = 3  # sentences that tell what a report is about


def _said_at(view: View, sentence: int) -> bool:
    """Tell whether a sentence places what is said at an event that it names."""
    text = view.facts.sentences[sentence].text
    return any(_AT.search(text[: phrase.start]) is not None for phrase in view.phrases(sentence))


_AT = compiled_later(r"(?<!\w)(?:tại|dự|trong khuôn khổ|bên lề|ở)\s+(?:buổi |cuộc |các |phiên |lễ )?$", re.IGNORECASE)


def _own_phrase(question: Question, view: View, sentence: int, start: int, end: int) -> tuple[int, str]:
    """Return the name of the event that a fact belongs to, and the sentence that has it."""
    phrase = tied_phrase(view.phrases(sentence), start, end)
    focus = fold(question.focus)
    if phrase is not None:
        telling = [t for t in tokens(fold(phrase.text)) if not is_light(t)]
        if telling and (not focus or heads_alike(focus, fold(phrase.text))):
            return sentence, as_written(view, sentence, phrase.start, phrase.end)
    return view.facts.event.sentence, _main_name(view)


def _main_name(view: View) -> str:
    """Return the name of the report's event as written, without its theme."""
    event = view.facts.event
    name = event.name
    if event.sentence >= 0:
        text = view.facts.sentences[event.sentence].text
        at = text.find(name)
        if at >= 0:
            name = as_written(view, event.sentence, at, at + len(name))
    return " ".join(name.split()[:_MOST_SYLLABLES])


_CREDIT = compiled_later(r"\s+[-–—]\s+(?:Ảnh|Nguồn|Video|Clip)(?!\w).*$")


def _candidate(view: View, index: int, phrase: EventPhrase, score: float, cover: float) -> Candidate:
    end = phrase.end
    words = phrase.text.split()
    text = _CREDIT.sub("", as_written(view, index, phrase.start, end))
    if len(words) > _MOST_SYLLABLES:
        text = " ".join(text.split()[:_MOST_SYLLABLES])
    return Candidate(
        (Item(text),), (Proof(view, index, ((phrase.start, end),)),), score, min(1.0, 0.3 + 0.7 * cover), view
    )
