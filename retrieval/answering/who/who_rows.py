"""A person in a sentence, rated for a question of "who"."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.facts.acts import Act
from retrieval.facts.participation import Participation
from retrieval.facts.people import Person

# Acts of saying something: who is asked to have spoken may be told of with any of them.
ALL_SAID = frozenset((Act.SPEAK, Act.SAY, Act.PRESENT, Act.OPEN, Act.CLOSE, Act.EXPLAIN, Act.ANNOUNCE, Act.PAPER))


@dataclass(slots=True)
class Scored:
    """A place where a person stands (`start` to `end` of a sentence), and how well it answers.

    `part` is what the sentence tells the person did, if that was read; `score` orders, `fit` (0 to 1) is the trust;
    `cover`, `act_fit` and `about` tell how well the words, the act and the event fit.
    """

    part: Participation | None
    person: Person
    sentence: int
    start: int
    end: int
    score: float
    cover: float
    act_fit: float
    fit: float = 0.0
    about: float = 0.0
    literal: float = 0.0  # the part of `score` for being told with the very verb of the question
