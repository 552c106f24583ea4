"""RSS 2.0: the newest stories of the paper and of each section."""

from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext_lazy as _

from articles import pages, reading, seo
from articles.models import Correction, Section
from newsroom.pages.store import shows
from newsroom.pages.store.tags import window
from newsroom.text.vietnamese import local

LENGTH = 30


class NewsroomFeed(Rss201rev2Feed):
    """RSS with each author as a Dublin Core creator, since RSS's own `author` wants an e-mail address."""

    def root_attributes(self):
        return {**super().root_attributes(), "xmlns:dc": "http://purl.org/dc/elements/1.1/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.addQuickElement("dc:creator", author.name)


@dataclass
class Channel:
    """What a feed is of: a section, or the whole paper where there is none; and what it came to show."""

    title: str
    section: Section | None = None
    shown: list = field(default_factory=list)


class LatestFeed(Feed):
    """The newest stories of the whole paper."""

    feed_type = NewsroomFeed
    description = _("The newest stories")
    language = "vi"
    item_guid_is_permalink = True

    def get_object(self, request):
        return _channel(request)

    def get_feed(self, obj, request):
        feed = super().get_feed(obj, request)
        shows(request, *self.tags(obj))
        return feed

    def tags(self, channel):
        stories = channel.shown
        name = f"section:{channel.section.pk}" if channel.section else pages.STORIES
        return [*window(name, stories, len(stories) == LENGTH), *(f"story:{story.pk}" for story in stories)]

    def title(self, channel):
        return channel.title

    def link(self, channel):
        return settings.SITE_URL + self.page_path(channel)

    def page_path(self, channel):
        return "/"

    def feed_url(self, channel):
        return settings.SITE_URL + self.feed_path(channel)

    def feed_path(self, channel):
        return reverse("articles:feed")

    def items(self, channel):
        channel.shown = self.stories(channel)[:LENGTH]
        return channel.shown

    def stories(self, channel):
        return reading.newest.given()

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        return article.standfirst

    def item_link(self, article):
        return settings.SITE_URL + article.get_absolute_url()

    def item_pubdate(self, article):
        return local(article.published_at)

    def item_updateddate(self, article):
        """Not printed with the story, but the newest is the channel's `lastBuildDate`."""
        return local(seo.last_change(article))

    def item_categories(self, article):
        return [article.section.name]

    def item_extra_kwargs(self, article):
        return {"authors": seo.authors(article)}


class SectionFeed(LatestFeed):
    """The newest stories of one section and its children."""

    def get_object(self, request, section):
        return _channel(request, get_object_or_404(Section, slug=section))

    def stories(self, channel):
        return reading.of_section.given(section=channel.section.pk)

    def page_path(self, channel):
        return channel.section.get_absolute_url()

    def feed_path(self, channel):
        return reverse("articles:section_feed", args=[channel.section.slug])


class CorrectionFeed(LatestFeed):
    """The newest corrections of stories that readers may see, each whole."""

    description = _("What the paper published wrongly, what is right, and its apology.")

    def get_object(self, request):
        return _channel(request, heading=Correction.HEADING)

    def items(self, channel):
        channel.shown = list(Correction.objects.public().newest_first().for_page()[:LENGTH])
        return channel.shown

    def tags(self, channel):
        return pages.of_newest_corrections(channel.shown, LENGTH)

    def page_path(self, channel):
        return reverse("articles:corrections")

    def feed_path(self, channel):
        return reverse("articles:correction_feed")

    def item_title(self, correction):
        return str(correction)

    def item_description(self, correction):
        return seo.in_words(correction)

    def item_link(self, correction):
        return settings.SITE_URL + correction.get_absolute_url()

    def item_pubdate(self, correction):
        return local(correction.issued_at)

    def item_updateddate(self, correction):
        return local(correction.issued_at)

    def item_categories(self, correction):
        return [correction.article.section.name]

    def item_extra_kwargs(self, correction):
        return {"authors": ()}


def _channel(request, section=None, heading=""):
    """Titled by a template, where the paper's name is at hand as on every page: this app does not know the paper."""
    title = render_to_string("articles/feed_title.txt", {"heading": heading or section}, request)
    return Channel(title.strip(), section)
