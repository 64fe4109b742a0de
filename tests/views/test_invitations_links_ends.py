"""A link of an agency is given, follows its meeting, is closed and ends."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from conferences.documents.invitations import writer
from conferences.models import Notice, ReportLink
from conferences.operations.invitations import take_off
from conferences.operations.invitations_giving import is_taken
from conferences.operations.invitations_letters import make_letters, mark_letters_sent
from conferences.operations.invitations_links_ends import follow, sweep
from conferences.operations.scheduling import cancel
from conferences.rules.documents import SentHow
from conferences.rules.invitations import OffReason
from conferences.rules.workflow import CancelReason
from tests.factories import InvitationFactory, ReportLinkFactory
from tests.golive import live_from
from tests.scheduling import NOW
from tests.views.pages import text
from tests.views.report_links import day_fields
from tests.views.test_invitations_links import conference, door, nurse, support, today

pytestmark = pytest.mark.django_db


__all__ = ["conference", "door", "nurse", "support", "today"]


def kept_letter(conference, nurse, support, **more):
    """A letter with a link, and the secret that stands in it."""
    values = {"request": conference.request, "invitations": [nurse], "doubt_words": ""} | more
    given = values | {"write": writer("Fableshire Council"), "by": support, "at": NOW}
    secrets = []
    (letter,) = make_letters(
        **given, address_of=lambda secret: secrets.append(secret) or f"x.example/{secret}"
    )
    return letter, secrets[0]


def test_the_link_of_before_stands_until_the_letter_with_the_new_one_went(
    client, conference, nurse, door, support
):
    assert door.post(act="save", well="Begun on the link of before.").status_code == 200
    letter, secret = kept_letter(conference, nurse, support)
    assert door.post().status_code == 200
    client.force_login(support)
    page = client.get(reverse("report_link", args=[nurse.ref]))
    assert "The link before" in text(page) and "None was made yet" in text(page)
    page = client.post(reverse("report_link", args=[nurse.ref]), {"act": "code"})
    code = page.context["page"].door[0].value
    mark_letters_sent(letters=[letter], how=SentHow.POST, sent_date=NOW.date(), by=support, at=NOW)
    assert door.post().status_code == 404
    page = Client().post(reverse("report_give", args=[secret]), {"code": code})
    assert "Begun on the link of before." in text(page)


def test_who_made_a_link_is_told_that_it_is_closed_and_the_list_says_it(
    client, conference, nurse, door, support
):
    live_from(NOW.date())
    for _ in range(5):
        door.post(code="WRONG")
    told = Notice.objects.filter(change="LINK_LOCKED").values_list("recipient", flat=True)
    assert list(told) == [support.pk]
    client.force_login(support)
    page = client.get(reverse("invited", args=[conference.request.ref]))
    assert "Link closed: wrong codes" in text(page)


def test_what_was_begun_goes_with_its_link(client, conference, nurse, door, support):
    door.post(act="save", well="Begun and not sent.")
    client.force_login(support)
    assert "It is deleted if you end the link" in text(client.get(reverse("report_link", args=[nurse.ref])))
    take_off(invitation=nurse, reason=OffReason.MISTAKE, by=support, at=NOW)
    link = ReportLink.every.get()
    assert link.ended_at == NOW and link.draft == {}


def test_a_link_ends_with_its_meeting_and_with_its_day(conference, nurse, door, support):
    other = InvitationFactory(request=conference.request, put_on_at=NOW, told_at=NOW)
    kept = ReportLinkFactory(invitation=other, ends_date=NOW.date(), made_at=NOW)
    assert sweep(on=NOW.date(), at=NOW) == 0
    assert sweep(on=NOW.date() + dt.timedelta(days=1), at=NOW) == 1
    kept.refresh_from_db()
    assert kept.ended_by.is_system and kept.draft == {}
    cancel(booking=conference, reason=CancelReason.BOOKED_WRONGLY, note="", by=support, at=NOW)
    assert not ReportLink.every.filter(ended_at=None).exists()


def test_a_link_follows_its_meeting_and_stays_while_it_waits_for_a_day(conference, nurse, door):
    until = ReportLink.every.get().ends_date
    conference.starts_at += dt.timedelta(days=7)
    follow(conference)
    assert ReportLink.every.get().ends_date == until + dt.timedelta(days=7)
    late = NOW + dt.timedelta(days=90)
    assert not is_taken(door.secret, late.date())
    type(conference.request).every.filter(pk=conference.request_id).update(state="REQUESTED")
    type(conference).every.filter(pk=conference.pk).update(
        state="ADJOURNED",
        outcome_reason="TIME",
        outcome_words="Nobody could stay.",
        outcome_by=conference.chair,
        outcome_at=NOW,
    )
    assert is_taken(door.secret, late.date()) and sweep(on=late.date(), at=late) == 0
    assert "after the conference has met again" in text(door.post())


def test_the_list_follows_what_a_correction_says_of_the_sharing(nurse, door):
    door.send()
    typed = {"act": "send", "version": "1", "writer": "Nora Thermometer", "writer_role": "Nurse"}
    with_mother = {"shared_way": "GIVEN", "shared_with": "The mother", **day_fields(NOW.date())}
    assert door.post(changed="With whom", **typed, **with_mother).status_code == 302
    nurse.refresh_from_db()
    assert (nurse.shared_way, nurse.shared_how[-11:]) == ("GIVEN", "The mother.")
    typed["version"] = "2"
    assert door.post(changed="Nobody was shown it", shared_way="NOT_YET", **typed).status_code == 302
    nurse.refresh_from_db()
    assert nurse.shared_date is None and nurse.shared_how == "" and nurse.received_date == NOW.date()
