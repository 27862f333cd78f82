"""How well a sentence, in its document, fits the words of a question.

Everything is compared in bare letters, so that accents left out cost nothing, and in pairs of neighbours as well, so
that syllables which merely occur somewhere count for little. Weights are inverse document frequencies (`weights`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.light_words import LIGHT_FOLDED, LIGHT_WEIGHT, LIGHT_WORDS, is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.place_aliases import rare_names
from retrieval.answering.evidence.synonyms import SYNONYMS
from retrieval.answering.evidence.view import TOKEN, QueryWord, View, Words, beside, tokens
from retrieval.facts.acts import VERBS, Act
from retrieval.language.cardinals import edition_word, to_roman
from retrieval.language.normalize import fold, lower_case
from retrieval.language.weights import idf


def _synonyms() -> tuple[dict[tuple[str, ...], list[tuple[str, ...]]], dict[tuple[str, ...], list[tuple[str, ...]]]]:
    """Return the folded forms that may stand for a phrase: by the phrase with its accents, and by its bare letters.

    In bare letters a single syllable is too many words at once ("tham" is thăm, thẩm and tham), so it has none.
    """
    accented: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    bare: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in SYNONYMS:
        forms = [tuple(tokens(fold(form))) for form in row]
        for phrase, form in zip(row, forms, strict=True):
            others = [f for f in forms if f != form and f]
            accented.setdefault(tuple(tokens(phrase.lower())), []).extend(others)
            if len(form) > 1 or phrase.isupper():
                bare.setdefault(form, []).extend(others)
    for name, usual in rare_names().items():
        told = [tuple(tokens(fold(other))) for other in usual]
        accented.setdefault(tuple(tokens(name.lower())), []).extend(told)
        bare.setdefault(tuple(tokens(fold(name))), []).extend(told)
    return accented, bare


_BY_ACCENTED, _BY_BARE = _synonyms()


def synonyms_of(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Return what may stand for a phrase with its accents, in bare letters."""
    return tuple(_BY_ACCENTED.get(tuple(tokens(phrase)), ()))


# How many tokens the longest phrase has that begins with a token.
_LONGEST: dict[str, int] = {}
for _phrase_told in filter(None, (*_BY_ACCENTED, *_BY_BARE)):
    _LONGEST[_phrase_told[0]] = max(len(_phrase_told), _LONGEST.get(_phrase_told[0], 0))
_VERB_TOKENS: dict[Act, list[tuple[str, ...]]] = {
    act: [tuple(tokens(fold(v))) for v in verbs] for act, verbs in VERBS.items()
}


def query_words(
    question: Question,
    *,
    dropped: Sequence[tuple[int, int]] = (),
    acronyms: Mapping[tuple[str, ...], tuple[str, ...]] | None = None,
) -> tuple[QueryWord, ...]:
    """Return the weighed words of `question`, without its question words and the spans in `dropped`."""
    spans = [question.cue, *dropped, *_mentions(question)]
    found = [
        (m.group().lstrip("0") or "0" if m.group()[0].isdigit() else m.group(), m.start(), m.end())
        for m in TOKEN.finditer(question.folded)
        if not any(a <= m.start() < b for a, b in spans)
    ]
    row = tuple([token for token, _, _ in found])
    light = [_is_light(question, start, end) for _, start, end in found]
    weights = [idf(token) * (LIGHT_WEIGHT if is_one else 1.0) for token, is_one in zip(row, light, strict=True)]
    act_at = {a.start: a for a in question.acts}
    spoken = question.folded if question.unaccented else lower_case(question.text)
    words: list[QueryWord] = []
    position = 0
    while position < len(found):
        token, start, end = found[position]
        act = act_at.get(start)
        if act is not None:
            length = sum(1 for _, s, _ in found[position:] if s < act.end)
            words.append(
                QueryWord(tuple(_VERB_TOKENS[act.act]), 2.0 if act.act is not Act.ORGANISE else 0.8, start=start)
            )
            position += max(1, length)
            continue
        grouped = _phrase(found, row, position, spoken, question.unaccented, acronyms or {})
        if grouped is not None:
            length, forms = grouped
            words.append(QueryWord(forms, sum(weights[position : position + length]), start=start))
            position += length
            continue
        name = token[0].isdigit() or _is_capital(question, start)
        forms = ((token,), *_other_numerals(question, token, start), *_with_points(question, token, start))
        words.append(QueryWord(forms, weights[position] * (1.4 if name else 1.0), name, start))
        if position + 1 < len(found) and found[position + 1][1] == end + 1:
            following, after, _ = found[position + 1]
            share = 0.2 if light[position] or light[position + 1] else 0.8
            weight = 0.5 * (weights[position] + weights[position + 1]) * share
            pairs = ((token, following), *_other_ordinals(question, token, following, after))
            words.append(QueryWord(pairs, weight, start=start))
        position += 1
    return tuple(words)


