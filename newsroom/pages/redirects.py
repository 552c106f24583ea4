from django.http import HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """Sends the browser on with a GET, so that reloading the next page does not send the form again (RFC 9110, 303)."""

    status_code = 303
