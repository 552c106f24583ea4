"""What a letter says: plain text, and the same as simple HTML. In the readers' language, whoever's work it follows."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from newsroom.front.models import Paper
from newsroom.subscriptions import links
from newsroom.subscriptions.alerts import final_of
from newsroom.subscriptions.models import Letter
from newsroom.subscriptions.querysets import UNCONFIRMED_KEPT
from newsroom.text.vietnamese import format_number


def written(letter: Letter) -> EmailMultiAlternatives:
    """The letter as it leaves now, with the prices that stand now."""
    with translation.override(settings.LANGUAGE_CODE):
        facts = _facts(letter)
        message = EmailMultiAlternatives(
            _SUBJECTS[letter.about]() % facts, _rendered(letter, "txt", facts), None, [letter.subscription.email],
            headers=_headers(letter),
        )  # fmt: skip
        message.attach_alternative(_rendered(letter, "html", facts), "text/html")
        return message


_SUBJECTS = {
    Letter.About.CONFIRM: lambda: _("%(paper)s: please confirm the price alert for %(instrument)s"),
    Letter.About.REACHED: lambda: _("%(instrument)s: %(price)s %(unit)s"),
    Letter.About.CORRECTED: lambda: _("Correction: %(instrument)s did not reach %(level)s %(unit)s"),
}


def _facts(letter):
    subscription = letter.subscription
    instrument = subscription.instrument
    return {
        "paper": Paper.current().name,
        "instrument": instrument,
        "unit": instrument.unit,
        "level": format_number(subscription.level, instrument.decimals),
        "is_rise": subscription.is_rise,
        "page": settings.SITE_URL + instrument.get_absolute_url(),
        "leave": links.to_leave(subscription),
        **_of_price(letter, instrument),
        **_of_confirmation(letter),
    }


def _of_price(letter, instrument):
    """What stands now in place of the quote that the letter is about; what was `told`; where the instrument stands."""
    if letter.quote is None:
        return {}
    quote = final_of(letter.quote)
    return {
        "quote": quote,
        "price": _reference(quote, instrument),
        "told": _reference(letter.quote, instrument),
        "latest": instrument.latest,
        "latest_price": _reference(instrument.latest, instrument),
        "is_demo": quote.source.is_demo,
    }


def _reference(quote, instrument):
    if quote is None or quote.reference is None:
        return ""
    return format_number(quote.reference, instrument.decimals)


def _of_confirmation(letter):
    if letter.about != Letter.About.CONFIRM:
        return {}
    return {
        "confirm": links.to_confirm(letter.subscription),
        "hours": int(UNCONFIRMED_KEPT.total_seconds() // 3600),
    }


def _headers(letter):
    """One click leaves, by RFC 8058, also from a letter that nobody asked for; answering machines stay silent."""
    host = settings.SITE_URL.partition("://")[2].partition("/")[0].partition(":")[0]
    return {
        # The same for every try, so that a letter taken twice is shown once.
        "Message-ID": f"<{letter.pk.hex}@{host}>",
        "List-Unsubscribe": f"<{links.to_leave(letter.subscription)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }


def _rendered(letter, kind, facts):
    text = render_to_string(f"subscriptions/letters/{letter.about}.{kind}", facts)
    return text.strip() + "\n"
