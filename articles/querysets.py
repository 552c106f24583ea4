"""The named questions asked of stories. Whether a story is visible to readers is decided here and nowhere else."""

from datetime import timedelta
from functools import reduce
from operator import or_

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Exists, F, Func, OuterRef, Prefetch, Q, QuerySet, Value, Window
from django.db.models.functions import Coalesce, JSONObject, Now, RowNumber

from articles.workflow import BEFORE_PUBLICATION, Status
from newsroom.text import search

MOST_RANKED = 500
COMMON, RECENT = 50, 500
"""Words are common that so many of so many recent stories have."""


def _rows(queryset, **columns):
    """The rows of a subquery as objects of JSON, in its order."""
    return ArraySubquery(queryset.values(row=JSONObject(**columns)))


def _not_after(field, at):
    return Q(**{field: None}) | Q(**{f"{field}__lte": at})


def _stands(field, at):
    return Q(**{field: None}) | Q(**{f"{field}__gt": at})


def _waits(at):
    """Each way of waiting, by itself."""
    to_come = [Q(published_at__gt=at), Q(embargo_until__gt=at), Q(working_copy_of__isnull=False)]
    return [Q(way, _stands("expires_at", at), status=Status.PUBLISHED, applied_at=None) for way in to_come]


def typed_so_far(query: search.Query):
    """What finds the query's words in `search_blind`, also while the last of them is still being typed."""
    whole = SearchQuery(query.text, search_type="websearch", config="vi")
    return whole | SearchQuery(query.beginning, search_type="raw", config="vi")


def _words(text, config="vi"):
    return SearchQuery(text, search_type="websearch", config=config)


