"""What counts as an address on the web, and which hosts a page may be fetched from."""

from __future__ import annotations

import ipaddress
import socket
import threading
from pathlib import Path

import pytest

from retrieval.corpus.addresses import WebAddress, has_scheme, is_web, location, web_address
from retrieval.corpus.public_hosts import addresses_of, is_public
from retrieval.errors import InputError


@pytest.mark.parametrize(
    ("given", "text", "site"),
    [
        ("https://bao.vn/a.html", "https://bao.vn/a.html", "https://bao.vn/"),
        (" HTTPS://Bao.VN:443?x=1#dau ", "https://bao.vn/?x=1", "https://bao.vn/"),
        ("http://bao.vn:8080/Bài", "http://bao.vn:8080/Bài", "http://bao.vn:8080/"),
        ("https://báo.vn", "https://báo.vn/", "https://báo.vn/"),
        ("http://[2606:4700::1]:80/a", "http://[2606:4700::1]/a", "http://[2606:4700::1]/"),
    ],
)
def test_addresses(given: str, text: str, site: str) -> None:
    address = web_address(given)
    assert (str(address), address.site) == (text, site)
    assert location(given.strip()) == address == web_address(text)
    assert is_web(text)


@pytest.mark.parametrize(
    "given",
    [
        "ftp://bao.vn/a",
        "file:///etc/passwd",
        "https://",
        "https:///a",
        "https://ban:matkhau@bao.vn/",
        "https://bao.vn:99999/",
        "https://bao.vn:0/",
        "https://bao.vn:x/",
        "https://bao..vn/",
        "https://[fe80::1%25eth0]/",
        "https://[::1/",
        "https://bao.vn/a b",
        "https://bao.vn/\x00a",
        "https://bao.vn\\@127.0.0.1/",
        "https://bao.vn/\r\nHost: x",
        "http://\u202e/",
        "https://" + "a" * 64 + ".vn/",
        "https://bao.vn/" + "a" * 2000,
    ],
)
def test_what_is_no_address_is_named_with_the_remedy(given: str) -> None:
    with pytest.raises(InputError, match=r"https://bao\.vn/bai\.html") as caught:
        web_address(given)
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in given[:20])
    assert shown in str(caught.value) or "@" in given
    assert "matkhau" not in str(caught.value)
    assert "must look like" in caught.value.said("en")
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("given", ["/tmp/a", "C:\\bai", "bai.txt", "https", "//bao.vn/a", "a:b"])
def test_paths_are_no_addresses(given: str) -> None:
    assert not has_scheme(given) and not is_web(given)
    assert location(given) == Path(given)


def test_two_spellings_are_one_address() -> None:
    assert len({web_address("HTTP://A.vn"), web_address("http://a.vn:80/#x")}) == 1
    assert isinstance(location("http://a.vn"), WebAddress)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1"],
)
def test_public_hosts(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "192.0.2.1"),
        *("192.168.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "::127.0.0.1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::1"),
        *("2002:a00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe"),
    ],
)
def test_hosts_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "::1", "::ffff:7f00:1"])
def test_a_number_in_any_writing_is_seen_through(host: str) -> None:
    assert not any(is_public(address) for address in addresses_of(host, 80, 5))


def test_a_name_server_that_never_answers_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: (over.wait(20), [])[1])
    with pytest.raises(TimeoutError):
        addresses_of("bao.vn", 80, 0.05)
    over.set()
