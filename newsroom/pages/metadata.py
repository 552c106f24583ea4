"""What machines are told of a page: search engines by schema.org, share cards by Open Graph.

Pure: an app's `seo` describes a page as `Metadata`, `components/_metadata.html` prints it, and nothing asks the
database. Every address is absolute, every moment aware.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone


class Kind(StrEnum):
    """What a page is."""

    FRONT = "front"
    ARTICLE = "article"
    LIST = "list"
    AUTHOR = "author"
    PAGE = "page"

    @property
    def open_graph(self):
        """Its name in Open Graph, which calls everything else a website."""
        return {Kind.ARTICLE: "article", Kind.AUTHOR: "profile"}.get(self, "website")


@dataclass(frozen=True)
class Picture:
    """A picture for share cards: address, width and height in pixels, what it shows, whose it is; `source_type` as in
    Metadata.
    """

    url: str
    width: int
    height: int
    alt: str = ""
    credit: str = ""
    source_type: str = ""


@dataclass(frozen=True)
class Author:
    """A name in the byline with its page; an agency where `is_agency`."""

    name: str
    url: str = ""
    is_agency: bool = False


@dataclass(frozen=True)
class Amendment:
    """A correction of the page: what it says, and when it was issued."""

    text: str
    at: datetime


@dataclass(frozen=True)
class Crumb:
    """One step on the way from the front page to a page, the page itself being the last."""

    name: str
    url: str


@dataclass(frozen=True)
class Publisher:
    """Who publishes; `parent` is the press agency that the paper belongs to."""

    name: str
    logo: str
    parent: str = ""
    address: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Metadata:
    """A page as machines see it. `url` is its canonical address; what is empty is not printed. `source_type` says
    where AI made or altered the text (newsroom.pages.ai).
    """

    title: str
    url: str
    kind: Kind
    description: str = ""
    image: Picture | None = None
    published: datetime | None = None
    modified: datetime | None = None
    authors: tuple[Author, ...] = ()
    section: str = ""
    tags: tuple[str, ...] = ()
    source_type: str = ""
    corrections: tuple[Amendment, ...] = ()
    breadcrumbs: tuple[Crumb, ...] = ()


def absolute(address: str) -> str:
    """`/thoi-su/` → `https://bao.example/thoi-su/` by SITE_URL; an address of another host stays as it is."""
    is_ours = address.startswith("/") and not address.startswith("//")  # told in a hundredth of the time
    return settings.SITE_URL + address if is_ours else urljoin(settings.SITE_URL, address)


def structured_data(page: Metadata, publisher: Publisher) -> list[dict]:
    """The page as schema.org objects, ready for JSON-LD; properties without a value are left out."""
    things = [*_BUILDERS[page.kind](page, publisher)]
    if page.breadcrumbs:
        things.append(_breadcrumbs(page))
    return [{"@context": "https://schema.org", **thing} for thing in things]


def _thing(kind: str, **properties) -> dict:
    return {"@type": kind, **{name: value for name, value in properties.items() if value or value is False}}


def _site(page: Metadata, publisher: Publisher) -> Iterator[dict]:
    yield _thing("WebSite", name=page.title, description=page.description, url=page.url, inLanguage="vi")
    yield {
        **_organization(publisher),
        **_thing(
            "NewsMediaOrganization",
            address=publisher.address,
            telephone=publisher.telephone,
            email=publisher.email,
            parentOrganization=publisher.parent and _thing("Organization", name=publisher.parent),
        ),
    }


def _article(page: Metadata, publisher: Publisher) -> Iterator[dict]:
    yield _thing(
        "NewsArticle",
        headline=page.title,
        description=page.description,
        url=page.url,
        mainEntityOfPage=page.url,
        image=[_image(page.image)] if page.image else [],
        datePublished=_moment(page.published),
        dateModified=_moment(page.modified),
        author=[_author(author) for author in page.authors],
        publisher=_organization(publisher),
        articleSection=page.section,
        keywords=list(page.tags),
        digitalSourceType=page.source_type,
        correction=[_amendment(one) for one in page.corrections],
        inLanguage="vi",
        isAccessibleForFree=True,
    )


def _profile(page: Metadata, publisher: Publisher) -> Iterator[dict]:
    person = _thing("Person", name=page.title, url=page.url, description=page.description)
    yield _thing("ProfilePage", url=page.url, inLanguage="vi", mainEntity=person)


def _list(page: Metadata, publisher: Publisher) -> Iterator[dict]:
    yield _thing("CollectionPage", name=page.title, description=page.description, url=page.url, inLanguage="vi")


def _page(page: Metadata, publisher: Publisher) -> Iterator[dict]:
    yield _thing("WebPage", name=page.title, description=page.description, url=page.url, inLanguage="vi")


_BUILDERS = {Kind.FRONT: _site, Kind.ARTICLE: _article, Kind.AUTHOR: _profile, Kind.LIST: _list, Kind.PAGE: _page}


def _breadcrumbs(page):
    steps = [
        _thing("ListItem", position=position, name=crumb.name, item=crumb.url)
        for position, crumb in enumerate(page.breadcrumbs, start=1)
    ]
    return _thing("BreadcrumbList", itemListElement=steps)


def _organization(publisher):
    logo = _thing("ImageObject", url=publisher.logo)
    return _thing("Organization", name=publisher.name, url=absolute("/"), logo=logo)


def _amendment(amendment):
    return _thing("CorrectionComment", text=amendment.text, datePublished=_moment(amendment.at))


def _author(author):
    return _thing("Organization" if author.is_agency else "Person", name=author.name, url=author.url)


def _image(image):
    return _thing(
        "ImageObject",
        url=image.url,
        width=image.width,
        height=image.height,
        caption=image.alt,
        creditText=image.credit,
        digitalSourceType=image.source_type,
    )


def _moment(moment):
    """To the second with the paper's offset: `2026-11-22T09:05:00+07:00`."""
    return moment and timezone.localtime(moment, timezone.get_default_timezone()).isoformat(timespec="seconds")
