"""Sentences and words of Vietnamese text, by underthesea, with offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.language import underthesea_parts
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER

# Words of the domain that the segmenter would split or merge wrongly.
DOMAIN_WORDS = ("điểm cầu", "ban bí thư", "bí thư", "phó bí thư", "phiên họp", "chuyên đề")

# A full stop after one of these does not end a sentence ("TP. Hồ Chí Minh", "PGS, TS. Nguyễn Viết Thông").
ABBREVIATIONS = (
    "tp", "tx", "tt", "gs", "pgs", "ts", "tskh", "ths", "bs", "ks", "cn", "lm", "đ/c", "đc", "ô", "st", "mr", "mrs",
    "ms", "dr", "prof", "jr", "sr", "no", "vs", "q", "p", "h", "x", "nxb", "ubnd", "hđnd", "đh", "ll.m", "m.a", "ph.d",
    "mt",
)  # fmt: skip

_ABBREVIATION = compiled_later(rf"(?<!\w)(?:{'|'.join(re.escape(a) for a in ABBREVIATIONS)})\.$", re.IGNORECASE)
# The number of an item of a list ("1. Bà Lê Thị Hoa, ...") is no sentence.
_ITEM_NUMBER = compiled_later(r"\(?(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]")
_INITIAL = compiled_later(r"(?<!\w)[A-ZĐ]\.$")
# A lost space after a full stop ("...và Công nghệ.Toàn cảnh"), which is not "TP.HCM", "Ph.D" or "1.200". The search
# begins at the sign, the rarest of it.
_GLUED = compiled_later(rf"[.!?](?<=[{LOWER}][{LOWER}].)(?=[{UPPER}][{LOWER}]*\s)")
# No sentence is as long (of 220,000 in the press, none has half of it): a list or a lost line break, read in parts.
_LONGEST = 3000
_PART_END = compiled_later(r"[;,]\s")
# Closing quotes and brackets belong to the sentence before them.
_CLOSERS = "\"'”’»)]"


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of the sentences of one paragraph, without the white space around them.

    The sentences are underthesea's, except that an abbreviation or an initial does not end one, that a lost space
    after a full stop does not hide an end, and that closing quotes stay with their sentence.
    """
    spans: list[tuple[int, int]] = []
    position = 0
    for sentence in underthesea_parts.sent_tokenize()(text):
        start = text.find(sentence, position)
        if start < 0:  # underthesea rewrote something: keep the rest as one sentence rather than lose it
            start, end = position, len(text)
        else:
            end = start + len(sentence)
        position = end
        for cut in [*(m.end() for m in _GLUED.finditer(text, start, end)), end]:
            _append(spans, text, start, cut)
            start = cut
        if position == len(text):
            break
    return [part for span in spans for part in _parts(text, *span)]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a span, or where it is too long its parts: what is read of a sentence takes more than its length's time."""
    while end - start > _LONGEST:
        signs = [m.end() - 1 for m in _PART_END.finditer(text, start, start + _LONGEST)]
        cut = signs[-1] if signs else text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    if start < end:
        yield start, end


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append a span, or lengthen the one before where the two are one sentence."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if spans:
        first, last = spans[-1]
        before = text[first:last]
        opener = text[start]
        if opener in "”’»)]" or (opener == '"' and before.count('"') % 2 == 1):
            # What closes goes back to the sentence that it closes.
            edge = start + 1
            while edge < end and text[edge] in _CLOSERS:
                edge += 1
            spans[-1] = (first, edge)
            _append(spans, text, edge, end)
            return
        continues = opener.islower() or not any(c.isalnum() for c in text[start:end])
        if continues or _ITEM_NUMBER.fullmatch(before) or _ABBREVIATION.search(before) or _INITIAL.search(before):
            spans[-1] = (first, end)
            return
    spans.append((start, end))


def words(text: str) -> list[str]:
    """Return the words of `text` (reading form), the syllables of one word joined by a space."""
    if not text.strip():
        return []
    return underthesea_parts.word_tokenize()(text, fixed_words=list(DOMAIN_WORDS))