class ArticleQuerySet(QuerySet):
    def published(self, at=None):
        """What readers may see at `at` (aware datetime; the database's own now unless given): its time has come, no
        embargo holds it, it has not expired.
        """
        at = at or Now()
        return self.stories().filter(_not_after("embargo_until", at), _stands("expires_at", at),
                                     status=Status.PUBLISHED, published_at__lte=at)  # fmt: skip

    def on_their_way(self):
        """Stories that readers do not see yet, and of which no embargo forbids to speak."""
        ahead = Q(status__in=BEFORE_PUBLICATION) | Q(status=Status.PUBLISHED, published_at__gt=Now())
        return self.stories().filter(ahead, _not_after("embargo_until", Now()), _stands("expires_at", Now()))

    def stories(self):
        """Without the working copies of published stories."""
        return self.filter(working_copy_of=None)

    def due_changes(self):
        """Working copies whose time has come."""
        due = {"published_at__lte": Now(), "applied_at": None, "working_copy_of__isnull": False}
        return self.filter(_not_after("embargo_until", Now()), status=Status.PUBLISHED, **due)

    def scheduled(self, at=None):
        """Approved for publication at a time still to come."""
        return self.by_any_way(*_waits(at or Now()))

    def keys_of_scheduled(self, at=None):
        """Primary keys of all that `scheduled` names at the paper: few, and quickly found."""
        return self._keys(_waits(at or Now()))

    def expired(self, at=None):
        """Once public, until the time that was set for it to go: answered with 410."""
        return self.stories().filter(status=Status.PUBLISHED, expires_at__lte=at or Now())

    def gone(self):
        """Once public and no longer: expired or taken back."""
        return self.expired() | self.withdrawn()

    def unannounced(self):
        """Readers see them, and those who listen for it were not told yet."""
        return self.published().filter(is_announced=False)

    def unretired(self):
        """Expired, and those who listen for it were not told yet."""
        return self.expired().filter(is_announced=True)

    def late(self, at):
        """Whose after-effects should have happened by `at`, and have not."""
        came = Q(is_announced=False, published_at__lte=at, changed_at__lte=at) & _stands("expires_at", Now())
        went = Q(is_announced=True, expires_at__lte=at)
        came, went = Q(came, _not_after("embargo_until", at), status=Status.PUBLISHED), Q(went, status=Status.PUBLISHED)
        return self.by_any_way(came, went)

    def with_times_between(self, start, end, now):
        """With an end of an embargo or an expiry between the two moments, `end` excluded, or scheduled for one."""

        def inside(name):
            return Q(**{f"{name}__gte": start, f"{name}__lt": end})

        appears = [inside("published_at") & way for way in _waits(now)]
        return self.outside_bin().by_any_way(*appears, inside("embargo_until"), inside("expires_at"))

    def withdrawn(self):
        """Once public, taken back: answered with 410."""
        return self.stories().filter(status=Status.WITHDRAWN)

    def in_bin(self):
        """Drafts put away, each with the trail entries that say when and by whom as `binnings`, the latest first."""
        entries = self.model.trail.rel.related_model.objects.filter(move="bin").select_related("by")
        return self.filter(status=Status.BINNED).prefetch_related(Prefetch("trail", entries, to_attr="binnings"))

    def outside_bin(self):
        """Everything that somebody still works on or worked on to the end."""
        return self.exclude(status=Status.BINNED).filter(applied_at=None)

    def by_any_way(self, *ways):
        """Stories that meet one of the conditions, each of which few meet: the database goes for them one by one, each
        by its own index, where an OR would have it read the archive.
        """
        return self.filter(pk__in=self._keys(ways))

    def _keys(self, ways):
        first, *others = (self.model._base_manager.filter(way).order_by().values_list("pk", flat=True) for way in ways)
        return first.union(*others)

    def with_moment(self):
        """Each story with the time that the desk's list is in the order of as `moment`; there are indexes on it."""
        return self.annotate(moment=Coalesce("published_at", "changed_at"))

    def with_now(self):
        """Each story with the database's clock as `now`."""
        return self.annotate(now=Now())

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def in_section(self, section):
        """Stories of a section, or of the one with that primary key, and of its children."""
        key = getattr(section, "pk", section)
        sections = self.model.section.get_queryset().filter(Q(pk=key) | Q(parent=key))
        return self.filter(section__in=sections.order_by())

    def by(self, pen_name):
        return self.filter(Exists(self._bylines().filter(pen_name=pen_name)))

    def tagged(self, tag):
        return self.filter(tags=tag)

    def newest_per_section(self, count):
        """The `count` newest stories of each top section, children counted with their parent, as `top_section_id`."""
        top = Coalesce("section__parent_id", "section_id")
        place = Window(RowNumber(), partition_by=top, order_by=[F("published_at").desc(), F("pk").desc()])
        # They are among the newest of each section by itself, which an index has side by side.
        newest = self.filter(section=OuterRef("pk")).newest_first().values("pk")[:count]
        sections = self.model.section.get_queryset().order_by()
        candidates = sections.values_list(Func(ArraySubquery(newest), function="unnest"))
        return self.filter(pk__in=candidates).annotate(top_section_id=top, place=place).filter(place__lte=count)

    def for_cards(self):
        """With all that a headline in a list shows, in one query."""
        return self.select_related("section", "lead_photo").defer("body").with_bylines()

    def for_page(self):
        """With all that a story's own page shows, in one query; one more each where the story was corrected, answered,
        or is an answer itself.
        """
        stories = self.select_related("section__parent", "lead_photo").with_bylines()
        tags = self.model.tags.through.objects.filter(article=OuterRef("pk")).order_by("tag__slug")
        return stories.annotate(
            tag_rows=_rows(tags, id="tag_id", name="tag__name", slug="tag__slug"),
            is_corrected=Exists(self.model.corrections.rel.related_model.objects.filter(article=OuterRef("pk"))),
            is_answered=Exists(self.model.objects.filter(replies_to=OuterRef("pk"))),
        )

    def with_bylines(self):
        """With the printed byline (`Article.credited`) in the same query."""
        names = {"id": "pen_name_id", "name": "pen_name__name", "slug": "pen_name__slug"}
        return self.annotate(byline_rows=_rows(self._bylines(), role="role", **names))

    def search(self, query: search.Query):
        """`ranked` by whether the words are common. Asks one query at once."""
        return self.ranked(query.text, query.spellings, is_common=len(self.recent_with(query.text)) == COMMON)

    def recent_with(self, text):
        """COMMON of the RECENT stories with all words of `text`, if there are so many: then the words are common."""
        recent = self.newest_first().values("pk")[:RECENT]
        return self.filter(search_blind=_words(text), pk__in=recent).order_by().only("pk")[:COMMON]

    def ranked(self, text, spellings, *, is_common):
        """Stories with all words of `text`, accents or not: the newest MOST_RANKED of them, those with one of the exact
        `spellings` first, then by rank. To score each that has a common word would take seconds.
        """
        blind, exact = _words(text), reduce(or_, (_words(one, "simple") for one in spellings))
        found = self.filter(search_blind=blind)
        # Common words are found down the index on time, others by their own: in an order that the index on time does
        # not have, since the database might walk down it to the archive's end.
        rare = [(F("published_at") + Value(timedelta())).desc(), "-pk"]
        newest = found.newest_first() if is_common else found.order_by(*rare)
        rank = SearchRank(F("search_blind"), blind) + Value(10.0) * SearchRank(F("search_exact"), exact)
        stories = self.filter(pk__in=newest.values("pk")[:MOST_RANKED])
        return stories.annotate(rank=rank).order_by("-rank", "-published_at", "-pk")

    def for_desk(self, user):
        """Stories that `user` may open at the desk; twin of `rights.may_view`."""
        if not user.has_perm("articles.view_article"):
            return self.none()
        if user.has_perm("articles.edit_all_articles"):
            return self
        theirs = self._is_author(user)
        if user.has_perm("articles.edit_section_articles"):
            theirs |= self._is_in_sections(user)
        return self.filter(theirs)

    def ways_for_desk(self, user):
        """The conditions of which every story of `for_desk` meets at least one; each has an index. One query, for the
        user's pen names: the database can tell how many stories bear a name, but not how many somebody's name.
        """
        if user.has_perm("articles.edit_all_articles"):
            return [Q()]
        names = self.model.bylines.rel.related_model.pen_name.get_queryset().filter(person__account=user)
        sections = [self._is_in_sections(user)] if user.has_perm("articles.edit_section_articles") else []
        return [*sections, Q(created_by=user), self._is_signed(pen_name__in=list(names))]

    def written_by(self, user):
        """Stories that `user` created or that bear one of the user's pen names; twin of `rights.is_author`."""
        return self.filter(self._is_author(user))

    def overseen_by(self, user):
        """Stories under the user's hand as an editor or desk chief; twin of `rights.oversees`."""
        if user.has_perm("articles.edit_all_articles"):
            return self
        if not user.has_perm("articles.edit_section_articles"):
            return self.none()
        return self.filter(self._is_in_sections(user))

    def _is_author(self, user):
        return Q(created_by=user) | self._is_signed(pen_name__person__account=user)

    def _is_signed(self, **names):
        return Q(pk__in=self.model.bylines.rel.related_model.objects.filter(**names).order_by().values("article"))

    def _is_in_sections(self, user):
        return Q(section__in=user.sections_edited.all())

    def _bylines(self):
        return self.model.bylines.rel.related_model.objects.filter(article=OuterRef("pk"))


class OpenFormQuerySet(QuerySet):
    ALIVE = timedelta(minutes=2)
    """A form that was not heard of for so long is closed, or its browser is cut off."""

    def unsaved(self):
        """Forms with something typed that no save has taken."""
        return self.filter(typed__isnull=False)

    def alive(self):
        """Forms that somebody sits at now."""
        return self.filter(left=False, beat_at__gt=Now() - self.ALIVE)

    def abandoned(self):
        return self.exclude(left=False, beat_at__gt=Now() - self.ALIVE)

    def settled(self):
        """Forms with nothing unsaved that nobody can go back to any more."""
        return self.filter(typed__isnull=True, beat_at__lt=Now() - timedelta(days=1))
