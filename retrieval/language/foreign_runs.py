"""How far a run of capitalised words goes that may be a foreign name: with its particles, hyphens and initials."""

from __future__ import annotations

import re

from retrieval.language import name_tables as tables
from retrieval.language import offices
from retrieval.language.given_names import EAST_ASIAN_FAMILY, GIVEN_NAMES
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.name_context import ACCENT, INSTITUTION, is_vietnamese_syllable
from retrieval.language.places import is_place
from retrieval.language.rare_names import RareNames

# Words with which a foreign name may begin.
BEGIN_NAMES = GIVEN_NAMES | EAST_ASIAN_FAMILY | tables.KOREAN_FAMILY
_DOUBLE_HYPHEN = compiled_later(r"\s?-\s?[a-z]\s?-\s?[a-z]{2,6}(?!\w)")
_TRIPLE_HYPHEN = compiled_later(r"\s?-\s?[a-z]{1,6}\s?-\s?[a-z]{2,6}(?!\w)")
_APOSTROPHED = 2  # letters; "the ship’ s name" ends in fewer


class ForeignRuns(RareNames):
    """Finds where a foreign name ends."""

    def _foreign_run(self, i: int) -> int:
        """Return the last token of a capitalised run that may be a foreign name, with its particles."""
        tokens, text = self.tokens, self.text
        last, j, words = i, i + 1, 1
        while j < len(tokens) and words < 7:
            token = tokens[j]
            gap = text[tokens[j - 1].end : token.start]
            follower = tokens[j + 1] if j + 1 < len(tokens) else None
            if token.capital and token.text[0].isalpha() and gap in (" ", ""):
                if token.text == "Đại" and text.startswith(" đế", token.end):
                    break  # "Peter Đại đế"
                if tokens[j - 1].text == "." and len(tokens[j - 2].text) > 2:
                    break
                if INSTITUTION.match(text, token.start) and not is_place(text[tokens[j - 1].start : token.end]):
                    break  # but "Hải Phòng"
                if any(start == token.start for start, _ in self.heads):
                    break
                last, words = j, words + 1
            elif (double := self._hyphens(j - 1, words)) is not None:
                while j < len(tokens) and tokens[j].start < double.end():
                    last, j = j, j + 1
                break  # "Prayut Chan - o - cha"
            elif token.text in "-.’'" and follower is not None and follower.text[0].isalpha():
                if not self._joins(j, gap):
                    break
                if token.text in "-’'" and not follower.capital:  # "Park Hang-seo", "Prayut Chan - ocha"
                    last, words, j = j + 1, words + 1, j + 2
                    continue
            elif not (
                token.text in tables.PARTICLES
                and follower is not None
                and (follower.capital or follower.text in ("-", *tables.PARTICLES))
                and gap == " "
            ):
                break
            j += 1
        return last

    def _hyphens(self, last: int, words: int) -> re.Match[str] | None:
        """Return the parts in small letters that two hyphens join to token `last`, the last of `words` of a name."""
        end = self.tokens[last].end
        if self.tokens[last].text in tables.KOREAN_FAMILY and (found := _TRIPLE_HYPHEN.match(self.text, end)):
            return found  # "Ban - ki - moon"
        return _DOUBLE_HYPHEN.match(self.text, end) if words >= 2 else None

    def _joins(self, j: int, gap: str) -> bool:
        """Tell whether the sign at token `j` holds two parts of one name together."""
        sign, follower, before = self.tokens[j], self.tokens[j + 1], self.tokens[j - 1]
        spaced = gap == " " or self.text[sign.end : follower.start] == " "
        if sign.text == ".":
            return len(before.text) <= 2
        if sign.text in "’'" and len(before.text) == 1 and follower.capital:
            return True  # "Peter O ' Neill"
        if sign.text in "’'" and not gap and not follower.capital and spaced:
            # "Bashar Ja’ afari": a letter of the name is written with an apostrophe
            return before.capital and not is_vietnamese_syllable(follower.text) and len(follower.text) > _APOSTROPHED
        if sign.text != "-" or not spaced:
            return not spaced
        if any(start == follower.start for start, _ in self.heads) or self._begins_second(j):
            return False
        stop = offices.find_stop(self.text, follower.start)
        if stop is not None and stop.start("stop") == follower.start and " " in stop.group("stop"):
            return False  # "... tỉnh Long An - cho biết"
        if follower.capital and not ACCENT.search(follower.text) and not is_vietnamese_syllable(before.text):
            return True  # "Yu Cheol - Hyung"
        if follower.capital:
            return not (is_vietnamese_syllable(follower.text) and len(follower.text) > 3)
        if ACCENT.search(follower.text):
            return False
        return not is_vietnamese_syllable(follower.text) or (self._korean(j - 1) and len(follower.text) <= 5)

    def _begins_second(self, j: int) -> bool:
        """Tell whether a whole name stands on either side of the dash at token `j` ("John Miller - Park Min Ho")."""
        tokens, text = self.tokens, self.text
        if not 2 <= j < len(tokens) - 2 or tokens[j + 1].text not in BEGIN_NAMES:
            return False
        one, other = (tokens[j - 2], tokens[j - 1]), (tokens[j + 1], tokens[j + 2])
        return all(a.capital and b.capital and text[a.end : b.start] == " " for a, b in (one, other))
