"""What people do with their own account: choose a password, the language of the desk, and where they stay signed in."""

from django.contrib import admin, messages
from django.contrib.auth import views as auth
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from newsroom.desk import changes, sessions, sign_in
from newsroom.desk.forms import LanguageForm, PasswordLinkForm
from newsroom.desk.roles import ROLE_NAMES
from newsroom.desk.tokens import link_tokens


def my_account(request):
    """The account of whoever is signed in: who, which roles, the language, the open sign-ins."""
    form = LanguageForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        request.user.save(update_fields=["language"])
        changes.log_form(form, by=request.user)
        return redirect("admin:my_account")
    context = {
        **admin.site.each_context(request),
        "title": _("My account"),
        "form": form,
        "roles": [ROLE_NAMES.get(name, name) for name in request.user.groups.values_list("name", flat=True)],
        "sections": request.user.sections_edited.all(),
        "sign_ins": sessions.open_sign_ins(request.user, request.session.session_key),
        "days_kept": sign_in.KEPT.days,
    }
    return TemplateResponse(request, "admin/desk/my_account.html", context)


@require_POST
def end_sign_ins(request):
    """End one of the own sign-ins elsewhere (`name`), or all of them."""
    count = sessions.end(request.user, request.session.session_key, request.POST.get("name", ""))
    words = ngettext("%(count)d sign-in was ended.", "%(count)d sign-ins were ended.", count) % {"count": count}
    changes.log(request.user, by=request.user, field=_("Sign-ins"), after=words)
    messages.success(request, words)
    return redirect("admin:my_account")


class _AtTheDoor:
    """Pages in the desk's clothes for people who are not signed in."""

    def get_context_data(self, **kwargs):
        return {**admin.site.each_context(self.request), **super().get_context_data(**kwargs)}


class AskForLink(_AtTheDoor, auth.PasswordResetView):
    form_class = PasswordLinkForm
    template_name = "admin/password/ask.html"
    title = _("Choose a new password")


class LinkSent(_AtTheDoor, auth.PasswordResetDoneView):
    template_name = "admin/password/sent.html"
    title = _("Look into your mailbox")


class ChoosePassword(_AtTheDoor, auth.PasswordResetConfirmView):
    """Behind the link of the letter. Whoever holds it is the owner, so failed attempts are forgotten."""

    template_name = "admin/password/choose.html"
    token_generator = link_tokens
    title = _("Choose your password")

    def form_valid(self, form):
        sign_in.let_in_again(self.user)
        sessions.end(self.user, this_key="")  # whoever else knew the old password
        changes.log(self.user, by=self.user, field=_("Password"), after=_("chosen by the link of a letter"))
        return super().form_valid(form)


class PasswordChosen(_AtTheDoor, auth.PasswordResetCompleteView):
    template_name = "admin/password/chosen.html"
    title = _("Your password is set")
