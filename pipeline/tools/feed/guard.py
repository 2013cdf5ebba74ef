"""Keeps requests out of private networks: whoever writes a feed must not choose what is asked inside of ours.

It looks at the address that is about to be connected, so neither a name that leads inside, nor one that changes, nor an
odd way to write an address gets past it.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

_NAT64 = IPv6Network("64:ff9b::/96")


class PrivateAddressError(OSError):
    """A name or an address leads into a private network."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the Internet at large; also of one that an IPv6 address wraps."""
    found = ip_address(address.partition("%")[0])
    wrapped = _wrapped(found) if isinstance(found, IPv6Address) else None
    if wrapped is not None:
        found = wrapped
    return found.is_global and not found.is_multicast


def public_socket(info: tuple[Any, ...]) -> socket.socket:
    """A socket for an address of getaddrinfo's. Raises PrivateAddressError where that is not public."""
    family, kind, protocol, _, address = info
    if not is_public(address[0]):
        raise PrivateAddressError(f"{address[0]} is a private address; --allow-private lets it be asked")
    return socket.socket(family, kind, protocol)


def _wrapped(found: IPv6Address) -> IPv4Address | None:
    if found in _NAT64:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
