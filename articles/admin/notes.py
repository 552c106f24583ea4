"""Notes on the story form: the panel, and thin views for the verbs. What is typed goes by a form of its own, beside the
story's; a script sends it without leaving the page and gets the panel back, everybody else is led back to the story.
"""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import audience, notes, passage, rights
from articles.models.note import LONGEST
from newsroom.text.vietnamese import name_key

PANEL = "admin/articles/article/_notes.html"


class NotesMixin:
    """For the story's ModelAdmin. Rights are checked by what opens the story and by the verbs."""

    def get_urls(self):
        guard = self.admin_site.admin_view
        return [
            path("<int:pk>/notes/", guard(self.notes_view), name="articles_article_notes"),
            path("<int:pk>/notes/people/", guard(self.note_people_view), name="articles_article_note_people"),
            path("<int:pk>/notes/<int:number>/", guard(self.note_view), name="articles_article_note"),
            *super().get_urls(),
        ]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def notes_view(self, request, pk):
        """The panel by itself; POST leaves a note, or an answer with `answers` (a note's number)."""
        article = self._story_with_notes(request, pk)
        if request.method != "POST":
            return self._notes_panel(request, article)
        answered = request.POST.get("answers", "")
        if answered:
            thread = get_object_or_404(notes.story_of(article).notes, pk=answered if answered.isdecimal() else 0)
            words = {"text": request.POST.get(f"answer-{thread.pk}", ""), "answers": thread}
        else:
            words = {name: request.POST.get(name, "") for name in ("text", "quote", "before", "after")}
        return self._after_note(request, article, partial(notes.write, article, by=request.user, **words))

    @method_decorator(require_POST)
    def note_view(self, request, pk, number):
        """What the button `act` asks to be done to one note."""
        article = self._story_with_notes(request, pk)
        note = get_object_or_404(notes.story_of(article).notes, pk=number)
        verbs = {
            "edit": partial(notes.edit, note, by=request.user, text=request.POST.get(f"text-{note.pk}", "")),
            "delete": partial(notes.delete, note, by=request.user),
            "resolve": partial(notes.resolve, note, by=request.user),
            "reopen": partial(notes.reopen, note, by=request.user),
        }
        verb = verbs.get(request.POST.get("act"), lambda: note)
        return self._after_note(request, article, verb)

    @method_decorator(require_safe)
    def note_people_view(self, request, pk):
        """Who else can be mentioned on this story, for the script that completes names."""
        people = audience.viewers(notes.story_of(self._story_with_notes(request, pk))).exclude(pk=request.user.pk)
        listed = [{"username": person.username, "name": str(person)} for person in people]
        return JsonResponse({"people": sorted(listed, key=lambda person: name_key(person["name"]))})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context |= _panel(obj, request.user)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _after_note(self, request, article, verb):
        place = ""
        try:
            place = f"#note-{verb().pk}"
        except ValidationError as refusal:
            if _by_script(request):
                return HttpResponse(" ".join(refusal.messages), status=422, content_type="text/plain")
            for message in refusal.messages:
                self.message_user(request, message, messages.ERROR)
        if _by_script(request):
            return self._notes_panel(request, article)
        return redirect(reverse("admin:articles_article_change", args=[article.pk]) + place)

    def _notes_panel(self, request, article):
        return render(request, PANEL, {"original": article, **_panel(article, request.user)})

    def _story_with_notes(self, request, pk):
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not rights.may_view(request.user, article):
            raise PermissionDenied
        return article


def _by_script(request):
    return request.headers.get("X-Requested-With") == "fetch"


def _panel(article, user):
    threads = threads_of(article, user)
    return {
        "notes_open": [thread for thread in threads if not thread.resolved_at],
        "notes_resolved": [thread for thread in threads if thread.resolved_at],
        "note_length": LONGEST,
    }


def threads_of(article, user):
    """The notes on a story in the order they were written, each with its answers as `thread`, dressed for the page of
    `article`, the story or a working copy of it. A deleted note is there only where somebody answered it.
    """
    every = list(notes.story_of(article).notes.select_related("by", "resolved_by").prefetch_related("mentioned"))
    text = passage.plain(article.body) if every else ""
    for note in every:
        note.html = marked(note)
        note.is_own = note.by_id == user.pk and not note.deleted_at
        note.has_changed = bool(note.quote) and passage.find(text, note.quote, note.before, note.after) is None
        note.thread = [answer for answer in every if answer.answers_id == note.pk and not answer.deleted_at]
    return [note for note in every if not note.answers_id and (note.thread or not note.deleted_at)]


def marked(note):
    """The words as HTML, the names of those who are mentioned marked. Lines are kept by the sheet."""
    names = {person.username: person for person in note.mentioned.all()}
    pieces, end = [], 0
    for mention in notes.MENTION.finditer(note.text):
        if mention[1] in names:
            name = format_html('<b class="mention" title="{}">{}</b>', names[mention[1]], mention[0])
            pieces += [note.text[end : mention.start()], name]
            end = mention.end()
    return format_html_join("", "{}", [(piece,) for piece in [*pieces, note.text[end:]]])
