"""Where links inside the paper lead: looked up in the URL configuration and the database, never over the network."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from articles.models import Article, PenName, Section, Tag


def not_for_readers(addresses: list[str]) -> list[str]:
    """Those of `addresses` that are inside the paper and that readers cannot open, each once, in order.

    Inside are paths; the rich-text seam makes paths of whole addresses of this site. A redirect within the site is
    fine. Four queries at most: stories, sections, tags, pen names; what other apps show is taken to be there.
    """
    matches = _inside(addresses)
    readable = {name: _readable(name, found) for name, found in _keys(matches).items()}
    return [address for address, match in matches.items() if not _is_open(match, readable)]


def on_their_way(addresses: list[str]) -> list[str]:
    """Those of `addresses` that lead to a story which readers do not see yet, each once, in order. One under an embargo
    is none of them: its address would tell its headline. One query at most.
    """
    matches = _inside(addresses)
    asked = {a: _key(match) for a, match in matches.items() if getattr(match, "view_name", "") == "articles:article"}
    ahead = set(Article.objects.on_their_way().filter(pk__in=asked.values()).values_list("pk", flat=True))
    return [address for address, pk in asked.items() if pk in ahead]


def _inside(addresses):
    """The addresses inside the paper, each once, and what the URL configuration makes of them."""
    inside = dict.fromkeys(address for address in addresses if address.startswith("/"))
    return {address: _match(address) for address in inside}


def _match(address):
    """What the URL configuration makes of the address; True for a file, None for what readers are not shown."""
    path = unquote(urlsplit(address).path)
    if path.startswith((settings.MEDIA_URL, settings.STATIC_URL)):
        return True
    if path.startswith(settings.SESSION_COOKIE_PATH):
        return None
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return None if match.view_name.startswith("preview") else match


def _keys(matches):
    """What the addresses ask for, by the name of the view."""
    keys = {}
    for match in matches.values():
        name = getattr(match, "view_name", "")
        if name in _QUESTIONS:
            keys.setdefault(name, set()).add(_key(match))
    return keys


def _key(match):
    return match.kwargs[_QUESTIONS[match.view_name][0]]


def _readable(name, keys):
    _argument, field, stories = _QUESTIONS[name]
    return set(stories().filter(**{f"{field}__in": keys}).values_list(field, flat=True))


def _is_open(match, readable):
    if match in (True, None):
        return bool(match)
    return match.view_name not in readable or _key(match) in readable[match.view_name]


def _shown(model, path):
    """Those of which something is published: their pages are there from then on."""
    return model.objects.filter(**{f"{path}__in": Article.objects.published()})


# View → (the argument that names the thing, the field it is looked up by, those that readers see).
_QUESTIONS = {
    "articles:article": ("pk", "pk", Article.objects.published),
    "articles:section": ("section", "slug", Section.objects.all),
    "articles:tag": ("slug", "slug", lambda: _shown(Tag, "articles")),
    "articles:author": ("slug", "slug", lambda: _shown(PenName, "bylines__article")),
}
