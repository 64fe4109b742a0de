"""The story from a strategy discussion to the end of a plan."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "conferences"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Child protection conferences"
