"""Bytes to text: every encoding in which reports arrive, and what is no text."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.corpus.decoding import UndecodableError, decode

TEXT = "Sáng 7/3, đồng chí Lê Văn Bình, Bí thư Tỉnh ủy, chủ trì hội nghị trực tuyến.\nThưa các đồng chí!\n" * 3


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode(form: str, ending: str, mark: bytes, encoding: str) -> None:
    text = unicodedata.normalize(form, TEXT)
    assert decode(mark + text.replace("\n", ending).encode(encoding)) == text


def windows_1258(text: str) -> bytes:
    """Encode as Windows does: a base letter, then the tone as a character of its own."""
    out = bytearray()
    for character in unicodedata.normalize("NFC", text):
        try:
            out += character.encode("cp1258")
        except UnicodeEncodeError:
            *base, tone = unicodedata.normalize("NFD", character)
            # ế is ê with an acute; but ặ-like orders (ặ) come apart with the dot first.
            if len(base) == 2 and base[1] == "\u0323":
                base, tone = [base[0], tone], "\u0323"
            out += unicodedata.normalize("NFC", "".join(base)).encode("cp1258") + tone.encode("cp1258")
    return bytes(out)


def test_windows_1258() -> None:
    assert unicodedata.normalize("NFC", decode(windows_1258(TEXT))) == TEXT


def test_a_few_broken_bytes_cost_no_more_than_themselves() -> None:
    data = TEXT.encode() * 5
    broken = data[:50] + b"\xff" + data[50:]
    assert decode(broken).replace("\ufffd", "") == TEXT * 5


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + b"\0" * 100, b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 5],
)
def test_binary(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)


def test_an_unknown_encoding_is_said_so() -> None:
    with pytest.raises(UndecodableError, match="UTF-8"):
        decode("こんにちは世界。日本語の文章です。".encode("shift-jis") * 10)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        assert "\r" not in decode(data)
    except UndecodableError as error:
        assert str(error)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=100))
def test_utf8_comes_back(text: str) -> None:
    text = text.replace("\ufeff", "").replace("\ufffd", "")
    assert decode(text.encode()) == text
