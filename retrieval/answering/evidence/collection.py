"""The documents as answering sees them: views made when first needed, the passage index, and who is named where."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence

from retrieval.answering.evidence.name_index import NameIndex
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.spelling.asked_odds import Told
from retrieval.answering.spelling.attested import Counts, nothing_counted
from retrieval.answering.spelling.correction import MOST_DOCUMENTS, Corrector
from retrieval.corpus.document import Document
from retrieval.facts.reading import DocumentFacts
from retrieval.language.dates import DateMention
from retrieval.language.normalize import fold, reading_form

# How many passages are looked at to find the documents that may answer, and how many documents are read closely.
PASSAGES = 60
DOCUMENTS = 8
# Views that are kept, some 100 kB each: the next question is often about the same documents.
NAMING = 40  # documents about a person that are looked through for all that this person attended
_VIEWS = 512
TELLING = 2  # documents that tell which accents a question means


def _told(view: View) -> Told:
    title = reading_form(view.title)
    return Told.of((title, *(sentence.text for sentence in view.facts.sentences)), (fold(title), *view.folded))


class Collection:
    """Documents with their facts, searched by passages and by names. Safe to use from several threads."""

    def __init__(
        self,
        documents: Sequence[Document],
        titles: Sequence[str],
        facts: Callable[[int], DocumentFacts],
        search: Callable[[str, int], Iterable[tuple[int, float]]],
        people: NameIndex,
        acronyms: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Take `documents`, their titles, the facts of one by its index, a search for (document index, score) of the
        best passages for a question, who is named where, and the (short, long) forms that reports define."""
        self.documents = documents
        self._titles = titles
        self._facts = facts
        self._search = search
        self._views: dict[int, View] = {}
        self._corrector: Corrector | None = None
        # What gives the documents of a name; a library knows names without loading any document.
        self.places_of: Callable[[str], Sequence[int]] = lambda name: [
            place for place, document in enumerate(documents) if document.name == name
        ]
        # What gives the documents of the events of some days, where events are known across documents.
        self.documents_on: Callable[[Sequence[DateMention]], Sequence[int]] = lambda dates: ()
        # In how many passages terms stand, where passages are found by terms (see `spelling.attested`).
        self.counts: Counts = nothing_counted
        self._lock = threading.Lock()
        self.people = people
        self.acronyms: dict[tuple[str, ...], tuple[str, ...]] = {}
        for short, long in acronyms:
            a, b = tuple(tokens(fold(short))), tuple(tokens(fold(long)))
            self.acronyms[a] = b
            self.acronyms[b] = a

    @property
    def corrector(self) -> Corrector:
        """What puts slips of the keyboard right by the words of these documents; made when first asked for."""
        if self._corrector is None:
            with self._lock:
                if self._corrector is None:
                    self._corrector = Corrector.of(self.documents, self.counts)
        return self._corrector

    def adopt(self, previous: Collection) -> None:
        """Take over the corrector of an earlier state of a library so large that it is made from a part anyway."""
        if len(self.documents) > MOST_DOCUMENTS:
            made = previous._corrector
            self._corrector = made.counting(self.counts) if made is not None else None

    def read(self, question: str) -> str:
        """Return `question` as it was meant; which accents, the documents tell that are found without them."""
        return self.corrector.read(
            question, lambda text: [self.view(place).kept(_told) for place, _ in self.nearest(text)[:TELLING]]
        )

    @property
    def names(self) -> Mapping[str, frozenset[int]]:
        """The documents that name a person, by the key of the name."""
        return self.people.documents

    @property
    def spellings(self) -> Mapping[str, str]:
        """The name of each key as it was first read."""
        return self.people.spellings

    @property
    def longest_name(self) -> int:
        """The number of syllables of the longest name."""
        return self.people.longest

    def keys_with(self, word: str) -> Sequence[str]:
        """Return the keys of the names that have a word (bare letters), in the order read."""
        return self.people.keys_with(word)

    def view(self, index: int) -> View:
        """Return the view of document number `index`."""
        view = self._views.get(index)
        if view is None:
            view = View(index, self._titles[index], self._facts(index), self.documents.__getitem__)
            with self._lock:
                while len(self._views) >= _VIEWS:
                    del self._views[next(iter(self._views))]
                self._views[index] = view
        return view

    def of_days(self, dates: Sequence[DateMention]) -> list[tuple[int, float]]:
        """Return the first documents whose events fell on `dates`, as `nearest` does."""
        return [(document, 1.0) for document in self.documents_on(dates)[:DOCUMENTS]]

    def naming(self, names: Iterable[str]) -> list[tuple[int, float]]:
        """Return the first documents that name one of `names` (keys), as `nearest` does."""
        found = sorted({document for name in names for document in self.names.get(name, ())})
        return [(document, 0.0) for document in found[:NAMING]]

    def nearest(self, text: str, names: Iterable[str] = ()) -> list[tuple[int, float]]:
        """Return the numbers of the documents that may answer `text`, best first, with a score between 0 and 1.

        Documents that name one of `names` (keys) are among them even where no passage was found.
        """
        best: dict[int, float] = {}
        for document, score in self._search(text, PASSAGES):
            previous = best.get(document)
            best[document] = score if previous is None else max(previous, score) + 0.15 * min(previous, score)
        top = max(best.values(), default=1.0) or 1.0
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        chosen = [(d, s / top) for d, s in ranked[:DOCUMENTS]]
        seen = {d for d, _ in chosen}
        for name in names:
            for document in sorted(self.names.get(name, ()), key=lambda d: (-best.get(d, 0.0), d))[:DOCUMENTS]:
                if document not in seen:
                    seen.add(document)
                    chosen.append((document, best.get(document, 0.0) / top))
        return chosen
