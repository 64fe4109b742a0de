"""What thinking time leads to: actions with an owner and a day, recalled at the next and at the meeting."""

import datetime as dt

import pytest

from conferences.models import Duty, ThinkingTime
from conferences.operations.thinking_time import Note, Shape, hold
from conferences.operations.thinking_time_actions import add_action, close_action
from conferences.queries.thinking_time_before import agreed_on, own_actions, thought_before
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import RequestedChildFactory, TeamFactory, ThinkingTimeFactory
from tests.scheduling import NOW, open_request

pytestmark = pytest.mark.django_db
DUE = NOW.date() + dt.timedelta(days=9)
PRIVATE = "I am afraid of the father and of what the court will say about my own work"


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def session():
    return ThinkingTimeFactory(request=open_request(), raised_at=NOW)


def hold_it(session, chair, conclusion="Look at the pattern.", **given):
    children = [one.child for one in session.request.children.all()]
    facts = {"held_date": NOW.date(), "minutes": 45, "facilitator": "", "note": Note()}
    entries = dict.fromkeys(children, conclusion)
    return hold(session=session, **(facts | given), entries=entries, by=chair, at=NOW)


def added(session, chair, **change):
    given = {"what": "Ask the school.", "owner": chair, "owner_words": "", "due_date": DUE} | change
    return add_action(session=session, **given, by=chair, at=NOW)


def refusal(act, *args, **given):
    with pytest.raises(Refused) as caught:
        act(*args, **given)
    return caught.value


def fields(refused):
    return {refused.field, *(problem.field for problem in refused.problems)} - {""}


def test_how_it_was_held_stands_on_it(session, chair):
    shape = Shape("GROUP", "BELLS", "Three chairs ", "What keeps coming back?", DUE)
    kept = hold_it(session, chair, shape=shape)
    assert (kept.kind, kept.model, kept.attended) == ("GROUP", "BELLS", "Three chairs")
    assert (kept.question, kept.look_again_date) == ("What keeps coming back?", DUE)


def test_the_day_to_look_again_comes_after(session, chair):
    assert fields(refusal(hold_it, session, chair, shape=Shape(look_again_date=NOW.date()))) == {
        "look_again_date"
    }


@pytest.mark.parametrize("part", ["own_response", "professional_system", "pattern"])
def test_the_private_note_pasted_into_the_file_is_asked_about(session, chair, part):
    note = Note(**{part: PRIVATE})
    pasted = {"conclusion": f"I conclude: {PRIVATE.lower()}", "note": note}
    assert fields(refusal(hold_it, session, chair, **pasted)) == {"is_meant"}
    assert ThinkingTime.objects.unscoped("test").get(pk=session.pk).state == "DUE"
    assert hold_it(session, chair, **pasted, is_meant=True).state == "HELD"


def test_pasted_into_the_question_it_is_asked_about_too(session, chair):
    note = Note(own_response=PRIVATE)
    assert fields(refusal(hold_it, session, chair, note=note, shape=Shape(question=PRIVATE))) == {"is_meant"}


def test_an_action_is_somebodys_by_a_day(session, chair):
    hold_it(session, chair)
    action = added(session, chair)
    duty = Duty.objects.unscoped("test").get(kind="DO_ACTION", closed_at=None)
    assert (duty.owner, duty.thinking_time, duty.due_date) == (chair, session, action.due_date)
    agreed = agreed_on(chair, {session.pk})
    assert agreed == {(session.pk, action.due_date): [action]} and agreed_on(chair, set()) == {}


def test_an_action_stands_on_my_work_once(session, chair):
    """As a duty where one person has all of a day; else whose it is has it in a list, the chair the duty."""
    hold_it(session, chair)
    lead = person("STRATEGIC_LEAD")
    action = added(session, chair, owner=lead)
    assert own_actions(lead) == [] == own_actions(chair)
    of_chair = added(session, chair)
    assert own_actions(lead) == [action] and own_actions(chair) == [] and of_chair.due_date == action.due_date


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"what": " "}, {"what"}),
        ({"owner": None}, {"owner"}),
        ({"due_date": None}, {"due_date"}),
        ({"due_date": NOW.date() - dt.timedelta(days=1)}, {"due_date"}),
    ],
    ids=["nothing", "nobody", "no day", "past"],
)
def test_an_action_lacks_nothing(session, chair, change, wrong):
    hold_it(session, chair)
    assert fields(refusal(added, session, chair, **change)) == wrong


def test_nobody_is_given_an_action_about_a_family_they_may_not_see(session, chair):
    hold_it(session, chair)
    stranger = person("SOCIAL_WORKER", team=TeamFactory())
    assert fields(refusal(added, session, chair, owner=stranger)) == {"owner"}


def test_before_it_is_held_it_leads_to_nothing(session, chair):
    assert "before you add" in refusal(added, session, chair).sentence


def test_another_chair_adds_nothing(session, chair):
    hold_it(session, chair)
    assert refusal(added, session, person("CHAIR")).status == FORBIDDEN


def test_it_is_closed_once_by_whose_it_is_or_who_held_it(session, chair):
    hold_it(session, chair)
    lead = person("STRATEGIC_LEAD")
    action = added(session, chair, owner=lead)
    done = {"is_done": True, "done_date": NOW.date(), "words": "The school answered."}
    assert (
        "Whose action it is"
        in refusal(close_action, action=action, **done, by=person("MANAGER"), at=NOW).sentence
    )
    closed = close_action(action=action, **done, by=lead, at=NOW)
    assert (closed.done_date, closed.closed_by) == (NOW.date(), lead)
    assert "already" in refusal(close_action, action=action, **done, by=chair, at=NOW).sentence
    assert own_actions(lead) == []


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"is_done": None, "done_date": None, "words": ""}, {"is_done"}),
        ({"is_done": True, "done_date": None, "words": ""}, {"done_date"}),
        ({"is_done": True, "done_date": DUE, "words": ""}, {"done_date"}),
        ({"is_done": False, "done_date": None, "words": ""}, {"words"}),
    ],
    ids=["nothing said", "no day", "to come", "no words"],
)
def test_closing_says_what_became_of_it(session, chair, given, wrong):
    hold_it(session, chair)
    assert fields(refusal(close_action, action=added(session, chair), **given, by=chair, at=NOW)) == wrong


def test_the_next_thinking_time_recalls_what_was_concluded_and_agreed(session, chair):
    hold_it(session, chair)
    action = added(session, chair)
    child = session.request.children.get().child
    later = ThinkingTimeFactory(
        request=RequestedChildFactory(
            child=child,
            request__family=child.family,
            request__state="WITHDRAWN",
            request__withdrawn_by=chair,
            request__withdrawn_at=NOW,
            request__withdrawn_reason="Moved",
        ).request
    )
    thought = thought_before(chair, later.request, later)
    assert [(one.session, one.actions) for one in thought] == [(session, [action])]
    assert [entry.conclusion for entry in thought[0].entries] == ["Look at the pattern."]
    assert thought_before(chair, session.request, session) == []


def test_what_was_in_error_is_not_recalled(session, chair):
    hold_it(session, chair)
    ThinkingTime.objects.unscoped("test").filter(pk=session.pk).update(in_error=True)
    assert thought_before(chair, session.request) == []
