"""Who somebody is: "Ai là Lê Văn Tám?", "Ai là Bí thư Tỉnh ủy?", read with the name or the office first."""

from __future__ import annotations

import re

from retrieval.facts.acts import find_acts
from retrieval.language import offices
from retrieval.language.lazy_pattern import built_later, compiled_later
from retrieval.language.names import find_people
from retrieval.language.normalize import accent_tolerant, fold, is_unaccented

_IS_WHO = compiled_later(rf"(?:{accent_tolerant('ai là')})\s+(?P<office>[^?]+)", re.IGNORECASE)


def who_is(text: str) -> str:
    """Return "Ai là ...?" with the office or name first, any other question as it is."""
    match = _IS_WHO.fullmatch(text)
    if match is not None and (is_office_phrase(match["office"]) or _is_name(match["office"])):
        return f"{match['office']} {'la' if is_unaccented(text) else 'là'} ai"
    return text


def _is_name(text: str) -> bool:
    """Tell whether `text` is somebody's whole name and no more ("Ai là Lê Văn Tám?")."""
    # Two syllables alone may be anything's name; behind "ai là" they are somebody's.
    said = text.rstrip()
    return any(
        len(people) == 1 and not people[0].short and people[0].outer_start == 0 and people[0].end == len(spoken)
        for spoken in (said, f"ông {said}")
        if (people := find_people(spoken))
    )


@built_later(())
def _folded_heads() -> re.Pattern[str]:
    words = sorted({fold(h) for h in offices.HEADS if " " in h}, key=len, reverse=True)
    return re.compile(rf"(?:nguyen |cuu |quyen )?(?:{'|'.join(map(re.escape, words))})(?!\w)")


def is_office_phrase(text: str) -> bool:
    """Tell whether `text` is an office with what completes it ("Bí thư Tỉnh ủy Nghệ An"), with accents or without."""
    if offices.HEAD.match(text) is None and _folded_heads().match(fold(text)) is None:
        return False
    head = offices.HEAD.match(text)
    if head is not None and offices.is_weak(head.group()):
        return False
    return not find_acts(text)
