from django import template

from markets import findings
from markets.admin.held import MendForm
from markets.models import Held

register = template.Library()


@register.simple_tag
def held_prices():
    """Everything that waits for a decision, with what the desk shows beside it. One query."""
    return list(Held.objects.waiting().with_facts())


@register.inclusion_tag("admin/markets/_held_card.html", takes_context=True)
def held_card(context, held):
    """A held price with its reasons and, for those who may decide, the three verbs."""
    return {
        "held": held,
        "reasons": findings.in_words(held),
        "may_be_approved": findings.may_be_approved(held),
        "form": MendForm(held),
        "next": context["request"].get_full_path(),
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
        "perms": context["perms"],
    }
