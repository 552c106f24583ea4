"""Polls in templates: the ballot in the side column, and how many voted in words."""

from django import template

from polls.models import Poll
from polls.results import vote_count as in_words

register = template.Library()


@register.inclusion_tag("components/_poll.html")
def front_poll():
    """The newest open poll that an editor put on the front page, ready to vote; nothing where there is none."""
    poll = Poll.objects.open().filter(on_front=True).first()
    return {"poll": poll, "choices": poll.choices.all() if poll else []}


@register.filter
def vote_count(total):
    """`{{ 1234|vote_count }}` → 1.234 lượt bình chọn."""
    return in_words(total)
