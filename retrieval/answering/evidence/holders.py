"""Who holds an office that a question names without a name: "Tổng Bí thư", "Chủ tịch tỉnh Bắc Ninh"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_is import is_office_phrase
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.language import offices
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.patterns import has_word
from retrieval.language.place_names import one_name
from retrieval.language.places import is_place

# Words that an office may have or lack without being another ("Chủ tịch (UBND) tỉnh", "Thủ tướng (Chính phủ)").
_OPTIONAL = frozenset(
    ("ubnd", "uy", "ban", "nhan", "dan", "chinh", "phu", "nuoc", "chxhcn", "viet", "nam", "trung", "uong", "dang",
     "bo", "tinh", "thanh", "pho", "tp", "cua", "cong", "san")
)  # fmt: skip
_LEAD = cues.shape(r"^\s*(?:(?:thế|vậy|còn|liệu|có phải|phải chăng|hôm đó|ngài|đồng chí|đ/c|vị|ông|bà)\s+)*")
_MOST_WORDS = 9


def office_asked(about: str) -> str:
    """Return the office that `about`, what stands before "có", names and nothing more; "" when it is none."""
    phrase = about.split(",")[-1].strip()
    phrase = phrase[_LEAD.match(phrase).end() :].strip()  # type: ignore[union-attr]  # the pattern matches anything
    if not phrase or len(phrase.split()) > _MOST_WORDS or not is_office_phrase(phrase) or _ends_in_name(phrase):
        return ""
    return phrase


def _ends_in_name(phrase: str) -> bool:
    """Tell whether a foreign name ends the phrase ("Trưởng đoàn Nhật Umemoto"): then it names a person."""
    last = phrase.split()[-1]
    return last.istitle() and last.isalpha() and not is_vietnamese_syllable(last) and not is_place(last)


def _head(office: str) -> str:
    """Return the head of an office in bare letters: "pho thu tuong" of "Phó Thủ tướng Chính phủ"."""
    found = offices.HEAD.match(office)
    return fold(found.group()) if found is not None else ""


def holds(office: str, asked: str) -> bool:
    """Tell whether `office`, as a report writes it, is the office `asked`, perhaps with more or fewer words.

    The heads must be the same ("Thường trực Ban Bí thư" is no "Tổng Bí thư"), and what one has beyond the other may
    only complete it: of two bodies named each must have the other's words.
    """
    own, wanted = tokens(fold(one_name(office))), tokens(fold(one_name(asked)))
    head = _head(office)
    if not head or wanted[: len(tokens(head))] != tokens(head):
        return False
    rest_own = set(own[len(tokens(head)) :])
    rest_wanted = set(wanted[len(tokens(head)) :])
    return rest_wanted - _OPTIONAL <= rest_own or not rest_own - _OPTIONAL


def bears(office: str, asked: str) -> bool:
    """Tell whether `office` is `asked` for certain: a bare "Bộ trưởng" may be any minister, and "Thủ tướng" is ours."""
    head = len(tokens(_head(office)))
    own, wanted = (set(tokens(fold(one_name(one)))[head:]) - _OPTIONAL for one in (office, asked))
    return holds(office, asked) and wanted <= own and (bool(wanted) or not own)


@dataclass(frozen=True, slots=True)
class Holders:
    """The people of a document who hold an office (keys), the plainest title first, and the sentences that name it."""

    keys: tuple[str, ...]
    sentences: tuple[int, ...]

    @classmethod
    def of(cls, view: View, asked: str) -> Holders:
        """Return who holds the office `asked` in `view`."""
        fitting: list[tuple[int, int, str]] = []
        for key, person in view.facts.people.items():
            if key != person.key:
                continue
            lengths = [len(o.split()) for o in person.offices if holds(o, asked)]
            if lengths:
                fitting.append((abs(min(lengths) - len(asked.split())), -len(person.sentences), key))
        fitting.sort()
        phrase, not_after = fold(asked), ("pho ", "nguyen ", "cuu ")
        named = tuple(i for i, text in enumerate(view.folded) if has_word(text, phrase, not_after=not_after))
        return cls(tuple(key for _, _, key in fitting), named)


@dataclass(frozen=True, slots=True)
class Holding:
    """An office, and who is known to hold it (keys): in other reports the same person may have but a part of it."""

    office: str
    keys: frozenset[str]

    @classmethod
    def of(cls, office: str, views: Sequence[View]) -> Holding:
        """Return who holds `office` by the reports `views`, which are in the order of how well they fit.

        Where none has the whole office ("Bí thư Hải Phòng" is "Bí thư Thành ủy" there), by the first that may mean it:
        it speaks of Hải Phòng.
        """
        sure = {
            person.key
            for view in views
            for person in view.facts.people.values()
            if any(bears(o, office) for o in person.offices)
        }
        beyond = [t for t in tokens(fold(office))[len(tokens(_head(office))) :] if t not in _OPTIONAL]
        speaking = [view for view in views if beyond and f" {' '.join(beyond)} " in view.text]
        loose = next((keys for view in speaking if (keys := Holders.of(view, office).keys)), ())
        return cls(office, frozenset(sure or loose[:1]))

    def keys_in(self, view: View) -> set[str]:
        """Return who holds the office in a report."""
        people = view.facts.people
        return {k for k in self.keys if k in people and any(holds(o, self.office) for o in people[k].offices)}


def office_of_subject(question: Question) -> str:
    """Return the office whose holder's events are asked for ("Thủ tướng đã dự những hội nghị nào"), "" for none."""
    act = next((a for a in question.acts if a.start < question.cue[0]), None)
    if question.kind is not Kind.EVENTS or act is None or not _SEVERAL.search(question.text[: question.cue[0]]):
        return ""
    return office_asked(_AUXILIARY.sub("", question.text[: act.start].strip()))


_SEVERAL = cues.shape(r"(?<!\w)(?:những|các)\s+$")
_AUXILIARY = cues.shape(r"(?:\s+(?:đã|từng|sẽ|có|vừa))+$")
