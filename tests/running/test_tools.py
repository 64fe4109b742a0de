"""The tools beside the code: manage.py's choice, the browser's search, the copied database's name."""

import os
from pathlib import Path

import psycopg
import pytest

import manage
from safeguarding.deployment import localservices
from scripts import ensure_chromium
from tests import database

pytest_plugins = ["pytester"]
BROWSER_TEST = "import pytest\n@pytest.mark.browser\ndef test_page(): assert False\ndef test_other(): pass\n"
ALONE = ("-p", "tests.browsers_plugin", "-p", "no:django", "-p", "no:playwright", "-c", "/dev/null")


@pytest.mark.parametrize("words", ["", "help", "check", "migrate --help", "services up", "--version"])
def test_commands_that_need_no_server_start_none(words: str) -> None:
    assert not manage.needs_servers(words.split())


@pytest.mark.parametrize("words", ["migrate", "demo", "shell -c pass", "--no-color migrate"])
def test_all_other_commands_start_them(words: str) -> None:
    assert manage.needs_servers(words.split())


def program(path: Path, status: int) -> Path:
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


def test_a_browser_that_only_pretends_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "chromium", 1)
    good = program(tmp_path / "google-chrome", 0)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    assert ensure_chromium.find() == str(good)


def test_a_browser_that_was_named_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM_PATH", str(program(tmp_path / "mine", 0)))
    assert ensure_chromium.find() == str(tmp_path / "mine")


def without_browser(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program(pytester.path / "nothing", 0).parent))
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    pytester.makepyfile(BROWSER_TEST)


def test_without_a_browser_its_tests_are_named_loudly(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_browser(pytester, monkeypatch)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PYTHONPATH", str(database.ROOT))
    result = pytester.runpytest_subprocess(*ALONE)
    result.assert_outcomes(passed=1, deselected=1)
    result.stdout.fnmatch_lines(["*NOT EVERYTHING WAS TESTED*", "1 browser tests did NOT run.*"])


def test_without_a_browser_ci_fails(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    without_browser(pytester, monkeypatch)
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("PYTHONPATH", str(database.ROOT))
    result = pytester.runpytest_subprocess(*ALONE)
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_a_changed_migration_makes_another_database(tmp_path: Path) -> None:
    migration = tmp_path / "0001_ground.py"
    migration.write_text("one")
    before = database.digests([migration])
    assert database.name(database.digests([migration])) == database.name(before)
    migration.write_text("two")
    assert database.name(database.digests([migration])) != database.name(before)


def test_an_added_migration_builds_on_what_is_there_and_a_changed_one_does_not(tmp_path: Path) -> None:
    first, second = tmp_path / "0001_ground.py", tmp_path / "0002_more.py"
    first.write_text("one")
    second.write_text("two")
    before = database.digests([first])
    assert before < database.digests([first, second])
    first.write_text("changed")
    assert not before < database.digests([first, second])


def test_a_migrated_database_grows_from_the_nearest_one() -> None:
    kept = {"a": {"1"}, "b": {"1", "2"}, "c": {"1", "2", "old 3"}, "d": set()}
    assert database.nearest(kept, {"1", "2", "new 3"}) == "b"
    assert database.nearest(kept, {"9"}) == "template1"


def test_this_runs_database_is_a_copy_of_the_migrated_one() -> None:
    with psycopg.connect(localservices.urls().database, autocommit=True) as connection:
        kept = database.made(connection)
    assert kept[database.template()] == database.digests(database.sources())
