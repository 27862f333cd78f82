"""The offices that stand before and after a name, and where the description of the person begins and ends."""

from __future__ import annotations

import re

from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.name_context import NameSpan
from retrieval.language.office_commas import INSTITUTION_NOUN, completes
from retrieval.language.places import COUNTRY_PATTERN

_BOUNDARY = compiled_later(r"[;:.!?\"“”()\[\]•]|\s[-–—]\s")
_ABBREVIATED = compiled_later(r"(?:TP|TX|TT|T\.T|PGS|GS|TS|ThS|BS|Q|P|St|HT|ĐĐ|(?<!\w)[A-ZĐ]\.[A-ZĐ])$")
_ACRONYM_ASIDE = compiled_later(r"\([A-ZĐ][\w&. -]{1,18}\)")
# Where somebody lives or is from, as crime reports tell it between the age and the office.
_DWELLING = (
    r"(?:(?:hiện |cùng |đều )?(?:trú|ngụ|quê|ở|cư trú|cư ngụ|thường trú|tạm trú|hộ khẩu|HKTT)|phường|quận|huyện|xã|"
    r"tỉnh|TP\.?|thành phố|thị xã|thị trấn|tổ|ấp|thôn|đường|số)\s[^,;()–]{1,40}|Hà Nội|TP\.? ?HCM|"
    r"quê quán [^,;()]{2,40}"
)
_APPOSITION = compiled_later(
    r"\s*(?:,|-|–|—|\()\s*(?:(?:\d{1,3} tuổi|SN:? ?\d{4}|(?:sinh )?năm(?: sinh)?:? \d{4}|sinh \d{4})\s*[,;–-]\s*)?"
    rf"(?:(?:{_DWELLING})\s*[,;–-]\s*){{0,4}}"
    r"(?:(?:hiện |hiện nay |nay |hiện đang |đang |khi đó |lúc đó |lúc bấy giờ |nguyên |vốn |cũng )?(?:là |"
    r"giữ chức |giữ cương vị |đảm nhiệm chức vụ |làm )(?:vụ )?|hiện )?(?:một (?:trong (?:những|số) |vị )?)?"
)
_OF_SOMEBODY = compiled_later(r"\scủa\s+$")
_OF_WHOM = compiled_later(r"[^,]*\scủa\s+(?=[^,]*$)", re.IGNORECASE)
_AND = compiled_later(r"\s+và\s+", re.IGNORECASE)
# What may stand in brackets between a name and its office: an age, another spelling of the name, a place in a photo.
_ASIDE = compiled_later(
    rf"\s*\(((?:\d+ tuổi|SN |sinh năm|trái|phải|giữa|bìa|thứ|hàng|ngoài cùng|áo|đứng|ngồi|ảnh|người|"
    rf"bên|[{UPPER}])[^()]{{0,50}})\)"
)
# Offices by which a report calls its main person without the name: before a verb they begin a clause of their own.
_SUBJECT_OFFICES = frozenset(
    (
        "tổng bí thư", "thủ tướng", "chủ tịch nước", "bộ trưởng", "chủ tịch", "tổng thống", "phó thủ tướng",
        "chủ tịch quốc hội", "đại sứ",
        "thứ trưởng", "giám đốc", "bí thư", "ngoại trưởng", "thủ tướng chính phủ", "nhà vua", "đoàn", "lãnh đạo",
        "đại biểu", "các đại biểu",
    )
)  # fmt: skip
# A preposition that makes the person before the comma a part of another phrase ("Theo yêu cầu của Thủ tướng A, ...").
_GOVERNED = compiled_later(r"(?<!\w)(?:của|với|cho|tới|gửi|trước|bởi|sau khi|khi|cùng)\s+$", re.IGNORECASE)
# After these the office is another's: "Chủ tịch Trung Quốc và ông ...", "lãnh đạo gia đình bà ...".
_NOT_HIS = (" của", " cho", " và", " gia đình", " con", " cháu", " vợ", " chồng")
_HEADS_STATE = compiled_later(r"(?:tổng thống|thủ tướng|quốc vương|nhà vua|lãnh đạo|nhà lãnh đạo)(?!\w)", re.IGNORECASE)
_SERVES_STATE = compiled_later(
    r"(?:đại sứ|ngoại trưởng|cố vấn|người phát ngôn|phát ngôn viên|tổng thống|trợ lý|thư ký)(?!\w)", re.IGNORECASE
)
# Words for those who are somebody's, where the next name's office follows them ("phụ huynh học sinh Trần ...").
_SERVES_NEXT = compiled_later(
    r"\s*(?P<office>phụ huynh|luật sư|trợ lý|thư ký|người phát ngôn|phát ngôn viên|cố vấn)\s+", re.IGNORECASE
)
# An office of a body that stands right before the word of address of the next name: "..., Giám đốc Sở X ông ...".
_BEFORE_ADDRESS = compiled_later(
    r"\s*(?!(?:phó|phu nhân|luật sư|trợ lý|thư ký|người|phát ngôn|cố vấn|cấp phó)(?!\w))"
    rf"(?:{offices.HEAD.pattern})(?:\s+[^\s,;:.()]+)*?\s+(?-i:[{UPPER}])[^\s,;:.()]*(?:\s+[^\s,;:.()]+)*\s+$",
    re.IGNORECASE,
)
# "Theo ông A, người bệnh yêu cầu ...": what follows the comma is what he says.
_ACCORDING = compiled_later(r"(?:^|[.;:]\s+|\s)[Tt]heo\s+$")
# Stops that are no verbs: a clause of its own does not begin with an office and one of these.
_IN_WHOSE_NAME = compiled_later(
    r"(?<!\w)(?:(?:ủy|uỷ) quyền|thừa lệnh|thay mặt|nhân danh)(?:\s+(?:của|cho))?(?:\s+các)?\s+$", re.IGNORECASE
)
_NAMING_FAR = 24  # letters before an office that may tell that somebody else acts for who holds it
_PREPOSITIONS = frozenset(("với", "trong", "tại", "từ", "theo", "cùng", "để", "ở", "về", "bên", "dưới", "trước", "sau"))
# A dash between two offices of one person ("Phó thủ tướng - Bộ trưởng Bộ Ngoại giao ..."), and what may stand between
# the head of the first and the dash.
_DASH = compiled_later(r"\s[-–—](?=\s)")
_FEW_WORDS = compiled_later(r"(?:\s[^\s,;:.()-]+){0,5}")
# To or with whom somebody does something; but "với người đồng cấp Lào, ông ..." names him.
_TO_ANOTHER = compiled_later(r"(?<!\w)(?:với|cho|tới|gửi)\s+$", re.IGNORECASE)
_IN_CITY = compiled_later(
    rf"\s(?:tại|ở)\s(?!{COUNTRY_PATTERN}|VN|Liên |LHQ|WTO|khu vực|miền|\w+ viện|Quốc hội)[^,]*$", re.IGNORECASE
)
_POSTED = compiled_later(
    r"(?:(?:phó|nguyên|cựu|tổng|trưởng) )*(?:đại sứ(?! quán)|lãnh sự|đại diện|tùy viên|tham tán|phái đoàn|phóng viên|"
    r"chi nhánh|văn phòng|giám đốc|chuyên gia)(?!\w)",
    re.IGNORECASE,
)
_OF_ANOTHER = compiled_later(r"(?<!\w)(?:với|cho|tới|gửi|của|trước)\s+$", re.IGNORECASE)
_DOES = compiled_later(
    r"\s+(?:đã|sẽ|đang|vừa|cũng|cho (?:biết|hay|rằng)|nói|nhấn mạnh|khẳng định|phát biểu|bày tỏ|đánh giá|đề nghị|"
    r"yêu cầu|kêu gọi|chia sẻ|nhận định|thừa nhận|trả lời|giải thích|tuyên bố|lưu ý|báo cáo|trình bày|thông tin|nêu|"
    r"chủ trì|dẫn đầu|thăm|tiếp|trao|ký|tới|đến|lên đường|chỉ đạo|giải trình|cam kết|cảm ơn|kiến nghị|đề xuất)(?!\w)"
)
_HIS_PEER = compiled_later(r"(?:người đồng (?:cấp|nhiệm)|người (?:kế|tiền) nhiệm)(?!\w)", re.IGNORECASE)
# Many, of whom nobody is named: what follows the comma after them is somebody else.
_MANY = compiled_later(r"(?:^|\s)(?:các|những|vong linh|nhiều|mọi|anh hùng)\s+(?:\w+\s+)?$", re.IGNORECASE)
# Whose office (cơ quan) it is that somebody works in, is not who he is: "Chủ nhiệm Văn phòng Chủ tịch nước ...".
_OFFICE_OF = compiled_later(r"(?:^|\s)(?:văn phòng|phủ)\s+$", re.IGNORECASE)
_AND_AFTER = compiled_later(r"\s*(?:\s(?:và|cùng|cùng với))?\s*$")
_JOINING = (" và", " cùng", " với")
_OWN = compiled_later(r"\scủa (?:mình|họ|tôi|chúng tôi|ông|bà|anh|chị)$")
_MOST_SYLLABLES = 26


