"""Makes the archive that a council's servers are installed from, with everything built: dist/...tar.gz.

No Node, no test and no local server is needed where it is unpacked; its install.sh does the rest.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "safeguarding-conferences"
PARTS = ("manage.py", "safeguarding", "conferences", "templates", "static", "docs", "README.md")
PAPERS = ("CHANGELOG.md", "LICENSE", "requirements/production.txt")
UNWANTED = shutil.ignore_patterns("__pycache__", "*.pyc", "*.scss", "screenshots", ".*")
# What production asks for before it starts; static files depend on none of it, and nothing connects.
PLACEHOLDERS = {
    "DATABASE_URL": "postgresql://nobody@localhost/nothing",
    "REDIS_URL": "redis://localhost/0",
    "SECRET_KEY": "only-for-the-collection-of-static-files-and-never-kept-anywhere",
    "ALLOWED_HOSTS": "localhost",
    "COUNCIL_NAME": "-",
    "EMAIL_URL": "smtp://localhost",
    "DEFAULT_FROM_EMAIL": "nobody@localhost",
    "TRUSTED_PROXIES": "1",
    "UPLOAD_FOLDER": "-",
    "PYTHONDONTWRITEBYTECODE": "1",
}


class ReleaseError(Exception):
    """The archive cannot be made; the text says why."""


def version() -> str:
    """The product's version, and the commit where this is a checkout of it: 0.1.0-2ab52bd."""
    number = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    commit = ["git", "-C", str(ROOT), "rev-parse", "--short=10", "HEAD"]
    try:
        told = subprocess.run(commit, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        told = given_commit()
    return f"{number}-{told}" if told else str(number)


def given_commit() -> str:
    """The commit where there is no git to ask, as in a container's build; "" where nobody says it."""
    told = os.environ.get("RELEASE_COMMIT", "")
    if told and not re.fullmatch("[0-9a-f]{7,40}", told):
        raise ReleaseError("RELEASE_COMMIT must be a commit's name: 7 to 40 of 0 to 9 and a to f.")
    return told[:10]


def copy_parts(target: Path) -> None:
    """Everything that runs, without what only work on the code needs.

    Raises ReleaseError where the styles are not built.
    """
    if not (ROOT / "static" / "vendor" / "app.css").is_file():
        raise ReleaseError("The styles are not built. Run: make release")
    for part in (*PARTS, *PAPERS):
        source, copy = ROOT / part, target / part
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, ignore=UNWANTED)
        else:
            shutil.copy2(source, copy)
    shutil.copy2(ROOT / "scripts" / "install.sh", target / "install.sh")


def collect_static(target: Path) -> None:
    """staticfiles/, each file named by its content; static/, which it was made from, is left out."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "TMPDIR") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"],
        cwd=target,
        env={**kept, **PLACEHOLDERS},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise ReleaseError(f"The static files could not be collected. It said:\n{done.stderr.strip()}")
    shutil.rmtree(target / "static")


def pack(folder: Path, archive: Path) -> None:
    """One archive of a folder, owned by root and readable for everybody."""

    def everybody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    archive.parent.mkdir(exist_ok=True)
    fresh = archive.with_suffix(".new")
    with tarfile.open(fresh, "w:gz") as tar:
        tar.add(folder, arcname=folder.name, filter=everybody)
    fresh.replace(archive)


def build(into: Path) -> Path:
    """The path of the finished archive in this folder."""
    release = f"{NAME}-{version()}"
    with tempfile.TemporaryDirectory() as base:
        folder = Path(base) / release
        folder.mkdir()
        copy_parts(folder)
        (folder / "VERSION").write_text(version() + "\n")
        collect_static(folder)
        archive = into / f"{release}.tar.gz"
        pack(folder, archive)
    return archive


def main() -> int:
    """Prints the archive's path. Exit status 1 with a sentence when it cannot be made."""
    try:
        print(build(ROOT / "dist"))
    except ReleaseError as problem:
        print(f"No release was made. {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
