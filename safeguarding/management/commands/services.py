"""manage.py services up|down|status: the local PostgreSQL and Valkey, by hand."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from safeguarding.deployment import localservices


class Command(BaseCommand):
    help = "Start, stop or look at the local PostgreSQL and Valkey, used while DATABASE_URL is unset."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["up", "down", "status"])
        parser.add_argument("--force", action="store_true", help="stop them under the commands that use them")

    def handle(self, *args: Any, action: str, force: bool, **options: Any) -> None:
        if not settings.LOCAL_SERVICES:
            raise CommandError("DATABASE_URL is set, so there are no local servers to start or stop.")
        try:
            self.act(action, force)
        except localservices.LocalServicesError as refusal:
            raise CommandError(str(refusal)) from refusal
        for folder, words in localservices.status().items():
            self.stdout.write(f"{words} ({folder})")

    def act(self, action: str, force: bool) -> None:
        if action == "up":
            localservices.keep()
            urls = localservices.urls()
            self.stdout.write(f"DATABASE_URL={urls.database}\nREDIS_URL={urls.redis}")
        elif action == "down":
            localservices.stop(force=force)
