"""Signs beside a date that it is, or is not, the one asked for: its bound, start or end, plan, hour and feast."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.facts.acts import Act
from retrieval.language.calendar_date import PartOfDay
from retrieval.language.dates import DateMention, find_dates
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

BOUND_FIT = 0.1
BOUND = 1.0  # "trước ngày nào" and "trước ngày 18/8"
HOUR = 0.4  # the hour that the question gives stands with the date; less by as much where another hour does
FEAST = 0.5  # "kỷ niệm ngày thống nhất đất nước 30/4": the day kept, not the day of the deed
HELD = 0.3  # "buổi lễ diễn ra ngày 29/4" where the day of something held is asked
EDGE = 0.45  # the end is asked and the date is that of the end; less by as much where it is that of the start
PLAN = 0.2  # what is planned is asked, and the sentence plans
SPAN = 0.9  # several days are asked, and the mention is a span
TELLING = 0.5  # "Ngày 7/4, công an cho biết ...": the day of the telling, where a deed is asked
ISSUED = 1.5  # "Quyết định số 12 ngày 21/6": the day of the paper
HAPPENED = 1.2  # "vụ việc xảy ra ngày 17/8" where the day of what happened is asked
HAPPENED_FIT = 0.15
PERIOD = 0.6  # "nhiệm kỳ 2021-2026" tells no time of an event

# All in bare letters. A bound before the question word, and what the report may say for it right before the date.
_BOUNDS: dict[str, str] = {
    "truoc": r"truoc|cham nhat|muon nhat|han|han chot|den het",
    "sau": r"sau|ke tu sau",
    "tu": r"tu|ke tu|bat dau tu|tinh tu",
    "den": r"den|toi|den het|het|keo dai den|keo dai toi",
    "sang": r"sang|qua|den|toi",
}
_BOUND_ASKED = compiled_later(
    r"(?<!\w)(truoc|sau|tu|den|toi|sang|han|muon nhat|cham nhat|som nhat)(?:\s+(?:het|ngay|hom|luc|khoang|tan))*\s*$"
)
_SAME_BOUND = {"toi": "den", "han": "truoc", "muon nhat": "truoc", "cham nhat": "truoc", "som nhat": "tu"}
# Until when something is to be done, where it is asked when something happened.
LIMIT = 0.4
_LIMIT_TOLD = compiled_later(r"(?<!\w)(?:truoc|cham nhat|muon nhat|han chot|den het)\s+(?:ngay\s+)?$")
_LEAD = r"(?:\s+(?:ngay|hom|luc|khoang|thoi diem|thang|nam|sang|chieu|toi|trua))*\s*$"

_END_ASKED = cues.shape(
    r"(?<!\w)(?:kết thúc|bế mạc|khép lại|chấm dứt|đóng cửa|hết hạn|kéo dài (?:đến|tới)|thì hết|hạn chót|hoàn thành|"
    r"hoàn tất|làm xong|xây xong|khánh thành)(?!\w)"
)
_START_ASKED = cues.shape(r"(?<!\w)(?:khai mạc|bắt đầu|mở màn|khởi tranh|khởi hành|khai trương|mở cửa|khởi công)(?!\w)")
_END_TOLD = compiled_later(
    r"(?<!\w)(?:ket thuc|be mac|khep lai|cham dut|keo dai (?:den|toi)|cho den|den het|den|toi|hoan thanh|hoan tat|xong|"
    r"khanh thanh)(?!\w)[^,;.]{0,28}$"
)
_START_TOLD = compiled_later(
    r"(?<!\w)(?:khai mac|bat dau|mo man|khoi tranh|khai truong|mo cua|khoi cong)(?!\w)[^,;.]{0,28}$"
)
_PLAN_ASKED = cues.shape(r"(?<!\w)(?:dự kiến|sẽ|dự báo|sắp|theo kế hoạch|dự định|theo lịch|bao giờ mới)(?!\w)")
_PLAN_TOLD = compiled_later(r"(?<!\w)(?:du kien|se|du bao|sap|theo ke hoach|du dinh|theo lich|co the)(?!\w)")
_DAYS_ASKED = cues.shape(r"(?<!\w)(?:những|các|mấy|hai|ba) (?:ngày|hôm) (?:nào|mấy)(?!\w)")
_PERIOD_ASKED = cues.shape(r"(?<!\w)(?:nhiệm kỳ|giai đoạn|niên khóa|năm học|khóa)(?!\w)")


@dataclass(frozen=True, slots=True)
class Signs:
    """What a question asks of a date beside the deed: a bound ("" for none), an edge, a plan, some days, a period.

    `moved`: the new date of what was put off; `since`: how long an office is held;
    `told`: what somebody said; `told_then`: when it was told, by such a verb; `paper`: the issue of a paper;
    `happened`: what befell; `part`: of which part of the day; `deadline`: until when something may be done.
    """

    bound: str = ""
    ends: bool = False
    starts: bool = False
    planned: bool = False
    several: bool = False
    period: bool = False
    hour: tuple[int, int] | None = None
    held: bool = False
    moved: bool = False
    since: bool = False
    one_day: bool = False
    told: bool = False
    told_then: bool = False
    paper: bool = False
    happened: bool = False
    part: PartOfDay | None = None
    deadline: bool = False


def signs_asked(question: Question) -> Signs:
    """Return the signs that `question` gives."""
    text = question.text
    m = _BOUND_ASKED.search(question.folded[: question.cue[0]])
    bound = _SAME_BOUND.get(m.group(1), m.group(1)) if m is not None else ""
    ends, starts = _END_ASKED.search(text) is not None, _START_ASKED.search(text) is not None
    return Signs(
        bound=bound,
        ends=bound == "den" or (ends and not starts),
        starts=starts and not ends and bound != "den",
        planned=_PLAN_ASKED.search(text) is not None,
        several=_DAYS_ASKED.search(text[max(0, question.cue[0] - 8) : question.cue[1]]) is not None,
        period=_PERIOD_ASKED.search(text) is not None,
        hour=_hour(question),
        held=_HELD_ASKED.search(text[: question.cue[0]]) is not None,
        moved=_MOVED_ASKED.search(text) is not None,
        since=_SINCE_ASKED.search(text[: question.cue[0]]) is not None,
        one_day=_ONE_DAY.search(text[: question.cue[0]]) is not None and _DAYS.search(text) is None,
        told=bool(question.act_set & _TELLING_ACTS) or _TOLD_ASKED.search(text) is not None,
        told_then=_TOLD_THEN_ASKED.search(text) is not None,
        paper=_PAPER_ASKED.search(text) is not None,
        happened=asks_what_befell(question),
        part=_part(question),
        deadline=_DEADLINE_ASKED.match(text) is not None,
    )


def _part(question: Question) -> PartOfDay | None:
    """Return the part of the day whose date is asked for ("diễn ra tối ngày nào"); "toi" typed bare may be "tới"."""
    m = _PART_ASKED.search(question.text[: question.cue[0]])
    said = "" if m is None or m.group("part") == "toi" else fold(m.group("part"))
    return next((part for part in PartOfDay if fold(part.value) == said), None)


PART = 0.5  # the part of the day that the question gives; less by as much where another stands
_PART_ASKED = cues.shape(r"(?<!\w)(?P<part>sáng|trưa|chiều|tối|đêm)\s+$")
_DEADLINE_ASKED = cues.shape(r"(?:hạn (?:chót|cuối|nộp|chậm nhất)|thời hạn|thời điểm muộn nhất)(?!\w)")
_DEADLINE_TOLD = compiled_later(
    r"(?<!\w)(?:han chot|han cuoi|thoi han|het han|cham nhat|muon nhat|tre nhat|den het|truoc ngay)(?!\w)"
)
_TELLING_ACTS = frozenset((Act.SAY, Act.SPEAK, Act.ANNOUNCE, Act.EXPLAIN, Act.PRESENT))
_TOLD_ASKED = cues.shape(r"(?<!\w)(?:họp báo|thông báo|thông tin|báo cáo|xác nhận|trả lời|đưa tin|trao đổi|gặp)(?!\w)")
# Right after a date at the head of a clause: who told something then.
_TELLS = compiled_later(
    r"[,\s](?:[^.;:,“\"()]|,(?= (?:ông|bà|đại tá|thượng tá|thiếu tướng|trung tướng|luật sư)\s)|\([^()]*\)){0,110}?"
    r"(?<!\w)(?:cho (?:biết|hay)|xác nhận|thông tin|trao đổi với|trả lời|nói với|thông báo|đưa tin|dẫn lời|nguồn tin)"
    r"(?!\w)"
)
# A date between who told something and the verb: "Ban tổ chức ngày 20/5 cho biết, ông A sẽ phát biểu vào 2/6".
_TELLS_NEXT = compiled_later(r"\s(?:cho (?:biết|hay)|đưa tin|dẫn lời|thông báo)(?!\w)")
_TOLD_THEN_ASKED = cues.shape(
    r"(?<!\w)(?:nói|cho biết|cho hay|đưa tin|dẫn lời|thông báo|công bố|thông tin|trả lời|khẳng định|tuyên bố|xác nhận|"
    r"tiết lộ|báo(?! chí| cáo| giới)|cảnh báo|viết)(?!\w)"
)
_HEAD_OF_CLAUSE = compiled_later(
    r"(?:^|[.;:“\"]\s*)(?:(?:vào|hôm|ngày|trước đó|sau đó|liên quan [^.;:]{3,90}),?\s+)*$", re.IGNORECASE
)
_ISSUED = compiled_later(
    r"(?<!\w)số\s+[\w/.-]+(?:\s*[-/]\s*[\w-]+)*\s*,?\s+(?:ra |ký |ban hành )?(?:ngày\s+)?$", re.IGNORECASE
)
_PAPER_ASKED = cues.shape(r"(?<!\w)(?:ban hành|ký|số|văn bản|công văn|có hiệu lực|ra quyết định)(?!\w)")
_HAPPENED_ASKED = cues.shape(
    r"(?<!\w)(?:xảy ra|diễn ra vụ|gây án)(?:\s+(?:vào|từ|lúc|hồi|hôm|ở|tại|trên|trong|sáng|trưa|chiều|tối|đêm))*\s*$"
)
_HAPPENED_TOLD = compiled_later(
    r"(?<!\w)(?:vu (?:viec|an|tai nan|chay|no|viec tren)|su (?:viec|co)|tai nan)\s+(?:\w+\s+){0,3}xay ra[^.;]{0,90}$"
)


def tells_happening(signs: Signs, mention: DateMention, folded: str) -> bool:
    """Tell whether a date in a sentence (bare letters) is that of what befell, where that is asked."""
    return signs.happened and told_what_befell(folded, mention.start)


def asks_what_befell(question: Question) -> bool:
    """Tell whether a question asks for the time or the place at which something befell ("... xảy ra ở đâu")."""
    return _HAPPENED_ASKED.search(question.text[: question.cue[0]]) is not None


def told_what_befell(folded: str, at: int) -> bool:
    """Tell whether a sentence (bare letters) says right before `at` that something befell ("vụ tai nạn xảy ra")."""
    return _HAPPENED_TOLD.search(folded[max(0, at - _LONGEST_TOLD) : at]) is not None


_LONGEST_TOLD = 120  # characters


# What takes no longer than a day, at the head of the question.
_ONE_DAY = cues.shape(
    r"^(?:\S+\s+){0,3}?(?:lễ(?! hội)|buổi|họp báo|cuộc (?:gặp|họp|hội đàm)|phiên họp|hội đàm|đêm nhạc|đám cưới)(?!\w)"
)
_DAYS = cues.shape(r"(?<!\w)(?:từ ngày|mấy ngày|những ngày|các ngày|hai ngày|kéo dài|thời gian nào|đến ngày)(?!\w)")


# What was put off is asked for by its new date, which is told by such a word again.
_MOVED_ASKED = cues.shape(
    r"(?<!\w)(?:dời|lùi|hoãn|chuyển)\s+(?:lại\s+)?(?:sang|đến|tới)\s+(?:ngày|hôm|khi|tháng|lúc)(?!\w)|"
    r"(?<!\w)(?:mở|xử|họp|tổ chức|xét xử|thi|diễn ra)\s+lại(?!\w)|"
    r"(?<!\w)(?:bị|được)\s+(?:dời|lùi|hoãn)\s+(?:lại\s+)?(?:sang|đến|tới)(?!\w)"
)
_MOVED_TOLD = compiled_later(
    r"(?<!\w)(?:(?:dời|lùi|hoãn) (?:lại|đến|tới|sang|lịch|ngày|thời gian)|chuyển sang|"
    r"(?:mở|xử|họp|tổ chức|thi|diễn ra) lại|ấn định|thay vì)(?!\w)",
    re.IGNORECASE,
)


# Since when somebody holds an office is told by how he came to it.
_SINCE_ASKED = cues.shape(
    r"(?<!\w)(?:làm|là|giữ|giữ chức|đảm nhiệm|đảm nhận|trở thành|nắm quyền|đứng đầu|lãnh đạo)\s(?:[^,]*\s)?"
    r"(?:kể )?từ(?:\s(?:ngày|hôm|tháng|năm|khi|lúc))?\s*$"
)
_SINCE_TOLD = compiled_later(
    r"(?<!\w)(?:bổ nhiệm|bầu|trúng cử|đắc cử|nhậm chức|tuyên thệ|giữ (?:chức|cương vị|ghế)|đảm (?:nhiệm|nhận)|"
    r"trở thành|làm(?! việc)|lên (?:làm|nắm|ngôi|thay)|thay|kế nhiệm|tiếp quản|điều động|phân công|chỉ định|cầm quyền|"
    r"nắm quyền|nhiệm kỳ|(?:kể )?từ (?:ngày|tháng|năm|khi))(?!\w)",
    re.IGNORECASE,
)


def tells_other(signs: Signs, text: str) -> bool:
    """Tell whether a sentence with a date tells of something else than the new date, or the coming to office, asked."""
    return (signs.moved and _MOVED_TOLD.search(text) is None) or (signs.since and _SINCE_TOLD.search(text) is None)


def _hour(question: Question) -> tuple[int, int] | None:
    """Return the hour and minute that a question gives ("lúc 7h ngày nào"), where it gives just one."""
    times = {(d.time_from.hour, d.time_from.minute) for d in find_dates(question.text) if d.time_from is not None}
    return times.pop() if len(times) == 1 else None


# What is held, as the subject of a question; and a sentence that tells when it was, right before the date (folded).
_HELD_ASKED = cues.shape(
    r"(?<!\w)(?:lễ|buổi lễ|làm lễ|hội nghị|hội thảo|đại hội|cuộc họp|phiên họp|họp báo|diễn đàn|triển lãm|khởi công|"
    r"khánh thành|khai trương|đám cưới|đám tang|tọa đàm|cuộc thi|liên hoan|lễ hội|phiên tòa|phiên xử)(?!\w)"
)
_HELD_TOLD = compiled_later(
    r"(?<!\w)(?:dien ra|duoc to chuc|to chuc)\s+(?:vao\s+)?(?:trong\s+)?(?:(?:sang|trua|chieu|toi|ngay|hom)\s*,?\s*)*$"
)
_FEAST = compiled_later(
    r"(?<!\w)(?:ky niem|chao mung|mung|huong toi|huong ung)\s+(?:le |nhan dip )?(?:\d+ nam )?(?:ngay|le)(?!\w)"
    r"[^,;.]{0,36}$"
)


# What tells that a date is of the past.
_PAST_TOLD = compiled_later(
    r"(?<!\w)(?:kể từ|từ khi|hồi|trước đó|trước đây|năm ngoái|từng|vừa qua)(?!\w)", re.IGNORECASE
)


def is_past(signs: Signs, text: str, clause: tuple[int, int]) -> bool:
    """Tell whether what the date of a clause dates is over, where the question asks what is planned."""
    told = text[slice(*clause)]
    return signs.planned and _PAST_TOLD.search(told) is not None and _PLAN_TOLD.search(fold(told)) is None


def tells_plan(folded: str) -> bool:
    """Tell whether a sentence (bare letters) tells of what is to come."""
    return _PLAN_TOLD.search(folded) is not None


def has_bound(signs: Signs, mention: DateMention, text: str) -> bool:
    """Tell whether a date in a sentence has the bound that is asked for ("trước ngày nào": "trước ngày 18/8")."""
    if signs.deadline and _is_deadline(mention, text):
        return True
    if not signs.bound:
        return False
    if mention.until is not None:
        return signs.bound == "den"  # "từ 16 đến hết ngày 20-6"
    before = fold(text[max(0, mention.start - 48) : mention.start])
    return re.search(rf"(?<!\w)(?:{_BOUNDS[signs.bound]}){_LEAD}", before) is not None


def _is_deadline(mention: DateMention, text: str) -> bool:
    """Tell whether words beside a date say that something ends with it ("trễ nhất 31-12", "18-1 mới hết thời hạn")."""
    clause = fold(text[max(0, mention.start - _BESIDE) : mention.end + _BESIDE])
    return _DEADLINE_TOLD.search(clause) is not None


_BESIDE = 24  # characters


def sign_score(signs: Signs, mention: DateMention, text: str, clause: tuple[int, int]) -> float:
    """Return by how much a date in a sentence `text` is the more, or the less, what is asked; 0 where nothing tells.

    `mention` stands in `text`; `clause` is the stretch of it that the date dates.
    """
    before = fold(text[max(0, mention.start - 48) : mention.start])
    score = 0.0
    if has_bound(signs, mention, text):
        score += BOUND
    if signs.ends and mention.until is None:
        score += EDGE if _END_TOLD.search(before) else -EDGE if _START_TOLD.search(before) else 0.0
    if signs.starts and mention.until is None:
        score += EDGE / 2 if _START_TOLD.search(before) else -EDGE if _END_TOLD.search(before) else 0.0
    if signs.planned and _PLAN_TOLD.search(fold(text[clause[0] : clause[1]])):
        score += PLAN
    if signs.several:
        score += SPAN if mention.until is not None or mention.listed else 0.0
    if signs.one_day and mention.until is not None and mention.has_day:
        score -= SPAN / 2
    if signs.hour is not None and mention.time_from is not None:
        score += HOUR if (mention.time_from.hour, mention.time_from.minute) == signs.hour else -HOUR
    if signs.held and _HELD_TOLD.search(before):
        score += HELD
    if not signs.bound and not signs.deadline and not signs.ends and _LIMIT_TOLD.search(before):
        score -= LIMIT
    if not signs.told_then and _TELLS_NEXT.match(text, mention.end):
        score -= TELLING
    if _FEAST.search(before) and not mention.anniversary:
        score -= FEAST
    if not signs.told and _HEAD_OF_CLAUSE.search(text[: mention.start]) and _TELLS.match(text, mention.end):
        score -= TELLING
    if _ISSUED.search(text[max(0, mention.start - 48) : mention.start]) and not signs.paper:
        score -= ISSUED
    if signs.part is not None and mention.part_of_day is not None:
        score += PART if mention.part_of_day is signs.part else -PART
    if signs.happened and tells_happening(signs, mention, fold(text)):
        score += HAPPENED
    if mention.period is not None and not signs.period:
        score -= PERIOD
    return score
