"""Two who write one thing: each is told of the other, the slower sees both texts, and none is lost."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from conferences.models import Consultation, MeetingRecord, ReflectiveNote
from conferences.operations.recording import save_common, save_part
from tests.cast import person
from tests.drafts.browser import Window
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    LearningHeardFactory,
    LearningIdeaFactory,
    RequestedChildFactory,
    TeamFactory,
    ThinkingTimeFactory,
    UserFactory,
)
from tests.scheduling import NOW, open_request
from tests.views.meetings import QUORUM, meeting

pytestmark = pytest.mark.django_db
MINE, THEIRS = "What I wrote, in my words.", "What they wrote, in theirs."


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


# ----- The record ----------------------------------------------------------------------------------------


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def record(chair):
    booking, _, _ = meeting(chair)
    return MeetingRecord.objects.unscoped("test").get(booking=booking)


def stands(record):
    return MeetingRecord.objects.unscoped("test").get(pk=record.pk)


def common(record):
    return Window(signed_in(record.booking.chair), reverse("record_common", args=[record.booking.ref]))


def save(record, **values):
    version = stands(record).version
    save_common(record=record, version=version, values=values, by=record.booking.chair, at=NOW)


def test_the_slower_sees_both_texts_and_joins_them(record):
    window = common(record)
    save(record, working_well=THEIRS)
    window.type(working_well=MINE).send()
    assert window.answer.status_code == 409 and THEIRS in window.text
    assert window.fields["working_well"] == MINE
    window.type(working_well=f"{THEIRS} {MINE}").send()
    assert window.answer.status_code == 302
    assert stands(record).working_well == f"{THEIRS} {MINE}"


def test_a_draft_older_than_what_was_saved_since_shows_both(record):
    window = common(record)
    window.type(working_well=MINE).autosave()
    save(record, working_well=THEIRS)
    fresh = common(record)
    assert fresh.answer.status_code == 200 and fresh.fields["working_well"] == MINE
    assert THEIRS in fresh.text and "Both texts are shown" in fresh.text
    fresh.type(working_well=f"{THEIRS} {MINE}").send()
    assert stands(record).working_well == f"{THEIRS} {MINE}"


def test_what_was_saved_of_another_page_is_no_clash(record):
    window = common(record)
    window.type(working_well=MINE).autosave()
    save_common(record=record, version=1, values={}, attendances=QUORUM, by=record.booking.chair, at=NOW)
    fresh = common(record)
    assert "Both texts are shown" not in fresh.text
    fresh.send()
    assert fresh.answer.status_code == 302 and stands(record).working_well == MINE
    assert stands(record).attendances.count() == len(QUORUM)


def test_while_one_writes_the_page_tells_who_saved(record, clock):
    window = common(record)
    assert window.type(working_well=MINE).autosave().json()["saved"] == ""
    save(record, working_well=THEIRS)
    clock.shift(dt.timedelta(minutes=1))
    told = window.type(working_well=f"{MINE} More.").autosave(2).json()["saved"]
    assert told == "You saved this part in another window at 10am. When you save, both texts are shown."


def test_the_attendance_of_two_windows_is_joined(record):
    path = reverse("record_attendance", args=[record.booking.ref])
    window = Window(signed_in(record.booking.chair), path)
    save_common(record=record, version=1, values={}, attendances=QUORUM, by=record.booking.chair, at=NOW)
    modes = {name: "VIDEO" for name in window.fields if name.endswith("-mode")}
    window.type(inquorate_reason=MINE, **modes).send()
    assert window.answer.status_code == 409
    assert "Teacher Exemplar" in window.text and window.fields["inquorate_reason"] == MINE


def test_one_child_s_part_shows_both_texts_and_its_actions(record):
    part = record.parts.order_by("requested_child").first()
    child = part.requested_child.child
    path = reverse("record_child", args=[record.booking.ref, child.ref])
    window = Window(signed_in(record.booking.chair), path)
    window.type(voice=MINE).autosave()
    save_part(part=part, version=1, values={"voice": THEIRS}, by=record.booking.chair, at=NOW)
    fresh = Window(window.client, path)
    assert THEIRS in fresh.text and fresh.fields["voice"] == MINE
    fresh.type(voice=f"{THEIRS} {MINE}").send()
    assert record.parts.get(pk=part.pk).voice == f"{THEIRS} {MINE}"


# ----- Thinking time -------------------------------------------------------------------------------------


@pytest.fixture
def session():
    return ThinkingTimeFactory(request=open_request(), raised_at=NOW)


def thinking(user, session):
    return Window(signed_in(user), reverse("thinking_time_hold", args=[session.ref]))


def entry(session) -> str:
    return f"entry_{session.request.children.get().child.pk}"


def held(window, session, **texts):
    return window.type(minutes="45", **{entry(session): THEIRS} | texts).send()


def test_one_chair_in_two_windows_joins_entry_and_note(session, chair):
    first, second = thinking(chair, session), thinking(chair, session)
    held(first, session, pattern=THEIRS)
    held(second, session, **{entry(session): MINE, "pattern": f"{MINE} Again."})
    # Beside both fields, and in the family’s story.
    assert second.answer.status_code == 409 and second.text.count(THEIRS) == 3
    held(second, session, **{entry(session): f"{THEIRS} {MINE}", "pattern": f"{MINE} {THEIRS}"})
    assert second.answer.status_code == 302
    assert session.entries.get().conclusion == f"{THEIRS} {MINE}"
    assert ReflectiveNote.objects.get().pattern == f"{MINE} {THEIRS}"


def test_the_same_thinking_time_sent_twice_is_held_once(session, chair):
    first, second = thinking(chair, session), thinking(chair, session)
    assert [held(window, session).answer.status_code for window in (first, second)] == [302, 302]
    assert session.entries.get().conclusion == THEIRS


def test_another_chair_sees_the_entry_and_never_the_note(session, chair):
    other = UserFactory(role="CHAIR", full_name="Amira Sample")
    window = thinking(other, session)
    held(thinking(chair, session), session, pattern="A secret thought of mine.")
    held(window, session, **{entry(session): MINE, "pattern": MINE})
    assert THEIRS in window.text and "A secret thought" not in window.text
    assert "only they can change it" in window.text
    assert window.fields[entry(session)] == MINE and session.entries.get().conclusion == THEIRS
    assert thinking(other, session).fields[entry(session)] == MINE


# ----- The account for a re-plan -------------------------------------------------------------------------

WHY = {"why_now": MINE, "what_is_different": "It is."}


@pytest.fixture
def asked():
    """A consultation of a child of one team, with a social worker and a team manager."""
    team = TeamFactory()
    child = ChildFactory()
    AllocationFactory(child=child, team=team)
    found = ConsultationFactory(requested_child__child=child, requested_child__request__family=child.family)
    return found, UserFactory(role="SOCIAL_WORKER", team=team), UserFactory(role="TEAM_MANAGER", team=team)


def account(user, consultation):
    return Window(signed_in(user), reverse("consultation", args=[consultation.within.ref]))


def test_two_who_give_the_account_join_their_texts(asked):
    consultation, worker, manager = asked
    first, second = account(worker, consultation), account(manager, consultation)
    first.type(**WHY | {"why_now": THEIRS}).send()
    second.type(**WHY).send()
    assert THEIRS in second.text and second.fields["why_now"] == MINE
    second.type(why_now=f"{THEIRS} {MINE}").send()
    assert second.answer.status_code == 302
    consultation.refresh_from_db()
    assert consultation.why_now == f"{THEIRS} {MINE}" and consultation.asked_by == manager


def test_a_draft_of_the_account_is_joined_when_another_gave_it_meanwhile(asked):
    consultation, worker, manager = asked
    window = account(manager, consultation)
    window.type(**WHY).autosave()
    account(worker, consultation).type(**WHY | {"why_now": THEIRS}).send()
    fresh = account(manager, consultation)
    assert THEIRS in fresh.text and fresh.fields["why_now"] == MINE
    assert "Both texts are shown" in fresh.text


def test_who_writes_the_account_is_told_that_it_was_given(asked):
    consultation, worker, manager = asked
    window = account(manager, consultation)
    account(worker, consultation).type(**WHY).send()
    told = window.type(**WHY).autosave().json()["saved"]
    assert told.startswith(f"{worker.full_name} saved this part at")


def test_a_first_view_is_of_the_account_that_its_writer_read(asked):
    consultation, worker, _ = asked
    account(worker, consultation).type(**WHY).send()
    window = account(person("STRATEGIC_LEAD"), consultation)
    words = f"words_{consultation.pk}"
    window.type(**{f"leans_{consultation.pk}": "AGREE", words: MINE})
    account(worker, consultation).type(why_now=THEIRS).send()
    window.send()
    assert "was changed since you opened it" in window.text and THEIRS in window.text
    assert window.fields[words] == MINE
    window.send()
    noted = consultation.first_views.get()
    assert noted.words == MINE and noted.account.number == 2


def test_nobody_answers_an_account_that_was_changed_since_they_read_it(asked):
    consultation, worker, _ = asked
    lead = person("STRATEGIC_LEAD")
    account(worker, consultation).type(**WHY).send()
    page = reverse("consultation", args=[consultation.within.ref])
    window = Window(signed_in(lead), f"{page}?decide")
    window.type(**{f"answer_{consultation.pk}": "AGREE", "reasons": MINE})
    account(worker, consultation).type(why_now=THEIRS).send()
    window.send()
    assert "was changed since you opened it" in window.text and THEIRS in window.text
    assert window.fields["reasons"] == MINE
    window.send()
    window.send(step="confirm")
    assert consultation.answers.get().reasons == MINE


def draft_of_decision(consultation, lead, **more):
    """A window in which a decision was typed that is kept as a draft."""
    page = f"{reverse('consultation', args=[consultation.within.ref])}?decide"
    window = Window(signed_in(lead), page)
    window.type(**{f"answer_{consultation.pk}": "AGREE", "reasons": MINE}, **more).autosave()
    return page


def test_a_draft_of_a_decision_says_on_opening_that_the_account_changed_and_how(asked):
    consultation, worker, _ = asked
    lead = person("STRATEGIC_LEAD")
    account(worker, consultation).type(**WHY | {"why_now": "Police came in spring."}).send()
    page = draft_of_decision(consultation, lead)
    assert "since you began" not in Window(signed_in(lead), page).text
    account(worker, consultation).type(**WHY | {"why_now": "Police came in autumn."}).send()
    fresh = Window(signed_in(lead), page)
    assert fresh.answer.status_code == 200 and fresh.fields["reasons"] == MINE
    assert "was changed since you opened it" in fresh.text and "What changed since you began" in fresh.text
    changed = fresh.text.partition("What changed since you began")[2].partition("Days")[0]
    assert "Version 2" in changed and "spring" in changed and "autumn" in changed
    fresh.send()
    fresh.send(step="confirm")
    assert consultation.answers.get().reasons == MINE and consultation.answers.get().account.number == 2


def test_a_draft_of_a_decision_says_on_opening_that_a_deputy_decided(asked):
    consultation, worker, _ = asked
    lead, other = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD")
    account(worker, consultation).type(**WHY).send()
    page = draft_of_decision(consultation, lead)
    window = Window(signed_in(other), page)
    window.type(**{f"answer_{consultation.pk}": "AGREE", "reasons": THEIRS}).send()
    window.send(step="confirm")
    fresh = Window(signed_in(lead), page)
    changed = fresh.text.partition("What changed since you began")[2]
    name = consultation.child.display_name
    assert changed.strip().startswith(f"{name}: Agree that a conference is held. {other.full_name}, 12 Nov")
    assert fresh.fields["reasons"] == MINE


def test_a_draft_of_a_first_view_says_on_opening_that_the_account_changed(asked):
    consultation, worker, _ = asked
    lead = person("STRATEGIC_LEAD")
    account(worker, consultation).type(**WHY).send()
    words = f"words_{consultation.pk}"
    window = account(lead, consultation)
    window.type(**{f"leans_{consultation.pk}": "AGREE", words: MINE}).autosave()
    account(worker, consultation).type(why_now=THEIRS).send()
    fresh = account(lead, consultation)
    assert "What changed since you began" in fresh.text and fresh.fields[words] == MINE


def test_a_draft_of_a_decision_shows_what_it_said_of_a_child_who_was_decided_meanwhile(asked):
    consultation, worker, _ = asked
    within = consultation.within
    twin = ConsultationFactory(
        requested_child__child=ChildFactory(family=consultation.child.family),
        requested_child__request=consultation.requested_child.request,
    )
    assert twin.within == within
    AllocationFactory(child=twin.child, team=worker.team)
    lead = person("STRATEGIC_LEAD")
    account(worker, consultation).type(**WHY).send()
    page = draft_of_decision(consultation, lead, **{f"reasons_{twin.pk}": THEIRS})
    Consultation.objects.unscoped("test").filter(pk=twin.pk).update(state="CLOSED")
    fresh = Window(signed_in(lead), page)
    assert THEIRS in fresh.text and "can no longer be answered for here" in fresh.text


def test_a_draft_of_a_disagreement_says_on_opening_that_it_was_decided_otherwise(asked):
    consultation, worker, manager = asked
    account(worker, consultation).type(**WHY).send()
    page = reverse("consultation_disagree", args=[consultation.within.ref])
    Window(signed_in(manager), page).type(words=MINE).autosave()
    ConsultationAnswerFactory(consultation=consultation, reasons=THEIRS)
    fresh = Window(signed_in(manager), page)
    assert "What changed since you began" in fresh.text and fresh.fields["words"] == MINE
    fresh.send()
    assert consultation.dissents.get().words == MINE


def test_who_disagrees_with_what_they_have_not_read_is_told(asked):
    consultation, worker, manager = asked
    account(worker, consultation).type(**WHY).send()
    window = Window(signed_in(manager), reverse("consultation_disagree", args=[consultation.within.ref]))
    ConsultationAnswerFactory(consultation=consultation, reasons=THEIRS)
    window.type(words=MINE).send()
    assert window.answer.status_code == 409 and "Agree that a conference is held" in window.text
    assert not consultation.dissents.exists()


def test_a_draft_of_thinking_time_shows_what_it_said_of_a_child_who_left_meanwhile(chair):
    session = ThinkingTimeFactory(chair=chair)
    stays = RequestedChildFactory(request=session.request)
    brother = ChildFactory(family=session.request.family)
    page = reverse("thinking_time_hold", args=[session.ref])
    window = Window(signed_in(chair), page)
    window.type(**{f"entry_{brother.pk}": THEIRS, f"entry_{stays.child_id}": MINE}).autosave()
    fresh = Window(signed_in(chair), page)
    assert fresh.answer.status_code == 200 and "A child has left this request" in fresh.text
    assert THEIRS in fresh.text and fresh.fields[f"entry_{stays.child_id}"] == MINE


# ----- What the unit learns --------------------------------------------------------------------------------


@pytest.fixture
def idea():
    return LearningIdeaFactory(came_from="OWN", owner=person("CHAIR"))


def changing(user, idea):
    return Window(signed_in(user), reverse("learning_change", args=[idea.ref]))


def test_two_who_change_an_idea_join_their_texts(idea):
    lead = person("STRATEGIC_LEAD")
    first, second = changing(idea.owner, idea), changing(lead, idea)
    first.type(learned=THEIRS).send()
    second.type(learned=MINE).send()
    assert second.answer.status_code == 409 and THEIRS in second.text
    assert second.fields["learned"] == MINE
    second.type(learned=f"{THEIRS} {MINE}").send()
    idea.refresh_from_db()
    assert idea.learned == f"{THEIRS} {MINE}" and idea.saved_by == lead


def test_a_draft_of_an_idea_says_on_opening_that_it_was_changed_and_by_whom(idea):
    lead = person("STRATEGIC_LEAD")
    changing(lead, idea).type(learned=MINE).autosave()
    changing(idea.owner, idea).type(learned=THEIRS, owner=str(lead.pk)).send()
    fresh = changing(lead, idea)
    assert THEIRS in fresh.text and f"Saved by {idea.owner.full_name}" in fresh.text
    assert fresh.fields["learned"] == MINE


def test_who_changes_an_idea_is_told_that_another_saved_it(idea):
    lead = person("STRATEGIC_LEAD")
    window = changing(lead, idea)
    changing(idea.owner, idea).type(learned=THEIRS).send()
    assert window.type(learned=MINE).autosave().json()["saved"].startswith(f"{idea.owner.full_name} saved")


def test_two_who_say_what_was_done_join_their_texts():
    heard = LearningHeardFactory()
    page = reverse("learning_heard_answer", args=[heard.ref])
    done = {"did_date_day": "1", "did_date_month": "10", "did_date_year": "2018"}
    first, second = (Window(signed_in(person("STRATEGIC_LEAD")), page) for _ in range(2))
    first.type(did=THEIRS, **done).send()
    second.type(did=MINE, **done).send()
    assert second.answer.status_code == 409 and THEIRS in second.text and second.fields["did"] == MINE
    second.type(did=f"{THEIRS} {MINE}").send()
    heard.refresh_from_db()
    assert heard.did == f"{THEIRS} {MINE}"