def offices_before(text: str, floor: int, span: NameSpan, *, alone: bool) -> tuple[list[str], int]:
    """Return the offices that run up to the name, in order, and where the first of them begins.

    `floor` is where the words of the person before end; `alone` says that no earlier person of the sentence could own
    an office that only a comma separates.
    """
    end = span.honorific_start
    region = text[floor:end]
    if span.honorific:
        region = re.sub(r"[-–—](\s*)$", r",\1", region)  # "cựu Trung tướng Công an - ông Phan ..." as with a comma
    region = _parted(region)
    start = floor + _cut(region)
    pieces = _pieces(text, start, floor + len(region), region[start - floor :])
    found: list[str] = []
    outer = end
    pending_end = end
    last = True
    for number, (piece_start, piece) in enumerate(pieces):
        if last and not piece.strip() and (span.honorific or span.ranks):
            # "Bộ trưởng ..., ông Nguyễn ...": the office ends at the comma before the honorific.
            pending_end, last = piece_start - 1, False
            continue
        heads = list(offices.HEAD.finditer(piece))
        chain = _chain(piece, heads)
        if chain is None:
            if (
                heads
                or not piece.strip()
                or offices.find_stop(piece)
                or found
                or not _may_end_institution(pieces, number)
            ):
                break
            last = False
            continue
        if not last and not found and not alone and not span.honorific and pending_end == end and number == 1:
            break
        if pending_end != end and _MANY.search(piece[:chain]):
            break  # "tưởng nhớ các liệt sĩ, ông ..."
        apart = pending_end != end and not _HIS_PEER.match(piece, chain)
        if apart and span.honorific and not found and _TO_ANOTHER.search(piece, 0, chain):
            break  # "khi hội đàm với thủ tướng, ông ...": one speaks with somebody else
        if apart and _OF_ANOTHER.search(piece, 0, chain) and _DOES.match(text, span.end):
            break  # "Báo cáo với Chủ tịch nước, Bộ trưởng A cho biết": who does it is not who it is done to
        office_start = piece_start + chain
        office = offices.trim(text[office_start:pending_end])
        both = bool(found) and office.lower() == "tổng bí thư" and found[0].lower().startswith("chủ tịch")
        if (
            pending_end != end
            and not both
            and _IN_WHOSE_NAME.search(text[max(0, office_start - _NAMING_FAR) : office_start])
        ):
            break  # "thừa ủy quyền của Chủ tịch nước, đại tá A": whose office it is, is not told
        if found and _HEADS_STATE.match(office) and _SERVES_STATE.match(found[0]):
            break  # "... của Tổng thống Mỹ, Đại sứ ...": two persons
        if pending_end != end and _IN_CITY.search(office) and _POSTED.match(office) is None:
            break  # "cuộc họp Bộ trưởng Quốc phòng NATO tại Brussels, ông ..."
        if text[office_start:pending_end].rstrip().endswith(_NOT_HIS) or not _looks_like_office(
            office, touching=pending_end == end
        ):
            break
        if office:
            found.insert(0, office)
            outer = office_start
        pending_end = piece_start - 1 if piece_start > floor else piece_start
        if piece[:chain].strip() or not alone:
            break  # something else stands before the office in this piece, or it may be another person's
        last = False
    return found, outer


