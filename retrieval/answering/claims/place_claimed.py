"""Where a claim says that something was, compared with where a report says that it was.

"Lễ ký diễn ra ở Huế phải không" is true only if "Lễ ký diễn ra ở đâu" is answered with Huế or with what stands in it
("khách sạn Hoa Sen (TP Huế)"). That the report names Huế elsewhere, as where a guest is from, proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.claims.agreement import Back
from retrieval.answering.claims.bodies import same_words
from retrieval.answering.claims.borne import places_of, sorts_of
from retrieval.answering.claims.claim import NO, YES
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.view import View
from retrieval.answering.model import Item
from retrieval.facts.places import AREA_NOUNS
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.name_tables import INSTITUTION_START
from retrieval.language.normalize import fold
from retrieval.language.patterns import any_of, word_spans

# What goes on with a place: "trụ sở Bộ Y tế, 138 Giảng Võ, Hà Nội", "khách sạn Hoa Sen (TP Huế)".
_PART = (
    rf"(?!(?:{INSTITUTION_START}|Hội|Ban|Đoàn|Ủy|Chủ|Phó|Thủ|Tổng|Bộ|Sở|Trường|Đảng|Ông|Bà|Công|Tập)(?!\w))"
    rf"(?:(?:ở|tại|thuộc|số|đường|phố|{any_of(AREA_NOUNS)})(?!\w)\.?|[{UPPER}\d][\w/.'’-]*)"
)
_GOES_ON = compiled_later(rf"(?:[\s,()–-]*{_PART})*")
# Before a place: that something is there.
_WHERE = cues.shape(r"(?<!\w)(?:ở|tại|trên|trong|thuộc|địa bàn|đến|tới|sang|vào|về|thăm)\s+[^,.;:]{0,40}$|\w\s\([^)]*$")


def judged(
    claimed: str,
    found: Candidate | None,
    back: Back,
    ask: Callable[[Back], Candidate | None],
    *,
    alone: bool,
) -> Candidate | None:
    """Return the verdict on what is claimed to have been at a place: `found` weighed against the answer of `back`.

    With `alone` no more is claimed than the place, so that the same answer affirms it.
    """
    if found is not None and found.items[0].text != YES:
        return found
    answer = ask(back)
    if answer is None or (found is not None and answer.view is not found.view):
        return found if found is not None and _is_told_there(claimed, found.view, found.proofs[0].sentence) else None
    said = _whole(answer)
    if same_words(claimed, said) or not set(places_of(claimed)[-1:]).isdisjoint(places_of(said)):
        return replace(answer, items=(Item(YES),)) if found is None and alone else found
    if _is_other(claimed, said):
        return replace(answer, items=(Item(NO), *answer.items)) if found is not None or alone else None
    lead = answer.view.facts.event.date_sentence
    elsewhere = {lead} - {proof.sentence for proof in answer.proofs}
    return found if any(_is_told_there(claimed, answer.view, index) for index in elsewhere) else None


def _whole(answer: Candidate) -> str:
    """Return the place that answers with the wider ones that its sentence goes on with."""
    proof = answer.proofs[0]
    text = proof.view.facts.sentences[proof.sentence].text
    end = max((end for _, end in proof.spans), default=0)
    more = _GOES_ON.match(text, end) if end else None
    return f"{answer.items[0].text} {more.group() if more is not None else ''}"


def _is_other(claimed: str, said: str) -> bool:
    """Tell whether two places surely are not one: in other provinces, or in other countries."""
    keys, sorts = places_of(claimed)[-1:], sorts_of(claimed)[-1:]
    others = places_of(said)
    return bool(keys) and sorts[0] in sorts_of(said) and keys[0] not in others


def _is_told_there(claimed: str, view: View, sentence: int) -> bool:
    """Tell whether a sentence says of something that it is at a place, by its words."""
    text = view.facts.sentences[sentence].text
    return any(_WHERE.search(text[:start]) for start, _ in word_spans(view.folded[sentence], fold(claimed)))
