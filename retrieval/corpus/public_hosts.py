"""Which network addresses are on the public internet: a page must not lead us into the network that we stand in.

Tables of IANA by way of `ipaddress`, and the addresses that carry another address inside them (RFC 4291, 6052, 3056,
4380): a gateway would lead to the inner one.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from ipaddress import IPv4Address, IPv6Address, IPv6Network
from typing import Final, TypeAlias

IPAddress: TypeAlias = IPv4Address | IPv6Address

_NAT64: Final = IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an IPv4 address


def is_public(address: IPAddress) -> bool:
    """Tell whether an address is on the public internet: unicast, and nobody's own."""
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_unspecified
    )


def addresses_of(host: str, port: int, patience_s: float) -> list[IPAddress]:
    """Return the addresses of a host, in the system's order. Raises OSError when there is none, TimeoutError too late.

    Whatever way of writing a number the system knows ("0x7f.1") comes out as the address that it stands for.
    """
    found: list[IPAddress] = []
    faults: list[OSError] = []

    def look_up() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            faults.append(error if isinstance(error, OSError) else OSError(str(error)))
            return
        for *_, place in infos:
            address = ipaddress.ip_address(str(place[0]).partition("%")[0])
            if address not in found:
                found.append(address)

    # The system's own patience has no limit that could be set; a thread can be left behind.
    thread = threading.Thread(target=look_up, name="aidu-resolver", daemon=True)
    thread.start()
    thread.join(patience_s)
    if thread.is_alive():
        raise TimeoutError
    if faults or not found:
        raise faults[0] if faults else OSError("no address")
    return found


def _inner(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, None when it stands for itself."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
