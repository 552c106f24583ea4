"""What a vote leaves of where it came from: keyed digests, never an address or the name of a browser.

They differ from poll to poll and from key to key (`polls.keys`); when their key is destroyed nobody can tell any more
what they were made of.
"""

import hmac
from dataclasses import dataclass
from ipaddress import ip_address

from newsroom.pages.address import client_address
from polls import keys


@dataclass(frozen=True)
class Sender:
    """Where a vote comes from. Digests of the address (IPv6: its /64), of the network around it (/24, /48), and of the
    browser, which is empty unless the browser has no other name; `has_script` says whether it can prove work,
    `has_proved` whether it did.
    """

    address: str = ""
    network: str = ""
    agent: str = ""
    has_script: bool = False
    has_proved: bool = False


def sender_of(request, *, poll_id, is_nameless, **can):
    """The Sender of a request, for one poll; `can` are `has_script` and `has_proved`."""
    address, network = _places(client_address(request))
    agent = request.headers.get("User-Agent", "") if is_nameless else ""
    return Sender(
        address=_digest("address", poll_id, address),
        network=_digest("network", poll_id, network),
        agent=_digest("agent", poll_id, address, agent) if agent else "",
        **can,
    )


def _places(seen):
    """What stands for one line to the internet, and the network that a provider gives out as one."""
    if seen is None:
        return "", ""
    address = ip_address(seen)
    address = getattr(address, "ipv4_mapped", None) or address
    narrow, wide = (0, 8) if address.version == 4 else (64, 80)
    return tuple(f"{address.version}:{int(address) >> bits}" for bits in (narrow, wide))


def _digest(*parts):
    """32 hexadecimal digits."""
    return hmac.digest(keys.current(), "\n".join(map(str, parts)).encode(), "sha256").hex()[:32]
