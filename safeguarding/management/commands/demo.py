"""manage.py demo: the whole product with an invented council, from one command until Ctrl-C."""

import os
import signal
import socket
import sys
import urllib.error
import urllib.request
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.db.models import QuerySet

from safeguarding.clock import today
from safeguarding.deployment import localservices, roles
from safeguarding.deployment.supervisor import Program, Supervisor
from safeguarding.models import User
from safeguarding.policy.words import said_of
from safeguarding.wording import upper_first

USUAL_PORT = 8000
READY_SECONDS = 60


class Command(BaseCommand):
    help = "Run the demo: an invented council, its pages, worker and timetable. Ctrl-C ends it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help=f"the port to serve on ({USUAL_PORT}, or a free one)")

    def handle(self, *args: Any, port: int | None, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Run it as: manage.py demo")
        # Until the parent watches for them, both signals end the preparation as Ctrl-C does.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            with listening(port) as listener:
                self.prepare()
                self.run_until_stopped(listener, port)
        except KeyboardInterrupt:
            self.stdout.write("")
        self.stdout.write("The demo has ended.")

    def run_until_stopped(self, listener: socket.socket, asked_port: int | None) -> None:
        """Run the children until a signal; raise when one of them ends by itself."""
        actual_port = listener.getsockname()[1]
        address = f"http://127.0.0.1:{actual_port}"
        with Supervisor(self.environment(address), log_file()) as supervisor:
            if asked_port is None and actual_port != USUAL_PORT:
                self.stdout.write(f"Port {USUAL_PORT} is taken, so another one is used.")
            supervisor.start(programs(listener))
            self.wait_until_ready(supervisor, address)
            if not supervisor.asked_to_stop.is_set() and not supervisor.dead():
                self.greet(address)
            ended = supervisor.wait()
        if ended:
            raise CommandError(f"The {ended} has stopped, so the demo has ended. Its log is {log_file()}")

    def prepare(self) -> None:
        """Bring the database to this code's shape, and fill an empty one."""
        self.stdout.write("Preparing the database…")
        call_command("migrate", verbosity=0, interactive=False)
        if not people().exists():
            self.stdout.write("Inventing a council and its children, once; it takes under a minute…")
            call_command("seed_demo")
        if settings.LOCAL_SERVICES:
            roles.make(roles.APPLICATION)
            roles.grant(roles.APPLICATION)
        connections.close_all()

    def environment(self, address: str) -> dict[str, str]:
        """What the children are told: the servers this process holds, so that they start none themselves, and
        the address at which they are found, for the links in e-mails.
        """
        told = {key: value for key, value in os.environ.items() if key != "DATABASE_STATEMENT_TIMEOUT"}
        if settings.LOCAL_SERVICES:
            urls = localservices.urls(role=roles.APPLICATION)
            told |= {"DATABASE_URL": urls.database, "REDIS_URL": urls.redis}
        return told | {
            "SECRET_KEY": settings.SECRET_KEY,
            "SAFEGUARDING_DEMO": "true",
            "SITE_URL": os.environ.get("SITE_URL") or address,
            "DJANGO_SETTINGS_MODULE": "safeguarding.settings",
            "PYTHONUNBUFFERED": "1",
        }

    def wait_until_ready(self, supervisor: Supervisor, address: str) -> None:
        """Return once pages can be served, or a signal asked to stop; raise when that does not come."""
        for _ in range(READY_SECONDS * 5):
            if supervisor.asked_to_stop.wait(0.2) or supervisor.dead() or answers(f"{address}/health/ready"):
                return
        raise CommandError(f"The pages did not come up in {READY_SECONDS} seconds. The log is {log_file()}")

    def greet(self, address: str) -> None:
        self.stdout.write(self.style.SUCCESS(f"\n{settings.COUNCIL_NAME} is at {address}\n"))
        self.stdout.write(f"Everyone's password is: {settings.DEMO_PASSWORD}\n")
        for email, role in sign_ins():
            self.stdout.write(f"  {email:<45} {role}")
        self.stdout.write(f"\nAll people in it are invented. The log is {log_file()}. Ctrl-C ends it.")


def people() -> QuerySet[User]:
    """Those who can sign in."""
    return User.objects.filter(is_active=True, is_system=False)


def sign_ins() -> Iterator[tuple[str, str]]:
    """The e-mail address and the role of each person of the demo, by role."""
    for user in people().order_by("role", "email"):
        yield user.email, upper_first(said_of(user, today()))


def log_file() -> Path:
    """Where the demo's processes log."""
    folder = localservices.folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "demo.log"


def programs(listener: socket.socket) -> list[Program]:
    """The web server on the open socket, the worker, and the timetable."""
    python = sys.executable
    web = [
        python,
        "-m",
        "gunicorn",
        "--config",
        "python:safeguarding.deployment.webserver",
        "safeguarding.wsgi",
    ]
    celery = [python, "-m", "celery", "--quiet", "--app", "safeguarding"]
    schedule = str(localservices.folder() / "beat-schedule")
    return [
        Program("web server", [*web, "--bind", f"fd://{listener.fileno()}"], (listener.fileno(),)),
        Program("worker", [*celery, "worker", "--concurrency", "1", "--without-gossip", "--without-mingle"]),
        Program("timetable", [*celery, "beat", "--schedule", schedule, "--pidfile", ""]),
    ]


@contextmanager
def listening(port: int | None) -> Iterator[socket.socket]:
    """A listening socket on the port; where none is asked for, on the usual one or any that is free."""
    for candidate in [port] if port else [USUAL_PORT, 0]:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", candidate))
            listener.listen(128)
        except OSError:
            listener.close()
            continue
        with listener:
            yield listener
        return
    raise CommandError(f"Port {port} cannot be used: something else listens there, or it is not yours.")


def answers(address: str) -> bool:
    """Whether the address answers that all is well."""
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False
