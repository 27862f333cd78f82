"""Of what sort an event is, by the noun that its name begins with: whether it can be "lễ gì", "cuộc họp nào"."""

from __future__ import annotations

_ALIKE = {
    "le": ("le", "buoi le", "dai le"),
    "buoi": ("buoi", "cuoc", "le"),
    "cuoc": ("cuoc", "buoi"),
    "su kien": ("",),
    "hoat dong": ("",),
    "dip": ("",),
    "hop bao": ("hop bao", "cuoc hop bao", "buoi hop bao"),
    "phien": ("phien",),
    "vu": ("vu",),
}
# Nouns by which the press calls the same sort of event, in bare letters: the noun asked for, and what may answer.
_SORTS = {
    "cuoc hop": ("cuoc hop", "phien hop", "hop", "buoi hop", "ky hop", "hoi nghi", "dai hoi dong", "phien toan the"),
    "buoi hop": ("buoi hop", "cuoc hop", "phien hop", "hop", "hoi nghi"),
    "phien hop": ("phien hop", "cuoc hop", "ky hop", "phien"),
    "dien dan": ("dien dan", "doi thoai", "hoi nghi", "hoi thao", "toa dam"),
    "hoi nghi": ("hoi nghi", "hoi nghi thuong dinh", "cuoc hop", "thuong dinh", "su kien hoi nghi"),
    "hoi thao": ("hoi thao", "buoi hoi thao", "toa dam", "buoi toa dam", "hoi nghi"),
    "toa dam": ("toa dam", "buoi toa dam", "cuoc toa dam", "hoi thao", "doi thoai"),
    "le hoi": ("le hoi", "festival", "lien hoan", "ngay hoi", "hoi"),
    "le": ("le", "buoi le", "dai le", "quoc tang", "dam tang"),
    "buoi le": ("le", "buoi le", "dai le"),
    "cuoc gap": (
        "cuoc gap", "buoi gap", "hoi dam", "hoi kien", "cuoc hoi kien", "cuoc tiep", "cuoc hoi dam", "buoi tiep",
    ),
    "giai dau": ("giai", "vong", "cup"), "giai": ("giai", "vong", "cup"), "cuoc thi": ("cuoc thi", "hoi thi", "giai"),
    "hop bao": ("hop bao", "cuoc hop bao", "buoi hop bao"), "cuoc hop bao": ("hop bao", "cuoc hop bao", "buoi hop bao"),
    "chuyen tham": ("chuyen tham", "chuyen cong tac"), "phien toa": ("phien toa", "phien"),
    "trien lam": ("trien lam", "hoi cho"), "hoi cho": ("hoi cho", "trien lam", "festival"),
}  # fmt: skip
OTHER_SORT = 0.7
ANY_SORT = frozenset(("", "su kien", "hoat dong", "dip", "buoi", "cuoc", "chuong trinh", "su viec"))


def kind_worth(focus: str, folded: str) -> float:
    """Return what it is worth that an event phrase is, or is not, of the kind asked for."""
    if focus in ANY_SORT:
        return 0.4 if focus and heads_alike(focus, folded) else 0.0
    if heads_alike(focus, folded):
        return 0.55 if focus.startswith("le ") else 0.4
    return 0.1 if folded.startswith(_SORTS.get(focus, (focus,))) else -OTHER_SORT


def heads_alike(focus: str, folded: str) -> bool:
    """Tell whether an event phrase is of the kind asked for ("lễ gì": a phrase that begins with "lễ")."""
    return folded.startswith(_ALIKE.get(focus, (focus, f"cuoc {focus}", f"buoi {focus}")))


def is_of_sort(focus: str, event: str) -> bool:
    """Tell whether an event, by its name, is of the sort that `focus` asks for (both in bare letters)."""
    return focus in ANY_SORT or heads_alike(focus, event) or event.startswith(_SORTS.get(focus, (focus,)))
