"""Puts three readers' price alerts into the demonstration and prints, as JSON, the pages and letters that are theirs.

Run as a module where the site's environment is set (`tests.site.server`). No letter leaves.
"""

import json
import sys
from urllib.parse import urlsplit

import django

NAMES = ("hoi", "se-xac-nhan", "da-xac-nhan")


def put() -> dict:
    """Addresses of the pages to `confirm` and to `leave`, and `letters`: HTML by what each is about."""
    from django.db.models.functions import Now  # noqa: PLC0415  (models can be had only after django.setup)

    from markets.models import Instrument  # noqa: PLC0415
    from newsroom.subscriptions import letters, links  # noqa: PLC0415
    from newsroom.subscriptions.models import Kind, Letter, Subscription  # noqa: PLC0415

    gold = Instrument.objects.with_latest().get(slug="vang-mieng-sjc")
    facts = {"kind": Kind.PRICE, "instrument": gold, "is_rise": True}
    levels = [gold.latest.reference + million * 1_000_000 for million in (2, 2, -1)]
    asked, other, confirmed = (
        Subscription.objects.get_or_create(email=f"{name}@bao.example", level=level, **facts)[0]
        for name, level in zip(NAMES, levels, strict=True)
    )
    Subscription.objects.filter(pk=confirmed.pk).update(confirmed_at=Now())
    written = [
        Letter(subscription=asked, about=Letter.About.CONFIRM),
        Letter(subscription=confirmed, about=Letter.About.REACHED, quote=gold.latest),
        Letter(subscription=confirmed, about=Letter.About.CORRECTED, quote=gold.latest),
    ]
    return {
        "confirm": urlsplit(links.to_confirm(asked)).path,
        "confirm_other": urlsplit(links.to_confirm(other)).path,
        "leave": urlsplit(links.to_leave(confirmed)).path,
        "letters": {letter.about: letters.written(letter).alternatives[0].content for letter in written},
    }


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(put()))
