from django.apps import AppConfig
from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _

from articles import receivers, signals


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories")

    def ready(self):
        pre_delete.connect(receivers.keep_used_tags, sender="articles.Tag")
        signals.article_moved.connect(receivers.finish_assignment)
