"""Polls in templates: the ballot in the side column, and how many voted in words."""

from django import template

from newsroom.pages.prepared import prepared
from newsroom.pages.store import shows
from polls.models import Poll
from polls.results import vote_count as in_words

register = template.Library()


@prepared()
def _on_front():
    return Poll.objects.open().with_now().filter(on_front=True)[:1]


@register.inclusion_tag("components/_poll.html", takes_context=True)
def front_poll(context):
    """The newest open poll that an editor put on the front page, ready to vote; nothing where there is none."""
    poll = next(iter(_on_front()), None)
    shows(context.get("request"), "polls:front", *([f"poll:{poll.pk}"] if poll else []))
    return {"poll": poll, "choices": poll.choices.all() if poll else []}


@register.filter
def vote_count(total):
    """`{{ 1234|vote_count }}` → 1.234 lượt bình chọn."""
    return in_words(total)
