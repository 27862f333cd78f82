"""How many sentences that tell of taking part yield persons, shape by shape, and which shapes yield none.

    python tests/benchmarks/extraction.py --data ../shared/eval/news-20k.jsonl.gz [--articles 2000] [--misses 5]

`--data` is a file of JSON lines (plain or .gz) with "id", "title" and "text". A sentence counts for a shape when the
shape's pattern stands in it. It yields persons when at least one participation was read from it. "may" counts only
sentences that may name a person at all: two capitalised words in a row that begin with a family name, or a capitalised
word after an honorific. No gold answers are needed; `--misses N` prints N such sentences of each shape that yield none.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.corpus.passages import sentences_of
from retrieval.facts.reading import read_facts
from retrieval.language.names import FAMILY_NAMES

SHAPES = {
    "dự ... có": re.compile(r"(?<!\w)(?:dự|tham dự)(?!\w)[^.;]{0,80}\s(?:có|gồm)\s", re.IGNORECASE),
    "chủ trì": re.compile(r"(?<!\w)chủ trì(?!\w)", re.IGNORECASE),
    "cùng dự": re.compile(r"(?<!\w)(?:cùng|cũng|đến|tới|về) (?:tham )?dự(?!\w)", re.IGNORECASE),
    "phát biểu tại": re.compile(r"(?<!\w)phát biểu(?: \S+){0,3} tại(?!\w)", re.IGNORECASE),
    "do ... chủ trì": re.compile(r"(?<!\w)do\s[^,.;]{3,120}\s(?:chủ trì|dẫn đầu|tổ chức)(?!\w)", re.IGNORECASE),
    "với sự tham dự của": re.compile(
        r"(?<!\w)sự (?:tham dự|tham gia|có mặt|hiện diện|góp mặt) của(?!\w)", re.IGNORECASE
    ),
    "về phía": re.compile(r"(?<!\w)(?:về phía|phía)\s[^.;]{2,60}\s(?:có|gồm)\s", re.IGNORECASE),
    "cho biết": re.compile(r"(?<!\w)(?:cho biết|nhấn mạnh|khẳng định)(?!\w)", re.IGNORECASE),
    "tiếp, gặp, hội đàm": re.compile(r"(?<!\w)(?:đã tiếp|hội đàm|hội kiến|có cuộc gặp|gặp gỡ)(?!\w)", re.IGNORECASE),
    "trao, ký": re.compile(r"(?<!\w)(?:trao tặng|đã trao|ký kết|đã ký)(?!\w)", re.IGNORECASE),
    "bổ nhiệm, bầu": re.compile(r"(?<!\w)(?:được bổ nhiệm|được bầu|giữ chức|bổ nhiệm)(?!\w)", re.IGNORECASE),
}  # fmt: skip
_MAY_NAME = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(FAMILY_NAMES))})\s+[A-ZĐÀ-Ỹ][a-zà-ỹ]+|(?<!\w)(?i:ông|bà|đồng chí|"
    rf"anh|chị)\s+[A-ZĐÀ-Ỹ]\w+"
)


def articles(path: Path) -> Iterator[tuple[str, Document]]:
    """Yield the identifier and the document of each line."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["id"], _document(record["id"], record["title"], record["text"])


def _document(name: str, title: str, body: str) -> Document:
    text = f"{title}\n\n{body}"
    paragraphs = [Paragraph(0, len(title), ParagraphKind.TITLE)]
    for line in re.finditer(r"[^\n]+", text[len(title) :]):
        if line.group().strip():
            paragraphs.append(Paragraph(len(title) + line.start(), len(title) + line.end(), ParagraphKind.BODY))
    return Document(name, text, title, tuple(paragraphs))


def main() -> int:
    """Read the articles and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=2000, help="how many, drawn at random but the same every time")
    parser.add_argument("--misses", type=int, default=0, help="how many sentences without persons to print for a shape")
    options = parser.parse_args()
    drawn = list(articles(options.data))
    random.Random(7).shuffle(drawn)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    missed: dict[str, list[str]] = defaultdict(list)
    elapsed, sentences_read = 0.0, 0
    for _, document in drawn[: options.articles]:
        sentences = sentences_of(document)
        started = time.perf_counter()
        facts = read_facts(document, sentences)
        elapsed += time.perf_counter() - started
        sentences_read += len(sentences)
        yielding = {p.sentence for p in facts.participations}
        for index, sentence in enumerate(sentences):
            may = _MAY_NAME.search(sentence.text) is not None
            for shape, pattern in SHAPES.items():
                if pattern.search(sentence.text):
                    row = counts[shape]
                    row[0] += 1
                    row[1] += index in yielding
                    row[2] += may
                    row[3] += may and index in yielding
                    if may and index not in yielding:
                        missed[shape].append(sentence.text)
    print(f"{'shape':22s} {'all':>6s} {'share':>6s} {'may':>6s} {'share':>6s}")
    for shape in SHAPES:
        told, yields, may_name, may_yields = counts[shape]
        print(f"{shape:22s} {told:6d} {yields / max(told, 1):6.3f} {may_name:6d} {may_yields / max(may_name, 1):6.3f}")
    print(f"{1000 * elapsed / max(sentences_read, 1) * 30:.1f} ms for an article of 30 sentences")
    for shape, texts in missed.items() if options.misses else ():
        print(f"\n== {shape}: {len(texts)} without persons")
        for text in texts[: options.misses]:
            print("  -", text[:400])
    return 0


if __name__ == "__main__":
    sys.exit(main())
