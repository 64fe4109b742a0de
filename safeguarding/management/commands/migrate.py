"""manage.py migrate: Django's own, without its rendering nearly every model again at each step."""

from typing import Any

from django.core.management.commands import migrate

from safeguarding.deployment.rendering import rendered_alone


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> str | None:
        with rendered_alone():
            return super().handle(*args, **options)
