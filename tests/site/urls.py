"""The site map with one address more."""

from django.urls import path

from newsroom import urls

handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500


def fail(request):
    raise RuntimeError("meant to fail")


urlpatterns = [path("kiem-tra/hong/", fail, name="fail"), *urls.urlpatterns]
