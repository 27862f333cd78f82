"""Every error of the library is said in Vietnamese and in English."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.errors import AiduError, DocumentError, InputError, LibraryError, MissingExtraError

RETRIEVAL = Path(__file__).parents[1] / "retrieval"
# How many arguments make an error that speaks both languages.
MESSAGE = {"InputError", "QuestionError", "LibraryError", "DamagedError", "BusyError", "OutdatedError", "NewerError"}
MESSAGE |= {"_Refused", "UnreachableError", "UndecodableError", "TooMuchError", "DiskError"}
DOCUMENT = ("DocumentError", "StalePageError", "GoneError", "TableError", "MissingExtraError")
WANTED = dict.fromkeys(MESSAGE, 2) | dict.fromkeys(DOCUMENT, 3)


def made() -> Iterator[tuple[str, ast.Call]]:
    """Yield each place where an error is made, by "file:line"."""
    for path in sorted(RETRIEVAL.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WANTED:
                yield f"{path.relative_to(RETRIEVAL)}:{node.lineno}", node


PLACES = dict(made())


@pytest.mark.parametrize("place", PLACES)
def test_an_error_is_made_with_both_languages(place: str) -> None:
    call = PLACES[place]
    assert isinstance(call.func, ast.Name)
    starred = any(isinstance(argument, ast.Starred) for argument in call.args)  # a pair, written once for several
    assert starred or len(call.args) == WANTED[call.func.id]


def test_every_class_of_errors_is_looked_for() -> None:
    classes = [AiduError]
    for kind in classes:
        classes.extend(kind.__subclasses__())
    assert len(PLACES) > 60
    known = {*WANTED, "AiduError"}
    assert {kind.__name__ for kind in classes if kind.__module__.startswith("retrieval.")} <= known


def test_what_is_said_in_which_language() -> None:
    error = InputError("không thấy tệp a", "there is no file a")
    assert (str(error), error.said("vi"), error.said("en")) == ("không thấy tệp a",) * 2 + ("there is no file a",)
    assert LibraryError("as the shell says it").said("en") == "as the shell says it"
    broken = DocumentError("a.pdf", "tệp PDF hỏng", "the PDF file is broken")
    assert (str(broken), broken.said("en")) == ("a.pdf: tệp PDF hỏng", "a.pdf: the PDF file is broken")
    assert (broken.reason_in("vi"), broken.reason_in("en")) == (broken.reason, broken.english)
    missing = MissingExtraError("Đọc tệp PDF", "pdf", "Reading PDF files")
    for message in (missing.said("vi"), missing.said("en")):
        assert message.endswith("python -m pip install 'aidu[pdf]'")
    assert re.search("[à-ỹ]", missing.said("en")) is None
    assert pickle.loads(pickle.dumps(error)).said("en") == "there is no file a"
