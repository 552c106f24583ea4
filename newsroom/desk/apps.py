from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
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


class DeskAdminConfig(AdminConfig):
    """Puts our AdminSite in place of the default one, so that apps register without importing the desk."""

    default_site = "newsroom.desk.site.DeskSite"
