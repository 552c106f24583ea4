"""What search engines are told of stories."""

from datetime import timedelta

from django.db.models.functions import Now
from django.urls import reverse

from articles import seo
from articles.models import Article, Correction, Section
from newsroom.pages.sitemaps import PaperSitemap


class ArticleSitemap(PaperSitemap):
    limit = 5000

    def items(self):
        return Article.objects.published().select_related("section").defer("body").newest_first()

    def lastmod(self, article):
        return seo.last_change(article)


class NewsSitemap(ArticleSitemap):
    """The stories of the last two days, at most 1,000: the limits of Google's news sitemaps."""

    limit = 1000

    def items(self):
        return super().items().filter(published_at__gte=Now() - timedelta(days=2))[: self.limit]


class SectionSitemap(PaperSitemap):
    def items(self):
        return Section.objects.all()


class CorrectionSitemap(PaperSitemap):
    """The page of corrections, changed when the newest was issued."""

    def items(self):
        return [Correction.objects.public().newest_first().first()]

    def location(self, newest):
        return reverse("articles:corrections")

    def lastmod(self, newest):
        return newest and newest.issued_at