def _parted(region: str) -> str:
    """Return `region` with a comma for each dash between two offices; every offset stays."""
    for dash in _DASH.finditer(region):
        if offices.HEAD.match(region, dash.end() + 1) is None:
            continue
        head = max((h.end() for h in offices.HEAD.finditer(region) if h.end() <= dash.start()), default=-1)
        if head >= 0 and _FEW_WORDS.fullmatch(region, head, dash.start()):
            region = f"{region[: dash.start()]},  {region[dash.end() + 1 :]}"
    return region


def _cut(region: str) -> int:
    """Return where the last sentence sign of `region` ends that is no part of an abbreviation or an institution."""
    cut = 0
    asides = [m.span() for m in _ACRONYM_ASIDE.finditer(region)]
    for boundary in _BOUNDARY.finditer(region):
        sign = boundary.group()
        before, after = region[: boundary.start()], region[boundary.end() :]
        if any(start <= boundary.start() < end for start, end in asides):
            continue  # "Phòng Thương mại và Công nghiệp Việt Nam (VCCI) Vũ Tiến ..."
        if sign == "." and _ABBREVIATED.search(before):
            continue
        if len(sign) == 3 and offices.joins_institution(before, after):
            continue
        cut = boundary.end()
    return cut


def _pieces(text: str, start: int, end: int, region: str) -> list[tuple[int, str]]:
    """Return the stretches of `region` between commas with where they begin, the last first."""
    found: list[tuple[int, str]] = []
    position = 0
    for comma in re.finditer(r",", region):
        found.append((start + position, region[position : comma.start()]))
        position = comma.end()
    found.append((start + position, region[position:]))
    return found[::-1]


