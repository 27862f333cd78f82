"""Each table of furniture: what it must match, and body lines it must leave alone."""

import pytest

from retrieval.corpus.furniture import (
    Furniture,
    furniture_of,
    has_credit,
    is_author_line,
    is_credit_alone,
    source_of,
)
from retrieval.language.normalize import reading_form

FURNITURE = {
    Furniture.VIEWS: ["Lượt xem: 2.045", "3,411 lượt xem", "Đã xem: 77 lần", "Số lượt truy cập 12"],
    Furniture.RATING: ["Đánh giá bài viết", "(Nhấn vào sao để chấm điểm cho bài này)", "★★★★☆", "4.5/5 sao"],
    Furniture.ACCESSIBILITY: ["A- A A+", "A+ | Giảm tương phản", "Cỡ chữ: A A A", "Tăng tương phản"],
    Furniture.MENU: ["Trang chủ", "Đăng nhập", "Tìm theo ngày:", "Về đầu trang", "Thời sự"],
    Furniture.BREADCRUMB: ["Trang chủ / Tin tức / Đối ngoại", "Tin tức » Thời sự » Chính trị"],
    Furniture.SHARE: ["Chia sẻ", "Facebook | Zalo | Twitter", "Chia sẻ bài viết qua Facebook", "In bài viết"],
    Furniture.IMAGE: ["image advertisement", "Quảng cáo", "[Ảnh 2]", "banner-1.png", "![logo](a.png)"],
    Furniture.PLAYER: ["Video Player is loading.", "00:12 / 03:40"],
    Furniture.EMPTY: ["noData", "Không có dữ liệu", "-----", "Chưa có bình luận nào"],
    Furniture.SEE_ALSO: ["Xem thêm: Tỉnh khai trương cầu mới", ">> Bão số 5 suy yếu thành áp thấp", "Xem tại đây"],
    Furniture.SOURCE: ["Nguồn: Báo Quốc tế", "(Theo TTXVN)", "(Nguồn: VOV)", "Theo baochinhphu.vn"],
    Furniture.BYLINE: ["Tin, ảnh: Hải Yến", "Bài và ảnh: Minh Đức", "Tác giả: Lê Bình", "PV", "Nhóm phóng viên"],
    Furniture.CONTACT: [
        "Địa chỉ: 12 Trần Phú, Hà Đông",
        "Điện thoại: 0226.385.1234",
        "toasoan@tinhnha.gov.vn",
        "0226.3851.234 - 0226.3851.235",
        "www.tinhnha.gov.vn",
    ],
    Furniture.RELATED: ["Tin liên quan", "Bài viết liên quan:", "Đọc thêm"],
    Furniture.OTHER_NEWS: ["Tin khác", "Các tin khác", "TIN MỚI NHẤT", "Xem nhiều nhất", "Tin tiêu điểm", "Mới nhất"],
    Furniture.COMMENTS: ["Phản hồi", "Bình luận (3)", "Ý kiến bạn đọc", "Gửi bình luận của bạn"],
    Furniture.KEYWORDS: ["Từ khoá: ngoại giao, hội nghị", "Tags", "Lê Bình • Từ khóa", "#hoinghi #doingoai"],
    Furniture.STATISTICS: ["Thống kê truy cập", "• Đang online: 4", "Hôm nay: 120", "Tổng lượt truy cập: 9.999"],
    Furniture.EDITORIAL: [
        "Cơ quan chủ quản: Ủy ban nhân dân tỉnh",
        "Tổng Biên tập: Lê Bình",
        "© 2023 Báo Tỉnh Nhà",
        "Giấy phép số 12/GP-TTĐT do Sở cấp ngày 1/2/2020",
        "Cổng Thông tin điện tử tỉnh Nhà",
        "Liên hệ",
    ],
}  # fmt: skip

