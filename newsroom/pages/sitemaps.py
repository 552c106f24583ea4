"""Sitemaps (sitemaps.org) that name the paper's own address whatever host the request came by."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.shortcuts import render
from django.urls import reverse


class PaperSitemap(Sitemap):
    """A sitemap whose addresses start with SITE_URL."""

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


def index(request, sitemaps, sitemap_url_name):
    """The sitemap index: one entry per page of each of `sitemaps` (name to class)."""
    addresses = []
    for name, sitemap in sitemaps.items():
        address = settings.SITE_URL + reverse(sitemap_url_name, args=[name])
        pages = sitemap().paginator.num_pages
        addresses += [address, *(f"{address}?p={page}" for page in range(2, pages + 1))]
    return render(request, "sitemap_index.xml", {"sitemaps": [{"location": a} for a in addresses]}, "application/xml")
