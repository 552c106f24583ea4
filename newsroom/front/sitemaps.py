"""The sitemap of the whole site, part by part, and that of the news."""

from django.contrib.sitemaps import views
from django.views.decorators.http import require_safe

from articles import pages
from articles.models import Correction
from articles.sitemaps import ArticleSitemap, CorrectionSitemap, NewsSitemap, SectionSitemap
from markets.sitemaps import PriceSitemap
from newsroom.pages.store import shows, stored

SITEMAPS = {
    "stories": ArticleSitemap,
    "sections": SectionSitemap,
    "corrections": CorrectionSitemap,
    "prices": PriceSitemap,
}


@stored(number="p")
@require_safe
def sitemap(request, section):
    """One part of the sitemap; the stories in pages of 5,000."""
    if section == "corrections":
        newest = Correction.objects.public().newest_first()[:1]
        shows(request, *pages.of_newest_corrections(newest, 1))
    if section == "prices":
        shows(request, "markets")
    shows(request, f"sitemap:{section}")
    return views.sitemap(request, SITEMAPS, section)


@stored("sitemap:news", "paper")
@require_safe
def news(request):
    """The stories of the last two days."""
    response = views.sitemap(request, {"news": NewsSitemap}, template_name="articles/news_sitemap.xml")
    shows(request, *(f"title:{url['item'].pk}" for url in response.context_data["urlset"]))
    return response
