from django.urls import path

from markets import views

app_name = "markets"

urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>/", views.instrument, name="instrument"),
]
