"""Addresses of stories. Promises to readers and search engines: kept forever."""

from django.urls import path
from django.views.decorators.http import require_safe

from articles import feeds, views
from newsroom.pages.store import stored

app_name = "articles"
urlpatterns = [
    path("tac-gia/<slug:slug>/", views.author, name="author"),
    path("tu-khoa/<slug:slug>/", views.tag, name="tag"),
    path("rss/", stored()(require_safe(feeds.LatestFeed())), name="feed"),
    path("rss/dinh-chinh/", stored()(require_safe(feeds.CorrectionFeed())), name="correction_feed"),
    path("rss/<slug:section>/", stored()(require_safe(feeds.SectionFeed())), name="section_feed"),
    path("dinh-chinh/", views.corrections, name="corrections"),
    path("<slug:section>/", views.section, name="section"),
    path("<slug:section>/<slug:slug>-<int:pk>/", views.article, name="article"),
]
