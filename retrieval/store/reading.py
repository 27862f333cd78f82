"""From a document to its reading: all that answering and ranking need of it, as the bytes that the library keeps."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from retrieval.corpus.document import Document, Passage, Sentence
from retrieval.corpus.passages import passages_of, sentences_of
from retrieval.facts.reading import read_facts
from retrieval.language.normalize import is_unaccented
from retrieval.language.word_tagger import words as words_of_text
from retrieval.ranking.terms import Field, Terms, index_terms, terms_of_form
from retrieval.store.codec import CodecError, encoded, packed, unpacked
from retrieval.store.signatures import signature_of
from retrieval.store.version import segmenter_version

DIGEST_BYTES: Final = 16


class Reading(NamedTuple):
    """What one document's content gives, ready to be stored. The blobs are `codec.packed`.

    `terms` has for each field a list of lists: the title's terms, then those of each passage. `words` are the
    segmented paragraphs that the library did not have, by digest; `paragraphs` the digests of all, one after another.
    """

    digest: bytes
    title: str
    published: str | None
    passage_count: int
    signature: bytes
    text: bytes
    facts: bytes
    event: bytes
    event_row: tuple[str, str | None, str | None]
    people: bytes
    passages: bytes
    terms: Mapping[Field, bytes]
    paragraphs: bytes
    words: Mapping[bytes, bytes]


def digest_of(document: Document) -> bytes:
    """Return the digest of a document's content: the same for the same text under two names."""
    return hashlib.blake2b(encoded(dataclasses.replace(document, name="")), digest_size=DIGEST_BYTES).digest()


def sound(document: Document) -> Document:
    """Return the document without lone surrogates, which no file can hold; every offset stays."""
    if all(map(_encodable, (document.name, document.text, document.title, document.source or ""))):
        return document
    return dataclasses.replace(
        document,
        name=_sound(document.name),
        text=_sound(document.text),
        title=_sound(document.title),
        source=None if document.source is None else _sound(document.source),
    )


def _sound(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def read(
    document: Document, known_words: Callable[[bytes], object] | None = None, digest: bytes | None = None
) -> Reading:
    """Return the reading of `document`, which is `sound`, and has that digest if the caller knows it.

    `known_words` gives the packed words of a paragraph by its digest, or None: segmenting is most of the work, so
    what was segmented before, here or in another version of the document, is taken from there.
    """
    sentences = sentences_of(document)
    facts = read_facts(document, sentences)
    passages = passages_of(0, sentences)
    words = _Words(known_words)
    by_sentence = words.of_sentences(sentences)
    title = index_terms(document.title, words.of_text(document.title))
    terms = [title, *(_terms(passage, sentences, by_sentence) for passage in passages)]
    event = facts.event
    resolved = event.date.date if event.date is not None else None
    return Reading(
        digest=digest or digest_of(document),
        title=document.title,
        published=document.published.isoformat() if document.published else None,
        passage_count=len(passages),
        signature=signature_of([s.text for s in sentences]),
        text=packed(dataclasses.replace(document, name="")),
        facts=packed(facts),
        event=packed(event),
        event_row=(event.name, str(resolved) if resolved is not None and resolved.is_known else None, event.place),
        people=packed([*dict.fromkeys(p.name for p in facts.people.values())]),
        passages=packed([(p.first, p.last) for p in passages]),
        terms={
            Field.ACCENTED: packed([t.accented for t in terms]),
            Field.FOLDED: packed([t.folded for t in terms]),
        },
        paragraphs=b"".join(words.used),
        words=words.new,
    )


def _terms(passage: Passage, sentences: Sequence[Sentence], words: Sequence[list[str]]) -> Terms:
    places = range(passage.first, passage.last + 1)
    return terms_of_form(" ".join(sentences[i].text for i in places), [word for i in places for word in words[i]])


class _Words:
    """The words of paragraphs: taken from where they are known, segmented where not."""

    def __init__(self, known: Callable[[bytes], object] | None) -> None:
        self._known = known
        self.new: dict[bytes, bytes] = {}
        self.used: dict[bytes, None] = {}

    def of_sentences(self, sentences: Sequence[Sentence]) -> list[list[str]]:
        """Return the words of each sentence."""
        found: list[list[str]] = []
        first = 0
        for last in range(1, len(sentences) + 1):
            if last == len(sentences) or sentences[last].paragraph != sentences[first].paragraph:
                found.extend(self._of([s.text for s in sentences[first:last]]))
                first = last
        return found

    def of_text(self, text: str) -> list[str]:
        """Return the words of a text that stands alone."""
        return self._of([text])[0]

    def _of(self, texts: list[str]) -> list[list[str]]:
        content = "\n".join((segmenter_version(), *texts)).encode()
        digest = hashlib.blake2b(content, digest_size=DIGEST_BYTES).digest()
        self.used[digest] = None
        stored = self.new.get(digest) or (self._known(digest) if self._known else None)
        if stored is not None:
            try:
                found = unpacked(stored, list[list[str]])
            except CodecError:
                found = []
            if len(found) == len(texts):
                return found
        # Unaccented text is never segmented: a segmenter would only guess.
        found = [text.split() if is_unaccented(text) else words_of_text(text) for text in texts]
        self.new[digest] = packed(found)
        return found
