"""Addresses of pages, worked out once for each thing that has one."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse


def address(name: str, *args) -> str:
    """As `reverse(name, args=args)`, and quick where it was asked lately: pages of readers are full of addresses."""
    return _address(settings.ROOT_URLCONF, get_script_prefix(), name, args)


@lru_cache(10_000)
def _address(_urls, _prefix, name, args):
    return reverse(name, args=args)
