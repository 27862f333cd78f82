"""Who did it to whom: "bà B tặng hoa ông A" is not told where "ông A tặng hoa bà B" is."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import View, tokens
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import find_people
from retrieval.language.normalize import fold
from retrieval.language.organisations import find_organisations

# Between the doer and whom it is done to: one clause, with nobody's passive and no deed done together.
_TOGETHER = cues.shape(
    r"(?<!\w)(?:và|cùng|với|được|bị|do|của|là|gặp|hội đàm|hội kiến|trao đổi|điện đàm|ký|đối thoại|tại|ở|trong|nhân|về|"
    r"theo|phải|như|sáng|trưa|chiều|tối|hôm|ngày|tháng|năm|sau|trước|khi|vào|từ)(?!\w)|[,;:\d]"
)
_AUXILIARY = cues.shape(r"\s*(?:(?:có|đã|sẽ|cũng|vừa|từng|còn|phải)\s+)*")
_LONGEST = 24  # characters of what is done


_ASKED = "?"  # stands for who is asked for


@lru_cache(maxsize=64)
def _told(text: str, cue: tuple[int, int] | None) -> tuple[tuple[str, str, str], ...]:
    """Return who does what to whom in a question, in bare letters; at `cue` is who is asked for."""
    spans = [(*cue, _ASKED)] if cue is not None else []
    spans += [(p.outer_start, p.outer_end, fold(p.name)) for p in find_people(text)]
    for other in find_organisations(text):
        if not any(start < other.end and other.start < end for start, end, _ in spans):
            spans.append((other.start, other.end, fold(text[other.start : other.end])))
    for head in offices.HEAD.finditer(text):
        if not head.group()[:1].isupper():
            continue  # "đọc lời tuyên thệ tổng thống": done to nobody
        if not any(start < head.end() and head.start() < end for start, end, _ in spans):
            spans.append((*head.span(), fold(head.group())))
    spans.sort()
    made = []
    for (_, end, doer), (after, _, done_to) in pairwise(spans):
        begins = _AUXILIARY.match(text, end)
        deed = text[begins.end() if begins is not None else end : after]
        deed = _BEFORE_NAME.sub("", deed).strip()
        if 1 < len(deed) <= _LONGEST and _TOGETHER.search(deed) is None:
            made.append((doer, " ".join(tokens(fold(deed))), done_to))
    return tuple(made)


_BEFORE_NAME = cues.shape(r"(?:\s+(?:ông|bà|anh|chị|cô|cho|đến|tới))+\s*$")


def is_turned_round(question: Question, view: View, sentence: int, asked: str = "") -> bool:
    """Tell whether a sentence has what the question says that one did to another only as done by that other.

    `asked` is who would answer a question of who did it, or to whom.
    """
    if question.unaccented:
        return False
    told = _told(question.text, question.cue if asked else None)
    if not told:
        return False
    here = f" {' '.join(tokens(view.folded[sentence]))} "
    names = {_ASKED: fold(asked)}
    written = f" {' '.join(tokens(view.facts.sentences[sentence].text.lower()))} "
    return any(_is_turned(here, written, names.get(doer, doer), deed, names.get(to, to)) for doer, deed, to in told)


def _is_turned(here: str, written: str, doer: str, deed: str, done_to: str) -> bool:
    """Tell it of one deed: "B làm A", or "A được B làm", for "A làm B"."""
    verb = here.find(f" {deed} ")
    if verb >= 0 and here[:verb].rsplit(" ", 1)[-1] in _NOUNS:
        return False
    first, second = _place(doer, here), _place(done_to, here)
    if min(verb, first, second) < 0:
        return False
    passive = _PASSIVE.search(written)
    if passive is None:
        return second < verb < first
    return first < passive.start() < second < verb


# Before a verb that is a noun with it: "theo lời mời của ông A" tells that A did it.
_NOUNS = frozenset(("loi", "thu", "giay", "cuoc", "viec", "buoi", "chuyen", "le", "su"))
_PASSIVE = compiled_later(r"(?<!\w)(?:được|bị|bởi|do)(?!\w)")


def _place(name: str, here: str) -> int:
    """Return where somebody is first named in a sentence, by the whole name or its last word; -1 for nowhere."""
    at = here.find(f" {name} ")
    return at if at >= 0 else here.find(f" {name.rsplit(' ', 1)[-1]} ")
