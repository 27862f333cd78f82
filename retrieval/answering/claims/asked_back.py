"""A claim asked back: each person, day, number, place and office in it as a question, whose answer it must bear.

"Có phải bà A chủ trì hội nghị ngày 5/5 không" is true only if "ai chủ trì hội nghị ngày 5/5" is answered with bà A and
"bà A chủ trì hội nghị ngày nào" with 5/5. So a claim is read with all that questions are read with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims import place_claimed
from retrieval.answering.claims.agreement import Back, agrees, names_body, other_part_of_day
from retrieval.answering.claims.claim import NO, YES, Claim, Span, denies_itself, is_put_to_test, read_claim
from retrieval.answering.claims.compared import end_of_office
from retrieval.answering.claims.deed_claimed import SINGULAR, asked_act
from retrieval.answering.claims.numbers import numbers_claimed
from retrieval.answering.claims.subjects import RELATED
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.model import Item, Kind
from retrieval.facts.acts import Act
from retrieval.facts.places import find_places
from retrieval.language import offices
from retrieval.language.dates import DateMention, find_dates
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.names import find_people
from retrieval.language.normalize import fold
from retrieval.language.numerals import Quantity
from retrieval.language.organisations import find_organisations
from retrieval.language.patterns import word_spans

# What puts a statement to the test before it and behind it.
_OPENS = cues.shape(
    r"(?:(?:nghe nói|nghe đâu|nghe bảo|hình như)(?: là| rằng)?\s+)?"
    r"(?:(?:có phải|phải chăng|có đúng|có thật|đúng|liệu(?: có phải)?)(?:\s+(?:là|rằng)(?!\w))?\s+)?"
)
_CLOSES = cues.shape(r"\s*,?(?:\s+(?:có\s+)?(?:phải|đúng))?\s+(?:không|chưa|chứ)\s*$")
_IS_IT = cues.shape(r"\s(?:có (?:phải|đúng)(?: là)?)\s")


def asked_back(question: Question, named: Sequence[Named]) -> list[Back]:
    """Return the questions whose answers a claim gives itself; none for a claim that denies."""
    claim = read_claim(question)
    if denies_itself(question, claim):
        return []
    text = question.text
    statement = _statement(question, claim)
    start, end = (statement[0][1] if statement and statement[0][0] == 0 else 0), _end(statement, text)

    def asking(kind: Kind, told: Named | DateMention | Quantity | str, span: Span, words: str) -> Back:
        put = (*span, fold(words) if question.unaccented else words)
        return Back(kind, _rewritten(text, [*statement, put]), told)

    made = []
    for day in question.dates:
        if (words := _when(day)) and not _OF_NAME.search(text[: day.start]):
            made.append(asking(Kind.DATE, day, (day.start, day.end), words))
    for number in numbers_claimed(text):
        if _ORDINAL.search(text[: number.phrase_start]):
            continue
        unit = "phần trăm" if number.unit == "%" else number.unit
        made.append(asking(Kind.COUNT, number, (number.phrase_start, number.end), f"bao nhiêu {unit}".strip()))
    last = next((place for place in reversed(find_places(text)) if place.strong and place.end >= end), None)
    if last is not None:
        if (level := _LEVEL.search(last.text)) is not None:
            span, words = (last.start + level.start(), last.end), f"{level.group()} nào"
        else:
            span, words = (text.rfind(" ", 0, last.start - 1) + 1, last.end), "ở đâu"
        made.append(asking(Kind.PLACE, last.text, span, words))
    if (held := _office(question, named, (start, end))) is not None:
        return [Back(Kind.OFFICE, f"{held[0].name} giữ chức gì", held[1])]
    subject = _subject(question, named, claim, (start, end))
    if subject is not None:
        person, span, only_one, tied = subject
        made.append(replace(asking(Kind.PEOPLE, person, span, "ai"), only_one=only_one, tied=tied))
    elif (body := _body(question, claim, (start, end))) is not None:
        tied = _BY.search(text[: body[0]]) is not None or _IS.search(text[: body[0]]) is not None
        made.append(replace(asking(Kind.PEOPLE, text[slice(*body)], body, "đơn vị nào"), tied=tied))
    return made


# Of what sort the place is that is claimed: "ở cửa khẩu thuộc tỉnh An Giang".
_LEVEL = compiled_later(rf"(?<!\w)(?:tỉnh|thành phố|huyện|quận|xã|phường)(?=\s[{UPPER}][^\W\d_]*(?:\s[{UPPER}]\w*)*$)")


def _body(question: Question, claim: Claim, statement: Span) -> Span | None:
    """Return the organisation of which alone a claim tells a deed: "do Sở Y tế tổ chức", "có phải Sở Y tế chủ trì"."""
    text, (start, end) = question.text, statement
    if question.unaccented:
        return None
    for body in find_organisations(text[:end]):
        before, behind = text[: body.start], text[body.end : end]
        if _by_whom(before, behind) or (_IS.search(before) is not None and not behind.strip(" ,")):
            return body.start, body.end
        if _begins(text, start, body.start) and behind.strip() and _NO_DEED.match(behind) is None:
            act = asked_act(question, claim, identity=True)
            sole = is_put_to_test(question) and act is not None and act not in _OF_MANY
            return (body.start, body.end) if sole else None
    return None


def _office(question: Question, named: Sequence[Named], statement: Span) -> tuple[Named, str] | None:
    """Return who a claim is about and the office that it gives that person, or None."""
    text, (start, end) = question.text, statement
    about = next((n for n, span in _people(question, named) if _begins(text, start, span[0])), None)
    if about is None:
        return None
    for tie in reversed(list(_HOLDS.finditer(text, about.end, end))):
        head = offices.HEAD.match(text, tie.end(), end)
        between = text[about.end : tie.start()].strip()
        aside = between.startswith(",") and between.endswith(",")
        others = any(about.end <= n.start < tie.start() for n in named)
        if head is not None and not offices.is_weak(head.group()) and (aside or not others):
            return about, text[tie.end() : end_of_office(text[:end], head)]
    return None


def _begins(text: str, start: int, at: int) -> bool:
    """Tell whether the clause of a statement begins at a place: at its start, or behind what is set off by a comma."""
    return at <= start or text[start:at].rstrip().endswith(",")


_HOLDS = cues.shape(r"(?<!\w)(?:là|làm|(?:giữ|đảm nhiệm)(?:\s+(?:chức vụ|chức|cương vị|vị trí|vai trò))?)\s+")


def _subject(
    question: Question, named: Sequence[Named], claim: Claim, statement: Span
) -> tuple[Named, Span, bool, bool] | None:
    """Return of whom a claim tells a deed, or who it says that somebody is.

    With the span, whether only one can be, and whether it is just that which is claimed."""
    text, (start, end) = question.text, statement
    found: dict[str, tuple[Named, Span]] = {}
    for person, (first, last) in _people(question, named):
        before, behind = text[:first], text[last:end]
        if _IS.search(before) is not None and not behind.strip(" ,"):
            found.setdefault("identity", (person, (first, last)))
        elif _by_whom(before, behind):
            found.setdefault("by", (person, (first, last)))
        elif _begins(text, start, first) and behind.strip():
            if claim.affirmed[0] > last and _OF_WHAT.fullmatch(text, last, claim.affirmed[0]) is not None:
                last = claim.affirmed[0] - 1
                behind = text[last:end]
            if _NO_DEED.match(behind) is None:
                found.setdefault("subject", (person, (first, last)))
    tie = next((tie for tie in ("identity", "by", "subject") if tie in found), None)
    if tie is None:
        return None
    act = asked_act(question, claim, identity=True)
    if tie == "subject" and _SUCCESSOR.match(text, found[tie][1][1]) is not None:
        return *found[tie], True, False
    only_one = act in SINGULAR or (is_put_to_test(question) and act is not None and act not in _OF_MANY)
    return *found[tie], tie != "subject" or only_one, tie != "subject"


# Of these there is one: "Ông A có phải người thay ông B không".
_SUCCESSOR = cues.shape(
    r"\s+(?:(?:có )?(?:phải|đúng)(?: là)?|là)\s+người\s+(?:\S+\s+)?(?:thay|kế nhiệm|đứng đầu|đầu tiên|duy nhất)(?!\w)"
)
# What many do at once, so that others who did it deny nothing.
_OF_MANY = frozenset((Act.ATTEND, Act.MEET, Act.VISIT, Act.HONOUR, Act.GET))


def _end(statement: Sequence[tuple[int, int, str]], text: str) -> int:
    """Return where a statement ends in the claim's text."""
    return next((start for start, end, _ in statement if end == len(text)), len(text.rstrip(" ?.!")))


