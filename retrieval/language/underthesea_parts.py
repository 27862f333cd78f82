"""The two functions of underthesea that reading needs, `sent_tokenize` and `word_tokenize`, without all the rest of it.

`import underthesea` runs through an HTTP client, classifiers and taggers, and joblib, which unpickles the models in
Python. Sentences and words need none of them: without them, a process that reads one report or answers one question
starts in half the time. What is left out is not lost: the package runs as a whole as soon as anything else of it is
asked for.
"""

from __future__ import annotations

import importlib
import importlib.util
import pickle
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final

_PACKAGE: Final = "underthesea"
_UNPICKLER: Final = "joblib"
# Modules that must be imported before: they and the part import each other.
_NEEDED: Final[dict[str, tuple[str, ...]]] = {"sent_tokenize": (), "word_tokenize": ("text_normalize",)}
_LOADING: Final = threading.Lock()


@cache
def sent_tokenize() -> Callable[[str], list[str]]:
    """Return underthesea's function that gives the sentences of a text."""
    return _part("sent_tokenize")  # type: ignore[no-any-return]


@cache
def word_tokenize() -> Callable[..., list[str]]:
    """Return underthesea's function that gives the words of a text."""
    return _part("word_tokenize")  # type: ignore[no-any-return]


def _part(name: str) -> Any:
    with _LOADING:
        _put_off(_PACKAGE)
        try:
            with _unpickling_quickly():
                for needed in _NEEDED[name]:
                    importlib.import_module(f"{_PACKAGE}.pipeline.{needed}")
                part = getattr(importlib.import_module(f"{_PACKAGE}.pipeline.{name}"), name)
                # The first call loads the model, and would let other threads see it half loaded.
                part("xin chào")
        except Exception:  # another version is put together otherwise: then the package as a whole
            part = getattr(importlib.import_module(_PACKAGE), name)
            part("xin chào")
        return part


def _put_off(name: str) -> ModuleType | None:
    """Put a package in its place without running it, so that its modules can be imported alone.

    It runs when something is looked up in it that is not there. None where it was imported before, or is not there.
    """
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec is None or spec.loader is None:
        return None
    package, loader = importlib.util.module_from_spec(spec), spec.loader

    def run_then_get(attribute: str) -> Any:
        # Asked by the import system about every package; nothing of ours or theirs is called so.
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        vars(package).pop("__getattr__", None)
        loader.exec_module(package)
        return getattr(package, attribute)

    package.__getattr__ = run_then_get  # type: ignore[method-assign]  # PEP 562
    sys.modules[name] = package
    return package


@contextmanager
def _unpickling_quickly() -> Iterator[None]:
    """Let what is imported and loaded in the block find a `joblib.load` that needs no import of joblib.

    The models are plain pickles, which the standard library reads fifteen times as quickly.
    """
    package = _put_off(_UNPICKLER)
    if package is not None:
        package.load = _load  # type: ignore[attr-defined]
    try:
        yield
    finally:
        # Whoever imports joblib later gets a whole one; the modules of underthesea keep this one, which runs on demand.
        if package is not None and "__getattr__" in vars(package):
            del sys.modules[_UNPICKLER]


def _load(file: str) -> Any:
    try:
        return pickle.loads(Path(file).read_bytes())
    except Exception:  # compressed, or with arrays apart: what joblib is for
        return importlib.import_module(_UNPICKLER).load(file)
