"""Questions whose SQL is made once in a process, for pages that are rendered often.

Django makes the SQL of a query anew each time it is asked, which for a page of readers takes longer than the database
needs to answer. A question that is always the same but for some values is therefore put into words once:

    @prepared(pk=models.BigIntegerField())
    def story(pk):
        return Article.objects.published().filter(pk=pk)

    story(pk=12)  # a list of stories
"""

from collections.abc import Callable
from copy import copy
from functools import cached_property, update_wrapper
from types import SimpleNamespace

from django.db import connections
from django.db.models import Expression, Field, QuerySet, prefetch_related_objects
from django.db.models.query import ModelIterable


class Given(Expression):
    """A value of a question, filled in whenever it is asked."""

    def __init__(self, name: str, field: Field):
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, _compiler, _connection):
        return "%s", [self]


class Question:
    """Called with its values by name it answers with a list of model instances; `given` offers parts of long lists."""

    def __init__(self, ask: Callable[..., QuerySet], fields: dict[str, Field]):
        self.ask, self._fields = ask, fields
        update_wrapper(self, ask)

    def __call__(self, **values):
        return self.given(**values)[:]

    def given(self, **values):
        return Asked(self, values)

    @cached_property
    def made(self):
        return _Made(self.ask(**{name: Given(name, field) for name, field in self._fields.items()}))


class Asked:
    """A question with its values: as much of a queryset as lists in pages need."""

    def __init__(self, question: Question, values: dict):
        self._question, self._values = question, values

    def __getitem__(self, part: slice):
        return self._question.made.fetch(self._values, part)

    def count(self):
        return self._question.made.count(self._values)

    def reverse(self):
        return self._question.ask(**self._values).reverse()


class _Made:
    """A queryset whose SQL is made."""

    def __init__(self, queryset):
        self.queryset = queryset
        self.compiler, self.rows = _compiled(queryset)
        _compiler, self.keys = _compiled(queryset.order_by().values("pk"))

    def fetch(self, values, part):
        alias = self.queryset.db
        compiler = copy(self.compiler)
        compiler.using, compiler.connection = alias, connections[alias]
        sql, given = self.rows
        limits = connections[alias].ops.limit_offset_sql(part.start, part.stop)
        compiler.as_sql = lambda: (f"{sql} {limits}", _filled(given, values))
        query = SimpleNamespace(get_compiler=lambda using: compiler)
        rows = SimpleNamespace(db=alias, query=query, model=self.queryset.model, _known_related_objects={})
        found = list(ModelIterable(rows))
        if found and self.queryset._prefetch_related_lookups:
            prefetch_related_objects(found, *self.queryset._prefetch_related_lookups)
        return found

    def count(self, values):
        sql, given = self.keys
        with connections[self.queryset.db].cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM ({sql}) found", _filled(given, values))  # noqa: S608 (Django's own)
            return cursor.fetchone()[0]


def _compiled(queryset):
    compiler = queryset.query.get_compiler(queryset.db)
    return compiler, compiler.as_sql()


def _filled(given, values):
    return tuple(values[one.name] if isinstance(one, Given) else one for one in given)


def prepared(**fields: Field):
    """Decorator of a function that returns a queryset of whole model instances, always the same but for the values
    named here, which may stand wherever a filter takes an expression. The question is asked anew each time.
    """
    return lambda ask: Question(ask, fields)
