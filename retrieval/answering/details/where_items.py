"""What a place answers: itself, those of a row ("những huyện nào"), or where something begins and ends."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.details.where_signs import further_levels
from retrieval.answering.evidence.candidate import as_written
from retrieval.answering.evidence.view import View
from retrieval.answering.model import Item
from retrieval.facts.places import AREA_NOUNS
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER

_AREA = "|".join(sorted(map(re.escape, AREA_NOUNS), key=len, reverse=True))
_PLACE_NAME = rf"(?:(?i:{_AREA})\s+)?[{UPPER}0-9][\w.]*(?:\s+[{UPPER}0-9][\w.]*)*"
# Places in a row: "quận 9, Tân Phú và huyện Củ Chi".
_WIDER = r"(?:\s*\([^()]{2,30}\))?"  # "TP Tây Ninh (Tây Ninh) và ..."
_ROW = compiled_later(rf"(?<![\w]){_PLACE_NAME}{_WIDER}(?:\s*,\s*{_PLACE_NAME}{_WIDER})*\s+(?:và|-)\s+{_PLACE_NAME}")
_STRETCH_ASKED = cues.shape(r"(?<!\w)từ đâu (?:đến|tới) đâu(?!\w)")
_STRETCH = compiled_later(rf"(?<!\w)từ\s+(?P<first>{_PLACE_NAME})\s+(?:đến|tới)\s+(?P<last>[{LOWER}]*\s?{_PLACE_NAME})")


_SEVERAL = compiled_later(
    r"(?:những|các|hai|ba|nhung|cac)\s+(?:\S+\s+){0,3}$|(?<!\w)(?:những|các|hai|ba|nhung|cac)(?!\w)", re.IGNORECASE
)


def asks_several(question: Question) -> bool:
    """Tell whether more places than one are asked for ("những tỉnh nào", "hai nước nào")."""
    return _SEVERAL.search(question.text[max(0, question.cue[0] - 8) : question.cue[1]]) is not None


def items_of(question: Question, view: View, index: int, span: tuple[int, int]) -> tuple[Item, ...]:
    """Return what a place at `span` of a sentence answers: itself, the places of a row, or both ends of a stretch."""
    written = as_written(view, index, *span)
    if _STRETCH_ASKED.search(question.text):
        stretches = _STRETCH.finditer(view.facts.sentences[index].text)
        stretch = next((m for m in stretches if m.start() < span[1] and span[0] < m.end()), None)
        if stretch is not None:
            return tuple(Item(as_written(view, index, *stretch.span(end)).rstrip(" ,.")) for end in ("first", "last"))
    if asks_several(question):
        row = next(
            (
                m.span()
                for m in _ROW.finditer(view.facts.sentences[index].text)
                if m.start() < span[1] and span[0] < m.end()
            ),
            span,
        )
        written = re.sub(_WIDER, "", as_written(view, index, min(row[0], span[0]), max(row[1], span[1])))
        parts = [p.strip(" .") for p in re.split(r",\s*|\s+và\s+|\s+-\s+", written) if p.strip(" .")]
        if len(parts) > 1:
            return tuple(Item(p) for p in parts)
    if len(written.split()) > _LONGEST or (question.focus and not further_levels(question)):
        written = written.split(",")[0]  # "hội trường nào": the hall alone, without its town
    return (Item(written.rstrip(" ,.") if further_levels(question) else written),)


_LONGEST = 14  # syllables of a place with the wider ones that it lies in
