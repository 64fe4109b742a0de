"""The folder that holds the local servers' state, and the user they run as.

PostgreSQL refuses to run as root, so root's servers run as `nobody`: nothing has to be created, and the
rights of folders above ours stay as they are.
"""

import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from safeguarding.deployment.localservices.errors import LocalServicesError

# The limit is 107 bytes on Linux and 103 on macOS.
LONGEST_SOCKET = 103
LONGEST_SOCKET_NAME = len(".s.PGSQL.5432.lock")


@dataclass(frozen=True)
class State:
    """Where everything of one set of local servers lies."""

    root: Path

    @classmethod
    def here(cls) -> "State":
        """The state of SAFEGUARDING_STATE_DIR, else of this user."""
        given = os.environ.get("SAFEGUARDING_STATE_DIR")
        return cls(Path(given).absolute() if given else default_root())

    @property
    def engines(self) -> Path:
        """Owned by the server user; what the servers write."""
        return self.root / "engines"

    @property
    def binaries(self) -> Path:
        """Copies of the servers' programs, where the server user cannot reach the installed ones."""
        return self.root / "bin"

    @cached_property
    def sockets(self) -> Path:
        """The folder of the sockets; a short one elsewhere when the usual path is too long for a socket."""
        usual = self.engines / "run"
        if len(os.fsencode(usual)) + 1 + LONGEST_SOCKET_NAME <= LONGEST_SOCKET:
            return usual
        digest = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:12]
        return Path("/tmp") / f"safeguarding-{os.geteuid()}-{digest}"

    def prepare(self) -> None:
        """Make the folders, each owned by the right user and closed to others."""
        as_root = os.geteuid() == 0
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            own_folder(self.root, os.geteuid(), 0o711 if as_root else 0o700)
            for folder in (self.engines, self.sockets):
                folder.mkdir(exist_ok=True)
                own_folder(folder, server_user().pw_uid, 0o700)
        except OSError as error:
            raise LocalServicesError(
                f"The folder {self.root} cannot be used for the local servers ({error.strerror}). "
                "Set SAFEGUARDING_STATE_DIR to a folder you may write to."
            ) from error


def default_root() -> Path:
    """A folder of this user; for root one that the server user can reach."""
    if os.geteuid() == 0:
        return Path("/var/tmp/safeguarding-root")
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "safeguarding"


def own_folder(folder: Path, uid: int, mode: int) -> None:
    """Set owner and mode of a folder, refusing one that another user put there for us to trust."""
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid not in {os.geteuid(), uid}:
        raise LocalServicesError(
            f"The folder {folder} belongs to someone else. Set SAFEGUARDING_STATE_DIR to another folder."
        )
    if found.st_uid != uid:
        os.chown(folder, uid, -1)
    if found.st_mode & 0o7777 != mode:
        folder.chmod(mode)


def server_user() -> pwd.struct_passwd:
    """The user the servers run as: this user, or nobody for root."""
    try:
        return pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    except KeyError:
        raise LocalServicesError(
            f"User {os.geteuid()} has no name on this machine, and PostgreSQL needs one. "
            "Set DATABASE_URL and REDIS_URL to servers of your own."
        ) from None


def run(command: list[str], state: State) -> subprocess.CompletedProcess[str]:
    """Run a server's program as the server user, in English, in UTC, detached from this terminal.

    Its output goes through a file: a pipe would stay open in the server that the program leaves behind.
    """
    user = server_user()
    as_other = os.geteuid() == 0
    # Only what a server needs: a developer's locale or PG* variables must not shape the cluster.
    environment = {"PATH": os.defpath, "TZ": "UTC", "LC_ALL": "C", "HOME": str(state.engines)}
    with (state.root / f"output-{os.getpid()}").open("w+") as output:
        os.unlink(output.name)
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=state.engines,
            env=environment,
            user=user.pw_uid if as_other else None,
            group=user.pw_gid if as_other else None,
            extra_groups=[] if as_other else None,
            start_new_session=True,
            check=False,
        )
        output.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, output.read(), "")
