"""The pages of who is invited: the list, its forms, and what the meeting, request and record say of it."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Invitation, ReportChase
from conferences.operations.recording import open_record
from conferences.operations.scheduling import move
from conferences.rules.workflow import MoveReason
from tests.cast import person
from tests.drafts.browser import Window
from tests.factories import (
    InvitationFactory,
    PersonFactory,
    RelationshipFactory,
    RequestedChildFactory,
    UserFactory,
)
from tests.scheduling import IN_TIME, NOW, booked, open_request, place
from tests.views.meetings import signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db
DAY = {"invited_date_day": "12", "invited_date_month": "11", "invited_date_year": "2018"}


@pytest.fixture(autouse=True)
def then():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def asked(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    request = open_request()
    child = request.children.get().child
    mother = PersonFactory(family=child.family, full_name="Polly Exemplar", interpreter_language="Welsh")
    RelationshipFactory(child=child, person=mother, kind="MOTHER")
    return request


def listed(request):
    return list(Invitation.objects.unscoped("test").filter(request=request))


def at(name, thing):
    return reverse(name, args=[thing.ref])


def test_an_empty_list_says_so_and_leads_on(client, asked):
    assert "Nobody is on the list yet." in text(client.get(at("request", asked)))
    page = client.get(at("invited", asked)).content.decode()
    assert "Nobody is on the list yet." in page and at("invited_add", asked) in page


def test_the_family_and_one_more_are_put_on_in_one_go(client, asked):
    page = client.get(at("invited_add", asked)).content.decode()
    assert "Polly Exemplar" in page and "Mother of" in page
    key = f"p{asked.children.get().child.relationships.get().person_id}"
    typed = {"people": [key], "name": "Edith Chalkdust", "kind": "SCHOOL", "is_report_asked": "on"}
    said = text(client.post(at("invited_add", asked), typed, follow=True))
    assert "2 people put on the list." in said and "Too few agencies are invited" in said
    mother, school = listed(asked)
    assert (mother.needs, mother.needs_words) == (["INTERPRETER"], "Welsh") and school.is_report_asked
    # Who stands on it is offered no more.
    assert "Polly Exemplar" not in text(client.get(at("invited_add", asked)))


def test_who_came_of_agencies_last_time_is_offered(client, asked):
    _, record = signed(person("CHAIR"))
    amy = record.parts.order_by("requested_child").first().requested_child.child
    review = RequestedChildFactory(child=amy, kind="REVIEW", plan=amy.plans.get(), enquiry=None).request
    said = text(client.get(at("invited_add", review)))
    assert "Teacher Exemplar" in said and "Head, School or college; came last time" in said
    # The worker is asked for as the worker of the child, and not again as who came.
    assert said.count("Worker Exemplar") == 1


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, asked):
    path = at("invited_add", asked)
    assert "Select or enter at least one person" in text(client.post(path, {}))
    answer = client.post(path, {"name": "Edith Chalkdust", "role": "Headteacher"})
    assert "Select the agency, or family" in text(answer)
    assert 'value="Edith Chalkdust"' in answer.content.decode() and listed(asked) == []


def test_they_are_invited_answer_and_the_quorum_is_foretold(client, asked):
    kinds = ("SOCIAL_CARE", "POLICE", "SCHOOL")
    people = [InvitationFactory(request=asked, name=f"Person {kind}", agency_kind=kind) for kind in kinds]
    path = at("invited_sent", asked)
    refs = [str(one.ref) for one in people]
    assert "Select how they were invited" in text(client.post(path, {"people": refs} | DAY))
    said = text(client.post(path, {"people": refs, "channel": "EMAIL"} | DAY, follow=True))
    assert "3 people invited." in said and "it is if those come who have not answered" in said
    for one in people:
        answer = at("invitation_answer", one)
        seen = client.get(answer).context["form"]["seen"].value()
        client.post(answer, {"reply": "COMING", "seen": seen})
    said = text(client.get(at("invited", asked)))
    assert "By the answers so far the meeting will be quorate." in said
    assert "On the list: 3; invited: 3; answered: 3. By the answers so far" in text(
        client.get(at("booking", booked(asked)))
    )


def test_two_who_told_different_answers_see_both(client, asked):
    one = InvitationFactory(request=asked)
    path = at("invitation_answer", one)
    seen = client.get(path).context["form"]["seen"].value()
    client.post(path, {"reply": "VIDEO", "seen": seen})
    answer = client.post(path, {"reply": "DECLINED", "seen": seen})
    assert answer.status_code == 409 and "Takes part by video" in text(answer)
    again = answer.context["form"]["seen"].value()
    assert client.post(path, {"reply": "DECLINED", "seen": again}).status_code == 302
    assert listed(asked)[0].reply == "DECLINED"


def test_a_report_is_late_comes_and_is_shown_to_the_family(client, asked):
    one = InvitationFactory(request=asked)
    booked(asked)
    assert "Due by" in text(client.get(at("invited", asked)))
    with time_machine.travel(NOW + dt.timedelta(days=13), tick=False):
        client.force_login(person("BUSINESS_SUPPORT"))
        assert "Late" in text(client.get(at("invited", asked)))
        path, typed = at("invitation_report", one), {}
        for name in ("received_date", "shared_date"):
            typed |= {f"{name}_day": "23", f"{name}_month": "11", f"{name}_year": "2018"}
        seen = {"seen": client.get(path).context["form"]["seen"].value()}
        assert "Select how the family was shown it" in text(client.post(path, typed | seen))
        client.post(path, typed | seen | {"shared_way": "READ", "shared_by": "Ida Guestling"})
        said = text(client.get(at("invited", asked)))
    assert "Came on 23 November 2018" in said and "Shown to the family on 23 November 2018" in said


def test_late_reports_are_chased_and_a_chase_is_changed_and_taken_back(client, asked):
    one = InvitationFactory(request=asked)
    path = at("reports_chased", asked)
    assert path in client.get(at("invited", asked)).content.decode()
    said = text(client.post(path, {}))
    assert "Select who was chased" in said
    typed = {"people": [str(one.ref)], "words": "It comes tomorrow."}
    for name, value in DAY.items():
        typed[name.replace("invited", "chased")] = value
    answer = client.post(path, typed)
    assert "Select how they were chased" in text(answer) and "It comes tomorrow." in text(answer)
    said = text(client.post(path, typed | {"channel": "TELEPHONE"}, follow=True))
    assert "1 report chased." in said and "It comes tomorrow." in said and "Chased once" in said
    change = at("chase_change", ReportChase.every.get())
    given = {key: value for key, value in typed.items() if key != "people"}
    assert "Enter the name of their manager" in text(
        client.post(change, given | {"channel": "EMAIL", "is_to_manager": "on"})
    )
    said = text(client.post(change, given | {"channel": "EMAIL", "is_taken_back": "on"}, follow=True))
    assert "Taken back." in said and "Chased once" not in said
    assert client.get(change).status_code == 404


def test_nobody_is_chased_where_every_report_came(client, asked):
    InvitationFactory(request=asked, is_report_asked=False)
    assert at("reports_chased", asked) not in client.get(at("invited", asked)).content.decode()
    said = text(client.get(at("reports_chased", asked), follow=True))
    assert "No report that is asked for is still to come." in said


def test_the_meetings_chair_alone_goes_on_with_too_few(client, asked):
    chair = UserFactory(full_name="Clara Chairwell")
    meeting = booked(asked, chair=chair)
    path = at("booking_quorum", meeting)
    client.force_login(person("CHAIR"))
    assert "own chair decides" in text(client.get(path, follow=True))
    client.force_login(chair)
    page = client.get(path).content.decode()
    assert "No agency is on the list yet." in page and at("booking_move", meeting) in page
    assert "Enter why the meeting goes on" in text(client.post(path, {}))
    said = text(client.post(path, {"reason": "It is urgent."}, follow=True))
    assert "the meeting goes on, with your reason" in said
    assert "It is urgent. Clara Chairwell" in text(client.get(at("invited", asked)))


def test_who_is_taken_off_is_shown_apart_with_the_reason(client, asked):
    one = InvitationFactory(request=asked)
    path = at("invitation_off", one)
    assert "Select why they are invited no more" in text(client.post(path, {}))
    client.post(path, {"reason": "OTHER", "words": "Moved to another school"})
    said = text(client.get(at("invited", asked)))
    assert "Taken off the list" in said and "Moved to another school" in said
    assert client.get(path).status_code == 404


def test_the_attendance_opens_with_who_was_invited(client, asked):
    chair = UserFactory(full_name="Clara Chairwell")
    meeting = booked(asked, chair=chair)
    InvitationFactory(request=asked, name="Edith Chalkdust", reply="DECLINED")
    mother = asked.children.get().child.relationships.get().person
    InvitationFactory(
        request=asked, person=mother, name="Polly Exemplar", role="", agency_kind="", is_report_asked=False
    )
    InvitationFactory(request=asked, name="Petra Truncheon", agency_kind="POLICE")
    with time_machine.travel(meeting.starts_at, tick=False):
        open_record(booking=meeting, by=chair, at=meeting.starts_at)
        client.force_login(chair)
        rows = client.get(at("record_attendance", meeting)).context["form"].rows.initial_forms
    told = [(row.initial["name"], row.initial["mode"]) for row in rows]
    assert told[:3] == [("Polly Exemplar", ""), ("Edith Chalkdust", "ABSENT"), ("Petra Truncheon", "")]
    assert [name for name, _ in told].count("Polly Exemplar") == 1


def test_who_may_only_read_sees_no_ways_to_write(client, asked):
    InvitationFactory(request=asked)
    client.force_login(person("MANAGER"))
    page = client.get(at("invited", asked)).content.decode()
    assert "Teacher Exemplar" in page and "invited/add" not in page and "/answer" not in page


def test_a_draft_from_before_a_move_says_that_it_was_for_another_time(client, asked):
    meeting, moved = booked(asked), "This meeting has another time since you opened this page"
    one = InvitationFactory(request=asked)
    path = at("invitation_answer", one)
    Window(client, path).type(reply="COMING", needs_words="A ramp").autosave()
    said = text(client.get(path))
    assert "A ramp" in said and moved not in said
    where = place(chair=meeting.chair, room=meeting.room, day=IN_TIME + dt.timedelta(days=1))
    move(booking=meeting, reason=MoveReason.FAMILY, by=person("CHAIR"), at=NOW, **where)
    window = Window(client, path)
    assert "A ramp" in window.text and moved in window.text
    window.send()
    assert listed(asked)[0].reply == "COMING"
