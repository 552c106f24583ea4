"""The site map, and one address more that does nothing: what a vote is measured against."""

from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def nothing(request):
    return HttpResponse()


urlpatterns = [path("nothing/", nothing), path("", include("newsroom.urls"))]
