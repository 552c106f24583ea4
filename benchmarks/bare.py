"""The yardstick: a site of one view that asks nothing and says little, behind the same middleware."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("", lambda request: HttpResponse("<!doctype html><title>Bare</title>"))]
