"""Polls for tests: open ones with two choices unless told otherwise."""

from datetime import timedelta

import factory
from django.utils import timezone

from polls.models import Ballot, Choice, Poll, Tally
from polls.voter import digest
from polls.workflow import SCALE, Kind


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

    @classmethod
    def _create(cls, model_class, *args, is_published, **kwargs):
        """A draft first, as at the desk: of a poll that readers see the choices are fixed."""
        poll = super()._create(model_class, *args, is_published=False, **kwargs)
        poll.is_published = is_published
        return poll

    @factory.post_generation
    def choices(self, create, texts, **kwargs):
        if create:
            default = map(str, SCALE) if self.kind == Kind.SCALE else ("Đẹp", "Chưa đẹp")
            for text in default if texts is None else texts:
                ChoiceFactory(poll=self, text=text)
            Poll.objects.filter(pk=self.pk).update(is_published=self.is_published)


class BallotFactory(factory.django.DjangoModelFactory):
    """A bare row, for constraints and triggers. Whoever tests voting casts votes."""

    class Meta:
        model = Ballot

    poll = factory.SubFactory(PollFactory)
    choices = factory.LazyAttribute(lambda ballot: [ballot.poll.choices.first().pk])
    voter = factory.Sequence(lambda n: digest(f"browser {n}", 0))


def tally(poll, *numbers):
    """Give the choices of a poll these numbers of votes, without any ballots."""
    for choice, number in zip(poll.choices.all(), numbers, strict=True):
        Tally.objects.update_or_create(poll=poll, choices=[choice.pk], part=0, defaults={"ballots": number})
