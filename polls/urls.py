from django.urls import path

from polls import views

app_name = "polls"

urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>-<int:pk>/", views.poll_page, name="poll"),
    path("<slug:slug>-<int:pk>/vote/", views.vote, name="vote"),
]
