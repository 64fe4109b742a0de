"""The page of agencies and families at conferences: its numbers again in loops, the children behind each, the
hidden, and feedback.
"""

import csv
import datetime as dt
import re

import pytest
from django.urls import reverse

from conferences import models as story
from safeguarding.models import Child
from tests.cast import person
from tests.factories import (
    AttendanceFactory,
    BookingFactory,
    BookingMoveFactory,
    ChildFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    ConferenceFactory,
    FeedbackAnswerFactory,
    FeedbackOfferFactory,
    InvitationFactory,
    MeetingRecordFactory,
    RelationshipFactory,
    RequestedChildFactory,
)
from tests.golive import live_from
from tests.views.pages import text

pytestmark = pytest.mark.django_db
D = dt.date
DAYS = "?from=2018-04-01&to=2018-09-30"
CAME, REPORTS = "Agencies: invited, and who came", "Agencies: reports"
FAMILY, CHILDREN, QUORUM = "How the family took part", "How children took part", "Without a quorum"
HELD = D(2018, 5, 15)
BOOKED = dt.datetime(2018, 5, 1, 9, tzinfo=dt.UTC)
AFTER = dt.datetime(2018, 9, 3, 9, tzinfo=dt.UTC)
LATER = dt.datetime(2018, 6, 20, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def reader(client):
    user = person("STRATEGIC_LEAD")
    client.force_login(user)
    live_from(D(2017, 1, 2))
    return user


def meeting(*, child=None, how="PN1", signed=True, at=HELD, **booking):
    """A conference that was held on 15 May 2018, put into the diary on 1 May, of a child of eight."""
    child = child or ChildFactory(birth_date=D(2010, 1, 5))
    asked = RequestedChildFactory(child=child)
    conference = ConferenceFactory(held_date=at)
    starts = dt.datetime.combine(at, dt.time(9), tzinfo=dt.UTC)
    times = {"starts_at": starts, "ends_at": starts + dt.timedelta(hours=2), "booked_at": BOOKED} | booking
    made = BookingFactory(request=asked.request, state="HELD", conference=conference, **times)
    there = ConferenceChildFactory(conference=conference, child=child, enquiry=asked.enquiry)
    if signed:
        signature = {"state": "SIGNED", "signed_by": made.chair, "signed_at": starts}
        record = MeetingRecordFactory(booking=made, **signature)
        ChildPartFactory(record=record, requested_child=asked, conference_child=there, participation=how)
    return made


def listed(booking, kind, *, invited="2018-05-02", came=None, shown=None, name="A", **fields):
    """Somebody of an agency on its list."""
    told = {"invited_date": invited, "channel": "EMAIL"} if invited else {}
    if shown:
        told |= {"shared_date": shown, "shared_way": "READ", "shared_by": "Ann"}
    given = {"put_on_at": BOOKED, "told_at": LATER, "received_date": came, "name": f"{name} of {kind}"}
    return InvitationFactory(request=booking.request, agency_kind=kind, **(given | told | fields))


def came(booking, *kinds, mode="IN_PERSON"):
    for kind in kinds:
        AttendanceFactory(record=booking.record, agency_kind=kind, mode=mode)


def numbers(client):
    """{(table, line, column): (number, out of)} of the file, where there is one."""
    answer = client.get(reverse("measures_agencies_csv") + DAYS)
    rows = list(csv.DictReader(answer.getvalue().decode("utf-8-sig").splitlines()))
    return {(row["table"], row["line"], row["column"]): (row["number"], row["out_of"]) for row in rows}


def a_few():
    """Three conferences: one in full, one moved whose school was not invited anew, one not signed yet."""
    full = meeting()
    listed(full, "SOCIAL_CARE", came="2018-05-08", shown="2018-05-09")
    listed(full, "SCHOOL", came="2018-05-08", shown="2018-05-14")
    listed(full, "SCHOOL", name="B", invited="2018-05-09")
    listed(full, "POLICE", invited="2018-05-04")
    listed(full, "HOUSING", none_why="They do not know the family.")
    came(full, "SOCIAL_CARE", "SCHOOL", "HEALTH_VISITING")
    came(full, "HOUSING", mode="ABSENT")
    came(full, "POLICE", mode="WRITTEN")
    moved = meeting(how="PN7")
    BookingMoveFactory(booking=moved, moved_at=BOOKED + dt.timedelta(days=6), chair_reason="")
    listed(moved, "SCHOOL")
    off = {"off_reason": "MISTAKE", "off_by": person("MANAGER"), "off_at": LATER}
    listed(moved, "PROBATION", **off)
    came(moved, "SCHOOL")
    unsigned = meeting(signed=False)
    listed(unsigned, "SCHOOL", is_report_asked=False)
    return full, moved, unsigned


def test_agencies_are_invited_come_and_report_by_kind(client):
    a_few()
    found = numbers(client)
    lines = {key: told for key, told in found.items() if key[:2] == (CAME, "School or college")}
    school = {column: told for (_, _, column), told in lines.items()}
    assert school == {
        "On the list": ("3", ""),
        "Invited in time": ("2", "3"),
        "Record signed": ("2", "3"),
        "Came": ("2", "2"),
        "Neither came nor sent a report": ("0", "2"),
        "Came without being listed": ("0", ""),
        "Missing where there was no quorum": ("0", ""),
    }
    assert found[CAME, "Police", "Invited in time"] == ("0", "1")
    assert found[CAME, "Police", "Neither came nor sent a report"] == ("0", "1")
    assert found[CAME, "Housing", "Neither came nor sent a report"] == ("1", "1")
    assert found[CAME, "Health visiting", "Came without being listed"] == ("1", "")
    assert (CAME, "Probation", "On the list") not in found
    assert found[REPORTS, "Police", "Sent a report"] == ("1", "1")
    assert found[REPORTS, "School or college", "Report asked for"] == ("2", "")
    assert found[REPORTS, "School or college", "Shown in time"] == ("0", "1")
    assert found[REPORTS, "Children's social care", "Shown in time"] == ("1", "1")


def by_loops():
    """{kind: (on the list, invited in time, came, sent)} again, over the rows of these few meetings."""
    counted: dict[str, list[int]] = {}
    moves = {one.booking_id: one.moved_at for one in story.BookingMove.objects.unscoped("test")}
    for booking in story.Booking.objects.unscoped("test").filter(state="HELD"):
        put = moves.get(booking.pk, booking.booked_at).date()
        # The next working day: no holiday lies among these.
        last = put + dt.timedelta(days=1)
        people = story.Invitation.objects.unscoped("test").filter(request=booking.request_id, off_at=None)
        there = story.Attendance.objects.unscoped("test").filter(record__booking=booking)
        for kind in {one.agency_kind for one in people}:
            own = [one for one in people if one.agency_kind == kind]
            modes = {one.mode for one in there if one.agency_kind == kind}
            line = counted.setdefault(kind, [0, 0, 0, 0])
            line[0] += 1
            line[1] += any(one.invited_date and put <= one.invited_date <= last for one in own)
            line[2] += bool(modes & {"IN_PERSON", "VIDEO", "TELEPHONE"})
            asked = any(one.is_report_asked or one.received_date for one in own)
            line[3] += asked and (any(one.received_date for one in own) or "WRITTEN" in modes)
    return counted


def test_loops_over_the_rows_count_the_same(client):
    a_few()
    found, expected = numbers(client), by_loops()
    names = {
        "SOCIAL_CARE": "Children's social care",
        "SCHOOL": "School or college",
        "POLICE": "Police",
        "HOUSING": "Housing",
    }
    assert expected.keys() == names.keys()
    for kind, name in names.items():
        told = [found[CAME, name, column][0] for column in ("On the list", "Invited in time", "Came")]
        assert [*map(int, told), int(found[REPORTS, name, "Sent a report"][0])] == expected[kind], kind


def test_what_had_no_list_or_was_entered_later_says_so_and_counts_for_no_agency(client):
    came(meeting(), "SCHOOL")
    entered = meeting(entered_reason="URGENT", booked_at=LATER)
    listed(entered, "SCHOOL", invited=None, put_on_at=LATER, told_at=LATER)
    found = numbers(client)
    assert found["Conferences that were held", "Held", "A list was kept"] == ("0", "2")
    assert found[CAME, "All", "On the list"] == ("0", "")


def test_without_a_quorum_the_agency_that_was_missing_is_named(client):
    held = meeting()
    listed(held, "SCHOOL")
    listed(held, "POLICE")
    came(held, "POLICE")
    undecided = {"outcome_reason": "TOO_FEW", "outcome_words": "Anew.", "outcome_at": LATER}
    times = {"starts_at": LATER, "ends_at": LATER + dt.timedelta(hours=2), "booked_at": BOOKED}
    BookingFactory(
        request=RequestedChildFactory().request,
        state="INQUORATE",
        outcome_by=person("MANAGER"),
        **undecided,
        **times,
    )
    found = numbers(client)
    column = "Missing where there was no quorum"
    missing = {line for table, line, head in found if head == column and found[table, line, head][0] == "1"}
    assert missing == {"Children's social care", "School or college"}
    assert found[QUORUM, "Children’s social care, and enough other agencies", "Held all the same"][0] == "1"
    assert found[QUORUM, "Enough other agencies", "Not held"][0] == "1"


def test_parents_and_children_took_part_in_these_ways(client):
    first = meeting()
    request = first.request
    child = request.children.get().child
    parent = RelationshipFactory(child=child, kind="MOTHER").person
    family = {"record": first.record, "is_family": True, "agency_kind": ""}
    AttendanceFactory(name="A", person=parent, mode="VIDEO", **family)
    AttendanceFactory(name="B", mode="ABSENT", **family)
    meeting(how="PN5", child=ChildFactory(birth_date=D(2004, 5, 15)))
    meeting(how="PN7", child=ChildFactory(birth_date=D(2014, 5, 15)))
    meeting(how="", child=ChildFactory(birth_date=D(2012, 5, 15)))
    meeting(how="PN0", child=ChildFactory(birth_date=D(2014, 5, 16)))
    found = numbers(client)
    assert found[FAMILY, "Parents, step-parents and guardians", "By video"] == ("1", "1")
    assert found[FAMILY, "Others of the family", "Did not come"] == ("1", "1")
    assert found[CHILDREN, "4 to 9", "Took part or were heard"] == ("1", "2")
    assert found[CHILDREN, "10 to 15", "Advocate only"] == ("1", "1")
    assert found[CHILDREN, "All", "No part"] == ("1", "3")
    assert found[CHILDREN, "All", "Came"] == ("1", "3")
    assert found["Children who came", "4 to 9", "Spoke"] == ("1", "1")


def test_no_table_has_more_columns_than_fit_a_page(client):
    a_few()
    shown = client.get(reverse("measures_agencies") + DAYS).content.decode()
    heads = [part.count('<th scope="col"') for part in shown.split("<thead")[1:]]
    assert max(heads) <= 8, heads


def test_every_number_opens_to_as_many_rows(client):
    a_few()
    page = client.get(reverse("measures_agencies") + DAYS).content.decode()
    opened = re.findall(r'href="(/performance/agencies/children[^"]+)"[^>]*>\s*(\d+)', page)
    assert len(opened) > 15
    for href, number in opened:
        shown = text(client.get(href.replace("&amp;", "&")))
        assert re.search(rf"This list shows {number} rows?, for", shown), href


def test_what_names_no_number_is_not_found(client):
    base = reverse("measures_agencies_children") + DAYS
    for cell in ("", "&cell=came", "&cell=came.all.none", "&cell=none.all.all", "&cell=a.b.c.d"):
        assert client.get(base + cell).status_code == 404


def test_days_that_are_not_known_have_no_numbers(client):
    live_from(D(2018, 7, 2))
    a_few()
    shown = text(client.get(reverse("measures_agencies") + DAYS))
    assert "Known only for 2 July 2018 to 30 September 2018." in shown and CAME not in shown
    assert b"Known only for" in client.get(reverse("measures_agencies_csv") + DAYS).getvalue()


@pytest.mark.parametrize("days", [DAYS, "?from=2018-04-01&to=2019-03-31"])
def test_a_hidden_child_changes_no_byte(client, days):
    a_few()
    restricted = {"restricted_reason": "Known to staff", "restricted_by": person("STRATEGIC_LEAD")}
    hidden = ChildFactory(birth_date=D(2010, 1, 5))
    Child.objects.filter(pk=hidden.pk).update(is_restricted=True, restricted_at=BOOKED, **restricted)
    addresses = [reverse(name) + days for name in ("measures_agencies", "measures_agencies_csv")]
    addresses.append(reverse("measures_agencies_children") + days + "&cell=came.all.listed")

    def pages():
        bodies = [client.get(address).getvalue().decode() for address in addresses]
        return [re.sub(r'csrf\w*" value="\w+"|data-(left|last)="\d+"', "", body) for body in bodies]

    before = pages()
    hidden.refresh_from_db()
    kept = meeting(child=hidden, how="PN7")
    listed(kept, "SCHOOL")
    came(kept, "SCHOOL")
    AttendanceFactory(name="B", record=kept.record, is_family=True, agency_kind="")
    assert pages() == before


def test_a_conference_stands_under_an_open_sibling_and_the_family_of_a_closed_one_counts_nowhere(client):
    kept, seen = ChildFactory(birth_date=D(2010, 1, 5)), ChildFactory(birth_date=D(2012, 1, 5))
    booking = meeting(child=kept, how="PN7")
    RequestedChildFactory(request=booking.request, child=seen)
    listed(booking, "SCHOOL")
    came(booking, "SCHOOL")
    family = {"record": booking.record, "is_family": True, "agency_kind": ""}
    for name, child in (("A", kept), ("B", seen)):
        parent = RelationshipFactory(child=child, kind="MOTHER").person
        AttendanceFactory(name=name, person=parent, **family)
    both = RelationshipFactory(child=seen, kind="GRANDPARENT").person
    RelationshipFactory(child=kept, person=both, kind="MOTHER")
    AttendanceFactory(name="C", person=both, **family)
    assert numbers(client)[FAMILY, "Parents, step-parents and guardians", "In the record"] == ("3", "")
    restricted = {"restricted_reason": "Known to staff", "restricted_by": person("STRATEGIC_LEAD")}
    Child.objects.filter(pk=kept.pk).update(is_restricted=True, restricted_at=BOOKED, **restricted)
    found = numbers(client)
    assert found["Conferences that were held", "Held", "Conferences"] == ("1", "")
    assert found[CAME, "School or college", "Came"] == ("1", "1")
    assert found[FAMILY, "Parents, step-parents and guardians", "In the record"] == ("1", "")
    assert found[FAMILY, "Others of the family", "In the record"] == ("1", "")
    assert found[QUORUM, "Children’s social care, and enough other agencies", "Held all the same"][0] == "1"


def test_feedback_is_told_of_whole_quarters_with_enough_and_never_added_up(client):
    for quarter, number in ((D(2018, 4, 1), 5), (D(2018, 7, 1), 4)):
        FeedbackOfferFactory(quarter=quarter, giver="PARENT", wave="SOON", number=10, recorded_at=AFTER)
        for _ in range(number):
            FeedbackAnswerFactory(quarter=quarter, giver="PARENT", wave="SOON")
    shown = text(client.get(reverse("measures_agencies") + DAYS))
    assert "April to June 2018" in shown.replace(" 2018 to", " to") and "5 of 10 (50.0%)" in shown
    assert "4 of 10" not in shown and "9 of 20" not in shown
    within = text(client.get(reverse("measures_agencies") + "?from=2018-04-02&to=2018-09-30"))
    assert "5 of 10" not in within and "No quarter of which enough came back" in within


def test_who_reads_no_figures_has_no_page(client):
    client.force_login(person("SOCIAL_WORKER"))
    for name in ("measures_agencies", "measures_agencies_csv", "measures_agencies_children"):
        assert client.get(reverse(name) + DAYS).status_code == 403


def test_more_rows_ask_no_more_queries(client, django_assert_max_num_queries):
    cell = reverse("measures_agencies_children") + DAYS + "&cell=came.all.listed"

    def asked():
        counts = []
        for one in (reverse("measures_agencies") + DAYS, cell):
            with django_assert_max_num_queries(25) as queries:
                client.get(one)
            counts.append(len(queries))
        return counts

    a_few()
    asked()
    once = asked()
    a_few()
    assert asked() == once


def test_the_page_of_figures_leads_to_it(client):
    assert reverse("measures_agencies") in client.get(reverse("measures")).content.decode()
