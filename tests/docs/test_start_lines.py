"""README, units and compose start the same three processes by the same lines."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "docs" / "deploy"
# Where it is served differs: behind a proxy of the same machine, or in a container.
BIND = re.compile(r"--bind \S+")


def starts(lines: list[str]) -> list[str]:
    """The lines that start web, worker or timetable, without the place of the programs."""
    bare = [line.strip().removeprefix("/opt/safeguarding/current/.venv/bin/") for line in lines]
    return sorted(BIND.sub("--bind", line) for line in bare if line.startswith(("gunicorn ", "celery ")))


def in_readme() -> list[str]:
    return starts((ROOT / "README.md").read_text().splitlines())


def in_units() -> list[str]:
    text = "\n".join(unit.read_text() for unit in DEPLOY.glob("systemd/*.service"))
    return starts(re.findall(r"^ExecStart=(.*)$", text, re.MULTILINE))


def in_compose() -> list[str]:
    lists = re.findall(r"^    command: \[(.*)\]$", (DEPLOY / "compose.yaml").read_text(), re.MULTILINE)
    return starts([" ".join(re.findall(r'"([^"]*)"', words)) for words in lists])


def test_all_start_the_same() -> None:
    assert len(in_readme()) == 3
    assert in_readme() == in_units() == in_compose()


def test_a_line_that_differs_is_noticed() -> None:
    assert starts(["/opt/safeguarding/current/.venv/bin/celery --app safeguarding beat"]) != in_readme()
    assert starts(["echo gunicorn"]) == []
