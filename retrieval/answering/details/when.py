"""Candidates for "when": the dates of the sentences that fit, and of the document's event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.details.when_signs import (
    BOUND_FIT,
    HAPPENED_FIT,
    has_bound,
    is_past,
    sign_score,
    signs_asked,
    tells_happening,
    tells_other,
    tells_plan,
)
from retrieval.answering.evidence.about import asked_event, opposed
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage, nearness, predicate_words
from retrieval.answering.evidence.meant import refers_to, speaks_of
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.telling import clause_of_date, tellers, told
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.model import Item
from retrieval.corpus.document import ParagraphKind
from retrieval.facts.acts import Act
from retrieval.facts.events import find_event_phrases
from retrieval.facts.reading import DatedMention
from retrieval.language.dates import Certainty, DateMention, ResolvedDate, YearSource, format_date
from retrieval.language.lazy_pattern import compiled_later

# Weights of the signs that a date is the one asked for. Fitted to questions about other reports (a linear ranker,
# softmax loss, each set of questions scored by weights from the others), then rounded.
COVER = 1.7
NEAR = 0.15
NEAR_PREDICATE = 0.3
NEAR_HEAD = 0.5  # the words that open the question: what it is that happened
TOLD = 0.9  # in the same clause
TOLD_ANYWHERE = 0.45  # in the same sentence
SAME_ACT = 0.4
UNRESOLVED = 1.0  # "tối qua", where only the hour or the part of a day is asked
AGAINST = -0.3  # signs below it say that the date is another's
GRAIN = 0.2  # a day where a day may be asked, a month where a month is
YEAR_ALONE = 0.5  # "phòng chống lụt bão năm 2025": mostly of the matter, not of the day
KEPT = 0.7  # the day that is commemorated, where the day of the commemoration is asked
UNPLANNED_FIT = 0.12  # what is planned is asked, and the sentence tells of no plan
LUNAR = 0.2  # "13-2 (28 Tết)": the day of the calendar on the wall is meant sooner
OFTEN = 0.5  # a date that the report repeats is its own; what is asked is mostly a detail
_DEEDS_FAR = (
    "so với",
    "cùng kỳ",
    "trước đó",
    "từ năm",
    "hồi năm",
    "kể từ",
    "năm ngoái",
    "sinh ngày",
    "dự kiến",
    "trước đây",
)


# "Ngày nào âm lịch", "ngày mấy (dương lịch)": which calendar the day is asked in.
_LUNAR_ASKED = cues.shape(r"(?<!\w)(?:âm lịch|lịch âm|ngày âm)(?!\w)")
_SOLAR_ASKED = cues.shape(r"(?<!\w)(?:dương lịch|lịch dương|ngày dương)(?!\w)")


def _of_calendar_asked(question: Question, mention: DateMention) -> bool:
    """Tell whether a date is of the calendar that the question asks for, where it asks for one."""
    if mention.lunar is None:
        return _LUNAR_ASKED.search(question.text) is None
    return mention.has_day or _SOLAR_ASKED.search(question.text) is None


_DAY_ASKED = cues.shape(r"(?<!\w)(?:ngày|hôm|bữa|mùng|mồng)(?!\w)")


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the dates of `view` that may answer `question`, best first."""
    facts = view.facts
    words = _of_event(question, view, words, named)
    main = facts.event
    made: list[tuple[float, float, DatedMention]] = []
    cover: dict[int, float] = {}
    acts = question.act_set
    event = asked_event(question)
    near_cue = predicate_words(question, words)
    # A year that the question gives is in many dates: what stands beside it tells nothing.
    telling = [w for w in words if not any(d.start <= w.start < d.end for d in question.dates)]
    first = telling[:8]
    told_by = tellers(question, telling, view)
    signs = signs_asked(question)
    month_asked = "month" in question.aspects
    often = Counter((d.resolved.date, d.resolved.mention.lunar) for d in facts.dates)
    given = [d for d in question.dates if d.relative is None]
    for dated in facts.dates:
        mention, resolved = dated.resolved.mention, dated.resolved
        of_day = mention.has_day or mention.lunar is not None  # "mùng 5 Tết"
        if mention.certainty < Certainty.LIKELY and not of_day:
            continue
        if not _precise_enough(question, dated) or not _of_calendar_asked(question, mention):
            continue
        if mention.anniversary and "kỷ niệm" not in question.text:
            continue
        if mention.relative is not None and not resolved.date.is_known and not {"time", "part"} & question.aspects:
            continue  # "hôm qua" on a page without a date tells nobody when
        index = dated.sentence
        if index not in cover:
            cover[index] = coverage(words, view, index)
        sentence = facts.sentences[index]
        clause = clause_of_date(view, index, dated.start, dated.end)
        score = COVER * cover[index]
        score += NEAR * nearness(telling, view, index, dated.start, dated.end)
        score += NEAR_HEAD * nearness(first, view, index, dated.start, dated.end)
        score += NEAR_PREDICATE * nearness(near_cue, view, index, dated.start, dated.end)
        score += TOLD * told(told_by, view, index, dated.start, dated.end, clause)
        score += TOLD_ANYWHERE * told(told_by, view, index, dated.start, dated.end)
        sign = sign_score(signs, mention, sentence.text, clause)
        if sign < AGAINST:
            continue  # the day of a telling, of a paper, of what is kept
        score += sign
        score -= OFTEN * often[resolved.date, mention.lunar] / len(facts.dates)
        if main.date is not None and index == main.date_sentence and resolved == main.date:
            score += 0.1
        if of_day is not month_asked:
            score += GRAIN
        if sentence.kind is ParagraphKind.CAPTION:
            score -= 0.04
        if resolved.date.month is None and mention.lunar is None and not {"year", "month"} & question.aspects:
            score -= YEAR_ALONE
        if mention.lunar is not None and not resolved.date.is_known:
            score -= LUNAR
        if mention.yearly and not cues.search(("hằng năm", "hàng năm", "mỗi năm", "rơi vào"), question.text):
            score -= 0.5
        if acts and acts & view.acts(index):
            score += SAME_ACT
        if tells_other(signs, sentence.text) or is_past(signs, sentence.text, clause):
            continue
        if opposed(event, view.words[index]):
            continue  # asked about the opening, told of the close
        if signs.since and named and not any(speaks_of(view, index, n) or refers_to(view, index, n) for n in named):
            continue  # when somebody else came to office
        if mention.anniversary:
            score -= KEPT
        if mention.relative is not None and not resolved.date.is_known:
            score -= UNRESOLVED
        before = sentence.text[max(0, dated.start - 22) : dated.start]
        if cues.search(_DEEDS_FAR, before) and not cues.search(_DEEDS_FAR, question.text):
            score -= 0.15
        if not {"part", "time", "year"} & question.aspects and any(_same(d, dated) for d in given):
            continue  # the question gives this date itself
        made.append((score, cover[index], dated))
    made.sort(key=lambda m: -m[0])
    found = [_candidate(question, view, score, cov, dated) for score, cov, dated in made[:4]]
    if "start_end" in question.aspects and found:
        return [_both_ends(found[0], [d for _, _, d in made if d.sentence == made[0][2].sentence], view), *found[1:]]
    return found


