from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from newsroom.pages import embeds


class PollsConfig(AppConfig):
    name = "polls"
    verbose_name = _("Polls")

    def ready(self):
        # It knows the models, which are not there yet when this module is read.
        from polls.embeds import POLL  # noqa: PLC0415

        embeds.register(POLL)
