"""A page with nothing but the story editor, under the desk's own Content-Security-Policy."""

from csp.decorators import csp_replace
from django import forms
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.template import RequestContext, Template
from django.urls import path
from django.views.decorators.csrf import csrf_protect

from newsroom.text.editor import UPLOAD_URL
from newsroom.text.fields import RichTextFormField
from newsroom.text.widgets import EditorWidget

PAGE = Template(
    """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Editor</title><link rel="icon" href="data:,">
    <script type="application/json" nonce="{{ request.csp_nonce }}">{}</script>{{ form.media }}</head>
    <body><form method="post">{% csrf_token %}{{ form.body }}<button>Save</button></form>
    <pre>{{ form.cleaned_data.body }}</pre></body></html>"""
)


class StoryForm(forms.Form):
    body = RichTextFormField(widget=EditorWidget, required=False)


def story(request):
    form = StoryForm(request.POST or None)
    form.is_valid()
    return HttpResponse(PAGE.render(RequestContext(request, {"form": form})))


@csrf_protect
def upload(request):
    return JsonResponse({"uploaded": 1, "fileName": request.FILES["upload"].name, "url": "/media/a.png"})


def picture(request):
    return HttpResponse(
        '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>', content_type="image/svg+xml"
    )


urlpatterns = [
    path("admin/editor/", csp_replace(settings.DESK_CONTENT_SECURITY_POLICY)(story)),
    path("media/a.png", picture),
    path(UPLOAD_URL.lstrip("/"), upload),
]
