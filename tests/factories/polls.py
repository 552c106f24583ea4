"""Polls for tests: open ones with two choices unless told otherwise."""

from datetime import timedelta

import factory
from django.utils import timezone

from polls.models import Choice, Poll, Vote
from polls.voter import digest


class ChoiceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Choice

    text = factory.Sequence(lambda n: f"Ý kiến {n}")
    order = factory.Sequence(lambda n: n)


class PollFactory(factory.django.DjangoModelFactory):
    """An open poll of two choices; `choices=[...]` names others; `closed`, `scheduled`, `draft` make other states."""

    class Meta:
        model = Poll
        skip_postgeneration_save = True

    class Params:
        closed = factory.Trait(closes_at=factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1)))
        scheduled = factory.Trait(opens_at=factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1)))
        draft = factory.Trait(is_published=False)

    question = factory.Sequence(lambda n: f"Bạn đọc nghĩ gì về chuyện thứ {n}?")
    is_published = True
    opens_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=2))

    @factory.post_generation
    def choices(self, create, texts, **kwargs):
        if create:
            for text in ("Đẹp", "Chưa đẹp") if texts is None else texts:
                ChoiceFactory(poll=self, text=text)


class VoteFactory(factory.django.DjangoModelFactory):
    """A bare row without its tally: for constraints only. Whoever tests voting casts votes."""

    class Meta:
        model = Vote

    poll = factory.SelfAttribute("choice.poll")
    voter = factory.Sequence(lambda n: digest(f"browser {n}", 0))