def _may_end_institution(pieces: list[tuple[int, str]], number: int) -> bool:
    """Tell whether piece `number` (counted from the name) may be the tail of an institution that has a comma."""
    if number + 1 >= len(pieces):
        return False
    tail = ",".join(piece for _, piece in pieces[: number + 1][::-1])
    follows = any(INSTITUTION_NOUN.search(piece) for _, piece in pieces[number + 1 : number + 4])
    return follows and (" và " in tail or " & " in tail or (number == 0 and len(tail.split()) <= 8))


def _chain(piece: str, heads: list[re.Match[str]]) -> int | None:
    """Return where the office phrase that runs to the end of `piece` begins, or None."""
    if not heads:
        return None
    begin = heads[-1]
    if offices.find_stop(piece, begin.end()):
        return None
    start = begin.start()
    if _OFFICE_OF.search(piece[:start]) and len(heads) < 2:
        return None  # "Phó Văn phòng Chủ tịch nước ..." is not the president
    for head in reversed(heads[:-1]):
        between = piece[head.end() : start].split()
        beside = between and between[-1] == "kiêm"  # "Bí thư Tỉnh ủy kiêm Chủ tịch ...": both are held by one
        if not (beside or _OFFICE_OF.fullmatch(piece[head.end() : start])) and (
            any(word[0].islower() and word.lower() not in ("của", "thường", "trực", "và", "kiêm") for word in between)
            or "và" in between
        ):
            break  # the two heads do not make one office
        start = head.start()
    return start


def _looks_like_office(office: str, *, touching: bool) -> bool:
    """Tell whether a phrase before a name is an office: a head with words of an institution, not a clause."""
    head = offices.HEAD.match(office)
    if _OWN.search(office) is not None:
        return False  # "Bằng kinh nghiệm quản lý của mình, ông ..."
    rest = office[head.end() :].split() if head else []
    if touching or (not rest and not (head and offices.is_profession(head.group()))):
        return len(office.split()) <= _MOST_SYLLABLES
    capitals = sum(1 for word in rest if word[0].isupper())
    if head and offices.is_profession(head.group()) and not capitals:
        return False
    return len(office.split()) <= _MOST_SYLLABLES and (capitals > 0 or len(rest) <= 3)


