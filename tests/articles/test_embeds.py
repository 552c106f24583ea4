"""Polls and prices in stories: on the page, at the desk, among the versions, and in what machines are told."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from articles import actions, checklist
from articles.checklist import Manuscript
from articles.comparison import compare
from articles.models import Article, Revision
from newsroom.text.fields import MAX_EMBEDS, RichTextFormField
from newsroom.text.merge import merge_bodies
from tests.factories.articles import ArticleFactory, SectionFactory
from tests.factories.markets import InstrumentFactory, QuoteFactory
from tests.factories.polls import PollFactory, tally

pytestmark = pytest.mark.django_db

KINDS = ["price", "chart", "frozen"]
# What the page of such a story asks without anything in it.
BARE = 5


def figure(kind, thing):
    return f'<figure data-embed="{kind}"><a href="{thing.get_absolute_url()}">{thing}</a></figure>'


def page_of(client, story):
    return client.get(story.get_absolute_url()).content.decode()


def test_story_shows_polls_and_prices_between_its_paragraphs(client):
    poll, gold = PollFactory(), QuoteFactory().instrument
    story = ArticleFactory(
        live=True, body=f"<p>Một</p>{figure('poll', poll)}<p>Hai</p>{figure('price', gold)}<p>Ba</p>"
    )

    page = page_of(client, story)

    places = [page.index(words) for words in ("<p>Một</p>", "embed--poll", "<p>Hai</p>", "embed--price", "<p>Ba</p>")]
    assert places == sorted(places)
    assert "data-embed" not in page


def test_story_stands_by_the_price_of_the_day_it_appeared(client):
    quote = QuoteFactory(buy=148_000_000, sell=150_000_000, quoted_at=timezone.now() - timedelta(days=9))
    gold = quote.instrument
    QuoteFactory(instrument=gold, buy=158_000_000, sell=160_000_000)
    story = ArticleFactory(live=True, body=figure("frozen", gold), published_at=timezone.now() - timedelta(days=3))

    then, now = page_of(client, story).split('class="embed embed--frozen"')[1].split("<dt>")[1:3]

    assert "148.000.000 / 150.000.000" in then
    assert "158.000.000 / 160.000.000" in now


@pytest.mark.parametrize("count", [1, 3])
def test_story_asks_as_often_however_much_it_shows(client, django_assert_num_queries, count):
    body = "<p>Tin</p>"
    for _ in range(count):
        gold = QuoteFactory().instrument
        body += figure("poll", PollFactory()) + "".join(figure(kind, gold) for kind in KINDS)
    story = ArticleFactory(live=True, body=body)

    with django_assert_num_queries(BARE + 7):  # polls and choices; instruments, holidays twice, days, prices that stood
        page_of(client, story)


def test_bare_story_asks_what_the_other_test_says(client, django_assert_num_queries):
    story = ArticleFactory(live=True, body="<p>Tin</p>")

    with django_assert_num_queries(BARE):
        page_of(client, story)


def test_nothing_of_a_hidden_poll_is_told_by_its_story(client):
    poll = PollFactory(draft=True, question="Câu hỏi kín bưng?", slug="kin-bung")
    story = ArticleFactory(live=True, standfirst="", body=figure("poll", poll) + "<p>Tin</p>")

    for address in (story.get_absolute_url(), "/", story.section.get_absolute_url(), "/rss/", "/tim-kiem/?q=tin"):
        page = client.get(address).content.decode()
        assert "kín bưng" not in page, address
        assert "kin-bung" not in page, address


def test_checklist_warns_of_what_readers_are_not_shown():
    hidden, gone = PollFactory(draft=True, question="Còn kín?"), InstrumentFactory(name="Chưa có giá")
    body = figure("poll", hidden) + figure("price", gone) + figure("poll", PollFactory(question="Mở?"))

    with translation.override("en"):
        said = checklist.review(Manuscript(Article(title="Tít", body=body, section_id=1), is_signed=True))

    [finding] = [each for each in said.advising if each.check.code == "embeds"]
    assert "“Còn kín?”; “Chưa có giá”" in finding.sentence
    assert "Mở?" not in finding.sentence


def test_more_than_a_story_can_show_is_refused_with_the_limit():
    field, one = RichTextFormField(), figure("poll", PollFactory())

    assert field.clean(one * MAX_EMBEDS).count("data-embed") == MAX_EMBEDS
    with pytest.raises(ValidationError, match=str(MAX_EMBEDS)):
        field.clean(one * (MAX_EMBEDS + 1))


def test_merge_keeps_what_each_put_in():
    poll, gold = figure("poll", PollFactory()), figure("price", QuoteFactory().instrument)
    base = "<p>Một</p>\n<p>Hai</p>"

    assert merge_bodies(base, f"{poll}\n{base}", f"{base}\n{gold}") == [poll, "<p>Một</p>", "<p>Hai</p>", gold]


def test_versions_are_compared_in_words():
    gold = InstrumentFactory(name="Vàng miếng")
    before, after = ({"body": f"<p>Tin</p>{figure(kind, gold)}"} for kind in ("price", "frozen"))

    with translation.override("en"):
        blocks = compare(before, after).body

    words = " ".join(html for _kind, html in blocks)
    assert "<del>" in words
    assert "when the story appeared" in words
    assert "data-embed" not in words


def test_earlier_version_brings_its_poll_back(reporter):
    body = f"<p>Tin</p>\n{figure('poll', PollFactory())}"
    story = actions.create(ArticleFactory.build(section=SectionFactory(), body=body, created_by=None), by=reporter)
    story.body = "<p>Tin</p>"
    actions.edit(story, by=reporter)

    actions.bring_back(Revision.objects.filter(article=story).earliest("pk"), by=reporter)

    assert Article.objects.get(pk=story.pk).body == body


def test_form_keeps_what_stands_in_the_text(admin_client):
    poll = figure("poll", PollFactory(question="Đẹp?"))
    story = ArticleFactory(body=f"<p>Tin</p>\n{poll}")

    page = admin_client.get(reverse("admin:articles_article_change", args=[story.pk])).content.decode()

    assert "&lt;figure data-embed=&quot;poll&quot;&gt;" in page


def test_sealed_result_is_not_in_the_story(client):
    poll = PollFactory(show_results="never", choices=["Đẹp", "Chưa đẹp"])
    tally(poll, 912_345, 0)

    page = page_of(client, ArticleFactory(live=True, body=figure("poll", poll)))

    assert not re.search(r"912.?345", page)
