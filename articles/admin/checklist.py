"""The checks before publishing at the desk: beside the story while it is written, and the page where the paper says
which of them hold a story up.
"""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.text import capfirst, format_lazy, get_text_list
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import checklist
from articles.checklist import CHECKS, Manuscript
from articles.credits import Credits
from articles.models import Article, Checklist
from newsroom.pages.only_row import OnlyRow


class TypedStory(forms.ModelForm):
    """A story as far as it is typed: whatever cannot be read yet is missing, nothing is an error."""

    class Meta:
        model = Article
        fields = [
            "section", "genre", "kicker", "title", "standfirst", "body", "source",
            "lead_photo", "lead_caption", "lead_credit", "lead_alt",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False

    def manuscript(self) -> Manuscript:
        """What was typed, bylines and tags as the story form sends them."""
        self.is_valid()  # fills the instance with what can be read
        return Manuscript(self.instance, is_signed=self._is_signed(), is_tagged=any(self.data.getlist("tags")))

    def _is_signed(self):
        lines = {name.removesuffix("-pen_name") for name in self.data if name.endswith("-pen_name") and self.data[name]}
        return any(not self.data.get(f"{line}-DELETE") for line in lines)


class ChecklistMixin:
    """For the story's ModelAdmin: the panel of checks, as saved and as typed since."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.checklist_view)
        return [path("checklist/", view, name="articles_article_checklist"), *super().get_urls()]

    @method_decorator(require_POST)
    def checklist_view(self, request):
        """The panel for what the form holds at this moment. It reads no story, so no story's right is asked."""
        if not request.user.has_perm("articles.add_article"):
            raise PermissionDenied
        context = {"review": checklist.review(TypedStory(request.POST).manuscript())}
        return TemplateResponse(request, "admin/articles/article/_checklist.html", context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if add or self.has_change_permission(request, obj):
            story = Manuscript.of(obj, Credits.of(obj)) if obj else Manuscript(Article())
            context["review"] = checklist.review(story)
            context["is_untouched"] = add and request.method == "GET"  # what is missing is no mistake yet
        return super().render_change_form(request, context, add, change, form_url, obj)


class ChecklistForm(forms.ModelForm):
    """Which checks hold a story up; the firm ones are named, not asked."""

    blocking = forms.MultipleChoiceField(
        label=capfirst(Checklist._meta.get_field("blocking").verbose_name),
        help_text=format_lazy(
            "{} {}", Checklist._meta.get_field("blocking").help_text, _("Without these no story is published:")
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(check.code, check.label) for check in CHECKS.values() if not check.is_firm],
    )

    class Meta:
        model = Checklist
        fields = ["blocking", "four_eyes"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        firm = get_text_list([str(check.label).lower() for check in CHECKS.values() if check.is_firm], _("and"))
        self.fields["blocking"].help_text = format_lazy("{} {}.", self.fields["blocking"].help_text, firm)


@admin.register(Checklist)
class ChecklistAdmin(OnlyRow, admin.ModelAdmin):
    """Which checks hold a story up at this paper."""

    form = ChecklistForm
