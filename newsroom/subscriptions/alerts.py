"""Who is to be told of the prices that stand now.

Everything follows from what stands, not from what the signal brought: late, corrected and taken back quotes need no
rule of their own, a run that was lost is made up for by the next, and running twice tells nobody twice.
"""

from django.db import transaction
from django.utils import timezone

from markets.models import Quote
from newsroom.subscriptions.models import Letter, Subscription
from newsroom.subscriptions.querysets import REACHED

BATCH = 500


@transaction.atomic
def judge() -> None:
    """Write the letters that present prices ask for: one for each crossing of a level, at most one a day for each
    subscription, and one where a letter was sent about a price that turned out wrong.
    """
    if Subscription.objects.confirmed().exists():
        _mend()
        _tell()
        _rearm()


def _mend():
    """Quotes that letters were about and that were corrected since, to where the level is not reached after all."""
    fired = Subscription.objects.confirmed().filter(fired_by__correction__isnull=False)
    for quote in Quote.objects.filter(pk__in=fired.values("fired_by")).select_related("instrument"):
        final = final_of(quote)
        concerned = fired.filter(fired_by=quote).select_for_update(of=("self",))
        wrong = [one for one in concerned if not one.is_reached_by(final)]
        letters = [_taken_back(one, quote) for one in wrong]
        Letter.objects.bulk_create([letter for letter in letters if letter], batch_size=BATCH)
        _save(wrong)


def _taken_back(subscription, quote):
    """Where the letter has not left it never will; where it has, another sets it right."""
    waiting = Letter.objects.filter(subscription=subscription, about=Letter.About.REACHED, quote=quote)
    unsent, _by_model = waiting.delete()
    subscription.is_armed, subscription.fired_by = bool(unsent), None
    if unsent:
        subscription.told_on = None
        return None
    return Letter(subscription=subscription, about=Letter.About.CORRECTED, quote=quote)


def _tell():
    reached = Subscription.objects.levels().filter(REACHED, is_armed=True)
    reached = list(reached.select_for_update(of=("self",)).select_related("instrument__standing"))
    today = timezone.localdate()
    told = [one for one in reached if one.told_on != today]
    for one in reached:
        one.is_armed = False
    for one in told:
        one.fired_by_id, one.told_on = one.instrument.standing.latest_id, today
    letters = [Letter(subscription=one, about=Letter.About.REACHED, quote_id=one.fired_by_id) for one in told]
    Letter.objects.bulk_create(letters, batch_size=BATCH)
    _save(reached)


def _rearm():
    """Those whose price has gone back wait for the next crossing."""
    Subscription.objects.levels().filter(~REACHED, is_armed=False).update(is_armed=True)


def _save(subscriptions):
    Subscription.objects.bulk_update(subscriptions, ["is_armed", "fired_by", "told_on"], batch_size=BATCH)


def final_of(quote: Quote) -> Quote:
    """What stands in place of a quote after all its corrections; itself where there are none."""
    while correction := Quote.objects.filter(corrects=quote).select_related("instrument", "source").first():
        quote = correction
    return quote
