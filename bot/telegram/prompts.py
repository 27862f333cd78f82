"""Questions that the bot offers as buttons: what one asks next about an event, and about events found near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.telegram.richtext import shorten
from bot.telegram.texts import say
from retrieval.answering.model import Answer, EventSummary, Kind
from retrieval.facts.events import EVENT_NOUNS
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, lower_case
from retrieval.language.patterns import any_of

# A button with a longer label than this is hard to read on a phone.
_LABEL_CHARACTERS = 60
_EXAMPLES = 3

_WHEN, _WHERE = "{name} diễn ra khi nào?", "{name} diễn ra ở đâu?"
_CHAIRED, _ATTENDED = "Ai chủ trì {name}?", "Ai dự {name}?"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A button: its label and the question that it asks (always Vietnamese, the language of the reports)."""

    label: str
    question: str


def follow_ups(answer: Answer, language: str) -> list[Prompt]:
    """Return the obvious next questions about the event of an answer, without the one just asked."""
    if answer.event is None:
        return []
    name = answer.event.name
    asked = fold(answer.question)
    chaired, attended = "chu tri" in asked, answer.kind is Kind.PEOPLE and "chu tri" not in asked
    offered = [
        (answer.kind is not Kind.DATE, "button.when", _WHEN),
        (answer.kind is not Kind.PLACE, "button.where", _WHERE),
        (not chaired and _is_met_at(name), "button.chaired", _CHAIRED),
        (not attended and _is_met_at(name), "button.attended", _ATTENDED),
    ]
    return [Prompt(say(key, language), _question(shape, name)) for wanted, key, shape in offered if wanted]


def about_nearest(answer: Answer, language: str) -> list[Prompt]:
    """Return buttons that ask about the nearest events, in the sense of the question that was not answered."""
    who = _CHAIRED if "chu tri" in fold(answer.question) else _ATTENDED
    shape = {Kind.DATE: _WHEN, Kind.PLACE: _WHERE}.get(answer.kind, who)
    prompts = [
        Prompt(_label(event), _question(shape if _is_met_at(event.name) else _WHERE, _dated(event)))
        for event in answer.nearest
    ]
    return list({prompt.question: prompt for prompt in prompts}.values())


def about_event(event: EventSummary) -> str:
    """Return the question that the number of a listed event asks."""
    return _question("Ai dự {name}?", _dated(event))


def examples(events: Sequence[EventSummary]) -> list[Prompt]:
    """Return up to three questions that the corpus can be asked, about different events where there are any."""
    named = [event for event in events if event.name]
    named = [event for event in named if _is_met_at(event.name)] or named
    # Short names make good buttons; among them the latest events come first.
    short = [event for event in named if len(event.name) <= _LABEL_CHARACTERS - len("Ai chủ trì ?")]
    latest = sorted(
        short or named[:_EXAMPLES], key=lambda event: (event.date is not None, event.date or 0), reverse=True
    )
    if not latest:
        return []
    shapes = (_CHAIRED, _WHEN, _ATTENDED)
    questions = [_question(shape, latest[number % len(latest)].name) for number, shape in enumerate(shapes)]
    return [Prompt(question, question) for question in questions]


def _is_met_at(name: str) -> bool:
    """Tell whether people meet at an event, which somebody chairs: not an affair, nor what only a headline tells."""
    noun = _NOUN.match(lower_case(name))
    return noun is not None and noun.group() not in _WITHOUT_GUESTS


_NOUN = compiled_later(rf"{any_of(EVENT_NOUNS)}(?!\w)")
_WITHOUT_GUESTS = frozenset(("vụ", "vụ án", "trận", "chiến dịch", "dự án", "dịp"))


def _dated(event: EventSummary) -> str:
    return f"{event.name} ngày {event.when}" if event.date and event.when else event.name


def _label(event: EventSummary) -> str:
    end = f" · {event.when}" if event.when else ""
    return shorten(event.name, _LABEL_CHARACTERS - len(end)) + end


def _question(shape: str, name: str) -> str:
    question = shape.format(name=name)
    return question[:1].upper() + question[1:]
