"""Deeds that a report tells by a verb of theirs, or not at all: who signed is nobody where nothing is signed."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.candidate import Candidate
from retrieval.answering.matching import View
from retrieval.answering.question import Question
from retrieval.answering.who_asked import main_act
from retrieval.facts.acts import Act, find_acts

# The deed asked about, and the acts whose verbs may tell of it.
_TOLD_BY: dict[Act, frozenset[Act]] = {
    Act.SIGN: frozenset((Act.SIGN,)),
    Act.GIVE: frozenset((Act.GIVE, Act.GET)),
    Act.HONOUR: frozenset((Act.HONOUR, Act.VISIT)),
    Act.APOLOGISE: frozenset((Act.APOLOGISE,)),
}


def that_tell(question: Question, view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """Return those of `found` whose evidence has a verb of the deed that `question` asks about.

    All of them where the deed is one that reports tell in other ways as well.
    """
    wanted = _TOLD_BY.get(main_act(question) or Act.ATTEND)
    if wanted is None:
        return list(found)
    told = {
        index
        for index, sentence in enumerate(view.facts.sentences)
        if any(a.act in wanted for a in find_acts(sentence.text))
    }
    return [c for c in found if any(p.sentence + step in told for p in c.proofs for step in (0, -1))]
