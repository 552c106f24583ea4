from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "newsroom.desk"
    verbose_name = _("People and roles")

    def ready(self):
        # Needs the app registry, so it cannot stand at the top of the file.
        # Registers itself with Django's checks.
        from newsroom.desk import checks  # noqa: F401, PLC0415
        from newsroom.desk.roles import sync_roles  # noqa: PLC0415

        post_migrate.connect(sync_roles, sender=self)
        self._hear()

    def _hear(self):
        # Likewise; they ask the models of what they hear.
        from articles import signals  # noqa: PLC0415
        from newsroom.desk.notifications import receivers  # noqa: PLC0415

        signals.article_moved.connect(receivers.story_moved)
        signals.note_changed.connect(receivers.note_changed)
        signals.assignment_moved.connect(receivers.assignment_moved)
        user_logged_in.connect(receivers.forget_what_was_read)


class DeskAdminConfig(AdminConfig):
    """Puts our AdminSite in place of the default one, so that apps register without importing the desk."""

    default_site = "newsroom.desk.site.DeskSite"
