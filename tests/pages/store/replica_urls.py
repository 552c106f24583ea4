"""A site of its own: a page tells what the database it is read from shows, and which of the two that is."""

from django.db import Error, connections
from django.http import HttpResponse
from django.urls import path

from newsroom.pages import replica
from newsroom.pages.store import for_readers, shows, stored

table = "thing"
meanwhile = []
"""Called once each, before a page asks the database."""


def thing(request):
    shows(request, "thing:a")
    if meanwhile:
        meanwhile.pop()()
    with connections[replica.source()].cursor() as cursor:
        cursor.execute(f"SELECT value, pg_is_in_recovery() FROM {table}")  # noqa: S608
        value, is_replica = cursor.fetchone()
    return HttpResponse(f"{value} {'replica' if is_replica else 'primary'}")


def patient(request):
    try:
        return thing(request)
    except Error:
        return HttpResponse("made do")


def handler500(request):
    return HttpResponse(status=500)


urlpatterns = [
    path("thing/", stored()(thing)),
    path("patient/", stored()(patient)),
    path("search/", for_readers(thing)),
]
