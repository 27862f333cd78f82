"""What people write to a bot that no press report answers: greetings, thanks, complaints, the weather."""

from __future__ import annotations

from retrieval.language.lazy_pattern import compiled_later

_BOT = "(?:ban|bot|con bot|aidu|ad|admin|may|chu may)"
_YOU = f"(?:{_BOT}|em|e|anh|chi)"
_ME = "(?:toi|minh|em|e|tui|to|mk|anh|chi)"
_QUITE = "(?: (?:qua|the|vay|lam|ghe|a|nhi|troi|roi|luon|het|bet|toet|day|do|nhe|nha|nua|lun|xiu|chut|bot|ban|em|ad))*"
# What is not about reports at all. Folded; the whole question, without padding, must match.
SMALL_TALK: tuple[tuple[str, str], ...] = (  # (aspect, pattern)
    ("greeting",
        r"(?:xin )?chao(?: (?:ban|bot|em|anh|chi|ad|aidu|moi nguoi|ca nha|buoi (?:sang|chieu|toi)))*|(?:hi|hello|"
        r"helo|hey|alo|a lo|hi there|good morning)(?: (?:ban|bot|ad|aidu|em|there))*|bot oi|ban oi|aidu oi|ad oi"),
    ("thanks",
        r"(?:ok |oke |da |vang |u |tot |hay )*(?:xin |minh |toi |em )?(?:rat )?(?:cam on|cam ta|tks|tk|thanks|"
        r"thank you|thank|thks|camon)(?: (?:ban|bot|em|e|ae|anh|chi|ad|aidu|nhieu|rat|nha|nhe|nhen|a|lam|you|so much|"
        r"da tra loi|da giup|vi da giup|da giup do|moi nguoi|cac ban))*"),
    ("farewell",
        r"(?:tam biet|bye|bai|bye bye|goodbye|hen gap lai|chuc ngu ngon)(?: (?:ban|bot|em|anh|chi|ad|aidu|nha|"
        r"nhe))*"),
    ("about_bot",
        rf"{_BOT}(?: nay)? (?:la ai|ten (?:la )?gi|la gi|la cai gi|(?:tra loi|biet)(?: duoc| dc| lam)* (?:nhung )?gi|"
        r"(?:co the )?(?:lam|giup|hoi)(?: duoc| dc| dk)* (?:nhung )?(?:viec )?gi"
        r"(?: (?:duoc|dc|cho|giup|tui|toi|minh|em))*|"
        r"co (?:nhung )?(?:chuc nang|tinh nang) gi|dung de lam gi|"
        r"la nguoi hay may|la robot.*|la con trai hay con gai|do ai (?:tao|lam) ra)|ai (?:da "
        r")?(?:tao|lam|viet|sinh|lap trinh) ra (?:ban|bot|aidu|may)"),
    ("help",
        rf"(?:help|help me|giup|tro giup|giup {_ME}|giup voi|giup {_ME} voi|huong dan(?: su dung| dung| {_ME})*|"
        r"cach (?:dung|su dung|hoi)(?: bot)?|(?:dung|su dung|hoi)(?: bot)? (?:the nao|nhu the nao|ra sao|lam sao)|"
        rf"hoi (?:duoc |dc )?(?:nhung )?gi(?: duoc)?|(?:{_ME} )?(?:co the )?hoi (?:duoc )?(?:nhung )?gi|"
        rf"{_ME} khong biet (?:hoi gi|dung|cach (?:dung|hoi)))"),
    ("slow",
        rf"(?:{_YOU} )?(?:sao )?(?:ma )?(?:tra loi |load |chay )?(?:cham|lau|lag|treo)"
        rf"(?: (?:tra loi|qua troi))?{_QUITE}|"
        rf"(?:cho|doi) (?:lau|mai){_QUITE}|nhanh len{_QUITE}|(?:bao gio|khi nao) (?:moi )?tra loi xong"),
    ("how_known",
        rf"(?:tai sao|sao|vi sao|lam sao|the nao) (?:ma )?(?:{_BOT}|em) (?:lai )?biet(?: \w+){{0,3}}|"
        rf"(?:{_BOT}|em) (?:lay|tim|doc)(?: thong tin| du lieu| tin)*(?: nay)? (?:o dau|tu dau|dau)(?: ra)?|"
        r"(?:nguon|thong tin|du lieu)(?: nay)?(?: duoc)? (?:o dau|tu dau|lay o dau|lay tu dau)(?: ra)?|"
        rf"(?:{_YOU} )?(?:co )?(?:chac|dam chac)(?: chan)?(?: la dung)? (?:khong|ko|k)|"
        r"(?:co )?tin (?:duoc )?(?:khong|ko|k)"),
    ("complaint",
        rf"(?:(?:tra loi|bot|ban|em|cau tra loi|thong tin|ket qua|dap an|cai nay|noi|hinh nhu|van|bi|la) )*"
        rf"(?:(?:sai|nham)(?: (?:ten|nguoi|ngay|nam|cho|su kien|chuc vu|dia diem))?|"
        rf"khong dung|khong phai (?:the|vay|y {_ME})|khong chinh xac|chua dung|chua chinh xac|lac de|linh tinh|"
        rf"vo van|lung tung|khong lien quan){_QUITE}|"
        rf"(?:bot|ban|may|aidu|con bot|do|may moc)(?: nay)? (?:ngu|dot|kem|do|te|vo dung|chan|ngoc|ngao){_QUITE}|"
        rf"(?:chan|te|do|kem|buc minh|that vong|vo dung|buon){_QUITE}|"
        rf"(?:{_ME} )?(?:khong|chang|chua) hieu(?: gi)?(?: ca)?{_QUITE}|"
        rf"(?:bot |ban )?(?:tra loi|noi|cau tra loi) (?:gi )?(?:ma )?(?:dai|ngan|do|te|kem|chan|vong vo|kho hieu|"
        rf"khong ro|roi|nhieu)(?: dong)?{_QUITE}"),
    ("chat",
        rf"(?:ban|bot|em|aidu) (?:co )?(?:khoe|met|vui|buon|doi|nguoi yeu|yeu|thich|ngu|an com)(?: \w+){{0,4}}|"
        r"(?:ban|bot|aidu|em) (?:bao nhieu|may) tuoi.*|(?:ok|oke|okay|vang|da|u|uh|uhm|duoc|tot|hay qua|gioi qua|"
        r"gioi|tuyet|tuyet voi|dung roi|haha|hihi|hehe|khong sao|khong can|thoi|the thoi|xong|xong roi|bo qua|\.+)"
        r"(?: (?:bot|ban|em))*|"
        rf"(?:{_YOU} (?:oi )?)?(?:(?:cho|xin|xin phep|muon|can)(?: phep)? )?(?:{_ME} )?(?:muon |can |xin )?hoi"
        r"(?: (?:chut|ti|ty|xiu|cai|cau|mot|1|nay|voi|thu|them|viec|chuyen|nhe|a))*"),
)  # fmt: skip
# Requests and questions that no press report answers. Folded, anywhere in the question unless they say otherwise.
OFF_SUBJECT: tuple[str, ...] = (
    r"(?:thoi tiet|nhiet do|du bao thoi tiet)(?:\W|$)(?!.*(?:hoi nghi|hoi thao|cuoc hop|le ))(?=.*(?:hom nay|ngay "
    r"mai|bay gio|tuan (?:nay|toi|sau)|the nao|ra sao|bao nhieu do|hien tai|hien gio|mai))",
    r"^(?:\w+ ){0,6}(?:hom nay|ngay mai|mai|bay gio|chieu nay|toi nay|sang mai|tuan sau)(?: \w+){0,4} (?:co "
    r")?(?:mua|nang|lanh|nong|bao|am u|ret)(?: (?:khong|to khong|khong nhi|chua|lon khong|nhieu khong))$",
    r"^(?:\w+ ){0,4}(?:hom nay|ngay mai|mai|bay gio|chieu nay|toi nay|sang mai) (?:\w+ ){0,4}(?:co )?(?:mua|nang|"
    r"lanh|nong|bao|ret)(?: (?:khong|to khong))$",
    r"^(?:gia|ty gia|ti gia) (?:vang|usd|do la|do|dola|xang|dau|bitcoin|btc|bac|euro|co phieu|chung khoan|dat|heo|"
    r"ca phe|gao)(?!\w)(?!.*(?:hoi nghi|hoi thao|du hop))",
    r"(?:so dien thoai|so dt|hotline|dia chi email|email|(?<!tren )(?<!qua )(?<!bai )(?<!mang )"
    r"(?:facebook|zalo)(?= (?:cua|ca nhan|la gi)|$)|so tai khoan|mat khau|"
    r"so cmnd|so cccd|can cuoc cong dan so)(?!\w)(?=.*(?:la gi|bao nhieu|cua|khong|xin|cho)|$)",
    r"(?:nha rieng|dia chi nha|cho o cua|que quan)(?!\w)(?=.*(?:o dau|la gi|nao|bao nhieu|may|$))",
    # A day of birth; a birthday that was kept is an event.
    r"(?<!mung )(?<!tiec )(?<!le )sinh nhat(?! (?:lan thu|thu|\d))"
    r"(?!.*(?<!\w)(?:to chuc|du|mung|cung|tham du|tang|tuoi)(?!\w))(?=.*(?:o dau|la gi|nao|bao nhieu|may|$))",
    r"^(?:bay gio|hien tai|hien gio)(?: dang)?(?: la)? (?:may|bao nhieu) (?:gio|h)(?: roi)?$",
    r"^hom nay(?: la)? (?:thu may|ngay may|ngay bao nhieu|ngay gi|thu bao nhieu|la thu may|mung may|am lich.*)(?: "
    r"roi)?$",
    r"(?:^|(?:toi|minh|em|tui) )(?:ke|viet|sang tac|doc|hat|dich|lam|nghe)(?: (?:cho|giup)?(?: (?:minh|toi|em|"
    r"tui))?(?: nghe)?)? ?(?:mot |1 |bai |cau |may )*(?:chuyen cuoi|truyen cuoi|cau chuyen|chuyen vui|bai tho|tho|"
    r"bai hat|bai van|doan van|code|bai toan|tieng anh|truyen|joke)(?!\w)(?: (?:di|ngan|vui|ve .*|cho .*|nao|"
    r"ma.*))?$",
    r"^[\d\s.,]+(?:cong|tru|nhan|chia|\+|-|x|\*|/|:)[\d\s.,]+(?:bang|=)?\s*(?:may|bao nhieu|\?)?$",
    r"^(?:ket qua )?(?:xo so|kqxs|lo de|so de)(?!\w)", r"^(?:toi|minh|em) nen (?:an|mua|lam|di|choi|mac)(?!\w)",
    r"^(?:an gi|trua nay an gi|toi nay an gi|xem phim gi)(?!\w)",
    r"^(?:cach|cong thuc|huong dan) (?:nau|lam|cai|su dung|giam can)(?!\w)",
    r"(?:dep trai|xinh gai|co vo chua|co chong chua|may vo|may con(?= roi|$))(?!\w)",
)  # fmt: skip
# Facts about a person that reports seldom tell: they must be told with the very word.
PERSONAL: tuple[tuple[str, str], ...] = (
    (
        "age",
        r"(?:bao nhieu|may) tuoi|tuoi cua|do tuoi|sinh nam (?:bao nhieu|nao|may)|nam sinh|(?<!nam )ngay sinh|sinh ngay",
    ),
)


