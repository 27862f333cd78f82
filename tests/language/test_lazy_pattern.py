"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from retrieval.language.lazy_pattern import compiled_later


def test_it_does_what_the_compiled_one_does() -> None:
    lazy, made = compiled_later(r"(?P<word>\w+) và", re.IGNORECASE), re.compile(r"(?P<word>\w+) và", re.IGNORECASE)
    text = "Muối VÀ cói và tôm"
    assert lazy.pattern == made.pattern
    assert [m.span("word") for m in lazy.finditer(text)] == [m.span("word") for m in made.finditer(text)]
    assert lazy.sub("", text) == made.sub("", text)
    assert lazy.search("tôm") is None and lazy.flags == made.flags


def test_a_fault_comes_with_the_first_use() -> None:
    lazy = compiled_later("(")
    with pytest.raises(re.error):
        lazy.search("")


def test_every_pattern_of_the_tables_can_be_compiled() -> None:
    # In a process of its own: here a test has made one that cannot.
    code = (
        "import retrieval.library; from retrieval.language import lazy_pattern; "
        "lazy_pattern.compile_all(); assert len(lazy_pattern._MADE) > 300"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_builds_patterns_is_called_with_the_others() -> None:
    # In a process of its own: here all builders of the tables would be called.
    code = (
        "import re; from retrieval.language import lazy_pattern\n"
        "built = []\n"
        "@lazy_pattern.built_later(('a',), ('b',))\n"
        "def shape(word): built.append(word); return lazy_pattern.compiled_later(word)\n"
        "assert not built; lazy_pattern.compile_all(); assert built == ['a', 'b']\n"
        "assert all('search' in pattern.__dict__ for pattern in lazy_pattern._MADE)\n"
        "assert shape('a').search('bà an') is not None and built == ['a', 'b']\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
