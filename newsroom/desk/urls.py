"""The way in for people without a password, under the names that Django and its sign-in page look for."""

from django.urls import path

from newsroom.desk import views

urlpatterns = [
    path("password/", views.AskForLink.as_view(), name="admin_password_reset"),
    path("password/sent/", views.LinkSent.as_view(), name="password_reset_done"),
    path("password/<uidb64>/<token>/", views.ChoosePassword.as_view(), name="password_reset_confirm"),
    path("password/chosen/", views.PasswordChosen.as_view(), name="password_reset_complete"),
]
