"""Between which moments a story may be public: never before its embargo ends, never from its expiry on.

Every verb that sets a time asks here; what readers see asks the querysets, which look at the same fields.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsroom.text.vietnamese import format_zoned


def check_appearance(story, moment):
    """Raise ValidationError where the story may not appear at `moment`; the sentence offers a time at which it may."""
    if story.embargo_until and moment < story.embargo_until:
        raise ValidationError(
            _("The story is under embargo. The earliest time to publish it is %(time)s.")
            % {"time": format_zoned(story.embargo_until)}
        )
    if story.expires_at and moment >= story.expires_at:
        raise ValidationError(
            _("The story expires at %(time)s, before it would appear. Set a later expiry first, or none.")
            % {"time": format_zoned(story.expires_at)}
        )


def check_to_come(moment, now):
    """Raise ValidationError where the end of an embargo or an expiry (`moment`, or None) is not ahead."""
    if moment and moment <= now:
        raise ValidationError(
            _("%(time)s has already passed. Choose a time that is still to come.") % {"time": format_zoned(moment)}
        )
