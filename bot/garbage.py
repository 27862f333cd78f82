"""How often a program that answers for long looks for garbage."""

from __future__ import annotations

import gc
from typing import Final

# Python looks through its youngest objects after so many were made, and through older ones after so many such looks.
_OBJECTS_MADE: Final = 50_000
_LOOKS: Final = 20


def collect_seldom() -> None:
    """Let Python look for garbage seldom, and never through what is there already: the library that was read.

    Every question makes thousands of objects, and hardly one in a cycle; a look through all objects of a large library
    takes a tenth of a second or two, in the middle of an answer (tests/benchmarks/bench_asking.py). What is in no cycle
    is freed at once as ever, a library that is no longer asked, too.
    """
    gc.set_threshold(_OBJECTS_MADE, _LOOKS, _LOOKS)
    gc.freeze()
