"""Accounts for tests, one per role."""

import factory
from django.contrib.auth.models import Group

from newsroom.desk.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """An account of the desk; `roles=[...]` names its groups. The password is "secret"."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    is_staff = True
    password = factory.django.Password("secret")

    @factory.post_generation
    def roles(self, create, names, **kwargs):
        if create and names:
            self.groups.set(Group.objects.filter(name__in=names))
