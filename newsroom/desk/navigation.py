"""The desk's navigation: what an account may open, grouped by work rather than by Django app."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# Groups in order: key, name, and models in order. What no group names (a model registered later) stands in the last.
WORK = [
    ("stories", _("Stories"), ["articles.article", "articles.assignment", "articles.tag", "articles.previewlink"]),
    ("photographs", _("Photographs"), ["photos.photo"]),
    ("polls", _("Polls"), ["polls.poll"]),
    (
        "prices",
        _("Prices"),
        ["markets.group", "markets.held", "markets.source", "markets.instrument", "markets.quote", "markets.holiday"],
    ),
    ("people", _("People"), ["articles.penname", "articles.person", "desk.user"]),
    (
        "paper",
        _("The paper"),
        ["articles.section", "articles.checklist", "articles.correctionterm", "subscriptions.subscription"],
    ),
]
_PLACES = {
    label: (group, place) for group, (_key, _name, labels) in enumerate(WORK) for place, label in enumerate(labels)
}
_UNNAMED = (len(WORK) - 1, len(_PLACES))


# Pages that are no list of a model: group, permission, words, name of the address.
PAGES = [("people", "desk.view_audit", _("Audit"), "admin:audit")]


def by_work(app_list):
    """Regroup what `AdminSite.get_app_list` returns, in the same shape; groups without a link are left out."""
    models = sorted((model for app in app_list for model in app["models"] if model["admin_url"]), key=_place)
    groups = [
        {
            "app_label": key,
            "name": name,
            "app_url": "",
            "has_module_perms": True,
            "models": [model for model in models if _place(model)[0] == group],
        }
        for group, (key, name, _labels) in enumerate(WORK)
    ]
    return [group for group in groups if group["models"]]


def with_pages(groups, user):
    """The groups with the links of PAGES that the account may open; a group that holds nothing else is made."""
    for key, permission, words, address in PAGES:
        if user.has_perm(permission):
            group = next((one for one in groups if one["app_label"] == key), None) or _empty(groups, key)
            group["models"].append({"name": words, "admin_url": reverse(address), "add_url": None})
    return groups


def _empty(groups, key):
    name = next(name for work, name, _labels in WORK if work == key)
    groups.append({"app_label": key, "name": name, "app_url": "", "has_module_perms": True, "models": []})
    return groups[-1]


def _place(model):
    return _PLACES.get(model["model"]._meta.label_lower, _UNNAMED)