BODY = [
    "Chia sẻ tại hội nghị, ông Lê Bình cho biết tỉnh đã hoàn thành kế hoạch.",
    "Đánh giá cao kết quả đạt được, Bộ trưởng đề nghị các đơn vị tiếp tục phát huy.",
    "Địa chỉ đỏ của thanh niên toàn tỉnh đón hơn 300 lượt khách.",
    "Giấy phép lái xe hạng A1 không có thời hạn.",
    "Thống kê cho thấy có 12 đoàn tham dự.",
    "Cổng TTĐT Chính phủ sẽ tiếp tục cập nhật thông tin.",
    "Theo ông Lê Bình, hội nghị đã thành công.",
    "Phản hồi ý kiến cử tri, bà Trần Thị Hoa hứa sẽ xem xét.",
    "Nguồn lực bên ngoài là quan trọng.",
    "Chủ đề của hội nghị là hợp tác và phát triển",
    "Trang trọng, ấm cúng",
    "Liên hệ với thực tiễn địa phương, đại biểu nêu ba kiến nghị.",
    "Hôm nay: 12 đoàn đại biểu đã có mặt.",
    "Các đồng chí: Lê Bình, Bí thư Huyện ủy; Trần Hoa, Chủ tịch HĐND huyện.",
    "Có 120 đại biểu tham dự",
]


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in FURNITURE.items() for line in lines])
def test_furniture_is_known(kind: Furniture, line: str) -> None:
    assert furniture_of(reading_form(line)) is kind


def test_every_kind_has_examples() -> None:
    assert set(FURNITURE) == set(Furniture)


@pytest.mark.parametrize("line", BODY)
def test_text_is_no_furniture(line: str) -> None:
    assert furniture_of(line) is None


def test_a_long_line_is_no_furniture() -> None:
    assert furniture_of("© " + "một " * 100) is None


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Nguồn: Báo Quốc tế", "Báo Quốc tế"),
        ("(Theo TTXVN)", "TTXVN"),
        ("(Nguồn: VOV).", "VOV"),
        ("Theo baochinhphu.vn", "baochinhphu.vn"),
        ("Nguồn lực", None),
    ],
)
def test_source(line: str, source: str | None) -> None:
    assert source_of(line) == source


@pytest.mark.parametrize(
    "line",
    ["Thu Hà", "Lê Bình - Trần Hoa", "Phương Vũ (Theo AFP)", "H.Y (tổng hợp)", "ĐỨC MINH", "Lê Bình và Trần Hoa"],
)
def test_author_lines(line: str) -> None:
    assert is_author_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ông Tr.",
        "Ông Lê Bình",
        "Lê Bình phát biểu",
        "Kết quả đạt được",
        "Hội nghị 2023",
        "Bế mạc!",
        "Hà",
        "Đồng chí Lê Bình",
    ],
)
def test_no_author_lines(line: str) -> None:
    assert not is_author_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Huyện ủy Lê Bình phát biểu. Ảnh: Thu Hà",
        "Đoàn công tác chụp ảnh lưu niệm - Ảnh: THU HÀ.",
        "Quang cảnh phiên họp (Ảnh: TTXVN)",
        "Ông Lê Bình (thứ hai từ trái sang) trao quà",
        "Bà Trần Hoa (bìa phải) và các đại biểu",
        "Toàn cảnh lễ ký. Ảnh VGP/Nhật Bắc",
    ],
)
def test_credits(line: str) -> None:
    assert has_credit(line)


@pytest.mark.parametrize(
    "line", ["Các đại biểu chụp ảnh lưu niệm.", "Ông chia sẻ nhiều hình ảnh đẹp.", "Lê Bình (trái phép)"]
)
def test_no_credits(line: str) -> None:
    assert not has_credit(line)


def test_credit_alone() -> None:
    assert is_credit_alone("Ảnh: VGP")
    assert is_credit_alone("(Ảnh minh họa).")
    assert not is_credit_alone("Ảnh hưởng của bão rất lớn")
