from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from newsroom.pages import embeds


class MarketsConfig(AppConfig):
    name = "markets"
    verbose_name = _("Markets")

    def ready(self):
        # It knows the models, which are not there yet when this module is read.
        from markets.embeds import INSTRUMENT  # noqa: PLC0415

        embeds.register(INSTRUMENT)
