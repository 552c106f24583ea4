"""Staff lists in the order of given names."""

from django.contrib.admin.views.main import ChangeList
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Value
from django.db.models.functions import Cast

from newsroom.text.vietnamese import name_key


def given_name_order(people):
    """An ordering of the queryset `people` by the names they show: given name, surname, middle names.

    Sorted here, since not every PostgreSQL knows the order of Vietnamese; reads all rows, once: for lists of hundreds.
    """
    places = [person.pk for person in sorted(people.prefetch_related(None), key=lambda p: name_key(str(p)))]
    known = Cast(Value(places), ArrayField(BigIntegerField()))
    return Func(known, F("pk"), function="array_position", output_field=IntegerField())


class StaffList(ChangeList):
    def get_ordering(self, request, queryset):
        return [given_name_order(queryset), "pk"]


class InStaffOrder:
    """For a ModelAdmin whose objects show as names of people. No column orders the list otherwise."""

    sortable_by = ()

    def get_changelist(self, request, **kwargs):
        return StaffList
