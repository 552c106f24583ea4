"""The archive that benchmarks run over: whole, of the size that was asked for, and the database as it was before."""

import re

import pytest
from django.db import connection

from articles.models import Article, Revision, TrailEntry
from articles.revisions import digest, stored_content
from articles.workflow import Status
from benchmarks import archive
from benchmarks.prose import Prose
from tests.factories.articles import ArticleFactory


def structure():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1")
        indexes = cursor.fetchall()
        cursor.execute("SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2")
        return indexes, cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_archive_is_whole_and_leaves_the_database_as_it_was():
    before = structure()

    archive.fill(archive.Size(stories=450, revisions=2, words=40))

    assert structure() == before
    assert (Article.objects.count(), Revision.objects.count()) == (450, 900)
    assert set(Article.objects.values_list("status", flat=True)) == set(Status.values)
    assert TrailEntry.objects.filter(article__status=Status.BINNED, move="bin").exists()
    story = Article.objects.published().newest_first().first()
    assert digest(stored_content(story)) == story.revisions.get(number=story.version).digest
    assert ArticleFactory().pk == 451


@pytest.mark.django_db
def test_archive_is_made_in_an_empty_database_only():
    ArticleFactory()

    with pytest.raises(SystemExit):
        archive.fill(archive.Size(stories=1, revisions=1))


def test_prose_is_the_same_for_the_same_seed_and_as_long_as_asked():
    text = " ".join(Prose(7).paragraphs(300))

    assert text == " ".join(Prose(7).paragraphs(300))
    assert text != " ".join(Prose(8).paragraphs(300))
    assert 300 <= len(re.sub("<[^>]+>", " ", text).split()) < 420
