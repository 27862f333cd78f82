"""Text for fonts of before Unicode. The two samples were typed letter by letter from the tables of the fonts."""

import pytest

from retrieval.corpus.decoding import UndecodableError, decode
from retrieval.corpus.legacy_fonts import from_legacy_font

TEXT = "Sáng 7/3, đồng chí Lê Văn Bình, Bí thư Tỉnh ủy, chủ trì hội nghị. Dự có bà Phạm Thị Hường.\n"
TCVN3 = "S¸ng 7/3, ®ång chÝ Lª V¨n B×nh, BÝ th­ TØnh ñy, chñ tr× héi nghÞ. Dù cã bµ Ph¹m ThÞ H­êng.\n"
VNI = "Saùng 7/3, ñoàng chí Leâ Vaên Bình, Bí thö Tænh uûy, chuû trì hoäi nghò. Döï coù baø Phaïm Thò Höôøng.\n"


@pytest.mark.parametrize("written", [TCVN3, VNI], ids=["TCVN3", "VNI"])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_read(written: str, encoding: str) -> None:
    assert decode((written * 2).encode(encoding)) == TEXT * 2


def test_capitals() -> None:
    assert from_legacy_font("ÑOÀNG CHÍ NGUYEÃN VAÊN ÖÙNG, ÑAÏI BIEÅU") == "ĐỒNG CHÍ NGUYỄN VĂN ỨNG, ĐẠI BIỂU"
    assert from_legacy_font("§ång chÝ §Æng ¤n, ñy viªn ¦u tó, ®¹i biÓu") == "Đồng chí Đặng Ôn, ủy viên Ưu tú, đại biểu"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Hội nghị họp. " * 5,
        "Le président français a reçu l'émissaire à l'hôtel où était né le général, près de la forêt.",
        "São Paulo e Brasília receberam a delegação; o cônsul não disse quando chegará às reuniões.",
        "A plain text without any letter of its own.",
        "",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert from_legacy_font(text) is None


def test_bytes_of_another_language_are_still_refused() -> None:
    with pytest.raises(UndecodableError):
        decode("Привет, как дела сегодня?".encode("koi8-r") * 5)