# A question in English: a question word that begins it, and another word that is no Vietnamese syllable, as is a verb
# in -ed behind the first. "WHO" begins Vietnamese questions too.
_ENGLISH = compiled_later(
    r"(?:who|whom|whose|when|where|what|which|how|did|does|was|were|is|are|tell me|"
    r"please|(?:can|could) you|list)\s"
)
_ENGLISH_TOO = compiled_later(
    r"\s(?:did|was|were|is|are|attended|attend|chaired|spoke|speak|at|of|conference|meeting|many|much|you|your|took|opened|"
    r"closed|held|happened|said|talked|from|people|minister|president|chair|chairs|chairman|attends|attendees|"
    r"participants|met|led|present)(?!\w)|^\w+ [a-z]{3,}ed(?!\w)"
)


_PADDING = compiled_later(r"(?: (?:vay|the|nhi|a|ha|nhe|nha|di|z|ta|bot|ban oi|e|nhen))+$")
_SMALL_TALK = [(aspect, compiled_later(pattern)) for aspect, pattern in SMALL_TALK]
_OFF_SUBJECT = [compiled_later(pattern) for pattern in OFF_SUBJECT]
_PERSONAL = [(aspect, compiled_later(rf"(?<!\w)(?:{pattern})(?!\w)")) for aspect, pattern in PERSONAL]


def off_subject(spoken: str) -> set[str]:
    """Return the aspects of what is not about reports, "age" of what they seldom tell; `spoken` is in bare letters."""
    plain = _PADDING.sub("", spoken) or spoken
    for aspect, pattern in _SMALL_TALK:
        if pattern.fullmatch(plain):
            return {"off_subject", aspect}
    if _ENGLISH.match(plain) and _ENGLISH_TOO.search(plain):
        return {"off_subject", "english"}
    for pattern in _OFF_SUBJECT:
        if pattern.search(plain):
            return {"off_subject"}
    return {aspect for aspect, pattern in _PERSONAL if pattern.search(plain)}
