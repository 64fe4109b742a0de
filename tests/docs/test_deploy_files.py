"""docs/deploy, for systemd and for containers, holds together as far as can be told without starting it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import build_release

DEPLOY = build_release.ROOT / "docs" / "deploy"
CONTAINER, COMPOSE = (DEPLOY / "Containerfile").read_text(), (DEPLOY / "compose.yaml").read_text()
# The major version of PostgreSQL's programs that each release of Debian brings.
DEBIAN = {"bookworm": 15, "trixie": 17}


def faults(units: Path) -> str:
    """What systemd says against the units, whose programs need not be here; "" where systemd is not."""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        return ""
    for unit in units.iterdir():
        unit.write_text(
            re.sub(r"^ExecStart=\S+", f"ExecStart={shutil.which('true')}", unit.read_text(), flags=re.M)
        )
    done = subprocess.run(
        [analyze, "--man=no", "verify", *map(str, sorted(units.iterdir()))], capture_output=True, text=True
    )
    said = [line for line in done.stderr.splitlines() if str(units) in line or "safeguarding-" in line]
    return "\n".join(said) or ("it fails" if done.returncode else "")


@pytest.fixture
def units(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEPLOY / "systemd", tmp_path / "units"))


def test_systemd_finds_no_fault_with_the_units(units: Path) -> None:
    assert faults(units) == ""


def test_a_unit_with_an_unknown_setting_is_noticed(units: Path) -> None:
    web = units / "safeguarding-web.service"
    web.write_text(web.read_text().replace("KillMode=", "KillModus="))
    assert "KillModus" in faults(units) or shutil.which("systemd-analyze") is None


def test_the_image_can_dump_the_database_of_compose() -> None:
    """pg_dump refuses a server that is newer than itself."""
    (server,) = re.findall(r"image: \S+/postgres:(\d+)$", COMPOSE, re.MULTILINE)
    bases = re.findall(r"^FROM \S+/python:3\.11-slim-(\w+)", CONTAINER, re.MULTILINE)
    assert len(bases) == 2 and len(set(bases)) == 1
    assert DEBIAN[bases[0]] >= int(server)
    assert " postgresql-client " in CONTAINER.partition("AS build")[2].partition("FROM ")[2]


def test_each_image_is_named_by_its_release() -> None:
    assert 'image: "safeguarding-conferences:${COMMIT:?' in COMPOSE
    assert 'args: {COMMIT: "${COMMIT}"}' in COMPOSE
    assert CONTAINER.count("ARG COMMIT\n") == 2 and "revision=$COMMIT" in CONTAINER


def test_every_service_of_compose_is_made_of_parts_that_are_there() -> None:
    for name in re.findall(r"file: (\w+\.\w+)", COMPOSE) + re.findall(r"(\w+\.env)\b", COMPOSE):
        assert name in (DEPLOY / "README.md").read_text(), f"The README says nothing of {name}."
    for mounted in re.findall(r'"\./([^:"]+):', COMPOSE):
        assert (DEPLOY / mounted).is_file()
    defined = set(re.findall(r"^  (\w+):$", COMPOSE.partition("\nvolumes:")[2], re.MULTILINE))
    used = set(re.findall(r'volumes: \["(\w+):', COMPOSE)) | set(re.findall(r'- "(\w+):/', COMPOSE))
    assert used == defined


def test_without_git_a_release_is_named_by_who_builds_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copy2(build_release.ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(build_release, "ROOT", tmp_path)
    monkeypatch.setenv("RELEASE_COMMIT", "0123456789abcdef")
    assert build_release.version().endswith("-0123456789")
    monkeypatch.setenv("RELEASE_COMMIT", "v1; rm")
    with pytest.raises(build_release.ReleaseError, match="must be a commit's name"):
        build_release.version()
    monkeypatch.delenv("RELEASE_COMMIT")
    assert "-" not in build_release.version()
