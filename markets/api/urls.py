"""Addresses for programs. A change that would break one that reads them gets a version of its own."""

from django.urls import path

from markets.api import reading, sending

app_name = "api"

urlpatterns = [
    path("", reading.page, name="page"),
    path("openapi.json", reading.schema, name="schema"),
    path("groups", reading.groups, name="groups"),
    path("instruments", reading.instruments, name="instruments"),
    path("prices", reading.prices, name="prices"),
    path("prices/<slug:slug>", reading.price, name="price"),
    path("prices/<slug:slug>/days", reading.days, name="days"),
    path("prices/<slug:slug>/corrections", reading.corrections, name="corrections"),
    path("quotes", sending.quotes, name="quotes"),
]
