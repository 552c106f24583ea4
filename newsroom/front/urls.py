from django.contrib.sitemaps import views as sitemap_views
from django.urls import path
from django.views.decorators.http import require_safe

from articles.sitemaps import NewsSitemap
from newsroom.front import preview, views
from newsroom.front.sitemaps import SITEMAPS
from newsroom.pages import sitemaps

urlpatterns = [
    path("", views.front, name="front"),
    path("tim-kiem/", views.search, name="search"),
    path("xem-truoc/<str:token>/", preview.shell, name="preview"),
    path("xem-truoc/<str:token>/bai/", preview.story, name="preview_story"),
    path("xem-truoc/<str:token>/trang-nhat/", preview.front, name="preview_front"),
    path("robots.txt", views.robots, name="robots"),
    path(
        "sitemap.xml",
        require_safe(sitemaps.index),
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"},
        name="sitemaps",
    ),
    path("sitemap-<slug:section>.xml", require_safe(sitemap_views.sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    path(
        "news-sitemap.xml",
        require_safe(sitemap_views.sitemap),
        {"sitemaps": {"news": NewsSitemap}, "template_name": "articles/news_sitemap.xml"},
        name="news_sitemap",
    ),
    path("healthz", views.healthz, name="healthz"),
]
