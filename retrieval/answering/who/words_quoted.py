"""Words that a question quotes: who is asked to have said them is told in the sentence that has them.

'Ai gọi chuyến đi là "bước ngoặt lịch sử"': whoever else speaks of the journey says other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.asked_words import numbers
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.who.who_rows import Scored
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

# What the quoted words add to the order of those of the sentence that has them, and to the trust in them.
HAS_THEM, TRUST = 0.8, 0.1
_QUOTED = compiled_later(r"[“\"](?P<words>[^“”\"]{4,})[”\"]")
_FEWEST = 2  # words: one alone stands in many sentences
_MOST_LACKING = 0.2  # the share of the pairs of neighbours that a question may have otherwise than the report


def rate(question: Question, view: View, scored: Sequence[Scored]) -> None:
    """Rate those told in the sentences of `view` that have the words which `question` quotes above others.

    Where no sentence has them, nothing is changed.
    """
    having = 0
    for quoted in quotations(question):
        having |= _sentences(view, quoted)
    having &= view.sentences
    if not having:
        return
    for row in scored:
        if having >> row.sentence & 1:
            row.score += HAS_THEM
            row.fit = min(1.0, row.fit + TRUST)


@lru_cache(maxsize=64)
def quotations(question: Question) -> tuple[tuple[str, ...], ...]:
    """Return the tokens of what is quoted as said; what begins with a capital behind a noun is a name."""
    found = []
    for match in _QUOTED.finditer(question.text):
        words = tuple(tokens(fold(match["words"])))
        said = not match["words"].lstrip()[0].isupper() or _SAYING.search(question.text, 0, match.start()) is not None
        if said and len(words) >= _FEWEST:
            found.append(words)
    return tuple(found)


# What stands before words that somebody said, where they begin like a sentence.
_SAYING = cues.shape(
    r"(?:^|(?<!\w)(?:nói|rằng|câu|lời|nhấn mạnh|khẳng định|tuyên bố|hỏi|viết|bình luận|chia sẻ|cho biết|cho rằng|"
    r"câu nói|thốt lên|kêu gọi|phát ngôn)\s*:?)\s*$"
)


def _sentences(view: View, quoted: tuple[str, ...]) -> int:
    """Return the bits of the sentences that have nearly all of the quoted words, as they stand beside each other."""
    places: dict[int, int] = {}
    pairs = list(pairwise(quoted))
    for pair in pairs:
        for sentence in numbers(view.sentences_with(pair)):
            places[sentence] = places.get(sentence, 0) + 1
    least = len(pairs) * (1 - _MOST_LACKING)
    return sum(1 << sentence for sentence, count in places.items() if count >= least)
