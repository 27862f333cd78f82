"""The library: documents that were read, ready to answer questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from retrieval.answering import answer as answering
from retrieval.answering import dialogue, wording
from retrieval.answering.collection import Collection
from retrieval.answering.model import Answer, Conversation, EventSummary, Kind, Status
from retrieval.answering.question import analyse
from retrieval.corpus.document import Document, Passage
from retrieval.corpus.passages import passages_of, sentences_of
from retrieval.corpus.readers import find_files, read_documents
from retrieval.errors import DocumentError, MissingExtraError
from retrieval.facts.reading import DocumentFacts, read_facts
from retrieval.language.dates import format_date
from retrieval.ranking.index import PassageIndex

Progress = Callable[[int, int], None]


class Library:
    """Documents that were read, with their facts and index; answers questions. Safe to use from several threads."""

    def __init__(
        self,
        documents: Sequence[Document],
        facts: Sequence[DocumentFacts],
        passages: Sequence[Passage],
        index: PassageIndex,
        warnings: Sequence[DocumentError] = (),
    ) -> None:
        self.documents = tuple(documents)
        self.warnings = tuple(warnings)
        self._facts = tuple(facts)
        self._passages = tuple(passages)
        self._index = index
        people = [(p.name, i) for i, f in enumerate(facts) for p in f.people.values()]
        self._collection = Collection(self.documents, self._facts.__getitem__, self._search, people)

    @classmethod
    def read(
        cls,
        paths: Sequence[Path],
        *,
        cache: Path | None = None,
        engine: str = "rank_bm25",
        progress: Progress | None = None,
    ) -> Library:
        """Read files and folders (recursively, in a stable order) and return a library over them.

        Documents that cannot be read are in `warnings`; a path that does not exist raises InputError. `progress` is
        called with the number of files read and of all.
        """
        files = find_files(paths)
        documents: list[Document] = []
        warnings: list[DocumentError] = []
        for done, (name, path) in enumerate(files):
            try:
                documents.extend(read_documents(name, path, warn=warnings.append))
            except DocumentError as error:
                warnings.append(error)
            except MissingExtraError as error:
                warnings.append(DocumentError(name, str(error)))
            if progress is not None:
                progress(done, len(files))
        facts = [read_facts(d, sentences_of(d)) for d in documents]
        passages = [p for i, f in enumerate(facts) for p in passages_of(i, f.sentences)]
        texts = [" ".join(s.text for s in facts[p.document].sentences[p.first : p.last + 1]) for p in passages]
        index = PassageIndex.build(texts, titles=[documents[p.document].title for p in passages], engine=engine)
        if progress is not None:
            progress(len(files), len(files))
        return cls(documents, facts, passages, index, warnings)

    def _search(self, text: str, k: int) -> list[tuple[int, float]]:
        return [(self._passages[i].document, score) for i, score in self._index.search(text, k)]

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        """Answer one question, which may lean on `conversation`; QuestionError when it cannot be read."""
        text, within = dialogue.complete(question, conversation)
        asked = analyse(text)
        found = answering.find(asked, self._collection, within=within)
        if found.candidate is None:
            nearest = self._nearest(found)
            return Answer(
                question=question,
                status=Status.NOT_FOUND,
                kind=asked.kind,
                items=(),
                text=wording.not_found_text(found.lacking, nearest, language),
                evidence=(),
                confidence=round(1.0 - found.confidence, 3) if found.confidence else 1.0,
                nearest=nearest,
                conversation=dialogue.next_turn(text, "", "", _person_asked(found), conversation),
            )
        candidate = found.candidate
        items = candidate.items
        spoken = answering.passage_text(candidate) if found.kind is Kind.PASSAGE else wording.answer_text(found.kind, items, language)
        event = self._summary(candidate.view.index)
        person = _person_asked(found) or (items[0].text if found.kind is Kind.PEOPLE and items else "")
        return Answer(
            question=question,
            status=Status.ANSWERED,
            kind=found.kind,
            items=items,
            text=spoken,
            evidence=found.evidence,
            confidence=round(found.confidence, 3),
            event=event,
            conversation=dialogue.next_turn(text, event.name, candidate.view.document.name, person, conversation),
        )

    def _nearest(self, found: answering.Finding) -> tuple[EventSummary, ...]:
        return tuple(self._summary(v.index) for v in found.views[:3])

    def _summary(self, index: int) -> EventSummary:
        document, event = self.documents[index], self._facts[index].event
        resolved = event.date
        return EventSummary(
            name=event.name or document.title or document.name,
            when=format_date(resolved.date, resolved.until) if resolved is not None and resolved.date.is_known else "",
            date=resolved.date.date if resolved is not None else None,
            place=event.place,
            documents=(document.name,),
        )

    def events(self) -> tuple[EventSummary, ...]:
        """Return the events that the documents tell of, by date, the undated last."""
        summaries = [self._summary(i) for i in range(len(self.documents))]
        return tuple(sorted(summaries, key=lambda e: (e.date is None, e.date.isoformat() if e.date else "", e.name)))


def _person_asked(found: answering.Finding) -> str:
    return found.named[0].name if found.named else ""
