"""An answer in words, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.in_english import in_english, ordinal
from retrieval.answering.model import EventSummary, Item, Kind
from retrieval.facts.acts import Act
from retrieval.language.lazy_pattern import compiled_later

_TEXTS = {
    "greeting": {
        "vi": "Xin chào! Mời bạn hỏi về các hội nghị, sự kiện trong báo cáo, ví dụ: Ai chủ trì hội nghị?",
        "en": "Hello! Ask about the meetings in the reports, for instance: Ai chủ trì hội nghị?",
    },
    "thanks": {"vi": "Không có gì ạ.", "en": "You are welcome."},
    "farewell": {"vi": "Xin chào, hẹn gặp lại.", "en": "Goodbye."},
    "chat": {
        "vi": "Vâng ạ. Mời bạn hỏi tiếp về các hội nghị, sự kiện trong báo cáo.",
        "en": "Fine. Go on asking about the meetings in the reports.",
    },
    "complaint": {
        "vi": "Xin lỗi bạn vì câu trả lời chưa tốt. Bạn thử hỏi bằng từ khác, nêu rõ tên sự kiện hoặc tên người; "
        "câu trích và nguồn ghi dưới mỗi câu trả lời là để đối chiếu với báo cáo.",
        "en": "Sorry that the answer was no better. Try other words, with the name of the event or the person; "
        "the quote and the source below each answer are there to check it against the report.",
    },
    "slow": {
        "vi": "Xin lỗi đã để bạn phải chờ. Mời bạn hỏi tiếp.",
        "en": "Sorry to have kept you waiting. Please go on.",
    },
    "how_known": {
        "vi": "Tôi chỉ tìm trong các báo cáo đang có; mỗi câu trả lời kèm câu trích và tên báo cáo làm căn cứ, "
        "xin đối chiếu khi dùng.",
        "en": "I only search the reports at hand; each answer comes with a sentence and the report that has it. "
        "Please check it there.",
    },
    "about_bot": {
        "vi": "Tôi là aidu: tìm trong các báo cáo ai đã dự, chủ trì, phát biểu ở đâu, khi nào. "
        "Ví dụ: Ai chủ trì hội nghị?",
        "en": "I am aidu: I look up in the reports who attended, chaired and spoke, where and when. "
        "For example: Ai chủ trì hội nghị?",
    },
    "help": {
        "vi": "Bạn có thể hỏi ai dự, ai chủ trì, ai phát biểu, ở đâu, khi nào, bao nhiêu người, ai giữ chức vụ gì; "
        "nên nêu tên sự kiện hoặc tên người, có dấu hay không dấu đều được. Ví dụ: Ai chủ trì hội nghị?",
        "en": "Ask who attended, chaired or spoke, where, when, how many, or who holds an office; "
        "best with the name of the event or the person. For example: Ai chủ trì hội nghị?",
    },
    "english": {
        "vi": "Các báo cáo viết bằng tiếng Việt; mời bạn hỏi bằng tiếng Việt, ví dụ: Ai chủ trì hội nghị?",
        "en": "The reports are in Vietnamese; please ask in Vietnamese, for example: Ai chủ trì hội nghị?",
    },
    "off_subject": {
        "vi": "Xin lỗi, tôi chỉ trả lời về các hội nghị, sự kiện trong báo cáo.",
        "en": "Sorry, I only answer about the events in the reports.",
    },
    "hint": {
        "vi": "Không tìm thấy. Bạn có thể hỏi ai dự, ai chủ trì, ai phát biểu, ở đâu, khi nào; ví dụ: Ai dự {event}?",
        "en": "Not found. Ask who attended, chaired or spoke, where or when; for example: Ai dự {event}?",
    },
    "unclear_event": {
        "vi": "Bạn hỏi về hội nghị, sự kiện nào? Ví dụ: Ai dự {event}?",
        "en": "Which conference or event do you mean? For example: Ai dự {event}?",
    },
    "unclear_file": {
        "vi": "Không tìm thấy. Xin hỏi theo tên sự kiện hoặc tên người, không theo tên tệp; ví dụ: Ai dự {event}?",
        "en": "Not found. Please ask by an event or a name, not by a file; for example: Ai dự {event}?",
    },
    "unclear_person": {
        "vi": "Bạn hỏi về ai? Xin nêu tên hoặc chức vụ của người đó.",
        "en": "Whom do you mean? Please give the name or the office.",
    },
    "not_found": {"vi": "Không tìm thấy trong các báo cáo đang có.", "en": "Not found in the reports at hand."},
    "no_date": {"vi": "Không tìm thấy thời gian.", "en": "When: not found."},
    "no_place": {"vi": "Không tìm thấy địa điểm.", "en": "Where: not found."},
    "no_count": {"vi": "Không tìm thấy số lượng.", "en": "How many: not found."},
    "no_office": {"vi": "Không tìm thấy chức vụ.", "en": "In what office: not found."},
    "no_people": {"vi": "Không thấy báo cáo nêu ai.", "en": "Who: not found."},
    "no_events": {"vi": "Không tìm thấy sự kiện.", "en": "Which event: not found."},
    "no_theme": {"vi": "Không tìm thấy nội dung được hỏi.", "en": "What: not found."},
    "no_passage": {"vi": "Không tìm thấy nội dung được hỏi.", "en": "What: not found."},
    "no_yes_no": {"vi": "Không tìm thấy điều được hỏi.", "en": "Whether: not found."},
    "no_more": {"vi": "Các báo cáo không nêu thêm ai.", "en": "The reports name nobody else."},
    "none_then": {"vi": "Không tìm thấy sự kiện nào vào {what}.", "en": "There is no event on {what} in the reports."},
    "lacking": {"vi": "Không tìm thấy: báo cáo gần với câu hỏi không nói về {what}.",
    "en": "Not found: the reports nearest to the question do not speak of {what}."},
    "meant": {"vi": "Ý bạn là {names}?", "en": "Did you mean {names}?"},
    "nearest": {"vi": "Gần nhất: {events}.", "en": "Nearest: {events}."},
    "yes": {"vi": "Có.", "en": "Yes."},
    "no": {"vi": "Không.", "en": "No."},
    "no_but": {"vi": "Không; theo báo cáo là {who}.", "en": "No; by the report: {who}."},
    "no_but_is": {"vi": "Không; theo báo cáo, {who} là {what}.", "en": "No; by the report, {who} is {what}."},
    "year_from_page": {"vi": "(năm lấy theo ngày đăng trên trang)", "en": "(year by the page's date)"},
    "year_from_text": {"vi": "(năm lấy theo ngày khác trong bài)", "en": "(year by another date in the text)"},
    "year_from_other": {"vi": "(năm lấy theo {document})", "en": "(year by {document})"},
    "of_event": {"vi": "Đó là {event}. Câu hỏi cũng khớp với:", "en": "That is {event}. The question also fits:"},
    "more_events": {"vi": "– và {count} sự kiện khác", "en": "– and {count} more events"},
    "differ": {"vi": "Báo cáo khác ghi: {other} ({document}).", "en": "Another report has: {other} ({document})."},
}  # fmt: skip


# The deeds that are asked about two at a time, as headings of their answers.
DEEDS = {
    Act.ATTEND: ("Dự:", "Attended:"),
    Act.CHAIR: ("Chủ trì:", "Chaired:"),
    Act.OPEN: ("Khai mạc:", "Opened:"),
    Act.CLOSE: ("Bế mạc:", "Closed:"),
    Act.SPEAK: ("Phát biểu:", "Spoke:"),
    Act.PRESENT: ("Trình bày:", "Presented:"),
    Act.PAPER: ("Tham luận:", "Gave a paper:"),
    Act.SIGN: ("Ký:", "Signed:"),
    Act.GIVE: ("Trao:", "Gave:"),
    Act.GET: ("Nhận:", "Received:"),
    Act.RECEIVE: ("Tiếp đón:", "Welcomed:"),
    Act.ORGANISE: ("Tổ chức:", "Organised:"),
}


def say(key: str, language: str, /, **fields: str) -> str:
    """Return the text `key` in `language` ("vi", otherwise English) with its fields filled in."""
    texts = _TEXTS[key]
    return texts.get(language, texts["en"]).format(**fields)


def answer_text(kind: Kind, items: Sequence[Item], language: str, notes: Sequence[str] = ()) -> str:
    """Return the answer as a person reads it: people one a line with their offices, else the items in a row."""
    if kind is Kind.YES_NO:
        body = _verdict(items, language)
    elif kind in (Kind.PEOPLE, Kind.EVENTS):
        body = "\n".join(_line(item) for item in items)
    elif kind is Kind.DATE and len(items) == 2 and all(i.text[:1].isdigit() for i in items):
        body = f"{shown(items[0], kind, language)} – {shown(items[1], kind, language)}"
    else:
        body = ", ".join(shown(item, kind, language) for item in items)
    return "\n".join([body, *notes])


def _verdict(items: Sequence[Item], language: str) -> str:
    """Return yes or no in a sentence, with what the report has instead: a name, a time, "name: offices"."""
    if items[0].text == "có":
        return say("yes", language)
    if len(items) == 1:
        return say("no", language)
    who, _, what = items[1].text.partition(": ")
    if what and len(items) == 2:
        return say("no_but_is", language, who=who, what=what)
    return say("no_but", language, who=", ".join(i.text for i in items[1:]))


def rivals_text(
    kind: Kind, event: EventSummary, others: Sequence[tuple[EventSummary, Sequence[Item]]], language: str
) -> str:
    """Return what tells that an answer is of one of several events that fit the question: which, and the others."""
    lines = [say("of_event", language, event=event.name)]
    for other, items in others[:_MOST_RIVALS]:
        when = f" ({other.when})" if other.when and kind is not Kind.DATE else ""
        told = ", ".join(shown(item, kind, language) for item in items[:_MOST_OF_RIVAL])
        lines.append(f"– {other.name}{when}: {told}{' …' if len(items) > _MOST_OF_RIVAL else ''}")
    if len(others) > _MOST_RIVALS:
        lines.append(say("more_events", language, count=str(len(others) - _MOST_RIVALS)))
    return "\n".join(lines)


# Of other events that fit as well: how many are told, and how many names of each.
_MOST_RIVALS, _MOST_OF_RIVAL = 2, 3


def shown(item: Item, kind: Kind, language: str) -> str:
    """Return the bare answer as it is shown in `language`: dates, numbers, "có" and "không" are put into English."""
    if kind is Kind.YES_NO and item.text in _VERDICTS:
        return say(_VERDICTS[item.text], language).removesuffix(".")
    return item.text if language == "vi" else in_english(kind, item.text)


_VERDICTS = {"có": "yes", "không": "no"}


def deed(act: Act, language: str) -> str:
    """Return the heading of who did `act`; "" for a deed that is not asked about together with another."""
    vietnamese, english = DEEDS.get(act, ("", ""))
    return vietnamese if language == "vi" else english


def _line(item: Item) -> str:
    return f"{item.text} – {', '.join(item.offices)}" if item.offices else item.text


# The aspects of what is not about reports that have an answer of their own.
_SAID_BACK = (
    "greeting", "thanks", "farewell", "about_bot", "help", "slow", "how_known", "complaint", "english", "chat",
)  # fmt: skip


def off_subject_text(aspects: frozenset[str], language: str) -> str:
    """Return what to say to a question that no report can answer."""
    key = next((a for a in _SAID_BACK if a in aspects), "off_subject")
    return say(key, language)


def part_not_found(kind: Kind, language: str) -> str:
    """Return what to say of one thing of several that a question asks (`answering.several`), in one short line."""
    return say(f"no_{kind.value}", language)


def hint_text(event: str, language: str, unclear: str = "") -> str:
    """Return what can be asked, with the name of an event as an example, to somebody who asked for nothing.

    Where it is `unclear` which "event" or "person" a question leans on, it is asked which; a "file" is no event.
    """
    return say(f"unclear_{unclear}" if unclear else "hint", language, event=event or "hội nghị")


_EDITION = compiled_later(r"lần thứ (\S+)")
# What a question names, where it is told in English that no report has it; names and dates stay as they are.
_IN_ENGLISH = (
    (compiled_later(r"khóa (?:thứ )?(\S+)"), r"term \1"),
    (compiled_later(r"kỳ (?:họp )?(?:thứ )?(\S+)"), r"session \1"),
    (compiled_later(r"(?:ngày|năm) (\d[\d/.-]*)"), r"\1"),
    (compiled_later(r"(?:ngày )?hôm nay"), "today"),
    (compiled_later(r"(?:ngày )?hôm qua"), "yesterday"),
    (compiled_later(r"(?:ngày )?mai"), "tomorrow"),
    (compiled_later(r"(\d+) năm"), r"\1 years"),
)


def _named(lacking: str, language: str) -> str:
    """Return what a question names in the words of `language`."""
    if language == "vi":
        return lacking
    if (m := _EDITION.fullmatch(lacking)) is not None:
        return f"the {ordinal(int(m[1]))} edition" if m[1].isdecimal() else f"edition {m[1]}"
    found = ((shape.fullmatch(lacking), english) for shape, english in _IN_ENGLISH)
    told = next((m.expand(english) for m, english in found if m is not None), lacking)
    return in_english(Kind.DATE, told)


def not_found_text(
    lacking: str, nearest: Sequence[EventSummary], language: str, *, more: bool = False, then: str = ""
) -> str:
    """Return what is missing, and the nearest events; `more` when others were asked for than those named already.

    `then` is the time of which any event was asked for.
    """
    if then and lacking.lower() in ("", then.lower()):
        return say("none_then", language, what=_named(then[:1].lower() + then[1:], language))
    if more and not lacking:
        return say("no_more", language)
    head = say("lacking", language, what=_named(lacking, language)) if lacking else say("not_found", language)
    if nearest and lacking:
        listed = "; ".join(f"{e.name}, {e.when}" if e.when else e.name for e in nearest[:2])
        return f"{head} {say('nearest', language, events=listed)}"
    return head
