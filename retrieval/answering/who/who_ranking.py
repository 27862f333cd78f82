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
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.who.who_deed import deed_asked
from retrieval.answering.who.who_rows import ALL_SAID, Scored
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role
from retrieval.language.normalize import fold

FEATURES = ("read", "about", "after", "says", "does", "lead", "often", "verb_after", "named")
WEIGHTS = (-0.31, -0.29, 0.23, -0.16, -0.18, 0.20, 0.19, 0.09, 0.13)

_LEAD = 2  # sentences at the head of a report that tell what it is about
_MOST_DEEDS = 3


def rerate(question: Question, view: View, words: Sequence[QueryWord], scored: Sequence[Scored]) -> None:
    """Add to the score of each place what its signs are worth, where the weights are for such a question."""
    if not is_for(question):
        return
    for row, signs in zip(scored, features(question, view, words, scored), strict=True):
        row.score += sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))


def is_for(question: Question) -> bool:
    """Tell whether the weights are for `question`: lists, and those who were there, are rated by hand alone."""
    return not (main_act(question) is Act.ATTEND or is_plural(question) or is_several(question))


def features(
    question: Question, view: View, words: Sequence[QueryWord], scored: Sequence[Scored]
) -> list[tuple[float, ...]]:
    """Return what the weights are for, each from 0 to 1 (`about` from -1), for each place, in the order of `FEATURES`.

    `read`: an act of the person is read there; `about`: how well its event fits; `after`: the share of the question's
    telling words that stand behind the person; `says`, `does`: whether the person speaks, how much he does there;
    `lead`: at the head of the report; `often`: how much of the report is about him; `verb_after`: the very deed of the
    question follows; `named`: by the full name.
    """
    asked = view.asked(words)
    total = asked.telling_total or 1.0
    deeds = view.kept(_deeds)
    often = view.kept(_often)
    most = max(often.values(), default=1)
    verbs = _forms_of_deed(question, words)
    having = [(form, view.sentences_with(form)) for form in verbs]
    found: list[tuple[float, ...]] = []
    for row in scored:
        i = row.sentence
        own = next((r for r in view.facts.references[i] if r.start == row.start), None)
        end = own.outer_end if own is not None else row.end
        after = follows = 0.0
        if row.end:
            after = sum(w for w, spans in asked.telling_in(view, i) if spans[-1][0] >= end) / total
            here = (form for form, bits in having if bits >> i & 1)
            follows = float(any(a >= end for form in here for a, _ in view.places_of(i, form)))
        says, does = deeds.get((i, row.start), (0.0, 0.0))
        found.append(
            (
                float(row.part is not None),
                row.about,
                after,
                says,
                does,
                float(i < _LEAD),
                often.get(row.person.key, 0) / most,
                follows,
                float(own is not None and own.named),
            )
        )
    return found


def _forms_of_deed(question: Question, words: Sequence[QueryWord]) -> list[tuple[str, ...]]:
    """Return the verb of the question and what else reports write for it, as tokens; nothing where it has none."""
    deed = deed_asked(question)
    if deed is None:
        return []
    forms = [tuple(tokens(fold(question.text[deed.start : deed.end])))]
    forms += [form for word in words if word.start == deed.start for form in word.forms[1:]]
    return [form for form in forms if form]


def _deeds(view: View) -> Mapping[tuple[int, int], tuple[float, float]]:
    """Return, for each place of a person, whether the person speaks there and the share of deeds that he does."""
    said: set[tuple[int, int]] = set()
    done: Counter[tuple[int, int]] = Counter()
    for part in view.facts.participations:
        if part.role is Role.SUBJECT:
            done[part.sentence, part.start] += 1
            if part.act in ALL_SAID:
                said.add((part.sentence, part.start))
    return {place: (float(place in said), min(n, _MOST_DEEDS) / _MOST_DEEDS) for place, n in done.items()}


def _often(view: View) -> Mapping[str, int]:
    """Return how many times each person is meant."""
    return Counter(view.facts.people[r.key].key for row in view.facts.references for r in row)
