"""The library: documents that were read, ready to answer questions."""

from __future__ import annotations

import copy
import datetime as dt
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TypeVar

from retrieval.answering import answer as answering
from retrieval.answering import dialogue, several, turns, wording
from retrieval.answering.asking.chat import tidy
from retrieval.answering.asking.nothing_asked import asks_nothing, is_bare_deed, is_bare_word, is_reply, names_a_file
from retrieval.answering.asking.question import Question, analyse, check
from retrieval.answering.days_told import on_days_told
from retrieval.answering.evidence.candidate import evidence_of
from retrieval.answering.evidence.collection import Collection
from retrieval.answering.evidence.people_asked import meant_otherwise
from retrieval.answering.finding import Finding, passage_text
from retrieval.answering.model import Answer, Conversation, EventSummary, Kind, Status
from retrieval.completing import completed, nearest_events, rivals, with_copies
from retrieval.corpus.addresses import Location
from retrieval.corpus.columns import DEFAULT_COLUMNS, Columns
from retrieval.corpus.document import Document
from retrieval.errors import DocumentError
from retrieval.language.lazy_pattern import compile_all
from retrieval.language.normalize import fold, is_unaccented, reading_form
from retrieval.state import State
from retrieval.store.database import open_to_read
from retrieval.store.faults import DamagedError, OutdatedError
from retrieval.store.folders import discard, holdings_of, library_among
from retrieval.store.holdings import Holdings
from retrieval.store.searching import AUTOMATIC, Search, check_engine

_EXAMPLES = 5  # documents whose events may be the example of a hint
Progress = Callable[[int, int], None]
T = TypeVar("T")


