"""Roles of the desk: groups and their permissions, kept in step with this table after every migration.

Source of the roles: the paper's chain of command (reporter, editor, desk chief, administrator, market desk).
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext_lazy as _

REPORTER = "reporter"
EDITOR = "editor"
DESK_CHIEF = "desk_chief"
ADMINISTRATOR = "administrator"
MARKET_DESK = "market_desk"

ROLE_NAMES = {
    REPORTER: _("Reporter"),
    EDITOR: _("Editor"),
    DESK_CHIEF: _("Desk chief"),
    ADMINISTRATOR: _("Administrator"),
    MARKET_DESK: _("Market desk"),
}

_WRITE = {
    "articles": [
        "view_article",
        "add_article",
        "change_article",
        "submit_article",
        "bin_article",
        "view_section",
        "view_tag",
        "add_tag",
        "view_penname",
        "view_previewlink",
        "view_assignment",
        "accept_assignment",
    ],
    "photos": ["view_photo", "add_photo"],
}
_EDIT = {
    "articles": [
        "edit_section_articles",
        "send_back_article",
        "approve_article",
        "publish_article",
        "change_tag",
        "delete_tag",
        "view_person",
        "add_assignment",
        "change_assignment",
    ],
    # What is said of a photo stands under every story that shows it, published ones too.
    "photos": ["change_photo"],
    "polls": [
        "view_poll",
        "add_poll",
        "change_poll",
        "delete_poll",
        "publish_poll",
        "review_ballots",
        "view_sealed_result",
        "read_reasons",
    ],
}
_COMMAND = {
    "articles": [
        "edit_all_articles",
        "withdraw_article",
        "republish_article",
        "issue_correction",
        "view_corrected_passage",
        "add_section",
        "change_section",
        "delete_section",
        "add_penname",
        "change_penname",
        "delete_penname",
        "add_person",
        "change_person",
        "delete_person",
    ],
}
_CHECKS = {
    "articles": ["change_checklist"],
}
_PRICES = {
    "markets": [
        "view_group",
        "view_instrument",
        "view_quote",
        "add_quote",
        "correct_quote",
        "view_held",
        "decide_held",
        "view_source",
        "fetch_source",
        "view_holiday",
    ],
}
_PRICE_LIST = {
    "markets": [
        "add_group",
        "change_group",
        "delete_group",
        "add_instrument",
        "change_instrument",
        "delete_instrument",
        "add_source",
        "change_source",
        "add_listing",
        "change_listing",
        "delete_listing",
        "view_listing",
        "issue_token",
        "add_holiday",
        "change_holiday",
        "delete_holiday",
    ],
}
_ACCOUNTS = {
    "desk": ["view_user", "add_user", "change_user", "view_audit"],
}
_READERS = {
    "subscriptions": ["view_subscription", "forget_address"],
}
_PAPER = {
    "front": ["change_paper"],
    "articles": ["view_correctionterm", "add_correctionterm", "change_correctionterm"],
}

ROLES = {
    REPORTER: [_WRITE],
    EDITOR: [_WRITE, _EDIT],
    DESK_CHIEF: [_WRITE, _EDIT, _COMMAND, _CHECKS, _PRICES, _PRICE_LIST],
    ADMINISTRATOR: [_ACCOUNTS, _PAPER, _CHECKS, _READERS],
    MARKET_DESK: [_PRICES],
}


def permissions_of(role):
    """The (app label, codename) pairs that a role grants."""
    return {(app, codename) for table in ROLES[role] for app, codenames in table.items() for codename in codenames}


@transaction.atomic
def sync_roles(**kwargs):
    """Make the groups hold exactly what `ROLES` says; heard after every `migrate`, safe to repeat."""
    known = {(p.content_type.app_label, p.codename): p for p in Permission.objects.select_related("content_type")}
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set([known[pair] for pair in permissions_of(role) if pair in known])
