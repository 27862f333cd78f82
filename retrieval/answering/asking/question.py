"""What a question asks, and under which constraints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from retrieval.answering.asking.chat import tidy
from retrieval.answering.asking.kinds import classify
from retrieval.answering.asking.turning_claims import with_detail
from retrieval.answering.model import Kind
from retrieval.errors import QuestionError
from retrieval.facts.acts import Act, ActMention, find_acts
from retrieval.language.dates import DateMention, find_dates
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, is_unaccented, reading_form
from retrieval.language.numerals import Edition, find_editions

LONGEST = 2_000  # characters


@dataclass(frozen=True, slots=True)
class Question:
    """A question, analysed.

    `text` is its reading form without chat padding, `folded` the same in bare letters (same offsets). `kind` is what
    is asked, `focus` the noun asked for ("thành phố", "phiên họp ..."), `cue` the span of the question words in `text`.
    `aspects` refine the kind:

    - people: "office" (whose office it is), "org" (organisations), "object" (to whom it is done), "plural", "others"
      (besides those named), "noun" (by a noun: "bộ trưởng nào"), "name" (a name), "choice" (one of those named);
    - events: "on" (what is on at a time: "hôm nay có họp gì không");
    - dates: "year", "month", "time", "part" (of the day), "start_end"; counts: "duration", "ordinal";
    - things: "name", "choice", "number" (the number that it bears: "chuyến bay số mấy"), "loose" (a matter without a
      name of its own, which a whole sentence may tell);
    - any kind: "off_subject" (nothing that reports tell; with "greeting", "thanks", "farewell", "english" or
      "about_bot" where it is that), "age" (asks for an age or a birthday, which must be told by that very word).
    """

    text: str
    folded: str
    kind: Kind
    aspects: frozenset[str] = frozenset()
    focus: str = ""
    cue: tuple[int, int] = (0, 0)
    acts: tuple[ActMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    editions: tuple[Edition, ...] = ()
    unaccented: bool = False
    original: str = field(default="", compare=False)
    besides: tuple[str, ...] = ()  # names that earlier answers gave, where others are asked for ("còn ai nữa?")

    @property
    def act_set(self) -> frozenset[Act]:
        """The acts that the question names."""
        return frozenset(a.act for a in self.acts)


_REPEATED_SIGN = compiled_later(r"([^\w\s])(?:\s*\1){3,}")  # "????", ", , , ,"

# "dự dự dự dự": one word, or two or three, said over and over.
_REPEATED_WORDS = compiled_later(r"(?<!\w)(\w+(?: \w+){0,2}?)(?: \1(?!\w)){3,}")


@lru_cache(maxsize=256)  # a question is read several times on its way to an answer
def check(text: str) -> str:
    """Return the reading form of a question; QuestionError when it is empty, too long, or not text."""
    if len(text) > LONGEST:
        raise QuestionError(
            f"Câu hỏi dài {len(text)} ký tự; xin hỏi ngắn hơn {LONGEST} ký tự.",
            f"The question has {len(text)} characters; please ask in fewer than {LONGEST}.",
        )
    # Half a surrogate pair, as a broken terminal sends it, is no letter and cannot be encoded.
    formed = " ".join(reading_form(text.encode("utf-8", "replace").decode()).split())
    formed = _REPEATED_WORDS.sub(r"\1", _REPEATED_SIGN.sub(r"\1", formed))
    if not formed:
        raise QuestionError(
            "Câu hỏi trống; xin gõ một câu hỏi, ví dụ: Ai chủ trì hội nghị?",
            "The question is empty; please type one, such as: Ai chủ trì hội nghị?",
        )
    if not any(c.isalpha() for c in formed):
        raise QuestionError(
            "Câu hỏi không có chữ nào; xin gõ một câu hỏi, ví dụ: Ai chủ trì hội nghị?",
            "There is no word in the question; please type one, such as: Ai chủ trì hội nghị?",
        )
    return formed


# Verbs of one syllable that without accents are usually something else ("hội", "thẩm", "nội", "kỷ"): what must stand
# before or after them to be believed (with a "must not": both). Folded; a verb that is not here is believed.
SHORT_VERBS: dict[str, tuple[str, str]] = {  # verb: (pattern before, pattern after)
    "du": (r"", r"(?!lich |an |khach |hoc |co |ky |thao |kien |bao |so )"),
    "noi": (
        r"(?:ai|da|co|ong|ba|tung|lai|duoc|tuong|truong|thong)",
        r"(?:gi|ve|rang|cau|voi|chuyen|loi|day|nhu|la|mot)(?!\w)",
    ),
    "ky": (
        r"(?:da|se|cung|le|duoc|ai|ben|dai dien|hai ben|dat but)",
        r"(?:hop|ket|thoa|hiep|bien|vay|khoan|ban|van|gi)(?!\w)",
    ),
    "nhan": (r"(?:da|ai|duoc|vinh du|len|don)", r"(?:giai|huan|bang|qua|thuong|danh|giay|quyet|co|hoa)(?!\w)"),
    "tham": (
        r"(?:sang|den|toi|di|chuyen|chinh thuc|cap nha nuoc|da|loi moi)",
        r"(?!phan |du |gia |van |tra |quyen |muu |tan |nhung )",
    ),
    "tang": (r"(?:da|trao|duoc|ai|se|phong)", r"(?:hoa|qua|bang|thuong|tien|\d|huan|cho|ai|co|1)"),
    "don": (r"(?:da|le|ra|tiep|ai|nghi le|chuyen)", r"(?!vi |thu |gian |kien |xin |tu )"),
    "hoi": (r"(?:da|ai|phong vien|cu tri)", r"(?:ve|rang|ai|gi|thu tuong|bo truong)(?!\w)"),
    "chuc": (r"(?:da|gui loi|loi|den|toi)", r"(?:mung|tet|tho|suc)(?!\w)"),
    "cap": (r"(?:duoc|da|ai)", r"(?:bang|giay|chung|phep)(?!\w)"),
    "gan": (r"(?:da|duoc|ai|nguoi)", r"(?:huan|huy|bien)(?!\w)"),
    "ke": (r"(?:da|ai|ong|ba)", r"(?:lai|ve|rang|chuyen)(?!\w)"),
    "vi": (r"(?:ai|nguoi nao)", r"(?!$)"),
    "to": (r"(?:ai|nguoi nao)", r"(?!$)"),
    "che": (r"(?:ai|nguoi nao|da)", r"(?!$)"),
    "dan": (r"(?:ai|nguoi nao|da)", r"(?!$)"),
    "viet": (r"(?:ai|da|ong|ba|tung|nguoi nao)", r"(?:tren|rang|trong)(?!\w)"),
    "khai": (r"(?:ai|da|ong|ba|tung|bi cao|nguoi nao)", r"(?:rang|tai toa|voi|ten|ve|gi)(?!\w)"),
    "hua": (r"(?:ai|da|ong|ba|tung)", r"(?:se|rang|gi)(?!\w)"),
    "doa": (r"(?:ai|nguoi nao|da|de)", r"(?!$)"),
    "neu": (r"(?:da|ai|duoc)", r"(?:ro|ten|y|van de|bat)(?!\w)"),
}  # fmt: skip


def _stands_alone(act: ActMention, folded: str) -> bool:
    """Tell whether a verb of one syllable, typed without accents, can be believed to be that verb."""
    if act.verb not in SHORT_VERBS:
        return True
    before, after = SHORT_VERBS[act.verb]
    following = re.match(after, folded[act.end :].lstrip() + " ") is not None
    if after.startswith("(?!"):
        return following and (not before or re.search(rf"(?<!\w){before}\s+$", folded[: act.start]) is not None)
    return following or re.search(rf"(?<!\w){before}\s+$", folded[: act.start]) is not None


@lru_cache(maxsize=256)  # a question is read several times on its way to an answer
def analyse(question: str) -> Question:
    """Return what `question` asks; QuestionError when it is no question that can be read."""
    tidied = tidy(check(question))
    text = _with_slashes(tidied.text)
    reading = classify(text, soft=tidied.soft)
    if reading.kind is Kind.PASSAGE and question.rstrip().endswith("?") and (claim := with_detail(text)) is not None:
        text = tidy(claim).text
        reading = classify(text)
    folded = fold(text)
    unaccented = is_unaccented(text)
    cue = reading.cue
    dates = tuple(d for d in find_dates(text) if d.date.is_known or d.lunar or d.relative)
    if "part" in reading.aspects:  # "buổi sáng hay buổi chiều ngày 14/12" binds the day alone
        dates = tuple(replace(d, part_of_day=None) for d in dates)
    return Question(
        text=text,
        folded=folded,
        kind=reading.kind,
        aspects=reading.aspects | tidied.aspects,
        focus=reading.focus,
        cue=cue,
        acts=tuple(a for a in _acts(text, folded, unaccented) if not cue[0] <= a.start < cue[1]),
        dates=dates,
        editions=tuple(find_editions(text)),
        unaccented=unaccented,
        original=question,
    )


_POINT = compiled_later(r"(?<=\d)\.(?=\d)")


def _with_slashes(text: str) -> str:
    """Return a question whose dates have slashes for points ("sáng 28.8"), as reports write them; offsets kept."""
    for date in find_dates(text) if _POINT.search(text) else ():
        text = text[: date.start] + _POINT.sub("/", text[date.start : date.end]) + text[date.end :]
    return text


def _acts(text: str, folded: str, unaccented: bool) -> list[ActMention]:
    """Return the verbs of acts; in a half-accented question also verbs of several syllables typed without accents."""
    if unaccented:
        return [a for a in find_acts(folded, folded=True) if " " in a.verb or _stands_alone(a, folded)]
    found = find_acts(text)
    bare = [
        a
        for a in find_acts(folded, folded=True)
        if " " in a.verb
        and text[a.start : a.end].isascii()
        and not any(f.start < a.end and a.start < f.end for f in found)
    ]
    return sorted([*found, *bare], key=lambda a: a.start)
