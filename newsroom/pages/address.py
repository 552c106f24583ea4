"""The network address that a request came from."""

from ipaddress import ip_address

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
