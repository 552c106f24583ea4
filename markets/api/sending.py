"""Where sources send prices: the same one way in as for feeds, files and people, with an answer for every row."""

import logging

from django.core.exceptions import RequestDataTooBig
from django.http.request import UnreadablePostError
from django.views.decorators.csrf import csrf_exempt

from markets import intake, tokens
from markets.api import body
from markets.api.answers import ProblemError, as_json, problem
from markets.intake import Entry
from markets.models import Channel, SourceToken

logger = logging.getLogger(__name__)


@csrf_exempt  # the token says who sends; no browser adds it by itself
def quotes(request):
    """Takes quotes of the source that the token belongs to, and tells what became of each."""
    try:
        return as_json({"rows": _take(request, _sender(request))})
    except ProblemError as error:
        return problem(error)


def _sender(request) -> SourceToken:
    if request.method != "POST":
        raise ProblemError(405, headers={"Allow": "POST"})
    token = tokens.holder(request.headers.get("Authorization", ""))
    if token is None:
        raise ProblemError(401, headers={"WWW-Authenticate": 'Bearer realm="quotes"'})
    if not SourceToken.objects.count_request(token.pk):
        raise ProblemError(429, headers={"Retry-After": "60"})
    return token


def _take(request, token):
    read = body.entries(token.source, body.rows(_body(request)))
    taken = [one for one in read if isinstance(one, Entry)]
    receipt = intake.record_sheet(taken, by=None, channel=Channel.API)
    told = body.told(read, receipt)
    logger.info("Source %s sent %s rows, %s of them news", token.source_id, len(told), len(receipt.became))
    return told


def _body(request) -> bytes:
    if request.content_type != "application/json":
        raise ProblemError(415)
    try:
        sent = request.body
    except RequestDataTooBig:
        raise ProblemError(413) from None
    except UnreadablePostError:
        raise ProblemError(400) from None
    if len(sent) > body.LARGEST:
        raise ProblemError(413)
    return sent
