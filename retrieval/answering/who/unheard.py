"""What a report has no word of, so that nobody in it did it: the deed asked about, going with somebody."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.language.normalize import fold

# Verbs of going with somebody: who is only there beside is not told by them.
_ESCORTING = ("tháp tùng", "cùng đi", "đi cùng")


def escort_unheard(question: Question, view: View) -> bool:
    """Tell whether it is asked who went with somebody, and the document tells of nobody's going with anybody."""
    if not any(a.verb in _ESCORTING for a in question.acts):
        return False
    return not any(view.has(tuple(tokens(fold(verb)))) for verb in _ESCORTING)


def deed_unheard(question: Question, view: View, words: Sequence[QueryWord]) -> bool:
    """Tell whether the document has no word for what was done.

    That is the first telling word after the question word ("Ai hát ..."), the last before it where somebody did it to
    the person asked for ("Ông A phái ai ...").
    """
    telling = [w for w in words if w.weight > 0.9 and len(w.forms[0]) == 1]
    if "object" in question.aspects:
        deed = next((w for w in reversed(telling) if w.start < question.cue[0]), None)
        between = question.text[deed.start : question.cue[0]].split()[1:] if deed else []
    else:
        deed = next((w for w in telling if w.start >= question.cue[1]), None)
        between = question.text[question.cue[1] : deed.start].split() if deed else []
    return deed is not None and len(between) <= _NEAR_DEED and not any(view.has(form) for form in deed.forms)


_NEAR_DEED = 3  # words between the question word and what was done
