"""The page on which the chair says whether agencies read of a restricted child, and where it shows."""

import pytest
import time_machine
from django.urls import reverse

from conferences.models import RequestedChild
from tests.cast import person
from tests.operations.test_copies_agencies import restrict
from tests.views.meetings import AFTER, signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db
KEPT = "The record of Basil Testcase is restricted: agencies read nothing of this child."


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AFTER, tick=False):
        yield


@pytest.fixture
def asked():
    record = signed(person("CHAIR"))[1]
    return restrict(record, record.booking.chair)


def pages(asked):
    booking = asked.request.bookings.get()
    return reverse("record_agencies", args=[booking.ref, asked.child.ref]), reverse(
        "record_copies", args=[booking.ref]
    )


def test_the_chair_says_so_with_why_and_it_stands_on_the_copies(client, asked):
    page, copies = pages(asked)
    client.force_login(asked.request.bookings.get().chair)
    assert KEPT in text(client.get(copies)) and page in client.get(copies).content.decode()
    assert "Enter why" in text(client.post(page, {"answer": "YES", "reason": ""}))
    done = client.post(page, {"answer": "YES", "reason": "His school keeps him safe"}, follow=True)
    assert "agencies read of this child all the same. His school keeps him safe. Said by" in text(done)
    assert RequestedChild.objects.unscoped("test").get(pk=asked.pk).for_agencies
    again = client.get(page).context["form"]
    assert again.initial == {"answer": "YES", "reason": "His school keeps him safe"}


def test_others_read_what_is_so_and_are_sent_back(client, asked):
    page, copies = pages(asked)
    support = person("BUSINESS_SUPPORT")
    restrict(asked.request.bookings.get().record, support)
    client.force_login(support)
    shown = client.get(copies)
    assert f"{KEPT} The chair, " in text(shown) and page not in shown.content.decode()
    assert client.get(page).status_code == 403


def test_there_is_no_such_page_of_a_child_whose_record_is_open(client, asked):
    booking = asked.request.bookings.get()
    client.force_login(booking.chair)
    amy = RequestedChild.objects.unscoped("test").get(child__given_names="Amy").child
    assert client.get(reverse("record_agencies", args=[booking.ref, amy.ref])).status_code == 404