def _by_whom(before: str, behind: str) -> bool:
    """Tell whether all that is claimed is by whom it was done: "do Sở Y tế chi trả", and no more of it."""
    return _BY.search(before) is not None and _MORE.search(behind) is None


_MORE = cues.shape(r"\s(?:được|bị|diễn ra|tổ chức ở|tổ chức tại|có|là|đã|sẽ)\s")

# Behind whom a claim is about: who that is, or what else is told of him.
_NO_DEED = cues.shape(r"\s*(?:,|là(?!\w)|của(?!\w)|và(?!\w)|cùng(?!\w))")
_OF_WHAT = cues.shape(r"\s+(?:của|bên|ở|thuộc|từ)\s+[^,]{2,40}\s")
_BY = cues.shape(r"(?<!\w)do\s+(?:(?:đích thân|trực tiếp|chính|một mình)\s+)?$")
_IS = cues.shape(r"(?<!\w)(?:là|tên|có phải|có đúng)\s+$")
# Before a day that is part of a name ("mừng ngày 30/4").
_OF_NAME = cues.shape(
    r"(?<!\w)(?:(?:kỷ niệm|mừng|nhân|dịp)\s+(?:\S+\s+){0,3}|(?:lễ|kể từ|từ|đến|tới)\s+|(?:trước|sau)\s+[^,]{0,40})$"
)

