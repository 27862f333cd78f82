"""Which persons a question names: known names in any spelling or by a part, and names that no report has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.addressed import is_subject, low_name, person_addressed
from retrieval.answering.evidence.collection import Collection
from retrieval.answering.evidence.places_asked import looks_typed_low
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.likeness import is_likeness
from retrieval.language.names import FAMILY_NAMES, find_people, is_vietnamese_syllable
from retrieval.language.normalize import fold, reading_form


@dataclass(frozen=True, slots=True)
class Named:
    """A person named in the question: the key of a known name ("" when no report names the person), and the span.

    `name` is written as the reports do, where they know it.
    """

    key: str
    name: str
    start: int
    end: int


_WORD = compiled_later(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_FOLDED_FAMILIES = frozenset(fold(f) for f in FAMILY_NAMES)


def people_named(question: Question, collection: Collection) -> tuple[Named, ...]:
    """Return the persons named in `question`: known names in any spelling, then names that no report has."""
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(question.folded)]
    low = question.unaccented or looks_typed_low(question.text)
    found: list[Named] = []
    position = 0
    while position < len(words):
        hit = _known(words, position, question, collection, low)
        if hit is None:
            position += 1
            continue
        named, length = hit
        if not is_likeness(question.text, named.start, named.end):
            found.append(named)
        position += length
    if not question.unaccented:
        for mention in find_people(question.text):
            if any(n.start < mention.end and mention.start < n.end for n in found):
                continue
            if _PAIR.fullmatch(mention.name):
                found.extend(_each_of_pair(mention.name, mention.start, collection))
                continue
            if _is_named_after(question, mention.start):
                continue
            close = _close_name(mention.name, collection)
            if close:
                found.append(Named(close, mention.name, mention.start, mention.end))
            elif not mention.short or (
                not is_vietnamese_syllable(mention.name) and not _somewhere(mention.name, collection)
            ):
                found.append(Named("", mention.name, mention.start, mention.end))
            elif (single := _by_part(mention.name, mention.honorific, collection)) is not None:
                found.append(Named(single, mention.name, mention.start, mention.end))
            elif (
                is_subject(question, mention.outer_start)
                and (one := person_addressed(mention.name, question, collection)) is not None
            ):
                found.append(Named(one, mention.name, mention.start, mention.end))
    if not found and (span := low_name(question)) is not None:
        name = question.text[slice(*span)]
        if (one := person_addressed(name, question, collection)) is not None:
            found.append(Named(one, name.title(), *span))
    return tuple(sorted(found, key=lambda n: n.start))


def meant_otherwise(typed: str, question: str, named: Sequence[Named], collection: Collection) -> list[str]:
    """Return the names that `question` was read to have and that were `typed` otherwise, as the reports write them.

    Left-out marks, hyphens and other parts of a name are no other name; what a report writes so is none either.
    """
    letters = reading_form(typed).lower()
    bare = fold(letters)
    found: dict[str, None] = {}
    for one in named:
        if not one.key:
            continue
        name = collection.spellings[one.key]
        written = question[one.start : one.end].lower()
        at = bare.find(fold(written)) if len(bare) == len(letters) else -1
        as_typed = letters[at : at + len(written)] if at >= 0 else ""
        if at >= 0 and letters[at + len(written) :][:1].isalpha():
            found[name] = None  # a letter too many at the end
            continue
        same_letters = _run_of_words(written) in _run_of_words(name) and _run_of_words(written) in _run_of_words(typed)
        if same_letters and (as_typed.isascii() or _is_so_called(one.key, as_typed, collection)):
            continue
        found[name] = None
    return list(found)


def _run_of_words(text: str) -> str:
    """Return the words of a text in bare letters, without what parts them."""
    return _SIGNS.sub("", fold(text))


def _is_so_called(key: str, written: str, collection: Collection) -> bool:
    """Tell whether a report has a name with these marks, or one that this is a part of."""
    return collection.people.is_spelled(key, written) or _bare_of_signs(written) in _bare_of_signs(
        collection.spellings[key]
    )


# Two persons joined as the two sides of a meeting ("cuộc gặp Trump - Putin").
_PAIR = compiled_later(rf"[{UPPER}]\w+\s[-–]\s[{UPPER}]\w+")
_WORD_OF_PAIR = compiled_later(r"\w+")


def _each_of_pair(name: str, start: int, collection: Collection) -> list[Named]:
    """Return those of the two persons of a pair whom the reports know; who is not known binds nothing."""
    found = []
    for word in _WORD_OF_PAIR.finditer(name):
        key = _by_part(word.group(), "", collection)
        if key is not None:
            found.append(Named(key, word.group(), start + word.start(), start + word.end()))
    return found


def _known(
    words: list[tuple[str, int, int]], position: int, question: Question, collection: Collection, low: bool
) -> tuple[Named, int] | None:
    """Return the known name that begins at a word of the question, and how many words it has.

    `low` tells that the question was typed without capitals.
    """
    if not low and not _capital(question, words[position][1]):
        return None
    most = min(collection.longest_name + 2, 7, len(words) - position)
    letters = [w if w.isalnum() else re.sub(r"[\W_]", "", w) for w, _, _ in words[position : position + most]]
    known = [length for length in range(most, 0, -1) if "".join(letters[:length]) in collection.names]
    may_be_slip = words[position][0] in _FOLDED_FAMILIES
    named_after = (bool(known) or may_be_slip) and _is_named_after(question, words[position][1])
    for length in () if named_after else known:
        stretch = words[position : position + length]
        if _is_parted(stretch, question):
            continue
        # The last syllables of a longer name may have lost their capital with the accents that they were given.
        marked = [_capital(question, start) for _, start, _ in stretch]
        if not low and not (all(marked) or (length > 2 and marked[0])):
            continue
        key = "".join(letters[:length])
        if _is_doubtful(key, collection):
            continue
        name = collection.spellings[key]
        start, end = stretch[0][1], stretch[-1][2]
        if length == 1 and (
            " " in name or len(key) < 4 or is_vietnamese_syllable(key) or (low and key in _WORDS_NOT_NAMES)
        ):
            continue
        if length == 2 and not low and not _written_so(key, question.text[start:end], collection):
            continue  # "Thủy Nguyên" is no Thủy Nguyễn
        # Two bare syllables are too often everyday words ("van hien"): without capitals only a longer name is one.
        if length == 2 and low and all(is_vietnamese_syllable(w) for w, _, _ in stretch):
            continue
        return Named(key, name, start, end), length
    for length in (4, 3) if may_be_slip and not named_after else ():
        stretch = words[position : position + length]
        if len(stretch) < length or _is_parted(stretch, question):
            continue
        if not low and not all(_capital(question, start) for _, start, _ in stretch):
            continue
        close = _close_name(question.text[stretch[0][1] : stretch[-1][2]], collection)
        if close:
            return Named(close, collection.spellings[close], stretch[0][1], stretch[-1][2]), length
    return None


def _is_parted(stretch: Sequence[tuple[str, int, int]], question: Question) -> bool:
    """Tell whether words of a question do not stand together ("Châu Thành, Long An")."""
    return any(b[1] - a[2] > 3 or "," in question.text[a[2] : b[1]] for a, b in pairwise(stretch))


def _written_so(key: str, written: str, collection: Collection) -> bool:
    """Tell whether a name stands in the question with the marks that a report has, or without any."""
    return written.isascii() or collection.people.is_spelled(key, written)


def _is_doubtful(key: str, collection: Collection) -> bool:
    """Tell whether what a few reports took for somebody's name is none in nearly all others that have its words.

    Of thousands of reports some read a country or a company as a person. A family name with two names after it is no
    such thing, nor is a part of a longer name ("Putin").
    """
    words = collection.spellings[key].lower().replace("-", " ").split()
    if len(words) > 2 and fold(words[0]) in _FOLDED_FAMILIES:
        return False
    if len(words) == 1 and any(
        len(k) > len(key) and not _is_doubtful(k, collection) for k in collection.keys_with(key)
    ):
        return False
    if all(map(is_vietnamese_syllable, words)):
        # Of bare syllables there are too many: what the index has as one word, with its marks, is looked up.
        found = collection.counts(("_".join(words),), ())[0]
    else:
        found = collection.counts((), [fold(" ".join(pair)) for pair in pairwise(words)] or words)[1]
    return len(collection.names[key]) < _MOSTLY_ELSE * min(found)


_MOSTLY_ELSE = 0.06  # reports that read a name to passages that have its words, below which it is mostly none
# Before a name these make it a school's, a street's or a fund's: somebody else's name a slip away is not meant.
_NAMED_AFTER = compiled_later(
    r"(?<!\w)(?:tiểu học|mầm non|thcs|thpt|trung học|trường|đại học|đường|phố|bệnh viện|giải thưởng|quỹ|cầu|bảo tàng|"
    r"công viên|chung cư|rạp|nhà hát)\s+$",
    re.IGNORECASE,
)
# The same in bare letters, without the words that are others as well ("Bộ trưởng").
_NAMED_AFTER_BARE = compiled_later(
    r"(?<!\w)(?:tieu hoc|mam non|thcs|thpt|trung hoc|dai hoc|benh vien|giai thuong|bao tang|cong vien|chung cu|"
    r"nha hat)\s+$"
)


def _is_named_after(question: Question, start: int) -> bool:
    """Tell whether the name at `start` is that of a school, a street or a fund."""
    pattern = _NAMED_AFTER_BARE if question.unaccented else _NAMED_AFTER
    return pattern.search(question.text[:start]) is not None


# Single foreign words that are names of people in some report and things in most questions.
_WORDS_NOT_NAMES = frozenset(("festival", "world", "asean", "facebook", "google", "boeing", "mekong", "internet"))


def _capital(question: Question, start: int) -> bool:
    return question.text[start].isupper()


def _close_name(written: str, collection: Collection) -> str | None:
    """Return the key of the one known name that differs from `written` by one slip of the hand.

    What is written with accents must be as close with them: "Trần Văn Tố" is no slip of "Trần Văn Thọ".
    """
    folded = fold(written)
    words = folded.replace("-", " ").split()
    key = re.sub(r"[\W_]", "", folded)
    if key in collection.names:
        return key
    if len(words) < 2 or len(key) < 8 or (len(words) == 2 and all(map(is_vietnamese_syllable, words))):
        return None
    # One slip leaves all words but one as they are: of three or more, any but that with the most names finds the name.
    having = sorted((collection.keys_with(word) for word in words), key=len)
    likely = {k for keys in (having[:-1] if len(words) > 2 else having) for k in keys}
    alike = [k for k in likely if -1 <= len(k) - len(key) <= 1]
    close = [k for k in alike if OSA.distance(k, key, score_cutoff=1) <= 1]
    if not written.isascii():
        close = [
            k for k in close if OSA.distance(_bare_of_signs(collection.spellings[k]), _bare_of_signs(written)) <= 1
        ]
    return close[0] if len(close) == 1 else None


def _bare_of_signs(name: str) -> str:
    return _SIGNS.sub("", name.lower())


_SIGNS = compiled_later(r"[\W_]")


def _somewhere(name: str, collection: Collection) -> bool:
    return bool(collection.keys_with(fold(name)))


def _by_part(name: str, honorific: str, collection: Collection) -> str | None:
    """Return the one known person whose given name (or any part of a foreign name) is `name`."""
    wanted = fold(name)
    fits: dict[str, list[str]] = {}
    for key in collection.keys_with(wanted):
        parts = fold(collection.spellings[key]).replace("-", " ").split()
        if parts[-1] == wanted or not all(map(is_vietnamese_syllable, parts)):
            fits[key] = parts
    # "D. Miller" is no second person beside "David Miller".
    initials = {key: parts[0][0] for key, parts in fits.items() if len(parts[0].strip(".")) == 1}
    whole = [k for k, parts in fits.items() if k not in initials]
    if len(whole) == 1 and all(letter == fits[whole[0]][0][0] for letter in initials.values()):
        return whole[0]
    return next(iter(fits)) if len(fits) == 1 else None
