from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubscriptionsConfig(AppConfig):
    name = "newsroom.subscriptions"
    verbose_name = _("Letters to readers")

    def ready(self):
        # They ask the models, which are not there before.
        from markets.signals import quotes_recorded  # noqa: PLC0415
        from newsroom.desk import worker  # noqa: PLC0415
        from newsroom.subscriptions import receivers  # noqa: PLC0415

        quotes_recorded.connect(receivers.prices_changed)
        worker.JOBS["send_letters"] = receivers.do_what_is_due
