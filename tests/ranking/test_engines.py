"""One contract for all engines: the same passages give the same ranking."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import InputError, LibraryError
from retrieval.ranking.engine import Engine, GrowingEngine, Ranked, best, sum_of
from retrieval.ranking.index import ENGINES, engine_class
from retrieval.ranking.postings import PostingsEngine
from retrieval.ranking.rank_bm25 import RankBM25Engine

TOLERANCE = {"rank_bm25": 0.0, "postings": 1e-9, "postings32": 1e-5}

REPORTS = [
    ["thủ", "tướng", "dự", "hội", "nghị", "ngoại", "giao"],
    ["hội", "nghị", "khai", "mạc", "tại", "hà", "nội"],
    ["thủ", "tướng", "phát", "biểu", "phát", "biểu", "phát", "biểu"],
    [],
    ["hội", "nghị", "khai", "mạc", "tại", "hà", "nội"],
]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> type[Engine]:
    return engine_class(request.param)


def places(found: Ranked) -> list[int]:
    return found.ids.tolist()


def test_the_passage_with_most_of_the_question_is_first(engine: type[Engine]) -> None:
    assert places(engine.build(REPORTS).top(["thủ", "tướng", "ngoại", "giao"], 3)) == [0, 2]


def test_equal_scores_fall_in_passage_order(engine: type[Engine]) -> None:
    found = engine.build(REPORTS).top(["khai", "mạc"], 5)
    assert places(found) == [1, 4]
    assert found.scores[0] == found.scores[1]


def test_scores_fall_and_are_above_zero_though_a_term_stands_in_every_passage(engine: type[Engine]) -> None:
    found = engine.build([["đảng", "họp"], ["đảng"], ["đảng", "đảng", "x"]]).top(["đảng"], 9)
    assert len(found.ids) == 3
    assert (found.scores > 0).all()
    assert (np.diff(found.scores) <= 0).all()


@pytest.mark.parametrize("passages", [[], [[]], [[], []]])
def test_nothing_to_find_in_no_passages(engine: type[Engine], passages: list[list[str]], tmp_path: Path) -> None:
    built = engine.build(passages)
    built.save(tmp_path)
    for one in (built, engine.open(tmp_path)):
        assert len(one) == len(passages)
        assert places(one.top(["a"], 3)) == []


@pytest.mark.parametrize(("query", "k"), [([], 3), (["không_có"], 3), (["hội"], 0), (["hội"], -1)])
def test_nothing_for_an_empty_or_unknown_question(engine: type[Engine], query: list[str], k: int) -> None:
    found = engine.build(REPORTS).top(query, k)
    assert (places(found), found.scores.tolist()) == ([], [])


def test_a_term_asked_twice_counts_twice(engine: type[Engine]) -> None:
    built = engine.build(REPORTS)
    once, twice = built.top(["hội"], 1).scores[0], built.top(["hội", "hội"], 1).scores[0]
    assert twice == pytest.approx(2 * once)


def test_opened_again_it_ranks_the_same(engine: type[Engine], tmp_path: Path) -> None:
    built = engine.build(REPORTS)
    built.save(tmp_path / "new" / "folder")
    built.save(tmp_path / "new" / "folder")
    opened = engine.open(tmp_path / "new" / "folder")
    query = ["hội", "nghị", "tướng"]
    assert places(opened.top(query, 9)) == places(built.top(query, 9))
    assert opened.top(query, 9).scores.tolist() == built.top(query, 9).scores.tolist()


def test_a_folder_without_an_index_is_said_to_be_none(engine: type[Engine], tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="chỉ mục"):
        engine.open(tmp_path)


def test_damaged_files_are_recognised(engine: type[Engine], tmp_path: Path) -> None:
    engine.build(REPORTS).save(tmp_path)
    for file in tmp_path.iterdir():
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(LibraryError):
            engine.open(tmp_path)
        file.write_bytes(whole)
    assert len(engine.open(tmp_path)) == len(REPORTS)


def test_threads_get_the_answers_of_one(engine: type[Engine]) -> None:
    built = engine.build([[f"t{(i * j) % 23}" for j in range(1, 9)] for i in range(300)])
    queries = [[f"t{i}", f"t{(3 * i) % 23}"] for i in range(23)]
    expected = [places(built.top(query, 7)) for query in queries]
    wrong: list[int] = []

    def ask() -> None:
        for _ in range(3):
            wrong.extend(i for i, query in enumerate(queries) if places(built.top(query, 7)) != expected[i])

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_an_unknown_engine_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError, match=r"lucene.*postings"):
        engine_class("lucene")


# Few terms, some in most passages: ties, long lists and repeated terms.
TERMS = st.integers(0, 11).map(lambda n: f"t{min(n, 7)}")


@pytest.mark.parametrize("name", [name for name in ENGINES if name != "rank_bm25"])
@given(
    passages=st.lists(st.lists(TERMS, max_size=12), max_size=40),
    query=st.lists(TERMS, max_size=9),
    k=st.integers(1, 45),
)
def test_scores_are_those_of_rank_bm25(name: str, passages: list[list[str]], query: list[str], k: int) -> None:
    agree(name, passages, query, k)


@pytest.mark.parametrize("name", [name for name in ENGINES if name != "rank_bm25"])
def test_scores_are_those_of_rank_bm25_for_long_lists(name: str) -> None:
    chance = np.random.default_rng(5)
    # Zipf: lists from one passage to nearly all of them.
    passages = [[f"t{n}" for n in chance.zipf(1.3, 12) if n < 5000] for _ in range(3000)]
    reference, engine = RankBM25Engine.build(passages), engine_class(name).build(passages)
    for _ in range(40):
        query = [f"t{n}" for n in chance.zipf(1.2, 8)]
        for k in (1, 10, 120):
            compare(reference, engine, query, k, TOLERANCE[name])


@pytest.mark.parametrize("name", [name for name in ENGINES if name != "rank_bm25"])
def test_a_question_of_thousands_of_words_does_not_overflow(name: str) -> None:
    passages = [["hội"], ["hội", "nghị"], ["nghị", "hội", "hội"], ["khác"]]
    query = ["hội"] * 5000 + ["nghị"] * 3000
    reference, engine = RankBM25Engine.build(passages), engine_class(name).build(passages)
    expected, found = reference.top(query, 4), engine.top(query, 4)
    assert places(found) == places(expected)
    assert found.scores == pytest.approx(expected.scores, rel=1e-6)


FOLDED = [[term[:2] for term in passage] for passage in REPORTS]


QUERY, FOLDED_QUERY = ["hội", "nghị", "hà"], ["hộ", "th", "hà"]


def test_two_engines_add_up(engine: type[Engine]) -> None:
    add_up(engine.build(REPORTS), engine.build(FOLDED))


@pytest.mark.parametrize(("query", "other_query"), [(QUERY, []), ([], FOLDED_QUERY), ([], []), (["lạ"], ["lạ"])])
def test_two_engines_add_up_where_one_finds_nothing(
    engine: type[Engine], query: list[str], other_query: list[str]
) -> None:
    one, other = engine.build(REPORTS), engine.build(FOLDED)
    expected = sum_of([one.top(query, 99), other.top(other_query, 99)], 9)
    assert places(one.top_with(query, other, other_query, 9)) == places(expected)


def add_up(one: Engine, other: Engine) -> None:
    expected = sum_of([one.top(QUERY, 99), other.top(FOLDED_QUERY, 99)], 3)
    found = one.top_with(QUERY, other, FOLDED_QUERY, 3)
    assert places(found) == places(expected)
    assert found.scores == pytest.approx(expected.scores, rel=1e-9)


def agree(name: str, passages: list[list[str]], query: list[str], k: int) -> None:
    compare(RankBM25Engine.build(passages), engine_class(name).build(passages), query, k, TOLERANCE[name])


def compare(reference: Engine, engine: Engine, query: list[str], k: int, tolerance: float) -> None:
    """The k best scores agree, and every passage found has in the reference the score that it was given."""
    expected, found = reference.top(query, len(reference)), engine.top(query, k)
    assert found.scores == pytest.approx(expected.scores[:k], rel=tolerance, abs=tolerance)
    known = dict(zip(expected.ids.tolist(), expected.scores.tolist(), strict=True))
    assert [known[i] for i in found.ids.tolist()] == pytest.approx(found.scores.tolist(), rel=tolerance, abs=tolerance)
    assert len(set(found.ids.tolist())) == len(found.ids)


@pytest.fixture(params=[name for name in ENGINES if name != "rank_bm25"])
def growing(request: pytest.FixtureRequest) -> type[GrowingEngine]:
    return engine_class(request.param)  # type: ignore[return-value]


class TestAddedPassages:
    def test_are_found_at_once_and_move_no_score(self, growing: type[GrowingEngine], tmp_path: Path) -> None:
        engine = growing.build(REPORTS)
        before = engine.top(["hội", "nghị"], 9)
        engine.add([["hội", "nghị", "tổng", "kết"]])
        engine.add([["mới", "hội"]])
        assert (len(engine), engine.pending) == (7, 2)
        assert places(engine.top(["tổng", "kết"], 9)) == [5]
        assert places(engine.top(["mới"], 9)) == [6]
        after = dict(zip(*(column.tolist() for column in engine.top(["hội", "nghị"], 9)), strict=True))
        assert {5, 6} <= after.keys()
        assert [after[i] for i in places(before)] == before.scores.tolist()
        engine.save(tmp_path)
        assert places(growing.open(tmp_path).top(["hội", "nghị"], 9)) == places(engine.top(["hội", "nghị"], 9))

    def test_weigh_as_the_same_passage_in_the_main_part(self, growing: type[GrowingEngine]) -> None:
        engine = growing.build(REPORTS)
        engine.add([REPORTS[1]])
        found = engine.top(["khai", "mạc", "hà"], 9)
        assert places(found) == [1, 4, 5]
        assert found.scores[2] == found.scores[0]

    def test_weigh_alike_in_every_engine(self, growing: type[GrowingEngine]) -> None:
        reference, engine = PostingsEngine.build(REPORTS), growing.build(REPORTS)
        for one in (reference, engine):
            one.add([["hội", "nghị", "tổng", "kết"], ["tổng"], ["tổng", "thủ", "thủ"]])
        expected, found = reference.top(["tổng", "kết", "thủ", "thủ"], 9), engine.top(["tổng", "kết", "thủ", "thủ"], 9)
        assert places(found) == places(expected)
        assert found.scores == pytest.approx(expected.scores, rel=1e-5)

    @pytest.mark.parametrize("late", [REPORTS[:2], []])
    def test_add_up(self, growing: type[GrowingEngine], late: list[list[str]]) -> None:
        """Also where the other engine had all passages from the beginning."""
        one, other = growing.build(REPORTS), growing.build([*FOLDED, *FOLDED[: 2 - len(late)]])
        one.add(REPORTS[:2])
        other.add([[term[:2] for term in passage] for passage in late])
        add_up(one, other)

    def test_can_be_the_first(self, growing: type[GrowingEngine]) -> None:
        engine = growing.build([])
        engine.add(REPORTS)
        reference = RankBM25Engine.build(REPORTS).top(["hội", "tướng"], 9)
        assert engine.top(["hội", "tướng"], 9).scores == pytest.approx(reference.scores, rel=1e-5)

    def test_that_are_empty_are_counted(self, growing: type[GrowingEngine]) -> None:
        engine = growing.build(REPORTS)
        engine.add([[]])
        assert (len(engine), places(engine.top(["giao"], 9))) == (6, [0])


@pytest.mark.parametrize("name", ["postings", "postings32"])
def test_postings_add_up_though_a_field_has_many_more_terms(name: str) -> None:
    """Its terms may be so much rarer that the 4-byte impacts of the two have different steps."""
    kind: type[GrowingEngine] = engine_class(name)  # type: ignore[assignment]
    chance = np.random.default_rng(3)
    rows = [[f"t{n}" for n in chance.zipf(1.3, 12) if n < 2000] for _ in range(800)]
    for late in ([["t1", "t2"]], [["mới"]], [["t1"], ["t2", "lạ"], []]):
        one, other = kind.build(rows), kind.build([[*row, f"x{i}"] for i, row in enumerate(rows)])
        one.add(late)
        other.add([[*row, f"y{i}"] for i, row in enumerate(late)])
        for _ in range(20):
            query, other_query = ([f"t{n}" for n in chance.zipf(1.2, 8)] for _ in range(2))
            expected = sum_of([one.top(query, 999), other.top(other_query, 999)], 10)
            found = one.top_with(query, other, other_query, 10)
            assert found.scores == pytest.approx(expected.scores, rel=1e-6)


def test_the_sum_of_two_lists_counts_what_either_misses_as_nothing() -> None:
    one = Ranked(np.array([3, 1]), np.array([2.0, 1.0]))
    other = Ranked(np.array([1, 7]), np.array([1.5, 2.0]))
    found = sum_of([one, other], 2)
    assert (places(found), found.scores.tolist()) == ([1, 3], [2.5, 2.0])


def test_best_orders_ties_by_place() -> None:
    assert places(best(np.array([2, 5, 9]), np.array([1.0, 3.0, 1.0]), 3)) == [5, 2, 9]


def test_in_how_many_passages_a_term_stands(engine: type[Engine]) -> None:
    built = engine.build(REPORTS)
    assert built.counts(["phát", "hội", "nghỉ", "hội"]) == [1, 3, 0, 3]
    if not isinstance(built, RankBM25Engine):
        growing: GrowingEngine = built  # type: ignore[assignment]
        growing.add([["hội", "hội"], ["nghỉ"]])
        assert growing.counts(["phát", "hội", "nghỉ"]) == [1, 4, 1]
    assert engine.build([]).counts(["hội"]) == [0]
