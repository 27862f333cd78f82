"""How much is lost when the same questions are typed carelessly.

    python tests/benchmarks/robustness.py --corpus FOLDER --gold GOLD.jsonl --scorer score.py [--seeds 1 2 3]

Asks the questions of a gold file as they are, then in capitals, decomposed (NFD), without accents, and with one random
slip of the keyboard, and prints the share of right answers for each. `--scorer` is a Python file with a function
`judge(gold, answer) -> (right, f1, note)`; `--verbose` prints the questions that a way of typing lost.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gold import load_judge

from retrieval import Conversation, Library
from retrieval.answering.asking.light_words import is_light
from retrieval.errors import QuestionError
from retrieval.language.normalize import fold

Way = Callable[[str], str]
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NEIGHBOURS = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "g": "fh", "h": "gj", "i": "uo", "k": "jl", "l": "ko",
    "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb",
    "x": "zc", "y": "tu",
}  # fmt: skip


def without_accents(text: str) -> str:
    """Return `text` without any mark."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def with_slip(text: str, chance: random.Random) -> str:
    """Return `text` (NFC) with one slip in one of its content words of three letters or more."""
    text = unicodedata.normalize("NFC", text)
    words = [m for m in re.finditer(r"[^\W\d_]{3,}", text) if not m.group().isupper() and not _is_light(m.group())]
    if not words:
        return text
    word = chance.choice(words)
    return text[: word.start()] + _slipped(word.group(), chance) + text[word.end() :]


def _is_light(word: str) -> bool:
    return word.islower() and is_light(fold(word))


def _slipped(word: str, chance: random.Random) -> str:
    kinds: list[Callable[[str, random.Random], str]] = [_missing, _doubled, _swapped, _wrong]
    if not word.isascii():
        kinds += [_wrong_tone, _lost_tone]
    for _ in range(20):
        made = chance.choice(kinds)(word, chance)
        if made != word:
            return made
    return word


def _missing(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[: at + 1] + word[at:]


def _swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _wrong(word: str, chance: random.Random) -> str:
    places = [i for i, c in enumerate(word) if c.lower() in _NEIGHBOURS]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + chance.choice(_NEIGHBOURS[word[at].lower()]) + word[at + 1 :]


def _wrong_tone(word: str, chance: random.Random) -> str:
    marks = unicodedata.normalize("NFD", word)
    other = chance.choice(_TONES)
    # The tone after the other mark of the vowel, as every keyboard sets it.
    moved = re.sub(f"([{_TONES}])([\u0302\u0306\u031b]?)", lambda m: m[2] + other, marks, count=1)
    return unicodedata.normalize("NFC", moved)


def _lost_tone(word: str, chance: random.Random) -> str:
    del chance
    return unicodedata.normalize("NFC", re.sub(f"[{_TONES}]", "", unicodedata.normalize("NFD", word)))


def ask_all(library: Library, gold: Iterable[dict[str, Any]], way: Way) -> dict[str, dict[str, Any]]:
    """Return the answers to the questions typed that way, by id; questions of one `chat` share a conversation."""
    chats: dict[str, Conversation] = {}
    answers: dict[str, dict[str, Any]] = {}
    for record in gold:
        chat = record.get("chat")
        try:
            answer = library.ask(way(record["question"]), chats.get(chat) if chat else None)
        except QuestionError:
            continue
        if chat:
            chats[chat] = answer.conversation
        items = [{"text": item.text} for item in answer.items]
        answers[record["id"]] = {"status": answer.status.value, "items": items, "text": answer.text}
    return answers


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3])
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    judge = load_judge(options.scorer)
    gold = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines() if line.strip()]
    library = Library.read(options.corpus)
    ways: list[tuple[str, Way]] = [
        ("as it is", str),
        ("capitals", str.upper),
        ("small letters", str.lower),
        ("NFD", lambda q: unicodedata.normalize("NFD", q)),
        ("no accents", without_accents),
    ]
    for seed in options.seeds:
        chance = random.Random(seed)
        ways.append((f"slip, seed {seed}", lambda q, c=chance: with_slip(q, c)))  # type: ignore[misc]
    plain: dict[str, bool] = {}
    for name, way in ways:
        asked: dict[str, str] = {}

        def noted(question: str, way: Way = way, asked: dict[str, str] = asked) -> str:
            return asked.setdefault(question, way(question))

        answers = ask_all(library, gold, noted)
        right = {g["id"]: judge(g, answers.get(g["id"]))[0] for g in gold}
        plain = plain or right
        known = [right[g["id"]] for g in gold if g["type"] != "unanswerable"]
        unknown = [right[g["id"]] for g in gold if g["type"] == "unanswerable"]
        share = sum(known) / len(known) if known else 0.0
        kept = f"{sum(unknown) / len(unknown):.3f}" if unknown else "-"
        print(f"{name:14} answerable {share:.3f}  unanswerable {kept}", flush=True)
        if options.verbose and name != "as it is":
            for g in gold:
                if plain[g["id"]] and not right[g["id"]]:
                    print(f"    {g['id']} {asked[g['question']]} -- {judge(g, answers.get(g['id']))[2]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