def with_persons(words: Sequence[QueryWord], persons: Sequence[tuple[int, int, str]]) -> tuple[QueryWord, ...]:
    """Return `words` with those of names told to be: `persons` are the spans of names in the question, with keys."""
    return tuple(
        replace(word, of=key) if (key := next((k for a, b, k in persons if a <= word.start < b), "")) else word
        for word in words
    )


_MOST_ROMAN = 100  # editions beyond are not written in Roman numerals


def _other_numerals(question: Question, token: str, start: int) -> tuple[tuple[str, ...], ...]:
    """Return what the number of an edition may be written as ("khóa XIV": "14"), as forms of a word."""
    edition = next((e for e in question.editions if e.start <= start < e.end), None)
    if edition is None or not 0 < edition.number < _MOST_ROMAN:
        return ()
    spoken = edition_word(edition.number)
    written = (str(edition.number), to_roman(edition.number).lower(), *((spoken,) if spoken else ()))
    return tuple((other,) for other in written if other != token) if token in written else ()


def _with_points(question: Question, token: str, start: int) -> tuple[tuple[str, ...], ...]:
    """Return the day that a number of the question is part of as some reports write it ("19/11": "19.11")."""
    if not token[0].isdigit():
        return ()
    date = next((d.date for d in question.dates if d.start <= start < d.end and d.date.day and d.date.month), None)
    if date is None or token not in (str(date.day), str(date.month)):
        return ()
    written = dict.fromkeys((f"{date.day}.{date.month}", f"{date.day}.{date.month:02}"))
    return tuple((day,) for day in written)


def _other_ordinals(question: Question, token: str, number: str, start: int) -> tuple[tuple[str, ...], ...]:
    """Return what else "lần 3" may be written as ("lần ba", "thứ ba", "thứ 3"), as forms of a pair."""
    if token not in _ORDINAL:
        return ()
    others = (number, *(form[0] for form in _other_numerals(question, number, start)))
    return tuple((lead, other) for lead in _ORDINAL for other in others if (lead, other) != (token, number))


_ORDINAL = ("lan", "thu")  # before the number of an edition


def _mentions(question: Question) -> list[tuple[int, int]]:
    """Return the spans of "được nêu tên": that the report names somebody is not told by the report."""
    return [
        m.span() for m in cues.MENTIONED.finditer(question.text) if not fold(m.group()).startswith("co ")
    ]  # "ông An có nhắc tới ... không" asks what somebody says


@lru_cache(maxsize=256)  # the side or place that a question names is compared with every person there
def query_words_of(phrase: str) -> tuple[QueryWord, ...]:
    """Return the weighed words of a phrase, as of a question."""
    return query_words(Question(text=phrase, folded=fold(phrase), kind=None, unaccented=True))  # type: ignore[arg-type]


def _is_capital(question: Question, start: int) -> bool:
    return not question.unaccented and start > 0 and question.text[start].isupper()


def _is_light(question: Question, start: int, end: int) -> bool:
    if question.unaccented:
        return question.folded[start:end] in LIGHT_FOLDED
    return not _is_capital(question, start) and question.text[start:end].lower() in LIGHT_WORDS


def _phrase(
    found: Sequence[tuple[str, int, int]],
    row: tuple[str, ...],
    position: int,
    spoken: str,
    unaccented: bool,
    acronyms: Mapping[tuple[str, ...], tuple[str, ...]],
) -> tuple[int, tuple[tuple[str, ...], ...]] | None:
    """Return the length and the forms of a phrase that other words can stand for, longest first.

    `row` are the tokens of `found`.
    """
    table = _BY_BARE if unaccented else _BY_ACCENTED
    _, start, end = found[position]
    longest = _LONGEST.get(tokens(spoken[start:end])[0], 0)
    if not (longest or acronyms):
        return None
    for length in range(min(6, len(found) - position), 0, -1):
        form = row[position : position + length]
        others: list[tuple[str, ...]] = []
        if length <= longest:
            last = found[position + length - 1][2]
            others += table.get(form if unaccented else tuple(tokens(spoken[start:last])), ())
        if form in acronyms:
            others.append(acronyms[form])
        if others:
            return length, (form, *others)
    return None


