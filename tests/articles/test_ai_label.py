"""The AI label of a story's text: told to readers and machines, kept with every version."""

import json
import re

import pytest
from django.utils import translation

from articles import actions, revisions
from articles.comparison import compare
from articles.credits import Credits
from articles.models import Article, Revision
from tests.articles.test_admin import change_url, form
from tests.factories.articles import ArticleFactory, PenNameFactory
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db

MADE = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
ALTERED = "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"


def page_of(client, story):
    html = client.get(story.get_absolute_url()).content.decode()
    news = next(json.loads(data) for data in re.findall(r'ld\+json">(.*?)</script>', html) if "NewsArticle" in data)
    return html, news


def test_readers_and_machines_are_told_of_text_and_lead_photo(client):
    photo = PhotoFactory(ai_label="altered", caption="", credit="")
    story = ArticleFactory(live=True, ai_label="made", lead_photo=photo)

    with translation.override("en"):
        html, news = page_of(client, story)

    header, figure = html[html.index('<header>\n      <p class="kicker"') :].split("<figure", 1)
    assert '<span class="ai-label">Text made with AI</span>' in header
    assert '<span class="ai-label">Picture altered with AI</span>' in figure
    assert (news["digitalSourceType"], news["image"][0]["digitalSourceType"]) == (MADE, ALTERED)


def test_page_without_label_says_nothing_of_it(client):
    html, news = page_of(client, ArticleFactory(live=True, lead_photo=PhotoFactory()))

    assert "ai-label" not in html
    assert "digitalSourceType" not in json.dumps(news)


def test_label_typed_in_the_form_is_a_new_version(client, reporter):
    story = ArticleFactory(created_by=reporter, signed=[PenNameFactory()])
    client.force_login(reporter)

    client.post(change_url(story), form(story, ai_label="altered", _continue="1"))

    story.refresh_from_db()
    assert (story.ai_label, story.version) == ("altered", 2)
    assert story.revisions.get(number=2).content["ai_label"] == "altered"


def test_change_of_the_label_is_compared_in_words(reporter):
    story = ArticleFactory(created_by=reporter)
    story.ai_label = "made"
    actions.edit(story, by=reporter)

    with translation.override("en"):
        (field,) = compare(*(story.revisions.get(number=number).content for number in (1, 2))).fields

    assert field.label == "AI label of the text"
    assert "Made with AI" in field.marked


@pytest.fixture
def old(reporter):
    """A revision from before there was a label, of a story that has one since."""
    story = ArticleFactory(created_by=reporter, title="Tít mới", ai_label="made", version=2)
    content = revisions.content_of(story, Credits()) | {"title": "Tít cũ"}
    del content["ai_label"]
    digest = revisions.digest(content)
    return Revision.objects.create(article=story, number=1, by=reporter, content=content, digest=digest)


def test_revision_from_before_the_label_is_compared(old):
    assert len(compare(old.content, revisions.content_of(old.article, Credits())).fields) == 2


def test_revision_from_before_the_label_is_brought_back_and_leaves_it(old, reporter):
    actions.bring_back(old, by=reporter)

    story = Article.objects.get()
    assert (story.title, story.ai_label) == ("Tít cũ", "made")
