"""The one way to tell somebody something: at the desk, by e-mail, or neither, as each account wants it."""

from newsroom.desk import background, letters
from newsroom.desk.notifications.models import Notification


def tell(accounts, *, by, **facts):
    """Tell each of `accounts` but `by`, who did it. `facts` are a Notification's."""
    told = [Notification(account=account, by=by, **facts) for account in accounts if account.pk != by.pk]
    Notification.objects.bulk_create(one for one in told if one.kind not in one.account.muted_at_desk)
    by_mail = [one for one in told if one.account.email and one.kind not in one.account.muted_by_mail]
    for one in by_mail:
        background.run(letters.about(one).send)