def coverage(words: Sequence[QueryWord], view: View, sentence: int) -> float:
    """Return how much of the question's weight (0 to 1) a sentence bears, the words around it counted less."""
    return view.asked(words).coverages[sentence]


def inside(words: Sequence[QueryWord], view: View, sentence: int) -> float:
    """Return the share (0 to 1) of the question's weight that stands in the sentence itself."""
    return view.asked(words).insides[sentence]


def predicate_words(question: Question, words: Sequence[QueryWord]) -> list[QueryWord]:
    """Return the words that say what happened to the thing asked for: those nearest to the question word.

    They follow a question word at the head ("Ai trình bày ..."), and precede one at the end ("... bế mạc khi nào").
    """
    following = question.text[question.cue[1] :].split()
    near: list[QueryWord] = []
    if len(following) >= 2:
        end = question.cue[1] + len(" ".join(following[:7])) + 1
        near = [w for w in words if question.cue[1] <= w.start < end and w.weight > 0.9]
    if not near:
        start = question.cue[0] - len(" ".join(question.text[: question.cue[0]].split()[-6:])) - 1
        near = [w for w in words if start <= w.start < question.cue[0] and w.weight > 0.9]
    return near


NEAR = 60.0  # characters over which nearness falls to 1/e


def nearness(words: Sequence[QueryWord], view: View, sentence: int, start: int, end: int) -> float:
    """Return how close (0 to 1) the question's telling words stand to `start`-`end` in a sentence's reading form."""
    asked = view.asked(words)
    if not asked.telling_total:
        return 0.0
    near = 0.0
    for weight, spans in asked.telling_in(view, sentence):
        near += weight * math.exp(-min([max(a - end, start - b, 0) for a, b in beside(spans, start)]) / NEAR)
    return near / asked.telling_total


def document_coverage(words: Sequence[QueryWord], view: View) -> float:
    """Return the share (0 to 1) of the question's weight that occurs anywhere in the document."""
    asked = view.asked(words)
    return (
        sum(weight for weight, *_, in_document in asked.standing if in_document) / asked.total if asked.total else 0.0
    )


def behind_best_clause(words: Sequence[QueryWord], view: View, sentence: int, position: int) -> float:
    """Return by what share (0 to 1) of the question's weight another part of the sentence has more than its own.

    The parts lie between semicolons; the own part is the one that has `position`.
    """
    if ";" not in view.folded[sentence]:
        return 0.0
    asked = view.asked(words)
    clauses = asked.clauses.get(sentence)
    if clauses is None:
        there = [word for word, (_, places, *_) in zip(words, asked.standing, strict=True) if places >> sentence & 1]
        clauses = asked.clauses[sentence] = _clause_shares(there, asked.total, view.folded[sentence])
    own = next(share for start, share in reversed(clauses) if start <= position or not start)
    return max(share for _, share in clauses) - own


def _clause_shares(words: Sequence[QueryWord], total: float, folded: str) -> list[tuple[int, float]]:
    """Return where each part of a sentence between semicolons begins, and its share (0 to 1) of `total`."""
    shares: list[tuple[int, float]] = []
    start = 0
    for part in folded.split(";"):
        clause = Words.of(part)
        weight = sum(w.weight for w in words if any(clause.has(f) for f in w.forms))
        shares.append((start, weight / total if total else 0.0))
        start += len(part) + 1
    return shares


def told_as(phrase: str, view: View) -> bool:
    """Tell whether a document has another word for `phrase` ("Liên hiệp quốc" for "Liên Hợp Quốc")."""
    return any(map(view.has, _BY_ACCENTED.get(tuple(tokens(phrase.lower())), ())))


def share(phrase: str, words: Words) -> float:
    """Return the weighed share (0 to 1) of the tokens of `phrase` (any form) that stand in `words`."""
    wanted, total = _weighed(phrase)
    return sum(weight for token, weight in wanted if token in words.single) / total if total else 0.0


@lru_cache(maxsize=1024)  # the same phrases of a question and of its documents are asked for again and again
def _weighed(phrase: str) -> tuple[list[tuple[str, float]], float]:
    """Return the tokens of a phrase with their weights, and the sum of these."""
    weighed = [(t, idf(t) * (LIGHT_WEIGHT if is_light(t) else 1.0)) for t in tokens(fold(phrase))]
    return weighed, sum(weight for _, weight in weighed)
