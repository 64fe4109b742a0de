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
from scripts.trial.clock import Clock
from scripts.trial.spare import Spare
from scripts.trial.visitor import TrialError, Visitor

HOST = "conferences.sampleshire.example"
COUNCIL = "Sampleshire Council"
DATABASE = "safeguarding"
OWNER, APPLICATION = "safeguarding_owner", "safeguarding_app"
FAULT = re.compile(r"^\S+: \((\w+\.\w+)\)", re.MULTILINE)
# The worker's and the timetable's.
NOT_STARTED = ["safeguarding.W014"] * 2
README = build_release.ROOT / "README.md"
START = re.compile(r"^(?:gunicorn|celery) .*$", re.MULTILINE)
# What install.sh says then.
UNREACHED = "The libraries could not be fetched"
SECONDS = 90
WORKING_SECONDS = 120


class Service:
    """Everything that one trial starts, in a folder of its own."""

    def __init__(self, folder: Path, port: int, mail_port: int, clock: Clock) -> None:
        self.folder, self.port, self.mail_port, self.clock = folder, port, mail_port, clock
        self.log = folder / "log"
        self.passwords = {role: secrets.token_urlsafe(16) for role in (OWNER, APPLICATION)}
        self.release = folder
        self.programs = Path(sys.executable).parent
        self.spare = Spare(folder / "spare")
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

    def install(self) -> str:
        """By its own script. Without a Python index, this checkout's libraries run what was unpacked."""
        prefix = self.folder / "installed"
        script = ["sh", str(self.release / "install.sh"), str(prefix)]
        done = subprocess.run(script, capture_output=True, text=True)
        self._note(script, done)
        if UNREACHED in done.stderr:
            return "no Python index is reached, so it runs as unpacked, by this checkout's libraries"
        if done.returncode:
            raise TrialError(f"install.sh: {''.join(done.stderr.strip().splitlines()[-1:])}")
        self.release = (prefix / "current").resolve()
        self.programs = self.release / ".venv" / "bin"
        size = sum(file.lstat().st_size for file in self.release.rglob("*"))
        return f"{size / 1e6:.0f} MB"

    def make_roles(self) -> str:
        """Start empty servers; the README's two roles and the owner's database."""
        localservices.ensure()
        return self._make_database(localservices.urls().database)

    def _make_database(self, server: str) -> str:
        statements = [("CREATE ROLE {} LOGIN PASSWORD {}", role) for role in self.passwords]
        with psycopg.connect(server, autocommit=True) as connection:
            for text, role in statements:
                given = sql.SQL(text).format(sql.Identifier(role), sql.Literal(self.passwords[role]))
                connection.execute(given)
            name, owner = sql.Identifier(f"{DATABASE}_trial"), sql.Identifier(OWNER)
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owner))
            version = connection.execute("SHOW server_version").fetchone()
        return f"PostgreSQL {version[0]}" if version else ""

    def database_url(self, role: str, server: str = "") -> str:
        """DATABASE_URL for one of the two roles, on the trial's server or another."""
        _, _, place = (server or localservices.urls().database).partition("?")
        return f"postgresql://{role}:{quote(self.passwords[role])}@/{DATABASE}_trial?{place}"

    def environment(self, role: str) -> dict[str, str]:
        """The environment of a process, production's and nothing of this project's beside it."""
        kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
        uploads = self.folder / "uploads"
        uploads.mkdir(mode=0o700, exist_ok=True)
        path = f"{self.programs}{os.pathsep}{os.environ.get('PATH', '')}"
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
            **self.clock.environment,
        }

    @property
    def secret_key(self) -> str:
        return localservices.secret_key()

    def manage(self, role: str, *command: str, **bent: str) -> str:
        """What a command of the release says. Raises TrialError where it fails."""
        line = ["python", "manage.py", *command]
        environment = self.environment(role) | bent
        done = subprocess.run(line, cwd=self.release, env=environment, capture_output=True, text=True)
        self._note(line, done)
        if done.returncode:
            last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
            raise TrialError(f"{shlex.join(line)}: {''.join(last)}")
        return done.stdout + done.stderr

    def _note(self, line: list[str], done: subprocess.CompletedProcess[str]) -> None:
        with self.log.open("a") as log:
            log.write(f"$ {shlex.join(line)}\n{done.stdout}{done.stderr}\n")

    def check(self, expected: list[str]) -> str:
        """The deployment check tells of these faults alone, by their marks. Raises TrialError."""
        told = self.manage(APPLICATION, "check", "--deploy", "--database", "default").strip()
        if FAULT.findall(told) != expected:
            raise TrialError(told)
        return told.splitlines()[-1]

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
        lines = self.lines()
        if set(lines) != {"web", "worker", "beat"}:
            raise TrialError("The README has not the three start lines for web, worker and beat.")
        supervisor = Supervisor(self.environment(APPLICATION), self.folder / "service.log")
        here = Path.cwd()
        os.chdir(self.release)
        try:
            supervisor.start(
                Program(name, [str(self.programs / words[0]), *words[1:]]) for name, words in lines.items()
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

    def back_up(self) -> str:
        """As the service's role, while it runs."""
        return self._with_dumps(APPLICATION, "backup").splitlines()[-1]

    def restore(self) -> str:
        """Into an empty server, as the owner."""
        self._make_database(self.spare.start())
        self._with_dumps(OWNER, "restore", DATABASE_URL=self.database_url(OWNER, self.spare.address))
        return ""

    def verify(self) -> str:
        """That the restored database equals the backup, as the role that was let in again."""
        self.manage(
            OWNER, "grant_role", APPLICATION, DATABASE_URL=self.database_url(OWNER, self.spare.address)
        )
        url = self.database_url(APPLICATION, self.spare.address)
        return self._with_dumps(APPLICATION, "verify_restore", DATABASE_URL=url).splitlines()[-1]

    def _with_dumps(self, role: str, command: str, **bent: str) -> str:
        return self.manage(
            role, command, str(self.folder / "backup"), SAFEGUARDING_PG_BIN=self.spare.programs(), **bent
        ).strip()

    def stop(self) -> None:
        """End everything that was started, servers last."""
        if self.supervisor:
            self.supervisor.stop()
        self.spare.stop()
        localservices.stop(force=True)
