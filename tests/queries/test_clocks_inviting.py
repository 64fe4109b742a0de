"""Whom nobody invites or speaks with keeps no deadline of a list open, counted in three ways."""

import datetime as dt

import pytest

from conferences.models import Invitation
from conferences.queries.clocks import clocks
from conferences.rules.deadlines import Code
from safeguarding.bankholidays import england
from tests.cast import person
from tests.factories import ExclusionFactory, FamilyContactFactory, InvitationFactory
from tests.queries.clocks_ledger import ledger
from tests.queries.test_clocks import as_read, daily, differences, read_daily
from tests.scheduling import NOW, booked, open_request

pytestmark = pytest.mark.django_db
DAY = NOW.date()
FAMILY = {"agency_kind": "", "is_report_asked": False, "put_on_at": NOW}


def met(code: Code) -> dt.date | None:
    """When its only clock was met, as all three counts have it."""
    assert differences(as_read(), ledger(england())) == {}
    assert daily(england()) == read_daily()
    (found,) = clocks([code])
    return found.met


@pytest.fixture
def request_of():
    request = open_request()
    booked(request, chair=person("CHAIR"))
    InvitationFactory(request=request, name="M", channel="LETTER", invited_date=DAY, told_at=NOW, **FAMILY)
    return request


def test_somebody_excluded_from_all_of_it_is_neither_invited_nor_spoken_with(request_of):
    InvitationFactory(request=request_of, name="Jay Exemplar", **FAMILY)
    mother = Invitation.objects.unscoped("test").get(name="M")
    FamilyContactFactory(invitation=mother, contact_date=DAY, told_at=NOW)
    child = request_of.children.get()
    FamilyContactFactory(request=request_of, invitation=None, asked=child, contact_date=DAY, told_at=NOW)
    one = ExclusionFactory(request=request_of, name="jay exemplar", put_at=NOW, asked_date=DAY)
    assert met(Code.INVITE) is met(Code.SPEAK_BEFORE) is None
    said = {"reasons": "Safety", "instead": "WRITTEN", "letter_why": "To speak", "teller": "The worker"}
    one.answer, one.decided_by, one.decided_at = "WHOLE", request_of.bookings.get().chair, NOW
    for name, value in said.items():
        setattr(one, name, value)
    one.save()
    assert met(Code.INVITE) == met(Code.SPEAK_BEFORE) == DAY


def test_a_child_who_is_not_written_to_yet_need_not_be_invited(request_of):
    child = request_of.children.get()
    InvitationFactory(request=request_of, requested_child=child, name="Child", role="", **FAMILY)
    assert met(Code.INVITE) is None
    child.child.birth_date = DAY - dt.timedelta(days=400)
    child.child.save(update_fields=["birth_date"])
    assert met(Code.INVITE) == DAY
