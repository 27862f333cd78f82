"""Where in a sentence the thing asked for is named: after its noun, before it as an apposition, by its number."""

from __future__ import annotations

import re

from retrieval.answering.asking.thing_nouns import THEME_NOUNS
from retrieval.answering.evidence.view import View
from retrieval.language.compounds import in_compound
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.patterns import word_spans

_SMALL = "đã|sẽ|được|nhằm|để|tại|vào|với|cho biết|diễn ra|khi|trong|mà|nhưng|do|từ"
_CLAUSE_END = compiled_later(rf"[,.;:!?]|\s[-–—]\s|(?<!\w)(?:{_SMALL})(?!\w)")
# Where a name of its own right after the noun ends: "tàu tuần tra Bạch Long của kiểm ngư".
PLAIN_NAME_END = compiled_later(
    rf"[,.;:!?(]|\s[-–—]\s|(?<!\w)(?:{_SMALL}|của(?! năm)|ở|hôm|ngày|sáng|chiều|tối|cho|là|có|bị|gồm|"
    rf"và(?=\s+[{LOWER}]))(?!\w)"
)


# What a thing asked for may be called in a report (bare letters): awards, papers and gifts have names of their own.
THING_FORMS: dict[str, tuple[str, ...]] = {
    "phan thuong": ("huan chuong", "huy chuong", "bang khen", "giay khen", "ky niem chuong", "danh hieu",
                    "giai thuong"),
    "huan chuong": ("huan chuong",), "giai thuong": ("giai thuong", "giai"), "danh hieu": ("danh hieu",),
    "van kien": ("hiep dinh", "tuyen bo", "ban ghi nho", "bien ban", "thoa thuan", "nghi quyet", "van kien", "hop dong",
                 "nghi dinh thu", "y dinh thu", "ke hoach", "chuong trinh"),
    "ban ghi nho": ("ban ghi nho", "bien ban ghi nho", "thoa thuan"),
    "hop dong": ("hop dong", "thoa thuan"), "hiep uoc": ("hiep uoc", "hiep dinh"),
    "tau khu truc": ("tau khu truc", "khu truc ham", "chien ham", "tau"), "tau san bay": ("tau san bay", "tau"),
    "chien ham": ("chien ham", "tau chien", "tau khu truc", "tau ho ve", "tau"),
    "tau chien": ("tau chien", "chien ham", "tau khu truc", "tau ho ve", "tau"), "tau ngam": ("tau ngam", "tau"),
    "may bay": ("may bay", "chuyen co", "phi co", "tiem kich", "chien dau co"), "chuyen bay": ("chuyen bay", "chuyen"),
    "mau xe": ("mau xe", "dong xe", "chiec", "xe"), "dong xe": ("dong xe", "mau xe", "chiec", "xe"),
    "chiec xe": ("chiec xe", "sieu xe", "chiec", "xe"), "buc tranh": ("buc tranh", "buc", "tranh", "tac pham"),
    "buc anh": ("buc anh", "tam anh", "buc", "anh"), "buc tuong": ("buc tuong", "tuong"),
    "cum tu": ("cum tu", "tu ngu", "tu"), "tu ngu": ("tu ngu", "cum tu", "tu"), "dong chu": ("dong chu", "chu"),
    "vo kich": ("vo kich", "vo dien", "vo"), "vo dien": ("vo dien", "vo kich", "vo"),
    "tieu thuyet": ("tieu thuyet", "cuon"), "san pham": ("san pham",), "tiet muc": ("tiet muc", "ca khuc", "vo", "man"),
    "nghi dinh": ("nghi dinh",), "nguon von": ("nguon von", "von", "nguon"),
    "nguon kinh phi": ("nguon kinh phi", "kinh phi", "nguon"), "nguon": ("nguon", "ngan sach", "kinh phi", "von"),
    "yeu cau": ("yeu cau", "de nghi", "doi hoi"), "de nghi": ("de nghi", "yeu cau", "kien nghi", "de xuat"),
    "de xuat": ("de xuat", "kien nghi", "de nghi"), "kien nghi": ("kien nghi", "de nghi", "de xuat"),
    "dich vu": ("dich vu",), "vac xin": ("vac xin", "vaccine"), "dich benh": ("dich benh", "dich", "benh"),
    "thoa thuan": ("thoa thuan", "hiep dinh", "ban ghi nho", "bien ban ghi nho", "hop dong"),
    "hiep dinh": ("hiep dinh", "hiep uoc", "thoa thuan"), "tuyen bo": ("tuyen bo",),
    "van ban": ("ban ghi nho", "bien ban", "thoa thuan", "van ban", "quyet dinh", "nghi quyet", "nghi dinh", "chi thi",
                "thong tu", "cong van", "cong dien", "thong bao"), "toi danh": ("toi danh", "toi"),
    "toi": ("toi", "hanh vi"), "luat": ("luat", "bo luat"),
    "du luat": ("du luat", "du an luat", "du thao luat", "luat"), "du thao luat": ("du thao luat", "luat"),
    "du an luat": ("du an luat", "du thao luat", "luat"), "dao luat": ("dao luat", "luat"),
    "cuon sach": ("cuon sach", "cuon", "sach", "tac pham"), "bo phim": ("bo phim", "phim"), "phim": ("bo phim", "phim"),
    "xe": ("sieu xe", "chiec", "xe"), "bao": ("bao", "con bao", "tam bao"), "con bao": ("con bao", "tam bao", "bao"),
    "mon qua": ("mon qua", "buc tranh", "buc", "chiec", "bo"), "qua": ("mon qua", "buc tranh", "buc", "chiec"),
    "bai hat": ("bai hat", "ca khuc", "bai"), "ca khuc": ("ca khuc", "bai hat", "nhac pham"),
    "bai": ("bai hat", "ca khuc", "nhac pham", "bai"), "vo": ("vo dien", "vo kich", "vo"),
    "benh": ("benh", "can benh", "chung"), "can benh": ("can benh", "benh"),
}  # fmt: skip
OTHER_FORM = 0.1  # taken off for each form further down its row
# Things whose names have commas and small words in them, and where such a name ends.
_LONG_NAMES = frozenset(
    (
        "luat",
        "du luat",
        "du thao luat",
        "du an luat",
        "dao luat",
        "toi",
        "toi danh",
        "nghi quyet",
        "de an",
        "chien luoc",
        "nghi dinh",
        "thong tu",
        "chi thi",
    )
)
_LONG_NAME_END = compiled_later(
    r"[.;:!?(]|,\s(?![^\W\d_]+(?:\s[^\W\d_]+){0,5}(?:,|\svà\s))|,\s(?=(?:ông|bà|Bộ|Chính|Quốc|Ủy|Ban)\s)|"
    r"(?<!\w)(?:đã|sẽ|nhằm|tại|vào|cho biết|diễn ra|(?<!trong )khi|trong vụ|mà|nhưng|xảy ra|theo|đối với|sau|"
    r"quy định tại|do|được|cần|có hiệu lực)(?!\w)"
)


