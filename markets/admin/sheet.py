"""The desk's page for entering a group's prices of the day."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext, ngettext

from markets.models import Group
from markets.sheet import Sheet


def sheet(request, pk):
    """Show the day sheet of a group and record what is posted; needs `markets.add_quote` (else 403)."""
    if not request.user.has_perm("markets.add_quote"):
        raise PermissionDenied
    group = get_object_or_404(Group, pk=pk)
    day_sheet = Sheet(group, request.POST if request.method == "POST" else None)
    if request.method == "POST" and (quotes := day_sheet.save(by=request.user)):
        messages.success(request, _recorded(len(quotes)))
        return redirect("admin:markets_group_sheet", pk=pk)
    title = gettext("Enter prices: %(group)s") % {"group": group}
    context = {**admin.site.each_context(request), "title": title, "group": group, "sheet": day_sheet}
    return TemplateResponse(request, "admin/markets/sheet.html", {**context, "opts": Group._meta})


def _recorded(count):
    return ngettext("%(count)d price recorded.", "%(count)d prices recorded.", count) % {"count": count}
