"""Which one of a series an event is: "lần thứ XIII", "khóa XIV", "HN ngoại giao 31"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.language.cardinals import NUMBER_WORDS_ACCENTED, roman_value, words_value
from retrieval.language.counted import COUNTED, word_table
from retrieval.language.lazy_pattern import built_later, compiled_later
from retrieval.language.normalize import accent_tolerant, fold, is_unaccented, lower_case


@dataclass(frozen=True, slots=True)
class Edition:
    """The number of an event in its series: `text` is `[start:end]` of the text that was searched.

    `number` is the same for Roman, Arabic and spelt numbers. `kind` says of what: "lần" (also for a number right
    after the event's noun), "khóa" (also "nhiệm kỳ thứ"), "kỳ" (họp), "phiên", "năm" ("năm thứ 11") or "lần đầu",
    which may mean no more than that it never happened before. Only numbers of one kind compare.
    """

    start: int
    end: int
    text: str
    number: int
    kind: str = "lần"


# Who may do something twice over: "lần hai bên gặp nhau" numbers no meeting.
_TWO_OF = "bên|nước|người|ông|bà|nhà|đội|miền|quốc|lãnh|vị|đoàn|chị|anh|em|con|vợ|mẹ|cha|cô|bố|đảng|ngày|tháng|năm"
_NAMED_PATTERN = (
    r"(?<!\w)(?:(?P<times>lần\s+thứ|"
    rf"lần(?=\s+(?:\d|[ivxlc]+\b|(?:hai|ba)(?!\w|\s+(?:{_TWO_OF}))))|thứ(?=\s+[ivxlc]+\b))"
    r"|(?P<term>(?:nhiệm\s+)?(?:kỳ|kì)\s+thứ|khóa(?:\s+thứ)?)"
    r"|(?P<session>(?:kỳ|kì)\s+họp(?:\s+(?:lần\s+)?thứ|\s+lần)?)"
    r"|(?P<sitting>phiên\s+(?:họp|thứ)(?:\s+(?:lần\s+)?thứ|\s+lần)?)|(?P<year>năm\s+thứ))\s+"
    rf"(?P<number>\d{{1,3}}|[ivxlc]+|nhất|nhì|tư|{NUMBER_WORDS_ACCENTED})"
    r"(?![\w/%]|[.,\-–]\d|\s+(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))"
)


@built_later((False,), (True,))
def _named(plain: bool) -> re.Pattern[str]:
    return re.compile(accent_tolerant(_NAMED_PATTERN) if plain else _NAMED_PATTERN)


_FIRST_TIME = compiled_later(r"(?<!\w)lần\s+đầu(?:\s+tiên)?(?!\w)")
_FIRST_TIME_PLAIN = compiled_later(accent_tolerant(_FIRST_TIME.pattern))
# A number right after the noun of an event and at most four words of its name: "HN ngoại giao 31", "Đại hội XIII".
_EVENTS = word_table(
    "hội_nghị hn đại_hội đh hội_thảo diễn_đàn liên_hoan lễ_hội festival hội_chợ sea_games para_games asiad olympic "
    "cuộc_thi triển_lãm asean apec asem hội_nghị_trung_ương trung_ương tw"
)
_BETWEEN_STOP = word_table(
    "ngày tháng năm sáng chiều tối đêm trưa lúc có gồm với được đã tại ở từ đến vào hơn gần khoảng trên do là "
    "của số cho "
    "thứ lần và quận phường tầng nghị_quyết nghị_định quý tuần sau trước trong bàn về dự thu_hút trao "
    "giai_đoạn nhiệm_kỳ "
    "hôm thị_trấn đường điều thế_kỷ thập_niên"
)
_AFTER_EVENT = compiled_later(
    rf"(?<!\w)(?:{_EVENTS})(?P<between>(?:\s+(?!(?:{_BETWEEN_STOP})(?!\w))[^\W\d_]+){{0,4}})\s+"
    rf"(?P<number>[1-9]\d{{0,2}}|[ivxlc]+)(?!\w|[/%]|[.,:\-–]\d|\s*(?:{COUNTED})(?!\w)|\s*[-–]\s*\d)",
)
_HINT = compiled_later(accent_tolerant(r"(?<!\w)(?:lần|kỳ|kì|khóa|phiên|thứ)(?!\w)|\d|(?<!\w)[ivxlc]+(?!\w)"))
_ORDINALS = {"nhat": 1, "nhi": 2, "tu": 4}


def find_editions(text: str) -> list[Edition]:
    """Return the editions named in `text` (in reading form, or folded), in order."""
    lowered = lower_case(text)
    if _HINT.search(lowered) is None:
        return []
    found: list[Edition] = []
    plain = is_unaccented(text)
    for match in _named(plain).finditer(lowered):
        number = _number(match["number"])
        kind = _kind(match)
        if number is not None:
            found.append(Edition(match.start(), match.end(), text[match.start() : match.end()], number, kind))
    for match in (_FIRST_TIME_PLAIN if plain else _FIRST_TIME).finditer(lowered):
        found.append(Edition(match.start(), match.end(), text[match.start() : match.end()], 1, "lần đầu"))
    for match in _AFTER_EVENT.finditer(lowered):
        written = text[match.start("number") : match.end("number")]
        number = int(written) if written.isdigit() else roman_value(written.upper())
        if match["between"][-2:-1] == " ":
            continue  # "hội nghị G 20" is a name
        # Single letters in lower case are words or initials ("hội nghị c", "i").
        if number is None or (not written.isdigit() and not written.isupper() and len(written) < 2):
            continue
        if any(e.start <= match.start("number") < e.end for e in found):
            continue
        found.append(Edition(match.start("number"), match.end("number"), written, number))
    return sorted(found, key=lambda e: e.start)


def _kind(match: re.Match[str]) -> str:
    kinds = {"times": "lần", "term": "khóa", "session": "kỳ", "sitting": "phiên", "year": "năm"}
    return next(kind for group, kind in kinds.items() if match[group])


def _number(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    roman = roman_value(written.upper())
    if roman is not None:
        return roman
    return _ORDINALS.get(fold(written)) or words_value(written)
