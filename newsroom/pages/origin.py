"""Was this request sent by one of our own pages? Stands in for a token, which a stored page cannot carry."""

from urllib.parse import urlsplit


def is_same_origin(request):
    """Whether the browser vouches that a page of ours sent the request.

    `Sec-Fetch-Site` decides alone where it is present ("none" is no page of ours); browsers without it are asked
    for `Origin`, then `Referer`. A request that says nothing of its source is refused.
    """
    headers = request.headers
    if "Sec-Fetch-Site" in headers:
        return headers["Sec-Fetch-Site"] == "same-origin"
    ours = f"{request.scheme}://{request.get_host()}"
    if "Origin" in headers:
        return headers["Origin"] == ours
    return _origin(headers.get("Referer", "")) == ours


def _origin(address):
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}"
