"""Patterns that match any of many words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words`, the longest that fits; common beginnings are tried only once.

    A space in a word matches any white space. The pattern is a group or a literal, and looks at no edges.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return f"(?:{_branch(root)})"


def _branch(node: dict[str, Any]) -> str:
    parts = [(r"\s+" if char == " " else re.escape(char)) + _branch(node[char]) for char in sorted(node) if char]
    if not parts:
        return ""
    if "" in node:
        return f"(?:{'|'.join(parts)})?"
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