_ORDINAL = cues.shape(r"(?<!\w)(?:đợt|lần|thứ|số|khóa|giai đoạn|quý|tập|phần|hạng|lớp|cấp|bàn|nhóm)\s+$")


def _when(day: DateMention) -> str:
    date = day.date
    if day.until is not None or day.anniversary or day.yearly:
        return ""
    if date.day is not None:
        return "ngày nào"
    if date.month is not None:
        return "tháng nào"
    return "năm nào" if fold(day.text).startswith("nam ") else ""


def _statement(question: Question, claim: Claim) -> list[tuple[int, int, str]]:
    """Return what must be put where in a claim's text to make a statement of it."""
    text = question.text
    opens, closes = _OPENS.match(text), _CLOSES.search(text)
    changed = [(0, opens.end(), "")] if opens is not None and opens.end() else []
    if closes is not None:
        changed.append((closes.start(), len(text), ""))
    is_it = _IS_IT.search(text, opens.end() if opens is not None else 0)
    start, end = claim.affirmed
    if is_it is not None:
        changed.append((*is_it.span(), " là "))
    elif (not changed or changed[0][0] > 0) and start and fold(text[start:end]) == "co":
        counts = any(0 <= q.phrase_start - end < 2 for q in numbers_claimed(text))
        changed += [] if counts else [(start, end + 1, "")]  # "có 8 chiếc xe" says that there are
    return changed


def _rewritten(text: str, changed: Sequence[tuple[int, int, str]]) -> str:
    made, at = "", 0
    for start, end, words in sorted(changed):
        if start >= at:
            made += text[at:start] + words
            at = end
    made += text[at:]
    made = " ".join(made.split())
    return made[:1].upper() + made[1:]


def _people(question: Question, named: Sequence[Named]) -> Iterator[tuple[Named, Span]]:
    """Yield the persons of a claim, each with the span of the name and of the offices around it."""
    mentions = [] if question.unaccented else find_people(question.text)
    for person in named:
        if RELATED.search(question.text[: person.start]) is not None:
            continue
        around = next((m for m in mentions if m.start < person.end and person.start < m.end), None)
        span = (person.start, person.end) if around is None else (around.outer_start, around.outer_end)
        if around is None and (title := _TITLE.search(question.text[: person.start])) is not None:
            span = (title.start(), person.end)
        if _INITIAL.match(question.text, span[1] - 2):
            span = (span[0], span[1] + 1)  # "Nguyễn Văn T."
        yield person, span


