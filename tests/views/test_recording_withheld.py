"""The pages of the confidential section: written, marked before signing, read by who may."""

import pytest
from django.urls import reverse

from conferences.models import WithheldText
from tests.cast import person
from tests.factories import WithheldTextFactory
from tests.views.meetings import BEGINS, CLINIC, NONE, fill, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db
TYPED = {
    "what": "Seen at the invented bridge",
    "told_by": "Officer Exemplar",
    "agency_kind": "POLICE",
    "reason": "POLICE_WORK",
    "whom": "PEOPLE",
}


@pytest.fixture
def drafted():
    return meeting(person("CHAIR"), minute_taker=person("BUSINESS_SUPPORT"))


def parts():
    return list(WithheldText.objects.unscoped("test"))


def page(booking, *more, name="record_withheld"):
    return reverse(name, args=[booking.ref, *more])


def test_a_part_is_added_changed_and_taken_out(client, drafted):
    booking, amy, _ = drafted
    mother = amy.requested_child.child.relationships.get().person
    client.force_login(booking.minute_taker)
    assert "Nothing confidential is recorded." in text(client.get(page(booking)))
    answer = client.post(page(booking), TYPED)
    assert "Select at least one person who must not read it" in text(answer) and parts() == []
    client.post(page(booking), TYPED | {"people": [mother.pk]})
    (part,) = parts()
    assert (part.from_people, part.from_agencies) == ([mother.pk], True)
    assert "Mother Samplewood, and agencies" in text(client.get(page(booking)))
    own = page(booking, part.ref, name="record_withheld_part")
    seen = client.get(own).context["form"].initial["seen"]
    client.post(own, TYPED | {"whom": "EVERYBODY", "agencies": "WITHHOLD", "seen": seen})
    assert parts()[0].from_family and parts()[0].from_people == []
    client.post(own, {"remove": "1"})
    assert parts() == []


def test_who_wrote_later_sees_both_texts(client, drafted):
    booking, _, _ = drafted
    part = WithheldTextFactory(record=booking.record, saved_by=booking.chair)
    client.force_login(booking.chair)
    own = page(booking, part.ref, name="record_withheld_part")
    seen = client.get(own).context["form"].initial["seen"]
    typed = TYPED | {"whom": "EVERYBODY", "agencies": "WITHHOLD", "seen": seen}
    client.post(own, typed | {"what": "First text"})
    answer = client.post(own, typed | {"what": "Second text"})
    assert answer.status_code == 409
    assert "First text" in text(answer) and "Second text" in answer.content.decode()


def test_it_is_marked_on_the_page_before_signing_and_read_after(client, drafted):
    booking, amy, basil = drafted
    WithheldTextFactory(record=booking.record, saved_by=booking.chair, what="Kept apart")
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    client.force_login(booking.chair)
    assert "1 part" in text(client.get(reverse("record", args=[booking.ref])))
    check = text(client.get(reverse("record_check", args=[booking.ref])))
    assert (
        "Confidential This is in nobody’s copy from whom it is withheld." in check and "Kept apart" in check
    )
    client.post(reverse("record_check", args=[booking.ref]))
    for reader, shows in ((booking.chair, True), (booking.minute_taker, True), (person("MANAGER"), True)):
        client.force_login(reader)
        assert ("Kept apart" in text(client.get(reverse("record", args=[booking.ref])))) is shows
    client.force_login(booking.chair)
    assert client.get(page(booking)).status_code == 302
    worker = amy.requested_child.child.allocations.get().worker
    client.force_login(worker)
    assert "Kept apart" not in text(client.get(reverse("record", args=[booking.ref])))
