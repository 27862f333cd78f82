"""Questions to a library whose passages are in the cluster: the answers are those of the embedded engines."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from cluster import NODES, Cluster
from made import passages, questions, top_ten

from retrieval import Library
from retrieval.answering.model import Status
from retrieval.errors import LibraryError
from retrieval.ranking.engine import Engine, UnreachableError
from retrieval.ranking.index import PassageIndex
from retrieval.ranking.opensearch import OpenSearchEngine, remove
from retrieval.ranking.rank_bm25 import RankBM25Engine
from retrieval.store import maintenance

CORPUS = Path(__file__).parents[2] / "corpus"
ASKED = [
    "Ai chủ trì Hội nghị Ngoại giao lần thứ 32?",
    "Hội nghị Đối ngoại toàn quốc diễn ra khi nào?",
    "hoi nghi doi ngoai toan quoc dien ra khi nao",
    "Hội nghi ngoại giao lan thu 33 ai du",
    "Tháng 12/2021 có sự kiện gì?",
    "Giá vàng hôm nay bao nhiêu?",
]


def test_answers_are_those_of_the_embedded_engine() -> None:
    there, here = Library.read([CORPUS], engine="opensearch"), Library.read([CORPUS])
    answers = [there.ask(question) for question in ASKED]
    assert answers == [here.ask(question) for question in ASKED]
    assert {answer.status for answer in answers} == set(Status)


@pytest.mark.parametrize("shards", ["1", "3"])
def test_the_top_ten_of_rank_bm25_in_order(shards: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_SHARDS", shards)
    made = passages(2_000)
    reference, engine = RankBM25Engine.build(made), OpenSearchEngine.build(made)
    for question in questions(50):
        expected, found = reference.top(question, 10), engine.top(question, 10)
        assert found.ids.tolist() == expected.ids.tolist()
        assert found.scores.tolist() == expected.scores.tolist()


def test_lucene_alone_ranks_otherwise() -> None:
    """Why scores are computed anew: without that, this test would fail, and could go with it."""
    made = passages(2_000)
    engine, reference = OpenSearchEngine.build(made), RankBM25Engine.build(made)
    as_lucene_does = [
        [int(hit["sort"][1]) for hit in engine._page(engine._weighed(dict.fromkeys(question, 1)), 10, None)]
        for question in questions(50)
    ]
    expected = [top_ten(reference, question) for question in questions(50)]
    assert sum(a != b for a, b in zip(as_lucene_does, expected, strict=True)) > 5


@pytest.mark.parametrize("made", [[["hội", "nghị"]] * 300, [["hội"] * n for n in range(1, 300)], [[], ["hội"], []] * 9])
def test_ties_and_near_ties_over_many_pages(made: list[list[str]]) -> None:
    engines: list[Engine] = [OpenSearchEngine.build(made), RankBM25Engine.build(made)]
    for k in (1, 7, 250):
        found, expected = (engine.top(["hội"], k).ids.tolist() for engine in engines)
        assert found == expected


def test_a_question_of_more_terms_than_the_cluster_takes() -> None:
    made = [[f"từ{n}" for n in range(first, first + 40)] for first in range(3_000)]
    question = [f"từ{n}" for n in range(500, 2_100)]
    reference, engine = RankBM25Engine.build(made), OpenSearchEngine.build(made)
    assert top_ten(engine, question) == top_ten(reference, question)


def test_passages_held_already_are_not_sent_again(cluster: Cluster) -> None:
    made = passages(300)
    first = OpenSearchEngine.build(made)
    before = cluster.get(f"/{first.alias}/_stats/indexing")["_all"]["primaries"]
    second = OpenSearchEngine.build(made)
    assert second.alias == first.alias
    assert cluster.get(f"/{first.alias}/_stats/indexing")["_all"]["primaries"] == before
    assert OpenSearchEngine.build(made[::-1]).alias != first.alias


def test_copies_are_changed_in_place(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    made = passages(20)
    engine = OpenSearchEngine.build(made)
    monkeypatch.setenv("AIDU_OPENSEARCH_REPLICAS", "2")
    OpenSearchEngine.build(made)
    cluster.wait_for("green", NODES)
    (about,) = cluster.get(f"/{engine.alias}/_settings?flat_settings=true").values()
    assert about["settings"]["index.number_of_replicas"] == "2"
    assert len(cluster.get(f"/_cat/shards/{engine.alias}?format=json")) == 3


def test_what_is_not_needed_is_removed_on_request_and_nothing_else(tmp_path: Path) -> None:
    old, new = OpenSearchEngine.build([["cũ"]]), OpenSearchEngine.build([["mới"]])
    old.save(tmp_path / "old")
    new.save(tmp_path / "new")
    assert remove([old.alias]) == [f"{old.alias}-1"]
    assert OpenSearchEngine.open(tmp_path / "new").top(["mới"], 1).ids.tolist() == [0]
    with pytest.raises(LibraryError, match="hãy đọc lại tài liệu"):
        OpenSearchEngine.open(tmp_path / "old")
    with pytest.raises(LibraryError, match="không còn giữ"):
        old.top(["cũ"], 1)
    assert remove([old.alias]) == []


class TestLibraryFile:
    """`aidu index --engine opensearch`: the passages are in the cluster before the first question."""

    QUESTION = "Ai chủ trì buổi gặp mặt ở Cần Thơ?"
    PLAIN = "ai chu tri buoi gap mat o Can Tho"

    @pytest.fixture
    def reports(self, tmp_path: Path) -> Path:
        folder = tmp_path / "reports"
        folder.mkdir()
        write(folder / "1.txt", "Hội nghị tổng kết", "Sáng 5/3/2024, ông Lê Văn Tám chủ trì hội nghị tổng kết ở Huế.")
        return folder

    @pytest.fixture
    def file(self, cluster: Cluster, tmp_path: Path, reports: Path) -> Path:
        cluster.clear()
        file = tmp_path / "báo.aidu"
        assert maintenance.index(file, [reports], engine="opensearch").loaded
        return file

    def test_no_question_loads_anything(self, cluster: Cluster, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delattr(OpenSearchEngine, "build_in")
        with opened(file) as library:
            assert library.ask("Ai chủ trì hội nghị tổng kết?").items[0].text == "Lê Văn Tám"
            assert library.ask("ai chu tri hoi nghi tong ket").items[0].text == "Lê Văn Tám"
        assert len(cluster.get("/aidu.*/_alias")) == 2

    def test_loading_again_is_not_needed_but_for_other_shards(
        self, cluster: Cluster, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("retrieval.ranking.opensearch_cluster._GRACE_S", 0.0)
        assert not maintenance.index(file, engine="opensearch").loaded
        monkeypatch.setenv("AIDU_OPENSEARCH_SHARDS", "2")
        assert maintenance.index(file, engine="opensearch").loaded
        assert not maintenance.index(file, engine="opensearch").loaded
        assert all(name.endswith("-2") for name in cluster.get("/aidu.*/_alias"))

    def test_what_was_removed_from_the_cluster_is_loaded_again(self, cluster: Cluster, file: Path) -> None:
        cluster.clear()
        assert maintenance.index(file, engine="opensearch").loaded
        cluster.clear()
        with opened(file) as library:
            assert library.ask("Ai chủ trì hội nghị tổng kết?").items[0].text == "Lê Văn Tám"

    def test_new_reports_are_answered_from_without_loading_all_anew(
        self, cluster: Cluster, file: Path, reports: Path
    ) -> None:
        before = set(cluster.get("/aidu.*/_alias"))
        with opened(file) as library:
            assert not library.ask(self.QUESTION).items
            write(reports / "2.txt", "Buổi gặp mặt", "Chiều 6/3/2024, bà Võ Thị Sáu chủ trì buổi gặp mặt ở Cần Thơ.")
            assert not maintenance.index(file, engine="opensearch").loaded
            fresh = library.refreshed()
            for question in (self.QUESTION, self.PLAIN):
                assert fresh.ask(question).items[0].text == "Võ Thị Sáu"
        with opened(file) as another:
            assert another.ask(self.QUESTION) == fresh.ask(self.QUESTION)
        assert set(cluster.get("/aidu.*/_alias")) == before

    def test_old_indexes_go_when_no_program_can_need_them(
        self, cluster: Cluster, file: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("retrieval.store.searching._FEW_PASSAGES", 0)
        others = OpenSearchEngine.build([["của", "thư", "viện", "khác"]])
        first = set(cluster.get("/aidu.*/_alias"))
        with opened(file) as library:
            library.ask("Ai chủ trì hội nghị tổng kết?")
            write(reports / "2.txt", "Buổi gặp mặt", "Chiều 6/3/2024, bà Võ Thị Sáu chủ trì buổi gặp mặt ở Cần Thơ.")
            report = maintenance.index(file, engine="opensearch", prune=True)
            assert (report.loaded, report.removed) == (True, [])
            # One that was opened before goes on.
            assert library.ask("Hội nghị tổng kết diễn ra khi nào?").items[0].text == "5/3/2024"
        report = maintenance.index(file, engine="opensearch", prune=True)
        assert not report.loaded
        assert len(report.removed) == 2
        assert set(report.removed) < first
        assert others.top(["khác"], 1).ids.tolist() == [0]
        with opened(file) as library:
            assert library.ask(self.QUESTION).items[0].text == "Võ Thị Sáu"

    def test_a_cluster_that_does_not_answer_is_named_at_once(
        self, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("AIDU_OPENSEARCH_HOSTS", "http://127.0.0.1:9")
        monkeypatch.setenv("AIDU_OPENSEARCH_TIMEOUT", "1")
        with pytest.raises(UnreachableError, match="không trả lời sau 1 giây"):
            maintenance.index(tmp_path / "new.aidu", [CORPUS], engine="opensearch")
        assert not (tmp_path / "new.aidu").exists()
        with opened(file) as library, pytest.raises(UnreachableError, match="không trả lời sau 1 giây"):
            library.ask("Ai chủ trì hội nghị tổng kết?")


def opened(file: Path) -> contextlib.closing[Library]:
    return contextlib.closing(Library.open(file, engine="opensearch"))


def write(file: Path, title: str, text: str) -> None:
    file.write_text(f"{title}\n\n{text}\n", "utf-8")


def test_the_cluster_makes_no_index_by_itself_and_knows_our_settings(cluster: Cluster) -> None:
    engine = OpenSearchEngine.build([["hội"]])
    (about,) = cluster.get(f"/{engine.alias}").values()
    assert about["settings"]["index"]["similarity"]["passages"] == {"type": "BM25", "k1": "0.9", "b": "0.5"}
    assert about["mappings"]["properties"]["terms"]["similarity"] == "passages"
    index = PassageIndex.build(["Hội nghị khai mạc."], engine="opensearch")
    assert index.search("hội nghị", 3)[0][0] == 0
