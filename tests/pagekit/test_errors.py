"""Error pages: plain, without a database, and telling nobody what is there."""

import errno
import logging

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import reverse

from safeguarding.pages import errors
from safeguarding.pages.middleware import RefusalMiddleware
from safeguarding.refusals import Refused
from tests.accounts.people import freshly
from tests.cast import person
from tests.pagekit.page import one, tree, words

STATUSES = {
    400: "This could not be read",
    403: "You cannot open this page",
    404: "Page not found",
    409: "This was not done",
    500: "Sorry, something went wrong",
    503: "The service is not available just now",
}


@pytest.fixture
def stranger():
    """A browser that nobody signed in with, to whom faults are answered and not raised."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_its_page(stranger, status):
    response = stranger.get(f"/components/error/{status}")
    assert response.status_code == status
    page = tree(response.content.decode())
    assert words(one(page, "//h1")) == STATUSES[status]
    assert one(page, "//title").text.startswith(STATUSES[status])
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("status", STATUSES)
def test_error_page_needs_no_database(stranger, status, django_db_blocker):
    with django_db_blocker.block():
        assert stranger.get(f"/components/error/{status}").status_code == status


@pytest.mark.django_db
def test_missing_things_cannot_be_told_apart(stranger):
    here = stranger.get("/components/error/404")
    there = stranger.get("/no/such/place?name=Amber")
    assert (here.status_code, there.status_code) == (404, 404)
    assert here.content == there.content


@pytest.mark.parametrize("status", [400, 403, 409, 500, 503])
def test_reference_on_the_page_stands_in_the_log(stranger, caplog, status):
    caplog.set_level(logging.INFO, "safeguarding")
    page = tree(stranger.get(f"/components/error/{status}").content.decode())
    shown = words(one(page, "//*[@class='app-reference']"))
    assert len(shown) == 8
    assert shown in [getattr(record, "reference", "") for record in caplog.records]


def test_unavailable_says_when_to_come_back(stranger):
    assert stranger.get("/components/error/503").headers["Retry-After"] == "120"


@pytest.mark.parametrize(
    ("fault", "status"), [(OperationalError, 503), (InterfaceError, 503), (KeyError, 500)]
)
def test_database_that_does_not_answer_is_told_from_a_fault_of_ours(rf, fault, status):
    try:
        raise fault("Nobody is there.")
    except fault:
        assert errors.server_error(rf.get("/")).status_code == status


def test_form_that_came_too_late_is_told_so():
    client = Client(enforce_csrf_checks=True)
    response = client.post("/components", {"kind": "INITIAL"})
    assert response.status_code == 403
    assert words(one(tree(response.content.decode()), "//h1")) == "This page was open too long"


def test_refusal_may_give_its_own_sentence(rf):
    response = errors.forbidden(rf.get("/"), PermissionDenied("You are barred from this family’s records."))
    assert "You are barred from this family’s records." in response.content.decode()


def test_words_on_an_error_page_are_escaped(rf):
    response = errors.conflict(rf.get("/"), "<script>alert(1)</script>", back="/x")
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("name", ["400", "403", "409", "413", "500", "503"])
def test_every_error_page_says_that_nothing_was_changed_or_saved(name):
    text = (settings.BASE_DIR / "templates" / f"{name}.html").read_text()
    assert any(phrase in text for phrase in ("Nothing was changed", "nothing was changed", "was not saved"))


@pytest.mark.parametrize("status", [403, 409])
def test_what_was_typed_is_shown_where_an_operation_refused(rf, status):
    refusal = Refused("Ask another Strategic Lead.", status=status)
    refusal.typed = [("Reasons", "The harm <came>\nback.")]
    response = RefusalMiddleware(lambda request: None).process_exception(rf.post("/"), refusal)
    page = response.content.decode()
    assert response.status_code == status and "Ask another Strategic Lead." in page
    assert "The harm &lt;came&gt;<br>back." in page


def test_a_refused_record_is_not_there_whatever_was_typed(rf):
    refusal = Refused("Not there.", status=404)
    refusal.typed = [("Reasons", "Words")]
    response = RefusalMiddleware(lambda request: None).process_exception(rf.post("/"), refusal)
    assert response.content == errors.not_found(rf.get("/")).content


def test_a_full_disk_is_said(rf):
    try:
        raise OSError(errno.ENOSPC, "No space left on device")
    except OSError:
        response = errors.server_error(rf.post("/"))
    assert response.status_code == 507
    assert "The server has no room for a file of this size" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["%00", "%ff%fe", "%ed%a0%80", "9" * 30, "%c2%b2"])
def test_an_address_with_nonsense_in_it_is_no_fault_of_ours(client, part):
    freshly(client, person("SYSTEM_ADMINISTRATOR"))
    client.raise_request_exception = False
    asked = ("/people?page={0}&typed={0}", "/directory/rooms?page={0}", "/days/moved?page={0}")
    lists = reverse("my_work_list", args=["any"]).replace("any", "{0}")
    leads = (lists, "/{0}", "/directory/{0}", "/directory/rooms/{0}", "/limits/{0}", "/people/{0}")
    found = {text: client.get(text.format(part)).status_code for text in (*asked, *leads)}
    assert [text for text, status in found.items() if status >= 500] == []
    assert {found[text] for text in leads} <= {403, 404}
