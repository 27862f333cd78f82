"""What excludes what: a report that tells the opposite of what is claimed denies it ("chấp nhận" asked, "bác" told)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.patterns import has_word, word_spans

# What excludes what. Each row: what a question may ask, and by what a report tells that it was not so.
OPPOSITES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("chấp nhận", "đồng ý", "chấp thuận", "tán thành"),
     ("bác", "bác bỏ", "từ chối", "y án", "khước từ", "phản đối", "giữ nguyên bản án", "giữ nguyên mức án")),
    (("sống sót", "còn sống", "sống", "thoát chết"),
     ("tử vong", "chết", "thiệt mạng", "qua đời", "chết đuối", "tử nạn")),
    (("tử vong", "chết", "thiệt mạng"), ("sống sót", "thoát chết", "qua khỏi", "bình phục")),
    (("dự", "tham dự", "có mặt", "tham gia", "đến dự"),
     ("vắng mặt", "không có mặt", "không dự", "không thể dự", "cáo lỗi")),
    (("có mặt", "trình diện"), ("vắng mặt",)),
    (("ra tòa", "đến tòa", "tới tòa", "hầu tòa"), ("vắng mặt", "không có mặt")),
    (("đóng phí", "nộp phí", "trả phí", "đóng tiền", "nộp tiền"),
     ("miễn thu phí", "miễn phí", "được miễn", "miễn thu")),
    (("đi cùng", "bay sang", "về nước", "cùng chồng", "cùng vợ", "đi theo"), ("ở lại", "nán lại")),
    (("mất tiền", "tốn tiền", "trả tiền", "thu tiền", "bán vé", "mua vé", "mất phí", "thu phí"),
     ("miễn phí", "không thu phí", "không mất tiền", "không bán vé", "vào cửa tự do")),
    (("cấp", "được cấp", "cho phép"), ("từ chối", "từ chối cấp", "cấm")),
    (("thắng", "chiến thắng", "vô địch"), ("thua", "thất bại", "để thua", "thảm bại", "bị loại")),
    (("thua", "thất bại"), ("thắng", "chiến thắng", "giành chiến thắng")),
    (("thừa nhận", "nhận tội", "xác nhận"), ("phủ nhận", "bác bỏ", "chối", "chối tội", "kêu oan")),
    (("đỗ", "đậu", "trúng tuyển"), ("trượt", "rớt", "thi trượt")),
    (("đúng giờ", "đúng hẹn", "đúng lịch", "đúng kế hoạch"), ("chậm", "muộn", "trễ", "sớm hơn", "lùi")),
    (("đi chung", "đi cùng", "cùng nhau"), ("đi riêng", "riêng rẽ", "đi một mình")),
    (("trong nước", "ở trong nước"), ("ngoài nước", "ở ngoài nước", "nước ngoài")),
    (("ngoài nước", "nước ngoài"), ("trong nước",)),
    (("trực tiếp",), ("trực tuyến", "qua video", "từ xa")),
    (("tăng",), ("giảm",)), (("giảm",), ("tăng",)),
    (("mạnh hơn",), ("yếu hơn", "kém hơn")), (("yếu hơn",), ("mạnh hơn",)), (("cao hơn",), ("thấp hơn",)),
    (("thấp hơn",), ("cao hơn",)), (("nhiều hơn",), ("ít hơn",)), (("ít hơn",), ("nhiều hơn",)),
    (("lớn hơn",), ("nhỏ hơn", "bé hơn")), (("nhỏ hơn",), ("lớn hơn",)), (("sớm hơn",), ("muộn hơn", "trễ hơn")),
    (("muộn hơn",), ("sớm hơn",)), (("nhanh hơn",), ("chậm hơn",)), (("đắt hơn",), ("rẻ hơn",)),
    (("rẻ hơn",), ("đắt hơn", "cao hơn")), (("tốt hơn",), ("kém hơn", "xấu hơn", "tệ hơn")),
    (("bỏ", "xóa bỏ", "bãi bỏ", "thay đổi", "sửa đổi", "điều chỉnh"), ("giữ nguyên", "vẫn giữ", "không thay đổi")),
    (("giữ nguyên",), ("bãi bỏ", "thay đổi", "điều chỉnh")),
    (("có tội",), ("vô tội", "trắng án")),
    (("dương tính",), ("âm tính",)), (("âm tính",), ("dương tính",)),
    (("hợp pháp", "đúng luật", "đúng quy định"),
     ("trái phép", "bất hợp pháp", "trái luật", "sai quy định", "trái quy định")),
    (("được thả", "được trả tự do", "tại ngoại"), ("bị tạm giam", "bị bắt giam", "tiếp tục bị giam")),
    (("ủng hộ", "tán thành", "hoan nghênh", "đồng tình"),
     ("phản đối", "chống lại", "bỏ phiếu chống", "lên án", "chỉ trích", "không khả thi", "bất cập")),
    (("phản đối", "chống", "chống lại", "chỉ trích", "lên án"),
     ("ủng hộ", "tán thành", "hoan nghênh", "đồng tình", "ca ngợi", "nhất trí")),
    (("thành công",), ("thất bại", "không thành")),
    (("đạt được thỏa thuận", "ký thỏa thuận"), ("không đạt được", "đổ vỡ", "bất thành")),
    (("tiếp tục",), ("chấm dứt", "dừng", "ngừng", "hủy bỏ")),
    (("công khai",), ("xử kín", "xét xử kín", "họp kín", "kín", "bí mật", "không công khai")),
    (("xử kín", "họp kín", "bí mật"), ("công khai",)),
    (("khứ hồi",), ("một chiều",)), (("một chiều",), ("khứ hồi", "hai chiều")),
    (("vượt", "vượt quá"), ("trong giới hạn", "trong biên độ", "trong phạm vi", "trong mức", "dưới mức")),
    (("tự nguyện",), ("bị ép", "ép buộc", "cưỡng chế", "bắt buộc")), (("bắt buộc",), ("tự nguyện", "tùy chọn")),
    (("vẫn", "vẫn còn"), ("từng thuộc", "đã thanh lý", "không còn")),
    (("đúng hạn", "đúng tiến độ", "kịp"), ("chậm tiến độ", "trễ hạn", "quá hạn")),
    (("độc thân", "chưa kết hôn"), ("đã kết hôn", "có vợ", "có chồng")), (("kết hôn",), ("ly hôn", "hủy hôn")),
    (("bị bắt", "bị bắt giữ", "bị bắt sống"), ("bị bắn chết", "tẩu thoát", "bỏ trốn", "đang bị truy nã")),
    (("cắt đứt", "chấm dứt"), ("hạ mức", "nối lại", "duy trì")), (("lỗ",), ("lãi", "có lãi")), (("lãi",), ("lỗ",)),
    (("nặng hơn", "tăng án"), ("giảm án", "nhẹ hơn")), (("giảm án",), ("y án", "tăng án", "giữ nguyên")),
    (("mở cửa",), ("đóng cửa",)), (("miễn phí",), ("thu phí", "có thu phí", "mất phí")),
    (("tổ chức", "diễn ra"), ("hủy cuộc", "hủy buổi", "hủy lễ", "hủy hội", "bị hủy", "hủy bỏ", "bị hoãn", "tạm hoãn")),
)  # fmt: skip


_Forms = tuple[tuple[str, ...], ...]
_Row = tuple[tuple[_Forms, _Forms], tuple[tuple[str, ...], tuple[str, ...]]]


@cache
def _rows() -> tuple[_Row, ...]:
    """Return the rows of the table, each in bare letters and as it is written."""

    def forms(phrases: tuple[str, ...]) -> _Forms:
        return tuple(tuple(tokens(fold(p))) for p in phrases)

    return tuple(((forms(asked), forms(told)), (asked, told)) for asked, told in OPPOSITES)


@lru_cache(maxsize=64)  # asked for every sentence that may bear the claim
def _rows_claimed(text: str) -> tuple[_Row, ...]:
    """Return the rows of which `text`, the core of a claim, has what may be asked."""
    folded, low = f" {' '.join(tokens(fold(text)))} ", text.lower()
    return tuple(
        ((asked, told), written)
        for (asked, told), written in _rows()
        if any(f" {' '.join(form)} " in folded for form in asked)
        and (text.isascii() or any(word in low for word in written[0]))
    )


def is_opposed(core: Sequence[QueryWord], text: str, view: View, sentence: int) -> bool:
    """Tell whether a sentence tells the opposite of `text`, the core of a claim: "chấp nhận" asked, "bác" told."""
    here = view.words[sentence]
    written = view.facts.sentences[sentence].text.lower()
    for (asked, told), (asked_words, told_words) in _rows_claimed(text):
        if any(
            here.has(form) and (text.isascii() or has_word(written, w))
            for form, w in zip(asked, asked_words, strict=True)
        ):
            continue  # it has the very word; "Bộ" is not "bỏ", though without marks one is the other
        if any(here.has(form) and _is_told(written, w) for form, w in zip(told, told_words, strict=True)):
            return True
    return False


def _is_told(written: str, word: str) -> bool:
    """Tell whether a sentence has a word that it does not deny in its turn ("không thể phủ nhận")."""
    return any(_DENIED.search(written, 0, start) is None for start, _ in word_spans(written, word))


_DENIED = compiled_later(r"(?<!\w)(?:không|chưa|chẳng) (?:(?:thể|hề|bị|có) )?$")
