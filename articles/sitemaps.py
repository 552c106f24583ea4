"""What search engines are told of stories."""

from django.db.models import Max

from articles.models import Article, Section
from newsroom.pages.sitemaps import PaperSitemap


class ArticleSitemap(PaperSitemap):
    limit = 5000

    def items(self):
        return Article.objects.published().select_related("section").defer("body").newest_first()

    def lastmod(self, article):
        return article.published_at

    def get_latest_lastmod(self):
        return Article.objects.published().aggregate(newest=Max("published_at"))["newest"]


class SectionSitemap(PaperSitemap):
    def items(self):
        return Section.objects.all()
