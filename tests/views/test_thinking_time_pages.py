"""The pages around thinking time: a waiver asked for and decided, time kept free, and what it leads to."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import ThinkingAction, ThinkingSlot, ThinkingTime, ThinkingWaiver
from safeguarding.rights import Role
from safeguarding.wording import uk_date
from tests.cast import person
from tests.factories import (
    DutyFactory,
    ThinkingActionFactory,
    ThinkingRequirementFactory,
    ThinkingTimeEntryFactory,
    ThinkingTimeFactory,
    ThinkingWaiverFactory,
)
from tests.scheduling import IN_TIME, NOW, booked, open_request
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db
WHY = {"why": "LATELY", "words": "It was required yesterday."}
SLOT = {"date_day": "26", "date_month": "11", "date_year": "2018", "start": "10am", "length": "60"}
ACTION = {
    "what": "Ask the school what it sees",
    "owner": "",
    "owner_words": "The invented nurse",
    "due_date_day": "26",
    "due_date_month": "11",
    "due_date_year": "2018",
}


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    for module in ("thinking_time", "thinking_time_waivers", "duties", "diary", "recording", "second_person"):
        monkeypatch.setattr(f"conferences.views.{module}.today", lambda: NOW.date())
    for module in ("thinking_time", "thinking_time_waivers", "recording"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: NOW)


@pytest.fixture
def chair(client):
    user = person("CHAIR")
    client.force_login(user)
    return user


@pytest.fixture
def session():
    return ThinkingTimeFactory(request=open_request(), raised_at=NOW)


def page(name, record):
    return reverse(name, args=[record.ref])


def post(client, name, record, **given):
    return client.post(page(name, record), given, follow=True)


def rows(model):
    return model.objects.unscoped("test")


# ----- A waiver ------------------------------------------------------------------------------------------


def test_a_chair_asks_for_a_waiver_and_reads_who_decides_it(client, chair, session):
    assert "Ask for a waiver" in text(client.get(page("thinking_time", session)))
    shown = text(post(client, "thinking_waiver_new", session, **WHY))
    assert "Until it is granted, thinking time stays required." in shown
    assert "You asked for this. A second person decides it" in shown and "Withdraw it" in shown
    assert "Ask for a waiver" not in text(client.get(page("thinking_time", session)))


def test_without_a_reason_it_is_not_asked_for_and_the_words_stay(client, chair, session):
    answer = post(client, "thinking_waiver_new", session, **(WHY | {"why": ""}))
    shown = text(answer)
    assert (
        "Select why the conference should go on without it" in shown
        and WHY["words"] in answer.content.decode()
    )
    assert not rows(ThinkingWaiver).exists()


@pytest.mark.parametrize("role", [Role.STRATEGIC_LEAD, Role.MANAGER])
def test_whoever_leads_the_unit_is_led_to_it_and_grants_it(client, chair, session, role):
    asked = ThinkingWaiverFactory(session=session, asked_by=chair, asked_at=NOW, last_date=IN_TIME)
    client.force_login(person(role))
    assert "1 waiver of thinking time to decide" in text(client.get(reverse("my_work")))
    assert page("thinking_waiver", asked) in client.get(reverse("second_person")).content.decode()
    shown = text(client.get(page("thinking_waiver", asked)))
    assert "Does this conference go on without its thinking time?" in shown and "Refuse the waiver" in shown
    assert "can go on without" in text(post(client, "thinking_waiver", asked, words="It cannot wait."))
    assert "Waived" in text(client.get(page("thinking_time", session)))


def test_it_is_refused_with_a_reason_that_the_chair_reads(client, chair, session):
    asked = ThinkingWaiverFactory(session=session, asked_by=chair, asked_at=NOW, last_date=IN_TIME)
    client.force_login(person("STRATEGIC_LEAD"))
    assert "Enter" in text(post(client, "thinking_waiver_end", asked, reason=""))
    asked.refresh_from_db()
    assert asked.closed_at is None
    post(client, "thinking_waiver_end", asked, reason="There is a week left.")
    client.force_login(chair)
    shown = text(client.get(page("thinking_time", session)))
    assert "There is a week left." in shown and "Ask for a waiver" in shown


def test_who_asked_is_offered_no_decision_and_may_send_none(client, chair, session):
    asked = ThinkingWaiverFactory(session=session, asked_by=chair, asked_at=NOW, last_date=IN_TIME)
    assert "Grant the waiver" not in text(client.get(page("thinking_waiver", asked)))
    assert post(client, "thinking_waiver", asked, words="I agree with myself.").status_code == 403
    asked.refresh_from_db()
    assert asked.closed_at is None


def test_every_reason_of_each_child_is_told_wherever_it_is_required(client, chair, session):
    asked = list(session.request.children.all())
    for one in asked:
        ThinkingRequirementFactory(session=session, requested_child=one)
    why = "New section 47 enquiries began on 9 November 2018, while the plan ran."
    ThinkingRequirementFactory(session=session, requested_child=asked[0], trigger="INCIDENT", why=why)
    told = f"{asked[0].child.display_name}: The child was on 1 plan before. {why}"
    waiver = ThinkingWaiverFactory(session=session, asked_by=chair, asked_at=NOW, last_date=IN_TIME)
    booking = booked(session.request, chair=chair, start=dt.time(14))
    child = asked[0].child
    DutyFactory(kind="HOLD_THINKING_TIME", child=child, booking=None, thinking_time=session, owner=chair)
    addresses = [
        page("thinking_waiver", waiver),
        page("booking", booking),
        page("request", session.request),
        reverse("my_work"),
        reverse("my_work_list", args=["later"]),
    ]
    shown = {address: text(client.get(address)) for address in addresses}
    assert [address for address in addresses if told not in shown[address]] == []


def test_what_was_agreed_stands_once_on_my_work_and_once_done_on_the_timeline(client, chair):
    held = {"state": "HELD", "held_date": NOW.date(), "minutes": 45, "raised_at": NOW}
    session = ThinkingTimeFactory(request=open_request(), chair=chair, **held)
    child = session.request.children.get().child
    ThinkingTimeEntryFactory(session=session, child=child)
    told = ACTION | {"owner": chair.pk, "owner_words": ""}
    client.post(page("thinking_action_new", session), told)
    shown = text(client.get(reverse("my_work")))
    assert shown.count(ACTION["what"]) == 1 and "From thinking time" not in shown
    assert "Do what was agreed in thinking time" in shown
    assert ACTION["what"] in text(client.get(reverse("my_work_list", args=["later"])))
    action = ThinkingAction.objects.unscoped("test").get()
    day = {"done_date_day": "12", "done_date_month": "11", "done_date_year": "2018"}
    client.post(page("thinking_action", action), {"is_done": "yes", "words": "They wrote."} | day)
    assert ACTION["what"] not in text(client.get(reverse("my_work")))
    story = text(client.get(page("child_timeline", child)))
    assert "Action from thinking time done" in story
    assert f"{chair.full_name}: {ACTION['what']}. They wrote." in story


def test_a_waiver_is_shown_to_wait_no_longer_than_to_its_conference(client, chair, session):
    booking = booked(session.request, chair=chair, start=dt.time(14))
    last = booking.starts_at.date() + dt.timedelta(days=3)
    waiver = ThinkingWaiverFactory(session=session, asked_by=chair, asked_at=NOW, last_date=last)
    told = f"Waits until {uk_date(booking.starts_at)}"
    assert told in text(client.get(page("thinking_waiver", waiver)))
    assert told in text(client.get(page("thinking_time", session)))
    client.force_login(person("MANAGER"))
    waiting = text(client.get(reverse("second_person")))
    assert uk_date(booking.starts_at) in waiting and uk_date(last) not in waiting


def test_what_lapsed_is_asked_for_anew(client, chair, session):
    before = {"asked_at": NOW - dt.timedelta(days=9), "last_date": NOW.date() - dt.timedelta(days=2)}
    lapsed = ThinkingWaiverFactory(session=session, asked_by=chair, **before)
    assert "Lapsed" in text(client.get(page("thinking_waiver", lapsed)))
    assert "Ask for a waiver" in text(client.get(page("thinking_time", session)))
    assert post(client, "thinking_waiver_new", session, **WHY).status_code == 200
    assert rows(ThinkingWaiver).filter(closed_at=None).count() == 1


def test_before_the_day_the_conference_s_page_says_that_time_to_think_is_owed(client, chair, session):
    booking = booked(session.request, chair=chair, start=dt.time(14))
    shown = text(client.get(page("record", booking)))
    assert "You can record this meeting from the day it is held" in shown
    assert "it is not recorded as held." in shown and "Hold the thinking time or ask for a waiver" in shown
    client.force_login(person("STRATEGIC_LEAD"))
    assert "See the thinking time" in text(client.get(page("record", booking)))


def test_the_page_before_signing_names_it_and_what_became_of_the_waiver(client, chair, session):
    booking = booked(session.request, chair=chair, start=dt.time(14))
    asked = ThinkingWaiverFactory(session=session, asked_by=chair, asked_at=NOW, last_date=IN_TIME)
    assert "A waiver was asked for and is not decided." in text(client.get(page("record", booking)))
    client.force_login(person("MANAGER"))
    post(client, "thinking_waiver_end", asked, reason="There is a week left.")
    client.force_login(chair)
    shown = text(client.get(page("record", booking)))
    assert "A waiver was refused on 12 November 2018." in shown and "ask for a waiver" in shown


def test_the_page_before_signing_says_what_is_owed_and_signs_nothing(client, chair, monkeypatch):
    monkeypatch.setattr("conferences.views.recording.now", lambda: AFTER)
    booking, amy, basil = meeting(chair)
    ThinkingTimeFactory(request=booking.request, raised_at=AFTER - dt.timedelta(days=9))
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    shown = client.get(page("record_check", booking)).content.decode()
    assert (
        'href="#thinking">Hold the thinking time that is required' in shown and "Sign the record" not in shown
    )
    refused = client.post(page("record_check", booking))
    assert refused.status_code == 409 and 'id="thinking"' in refused.content.decode()
    record.refresh_from_db()
    assert record.state == "DRAFT"


# ----- Time that is kept free ----------------------------------------------------------------------------


def test_a_time_is_kept_free_shown_in_the_diary_and_given_up(client, chair, session):
    assert "The time is in your diary." in text(post(client, "thinking_time_plan", session, **SLOT))
    planned = "Monday 26 November 2018, 10am to 11am"
    assert planned in text(client.get(page("thinking_time", session)))
    week = reverse("diary_chairs") + "?week=2018-11-26"
    shown = client.get(week).content.decode()
    assert "Thinking time" in shown and page("thinking_time", session) in shown
    client.force_login(person("BUSINESS_SUPPORT"))
    others = client.get(week).content.decode()
    assert "Thinking time" in others and page("thinking_time", session) not in others
    client.force_login(chair)
    assert "The time is free again." in text(post(client, "thinking_time_plan_end", session))
    assert planned not in text(client.get(page("thinking_time", session)))
    assert "no time of yours" in text(post(client, "thinking_time_plan_end", session))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"start": ""}, "Enter the day and the time"),
        ({"date_day": "24"}, "Time to think is held on working days"),
        ({"date_month": "10"}, "The start must be in the future"),
    ],
)
def test_a_time_that_cannot_be_is_refused_beside_its_field(client, chair, session, change, sentence):
    answer = post(client, "thinking_time_plan", session, **(SLOT | change))
    assert sentence in text(answer)
    assert not rows(ThinkingSlot).exists()


# ----- What it leads to ----------------------------------------------------------------------------------


@pytest.fixture
def held(session, chair):
    kept = {"state": "HELD", "chair": chair, "held_date": NOW.date(), "minutes": 45}
    rows(ThinkingTime).filter(pk=session.pk).update(**kept)
    session.refresh_from_db()
    return session


def test_an_action_is_added_by_who_held_it(client, chair, held):
    assert "The action is added." in text(post(client, "thinking_action_new", held, **ACTION))
    made = rows(ThinkingAction).get()
    assert (made.owner_words, made.due_date) == ("The invented nurse", IN_TIME)
    client.force_login(person("CHAIR"))
    assert post(client, "thinking_action_new", held, **ACTION).status_code == 403


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"what": ""}, "Enter what will be done"),
        ({"owner_words": ""}, "Choose by whom, or enter a name"),
        ({"due_date_month": "10"}, "The day must be today or later"),
    ],
)
def test_an_action_without_whom_or_when_is_refused(client, chair, held, change, sentence):
    answer = post(client, "thinking_action_new", held, **(ACTION | change))
    assert sentence in text(answer)
    assert not rows(ThinkingAction).exists()


def test_it_stands_on_my_work_of_whose_it_is_until_it_is_closed(client, chair, held):
    made = ThinkingActionFactory(
        session=held, owner=chair, owner_words="", added_by=chair, added_at=NOW, due_date=IN_TIME
    )
    assert page("thinking_action", made) in client.get(reverse("my_work")).content.decode()
    refused = post(client, "thinking_action", made, is_done="no", words="")
    assert "Enter why it is not needed" in text(refused)
    shown = text(post(client, "thinking_action", made, is_done="no", words="The school wrote by itself."))
    assert "What became of it is recorded." in shown
    assert page("thinking_action", made) not in client.get(reverse("my_work")).content.decode()
    # Its address tells that it is closed, where a form would ask in vain.
    assert "This action was closed already." in text(client.get(page("thinking_action", made), follow=True))


def test_what_is_somebody_else_s_is_read_and_not_closed(client, chair, held):
    made = ThinkingActionFactory(session=held, added_by=chair, added_at=NOW, due_date=IN_TIME)
    client.force_login(person("STRATEGIC_LEAD"))
    assert "Whose action it is closes it" in text(client.get(page("thinking_action", made), follow=True))
    said = post(client, "thinking_action", made, is_done="no", words="Not needed.")
    assert "Whose action it is closes it" in text(said) and "Not needed." in said.content.decode()
    made.refresh_from_db()
    assert made.closed_at is None


# ----- How often they ask --------------------------------------------------------------------------------


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_the_conference_s_page_asks_the_same_however_often_somebody_thought(client, chair, session):
    booking = booked(session.request, chair=chair, start=dt.time(14))
    child = session.request.children.get().child
    found = []
    for times in (1, 3):
        for n in range(times):
            kept = {"state": "HELD", "chair": chair, "held_date": NOW.date(), "minutes": 45 + n}
            one = ThinkingTimeFactory(request=session.request, is_required=False, raised_at=NOW, **kept)
            ThinkingTimeEntryFactory(session=one, child=child, asked=None, written_by=chair)
            ThinkingActionFactory(session=one, owner=chair, owner_words="", added_by=chair)
        paths = page("record", booking), page("thinking_time", session), page("thinking_time_hold", session)
        found.append([queries_of(client, path) for path in paths])
    assert found[0] == found[1]


def test_the_second_person_s_list_asks_the_same_however_many_waivers_wait(client, chair, session):
    client.force_login(person("STRATEGIC_LEAD"))
    found = []
    for times in (1, 3):
        for _ in range(times):
            other = ThinkingTimeFactory(request=open_request(), raised_at=NOW)
            ThinkingWaiverFactory(session=other, asked_by=chair, asked_at=NOW, last_date=IN_TIME)
        found.append([queries_of(client, reverse(name)) for name in ("second_person", "my_work")])
    assert found[0] == found[1]


# ----- Whose it is ---------------------------------------------------------------------------------------


def test_another_chair_is_offered_nothing_and_told_who_can(client, chair, session):
    booking = booked(session.request)
    shown = text(client.get(page("thinking_time", session)))
    assert f"{booking.chair.full_name} chairs this conference, so only they can hold" in shown
    for offer in ("Plan time to think", "Record that it was held", "Ask for a waiver"):
        assert offer not in shown
    for name in ("thinking_time_hold", "thinking_time_plan", "thinking_waiver_new"):
        answer = client.get(page(name, session), follow=True)
        assert answer.redirect_chain and "chairs this conference" in text(answer), name
    meeting_page = client.get(reverse("booking", args=[booking.ref])).content.decode()
    assert reverse("thinking_time_new", args=[session.request.ref]) not in meeting_page


def test_what_was_typed_stays_where_the_conference_went_to_another_meanwhile(client, chair, session):
    booked(session.request)
    answer = post(client, "thinking_waiver_new", session, **WHY)
    assert "chairs this conference, so only they can ask" in text(answer)
    assert WHY["words"] in answer.content.decode()
    answer = post(client, "thinking_time_plan", session, **SLOT)
    assert "chairs this conference" in text(answer) and "10am" in answer.content.decode()


def test_a_waiver_that_waits_or_was_granted_opens_no_form_again(client, chair, session):
    asked = ThinkingWaiverFactory(session=session, asked_by=chair, asked_at=NOW, last_date=IN_TIME)
    assert client.get(page("thinking_waiver_new", session)).headers["Location"] == page(
        "thinking_waiver", asked
    )
    asked.outcome, asked.closed_by, asked.closed_at = "CONFIRMED", person("MANAGER"), NOW
    asked.closed_reason = "It cannot wait."
    asked.save()
    answer = client.get(page("thinking_waiver_new", session), follow=True)
    assert "is not owed any more" in text(
        answer
    ) and "Why should the conference go on without thinking time?" not in text(answer)


def test_a_chair_who_took_the_conference_over_holds_their_own_and_reads_the_other_s(client, chair):
    before = person("CHAIR")
    request = open_request()
    session = ThinkingTimeFactory(
        request=request, raised_at=NOW, state="HELD", held_date=NOW.date(), minutes=45, chair=before
    )
    ThinkingTimeEntryFactory(session=session, child=request.children.get().child, written_by=before)
    booking = booked(request, chair=chair)
    shown = text(client.get(page("thinking_time", session)))
    assert f"{before.full_name} held the thinking time before this conference was handed over" in shown
    assert "Held by another chair" in shown and "Record your own thinking time" in shown
    assert "Held by another chair" in text(client.get(reverse("booking", args=[booking.ref])))
    child = request.children.get().child
    own = {
        "held_date_day": NOW.day,
        "held_date_month": NOW.month,
        "held_date_year": NOW.year,
        "minutes": "30",
        f"entry_{child.pk}": "My own view.",
    }
    assert "My own view." in text(post(client, "thinking_time_hold", session, **own))
    assert "Your own thinking time" in text(client.get(page("thinking_time", session)))
    # From the form as it was opened before theirs was held, by another window.
    later = own | {"seen": "", f"entry_{child.pk}": "A second thought."}
    other = post(client, "thinking_time_hold", session, **later)
    assert "A second thought." in other.content.decode() and "My own view." in text(other)
    assert other.redirect_chain == []
    mine = ThinkingTime.every.get(follows=session)
    assert client.get(page("thinking_time_hold", session)).headers["Location"] == page(
        "thinking_time_hold", mine
    )
    client.force_login(before)
    assert "Change what you recorded" not in text(client.get(page("thinking_time", session)))
