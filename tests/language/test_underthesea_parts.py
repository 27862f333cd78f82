"""Two functions of underthesea are loaded alone, and the rest of it is still there for whoever asks."""

from __future__ import annotations

import subprocess
import sys

import pytest
import underthesea

from retrieval.language import underthesea_parts

TEXT = "TP. Hồ Chí Minh họp sáng 5/9. Bộ trưởng Bùi Thanh Sơn dự."


def in_a_new_process(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_parts_give_what_underthesea_gives() -> None:
    assert underthesea_parts.sent_tokenize()(TEXT) == underthesea.sent_tokenize(TEXT)
    assert underthesea_parts.word_tokenize()(TEXT) == underthesea.word_tokenize(TEXT)


def test_loaded_first_they_give_the_same_without_the_rest() -> None:
    printed = in_a_new_process(
        "import sys\n"
        "from retrieval.language import underthesea_parts as parts\n"
        f"print(ascii((parts.sent_tokenize()({TEXT!r}), parts.word_tokenize()({TEXT!r}))))\n"
        "print({'joblib', 'requests', 'underthesea.pipeline.ner'} & set(sys.modules))"
    )
    assert printed.splitlines() == [ascii((underthesea.sent_tokenize(TEXT), underthesea.word_tokenize(TEXT))), "set()"]


def test_the_whole_package_can_be_used_afterwards() -> None:
    printed = in_a_new_process(
        "from retrieval.language import underthesea_parts as parts\n"
        "parts.word_tokenize()\n"
        "from underthesea import pos_tag\n"
        "import joblib, underthesea, underthesea.pipeline.word_tokenize\n"
        "print(pos_tag('xin')[0][0], callable(underthesea.ner), joblib.Parallel.__name__, underthesea.__version__)"
    )
    assert printed.split() == ["xin", "True", "Parallel", underthesea.__version__]


def test_a_package_put_together_otherwise_is_imported_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(underthesea_parts._NEEDED, "word_tokenize", ("no_such_module",))
    underthesea_parts.word_tokenize.cache_clear()
    try:
        assert underthesea_parts.word_tokenize() is underthesea.word_tokenize
    finally:
        underthesea_parts.word_tokenize.cache_clear()
