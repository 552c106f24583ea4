from django.urls import path
from django.views.decorators.http import require_safe

from newsroom.front import oembed, preview, views
from newsroom.front.sitemaps import SITEMAPS, news, sitemap
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
    path("sitemap-<slug:section>.xml", sitemap, name="sitemap"),
    path("news-sitemap.xml", news, name="news_sitemap"),
    path("oembed", oembed.oembed, name="oembed"),
    path("s/ben-canh/", views.side, name="side"),
    path("healthz", views.healthz, name="healthz"),
]
