"""What is typed and not saved yet, kept beside the story; and who sits at it.

None of this moves a story, touches its text or enters its history. Every verb raises PermissionDenied where the story
is not the account's to open; what was typed in one that moved on meanwhile is kept all the same.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles import rights
from articles.choke_point import lock
from articles.models import Article, OpenForm

MAX_LENGTH = 1_000_000
"""Characters of all fields together: three times the longest body."""


def beat(key: UUID, *, by, article: Article | None, left=False) -> OpenForm:
    """Say that the form is still open, or was just `left`."""
    form = _form(key, by, article)
    OpenForm.objects.filter(pk=key).update(beat_at=Now(), left=left)
    OpenForm.objects.settled().delete()
    return form


def keep(key: UUID, *, by, article: Article | None, serial: int, typed: list) -> OpenForm:
    """Keep what is typed, (name, value) by (name, value), unless something newer of this form is there already. Raises
    ValidationError where it is no form's content, or too long.
    """
    _check(typed)
    form = _form(key, by, article)
    newer = OpenForm.objects.filter(pk=form.pk, serial__lt=serial)
    newer.update(serial=serial, typed=typed, typed_at=Now(), beat_at=Now(), left=False)
    return form


@transaction.atomic
def settle(key: UUID, *, by, article: Article, serial: int, as_typed: bool):
    """A save took what was typed up to `serial`: nothing of that is unsaved any more; what was typed later, in another
    tab with the same form, still is. `as_typed` says that the version it made is what the form showed, with nothing of
    others merged in.
    """
    _own(key, by, article)  # the save that this follows has asked for the right
    form = OpenForm.objects.select_for_update().get(pk=key)  # what is typed on meanwhile waits, and comes after
    form.article = article
    if form.serial <= serial:
        form.typed, form.typed_at, form.serial = None, None, serial
    form.saved_version = article.version if as_typed else form.saved_version
    form.save()


def discard(form: OpenForm, *, by):
    """Drop what is typed and not saved. Only its writer may; whoever goes on typing in the form has it kept again."""
    if form.by_id != by.pk:
        raise PermissionDenied
    OpenForm.objects.filter(pk=form.pk).update(typed=None, typed_at=None)


def version_known_to(key: UUID | None, by, seen: int | None) -> int | None:
    """The version that a form knows: the one it began from, or the one that its own last save made. So going back and
    saving again is no conflict with oneself.
    """
    own = OpenForm.objects.filter(pk=key, by=by).values_list("saved_version", flat=True).first()
    return max(seen or 0, own) if own else seen


def saved_by(key: UUID | None, by) -> int | None:
    """Primary key of the story that the form of a new story has been saved as already."""
    return OpenForm.objects.filter(pk=key, by=by).values_list("article", flat=True).first()


def unsaved_in(article: Article | None, *, by, besides: UUID | None = None):
    """What is typed and not saved: all of `by`'s own, and of others what they left behind; of new stories, what closed
    accounts left to whoever inherits it.
    """
    forms = OpenForm.objects.filter(article=article).unsaved().exclude(pk=besides).select_related("by")
    own = forms.filter(by=by)
    if article:
        return own | forms.abandoned()
    return own | forms.filter(by__is_active=False) if rights.inherits(by) else own


def others_at(article: Article, *, by):
    """Who else sits at the story now, longest first."""
    return article.open_forms.alive().exclude(by=by).select_related("by").order_by("opened_at")


def _form(key, by, article):
    allowed = rights.may_view(by, article) if article else by.has_perm("articles.add_article")
    if not allowed:
        raise PermissionDenied
    return _own(key, by, article)


def _own(key, by, article):
    form = OpenForm.objects.filter(pk=key).first() or _opened(key, by, article)
    known = form.article_id is None or article is None or form.article_id == article.pk
    if form.by_id != by.pk or not known:
        raise PermissionDenied
    return form


@transaction.atomic
def _opened(key, by, article):
    """The form's row, made while the story is held: a save that holds the story and comes to make the same row would
    else wait for this one, and this one for the save.
    """
    if article:
        lock(article.pk)
    return OpenForm.objects.get_or_create(pk=key, defaults={"by": by, "article": article})[0]


def _check(typed):
    pairs = isinstance(typed, list) and all(isinstance(pair, list) and len(pair) == 2 for pair in typed)
    if not pairs or not all(isinstance(part, str) and "\0" not in part for pair in typed for part in pair):
        raise ValidationError("Not what a form holds.")
    if sum(len(value) for _name, value in typed) > MAX_LENGTH:
        raise ValidationError(_("What is typed is too long to be kept automatically."))
