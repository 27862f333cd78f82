"""Deeds that a report tells by a verb of theirs, or not at all: who signed is nobody where nothing is signed."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import is_passive, main_act
from retrieval.answering.evidence.about import asked_event, opposed
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.view import View
from retrieval.facts.acts import Act

# The deed asked about, and the acts whose verbs may tell of it.
_TOLD_BY: dict[Act, frozenset[Act]] = {
    Act.SIGN: frozenset((Act.SIGN,)),
    Act.GIVE: frozenset((Act.GIVE, Act.GET)),
    Act.HONOUR: frozenset((Act.HONOUR, Act.VISIT)),
    Act.APOLOGISE: frozenset((Act.APOLOGISE,)),
}
# Of who was appointed or elected ("Ai được bầu ..."): the decision is given or made known.
_TOLD_OF_APPOINTED = frozenset((Act.APPOINT, Act.GIVE, Act.ANNOUNCE, Act.LEAD))


def that_tell(question: Question, view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """Return those of `found` whose evidence has a verb of the deed that `question` asks about.

    None is of the close where the opening is asked about (see `about.opposed`). A deed that reports tell in other ways
    as well needs no verb.
    """
    event = asked_event(question)
    found = [c for c in found if not any(opposed(event, view.words[p.sentence]) for p in c.proofs[:1])]
    deed = main_act(question) or Act.ATTEND
    wanted = _TOLD_OF_APPOINTED if deed is Act.APPOINT and is_passive(question) else _TOLD_BY.get(deed)
    if wanted is None:
        return found
    told = {index for index in range(len(view.facts.sentences)) if view.acts(index) & wanted}
    return [c for c in found if any(p.sentence + step in told for p in c.proofs for step in (0, -1))]