class Library:
    """Documents that were read, with their facts and index; answers questions. Safe to use from several threads."""

    def __init__(
        self, load: Callable[[], Holdings], engine: str = AUTOMATIC, discard: Callable[[], None] | None = None
    ) -> None:
        """Take what loads the holdings, see `read` and `open`; `discard` deletes a cache that turned out damaged.

        InputError when there is no such engine, before anything is read.
        """
        check_engine(engine)
        self._load = load
        self._engine = engine
        self._discard = discard
        self._mending = threading.Lock()
        try:
            self._state = State.of(load(), engine)
        except (DamagedError, OutdatedError):
            if discard is None:
                raise
            discard()
            self._state = State.of(load(), engine)

    @classmethod
    def read(
        cls,
        paths: Sequence[Location],
        *,
        columns: Columns = DEFAULT_COLUMNS,
        cache: Path | None = None,
        engine: str = AUTOMATIC,
        processes: int = 1,
        fetch: bool = True,
        progress: Progress | None = None,
    ) -> Library:
        """Read files, folders (recursively, in a stable order) and pages, and return a library over them.

        `columns` are those of tables of articles (`Columns.parse("title=tieu_de,text=noi_dung")`). With a `cache`
        folder only what changed since the last time is read. Documents that cannot be read are in `warnings`; a path
        that does not exist raises InputError. `progress` is called with the number of documents read and of all, as far
        as known. More than one of `processes` read much text at once; the program's main module must then be guarded by
        `if __name__ == "__main__"`. A single path that is a library file is opened. Pages
        (`retrieval.location("https://...")`) are fetched once, `refreshed` takes them from the cache; without `fetch`,
        only those that the cache lacks are fetched. When there is nothing but pages and none can be had, the fault of
        the first is raised.
        """
        file = library_among(paths)
        if file is not None:
            return cls.open(file, engine=engine)
        loads = count()
        return cls(
            lambda: holdings_of(
                paths,
                columns=columns,
                cache=cache,
                processes=processes,
                fetch=fetch and next(loads) == 0,
                progress=progress,
            ),
            engine,
            (lambda: discard(cache, paths, columns)) if cache is not None else None,
        )

    @classmethod
    def open(cls, file: Path, *, engine: str = AUTOMATIC) -> Library:
        """Open a library file that `retrieval.store.maintenance.index` made, as it is at this moment.

        Raises LibraryError when it is missing, damaged, or was read by another version. A process that writes to it
        meanwhile disturbs nothing; `refreshed` takes in what it wrote.
        """
        return cls(lambda: Holdings(open_to_read(file), file), engine)

    def refreshed(self) -> Library:
        """Return a library of what is there now: this one where nothing changed, else a new one beside it.

        Of a file, what was committed since is loaded; of folders, what changed is read first. Only what is new costs
        time. This library goes on answering meanwhile, and after, from what it holds. Errors are those of `read` and
        `open`, and leave this library as it is.
        """
        old = self._state
        holdings = self._load()
        if old.holdings.same_as(holdings):
            holdings.close()
            return self
        new = copy.copy(self)
        new._mending = threading.Lock()
        new._state = State.of(holdings, self._engine, old)
        return new

    @property
    def documents(self) -> Sequence[Document]:
        """The documents, in a stable order, each loaded when it is looked at."""
        return self._state.documents

    @property
    def warnings(self) -> tuple[DocumentError, ...]:
        """The documents that could not be read, with the reason in Vietnamese."""
        return self._state.holdings.warnings

    @property
    def duplicates(self) -> Mapping[int, int]:
        """The near-duplicates: for each document that is the same report as an earlier one, the first of its group.

        Both are places in `documents`. What is word for word the same is found once only, by the first.
        """
        return self._state.duplicates

    @property
    def _collection(self) -> Collection:
        return self._state.collection

    @property
    def _search(self) -> Search:
        return self._state.search

    def prepare(self) -> None:
        """Make at once what the first questions would make: for a program that answers for long, a second or two."""
        compile_all()
        self._collection.corrector.prepare()

    def ask(
        self,
        question: str,
        conversation: Conversation | None = None,
        *,
        language: str = "vi",
        today: dt.date | None = None,
    ) -> Answer:
        """Answer one question, which may lean on `conversation`; QuestionError when it cannot be read.

        `today` is what "hôm nay có họp gì?" means, the machine's day where none is given.
        """
        return self._mended(lambda: self._ask(question, conversation, language, today or dt.date.today()))

    def _mended(self, work: Callable[[], T]) -> T:
        """Return what `work` gives; where a damaged cache stops it, read anew and work again."""
        state = self._state
        try:
            return work()
        except (DamagedError, OutdatedError):
            if self._discard is None:
                raise
            with self._mending:
                if self._state is state:
                    self._discard()
                    self._state = State.of(self._load(), self._engine)
        return work()

    def _ask(self, question: str, conversation: Conversation | None, language: str, today: dt.date) -> Answer:
        formed = check(question)
        if "off_subject" in tidy(formed).aspects:  # its words ("tks", English) are not to be put right into others
            return self._off_subject(question, analyse(formed), conversation, language)
        read = self._collection.read
        asked = several.parts_of(formed)
        # Each part is put right by itself: its words say little of another's. A slip may hide that there are two.
        asked = several.parts_of(read(asked[0])) if len(asked) == 1 else tuple(map(read, asked))
        answers: list[Answer] = []
        also = None
        for part in asked:
            answers.append(self._ask_one(question, part, conversation, language, today, also))
            conversation = answers[-1].conversation
            also = also or analyse(asked[0])
        return several.together(question, asked, tuple(answers), language) if len(asked) > 1 else answers[0]

    def _ask_one(
        self,
        question: str,
        corrected: str,
        conversation: Conversation | None,
        language: str,
        today: dt.date,
        also: Question | None,
    ) -> Answer:
        """Answer `corrected`, the one thing that `question` asks, or a part of it that goes on with `also`."""
        text, within = dialogue.complete(corrected, conversation)
        given = turns.names_given(corrected, conversation)
        asked = replace(on_days_told(analyse(text), today), besides=given)
        if "off_subject" in asked.aspects:
            return self._off_subject(question, asked, conversation, language)
        if is_bare_deed(asked) or is_bare_word(asked) or is_reply(corrected):
            return self._hint(question, asked, conversation, language)
        if lacks := dialogue.unclear(corrected, conversation):
            return self._hint(question, asked, conversation, language, lacks)
        whole = text == corrected and dialogue.may_stand_alone(corrected)
        found = answering.find(asked, self._collection, within=within, also=None if whole else also)
        if text != corrected and dialogue.has_own_words(corrected):
            # What it took from the turns before may not fit, or say less than its own words do.
            own = replace(on_days_told(analyse(corrected), today), besides=given)
            for document in dict.fromkeys((within, "")):
                alone = answering.find(own, self._collection, within=document, also=also)
                if self._says_more(alone, found, document, free=dialogue.may_stand_alone(corrected)):
                    text, within, asked, found = own.text, document, own, alone
                    break
        if found.candidate is None and not found.named and asks_nothing(asked):
            return self._hint(question, asked, conversation, language)
        if found.candidate is None and names_a_file(question):
            return self._hint(question, asked, conversation, language, "file")
        # Said once, of the first of several things asked for, and not of a name taken from the turns before.
        meant = self._meant(question, asked.text, found, language) if also is None and text == corrected else ""
        if found.candidate is None:
            # Which event is meant, was said before: others are no help.
            nearest = () if within and not found.lacking else nearest_events(self._state, found, asked)
            # Any event of a time was asked for: no sentence is near.
            then = asked.dates[0].text if asked.kind is Kind.EVENTS and asked.dates and not found.evidence else ""
            return Answer(
                question=question,
                status=Status.NOT_FOUND,
                kind=asked.kind,
                items=(),
                text=meant
                + wording.not_found_text(
                    _as_typed(found, question), nearest, language, more=bool(asked.besides), then=then
                ),
                evidence=found.evidence,
                confidence=round(1.0 - found.confidence, 3) if found.confidence else 1.0,
                nearest=nearest,
                conversation=turns.next_turn(
                    *(text, "", "", "" if given else _person_asked(found, asked), conversation),
                    *(asked.besides or None,),
                    leans=bool(within),
                ),
            )
        candidate = found.candidate
        chronicle = self._state.chronicle
        items, evidence, notes = completed(self._state, found, language)
        if others := rivals(self._state, found):
            told = [(chronicle.listed(r.view.index), r.items) for r in others]
            notes.append(wording.rivals_text(found.kind, chronicle.listed(candidate.view.index), told, language))
            evidence = (*evidence, *(evidence_of(p) for r in others for p in r.proofs[:1]))
        is_passage = found.kind is Kind.PASSAGE
        spoken = passage_text(candidate) if is_passage else wording.answer_text(found.kind, items, language, notes)
        if found.kind is Kind.OFFICE and found.named and dialogue.asks_who_that_is(corrected):
            spoken = f"{found.named[0].name} – {spoken}"
        event = chronicle.summary(candidate.view.index)
        people = tuple(item.text for item in items) if found.kind is Kind.PEOPLE else None
        person = _person_meant(found, people or (), asked)
        return Answer(
            question=question,
            status=Status.ANSWERED,
            kind=found.kind,
            items=items,
            text=meant + spoken,
            evidence=with_copies(self._state, evidence),
            confidence=round(found.confidence, 3),
            event=event,
            conversation=turns.next_turn(
                *(text, event.name, candidate.view.document.name, person, conversation),
                None if people is None else (*asked.besides, *people),
                leans=bool(within),
            ),
        )

    def _says_more(self, alone: Finding, completed: Finding, within: str, *, free: bool) -> bool:
        """Tell whether a question asked as it stands is answered better than with what the turns before add.

        In the report spoken of (`within`) the surer answer is the better one. Another report is only `free` to answer
        where the question says itself what it is about, and nothing else was found.
        """
        if alone.candidate is None:
            return False
        if within and alone.candidate.view.document.name == within:
            return completed.candidate is None or alone.confidence > completed.confidence
        return free and completed.candidate is None

    def _meant(self, typed: str, asked: str, found: Finding, language: str) -> str:
        """Return the line that tells whom a question was read to name, "" where they were named so."""
        names = meant_otherwise(typed, asked, found.named, self._collection)
        return wording.say("meant", language, names=", ".join(names)) + "\n" if names else ""

    def close(self) -> None:
        """Close the library file; documents that were not loaded yet cannot be any more."""
        self._state.holdings.close()

    def _hint(
        self, question: str, asked: Question, conversation: Conversation | None, language: str, unclear: str = ""
    ) -> Answer:
        """Answer what asks for nothing with what can be asked, about an event of the library."""
        chronicle = self._state.chronicle
        names = (chronicle.summary(place).name for place in range(min(len(self.documents), _EXAMPLES)))
        return Answer(
            question=question,
            status=Status.NOT_FOUND,
            kind=asked.kind,
            items=(),
            text=wording.hint_text(min(filter(None, names), key=len, default=""), language, unclear),
            evidence=(),
            confidence=1.0,
            conversation=conversation or Conversation(),
        )

    def _off_subject(self, question: str, asked: Question, conversation: Conversation | None, language: str) -> Answer:
        """Answer what no report is about: a greeting, the weather, a price."""
        return Answer(
            question=question,
            status=Status.NOT_FOUND,
            kind=asked.kind,
            items=(),
            text=wording.off_subject_text(asked.aspects, language),
            evidence=(),
            confidence=1.0,
            conversation=conversation or Conversation(),
        )

    def events(self) -> tuple[EventSummary, ...]:
        """Return the events that the documents tell of, each once, by date, the undated last."""
        return self._mended(lambda: self._state.chronicle.summaries())


def _as_typed(found: Finding, question: str) -> str:
    """Return what is lacking; somebody whom no report names is written without marks where the question is.

    The marks of a name that nobody knows were only guessed.
    """
    typed = reading_form(question)
    at = fold(typed).find(fold(found.lacking)) if is_unaccented(typed) else -1
    if at < 0 or not found.lacking.istitle():
        return found.lacking
    return typed[at : at + len(found.lacking)].title()


def _person_asked(found: Finding, asked: Question) -> str:
    """Return whom a question names, though no report has the name that it begins with."""
    if found.named:
        return found.named[0].name
    unknown = found.lacking
    return unknown if " " in unknown and unknown.istitle() and asked.text.startswith(unknown) else ""


def _person_meant(found: Finding, people: Sequence[str], asked: Question) -> str:
    """Return whom "ông ấy" means after an answer: the one that it gave, else the one that was asked about."""
    if len(people) == 1 and "org" not in asked.aspects:
        return people[0]
    return _person_asked(found, asked) or next(iter(people), "")
