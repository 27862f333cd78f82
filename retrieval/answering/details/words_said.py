"""What somebody said ("Ông A phát biểu gì tại hội nghị?"): whole sentences of it, as the report quotes them.

The sentences are those in which the person asked about tells something, and those of a quotation that goes on from
there. Of them the stretch is taken that speaks of what the question names ("về giá lúa"); an occasion ("tại hội nghị")
need only be what the report tells of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence import said
from retrieval.answering.evidence.candidate import Candidate, Proof, evidence_of
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage, document_coverage, query_words
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.model import Evidence
from retrieval.answering.who.voices import going_on, voices
from retrieval.answering.who.who_rows import ALL_SAID
from retrieval.facts.acts import Act
from retrieval.facts.participation import Participation, Role
from retrieval.language.lazy_pattern import compiled_later

LEAST = 0.6  # share of the matter that the sentences must speak of
_THERE = 0.8  # share of the occasion that the report must have
_MOST = 3  # sentences of an answer
_MOST_LETTERS = 700
_LEAST_WORDS = 6  # words after a verb of saying that are something said
# What shows that something said stands beside a verb that may also tell of a mere speech ("phát biểu khai mạc").
_OPENS = compiled_later(r"[:“\"]|(?<!\w)(?:rằng|về|nêu|cho biết|nhấn mạnh|khẳng định)(?!\w)")
_ENDED = compiled_later(r"[.!?…:;”\"']\s*$")  # neither a headline nor a caption
_AT_HEAD = 4  # letters of a sentence before the verb of "Phát biểu tại hội nghị, ông A ..."
# Words that put a saying on another occasion, in bare letters.
_ELSEWHERE = compiled_later(
    r"(?<!\w)(?:truoc do|tung|twitter|facebook|mang xa hoi|cuon sach|hoi ky|qua dien thoai|nhu cach|buc thu)(?!\w)"
)
_CLOSED = compiled_later(r"[”\"][^“”\"]{0,60}$")  # "...”, bà A nói"
_LEADS_TO_TOPIC = compiled_later(
    r"^\W*(?:(?:khi|luc|trong dip) )?(?:noi|duoc hoi|tra loi)?\s*(?:ve|lien quan (?:den|toi)|doi voi|truoc) "
)
_OCCASION = compiled_later(r"(?<!\w)(?:tai|o|trong|nhan|trong khuon kho|ben le)\s")


def quotation(question: Question, views: Sequence[tuple[View, float]], named: Sequence[Named]) -> Candidate | None:
    """Return what the person asked about says in the first of `views` (each with its share of the question).

    None where nobody is asked about by name, or says nothing of the matter.
    """
    asked = said.asks_what_was_said(question)
    speakers = [s for s in said.speakers(question, named) if isinstance(s, Named)]
    if asked is None or not speakers:
        return None
    topic, occasion = _matters(question, speakers[0], asked)
    best: Candidate | None = None
    for view, covered in views:
        found = _in_document(view, speakers[0], topic, occasion)
        if found is not None and (best is None or found[0] * covered > best.fit):
            share, sentences = found
            proofs = tuple(Proof(view, i, ((0, len(view.facts.sentences[i].text)),)) for i in sentences)
            best = Candidate((), proofs, share, share * covered, view, speakers[0].key)
    return best


def evidence_of_all(candidate: Candidate) -> Evidence:
    """Return the sentences of a quotation, which follow one another, as one piece of evidence."""
    first, last = evidence_of(candidate.proofs[0]), candidate.view.facts.sentences[candidate.proofs[-1].sentence]
    start = candidate.view.facts.sentences[candidate.proofs[0].sentence].start
    quote = candidate.view.document.text[start : last.end]
    return replace(first, quote=quote, marks=((0, len(quote)),))


def _matters(question: Question, speaker: Named, asked: int) -> tuple[Sequence[QueryWord], Sequence[QueryWord]]:
    """Return the words of the matter asked about ("về giá lúa"), and those of the occasion ("tại hội nghị")."""
    end = max(question.cue[1], asked)
    after = question.folded[end:]
    own = [(speaker.start, end)]
    if not after.strip(" ?.!"):
        return (), query_words(question, dropped=own)
    if _LEADS_TO_TOPIC.match(after) is None:
        return (), query_words(question, dropped=own)
    at = _OCCASION.search(after)
    turn = end + at.start() if at is not None else len(question.text)
    topic = query_words(question, dropped=[(0, end), (turn, len(question.text))])
    return topic, query_words(question, dropped=[(0, turn)])


def _in_document(
    view: View, speaker: Named, topic: Sequence[QueryWord], occasion: Sequence[QueryWord]
) -> tuple[float, list[int]] | None:
    """Return the best stretch of what a person says in a document, with the share of the matter that it speaks of."""
    person = person_in(view, speaker)
    if person is None or (occasion and document_coverage(occasion, view) < _THERE):
        return None
    told = [i for i in _told(view, person.key) if _ENDED.search(view.facts.sentences[i].text) is not None]
    if occasion and not topic:
        told = [i for i in told if _ELSEWHERE.search(view.folded[i]) is None]
    best: tuple[float, list[int]] | None = None
    for run in _runs(told):
        rated = [coverage(topic, view, i) if topic else 1.0 for i in run]
        share = max(rated)
        if share < LEAST or (best is not None and share <= best[0]):
            continue
        first = rated.index(share)
        best = share, _within(view, run[max(0, min(first, len(run) - _MOST)) :])
    return best


def _told(view: View, key: str) -> list[int]:
    """Return the sentences in which the person of that key says something, in order."""

    def own(part: Participation) -> bool:
        return part.role is Role.SUBJECT and view.facts.people[part.person].key == key

    found = {
        part.sentence
        for part in view.facts.participations
        if part.act in ALL_SAID and own(part) and _says_something(view.facts.sentences[part.sentence].text, part)
    }
    found |= {v.sentence for v in (*voices(view), *going_on(view)) if own(v.part)}
    return sorted(found)


def _says_something(text: str, part: Participation) -> bool:
    """Tell whether a sentence has what was said, and not only that something was."""
    after = text[part.verb_end :]
    if part.verb_end <= part.start and part.verb_start > _AT_HEAD:
        return False  # "Hãng tin X cho biết ông A ...": somebody else says it
    if _CLOSED.search(text[: part.verb_start]) is not None:
        return True
    if len(after.split()) < _LEAST_WORDS:
        return False
    return part.act in (Act.SAY, Act.EXPLAIN, Act.ANNOUNCE) or _OPENS.search(after) is not None


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Return numbers that follow one another together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _within(view: View, run: Sequence[int]) -> list[int]:
    """Return the first sentences of a run, as many as are pleasant to read."""
    kept: list[int] = []
    letters = 0
    for number in run[:_MOST]:
        letters += len(view.facts.sentences[number].text)
        if kept and letters > _MOST_LETTERS:
            break
        kept.append(number)
    return kept
