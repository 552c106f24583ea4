"""Which accounts a story or a section concerns: the questions of `articles.rights`, asked the other way round.

Only accounts in use are named. A superuser passes every check but exists for emergencies, so nobody writes to one.
"""

from django.contrib.auth import get_user_model
from django.db.models import BigIntegerField, Q

from articles.models import Byline
from newsroom.pages.prepared import prepared

_BACKEND = "django.contrib.auth.backends.ModelBackend"


def holding(permission: str):
    """Accounts that hold a permission of this app, by its codename."""
    accounts = get_user_model().objects
    return accounts.with_perm(f"articles.{permission}", backend=_BACKEND, include_superusers=False)


def authors(article):
    """Who created the story or stands in its byline; twin of `rights.is_author`."""
    return get_user_model().objects.filter(_wrote(article.pk, article.created_by_id), is_active=True)


def authors_at_desk(article):
    """Those of `authors` who may open it."""
    return _authors_at_desk(article=article.pk, creator=article.created_by_id)


@prepared(article=BigIntegerField(), creator=BigIntegerField())
def _authors_at_desk(article, creator):
    return holding("view_article").filter(_wrote(article, creator))


def _wrote(article, creator):
    # From the few names of the story to their accounts; the other way the database would go through every byline.
    signed = Byline.objects.filter(article=article).order_by().values("pen_name__person__account")
    return Q(pk=creator) | Q(pk__in=signed)


def editors(section):
    """The editors of a section; where it has none, the desk chiefs."""
    theirs = holding("edit_section_articles").filter(sections_edited=section)
    return theirs if theirs.exists() else holding("edit_all_articles")


def viewers(article):
    """Who may open the story at the desk; twin of `rights.may_view`."""
    chiefs = holding("edit_all_articles")
    editing = holding("edit_section_articles").filter(sections_edited=article.section_id)
    concerned = Q(pk__in=chiefs.values("pk")) | Q(pk__in=editing.values("pk")) | Q(pk__in=authors(article).values("pk"))
    return holding("view_article").filter(concerned)


def writers():
    """Who may be given a story to write."""
    return holding("accept_assignment")
