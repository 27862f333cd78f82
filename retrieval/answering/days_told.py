"""Days told from the day on which they are said: "hôm nay", "tuần này".

A report says them of the day on which it was written, and so does a question about what it tells ("Hôm qua ai phát biểu
tại hội nghị Đối ngoại?"). A question that names no event and nobody means the day on which it is asked.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from retrieval.answering.asking.question import Question
from retrieval.answering.topics import topic_of
from retrieval.language.dates import resolve
from retrieval.language.names import find_people

# "Năm nay" is the report's year also where nothing is named ("Lượng mưa năm nay có lớn hơn mọi năm không?").
_NEAR = frozenset(("day", "week", "weekend"))


def on_days_told(question: Question, today: dt.date) -> Question:
    """Return a question with such words as the days that they are on `today`, where that is what they mean."""
    units = _NEAR | {"month", "year"} if "on" in question.aspects else _NEAR
    # "Liveshow Khuya nay anh đi rồi": a capital within the question begins a title.
    near = [d for d in question.dates if d.relative is not None and d.relative.unit in units]
    told = [d for d in near if not (d.start and question.text[d.start : d.start + 2].istitle())]
    if not told or not ("on" in question.aspects or _names_nothing(question)):
        return question
    dates = []
    for mention in question.dates:
        day = resolve(mention, today) if mention in told else None
        dates.append(mention if day is None else replace(mention, date=day.date, until=day.until, relative=None))
    return replace(question, dates=tuple(dates))


def _names_nothing(question: Question) -> bool:
    """Tell whether a question names no event and nobody: "hôm nay ai dự hội nghị?"."""
    return not topic_of(question.text) and not question.editions and not find_people(question.text)
