"""The pages of excluding somebody: support asks, the chair decides, and every page of the meeting says it."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import Exclusion
from conferences.operations.duties_refresh import refresh
from conferences.operations.exclusions_lifted import telling_mark
from conferences.operations.exclusions_outcome import decide_outcome
from conferences.queries.exclusions import to_do
from conferences.rules.exclusions import Given
from safeguarding.clock import now, today
from tests.cast import person
from tests.factories import ExclusionFactory, InvitationFactory, RelationshipFactory, excluded
from tests.scheduling import ahead, booked, hours_on
from tests.views.pages import text

pytestmark = pytest.mark.django_db
ASKED = {
    "ground": "VIOLENCE",
    "facts": "Threats, says the invented neighbour",
    "extent": "WHOLE",
    "asker": "The mother",
    "asked_date_day": "12",
    "asked_date_month": "11",
    "asked_date_year": "2018",
}
DECIDED = {
    "answer": "WHOLE",
    "reasons": "Safety of everybody",
    "instead": "WRITTEN",
    "letter_why": "So that everybody can speak",
    "teller": "Worker Exemplar",
}


@pytest.fixture
def conference():
    return booked()


@pytest.fixture
def father(conference):
    child = conference.request.children.get().child
    return RelationshipFactory(child=child, person__full_name="Jay Exemplar").person


def rows():
    return list(Exclusion.objects.unscoped("test"))


def page(name, one):
    return reverse(name, args=[one.ref])


def read(client, name, one):
    return text(client.get(page(name, one)))


def test_support_asks_and_is_shown_what_is_missing_with_nothing_lost(client, conference, father):
    client.force_login(person("BUSINESS_SUPPORT"))
    assert "Ask to exclude somebody" in read(client, "invited", conference.request)
    address = page("exclusion_ask", conference.request)
    assert "reaches the chair by" in text(client.get(address))
    answer = client.post(address, ASKED | {"asker": "", "person": str(father.ref)})
    assert "Enter who asks for it" in text(answer) and ASKED["facts"] in answer.content.decode()
    assert rows() == []
    client.post(address, ASKED | {"person": str(father.ref)}, follow=True)
    (one,) = rows()
    assert (one.person, one.name, one.ground) == (father, "Jay Exemplar", "VIOLENCE")
    shown = read(client, "exclusion", one)
    assert "The chair has not decided" in shown and conference.chair.full_name in shown
    assert "Jay Exemplar" in read(client, "invited", conference.request)


def test_somebody_else_is_known_by_name(client, conference):
    client.force_login(person("BUSINESS_SUPPORT"))
    client.post(
        page("exclusion_ask", conference.request), ASKED | {"person": "SOMEBODY", "name": "Partner Exemplar"}
    )
    assert (rows()[0].person, rows()[0].name) == (None, "Partner Exemplar")


def test_the_chair_decides_tells_says_what_they_get_and_lifts(client, conference, father):
    one = ExclusionFactory(request=conference.request, person=father, asked_date=dt.date(2018, 3, 5))
    client.force_login(conference.chair)
    answer = client.post(page("exclusion_decide", one), {"answer": "WHOLE"})
    assert "Select how they take part instead" in text(answer)
    seen = client.get(page("exclusion_decide", one)).context["form"].initial["seen"]
    client.post(page("exclusion_decide", one), DECIDED | {"seen": seen})
    shown = read(client, "exclusion", one)
    assert "Excluded from the whole conference" in shown and "They are not told yet" in shown
    today = dt.datetime.now(dt.UTC).date()
    day = {"told_date_day": today.day, "told_date_month": today.month, "told_date_year": today.year}
    client.post(page("exclusion_told", one), {"how": "IN_PERSON"} | day)
    client.post(page("exclusion_outcome", one), {"letter": "YES", "record": "NO", "words": "Their right"})
    shown = read(client, "exclusion", one)
    assert "in person. Recorded by" in shown and "They get the decision letter." in shown
    client.post(page("exclusion_lift", one), {"reason": "CHANGED", "words": "They talked."})
    assert "They talked." in read(client, "exclusion", one)


def test_who_is_not_the_chair_is_sent_back_with_whose_it_is(client, conference, father):
    one = ExclusionFactory(request=conference.request, person=father)
    client.force_login(person("CHAIR"))
    answer = client.get(page("exclusion_decide", one), follow=True)
    assert f"That is {conference.chair.full_name}." in text(answer)


def test_two_who_decide_at_once_see_both_texts(client, conference, father):
    one = ExclusionFactory(request=conference.request, person=father)
    client.force_login(conference.chair)
    address = page("exclusion_decide", one)
    seen = client.get(address).context["form"].initial["seen"]
    client.post(address, DECIDED | {"seen": seen})
    answer = client.post(address, DECIDED | {"seen": seen, "reasons": "Another reason"})
    assert answer.status_code == 409
    assert DECIDED["reasons"] in text(answer) and "Another reason" in answer.content.decode()


def test_the_list_the_meeting_its_request_and_its_day_say_who_is_excluded(client, conference, father):
    InvitationFactory(
        request=conference.request,
        person=father,
        name=father.full_name,
        agency_kind="",
        is_report_asked=False,
    )
    excluded(conference, person=father, name=father.full_name)
    client.force_login(conference.chair)
    line = "Jay Exemplar: excluded from the whole conference. How they take part: in writing"
    for name, one in (("booking", conference), ("request", conference.request), ("meeting_day", conference)):
        assert line in read(client, name, one), name
    clash = "Jay Exemplar is invited and excluded from the whole conference"
    for name, one in (("invited", conference.request), ("meeting_day", conference)):
        assert clash in read(client, name, one), name
    assert "Not told yet of the exclusion: Jay Exemplar" in read(client, "meeting_day", conference)


def test_a_form_that_may_not_be_sent_any_more_says_why(client, conference, father):
    one = excluded(conference, person=father, name=father.full_name)
    client.force_login(conference.chair)
    assert "stays as it was" in text(client.get(page("exclusion_change", one), follow=True))
    undecided = ExclusionFactory(request=conference.request, name="Kay Exemplar")
    for name in ("exclusion_told", "exclusion_outcome"):
        assert "has not decided to exclude" in text(client.get(page(name, undecided), follow=True))


def test_who_leads_the_unit_decides_in_place_and_says_why_twice(client, conference, father):
    one = ExclusionFactory(request=conference.request, person=father)
    client.force_login(person("STRATEGIC_LEAD"))
    assert "Decide in place of the chair" in read(client, "exclusion", one)
    address = page("exclusion_decide_in_place", one)
    seen = client.get(address).context["form"].initial["seen"]
    answer = client.post(address, DECIDED | {"seen": seen})
    assert "Enter why the chair does not decide" in text(answer) and DECIDED["reasons"] in text(answer)
    client.post(address, DECIDED | {"seen": seen, "decided_in_place": "The chair is ill"})
    assert "The chair is ill" in read(client, "exclusion", one)
    address, given = page("exclusion_outcome_in_place", one), {"letter": "YES", "record": "NO", "words": "So"}
    assert "Enter why the chair does not decide" in text(client.post(address, given))
    client.post(address, given | {"in_place": "Still ill"})
    assert "In place of the chair: Still ill." in read(client, "exclusion", one)


def test_a_chair_may_not_open_what_is_done_in_place_of_one(client, conference, father):
    one = ExclusionFactory(request=conference.request, person=father)
    client.force_login(conference.chair)
    for name in ("exclusion_decide_in_place", "exclusion_outcome_in_place"):
        assert client.get(page(name, one)).status_code == 403


def test_a_telling_is_corrected_on_a_form_that_has_what_stands(client, conference, father):
    one = excluded(conference, person=father, name=father.full_name)
    client.force_login(person("BUSINESS_SUPPORT"))
    day = {"told_date_day": 10, "told_date_month": 4, "told_date_year": 2018}
    client.post(page("exclusion_told", one), {"how": "TELEPHONE"} | day)
    form = client.get(page("exclusion_told", one))
    assert "Correct when and how they were told" in text(form)
    assert form.context["form"].initial == {"how": "TELEPHONE", "told_date": dt.date(2018, 4, 10)}
    client.post(page("exclusion_told", one), {"how": "IN_PERSON"} | day | {"told_date_day": 11})
    shown = read(client, "exclusion", one)
    assert "11 April 2018, in person" in shown and "Recorded before 10 April 2018, by telephone" in shown


def test_my_work_of_the_chair_has_one_line_of_what_falls_due_and_one_of_what_does_not(client):
    meeting = ahead(booked())
    with_duty = {"request": meeting.request, "put_at": now(), "saved_at": now(), "asked_date": today()}
    one = ExclusionFactory(**with_duty)
    refresh(meeting.request, met_by=None, at=now())
    client.force_login(meeting.chair)
    shown = text(client.get(reverse("my_work")))
    assert "Decide who is excluded, and see that they are told" in shown
    assert "Decide on an exclusion, asked for on" not in shown
    type(meeting).every.filter(pk=meeting.pk).update(**hours_on(today()))
    assert to_do(meeting.chair, today()) == [one]


@pytest.mark.parametrize("is_in_place", [False, True])
def test_an_old_tab_of_what_they_get_shows_what_was_decided_since(client, conference, father, is_in_place):
    one = excluded(conference, person=father, name=father.full_name)
    lead, given = person("STRATEGIC_LEAD"), {"letter": "YES", "record": "YES", "words": "Their right"}
    slower = {"in_place": "The chair is ill"} if is_in_place else {}
    client.force_login(lead if is_in_place else conference.chair)
    address = page("exclusion_outcome_in_place" if is_in_place else "exclusion_outcome", one)
    client.post(address, given | slower)
    seen = client.get(address).context["form"].initial.get("seen", "")
    told = {"letter": Given.NO, "record": Given.NO, "words": "It would harm her.", "at": now()}
    decide_outcome(exclusion=one, **told, by=conference.chair)
    answer = client.post(address, given | slower | {"seen": seen})
    assert answer.status_code == 409
    assert "It would harm her." in text(answer) and "Their right" in answer.content.decode()
    assert rows()[0].gets_record == "NO"
    newer = answer.context["form"].data["seen"]
    client.post(address, given | slower | {"seen": newer})
    assert rows()[0].gets_record == "YES"


def test_that_it_stands_no_more_is_recorded_on_its_page(client, conference):
    meets = ahead(conference)
    day = {"told_date_day": today().day, "told_date_month": today().month, "told_date_year": today().year}
    at = now() - dt.timedelta(days=1)
    told = {"told_how": "LETTER", "told_date": at.date(), "told_by": meets.chair, "told_at": at}
    over = {"lift_reason": "CHANGED", "lifted_by": meets.chair, "lifted_at": at, "decided_at": at}
    one = excluded(meets, name="Kay Exemplar", put_at=at, saved_at=at, **told, **over)
    client.force_login(person("BUSINESS_SUPPORT"))
    assert "not yet that it stands no more" in read(client, "exclusion", one)
    assert "Not told yet that the exclusion stands no more" in read(client, "meeting_day", meets)
    assert "Select how they were told" in text(client.post(page("exclusion_told", one), day))
    client.post(page("exclusion_told", one), day | {"how": "TELEPHONE"})
    shown = read(client, "exclusion", one)
    assert "Correct when and how they were told that it stands no more" in shown
    assert rows()[0].let_in_date == today()
    seen = telling_mark(Exclusion.objects.unscoped("test").get())
    client.post(page("exclusion_untold", one), {"why": "It was another person.", "seen": seen})
    shown = read(client, "exclusion", one)
    assert "Taken back: it did not happen" in shown and "It was another person." in shown
    assert "Enter why nobody tells them" in text(client.post(page("exclusion_not_let_in", one), {"why": ""}))
    client.post(page("exclusion_not_let_in", one), {"why": "They moved abroad."})
    assert "Nobody tells them." in read(client, "exclusion", one)
    client.force_login(person("TEAM_MANAGER"))
    assert client.get(page("exclusion_untold", one)).status_code == 403


def test_what_is_not_there_is_not_taken_back_and_one_that_stands_has_no_end_to_tell(client, conference):
    one = excluded(conference, name="Kay Exemplar")
    client.force_login(person("BUSINESS_SUPPORT"))
    shown = text(client.get(page("exclusion_untold", one), follow=True))
    assert "No telling is recorded here" in shown
    shown = text(client.get(page("exclusion_not_let_in", one), follow=True))
    assert "This exclusion stands." in shown