# What may stand between a thing and its number: capitals, and these.
_BEFORE_CODE = r"(?:số|hiệu|mang|đăng|kiểm|ký|quốc|tế|nội|địa|của|ban|hành|là|có|thứ|[A-ZĐ]\S*)"
_CODE = r"(?P<code>\d\d\s?[A-ZĐ]\d?\s?-\s?\d[\d.]+\d|(?:[A-ZĐ]{1,4}[- ]?)?\d[\w/-]*(?:\.\w+)*)"
_CODE_FOLLOWS = compiled_later(rf"(?:\s+{_BEFORE_CODE}){{0,4}}?\s+{_CODE}")
_TIE = compiled_later(r"(?<!\w)là\s+")
_CODE += r"(?!\s*(?:%|năm|tháng|ngày|người|hành|chiếc|triệu|tỷ))"
# What a court may give, and what a party or an office may.
_PENALTY = compiled_later(
    r"(?<!\w)(?:\d+ năm(?: \d+ tháng)? tù(?: treo| giam)?|\d+ tháng tù(?: treo| giam)?|"
    r"\d+ tuần tù|tù (?:giam )?\d+ (?:năm|tháng|tuần)|(?:án )?(?:tù )?chung thân|"
    r"(?:án )?tử hình|(?:án )?treo \d+ năm)(?!\w)"
)
_FINE = compiled_later(r"(?<!\w)\d+(?:[.,]\d+)*(?: (?:nghìn|triệu|tỷ|tỉ))*(?: đồng| USD)(?!\w)")
_DISCIPLINE = compiled_later(
    r"(?<!\w)(?:khiển trách|cảnh cáo|cách (?:tất cả )?(?:các )?chức(?: vụ)?|khai trừ(?: ra)?(?: khỏi)?(?: đảng)?|"
    r"giáng chức|buộc thôi việc|hạ bậc lương|cho thôi (?:giữ )?chức|tước (?:danh hiệu|quân tịch)|"
    r"(?:buộc |cho )?thôi học|đuổi học(?: \d+ (?:tuần|năm|ngày|tháng))?|hạ hạnh kiểm|đình chỉ (?:công tác|học tập)|"
    r"hạ bậc hàm|phê bình)(?!\w)",
    re.IGNORECASE,
)


