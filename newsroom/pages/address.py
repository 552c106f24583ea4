"""The network address that a request came from."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings


def client_address(request) -> str | None:
    """Network address of whoever asks; behind TRUSTED_PROXIES proxies of ours, what the outermost of them saw.

    None where there is none to be had, or what the proxy sent is no address.
    """
    hops = [request.META.get("REMOTE_ADDR", "")]
    if settings.TRUSTED_PROXIES:
        hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    try:
        return str(ip_address(hops[-(settings.TRUSTED_PROXIES or 1)]))
    except (IndexError, ValueError):
        return None


def client_network(request) -> str | None:
    """What to count attempts by: the IPv4 address, or the first address of the IPv6 network of /64; else None.

    A household has a whole such network to itself, each address of which would count its own failures.
    """
    seen = client_address(request)
    if seen is None:
        return None
    address = ip_address(seen)
    if address.version == 4:
        return seen
    return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
