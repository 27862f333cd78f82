"""Values survive being stored, and damaged bytes are told from sound ones."""

from __future__ import annotations

import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.corpus.document import Document
from retrieval.facts.events import Event
from retrieval.facts.people import Person
from retrieval.facts.reading import DatedMention, DocumentFacts
from retrieval.store.codec import CodecError, packed, unpacked

# MessagePack has integers of 64 bits; an offset has fewer.
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
_STORED: tuple[type[Any], ...] = (Document, DocumentFacts, Event, Person, DatedMention)


@pytest.mark.parametrize("kind", _STORED)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_what_is_stored_comes_back_equal_and_of_the_same_type(kind: type[Any], data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    again = unpacked(packed(value), kind)
    assert again == value
    assert type(again) is kind
    assert packed(again) == packed(value)


@given(names=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99))))
def test_plain_values_come_back(names: list[tuple[int, int]]) -> None:
    assert unpacked(packed(names), list[tuple[int, int]]) == names


_SAMPLE = packed(Event("Hội nghị Ngoại giao lần thứ 32", 0, None, -1, "Hà Nội"))


@given(place=st.integers(0, len(_SAMPLE) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_is_noticed(place: int, bit: int) -> None:
    data = bytearray(_SAMPLE)
    data[place] ^= 1 << bit
    try:
        same = unpacked(bytes(data), Event) == unpacked(_SAMPLE, Event)
    except CodecError as error:
        assert error.damaged
    else:
        assert same  # a few bits of the compression's header say nothing of the content


@given(length=st.integers(0, len(_SAMPLE) - 1))
def test_bytes_cut_short_are_noticed(length: int) -> None:
    with pytest.raises(CodecError) as caught:
        unpacked(_SAMPLE[:length], Event)
    assert caught.value.damaged


@given(data=st.one_of(st.binary(), st.none(), st.integers(), st.text(), st.floats()))
def test_anything_else_is_noticed(data: object) -> None:
    with pytest.raises(CodecError):
        unpacked(data, Event)


def test_a_value_of_another_shape_is_of_another_version() -> None:
    with pytest.raises(CodecError) as caught:
        unpacked(packed({"name": 3}), Event)
    assert not caught.value.damaged


def test_a_small_blob_that_unpacks_into_gigabytes_costs_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.store.codec._LARGEST", 1_000)
    with pytest.raises(CodecError):
        unpacked(zlib.compress(bytes(1_000_000)), list[int])
