from django.urls import path

from polls import outside, views

app_name = "polls"

urlpatterns = [
    path("", views.index, name="index"),
    path("xem-truoc/<str:token>/", views.preview, name="preview"),
    path("<slug:slug>-<int:pk>/", views.poll_page, name="poll"),
    path("<slug:slug>-<int:pk>/vote/", views.vote, name="vote"),
    path("<slug:slug>-<int:pk>/nhung/", outside.frame, name="frame"),
    path("<slug:slug>-<int:pk>.json", outside.as_json, name="json"),
]
