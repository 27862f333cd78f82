"""Questions behind a sentence that says what they are about: "Trường A bị sập. Hiệu trưởng trường này là ai?"

The question is put first, and what was said before follows as what it is about.
"""

from __future__ import annotations

from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Noun, Reader
from retrieval.answering.asking.turning_claims import asks
from retrieval.answering.asking.turning_subjects import find_subject
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import find_people
from retrieval.language.normalize import is_unaccented

# A full stop behind a word, not behind an initial or an abbreviation ("T.", "TP. HCM", "PGS.").
_STOP = compiled_later(r"(?<=[a-zà-ỹđ][a-zà-ỹđ])(?<! tp)(?<! ths)[.!…;]+\s+(?=\w)|(?<=[\d\)\"”])[.!…;]\s+(?=[^\W\d_])")
_LEAST = 3  # words of either sentence


def question_first(text: str) -> str | None:
    """Turn "Trường A bị sập mái. Hiệu trưởng trường này là ai" into "Hiệu trưởng trường A là ai, bị sập mái"."""
    stops = list(_STOP.finditer(text))
    if not stops:
        return None
    told, question = text[: stops[-1].start()].strip(), text[stops[-1].end() :].strip(" ?.!")
    if asks(told) or not asks(question) or min(len(told.split()), len(question.split())) < _LEAST:
        return None
    told = _SAYS_NOTHING.sub("", told).strip(" ,.")
    if not told:
        return question
    people = [p for p in find_people(told) if not p.short]
    if len(people) == 1 and (pronoun := _PRONOUN.match(question)) is not None:
        return f"{pronoun.group()} {people[0].name} {question[pronoun.end() :].lstrip()}, {told}"
    pointer = _pointer(question)
    at = None if pointer is None else _pointed_at(told, pointer.noun)
    if pointer is None or at is None:
        return f"{question}, {told}"
    start, end = at
    rest = f"{told[:start].strip()} {told[end:].strip()}".strip(" ,")
    named = f"{question[: pointer.start]}{told[start:end]}{question[pointer.end :]}"
    return f"{named}, {rest}" if rest else named


_PRONOUN = cues.shape(r"(?:ông|bà|anh|chị|cô)(?=\s+(?:đang|đã|từng|có|giữ|làm|là|nói|phát biểu|dự|hiện)(?!\w))")
_THIS = cues.shape(r"\s(?:này|đó|ấy|kia)(?!\w)")


def _pointer(question: str) -> Noun | None:
    """Return the noun with the word that points ("trường này"), None where a question has none."""
    this = _THIS.search(question)
    noun = Reader(question, strict=not is_unaccented(question)).nearest_noun(this.start()) if this is not None else None
    return replace(noun, end=this.end()) if this is not None and noun is not None and noun.end == this.start() else None


_SAYS_NOTHING = cues.shape(
    r"^(?:(?:xin )?chào[^,.]*|mình (?:đang )?(?:cần|tìm|viết|đọc)[^,.]*|(?:(?:tôi|em|mình) )?(?:nghe nói|được biết|"
    r"đọc thấy)(?: là)?|(?:vừa(?: rồi)?|mới đây)\s+có)"
    r"(?:[,.]\s*|\s+|$)"
)


def _pointed_at(told: str, noun: str) -> tuple[int, int] | None:
    """Return the span in `told` of the noun with its name or what completes it, up to what is said of it."""
    found = next((n for n in Reader(told, strict=not is_unaccented(told)).nouns() if n.noun.endswith(noun)), None)
    if found is None or (subject := find_subject(told, found.start)) is None or not subject.predicate:
        return None
    end = found.start + len(subject.text)
    return (found.start, end) if end > found.end else None
