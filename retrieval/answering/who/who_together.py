"""Who answers together with the best one: those on one list, those joined by "và", all who spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_how_many import is_between, is_plural, is_several, number_asked
from retrieval.answering.evidence.view import View
from retrieval.answering.who.who_pairs import meets, partner, widened
from retrieval.answering.who.who_rows import ALL_SAID, Scored
from retrieval.facts.acts import Act, find_acts
from retrieval.facts.people import Reference
from retrieval.language.lazy_pattern import compiled_later


def belonging(question: Question, view: View, asked: Act | None, best: Scored, scored: list[Scored]) -> list[Scored]:
    """Return the people who answer together with the best one: two where a meeting of two is asked about."""
    number = number_asked(question)
    # Three on one list are not the two of a meeting: they met the same one.
    of_two = number == 2 or (not number and is_several(question) and len(_chained(view, best)) <= _PAIR)
    if of_two and meets(question, asked):
        other = partner(view, best, scored)
        if other is not None:
            return sorted([best, other], key=lambda s: (s.sentence, s.start))
    chosen = _told_together(question, view, asked, best, scored)
    if is_several(question) and len(chosen) < 2:
        chosen = widened(asked, best, scored)
    return chosen


def _told_together(
    question: Question, view: View, asked: Act | None, best: Scored, scored: list[Scored]
) -> list[Scored]:
    number = number_asked(question)
    row_chain = _chained(view, best)
    if number and len(row_chain) != number:
        top: dict[str, Scored] = {}
        for row in scored:
            top.setdefault(row.person.key, row)
        return sorted(list(top.values())[:number], key=lambda s: (s.sentence, s.start))
    if number > 1:
        keys = {view.facts.people[ref.key].key for ref in row_chain}
        row_of = [s for s in scored if s.sentence == best.sentence and s.person.key in keys]
        if len({s.person.key for s in row_of}) == number:
            return _distinct(sorted(row_of, key=lambda s: (s.sentence, s.start)))
    anchor = best.part or next(
        (s.part for s in scored if s.part is not None and s.sentence == best.sentence and s.person is best.person), None
    )
    chosen = [best]
    if is_between(question) and anchor is not None:
        both = [
            s
            for s in scored
            if s.part is not None and s.sentence == best.sentence and s.part.verb_start == anchor.verb_start
        ]
        if len({s.person.key for s in both}) > 1:
            return _distinct(sorted(both, key=lambda s: s.start))
    if anchor is not None:
        chosen.extend(
            s
            for s in scored
            if s.part is not None
            and s.part.group == anchor.group
            and s.part.act == anchor.act
            and s.part.role == anchor.role
        )
    if best.part is None:
        keys = {view.facts.people[ref.key].key for ref in row_chain}
        chosen.extend(s for s in scored if s.part is None and s.sentence == best.sentence and s.person.key in keys)
        return _distinct(sorted(chosen, key=lambda s: (s.sentence, s.start)))
    parts = [s for s in scored if s.part is not None and s.part.role is best.part.role and s.about > best.about - 0.4]
    told = [s for s in parts if s.act_fit >= 0.9]
    listed = any(s.part is not None and s.part.listed for s in told)
    if asked is Act.ATTEND and is_plural(question) and not listed:
        # No list of guests: those are there who chair, speak or say something there.
        there = [s for s in parts if s.act_fit >= 0.4 or (s.part is not None and s.part.act in ALL_SAID)]
        chosen.extend(s for s in there if s.fit > best.fit - 0.45)
    elif asked is Act.ATTEND and best.act_fit >= 0.9:
        chosen.extend(told)  # "Ai dự ...?" asks for all, though the word says one
    elif asked is Act.ATTEND:
        chosen.extend(s for s in told if s.fit > best.fit - _AS_SURE)  # who had the meeting, and who was there too
    elif is_plural(question) and asked is not None:
        least = 0.5 if asked in ALL_SAID else 0.9
        # Of all who are called by the noun whoever spoke is meant, whatever it was.
        behind = 1.3 if asked in ALL_SAID and "noun" in question.aspects and is_several(question) else 0.55
        beside = [s for s in parts if s.sentence == best.sentence and s.act_fit >= least]
        if len({s.person.key for s in chosen}) > 1:
            return _distinct(sorted([*chosen, *beside], key=lambda s: (s.sentence, s.start)))
        near = best.score - best.literal - behind
        chosen.extend([*beside, *(s for s in parts if s.act_fit >= least and s.score - s.literal > near)])
    elif asked is Act.PRESENT and not question.editions and "noun" not in question.aspects:
        # Line by line, one report after the other; within one sentence the words nearest tell them apart.
        chosen.extend(s for s in told if s.cover > best.cover - 0.03 and 0 < abs(s.sentence - best.sentence) <= 3)
    elif asked is Act.CHAIR:
        # Who chaired another part is told as well, and with less of what the question says.
        chosen.extend(s for s in told if s.score > best.score - 0.12 and s.fit > best.fit - _AS_SURE / 2)
    return _distinct(sorted(chosen, key=lambda s: (s.sentence, s.start)))


_PAIR = 2  # people on a list who may be the two of a meeting
_AS_SURE = 0.2  # how much less the trust in those may be who answer together with the best one


_JOINED = compiled_later(
    r"\s*(?:\([^)]*\))?\s*(?:,|;|và|cùng|với|, và|hay|hoặc)\s*(?:[^\W\d_]+\s+){0,4}", re.IGNORECASE
)


def _chained(view: View, row: Scored) -> list[Reference]:
    """Return the people of a sentence who stand in one list with the best one, by commas and "và"."""
    text = view.facts.sentences[row.sentence].text
    # "A (SN 1978, vợ cũ ông B), C": B stands in an aside
    people = [
        r for r in view.facts.references[row.sentence] if text.count("(", 0, r.start) == text.count(")", 0, r.start)
    ]
    at = next((i for i, ref in enumerate(people) if (ref.start, ref.end) == (row.start, row.end)), None)
    if at is None:
        return []
    first = last = at
    while first > 0 and joined(text[people[first - 1].outer_end : people[first].outer_start]):
        first -= 1
    while last + 1 < len(people) and joined(text[people[last].outer_end : people[last + 1].outer_start]):
        last += 1
    return list(people[first : last + 1])


def joined(between: str) -> bool:
    """Tell whether what stands between two people joins them in a list; the end of the first one's aside may lead."""
    return _JOINED.fullmatch(_ASIDE_END.sub("", between)) is not None and not find_acts(between)


_ASIDE_END = compiled_later(r"^[^()]*\)")


def _distinct(rows: Sequence[Scored]) -> list[Scored]:
    kept: dict[str, Scored] = {}
    for row in rows:
        if row.person.key not in kept or (kept[row.person.key].part is None and row.part is not None):
            kept[row.person.key] = row
    return list(kept.values())
