"""The right of reply on the story form: which story this one answers, chosen among all that readers may see."""

from django.db.models import Q

from articles.models import Article


def answerable(article: Article):
    """The stories that `article` may reply to: public ones, and the one that it replies to already."""
    public = Article.objects.published().exclude(pk=article.pk)
    return Article.objects.filter(Q(pk__in=public.values("pk")) | Q(pk=article.replies_to_id))


class RepliesMixin:
    """For the story's ModelAdmin."""

    def get_search_results(self, request, queryset, search_term):
        """What readers may see, anybody may answer, also where the story is not theirs to open at the desk."""
        if request.GET.get("field_name") == "replies_to":
            queryset = Article.objects.published().select_related("section")
        return super().get_search_results(request, queryset, search_term)
