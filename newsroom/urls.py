"""The site map. Reader addresses are promises: they are kept forever."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", include("newsroom.desk.urls")),
    path("admin/", admin.site.urls),
    path("binh-chon/", include("polls.urls")),
    path("gia-ca-thi-truong/", include("markets.urls")),
    # Files of the development server only; in production the proxy serves them.
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("", include("newsroom.front.urls")),
    # Last, because a section's address is any word the others left free.
    path("", include("articles.urls")),
]

handler404 = "newsroom.front.errors.not_found"
handler403 = "newsroom.front.errors.forbidden"
handler500 = "newsroom.front.errors.server_error"
