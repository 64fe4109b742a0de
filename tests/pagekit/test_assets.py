"""What is built at install: nothing that belongs to GOV.UK alone, nothing that production cannot serve."""

import json
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command

from scripts import build_assets

VENDOR = settings.BASE_DIR / "static" / "vendor"


def test_style_sheet_is_off_gov_uk():
    css = (VENDOR / "app.css").read_text()
    assert "GDS Transport" not in css and "govuk-crest" not in css and "@font-face" not in css
    assert "var(--govuk-brand-colour" in css
    assert ".moj-timeline" in css and ".app-tile" in css


def test_packages_are_pinned_and_no_registry_is_named():
    wanted = json.loads((settings.BASE_DIR / "package.json").read_text())
    lock = (settings.BASE_DIR / "package-lock.json").read_text()
    pins = {**wanted["dependencies"], **wanted["devDependencies"]}.values()
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", pin) for pin in pins)
    assert '"resolved"' not in lock and "registry" not in lock


def test_nothing_built_is_committed():
    asked = ["git", "ls-files", "static/vendor", "node_modules"]
    done = subprocess.run(asked, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_second_build_finds_nothing_to_do():
    command = [sys.executable, "scripts/build_assets.py"]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)
    assert done.stdout == "Styles and scripts are up to date.\n"


@pytest.mark.parametrize("mark", build_assets.FORBIDDEN)
def test_what_may_not_be_served_stops_the_build(tmp_path, mark):
    (tmp_path / "govuk-frontend.js").write_text("")
    (tmp_path / "app.css").write_text(f"a{{}} /* {mark} */")
    with pytest.raises(build_assets.AssetError, match="app.css would contain"):
        build_assets.refuse_forbidden(tmp_path)


def test_picture_that_is_not_there_stops_the_build(tmp_path):
    (tmp_path / "app.css").write_text('a{background:url("assets/none.svg")}')
    with pytest.raises(build_assets.AssetError, match="points at .assets/none.svg., which is not copied"):
        build_assets.refuse_dead_pictures(tmp_path)


def test_failed_program_is_reported_in_a_sentence(tmp_path):
    with pytest.raises(build_assets.AssetError, match="none.js failed. It said:"):
        build_assets.node(str(tmp_path / "none.js"))


def test_production_can_collect_and_name_every_file(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "safeguarding.pages.storage.HashedModules"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    named = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    start = (tmp_path / named["js/app.js"]).read_text()
    assert f"../{named['vendor/govuk-frontend.js']}" in start
    assert f"./{named['js/rows.js'].removeprefix('js/')}" in start
