"""manage.py grant_role ROLE: what the service's own database role may do; manage.py migrate sets it anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from safeguarding.deployment import roles


class Command(BaseCommand):
    help = "As the owner of the tables: let ROLE run the service, without changing history or audit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="an existing role of the database, which owns nothing")

    def handle(self, *args: Any, role: str, **options: Any) -> None:
        try:
            rights = roles.grant(role)
        except roles.RoleError as refusal:
            raise CommandError(str(refusal)) from None
        growing = sum(right == roles.GROWING for right in rights.values())
        self.stdout.write(
            f"{role} may read and write {len(rights) - growing} tables, and read and add to {growing}."
        )
