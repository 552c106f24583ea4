"""Sessions that know whose they are, so that people see where they are signed in and can end it there.

The settings name this module as SESSION_ENGINE; the shape is the one Django documents for extending its own.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from ua_parser import parse

SIGNED_IN = "signed_in"
"""Key in a session: when, on what and from where its owner signed in."""


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls):
        # Django asks for the engine before the models are loaded.
        from newsroom.desk.models import DeskSession  # noqa: PLC0415

        return DeskSession

    def create_model_instance(self, data):
        session = super().create_model_instance(data)
        session.account_id = data.get(SESSION_KEY)
        return session


@dataclass(frozen=True)
class SignIn:
    """One open session as its owner sees it. `name` stands for it on the page: the key itself would open the desk."""

    name: str
    at: datetime | None
    device: str
    address: str
    is_this: bool


def record(request, address):
    """Write into the session when, on what and from which network address its owner signed in."""
    request.session[SIGNED_IN] = {
        "at": timezone.now().isoformat(),
        "device": request.META.get("HTTP_USER_AGENT", "")[:400],
        "address": address or "",
    }


def open_sign_ins(account, this_key: str) -> list[SignIn]:
    """The account's open sessions, that of `this_key` first, then the newest."""
    sign_ins = [_sign_in(session, this_key) for session in _open(account)]
    return sorted(sign_ins, key=lambda sign_in: (sign_in.is_this, str(sign_in.at)), reverse=True)


def end(account, this_key: str, name: str = "") -> int:
    """End the account's open session called `name`, or all without one; never that of `this_key`. Returns how many."""
    others = [session for session in _open(account) if session.session_key != this_key]
    ended = [session for session in others if not name or _name(session) == name]
    for session in ended:
        session.delete()
    return len(ended)


def _open(account):
    return account.sessions.filter(expire_date__gt=timezone.now())


def _sign_in(session, this_key):
    facts = session.get_decoded().get(SIGNED_IN, {})
    return SignIn(
        name=_name(session),
        at=datetime.fromisoformat(facts["at"]) if facts else None,
        device=device_name(facts.get("device", "")),
        address=facts.get("address", ""),
        is_this=session.session_key == this_key,
    )


def _name(session):
    return salted_hmac("newsroom.desk.sessions", session.session_key).hexdigest()[:16]


def device_name(user_agent: str) -> str:
    """What the header User-Agent says, for people: `Firefox · Linux`."""
    found = parse(user_agent)
    families = [part.family for part in (found.user_agent, found.os) if part]
    return " · ".join(families) or _("Unknown device")
