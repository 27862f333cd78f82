"""All that a question binds its report to: what it names, its words, its details, and what is told by name alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence import bound_details, bound_words, subject_named, told_by_name
from retrieval.answering.evidence.constraints import missing
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View


@dataclass(frozen=True, slots=True)
class Binding:
    """A question with its weighed words and the persons it names; whether its days bind (`times_bind`)."""

    question: Question
    words: Sequence[QueryWord]
    named: tuple[Named, ...]
    times_bind: bool

    def lacking(self, view: View) -> str:
        """Return what the question names and `view` lacks, as words for a person; "" when nothing is lacking."""
        question, words, named = self.question, self.words, self.named
        return (
            missing(question, view, named, times_bind=self.times_bind)
            or bound_words.lacking(question, words, named, view)
            or bound_details.lacking(question, words, named, view)
            or told_by_name.untold(question, view)
            or subject_named.untold(question, named, view)
        )
