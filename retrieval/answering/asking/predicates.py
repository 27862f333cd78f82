"""Where the subject of a clause ends and what is said of it begins: "lãnh đạo tỉnh A | có mặt ở lễ ký"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from retrieval.facts.acts import find_acts
from retrieval.language.normalize import fold, is_unaccented
from retrieval.language.pairs import news_pairs
from retrieval.language.verbs import bare_verbs, news_verbs
from retrieval.language.word_tagger import words as segment

# Words that begin a predicate though they stand in other places as well, which the statistic of verbs leaves out.
_BEGIN = frozenset((
    "đã", "sẽ", "đang", "từng", "vừa", "mới", "bị", "được", "có", "cùng", "phải", "muốn", "cho", "nói", "ra", "về",
    "đến", "tới", "lên", "xuống", "vào", "đi", "sang", "đứng", "mà", "cũng", "còn", "đều", "không", "chưa", "vẫn",
    "bảo", "trực tiếp", "đích thân", "lần đầu", "hay", "không hề",
))  # fmt: skip
_BEGIN_BARE = frozenset(("da", "se", "dang", "tung", "bi", "duoc", "co", "noi", "ma", "cung", "deu", "khong", "chua"))
# Nouns that a verb behind them is part of: what they are about ("buổi làm việc", "vụ giết người"), or which they are.
_ABOUT = frozenset((
    "việc", "vụ", "vụ án", "buổi", "cuộc", "lễ", "sự", "phiên", "đợt", "kỳ", "công tác", "chuyện", "chương trình",
    "hoạt động", "chuyến", "quyền", "cách", "đơn",
))  # fmt: skip
_COMPOUNDS = frozenset(
    f"{noun} {verb}"
    for noun, verbs in {
        "ban": ("tổ chức", "chỉ đạo", "điều hành", "quản lý", "giám sát", "kiểm soát", "kiểm tra"),
        "cơ quan": ("điều tra", "thi hành", "kiểm tra", "giám sát", "kiểm soát"),
        "lực lượng": ("bảo vệ", "cứu hộ", "cứu nạn", "chữa cháy"),
        "hội đồng": ("xét xử", "quản trị", "thẩm định"),
        "đoàn": ("công tác", "kiểm tra", "giám sát"),
        "tổ": ("công tác", "kiểm tra", "giám sát"),
    }.items()
    for verb in verbs
)
# Verbs that are nouns as well; before another verb they are verbs ("cơ quan quyết định thành lập").
_WITH_VERB = frozenset(("quyết định", "dự kiến", "đề nghị", "yêu cầu", "tuyên bố", "cam kết", "bắt đầu"))
_PEOPLE = re.compile(r"(?:người|vị)$", re.IGNORECASE)
# What may follow "người" that is said of nobody: "người dân", "người Việt", "người của công ty A".
_KINDS = frozenset((
    "dân", "đàn", "phụ", "của", "bên", "phía", "thuộc", "trong", "ở", "tại", "từ", "thứ", "lớn", "trẻ", "già", "bạn",
    "thân", "con", "cha", "mẹ", "vợ", "chồng", "nước", "em", "anh", "chị", "thầy", "cô", "phát", "hùng", "nhà", "đồng",
    "kế", "tiền", "đẹp", "mẫu", "lao", "cao", "nổi", "thừa", "mới", "nông", "nào", "đó", "này", "ấy", "là", "với",
))  # fmt: skip


def predicate_start(text: str, start: int, head_end: int) -> int | None:
    """Return where the predicate begins of the clause whose subject begins at `start`; None where none is seen.

    `head_end` is where the head noun of the subject ends, which may look like a verb ("đại diện"). The predicate
    begins with the first verb behind it that is written small.
    """
    if is_unaccented(text):
        return _bare_start(text, head_end)
    directly = re.match(r"\s+([^\W\d_]+)(?!\w)", text[head_end:])
    if directly is not None and directly[1].islower() and _PEOPLE.search(text[start:head_end]):
        return head_end + directly.start(1) if directly[1] not in _KINDS else None
    rest = _CLAUSE.match(text[start:]).group()  # type: ignore[union-attr]  # it matches any text
    acts = {a.start for a in find_acts(rest)}
    before = ""
    for at, word in _words(rest):
        if start + at >= head_end and word[0].islower():
            verb = word in _BEGIN or word in news_verbs() or at in acts
            if verb and before not in _ABOUT and f"{before} {word}" not in _COMPOUNDS:
                return start + (at if before not in _WITH_VERB else rest.lower().rfind(before, 0, at))
        before = word.lower()
    return None


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of `text` with their offsets; a verb taken for the end of a name is cut off ("Mỹ | sở hữu")."""
    position = 0
    for word in segment(text):
        at = text.find(word, position)
        if at < 0:
            continue  # the segmenter wrote it otherwise
        position = at + len(word)
        name = _NAME_FIRST.match(word)
        if name is not None and not _go_together(name.group().split()[-1], word[name.end() :].split()[0]):
            yield at, name.group().rstrip()
            at, word = at + name.end(), word[name.end() :]
        yield at, word


def _go_together(one: str, two: str) -> bool:
    """Tell whether two syllables are so often neighbours in news that they are one word ("Ngoại giao")."""
    return news_pairs().get(one.lower(), {}).get(two, 0) >= _OFTEN


_OFTEN = 100


# Up to a comma that joins no other name ("lãnh đạo Đảng, Nhà nước, Mặt trận dự lễ").
_CLAUSE = re.compile(r"(?:[^,]|,(?=\s+[^\W\d_a-zà-ỹđ][^,]*\s[a-zà-ỹđ]))*")
_NAME_FIRST = re.compile(r"(?:[^\W\d_a-zà-ỹ][^\s]*\s+)+(?=[^\W\d_A-ZĐÀ-Ỹ])")


def _bare_start(text: str, head_end: int) -> int | None:
    folded = fold(text)
    words = list(re.finditer(r"\S+", folded[head_end:]))
    acts = {a.start for a in find_acts(folded, folded=True) if " " in a.verb}
    for one, two in zip_longest(words, words[1:]):
        at = head_end + one.start()
        pair = f"{one.group()} {two.group()}" if two is not None else ""
        if text[at].islower() and (one.group() in _BEGIN_BARE or pair in bare_verbs() or at in acts):
            return at
    return None
