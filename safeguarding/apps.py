"""The ground: people, children, rights and the record of who did and saw what."""

from importlib import import_module

from django.apps import AppConfig

from safeguarding.triggers import keep_names

keep_names()


class SafeguardingConfig(AppConfig):
    name = "safeguarding"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Safeguarding"

    def ready(self) -> None:
        """Registers checks, what begins a session, and a worker's signs, once the apps are loaded."""
        import_module("safeguarding.directory.starting")
        import_module("safeguarding.deployment.calendarcheck")
        import_module("safeguarding.deployment.checks")
        import_module("safeguarding.deployment.regrant")
        import_module("safeguarding.accounts.signin.sessions")
        import_module("safeguarding.heartbeats.processes")
        import_module("safeguarding.heartbeats.checks")
