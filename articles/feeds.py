"""RSS 2.0: the newest stories of the paper and of each section."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Section

LENGTH = 30


class NewsroomFeed(Rss201rev2Feed):
    """RSS with the printed byline as Dublin Core creator, since RSS's own `author` wants an e-mail address."""

    def root_attributes(self):
        return {**super().root_attributes(), "xmlns:dc": "http://purl.org/dc/elements/1.1/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["byline"]:
            handler.addQuickElement("dc:creator", item["byline"])


class LatestFeed(Feed):
    """The newest stories of the whole paper."""

    feed_type = NewsroomFeed
    title = _("Báo Ninh Bình")
    description = _("The newest stories")
    language = "vi"

    def link(self, obj):
        return settings.SITE_URL + self.page_path(obj)

    def page_path(self, obj):
        return "/"

    def feed_url(self, obj):
        return settings.SITE_URL + self.feed_path(obj)

    def feed_path(self, obj):
        return reverse("articles:feed")

    def items(self, obj):
        return self.stories(obj).newest_first().for_cards()[:LENGTH]

    def stories(self, obj):
        return Article.objects.published()

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        return article.standfirst

    def item_link(self, article):
        return settings.SITE_URL + article.get_absolute_url()

    def item_pubdate(self, article):
        return article.published_at

    def item_categories(self, article):
        return [article.section.name]

    def item_extra_kwargs(self, article):
        return {"byline": article.byline}


class SectionFeed(LatestFeed):
    """The newest stories of one section and its children."""

    def get_object(self, request, section):
        return get_object_or_404(Section, slug=section)

    def stories(self, section):
        return super().stories(section).in_section(section)

    def title(self, section):
        return f"{LatestFeed.title} - {section}"

    def page_path(self, section):
        return section.get_absolute_url()

    def feed_path(self, section):
        return reverse("articles:section_feed", args=[section.slug])
