"""The arrows between the parts go one way: a part imports only from those that stand before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("errors", "language", "corpus", "facts", "ranking", "answering", "store", "state", "library", "bot")
OF_ANSWERING = ("model", "asking", "spelling", "evidence", "who", "claims", "details", "answer")


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of ours that a file imports, a package's modules by their own names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("retrieval", "bot"):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] in ("retrieval", "bot"))


def place(module: str) -> tuple[int, int]:
    """Return where a module stands: its part, and its place within answering (the last for what puts it together)."""
    first, *rest = module.split(".")
    if first == "bot":
        return PARTS.index("bot"), 0
    if not rest or rest[0] not in PARTS:
        return PARTS.index("library"), 0  # what the package itself offers is the library's
    if rest[0] != "answering":
        return PARTS.index(rest[0]), 0
    inner = rest[1] if len(rest) > 1 and rest[1] in OF_ANSWERING else "answer"
    return PARTS.index("answering"), OF_ANSWERING.index(inner)


def modules() -> list[str]:
    found = [*(ROOT / "retrieval").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]
    return sorted(str(path.relative_to(ROOT).with_suffix("")).replace("/", ".") for path in found)


@pytest.mark.parametrize("part", [*PARTS[:-1], *(f"answering.{name}" for name in OF_ANSWERING)])
def test_every_part_of_the_table_is_there(part: str) -> None:
    assert any(m == f"retrieval.{part}" or m.startswith(f"retrieval.{part}.") for m in modules())


def test_a_part_imports_only_from_those_before_it() -> None:
    against = [
        f"{module} imports {other}"
        for module in modules()
        if module != "retrieval.__init__"  # offers names of all parts, loaded when first used
        for other in imported(ROOT / (module.replace(".", "/") + ".py"))
        if place(other) > place(module)
    ]
    assert not against
    assert len(modules()) > 200


def test_the_order_is_really_looked_at() -> None:
    assert place("retrieval.language.names") < place("retrieval.corpus.article") < place("bot.console")
    assert place("retrieval.answering.asking.cues") < place("retrieval.answering.who.who")
    assert place("retrieval.answering.model") < place("retrieval.answering.choice") < place("retrieval.library")
