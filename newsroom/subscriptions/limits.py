"""How often letters may be asked for: by address, so that nobody's mailbox is flooded, and by network, so that nobody
tries many addresses.

What is kept for a day is a digest, keyed with the SECRET_KEY and different for addresses and networks; no network
address is stored, and that of a reader only in what that reader asked for.
"""

from datetime import timedelta

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.crypto import salted_hmac

from newsroom.pages.address import client_network
from newsroom.subscriptions.models import Ask

KEPT = timedelta(days=1)
PER_ADDRESS = 3
"""Letters of confirmation that one address gets in a day."""
PER_NETWORK = 30
"""Times that one network may ask in a day; a household or a newsroom behind one address stays below it."""


def admits_network(request) -> bool:
    """Whether the network of a request may ask once more; counts it."""
    return _take(_digest("network", client_network(request) or ""), PER_NETWORK)


def admits_address(email: str) -> bool:
    """Whether an address may get one more letter of confirmation today; counts it."""
    return _take(_of_address(email), PER_ADDRESS)


def forget_address(email: str) -> None:
    """Drop what is kept of an address."""
    Ask.objects.filter(digest=_of_address(email)).delete()


def sweep() -> None:
    """Drop what has served its day."""
    Ask.objects.filter(at__lte=Now() - KEPT).delete()


@transaction.atomic
def _take(digest, most):
    with connection.cursor() as cursor:
        # One at a time for each digest, so that many requests at once count as many.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [digest])
    if Ask.objects.filter(digest=digest, at__gt=Now() - KEPT).count() >= most:
        return False
    Ask.objects.create(digest=digest)
    return True


def _of_address(email):
    """Mail to `lan+gia@…` and `Lan@…` lies in one mailbox."""
    name, _at, domain = email.lower().rpartition("@")
    return _digest("address", f"{name.partition('+')[0]}@{domain}")


def _digest(kind, text):
    return salted_hmac(f"newsroom.subscriptions.{kind}", text, algorithm="sha256").hexdigest()[:32]
