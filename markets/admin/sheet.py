"""The desk's page for entering a group's prices of the day, and what its scripts ask while one types."""

import json

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from markets import drafts, paste
from markets.models import Group
from markets.providers.base import FormatError
from markets.sheet import Sheet
from newsroom.text.vietnamese import local


def addresses(guard):
    """The routes of the day sheet, below those of its group."""
    pages = {"": ("sheet", sheet), "keep/": ("sheet_keep", keep), "paste/": ("sheet_paste", read_pasted)}
    return [
        path(f"<int:pk>/sheet/{end}", guard(page), name=f"markets_group_{name}") for end, (name, page) in pages.items()
    ]


def sheet(request, pk):
    """Show the day sheet of a group and record what is posted; needs `markets.add_quote` (else 403)."""
    group = _group(request, pk)
    may_confirm = request.user.has_perm("markets.decide_held")
    posted = request.POST if request.method == "POST" else None
    day_sheet = Sheet(group, posted, typed=drafts.cells_of(group), may_confirm=may_confirm)
    if posted is not None and (receipt := day_sheet.save(by=request.user)):
        tell(request, receipt)
        return redirect(f"{reverse('admin:markets_group_sheet', args=[pk])}?recorded")
    context = {
        **admin.site.each_context(request),
        "title": gettext("Enter prices: %(group)s") % {"group": group},
        "group": group,
        "sheet": day_sheet,
        "others": drafts.others(group, request.user),
        "opts": Group._meta,
    }
    return TemplateResponse(request, "admin/markets/sheet.html", context)


@require_POST
def keep(request, pk):
    """POST `changed`, the cells somebody changed as JSON, or `left`. Answers JSON: all cells of the sheet as it lies on
    the desk, what is to be said of each, who else has it open, and when that was. Needs `markets.add_quote` (else 403).
    """
    group = _group(request, pk)
    if "left" in request.POST:
        drafts.leave(group, request.user)
        return JsonResponse({})
    changed = _json_object(request.POST.get("changed", "{}"))
    if changed is None:
        return JsonResponse({"refused": gettext("This cannot be read.")}, status=400)
    drafts.come(group, request.user)
    cells = drafts.keep(group, changed, by=request.user) if changed else drafts.cells_of(group)
    answer = {"cells": cells, "warnings": Sheet(group, cells).warnings(request.user)}
    return JsonResponse(
        {**answer, "others": drafts.others(group, request.user), "kept": f"{local(timezone.now()):%H:%M:%S}"}
    )


@require_POST
def read_pasted(request, pk):
    """POST `text` and `html` of the clipboard and the cell (`row`, `column`) that has the cursor. Answers JSON: the
    cells to fill, and the names of rows that are not on the sheet. Writes nothing. Needs `markets.add_quote`.
    """
    group = _group(request, pk)
    posted = request.POST
    place = {name: _count(posted.get(name, "0")) for name in ("row", "column")}
    try:
        pasted = paste.read(posted.get("text", ""), posted.get("html", ""), list(group.instruments.all()), **place)
    except FormatError as error:
        return JsonResponse({"refused": str(error)}, status=400)
    return JsonResponse({"cells": pasted.cells, "strangers": pasted.strangers})


def _group(request, pk):
    if not request.user.has_perm("markets.add_quote"):
        raise PermissionDenied
    return get_object_or_404(Group, pk=pk)


def _json_object(text):
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _count(text):
    return min(int(text), 10_000) if text.isascii() and text.isdigit() else 0


def tell(request, receipt):
    """Say what became of a sheet or a file."""
    if receipt.quotes:
        messages.success(request, _recorded(len(receipt.quotes)))
    if receipt.held:
        said = _held(len(receipt.held))
        address = reverse("admin:markets_held_changelist")
        may_look = request.user.has_perm("markets.view_held")
        messages.warning(request, format_html('<a href="{}">{}</a>', address, said) if may_look else said)


def _held(count):
    return ngettext(
        "%(count)d price looks odd and waits for approval.", "%(count)d prices look odd and wait for approval.", count
    ) % {"count": count}


def _recorded(count):
    return ngettext("%(count)d price recorded.", "%(count)d prices recorded.", count) % {"count": count}
