"""Which addresses are on the public internet: an explicit list of all that are not.

From IANA's special-purpose address registries. `ipaddress.is_global` is not enough: it takes multicast, relays and
translated forms of private addresses for public ones.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_PRIVATE = tuple(
    ip_network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
_PUBLIC_6 = ip_network("2000::/3")  # all that is given out; what is not in it is special or unassigned
_PRIVATE_6 = tuple(
    ip_network(net)
    for net in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "3ffe::/16", "5f00::/16")
)


def is_public(address: str) -> bool:
    """Tell whether an address is on the public internet; what is not an address is not."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        return _is_public_6(parsed)
    return _is_public_4(parsed)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in net for net in _PRIVATE)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id:
        return False
    return address in _PUBLIC_6 and not any(address in net for net in _PRIVATE_6)
