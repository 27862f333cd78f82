"""The likeliest row of words is the best of all rows."""

from __future__ import annotations

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.spelling.viterbi import Choice, likeliest

ROWS = st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-5, 5)), min_size=1, max_size=3), max_size=4)


def odds(before: str, word: str) -> float:
    """Return something different for every pair."""
    return -float((3 * ord(before or "z") + 7 * ord(word)) % 11)


@given(ROWS, st.lists(st.booleans(), min_size=3, max_size=3))
def test_no_row_is_likelier(choices: list[list[Choice]], parted: list[bool]) -> None:
    apart = parted[: max(0, len(choices) - 1)]

    def worth(row: tuple[Choice, ...]) -> float:
        steps = zip(pairwise(row), apart, strict=True)
        along = sum(odds("" if part else a, b) for ((a, _), (b, _)), part in steps)
        return sum(own for _, own in row) + along + (odds("", row[0][0]) if row else 0.0)

    rows = list(product(*choices))
    best = max(map(worth, rows))
    assert tuple(likeliest(choices, apart, odds)) in {tuple(w for w, _ in row) for row in rows if worth(row) == best}
