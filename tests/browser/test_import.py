"""A census file handed in and its report read: with scripts and without, on a phone, by keyboard."""

import threading

import pytest
from django.db import connection
from django.urls import reverse
from playwright.sync_api import expect

from conferences import tasks
from conferences.exchange.census import inbox
from conferences.models import ImportedFile
from tests.cast import person
from tests.exchange.census import ORDINARY, census, child, episode, of_year, plan, taken

pytestmark = pytest.mark.django_db(transaction=True)
SPOILT = child(
    episode(plan("2023-06-01", LatestCategoryOfAbuse=None), ReferralNFA="false"),
    LAchildID="FB002",
    UPN=None,
    UPNunknown="UN4",
)


@pytest.fixture(autouse=True)
def quiet(settings, tmp_path, monkeypatch):
    """No worker runs beside the tests: a test says when the file is read."""
    settings.UPLOAD_FOLDER = tmp_path / "uploads"
    monkeypatch.setattr(inbox.app, "send_task", lambda *args, **how: None)


@pytest.fixture
def manager(sign_in, db):
    sign_in(person("MANAGER"))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "census_2024.xml"
    path.write_bytes(census(ORDINARY, SPOILT))
    return path


def read_it() -> None:
    by_worker(tasks.read_census_file)


def by_worker(task) -> None:
    """What a worker does, on its own connection, while the browser looks on."""

    def work() -> None:
        task(ImportedFile.objects.latest("pk").pk)
        connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()


def hand_in(page, path) -> None:
    page.goto(reverse("import_census"))
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reading the file")


def keep(page, *, scripts=True) -> None:
    page.get_by_role("button", name="Keep the file").press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Keeping the file")
    by_worker(tasks.do_what_is_asked_of_file)
    if not scripts:
        page.get_by_role("link", name="Refresh this page").click()
    expect(heading).to_have_text("Result of the import")


def looked_at(page, name, axe, no_overflow, screenshot) -> None:
    axe(page)
    no_overflow(page)
    screenshot(name)


def test_a_file_is_handed_in_and_its_report_read(
    strict_page, manager, file, size, axe, no_overflow, screenshot
):
    page = strict_page
    page.goto(reverse("import_census"))
    looked_at(page, f"import-{size}", axe, no_overflow, screenshot)
    hand_in(page, file)
    looked_at(page, f"import-progress-{size}", axe, no_overflow, screenshot)
    read_it()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the file would change")
    looked_at(page, f"import-changes-{size}", axe, no_overflow, screenshot)
    keep(page)
    looked_at(page, f"import-report-{size}", axe, no_overflow, screenshot)
    page.get_by_role("link", name="8841").click()
    expect(page.get_by_role("link", name="FB002")).to_be_visible()
    looked_at(page, f"import-rule-{size}", axe, no_overflow, screenshot)


def test_a_question_is_answered_and_a_kept_file_undone(
    strict_page, manager, tmp_path, size, axe, no_overflow, screenshot
):
    page, heading = strict_page, strict_page.get_by_role("heading", level=1)
    later = child(LAchildID="FB003", UPN=None, UPNunknown="UN4")
    taken(of_year(2024, ORDINARY, SPOILT.replace("FB002", "FB004"), later))
    path = tmp_path / "census_2025.xml"
    path.write_bytes(of_year(2025, later))
    hand_in(page, path)
    read_it()
    expect(heading).to_have_text("What the file would change")
    page.get_by_role("link", name="See the questions").click()
    looked_at(page, f"import-questions-{size}", axe, no_overflow, screenshot)
    page.get_by_role("link", name="Give one answer").click()
    page.get_by_label("It ended on a day").check()
    looked_at(page, f"import-answers-{size}", axe, no_overflow, screenshot)
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    looked_at(page, f"import-answers-problem-{size}", axe, no_overflow, screenshot)
    page.get_by_label("It is still open").check()
    page.get_by_role("button", name="Save the answers").click()
    expect(page.get_by_text("The answers are being followed.")).to_be_visible()
    by_worker(tasks.do_what_is_asked_of_file)
    page.reload()
    page.get_by_role("link", name="The plan of").first.click()
    looked_at(page, f"import-question-{size}", axe, no_overflow, screenshot)
    page.go_back()
    keep(page)
    page.get_by_role("link", name="Undo this file").click()
    looked_at(page, f"import-undo-{size}", axe, no_overflow, screenshot)
    page.get_by_role("button", name="Undo this file").click()
    expect(heading).to_have_text("Undoing the file")
    by_worker(tasks.do_what_is_asked_of_file)
    expect(heading).to_have_text("The file was undone")


@pytest.mark.parametrize("scripts", [False])
def test_without_scripts_the_report_is_reached_too(strict_page, manager, file):
    hand_in(strict_page, file)
    read_it()
    strict_page.get_by_role("link", name="Refresh this page").click()
    keep(strict_page, scripts=False)


def test_a_refused_file_says_why_beside_the_field(strict_page, manager, tmp_path, axe, screenshot):
    wrong = tmp_path / "workbook.xlsx"
    wrong.write_bytes(b"PK\x03\x04 a workbook")
    strict_page.goto(reverse("import_census"))
    strict_page.locator("input[type=file]").set_input_files(wrong)
    strict_page.get_by_role("button", name="Import", exact=True).click()
    expect(strict_page.get_by_role("link", name="The file is a zip file or a workbook")).to_be_visible()
    axe(strict_page)
    screenshot("import-refused")


def test_by_keyboard_alone_a_rule_is_opened(strict_page, manager, file):
    hand_in(strict_page, file)
    read_it()
    keep(strict_page)
    link = strict_page.get_by_role("link", name="8841")
    expect(link).to_be_visible()
    for _ in range(40):
        strict_page.keyboard.press("Tab")
        if link.evaluate("node => node === document.activeElement"):
            break
    strict_page.keyboard.press("Enter")
    expect(strict_page.get_by_role("link", name="Show every rule")).to_be_visible()