def _of_event(
    question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]
) -> Sequence[QueryWord]:
    """Return the words that tell of the event, where a question asks when a guest of it was there.

    "Phó Chủ tịch tỉnh A dự hội nghị hôm nào": the report tells in one sentence that A was there, in another when.
    """
    attended = next((a for a in question.acts if a.act is Act.ATTEND), None)
    guests = {p.key for n in named if attended and n.end <= attended.start and (p := person_in(view, n)) is not None}
    parts = [p for p in view.facts.participations if view.facts.people[p.person].key in guests]
    dated = {d.sentence for d in view.facts.dates}
    if attended is None or not any(p.act is Act.ATTEND for p in parts) or any(p.sentence in dated for p in parts):
        return words
    event_end = max((p.end for p in find_event_phrases(question.text) if p.end <= attended.start), default=0)
    return [w for w in words if not event_end <= w.start < attended.start] or words


def _both_ends(best: Candidate, dated: Sequence[DatedMention], view: View) -> Candidate:
    """Return the first two days of the best sentence, when a beginning and an end are asked."""
    days = sorted((d for d in dated if d.resolved.date.day is not None), key=lambda d: d.start)
    if len(best.items) > 1 or len(days) < 2:
        return best
    items = tuple(Item(format_date(d.resolved.date), date=d.resolved.date.date) for d in days[:2])
    proof = Proof(view, days[0].sentence, tuple((d.start, d.end) for d in days[:2]))
    return Candidate(items, (proof,), best.score, best.fit, view)


def _same(given: object, dated: DatedMention) -> bool:
    date = getattr(given, "date", None)
    found = dated.resolved.date
    if date is None:
        return False
    if date.day is None:  # "phiên họp tháng 12/2018 khi nào": that month, or that year, is no answer
        return bool(date.year) and (date.year, date.month) == (found.year, found.month) and found.day is None
    return (date.day, date.month) == (found.day, found.month)