def offices_after(text: str, span: NameSpan, following: NameSpan | None, *, has_before: bool) -> tuple[list[str], int]:
    """Return the offices in apposition after the name, and where the last of them ends.

    `following` is the next name; `has_before` tells whether an office stands before the name already.
    """
    ceiling = following.honorific_start if following else len(text)
    position = span.end
    aside = _ASIDE.match(text, position)
    if aside and offices.head_after(text, aside.start(1)) is None:
        inner = _APPOSITION.match(text, position)
        if inner is None or offices.head_after(text, inner.end()) is None:
            position = aside.end()
    separator = _APPOSITION.match(text, position)
    if separator is None or separator.end() > ceiling or offices.head_after(text, separator.end()) is None:
        return [], span.end
    closing = ")" if "(" in separator.group() else ""
    dashed = re.search(r"[-–—]", separator.group()) is not None
    base = separator.end()
    stretch, reaches, verb = _stretch(text, base, ceiling, closing)
    if verb and not closing and not dashed:
        bare = offices.trim(stretch).lower() in _SUBJECT_OFFICES
        governed = has_before and _GOVERNED.search(text[: span.honorific_start - _before_length(text, span)])
        told = _ACCORDING.search(text[: span.honorific_start]) and stretch.islower()
        if bare or governed or told or (has_before and _opens_clause(text, span)):
            return [], span.end  # "..., Tổng Bí thư cho rằng": the office is the next clause's subject
    if reaches and following is not None and "," not in stretch and _OF_SOMEBODY.search(stretch):
        # "X, người phát ngôn của ông Bush": the other person completes the office.
        return [offices.trim(text[base : following.end])], base + len(stretch.rstrip())
    if reaches and following is not None and not following.honorific:
        # "phát ngôn viên của cựu tổng thống ...": the other person is part of the office.
        head = offices.HEAD.match(stretch)
        of_whom = _OF_WHOM.match(stretch, head.end()) if head else None
        if of_whom and offices.HEAD.search(stretch, of_whom.end()) is not None:
            return [offices.trim(text[base : following.end])], base + of_whom.end()
    found, kept_end = _split(stretch, base, span.end, following if reaches else None)
    return found, kept_end + (1 if closing and text[kept_end : kept_end + 1] == ")" else 0)


def _before_length(text: str, span: NameSpan) -> int:
    """Return the length of the office that touches the name from before."""
    head = list(offices.HEAD.finditer(text[: span.honorific_start]))
    return span.honorific_start - head[-1].start() if head else 0


def _opens_clause(text: str, span: NameSpan) -> bool:
    """Tell whether the person stands in a phrase that opens the sentence ("Với các yêu cầu của Thủ tướng A, ...")."""
    return (
        re.match(r"(?:Với|Trước|Sau|Trong|Tại|Cùng|Nhận|Thực hiện|Bên cạnh)\s", text) is not None
        and "," not in text[: span.start]
    )


def _stretch(text: str, base: int, ceiling: int, closing: str) -> tuple[str, bool, bool]:
    """Return the words that may describe the person, whether the next person ends them, and whether a verb does."""
    stretch = text[base:ceiling]
    if closing:
        depth = 0
        for at, char in enumerate(stretch):
            depth += (char == "(") - (char == ")")
            if depth < 0:
                stretch = stretch[:at]
                break
    cut = len(stretch)
    for boundary in re.finditer(
        r"\([A-ZĐ][^()]{0,40}\)|[;:!?\"“”\[\]•()]|\.(?=\s|$)|\s[-–—]\s|\sđại diện (?=\d|hai|cho|các)", stretch
    ):
        sign = boundary.group()
        if (sign[0] == "(" and len(sign) > 1) or (sign == "." and _ABBREVIATED.search(stretch[: boundary.start()])):
            continue  # "Hiệu trưởng Trường ĐH Bách khoa (ĐH Quốc gia TP. HCM)"
        if len(sign) == 3 and closing:
            continue
        if len(sign) == 3:
            rest = stretch[boundary.end() :]
            if (
                re.match(rf"[{UPPER}]", rest)
                and offices.HEAD.match(rest) is None
                and not offices.find_stop(stretch[: boundary.start()])
            ):
                continue  # "Sở Kế hoạch - Đầu tư"
            if (
                re.match(rf"[{LOWER}]+", rest)
                and offices.HEAD.match(rest) is None
                and re.search(
                    r"(?:văn hóa|thông tin|giáo dục|kế hoạch|khoa học|lao động|tài nguyên)$",
                    stretch[: boundary.start()],
                    re.IGNORECASE,
                )
            ):
                continue
        cut = boundary.start()
        break
    stretch = stretch[:cut]
    heads = [h.span() for h in offices.HEAD.finditer(stretch)]
    position = 0
    while (stop := offices.find_stop(stretch, position)) is not None:
        if not any(a <= stop.start("stop") < b for a, b in heads):
            last = stretch[: stop.start("stop")].split(",")[-1]
            # A verb after "..., người" has its own subject; so it does right after a comma.
            verb = (
                stop.group("stop") not in _PREPOSITIONS
                and bool(last.strip())
                and ("," not in stretch or offices.HEAD.match(last.lstrip()) is not None)
            )
            return stretch[: stop.start("stop")], False, verb
        position = stop.end("stop")
    return stretch, len(stretch) == ceiling - base, False