_INITIAL = compiled_later(rf"[\s.][{UPPER}]\.")
_TITLE = cues.shape(r"(?<!\w)(?:ông|bà|anh|chị|cô)\s+$")


_MOST_DETAILS = 6  # of one claim; each is a question of its own


def settle(
    question: Question,
    named: Sequence[Named],
    found: Candidate | None,
    ask: Callable[[Back], Candidate | None],
) -> Candidate | None:
    """Return the verdict on a claim: what a sentence tells (`found`), weighed against the answers to its details."""
    verdict = "" if found is None or not found.items else found.items[0].text
    dated = found is not None and verdict == NO and len(found.items) > 1 and bool(find_dates(found.items[1].text))
    if verdict == NO and not dated:
        return found
    bears: Candidate | None = None
    asked = asked_back(question, named)[:_MOST_DETAILS]
    for back in asked:
        if back.kind is Kind.PLACE:
            continue
        answer = ask(back)
        same = None if answer is None or (found and found.view is not answer.view) else agrees(back, answer)
        if answer is None or same is None:
            if back.tied and found is not None and verdict == YES and not _is_told_by(question, found, back):
                return None
            continue
        if same and isinstance(back.told, DateMention):
            if other := other_part_of_day(back.told, answer):
                return replace(answer, items=(Item(NO), Item(other)))
            bears = answer
        if not same:
            if isinstance(back.told, DateMention) and _is_in_name(back.told, answer):
                continue
            if verdict == YES and found is not None and not back.only_one and _tells_of(question, found, back):
                return found  # the deed is told of that very person, beside others
            body = isinstance(back.told, str) and back.kind is Kind.PEOPLE
            if body and found is not None and not _in_one(found, answer) and names_body(found, str(back.told)):
                continue
            told = verdict != YES or body or back.tied or _is_told_in_one(found, answer)
            if back.kind is Kind.PEOPLE and not (back.only_one and told):
                return None  # others did it; that this one did not is not told
            return replace(answer, items=(Item(NO), *answer.items))
    # The day of the whole event is not that of the deed.
    settled = replace(bears, items=(Item(YES),)) if dated and bears is not None else found
    at = next((back for back in asked if back.kind is Kind.PLACE), None)
    alone = is_put_to_test(question) and not named
    return settled if at is None else place_claimed.judged(str(at.told), settled, at, ask, alone=alone)


def _is_in_name(told: DateMention, answer: Candidate) -> bool:
    """Tell whether a report has a year as part of a name ("tổng kết công tác năm 2024"), which is no time of a deed."""
    return told.date.month is None and f" {fold(told.text)} " in f" {answer.view.text} "


def _is_told_by(question: Question, found: Candidate, back: Back) -> bool:
    """Tell whether the sentence that seems to bear a claim says that the very one claimed did it.

    By "do ..." or "bởi ..." before the name, or by the claim's verb behind it.
    """
    proof = found.proofs[0]
    folded = proof.view.folded[proof.sentence]
    name = fold(back.told.name if isinstance(back.told, Named) else str(back.told))
    deed = next(
        ([w for w in question.folded[end:].split() if w != "co"][:2] for _, end in word_spans(question.folded, name)),
        [],
    )
    return any(
        _DONE_BY.search(folded[:start]) is not None
        or (len(deed) == _TWO and " ".join(deed) in " ".join(folded[end:].split()[: _TWO + 2]))
        for start, end in word_spans(folded, name)
    )


_DONE_BY = compiled_later(r"(?<!\w)(?:do|boi)(?: \w+){0,8} $")
_TWO = 2  # syllables of the verb behind a name


def _tells_of(question: Question, found: Candidate, back: Back) -> bool:
    return bool(found.person) or _is_told_by(question, found, back)


def _is_told_in_one(found: Candidate | None, answer: Candidate) -> bool:
    """Tell whether the sentence that seemed to bear a claim tells who else did it, and not of the one claimed."""
    return found is not None and not found.person and _in_one(found, answer)


def _in_one(found: Candidate, answer: Candidate) -> bool:
    """Tell whether two candidates are proved by one sentence."""
    return found.view is answer.view and found.proofs[0].sentence == answer.proofs[0].sentence
