"""The list of stories at the desk: pages behind a row, and no count of the whole archive."""

from functools import reduce
from operator import or_

from django.contrib.admin.views.main import ChangeList
from django.db.models import Q

from articles.models import Byline, PenName
from articles.querysets import typed_so_far
from newsroom.pages.keyset import COUNTED, Long, Place
from newsroom.text import search

AFTER, BEFORE = "after", "before"


class StoryList(ChangeList):
    """In the order of time, from either end; in pages that begin after or before a story.

    `result_count` is exact up to COUNTED, and one more where there are more (`is_uncounted`).
    """

    def __init__(self, request, *args):
        self._places = {name: Place.read(request.GET.get(name, "")) for name in (AFTER, BEFORE)}
        super().__init__(request, *args)
        for name in self._places:  # another filter or order starts from its own first page
            self.params.pop(name, None)
            self.filter_params.pop(name, None)

    def get_filters_params(self, params=None):
        asked = super().get_filters_params(params)
        return {name: value for name, value in asked.items() if name not in self._places}

    def get_queryset(self, request, exclude_parameters=None):
        """What the account may open. Rights come last, so that each of the ways to them can be asked by itself."""
        self.root_queryset = self.model.objects.with_now().with_moment()
        self._found = super().get_queryset(request, exclude_parameters).for_cards().select_related("created_by")
        return self._found.for_desk(request.user)

    def get_ordering(self, request, queryset):
        first = super().get_ordering(request, queryset)[0]
        self._rising = not getattr(first, "descending", True)  # a name is no order of this list
        return ["pk"]  # each page brings its own

    def get_results(self, request):
        stories = Long(self.queryset, self._ways(request), self._rising)
        page = stories.page(self.list_per_page, *self._places.values())
        self.result_list, self.multi_page = page.items, bool(page.first or page.last)
        self.result_count = stories.count() if self.multi_page else len(page.items)
        self.is_uncounted = self.result_count > COUNTED
        self.first, self.last, self.counted = page.first, page.last, COUNTED
        self.full_result_count, self.show_full_result_count = None, False
        self.can_show_all, self.show_admin_actions, self.paginator = False, True, None

    @property
    def front_link(self):
        return self.get_query_string()

    @property
    def before_link(self):
        return self.first and self.get_query_string({BEFORE: self.first})

    @property
    def after_link(self):
        return self.last and self.get_query_string({AFTER: self.last})

    def _ways(self, request):
        """By which stories come into the list: whose they are, and where the words are found."""
        if not request.user.has_perm("articles.view_article"):
            return []
        whose, where = self.model.objects.ways_for_desk(request.user), ways_to_find(self.query)
        ways = [self._found.filter(one, other) for one in whose for other in where]
        return ways if len(ways) > 1 else []


class SearchMixin:
    """For the story's ModelAdmin: its list, and fields that choose a story, search by index."""

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(reduce(or_, ways_to_find(search_term))), False


def ways_to_find(words: str) -> list[Q]:
    """The conditions by which a story is found at the desk, accents or not: its own words, the last of them perhaps not
    typed to the end, or a name in its byline. All stories where there is nothing to look for.
    """
    query = search.parse(words)
    if query.is_empty:
        return [Q()]
    named = PenName.objects.filter(name__unaccent__icontains=query.text).values_list("pk", flat=True)
    signed = Byline.objects.filter(pen_name__in=list(named)).values("article")
    return [Q(search_blind=typed_so_far(query)), Q(pk__in=signed)]
