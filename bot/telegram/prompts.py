"""Questions that the bot offers as buttons: what one asks next about an event, and about events found near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.telegram.texts import say
from retrieval.answering.model import Answer, EventSummary, Kind
from retrieval.language.normalize import fold

# A button with a longer label than this is hard to read on a phone.
_LABEL_CHARACTERS = 60
_EXAMPLES = 3


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
        (answer.kind is not Kind.DATE, "button.when", f"{name} diễn ra khi nào?"),
        (answer.kind is not Kind.PLACE, "button.where", f"{name} diễn ra ở đâu?"),
        (not chaired, "button.chaired", f"Ai chủ trì {name}?"),
        (not attended, "button.attended", f"Ai dự {name}?"),
    ]
    return [Prompt(say(key, language), question) for wanted, key, question in offered if wanted]


def about_nearest(answer: Answer, language: str) -> list[Prompt]:
    """Return buttons that ask about the nearest events, in the sense of the question that was not answered."""
    shapes = {Kind.DATE: "{name} diễn ra khi nào?", Kind.PLACE: "{name} diễn ra ở đâu?"}
    shape = shapes.get(answer.kind, "Ai chủ trì {name}?" if "chu tri" in fold(answer.question) else "Ai dự {name}?")
    prompts = [Prompt(_label(event), shape.format(name=_dated(event))) for event in answer.nearest]
    return list({prompt.question: prompt for prompt in prompts}.values())


def about_event(event: EventSummary) -> str:
    """Return the question that the number of a listed event asks."""
    return f"Ai dự {_dated(event)}?"


def examples(events: Sequence[EventSummary]) -> list[Prompt]:
    """Return up to three questions that the corpus can be asked, about different events where there are any."""
    named = [event for event in events if event.name]
    # Short names make good buttons; among them the latest events come first.
    short = [event for event in named if len(event.name) <= _LABEL_CHARACTERS - len("Ai chủ trì ?")]
    latest = sorted(
        short or named[:_EXAMPLES], key=lambda event: (event.date is not None, event.date or 0), reverse=True
    )
    shapes = ("Ai chủ trì {name}?", "{name} diễn ra khi nào?", "Ai dự {name}?")
    if not latest:
        return []
    questions = [shape.format(name=latest[number % len(latest)].name) for number, shape in enumerate(shapes)]
    return [Prompt(question, question) for question in questions]


def _dated(event: EventSummary) -> str:
    return f"{event.name} ngày {event.when}" if event.date and event.when else event.name


def _label(event: EventSummary) -> str:
    label = " · ".join(part for part in (event.name, event.when) if part)
    return label if len(label) <= _LABEL_CHARACTERS else label[: _LABEL_CHARACTERS - 1].rstrip() + "…"
