"""Whether the evidence chosen bears the question: told from how answers come about where the report does not say it.

The fit of an answer adds up what speaks for it, and what is lacking is lost in the sum: a sentence that names the right
people beside a day is near "khi nào bế mạc" though it tells of the opening. So the answer that was chosen is looked at
once more. A logistic regression for each kind of question weighs what of the question its sentence, the clause around
the answer, and what stands around the sentence have. It was fitted to answers that are right, and to what is answered
from the same reports without the sentences that have the answer (`tests/benchmarks/fit_verification.py`): a question
that a report leaves open. No fact is looked up here and no word is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.alongside import alongside, beside_cue
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.matching import nearness
from retrieval.answering.evidence.telling import tellers, told
from retrieval.answering.evidence.view import QueryWord
from retrieval.answering.model import Kind
from retrieval.answering.verification_weights import FEATURES, WEIGHTS
from retrieval.facts.acts import Act

_CONTENT = 0.9  # the least weight of a word that says something
_LONG = 300.0  # characters of a sentence that count as 1
_LONGEST = 2.0
ORGANISATION = "organisation"
BY_RULES = 2.0  # of kinds without weights; the term of the kind in `confidence` is fitted beside it
REFUSED = -1.0
# Weighed this high, an answer is right nine times in ten even where it fits less than others that are given.
_SURELY = 1.0
_NAMES = FEATURES.index("names_around")
_SAID = frozenset((Act.SAY, Act.SPEAK, Act.EXPLAIN, Act.ANNOUNCE))


def group_of(question: Question) -> str:
    """Return the sort of answers whose weights hold for `question`."""
    return ORGANISATION if "org" in question.aspects else question.kind.value


def bears(question: Question, words: Sequence[QueryWord], chosen: Candidate, margin: float) -> bool:
    """Tell whether the evidence of `chosen` bears `question`, whose words are `words`.

    `margin` (0 to 1) is how far behind the next best answer lies.
    """
    return bearing(question, words, chosen, margin) > 0.0


def bearing(
    question: Question, words: Sequence[QueryWord], chosen: Candidate, margin: float, *, surely: bool = False
) -> float:
    """Return how surely the evidence of `chosen` bears `question`: log odds above those of what is refused.

    With `surely`, above what is beyond doubt. Kinds without weights are always borne, all as surely: what people did or
    not, and what things are, is told by rules of their own.
    """
    weights = WEIGHTS.get(group_of(question))
    if weights is None or "choice" in question.aspects:
        return BY_RULES
    found = features(question, words, chosen, margin)
    if surely and not (found[_NAMES] == 1.0 and _is_told(question.act_set, chosen)):
        return REFUSED  # of somebody or something else
    borne = weights[0] + sum(w * f for w, f in zip(weights[1:], found, strict=True))
    if surely:
        return borne - _SURELY
    judged = question.kind in _MEASURED and "year" not in question.aspects  # a year is told anywhere in a report
    return borne - (LEAST_OF_CLOSE if judged and chosen.fit >= CLOSE else 0.0)


# A sentence that has nearly all words of the question and is hardly borne has them of another deed. Of such answers
# about 208 articles 19 were wrong and one was right; of those that fit less closely half were.
CLOSE, LEAST_OF_CLOSE = 0.7, 1.0
_MEASURED = frozenset((Kind.DATE, Kind.PLACE, Kind.COUNT))


def _is_told(asked: frozenset[Act], chosen: Candidate) -> bool:
    """Tell whether the sentence tells of a deed asked about: attending and saying are told by many verbs."""
    if not asked or Act.ATTEND in asked:
        return True
    asked = asked | _SAID if asked & _SAID else asked
    sentence = chosen.proofs[0].sentence
    return any(p.sentence == sentence and p.act in asked for p in chosen.view.facts.participations)


def features(question: Question, words: Sequence[QueryWord], chosen: Candidate, margin: float) -> tuple[float, ...]:
    """Return what the weights are for, in the order of `FEATURES`."""
    view, sentence = chosen.view, chosen.proofs[0].sentence
    length = len(view.facts.sentences[sentence].text)
    start, end = next(iter(chosen.proofs[0].spans), (0, length))
    whole = [w for w in words if len(w.forms[0]) == 1 or len(w.forms) > 1]  # without the pairs of neighbours
    names = [w for w in whole if w.name]
    content = [w for w in whole if not w.name and w.weight >= _CONTENT]
    here = 1 << sentence
    around = (here | here << 1 | here >> 1) & view.sentences

    def stands_here(word: QueryWord) -> bool:
        return bool(view.standing_of_word(word)[0] & here)

    def stands_around(word: QueryWord) -> bool:
        places, in_lead, _ = view.standing_of_word(word)
        return in_lead or bool(places & around)

    def apart(word: QueryWord) -> int:
        return question.cue[0] - word.start if word.start < question.cue[0] else word.start - question.cue[1]

    asked = question.act_set
    found = {
        "fit": chosen.fit,
        "margin": margin,
        "score": chosen.score,
        "content": _share(content, stands_here),
        "content_around": _share(content, stands_around),
        "names_around": _share(names, stands_around),
        "beside_cue": _share(sorted(content, key=apart)[:2], stands_here),
        "told": told(tellers(question, words, view), view, sentence, start, end),
        "alongside": alongside(beside_cue(question), view, sentence, start, end),
        "near": nearness(words, view, sentence, start, end),
        "act": (1.0 if view.acts(sentence) & asked else 0.0) if asked else 0.5,
        "dates": float(len(view.dates.get(sentence, ()))),
        "length": min(length / _LONG, _LONGEST),
        "words": float(len(content)),
    }
    return tuple(found[name] for name in FEATURES)


def _share(words: Sequence[QueryWord], stands: Callable[[QueryWord], bool]) -> float:
    """Return the share of the weight of `words` that stands somewhere; 1 of no words."""
    total = sum(word.weight for word in words)
    return sum(word.weight for word in words if stands(word)) / total if total else 1.0
