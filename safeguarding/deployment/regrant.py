"""Migrating lets every role in again that was let in before, so that no upgrade forgets it."""

from typing import Any

from django.db import connection
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from safeguarding.deployment import roles
from safeguarding.wording import counted


@receiver(post_migrate)
def let_in_again(app_config: Any, using: str, plan: Any = None, stdout: Any = None, **_: Any) -> None:
    """Once, at the end of manage.py migrate; emptying a database (no plan) is no migration."""
    if app_config.name != "safeguarding" or plan is None or using != connection.alias:
        return
    for role in roles.granted():
        told = _grant(role)
        if stdout:
            stdout.write(f"{told}\n")


def _grant(role: str) -> str:
    """What became of it, in a sentence: migrating has been done and is not undone by a role that is unfit."""
    try:
        return f"{role} is let in again, to {counted(len(roles.grant(role)), 'table')}."
    except roles.RoleError as refusal:
        return f"{role} is not let in again. {refusal}"
