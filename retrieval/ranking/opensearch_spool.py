"""Passages on their way to a cluster: written to a file that vanishes, counted, and named by what they say.

The name comes first: a cluster that holds the same passages already need not get them again. And what is sent can be
sent again, which an iterator over terms cannot.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Final, Self

# Raised when terms are written or kept in another way, so that nothing of an older version is taken for ours.
VERSION: Final = 1
# Passages sent in one go: at most so many, and then when they have so many characters.
_MOST_PASSAGES: Final = 2_000
_MOST_CHARS: Final = 1_000_000
_SIZE_BYTES: Final = 4
# Lucene's whitespace tokenizer cuts longer tokens into pieces; a term this long is known by its digest.
_LONGEST: Final = 200
# What would end a token or the line, what no UTF-8 can carry, and the sign that begins an escape.
_UNSAFE: Final = re.compile(r"[\s\x00-\x20\x7f-\xa0\ud800-\udfff%]")


def written(term: str) -> str:
    """Return a term as it stands in the index: one token, different for different terms."""
    token = _UNSAFE.sub(lambda match: f"%{ord(match[0]):x};", term) or "%"
    if len(token) <= _LONGEST:
        return token
    return "%%" + hashlib.blake2b(token.encode(), digest_size=16).hexdigest()


class Spool:
    """Passages in a temporary file.

    `passages` is their number, `filled` that of those with a term, `terms` that of all their terms, and `digest` names
    what they say, in their order, by 24 hexadecimal digits.
    """

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        self.passages = self.filled = self.terms = 0
        self._file = tempfile.TemporaryFile(prefix="aidu-")  # noqa: SIM115  # closed by __exit__
        try:
            self.digest = self._write(passages)
        except BaseException:
            self._file.close()
            raise

    def _write(self, passages: Iterable[Sequence[str]]) -> str:
        digest = hashlib.blake2b(b"aidu %d\n" % VERSION, digest_size=12)
        lines: list[str] = []
        chars = 0
        known: dict[str, str] = {}
        for passage in passages:
            for term in passage:
                if term not in known:
                    known[term] = written(term)
            lines.append(" ".join([known[term] for term in passage]))
            self.terms += len(passage)
            self.filled += bool(passage)
            chars += len(lines[-1])
            if len(lines) == _MOST_PASSAGES or chars >= _MOST_CHARS:
                self._write_frame(lines, digest)
                lines, chars = [], 0
                if len(known) > 1_000_000:
                    known.clear()  # bounds the memory; it is only there for speed
        if lines:
            self._write_frame(lines, digest)
        return digest.hexdigest()

    def _write_frame(self, lines: Sequence[str], digest: hashlib.blake2b) -> None:
        data = ("\n".join(lines) + "\n").encode()
        digest.update(data)
        packed = zlib.compress(data, 1)
        self._file.write(len(packed).to_bytes(_SIZE_BYTES, "big") + packed)
        self.passages += len(lines)

    def frames(self) -> Iterator[tuple[int, list[str]]]:
        """Yield (place of the first passage, passages as lines of tokens), in order."""
        self._file.seek(0)
        first = 0
        while size := self._file.read(_SIZE_BYTES):
            data = zlib.decompress(self._file.read(int.from_bytes(size, "big")))
            lines = data.decode().split("\n")[:-1]
            yield first, lines
            first += len(lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
