"""What browsers may keep of a page."""


def revalidate(get_response):
    """Middleware: a page that says nothing else is asked for again before it is shown again.

    Without it browsers keep a 301 or a 410 for ever, and a story brought back stays gone for whoever saw it gone.
    """

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return middleware