_MILESTONE = compiled_later(r"(?<!\w)[Kk][Mm]\s?\d+(?:\s?\+\s?\d+)?(?!\w)(?!/)")
_ARTICLE = compiled_later(r"(?<!\w)(?:(?:điểm \w{1,2},? )?khoản \d+,? )?điều \d+[a-z]?(?!\w)", re.IGNORECASE)


def fixed_forms(focus: str, question: str) -> tuple[re.Pattern[str], ...]:
    """Return what answers a question for a punishment, an article of a law, a milestone (bare letters); else empty."""
    if "ky luat" in focus or (focus == "hinh thuc" and "ky luat" in question):
        return (_DISCIPLINE,)
    if focus in ("km", "cay so", "ly trinh"):
        return (_MILESTONE,)
    if focus in ("dieu khoan", "dieu luat", "khoan"):
        return (_ARTICLE,)
    if focus in ("muc an", "ban an", "hinh phat"):
        return (_PENALTY,)
    return (_PENALTY, _FINE) if focus == "muc phat" else ()


def numbers(focus: str, view: View, index: int, asked: str) -> list[tuple[int, int]]:
    """Return where the numbers stand that things called `focus` (bare letters) bear: "Nghị quyết 1325".

    A number that the question `asked` (bare letters) has is none; codes stand for themselves ("từ VN27 thành VN29").
    """
    text, folded = view.facts.sentences[index].text, view.folded[index]
    given = asked.replace(" ", "")
    found = []
    for form in THING_FORMS.get(focus, (focus,)):
        for _, end in word_spans(folded, form):
            if (code := _CODE_FOLLOWS.match(text, end)) is not None:
                found.append(code.span("code"))
    if focus in CODE_NOUNS and not found:
        found = [m.span() for m in _LETTERS_AND_NUMBER.finditer(text)]
    return [(a, b) for a, b in found if fold(text[a:b]).replace(" ", "") not in given]


# Nouns for the codes themselves (bare letters), and what such a code looks like.
CODE_NOUNS = frozenset(("so hieu", "ky hieu", "ma so", "bien so", "so dang ky", "ma hieu", "bks"))
_LETTERS_AND_NUMBER = compiled_later(
    r"(?<![\w/-])(?:\d\d\s?[A-ZĐ]\s?\d?\s?-\s?\d[\d.]+\d|(?!BKS)[A-ZĐ]{1,4}[- ]?\d{2,5}[A-Z]?)(?![\w/])"
)


def in_apposition(focus: str, text: str, folded: str) -> list[tuple[int, int]]:
    """Return the names in `text` that `focus` (bare letters) explains: "Lý Sơn, hòn đảo nằm ở ..."."""
    found = []
    for start, end in word_spans(folded, focus):
        led = _APPOSED.search(folded, max(0, start - _LONGEST_LEAD), start)
        name = _NAME_BEFORE.search(text, max(0, led.start() - 60), led.start()) if led is not None else None
        if name is not None and not _NAMED_AFTER.match(text, end):
            found.append(name.span())
    return found


_LONGEST_LEAD = 16
_APPOSED = compiled_later(r"(?:,| [-–—]| la)\s+(?:mot |nhung |cac |ten )?$")
_NAMED_AFTER = compiled_later(rf"\s+[{UPPER}\d“\"]")  # ", quận Hải Châu": the noun has a name of its own
_NAME_BEFORE = compiled_later(rf"(?<![\w])[{UPPER}][\w.-]*(?:\s+[{UPPER}\d][\w.-]*)*$")