def _precise_enough(question: Question, dated: DatedMention) -> bool:
    """Tell whether a date tells what is asked for: a year, a month, a time or part of day, else a day."""
    mention, date = dated.resolved.mention, dated.resolved.date
    if {"year", "month"} <= question.aspects:
        return date.year is not None and date.month is not None
    if "year" in question.aspects:
        return date.year is not None
    if "time" in question.aspects:
        return mention.time_from is not None
    if "part" in question.aspects:
        return mention.part_of_day is not None
    if "month" in question.aspects:
        return date.month is not None
    if _DAY_ASKED.search(question.text[question.cue[0] : question.cue[1]]):
        return mention.has_day or mention.lunar is not None
    return not mention.is_time_only or mention.part_of_day is not None


def _candidate(question: Question, view: View, score: float, cover: float, dated: DatedMention) -> Candidate:
    resolved, mention = dated.resolved, dated.resolved.mention
    written = as_written(view, dated.sentence, dated.start, dated.end)
    items: list[Item] = []
    if "year" in question.aspects and "month" not in question.aspects and resolved.date.year is not None:
        items = [Item(str(resolved.date.year))]
    elif "part" in question.aspects and mention.part_of_day is not None:
        items = [
            Item(
                f"{mention.part_of_day.value} {format_date(resolved.date)}".strip()
                if resolved.date.is_known
                else mention.part_of_day.value
            )
        ]
    elif "month" in question.aspects and resolved.date.month is not None:
        items = [Item(_month_or_year(resolved))]
    elif resolved.date.is_known:
        text = format_date(resolved.date)
        if "time" in question.aspects and mention.time_from is not None:
            clock = _clock(mention.time_from, mention.time_to)
            items = [Item(clock), Item(text, date=resolved.date.date)]
        elif resolved.listed:
            items = [Item(format_date(d), date=d.date) for d in resolved.listed]
        elif resolved.until is not None:
            quarter = _QUARTER.match(written)
            if signs_asked(question).ends and quarter is None:
                items = [Item(format_date(resolved.until), date=resolved.until.date)]
            elif "start_end" in question.aspects or resolved.until.day is not None:
                items = [
                    Item(text, date=resolved.date.date),
                    Item(format_date(resolved.until), date=resolved.until.date),
                ]
            elif quarter is not None:
                told = resolved.year_source in (YearSource.PAGE, YearSource.TEXT)  # "quý I năm sau"
                items = [Item(f"{quarter.group()} năm {resolved.last.year}" if told else written)]
            else:
                items = [Item(format_date(resolved.date, resolved.until))]
        else:
            items = [Item(text if resolved.date.day else _month_or_year(resolved), date=resolved.date.date)]
    else:
        items = [Item(written)]
    fit = min(1.0, 0.75 * cover + 0.25 * min(1.0, score / 2.3))
    signs = signs_asked(question)
    if signs.planned and not tells_plan(view.folded[dated.sentence]):
        fit -= UNPLANNED_FIT
    if has_bound(signs, mention, view.facts.sentences[dated.sentence].text):
        fit = min(1.0, fit + BOUND_FIT)
    if tells_happening(signs, mention, view.folded[dated.sentence]):
        fit = min(1.0, fit + HAPPENED_FIT)
    note = _YEAR_NOTES.get(resolved.year_source, "") if resolved.date.year is not None else ""
    proof = Proof(view, dated.sentence, ((dated.start, dated.end),))
    return Candidate(tuple(items), (proof,), score, fit, view, note=note)


_QUARTER = compiled_later(r"quý\s+(?:[ivx]+|\d)", re.IGNORECASE)


def _month_or_year(resolved: ResolvedDate) -> str:
    """Write a month or a year as the report does ("đầu tháng 3/2018"), with the year where that is known otherwise."""
    date, mention = resolved.date, resolved.mention
    phase = f"{mention.phase} " if mention.phase else ""
    if date.month is None:
        return f"{phase}năm {date.year}" if phase else str(date.year)
    if date.year is None:
        return f"{phase}tháng {date.month}"
    joined = re.search(r"\d\s*[/.-]\s*\d{4}", mention.text) is not None
    return f"{phase}tháng {date.month}{'/' if joined else ' năm '}{date.year}"


# What is said of a year that the date itself does not give.
_YEAR_NOTES = {YearSource.PAGE: "year_from_page", YearSource.TEXT: "year_from_text"}


def _clock(start: object, end: object) -> str:
    def one(time: object) -> str:
        hour, minute = time.hour, time.minute  # type: ignore[attr-defined]
        return f"{hour} giờ {minute:02}" if minute else f"{hour} giờ"

    return one(start) if end is None else f"{one(start)} - {one(end)}"
