"""Who is named in which documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retrieval.facts.people import name_key
from retrieval.language.normalize import fold


class NameIndex:
    """The people of a library by the key of their name (see `name_key`) and by the words of it.

    It is made once and not changed: `moved_with` makes that of a later state of the library.
    """

    def __init__(self, people: Iterable[tuple[str, int]]) -> None:
        """Take the (name, document index) of all people."""
        self.documents: dict[str, frozenset[int]] = {}
        self.spellings: dict[str, str] = {}
        self._others: dict[str, frozenset[str]] = {}  # further spellings of a key (small letters), where there are
        self.longest = 0  # in syllables
        self._keys_by_word: dict[str, tuple[str, ...]] = {}
        self._add(people)

    def moved_with(self, places: Sequence[int], people: Iterable[tuple[str, int]]) -> NameIndex:
        """Return this index with document i now at `places[i]`, and with the (name, document index) of new documents.

        This costs a tenth of making it from all names.
        """
        moved = NameIndex(())
        if all(i == place for i, place in enumerate(places)):
            moved.documents = dict(self.documents)
        else:
            moved.documents = {key: frozenset([places[i] for i in held]) for key, held in self.documents.items()}
        moved.spellings, moved._keys_by_word = dict(self.spellings), dict(self._keys_by_word)
        moved._others = dict(self._others)
        moved.longest = self.longest
        moved._add(people)
        return moved

    def is_spelled(self, key: str, written: str) -> bool:
        """Tell whether some report writes a known name just so but for capitals, hyphens and spaces."""
        wanted = _spelling(written)
        return wanted == _spelling(self.spellings[key]) or wanted in self._others.get(key, ())

    def keys_with(self, word: str) -> Sequence[str]:
        """Return the keys of the names that have a word (bare letters), in the order read."""
        return self._keys_by_word.get(word, ())

    def _add(self, people: Iterable[tuple[str, int]]) -> None:
        held: dict[str, list[int]] = {}
        keys: dict[str, list[str]] = {}
        for name, document in people:
            key = name_key(name)
            held.setdefault(key, []).append(document)
            if key not in self.spellings:
                self.spellings[key] = name
                self.longest = max(self.longest, len(name.split()))
                for word in set(fold(name).replace("-", " ").split()):
                    keys.setdefault(word, []).append(key)
            elif name != self.spellings[key]:
                self._others[key] = self._others.get(key, frozenset()) | {_spelling(name)}
        for key, documents in held.items():
            self.documents[key] = self.documents.get(key, frozenset()).union(documents)
        for word, new in keys.items():
            self._keys_by_word[word] = (*self._keys_by_word.get(word, ()), *new)


def _spelling(name: str) -> str:
    """Return a name in small letters, with its marks and without what may part its words."""
    return "".join(filter(str.isalpha, name.lower()))