def _split(stretch: str, base: int, end: int, following: NameSpan | None) -> tuple[list[str], int]:
    """Return the offices between the commas of `stretch`, and where the last one that is this person's ends."""
    pieces = stretch.split(",")
    found: list[str] = []
    kept_end, offset = end, base
    ends_at = _last_office(pieces) if following is not None and not following.honorific else len(pieces) - 1
    for number, piece in enumerate(pieces[: ends_at + 1]):
        last = number == ends_at
        if number and offices.HEAD.match(piece.lstrip()) is None:
            if not piece.strip():
                offset += len(piece) + 1
                continue
            if not found or not completes(found[-1], pieces[number:]):
                break
            found[-1] = offices.trim(f"{found[-1]},{piece}")
            kept_end = offset + len(piece.rstrip())
            offset += len(piece) + 1
            continue
        if (
            last
            and following is not None
            and (not following.honorific or ((number > 0 or not found) and _BEFORE_ADDRESS.match(piece)))
            and piece.strip()
            and not piece.rstrip().endswith(("và", ","))
        ):
            owned = _own_part(piece, next_is_person=True)
            if owned[1] and offices.trim(owned[0]):  # "A, Bí thư Đoàn phường và luật sư B"
                found.append(offices.trim(owned[0]))
                kept_end = offset + len(owned[0])
            elif not found and (serves := _SERVES_NEXT.match(piece)) and offices.HEAD.match(piece, serves.end()):
                found.append(offices.trim(serves.group("office")))
                kept_end = offset + serves.end("office")
            break  # the office before the next name
        body, tail = _own_part(piece, next_is_person=last and following is not None)
        office = offices.trim(body)
        if office and len(office.split()) <= _MOST_SYLLABLES and not office.endswith(_NOT_HIS):
            found.append(office)
            kept_end = offset + len(_AND_AFTER.sub("", body))
        offset += len(piece) + 1
        if tail:
            break
    return [offices.trim(part) for office in found for part in re.split(r"\s+kiêm\s+(?=\w)", office)], kept_end


def _last_office(pieces: list[str]) -> int:
    """Return where the office begins that the last piece ends ("Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch")."""
    last = len(pieces) - 1
    if pieces[last].rstrip().endswith(_JOINING):
        return last
    first = next((n for n in range(last, -1, -1) if offices.HEAD.match(pieces[n].lstrip())), last)
    office = pieces[first]
    for number in range(first + 1, last + 1):
        if not pieces[number].strip() or not completes(office, pieces[number:]) or " cùng " in pieces[number]:
            return last
        office = f"{office},{pieces[number]}"
    return first


def _own_part(piece: str, *, next_is_person: bool) -> tuple[str, bool]:
    """Return the part of `piece` before "và" or "cùng" that brings in others, and whether there was such a word."""
    tail = re.search(
        r"\s+(?:và|cùng|cùng với)\s+(?=(?:các|đại diện|lãnh đạo|nhiều|một số|đông đảo|ông|bà)(?!\w))", piece
    )
    body = piece[: tail.start()] if tail else piece
    joined = next((m for m in _AND.finditer(body) if offices.HEAD.match(body, m.end())), None)
    if joined and next_is_person:
        return body[: joined.start()], True
    return body, tail is not None
