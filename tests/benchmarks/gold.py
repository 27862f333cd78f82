"""What the scripts over questions with known answers share: the command line, and the scorer that judges."""

from __future__ import annotations

import argparse
import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

Judge = Callable[[dict[str, Any], dict[str, Any] | None], tuple[bool, float, str]]


def corpora_and_judge(description: str) -> tuple[list[tuple[Path, Path]], Judge]:
    """Return the (corpus, gold file) pairs of the command line, and `judge` of the scorer that it names."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("pairs", type=Path, nargs="+", metavar="CORPUS GOLD")
    options = parser.parse_args()
    if len(options.pairs) % 2:
        parser.error("every CORPUS needs its GOLD file")
    pairs = list(zip(options.pairs[::2], options.pairs[1::2], strict=True))
    return pairs, load_judge(options.scorer)


def load_judge(path: Path) -> Judge:
    """Return the function `judge` of the Python file at `path`; the script ends where that is none."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    judge: Judge = module.judge
    return judge
