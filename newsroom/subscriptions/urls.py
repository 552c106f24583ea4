"""Under `/ban-tin/`. Links in letters that lie in mailboxes for years lead here."""

from django.urls import path

from newsroom.subscriptions import views

app_name = "subscriptions"

urlpatterns = [
    path("gia-ca/<slug:slug>/", views.price, name="price"),
    path("da-gui/", views.asked, name="asked"),
    path("xac-nhan/<str:token>/", views.confirm, name="confirm"),
    path("thoi/<str:token>/", views.leave, name="leave"),
]
