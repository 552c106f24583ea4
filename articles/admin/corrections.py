"""Corrections at the desk: the form that mends a public story and says so; how long one stands on the front page; and
that what must not be read any more is never read unseen.
"""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import corrections, readings, rights
from articles.admin.forms import ArticleForm
from articles.merge import CollidedError
from articles.models import Article, Correction, CorrectionTerm
from articles.workflow import Status
from newsroom.text.fields import PlainTextFormField

STATEMENTS = ["false_statement", "corrected_statement", "apology"]
_MENDED = ["kicker", "title", "standfirst", "body", "lead_caption", "lead_alt"]


def _statement(name, rows):
    field = Correction._meta.get_field(name)
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": field.max_length})
    return PlainTextFormField(
        label=field.verbose_name, help_text=field.help_text, max_length=field.max_length, widget=widget
    )


class CorrectionForm(forms.ModelForm):
    """What was false, what is right, the apology; and the story's text with the passage to be changed."""

    seen = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    false_statement = _statement("false_statement", 3)
    corrected_statement = _statement("corrected_statement", 4)
    apology = _statement("apology", 3)

    class Meta:
        model = Article
        fields = _MENDED
        widgets = {name: ArticleForm.Meta.widgets[name] for name in _MENDED if name in ArticleForm.Meta.widgets}
        help_texts = {"lead_caption": "", "lead_alt": ""}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.version

    def statements(self):
        return [self[name] for name in STATEMENTS]

    def text(self):
        return [self[name] for name in _MENDED]

    def issue(self, *, by) -> Correction:
        """Raises what `corrections.issue` raises."""
        correction = Correction(**{name: self.cleaned_data[name] for name in STATEMENTS})
        return corrections.issue(correction, self.instance, by=by, seen=self.cleaned_data["seen"])


class CorrectionsMixin:
    """For the story's ModelAdmin."""

    def get_urls(self):
        guarded = self.admin_site.admin_view(self.correct_view)
        return [path("<int:pk>/correction/", guarded, name="articles_article_correct"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def correct_view(self, request, pk):
        """The form of a correction; POST mends the story and issues it."""
        article = self._to_correct(request, pk)
        form = CorrectionForm(request.POST or None, instance=article)
        if request.method == "POST" and form.is_valid() and self._issued(request, form):
            return redirect("admin:articles_article_change", pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Correction: %(title)s") % {"title": article},
            "opts": self.opts,
            "article": Article.objects.select_related("section").get(pk=pk),
            "heading": Correction.HEADING,
            "form": form,
            "media": form.media,
        }
        return TemplateResponse(request, "admin/articles/article/correction.html", context)

    def _to_correct(self, request, pk):
        if not request.user.has_perm("articles.issue_correction"):
            raise PermissionDenied
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not (rights.may_correct(request.user, article) and article.is_published()):
            raise PermissionDenied
        return article

    def _issued(self, request, form):
        try:
            with transaction.atomic():
                form.issue(by=request.user)
        except CollidedError:
            form.add_error(None, _("Somebody else changed the same passage meanwhile. Open this form again and look."))
            return False
        except ValidationError as refusal:
            form.add_error(None, ValidationError(refusal.messages))
            return False
        self.message_user(request, _("The correction is issued, and the story mended."), messages.SUCCESS)
        return True

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """The story form. Whoever opens a withdrawn story reads what readers must not see any more; a working copy may
        hold it, too.
        """
        if obj and (obj.status == Status.WITHDRAWN or obj.is_working_copy):
            readings.read(obj, [obj.version], by=request.user)
        context["may_correct"] = obj and rights.may_correct(request.user, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)


@admin.register(CorrectionTerm)
class CorrectionTermAdmin(admin.ModelAdmin):
    """How many days a correction stands on the front page, from which day on."""

    list_display = ["valid_from", "days"]
    fields = ["valid_from", "days"]
    nothing_yet = gettext_lazy("No term is entered, so a correction stands on the front page for seven days.")
