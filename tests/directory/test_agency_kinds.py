"""Kinds of agency are kept as data: who counts towards a quorum is the council's, who never does is not."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from conferences.models import Attendance
from conferences.operations.recording import Attendee, save_common
from conferences.queries.recording import quoracy_of
from safeguarding.directory.starting import give
from safeguarding.models import AgencyKind
from safeguarding.refusals import Refused
from safeguarding.register.agencykinds import NEVER_COUNT, SOCIAL_CARE, STARTING
from tests.cast import person
from tests.factories import AgencyFactory, AttendanceFactory
from tests.views.meetings import AFTER, meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def support(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    return client


def kind(code):
    return AgencyKind.objects.get(code=code)


def change(client, code, **told):
    row = kind(code)
    standing = {"name": row.name, "counts": "yes" if row.counts else "no", "counts_with": row.counts_with}
    answer = client.post(reverse("directory_change", args=["agency-kinds", row.pk]), standing | told)
    return answer.content.decode()


def came(*kinds):
    """A meeting's record at which somebody of each of these kinds was; it, and whether it was quorate."""
    booking, amy, _ = meeting(person("CHAIR"))
    people = [Attendee(f"Person Number{at}", "", code, "IN_PERSON") for at, code in enumerate(kinds)]
    record = amy.record
    save_common(record=record, version=1, values={}, attendances=people, by=booking.chair, at=AFTER)
    return record


def is_quorate(record):
    return quoracy_of(Attendance.objects.unscoped("test").filter(record=record), AFTER.date()).is_quorate


def test_every_council_begins_with_the_same_kinds():
    assert set(AgencyKind.objects.values_list("code", flat=True)) == set(STARTING)
    assert set(AgencyKind.objects.filter(counts=False).values_list("code", flat=True)) == NEVER_COUNT


def test_a_later_release_puts_back_no_words_that_a_council_changed(support):
    change(support, "SCHOOL", name="School, academy or college")
    give("default")
    assert kind("SCHOOL").name == "School, academy or college"
    assert AgencyKind.objects.count() == len(STARTING)


@pytest.mark.parametrize("helper", sorted(NEVER_COUNT))
def test_an_interpreter_and_their_like_make_no_quorum(helper):
    assert not is_quorate(came(SOCIAL_CARE, "SCHOOL", helper))
    assert is_quorate(came(SOCIAL_CARE, "SCHOOL", "POLICE", helper))


def test_a_kind_of_ones_own_is_offered_and_counts_as_it_says(support):
    form = {"name": "Youth justice", "counts": "yes", "counts_with": ""}
    support.post(reverse("directory_add", args=["agency-kinds"]), form)
    own = AgencyKind.objects.get(name="Youth justice")
    assert is_quorate(came(SOCIAL_CARE, "SCHOOL", own.code))


def test_kinds_that_count_together_count_once(support):
    for code in ("HEALTH_VISITING", "HOSPITAL"):
        change(support, code, counts_with="Health")
    assert not is_quorate(came(SOCIAL_CARE, "HEALTH_VISITING", "HOSPITAL"))
    assert is_quorate(came(SOCIAL_CARE, "HEALTH_VISITING", "POLICE"))


def test_what_a_kind_counts_as_later_changes_no_meeting_of_the_past(support):
    record = came(SOCIAL_CARE, "SCHOOL", "HOUSING")
    change(support, "HOUSING", counts="no")
    assert is_quorate(record) and not is_quorate(came(SOCIAL_CARE, "SCHOOL", "HOUSING"))


@pytest.mark.parametrize(
    ("code", "told", "sentence"),
    [
        ("INTERPRETER", {"counts": "yes"}, "Interpreter never counts towards a quorum"),
        (SOCIAL_CARE, {"counts": "no"}, "No conference is quorate without Children"),
        ("POLICE", {"counts": "no", "counts_with": "Law"}, "Leave this empty for a kind that does not count"),
        ("POLICE", {"name": "Probation"}, "There is already a kind of agency called Probation"),
    ],
)
def test_a_kind_cannot_become_what_it_is_not(support, code, told, sentence):
    assert sentence in change(support, code, **told)


def test_a_kind_in_use_stays_and_one_out_of_use_is_not_offered(support):
    agency = AgencyFactory(kind_id="POLICE")
    take_out = reverse("directory_use", args=["agency-kinds", kind("POLICE").pk])
    assert "1 agency of this kind still in use" in support.post(take_out).content.decode()
    assert kind("POLICE").is_active
    agency.kind_id = "SCHOOL"
    agency.save()
    support.post(take_out)
    assert not kind("POLICE").is_active
    with pytest.raises(Refused, match="Select the agency, or family"):
        came(SOCIAL_CARE, "POLICE")


@pytest.mark.parametrize("code", ["DRAGONS", "", "police"])
def test_a_kind_that_is_none_is_refused_beside_its_row(code):
    with pytest.raises(Refused, match="Select the agency, or family"):
        came(SOCIAL_CARE, code or None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE safeguarding_agencykind SET counts = true WHERE code = 'ADVOCATE'",
        "UPDATE safeguarding_agencykind SET is_active = false WHERE code = 'SOCIAL_CARE'",
        "UPDATE conferences_attendance SET agency_kind = 'DRAGONS'",
        "UPDATE safeguarding_agency SET kind = 'DRAGONS'; SET CONSTRAINTS ALL IMMEDIATE",
    ],
)
def test_the_database_refuses_what_no_kind_can_be(statement):
    AttendanceFactory()
    AgencyFactory()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_nobody_counts_by_hand():
    AttendanceFactory(agency_kind="INTERPRETER", counted_as="INTERPRETER")
    Attendance.objects.unscoped("test").update(counted_as="POLICE")
    assert Attendance.objects.unscoped("test").get().counted_as == ""
    Attendance.objects.unscoped("test").update(agency_kind="POLICE")
    assert Attendance.objects.unscoped("test").get().counted_as == "POLICE"
