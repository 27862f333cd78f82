"""How many people a question of "who" expects: one, several, the two of a meeting, or a number that it says."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import nouns_beside
from retrieval.language.normalize import fold

_NUMBERS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "2": 2, "3": 3, "4": 4, "5": 5}

# A number before the noun, perhaps with words of respect between ("hai vị tướng nào").
_NUMBER_BEFORE = cues.shape(
    r"(?<!\w)(?P<number>hai|ba|bốn|(?<!sang )năm|[2-5])(?:\s+(?:vị|nhà|ông|người|nữ|nam|cựu|nguyên|đồng chí))*\s*$"
)
_NUMBER_FIRST = cues.shape(r"(?P<number>hai|ba|bốn|[2-5])\s+(?!chuyên|ngày|bên|phía|nước|năm|tháng|tuần|giờ)")
_NUMBER_IN_PHRASE = cues.shape(r"(?P<number>hai|ba|bốn)\s")
# "đại diện hai bên": not what two sides do in what somebody said ("ai nói hy vọng hai bên giữ đối thoại").
_BOTH = (
    "mỗi bên", "(?:nào|ai) của hai (?:bên|nước)",
    "(?:đại diện|thay mặt|lãnh đạo|trưởng đoàn|phía|của|giữa|cả) hai bên", "giữa những ai",
    "giữa ai (?:với|và) ai", "giữa ai",
)  # fmt: skip


def number_asked(question: Question) -> int:
    """Return how many people the question says there are ("hai nhà lãnh đạo nào", "đại diện mỗi bên"), or 0."""
    if "noun" in question.aspects and (m := _NUMBER_BEFORE.search(question.text[: question.cue[0]])) is not None:
        return _NUMBERS[fold(m.group("number"))]
    if "org" not in question.aspects:
        if (m := _NUMBER_IN_PHRASE.match(question.text, question.cue[0])) is not None:
            return _NUMBERS[fold(m.group("number"))]
        if {"plural", "noun"} & question.aspects and (m := _NUMBER_FIRST.match(question.text)) is not None:
            return _NUMBERS[fold(m.group("number"))]
    return 2 if cues.search(_BOTH, question.text) else 0


_BETWEEN = cues.shape(r"(?<!\w)giữa\s+(?:những|các|hai)?\s*(?:vị|nhà|ông)?\s*$")


def is_between(question: Question) -> bool:
    """Tell whether both sides of a meeting are asked for ("là giữa những nhà lãnh đạo nào")."""
    return (
        _BETWEEN.search(question.text[: question.cue[0]]) is not None
        or re.match(r"(?i)giữa|giua", question.text[question.cue[0] :]) is not None
    )


_MANY = ("những", "các", "hai", "ba", "mỗi bên", "hai bên")


def is_plural(question: Question) -> bool:
    """Tell whether the question allows several people."""
    around = question.text[max(0, question.cue[0] - 12) : question.cue[1]]
    return (
        bool({"plural", "others"} & question.aspects)
        or cues.MENTIONED.match(question.text[question.cue[1] :].lstrip()) is not None
        or bool(nouns_beside(question))
        or cues.search(_MANY, around) is not None
    )


_SEVERAL = cues.shape(
    r"(?<!\w)(?:những|các|mấy|hai|ba|bốn)(?:\s+(?:vị|nhà|ông|người|nữ|nam|cựu|nguyên|tân|đồng chí))*\s*$"
)
# Of two nouns the first has the word: "những lãnh đạo, quan chức nào".
_SEVERAL_NOUNS = cues.shape(
    r"(?<!\w)(?<!ngoài )(?<!cùng )(?<!với )(?<!sau )(?:những|các)(?:\s+[^\s,;:?.]+){1,3}\s*(?:,|\s(?:và|hay|hoặc))\s*$"
)
_SEVERAL_FIRST = cues.shape(r"(?:những|các|mấy)(?!\w)")
_WHO_AND_WHO = cues.shape(r"(?<!\w)ai(?!\w)[^?]{0,40}?\s(?:và|với|cùng)\s+(?:\S+\s+)?ai(?!\w)")


def is_several(question: Question) -> bool:
    """Tell whether the question says that there are several people ("những ai", "hai vị nào", "ai và ai")."""
    return (
        number_asked(question) > 1
        or _SEVERAL.search(question.text[: question.cue[0]]) is not None
        or ("noun" in question.aspects and _SEVERAL_NOUNS.search(question.text[: question.cue[0]]) is not None)
        or _SEVERAL_FIRST.match(question.text, question.cue[0]) is not None
        or _WHO_AND_WHO.search(question.text) is not None
    )