def named_things(asked: str, view: View, index: int) -> list[tuple[int, tuple[int, int]]]:
    """Return the phrases that begin with the noun asked for or another of its forms, with the place of the form."""
    focus = fold(asked)
    forms = THING_FORMS.get(focus, (focus,)) if focus else ()
    long = focus in _LONG_NAMES
    return [
        (rank, span)
        for rank, form in enumerate(forms)
        for span in _after_noun(form, view, index, long=long, named=form in _OF_MANY_KINDS and form != focus)
        if form != focus or _is_written(asked, view.facts.sentences[index].text[span[0] :])
    ]


def _is_written(noun: str, text: str) -> bool:
    """Tell whether `text` does not begin with another word of the same bare letters ("Tới" for "tội").

    Only a noun of the tables is sure to have its own accents: those of others may be guessed.
    """
    if noun not in THEME_NOUNS:
        return True
    written = text[: len(noun)].lower()
    return fold(written) != fold(noun) or written in (noun.lower(), fold(noun)) or noun.isascii()


# Further things behind the first of a row: "các chủ đề giống lúa, phân bón và tưới tiêu".
_FURTHER = compiled_later(r"(?:,\s[^,.;:()“”\"]{2,60}){0,8}(?:,?\s(?:và|cùng)\s)[^,.;:()“”\"]{2,60}")
_JOINT = compiled_later(r",\s(?:và\s)?|\s(?:và|cùng)\s")


def row_of_things(text: str, span: tuple[int, int], noun: int) -> list[str]:
    """Return the things of the row that begins with the one at `span`, whose noun has `noun` letters; else nothing."""
    further = _FURTHER.match(text, span[1])
    if further is None:
        return []
    parts = _JOINT.split(text[span[0] + noun : further.end()])
    last = _CLAUSE_END.search(parts[-1], 1)
    parts[-1] = parts[-1][: last.start()] if last is not None else parts[-1]
    return [part.strip() for part in parts if part.strip()]


# Nouns of many kinds: where one of these kinds is asked for, only a name right after the noun may be it.
_OF_MANY_KINDS = frozenset(("tau",))


# After the noun these give no name: "chủ đề và những ưu tiên", "luật này".
_NO_NAME = compiled_later(
    r"\s+(?:và|này|đó|ấy|nói|của|những|các|khác|trên|mà|cũng|cho|hay|hoặc|với|như|là|có|phải|rất|ra|nào|gì|nhưng|đang)(?!\w)"
)


# A title in quotation marks right after its noun, whatever signs it has in it.
_TITLE = compiled_later(r"\s+[“\"‘][^“”\"‘’]{3,260}[”\"’]")


def _name_end(text: str, position: int, ends: re.Pattern[str]) -> int:
    """Return where the name after a noun that ends at `position` ends: with its quotation, or its clause."""
    if title := _TITLE.match(text, position):
        return title.end()
    return next((m.start() for m in ends.finditer(text, position + 1) if not in_compound(text, *m.span())), len(text))


def _after_noun(focus: str, view: View, index: int, *, long: bool, named: bool) -> list[tuple[int, int]]:
    """Return the phrases that begin with the noun `focus`, or that "là" ties to it.

    `long`: names have commas; `named`: nothing but a name counts.
    """
    if not focus:
        return []
    text, folded = view.facts.sentences[index].text, view.folded[index]
    spans = []
    for begin, noun_end in word_spans(folded, focus):
        plain = PLAIN_NAME_END if _NAMED_AFTER.match(text, noun_end) else _CLAUSE_END
        end = _name_end(text, noun_end, _LONG_NAME_END if long else plain)
        end = begin + len(text[begin:end].rstrip())
        tie = _TIE.search(text, begin, begin + 120)
        if tie is not None:
            start = tie.end()
            after = _CLAUSE_END.search(text, start + 1)
            spans.append((start, after.start() if after else len(text)))
        if named and not _NAMED_AFTER.match(text, noun_end):
            continue
        if len(text[begin:end].split()) > len(focus.split()) and not _NO_NAME.match(text, noun_end):
            spans.append((begin, end))
    return [s for s in spans if s[1] > s[0]]
