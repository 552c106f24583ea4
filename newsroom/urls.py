"""The site map. Reader addresses are promises: they are kept forever."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_safe

from markets.api.answers import unknown_address
from markets.feeds import ClosingFeed
from newsroom.pages.store import stored

urlpatterns = [
    path("admin/", include("newsroom.desk.urls")),
    path("admin/", admin.site.urls),
    path("binh-chon/", include("polls.urls")),
    path("gia-ca-thi-truong/", include("markets.urls")),
    path("ban-tin/", include("newsroom.subscriptions.urls")),
    path("rss/gia-ca/", stored("today")(require_safe(ClosingFeed())), name="all_closings"),
    path("rss/gia-ca/<slug:slug>/", stored("today")(require_safe(ClosingFeed())), name="closings"),
    path("api/v1/", include("markets.api.urls")),
    path("api/<path:rest>", unknown_address, name="api_unknown"),
    # Files of the development server only; in production the proxy serves them.
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include("newsroom.front.urls")),
    # Last, because a section's address is any word the others left free.
    path("", include("articles.urls")),
]

handler404 = "newsroom.front.errors.not_found"
handler403 = "newsroom.front.errors.forbidden"
handler500 = "newsroom.front.errors.server_error"
