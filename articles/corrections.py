"""Corrections: the false passage leaves what readers see, and the paper says so, in one transaction."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import actions, passages, rights, signals
from articles.choke_point import leave_trail, lock, tell_after_commit
from articles.models import Article, Correction
from articles.models.trail import CORRECTED
from newsroom.pages.clock import database_now
from newsroom.text.vietnamese import slugify


@transaction.atomic
def issue(correction: Correction, article: Article, *, by, seen=None) -> Correction:
    """Save the mended text of a public story and issue the correction of what stood there (decree 237/2026, art. 19).

    `article` bears the text as for `actions.edit`, with which it may already have been mended; `correction`, unsaved,
    the three statements. Raises ValidationError where the false statement still stands word for word in the story.
    """
    stored = lock(article.pk)
    if not rights.may_correct(by, stored):
        raise PermissionDenied
    check_public(stored)
    passages.check_gone(article, correction.false_statement)
    _readdress(stored, article.title)
    article = actions.edit(article, by=by, seen=seen)
    passages.check_gone(article, correction.false_statement)  # somebody else's save may have been merged in
    correction.article, correction.version, correction.by = article, max(article.version, stored.version), by
    correction.stand_from(database_now())
    correction.full_clean()
    correction.save(force_insert=True)
    leave_trail(stored, by, CORRECTED, stored.status)
    tell_after_commit(signals.correction_issued, Correction, correction=correction, by=by)
    return correction


def check_public(article: Article):
    """Raise ValidationError where readers do not see the story: then it is edited, and nothing is to be corrected."""
    if not article.is_published():
        raise ValidationError(_("Only a story that readers see is corrected. This one can simply be edited."))


def _readdress(stored, title):
    """Where the headline is mended its address follows, or it would go on saying what was false; the old one leads on
    to the new one like any wrong slug.
    """
    if title != stored.title:
        Article.objects.filter(pk=stored.pk).update(slug=slugify(title))
