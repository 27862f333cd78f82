"""The README names what there is, and the files and commands that it names exist."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from bot.arguments import COMMON
from bot.cli import COMMANDS
from retrieval.corpus.finding import SUFFIXES
from retrieval.library import Library

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PACKAGES = ("language", "corpus", "facts", "ranking", "store", "answering")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme_with_its_options(command: str) -> None:
    assert f"aidu {command}" in README
    for option in COMMANDS[command].options:
        assert option.names[-1] in README


def test_every_common_option_stands_in_the_readme() -> None:
    for option in COMMON:
        if option.names[-1] not in ("--help", "--version"):
            assert option.names[-1] in README


def test_every_variable_that_the_code_reads_stands_in_the_readme() -> None:
    code = "".join(p.read_text(encoding="utf-8") for d in ("bot", "retrieval") for p in (ROOT / d).rglob("*.py"))
    families = {v.rstrip("_") for v in re.findall(r"AIDU_[A-Z_]+", README)}
    for variable in set(re.findall(r'"(AIDU_[A-Z]+(?:_[A-Z]+)*)"', code)):
        assert variable in families, variable


def test_every_extra_stands_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for extra in project["optional-dependencies"]:
        assert re.search(rf"(?<!\w){extra}(?!\w)", README), extra


def test_every_file_format_stands_in_the_readme() -> None:
    told = {".txt": "Plain text", ".md": "Markdown", ".json": "JSON", ".csv": "CSV", ".html": "HTML", ".pdf": "PDF"}
    told |= {".docx": "Word", ".zip": ".zip", ".rtf": "RTF", ".odt": ".odt", ".eml": ".eml", ".mht": ".mht"}
    for suffix, word in told.items():
        assert suffix in SUFFIXES
        assert word in README


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_linked_files_exist(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("script", sorted(set(re.findall(r"(?:python |`)(tests/[\w/]+(?:\.py)?)", README))))
def test_scripts_exist(script: str) -> None:
    assert (ROOT / script).exists()


def test_the_test_command_is_what_ci_runs() -> None:
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    [line] = [line for line in README.splitlines() if line.startswith("python -m pip install '.[test]'")]
    install, run = line.split(" && ")
    assert install.removeprefix("python -m pip install") in steps
    assert run in steps


@pytest.mark.parametrize("package", PACKAGES)
def test_the_arrows_between_packages_go_one_way(package: str) -> None:
    allowed = {
        "language": set[str](),
        "corpus": {"language"},
        "facts": {"language", "corpus"},
        "ranking": {"language", "corpus"},
        "store": {"language", "corpus", "facts", "ranking"},
        "answering": {"language", "corpus", "facts", "ranking", "store"},
    }[package] | {package, "errors"}
    for path in (ROOT / "retrieval" / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(("retrieval.", "bot")):
                assert node.module.split(".")[1:2] != [] and node.module.split(".")[1] in allowed, (path, node.module)


def test_the_question_that_the_readme_shows_first_is_answered() -> None:
    answer = Library.read([ROOT / "corpus"]).ask("Ai chủ trì hội nghị Đối ngoại toàn quốc?")
    assert answer.items[0].text == "Nguyễn Phú Trọng"
    assert answer.items[0].text in answer.evidence[0].quote
