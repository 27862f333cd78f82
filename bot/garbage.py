"""How often a program that answers for long looks for garbage."""

from __future__ import annotations

import gc
from typing import Final

# Python looks through its youngest objects after so many were made and kept, and through older ones after so many such
# looks. What is remembered of reports and words comes to a quarter of a million, none of it in a cycle (2,000 questions
# about 100,000 passages): to look through a fifth of that held up a question for 40 ms each time.
_OBJECTS_MADE: Final = 500_000
_LOOKS: Final = 20


def collect_seldom() -> None:
    """Let Python look for garbage seldom, and never through what is there already: the library that was read.

    Every question makes thousands of objects, and hardly one in a cycle; a look through all objects of a large library
    takes a tenth of a second or two, in the middle of an answer (tests/benchmarks/bench_asking.py). What is in no cycle
    is freed at once as ever, a library that is no longer asked, too.
    """
    gc.set_threshold(_OBJECTS_MADE, _LOOKS, _LOOKS)
    gc.freeze()
