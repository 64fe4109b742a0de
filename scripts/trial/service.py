"""The service as the README says: a release, two roles, a database, its tables, web, worker and timetable."""

from __future__ import annotations

import os
import re
import secrets
import shlex
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from safeguarding.deployment import localservices
from safeguarding.deployment.supervisor import Program, Supervisor
from scripts import build_release
from scripts.trial.visitor import TrialError, Visitor

HOST = "conferences.sampleshire.example"
COUNCIL = "Sampleshire Council"
DATABASE = "safeguarding"
OWNER, APPLICATION = "safeguarding_owner", "safeguarding_app"
README = build_release.ROOT / "README.md"
START = re.compile(r"^(?:gunicorn|celery) .*$", re.MULTILINE)
SECONDS = 90
WORKING_SECONDS = 120


class Service:
    """Everything that one trial starts, in a folder of its own."""

    def __init__(self, folder: Path, port: int, mail_port: int) -> None:
        self.folder, self.port, self.mail_port = folder, port, mail_port
        self.log = folder / "log"
        self.passwords = {role: secrets.token_urlsafe(16) for role in (OWNER, APPLICATION)}
        self.release = folder
        self.supervisor: Supervisor | None = None
        self.visitors = 0

    def visitor(self) -> Visitor:
        """A browser of its own."""
        self.visitors += 1
        return Visitor(self.port, HOST, f"192.0.2.{self.visitors}")

    def unpack(self) -> str:
        """Build the release and unpack it, as on a server."""
        archive = build_release.build(self.folder)
        with tarfile.open(archive) as tar:
            tar.extractall(self.folder, filter="data")
        self.release = next(self.folder.glob("*/VERSION")).parent
        return archive.name

    def make_roles(self) -> str:
        """Start empty servers; the README's two roles and the owner's database."""
        localservices.ensure()
        statements = [("CREATE ROLE {} LOGIN PASSWORD {}", role) for role in self.passwords]
        with psycopg.connect(localservices.urls().database, autocommit=True) as connection:
            for text, role in statements:
                given = sql.SQL(text).format(sql.Identifier(role), sql.Literal(self.passwords[role]))
                connection.execute(given)
            name, owner = sql.Identifier(f"{DATABASE}_trial"), sql.Identifier(OWNER)
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owner))
            version = connection.execute("SHOW server_version").fetchone()
        return f"PostgreSQL {version[0]}" if version else ""

    def database_url(self, role: str) -> str:
        """DATABASE_URL for one of the two roles."""
        _, _, place = localservices.urls(role=role).database.partition("?")
        return f"postgresql://{role}:{quote(self.passwords[role])}@/{DATABASE}_trial?{place}"

    def environment(self, role: str) -> dict[str, str]:
        """The environment of a process, production's and nothing of this project's beside it."""
        kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
        uploads = self.folder / "uploads"
        uploads.mkdir(mode=0o700, exist_ok=True)
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        return {name: os.environ[name] for name in kept if name in os.environ} | {
            "PATH": path,
            "DATABASE_URL": self.database_url(role),
            "REDIS_URL": localservices.urls().redis,
            "SECRET_KEY": self.secret_key,
            "ALLOWED_HOSTS": HOST,
            "COUNCIL_NAME": COUNCIL,
            "TRUSTED_PROXIES": "1",
            "EMAIL_URL": f"smtp://127.0.0.1:{self.mail_port}",
            "DEFAULT_FROM_EMAIL": "conferences@sampleshire.example",
            "UPLOAD_FOLDER": str(uploads),
        }

    @property
    def secret_key(self) -> str:
        return localservices.secret_key()

    def manage(self, role: str, *command: str) -> str:
        """What a command of the release says. Raises TrialError where it fails."""
        line = ["python", "manage.py", *command]
        done = subprocess.run(
            line, cwd=self.release, env=self.environment(role), capture_output=True, text=True
        )
        with self.log.open("a") as log:
            log.write(f"$ {shlex.join(line)}\n{done.stdout}{done.stderr}\n")
        if done.returncode:
            last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
            raise TrialError(f"{shlex.join(line)}: {''.join(last)}")
        return done.stdout + done.stderr

    def lines(self) -> Mapping[str, list[str]]:
        """The README's three start lines, on this trial's port and in its folder."""
        found = {}
        for line in START.findall(README.read_text()):
            own = line.replace("127.0.0.1:8000", f"127.0.0.1:{self.port}")
            own = own.replace("/var/lib/safeguarding/", f"{self.folder}/")
            words = shlex.split(own)
            found[words[3] if words[0] == "celery" else "web"] = words
        return found

    def start(self) -> str:
        """Start them, and wait until the service says that everything works."""
        folder = Path(sys.executable).parent
        lines = self.lines()
        if set(lines) != {"web", "worker", "beat"}:
            raise TrialError("The README has not the three start lines for web, worker and beat.")
        supervisor = Supervisor(self.environment(APPLICATION), self.folder / "service.log")
        here = Path.cwd()
        os.chdir(self.release)
        try:
            supervisor.start(
                Program(name, [str(folder / words[0]), *words[1:]]) for name, words in lines.items()
            )
        finally:
            self.supervisor = supervisor
            os.chdir(here)
        self.wait(lambda: self.says("/health/ready"), SECONDS, "The pages do not answer.")
        self.wait(lambda: self.says("/health/working"), WORKING_SECONDS, "Not everything works.")
        return "web, worker and beat"

    def says(self, address: str) -> str:
        """What stands in the way, as a health address tells it; "" where nothing does."""
        try:
            self.visitor_of_health().open(address)
        except TrialError as problem:
            return str(problem)
        return ""

    def visitor_of_health(self) -> Visitor:
        return Visitor(self.port, HOST, "192.0.2.250")

    def wait(self, look: Callable[[], str], seconds: float, sentence: str) -> None:
        """Until `look` finds nothing in the way. Raises TrialError after so long, or when a process ended."""
        deadline = time.monotonic() + seconds
        while problem := look():
            dead = self.supervisor.dead() if self.supervisor else ""
            if dead:
                raise TrialError(f"The {dead} process ended by itself.")
            if time.monotonic() > deadline:
                raise TrialError(f"{sentence} {problem}")
            time.sleep(0.2)

    def stop(self) -> None:
        """End everything that was started, servers last."""
        if self.supervisor:
            self.supervisor.stop()
        localservices.stop(force=True)
