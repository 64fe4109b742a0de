"""Makes an account from the server itself: the first system administrator cannot be made by another."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from safeguarding.accounts.operations import add_user
from safeguarding.accounts.signin.links import password_path
from safeguarding.audit import acting_as, system_user
from safeguarding.clock import now
from safeguarding.labelled import values
from safeguarding.models import Team
from safeguarding.refusals import Refused
from safeguarding.rights import Role


class Command(BaseCommand):
    """Prints the link by which the person sets a password; it opens once, within a day."""

    help = "Make an account and print the link by which its owner sets a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("full_name")
        parser.add_argument("role", choices=values(Role))
        parser.add_argument("--team", default="", help="the name of a team")

    def handle(self, *args: Any, **given: Any) -> None:
        system = system_user()
        try:
            with acting_as(system):
                user = add_user(
                    email=given["email"],
                    full_name=given["full_name"],
                    role=given["role"],
                    team=_team(given["team"]),
                    by=system,
                    at=now(),
                )
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{settings.SITE_URL}{password_path(user)}")


def _team(name: str) -> Team | None:
    team = Team.objects.filter(name=name).first() if name else None
    if name and team is None:
        raise CommandError(f"There is no team called {name}.")
    return team
