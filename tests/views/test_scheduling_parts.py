"""A joint meeting to somebody who may see some of its children: their part, nothing of the others."""

import pytest
from django.urls import reverse

from conferences.operations.notices_lines import lines_of
from conferences.operations.scheduling import cancel
from conferences.rules.workflow import CancelReason
from safeguarding.clock import now, today
from safeguarding.models import ReadLog
from safeguarding.refusals import Refused
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    AttendanceFactory,
    BarFactory,
    BookingFactory,
    ChildFactory,
    ChildPartFactory,
    MeetingRecordFactory,
    NoticeFactory,
    PlanActionFactory,
    RequestedChildFactory,
    TeamFactory,
    UserFactory,
)
from tests.scheduling import hours_on

pytestmark = pytest.mark.django_db
SECRET = "Zinnia"


@pytest.fixture
def joint():
    """A meeting of Amber, of a team, and of a sibling of another's; every text of all or of the sibling is
    marked.
    """
    booking = BookingFactory(
        **hours_on(add_days(today(), 7 - today().weekday())),
        chair=person("CHAIR"),
        late_reason=SECRET,
        late_agreed_by=SECRET,
        request__reason=SECRET,
        request__interim_safety=SECRET,
    )
    family = booking.request.family
    for name in ("Amber", SECRET):
        child = ChildFactory(given_names=name, family_name="Testington", family=family)
        AllocationFactory(child=child, team=TeamFactory())
        RequestedChildFactory(request=booking.request, child=child)
    return booking


def asked(joint, name):
    return joint.request.children.get(child__given_names=name)


def worker(joint, name="Amber"):
    return person("SOCIAL_WORKER", team=asked(joint, name).child.allocations.get().team)


def addresses(joint):
    return [
        reverse("booking", args=[joint.ref]),
        reverse("record", args=[joint.ref]),
        reverse("request", args=[joint.request.ref]),
    ]


def restrict(joint, name=SECRET):
    type(asked(joint, name).child).every.filter(given_names=name).update(
        is_restricted=True,
        restricted_reason="Invented",
        restricted_by=UserFactory(role="STRATEGIC_LEAD"),
        restricted_at=now(),
    )


def sign(joint):
    return recorded(joint, state="SIGNED", signed_by=joint.chair, signed_at=now())


def recorded(joint, **signed):
    record = MeetingRecordFactory(
        booking=joint,
        working_well=SECRET,
        worried_about=SECRET,
        family_view=SECRET,
        **signed,
    )
    AttendanceFactory(record=record, name=SECRET)
    for name in ("Amber", SECRET):
        words = "Amber is heard" if name == "Amber" else SECRET
        part = ChildPartFactory(record=record, requested_child=asked(joint, name), voice=words, reasons=words)
        PlanActionFactory(part=part, what=words, who=words)
    return record


def test_the_worker_of_one_child_reaches_the_meeting_and_sees_their_own_child_s_part(client, joint):
    sign(joint)
    client.force_login(worker(joint))
    for address in addresses(joint):
        page = client.get(address).content.decode()
        assert "Amber Testington" in page and "Amber is heard" in page and joint.room.name in page
        assert SECRET not in page


def test_only_the_child_who_is_shown_stands_in_the_log_of_reads(client, joint):
    client.force_login(worker(joint))
    client.get(addresses(joint)[0])
    assert set(ReadLog.objects.values_list("child", flat=True)) == {asked(joint, "Amber").child_id}


def test_a_draft_of_the_record_is_nobody_s_to_read(client, joint):
    recorded(joint)
    client.force_login(worker(joint))
    assert "Amber is heard" not in client.get(addresses(joint)[1]).content.decode()


def test_a_worker_of_neither_and_who_is_barred_find_nothing(client, joint):
    barred = worker(joint)
    BarFactory(user=barred, family=joint.request.family)
    for user in (person("SOCIAL_WORKER", team=TeamFactory()), barred):
        client.force_login(user)
        assert [client.get(address).status_code for address in addresses(joint)] == [404, 404, 404]


def test_a_sibling_restricted_leaves_the_chair_the_meeting_and_the_other_s_part(client, joint):
    restrict(joint)
    client.force_login(joint.chair)
    for address in addresses(joint):
        page = client.get(address).content.decode()
        assert "Amber Testington" in page and SECRET not in page
    assert "You chair this meeting" in client.get(addresses(joint)[0]).content.decode()
    week = f"{reverse('diary_chairs')}?week={joint.starts_at.date().isoformat()}"
    assert f"Meeting {joint.pk}" in client.get(week).content.decode()


def test_all_children_restricted_it_is_merely_taken(client, joint):
    restrict(joint)
    restrict(joint, "Amber")
    client.force_login(joint.chair)
    assert [client.get(address).status_code for address in addresses(joint)] == [404, 404, 404]


def test_who_sees_a_part_changes_nothing_of_the_meeting(client, joint):
    restrict(joint)
    with pytest.raises(Refused) as refusal:
        cancel(booking=joint, reason=CancelReason.NOT_NEEDED, by=joint.chair, at=now())
    assert refusal.value.status == 404
    client.force_login(joint.chair)
    assert client.get(reverse("booking_move", args=[joint.ref])).status_code == 404
    assert client.post(reverse("record", args=[joint.ref])).status_code == 404


def test_who_sees_every_child_sees_the_meeting_whole(client, joint):
    client.force_login(person("STRATEGIC_LEAD"))
    page = client.get(addresses(joint)[0]).content.decode()
    assert f"{SECRET} Testington" in page and "Only what concerns" not in page


def test_the_worker_of_one_child_is_told_of_the_meeting(joint):
    told = worker(joint)
    notice = NoticeFactory(recipient=told, duty=None, rung="", due_date=None, change="BOOKED", booking=joint)
    (line,) = lines_of(told, [notice], today()).lines
    assert str(joint.ref) in line.link and SECRET not in line.words
