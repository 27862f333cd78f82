"""How sure an answer is: the share of such answers that are right.

The fit of an answer adds up what speaks for it, and what is lacking is lost in the sum: a sentence that names the right
people beside a day is near "khi nào bế mạc" though it tells of the opening. So the answer that was chosen is looked at
once more: how well it fits and how far the next best lies behind, and which words of the question its sentence, the
clause around the answer, and the report lack. A logistic regression weighs that for each group of questions; the
weights of a group lean on those of all, as far as its own answers do not tell otherwise. It was fitted to right and
wrong answers about several hundred reports, and to answers given to questions that the reports leave open
(`tests/benchmarks/fit_confidence.py`); `reliability.py` beside it shows how often answers of a given confidence are
right. No fact is looked up here and no word is listed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.confidence_weights import FEATURES, WEIGHTS
from retrieval.answering.evidence.alongside import alongside, beside_cue
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.matching import nearness
from retrieval.answering.evidence.telling import deed, tellers, told
from retrieval.answering.evidence.view import QueryWord
from retrieval.language.normalize import lower_case
from retrieval.language.weights import idf

ORGANISATION = "organisation"
_CONTENT = 0.9  # the least weight of a word that says something
_LONG = 300.0  # characters of a sentence that count as 1
_LONGEST = 2.0
_SAID = 100.0  # characters of an answer that count as 1
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def group_of(question: Question) -> str:
    """Return the sort of answers whose weights hold for `question`."""
    return ORGANISATION if "org" in question.aspects else question.kind.value


def share_right(question: Question, words: Sequence[QueryWord], chosen: Candidate, margin: float) -> float:
    """Return the share (0 to 1) of such answers as `chosen` that are right.

    `words` are those of `question`; `margin` (0 to 1) is how far behind the next best answer lies, 1 where there is
    none.
    """
    return 1.0 / (1.0 + math.exp(-log_odds(question, words, chosen, margin)))


def log_odds(question: Question, words: Sequence[QueryWord], chosen: Candidate, margin: float) -> float:
    """Return the logarithm of the odds that `chosen` is right; parameters as for `share_right`."""
    weights = WEIGHTS[group_of(question)]
    found = features(question, words, chosen, margin)
    return weights[0] + sum(w * f for w, f in zip(weights[1:], found, strict=True))


def features(question: Question, words: Sequence[QueryWord], chosen: Candidate, margin: float) -> tuple[float, ...]:
    """Return what the weights are for, in the order of `FEATURES`."""
    view, sentence = chosen.view, chosen.proofs[0].sentence
    text = view.facts.sentences[sentence].text
    start, end = next(iter(chosen.proofs[0].spans), (0, len(text)))
    single = [w for w in words if len(w.forms[0]) == 1 or len(w.forms) > 1]
    pairs = [w for w in words if not (len(w.forms[0]) == 1 or len(w.forms) > 1)]  # of neighbours
    names = [w for w in single if w.name]
    content = [w for w in single if not w.name and w.weight >= _CONTENT]
    first, last = deed(question)
    of_deed = [w for w in words if first <= w.start < last and w.weight >= _CONTENT and not w.name]
    here = 1 << sentence
    around = (here | here << 1 | here >> 1) & view.sentences

    def stands_here(word: QueryWord) -> bool:
        return bool(view.standing_of_word(word)[0] & here)

    def stands_around(word: QueryWord) -> bool:
        places, in_lead, _ = view.standing_of_word(word)
        return in_lead or bool(places & around)

    def stands(word: QueryWord) -> bool:
        return bool(view.standing_of_word(word)[0])

    asked = question.act_set
    found = {
        "fit": chosen.fit,
        "margin": margin,
        "score": chosen.score,
        "content": _share(content, stands_here),
        "content_around": _share(content, stands_around),
        "names": _share(names, stands_here),
        "names_around": _share(names, stands_around),
        "names_lacking": _lacking(names, stands_here),
        "typed": _typed(question, view.folded[sentence] if question.unaccented else lower_case(text)),
        "pairs": _share(pairs, stands_here),
        "pairs_around": _share(pairs, stands_around),
        "pairs_lacking": _lacking(pairs, stands_here),
        "pairs_nowhere": _lacking(pairs, stands),
        "deed_lacking": _lacking(of_deed, stands_here),
        "told": told(tellers(question, words, view), view, sentence, start, end),
        "alongside": alongside(beside_cue(question), view, sentence, start, end),
        "near": nearness(words, view, sentence, start, end),
        "act": (1.0 if view.acts(sentence) & asked else 0.0) if asked else 0.5,
        "length": min(len(text) / _LONG, _LONGEST),
        "words": float(len(content)),
        "said": sum(len(item.text) for item in chosen.items) / _SAID,
    }
    return tuple(found[name] for name in FEATURES)


def _typed(question: Question, sentence: str) -> float:
    """Return the share of the question beside its question word that a sentence has letter by letter, with accents."""
    having = frozenset(_WORD.findall(sentence))
    start, end = question.cue
    spoken = question.folded if question.unaccented else lower_case(question.text)
    found = [m for m in _WORD.finditer(spoken) if not start <= m.start() < end]
    weighed = [(m.group(), idf(question.folded[m.start() : m.end()])) for m in found]
    total = sum(weight for _, weight in weighed)
    return sum(weight for word, weight in weighed if word in having) / total if total else 1.0


def _share(words: Sequence[QueryWord], stands: Callable[[QueryWord], bool]) -> float:
    """Return the share of the weight of `words` that stands somewhere; 1 of no words."""
    total = sum(word.weight for word in words)
    return sum(word.weight for word in words if stands(word)) / total if total else 1.0


def _lacking(words: Sequence[QueryWord], stands: Callable[[QueryWord], bool]) -> float:
    """Return the weight of those of `words` that do not stand there."""
    return sum(word.weight for word in words if not stands(word))
