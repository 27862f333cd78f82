"""Find the words that stand as verbs in news, for `retrieval/language/data/verbs.txt`.

    python tests/benchmarks/count_verbs.py NEWS.jsonl.gz > retrieval/language/data/verbs.txt

The news has one article a line, with `title` and `text`. A verb follows "đã", "sẽ", "không"; a noun follows "những",
"một", "của". A word is a verb that stood behind one of the first kind FEWEST times or more, at least as often as
behind one of the second, and in LEAST or more of all its places. The list holds words only, and no article's text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval.language.normalize import reading_form
from retrieval.language.segment import DOMAIN_WORDS
from retrieval.language.word_tagger import bulk_words

FEWEST, LEAST = 10, 0.03
# What stands before verbs, and what before nouns.
BEFORE_VERBS = frozenset((
    "đã", "sẽ", "đang", "từng", "vừa", "chưa", "không", "phải", "muốn", "có thể", "để", "cũng", "hãy", "nên", "vẫn",
    "cùng", "chưa từng", "cần", "không thể", "sắp", "liên tục", "tiếp tục",
))  # fmt: skip
BEFORE_NOUNS = frozenset((
    "những", "các", "một", "mỗi", "cuộc", "sự", "nhiều", "của", "mọi", "hai", "ba", "bốn", "mấy", "vị", "ông", "bà",
    "chiếc", "cái", "người", "từ", "theo", "trong", "giữa", "cả", "về", "nhà", "tại", "ở", "do",
))  # fmt: skip
# Behind "không" and "chưa", and no verbs.
NO_VERBS = frozenset(
    ("ai", "gì", "bao giờ", "bao lâu", "mấy", "nào", "đâu", "thế nào", "những", "các", "của", "ở", "tại")
)
_WORD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}")


def verbs(lines: Iterable[str]) -> list[str]:
    """Return the verbs of `lines` of text, in order of the alphabet."""
    words = bulk_words(DOMAIN_WORDS)
    times, behind_aux, behind_noun = Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        row = ["", *(word.lower() for word in words(reading_form(line)))]
        times.update(row)
        for before, word in pairwise(row):
            if before in BEFORE_VERBS:
                behind_aux[word] += 1
            elif before in BEFORE_NOUNS:
                behind_noun[word] += 1
    return sorted(
        word
        for word, n in behind_aux.items()
        if word not in NO_VERBS
        and n >= FEWEST
        and n > behind_noun[word]
        and n >= LEAST * times[word]
        and _WORD.fullmatch(word)
    )


def main() -> None:
    """Print the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("news", type=Path, help="a .jsonl.gz file with an article a line")
    with gzip.open(parser.parse_args().news, "rt", encoding="utf-8") as lines:
        articles = map(json.loads, lines)
        found = verbs(line for a in articles for line in (a["title"], *a["text"].split("\n")) if line.strip())
    print("# Words that stand as verbs in news, one a line; made by tests/benchmarks/count_verbs.py")
    print("\n".join(found))


if __name__ == "__main__":
    main()
