"""The desk's navigation: what an account may open, grouped by work rather than by Django app."""

from django.utils.translation import gettext_lazy as _

# Groups in order: key, name, and models in order. What no group names (a model registered later) stands in the last.
WORK = [
    ("stories", _("Stories"), ["articles.article", "articles.assignment", "articles.tag", "articles.previewlink"]),
    ("photographs", _("Photographs"), ["photos.photo"]),
    ("polls", _("Polls"), ["polls.poll"]),
    ("prices", _("Prices"), ["markets.group", "markets.instrument", "markets.quote"]),
    ("people", _("People"), ["articles.penname", "articles.person", "desk.user"]),
    ("paper", _("The paper"), ["articles.section", "articles.checklist", "articles.correctionterm"]),
]
_PLACES = {
    label: (group, place) for group, (_key, _name, labels) in enumerate(WORK) for place, label in enumerate(labels)
}
_UNNAMED = (len(WORK) - 1, len(_PLACES))


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


def _place(model):
    return _PLACES.get(model["model"]._meta.label_lower, _UNNAMED)
