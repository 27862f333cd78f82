"""Regular expressions that are compiled when they are first used.

The tables of rules make some six hundred of them, and to compile all takes a second: an answer needs a part of them. A
program that answers for long compiles the rest at its start (`compile_all`), so that no question waits for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")


class _Lazy:
    """Stands for a compiled pattern: `pattern` is known, everything else is taken from it when first asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern, whose methods are attributes of this from now on, and return one."""
        made = re.compile(self.pattern, self._flags)
        self.__dict__.update({method: getattr(made, method) for method in _METHODS})
        return getattr(made, name)

    def __repr__(self) -> str:
        """Return it as it is written."""
        return f"compiled_later({self.pattern!r}, {self._flags})"


_METHODS: Final = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")
_MADE: list[_Lazy] = []


def compiled_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, but compiled at its first use; re.error comes then, too."""
    made = _Lazy(pattern, flags)
    _MADE.append(made)
    return cast("re.Pattern[str]", made)


_BUILDERS: list[tuple[Callable[..., object], tuple[object, ...]]] = []


def built_later(*arguments: tuple[object, ...]) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Keep what a function gives that builds patterns; `compile_all` calls it with each of `arguments`."""

    def kept(build: Callable[..., T]) -> Callable[..., T]:
        made = cache(build)
        _BUILDERS.extend((made, given) for given in arguments)
        return made

    return kept


def compile_all() -> None:
    """Compile what has not been used yet; takes about a second."""
    for build, given in tuple(_BUILDERS):
        build(*given)
    for pattern in tuple(_MADE):
        pattern.match  # noqa: B018  # the first attribute asked for compiles it
