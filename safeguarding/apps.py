"""The ground: people, children, rights and the record of who did and saw what."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "safeguarding"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Safeguarding"
