"""A site of its own: each page shows the value of the thing in its address, which tests change."""

from django.http import HttpResponse
from django.urls import path

from newsroom.pages.store import shows, stored
from newsroom.pages.store.views import never_stored

values = {}
rendered = []
meanwhile = []
"""Called once each, while a page is being rendered."""


@stored(number="page")
def thing(request, name):
    shows(request, f"thing:{name}")
    rendered.append(name)
    value = values.get(name, 0)
    if meanwhile:
        meanwhile.pop()()
    return HttpResponse(f"<p>{name} {value} {request.GET.get('page', '')}</p>")


@stored()
def gone(request):
    return HttpResponse("gone", status=410)


@stored()
def live(request):
    never_stored(request)
    return HttpResponse("live")


@stored()
def personal(request):
    response = HttpResponse("for you")
    response.set_cookie("name", "value")
    return response


urlpatterns = [
    path("thing/<slug:name>/", thing),
    path("gone/", gone),
    path("live/", live),
    path("personal/", personal),
]
