"""Which of the places where people stand answers best, beside what `who` rates by hand: fitted weights of a few signs.

What a question asks is told in one sentence and repeated, with other people, in many. Where the doer stands to the
words of the question, what else the sentence tells of the person, and how much of the report is about the person tell
places apart that rate alike otherwise. The weights are those of a conditional logit over the places of one report, the
weight of the score by hand being 1 (`tests/benchmarks/fit_who.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import main_act
from retrieval.answering.asking.who_how_many import is_plural, is_several
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.who.who_rows import Scored
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role

FEATURES = ("other", "about", "after", "does", "lead", "often")
WEIGHTS = (-0.17, -0.32, 0.27, -0.37, 0.28, 0.19)

_LEAD = 2  # sentences at the head of a report that tell what it is about
_MOST_DEEDS = 3
_FITS = 0.5  # of an act that is the one asked about, or nearly


def rerate(question: Question, view: View, words: Sequence[QueryWord], scored: Sequence[Scored]) -> None:
    """Add to the score of each place what its signs are worth, where the weights are for such a question."""
    if not is_for(question):
        return
    for row, signs in zip(scored, features(view, words, scored), strict=True):
        row.score += sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))


def is_for(question: Question) -> bool:
    """Tell whether the weights are for `question`; lists, attendance and the chair are rated by hand."""
    return not (main_act(question) in (Act.ATTEND, Act.CHAIR) or is_plural(question) or is_several(question))


def features(view: View, words: Sequence[QueryWord], scored: Sequence[Scored]) -> list[tuple[float, ...]]:
    """Return what the weights are for, each from 0 to 1 (`about` from -1), for each place, in the order of `FEATURES`.

    `other`: an act of the person is read there, and not the one asked about; `about`: how well its event fits; `after`:
    the share of the question's telling words that stand behind the person; `does`: how much else he does there;
    `lead`: at the head of the report; `often`: how much of the report is about him.
    """
    asked = view.asked(words)
    total = asked.telling_total or 1.0
    deeds = view.kept(_deeds)
    often = view.kept(_often)
    most = max(often.values(), default=1)
    found: list[tuple[float, ...]] = []
    for row in scored:
        i = row.sentence
        read = row.act_fit >= _FITS  # then it does not matter where the person stands ("Phát biểu tại lễ, ông A ...")
        after = 0.0
        if row.end:
            after = sum(w for w, spans in asked.telling_in(view, i) if read or spans[-1][0] >= row.end) / total
        found.append(
            (
                float(row.part is not None and not read),
                row.about,
                after,
                (not read) * min(deeds.get((i, row.start), 0), _MOST_DEEDS) / _MOST_DEEDS,
                float(i < _LEAD),
                often.get(row.person.key, 0) / most,
            )
        )
    return found


def _deeds(view: View) -> Mapping[tuple[int, int], int]:
    """Return how many deeds of the person are read at each place (sentence, offset)."""
    return Counter((p.sentence, p.start) for p in view.facts.participations if p.role is Role.SUBJECT)


def _often(view: View) -> Mapping[str, int]:
    """Return how many times each person is meant."""
    return Counter(view.facts.people[r.key].key for row in view.facts.references for r in row)
