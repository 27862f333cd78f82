"""The likeliest row of words is the best of all rows."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.spelling.viterbi import Choice, likeliest

ROWS = st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-5, 5)), min_size=1, max_size=3), max_size=4)


def after(older: str, before: str) -> Callable[[str], float]:
    """Return something different for every three words."""
    return lambda word: -float((5 * ord(older or "y") + 3 * ord(before or "z") + 7 * ord(word)) % 11)


@given(ROWS)
def test_no_row_is_likelier(choices: list[list[Choice]]) -> None:
    def worth(row: tuple[Choice, ...]) -> float:
        words = ["", "", *(word for word, _ in row)]
        steps = zip(words, words[1:], words[2:], strict=False)
        return sum(own for _, own in row) + sum(after(a, b)(c) for a, b, c in steps)

    rows = list(product(*choices))
    best = max(map(worth, rows))
    assert tuple(likeliest(choices, after)) in {tuple(w for w, _ in row) for row in rows if worth(row) == best}
