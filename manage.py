#!/usr/bin/env python
"""The command line. With DATABASE_URL unset it starts the local PostgreSQL and Valkey a command needs."""

import os
import sys

from django.core.management import execute_from_command_line

from safeguarding.deployment import localservices
from safeguarding.deployment.env import ConfigurationError, load

# Commands that touch no server; --help of any command neither.
SERVERLESS = frozenset(
    {"check", "collectstatic", "diffsettings", "findstatic", "help", "services", "version"}
)


def needs_servers(arguments: list[str]) -> bool:
    """Whether the command named by these arguments (without the program's name) talks to the servers."""
    command = next((word for word in arguments if not word.startswith("-")), "help")
    return command not in SERVERLESS and not {"-h", "--help", "--version"} & set(arguments)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safeguarding.settings")
    arguments = sys.argv[1:]
    if arguments[:1] != ["runserver"]:
        # The pages' time limit on a statement would cut a migration or an import short.
        os.environ.setdefault("DATABASE_STATEMENT_TIMEOUT", "0")
    if arguments[:1] == ["demo"]:
        os.environ.setdefault("SAFEGUARDING_DEMO", "true")
    try:
        if load().local and needs_servers(arguments):
            localservices.ensure()
        execute_from_command_line(sys.argv)
    except (ConfigurationError, localservices.LocalServicesError) as refusal:
        sys.exit(f"manage.py: {refusal}")


if __name__ == "__main__":
    main()
