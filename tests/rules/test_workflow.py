"""Who may do what next: every state, event and role of every stage, allowed as listed, refused otherwise."""

from itertools import product

import pytest

from conferences.rules import workflow
from conferences.rules.consultations import ConsultationState
from conferences.rules.workflow import Event, may, next_state
from safeguarding.labelled import values
from safeguarding.refusals import Refused
from safeguarding.rights import Role

SW, TM, LEAD, CHAIR, SUPPORT = "SOCIAL_WORKER", "TEAM_MANAGER", "STRATEGIC_LEAD", "CHAIR", "BUSINESS_SUPPORT"
# In the place of those who decide, where an operation finds that nobody else may.
MANAGER = "MANAGER"

WAITING = ("RAISED", "ASKED", "MORE_INFORMATION", "ESCALATED")

# Written apart from the tables: {(stage, state, event): (who may, where it leads)}.
ALLOWED = {
    ("REQUEST", "REQUESTED", "BOOK"): ({CHAIR, SUPPORT}, "BOOKED"),
    ("REQUEST", "REQUESTED", "WITHDRAW"): ({SW, TM, LEAD}, "WITHDRAWN"),
    ("REQUEST", "REQUESTED", "END"): ({SW, TM, LEAD}, "WITHDRAWN"),
    ("REQUEST", "BOOKED", "END"): ({SW, TM, LEAD}, "WITHDRAWN"),
    ("BOOKING", "BOOKED", "END"): ({SW, TM, LEAD}, "CANCELLED"),
    ("REQUEST", "BOOKED", "UNBOOK"): ({CHAIR, SUPPORT}, "REQUESTED"),
    ("REQUEST", "BOOKED", "HOLD"): ({CHAIR}, "HELD"),
    **{
        ("CONSULTATION", state, event): (who, leads)
        for state in WAITING
        for event, who, leads in (
            ("ASK", {SW, TM}, "ASKED"),
            ("CLOSE", {SW, TM, LEAD}, "CLOSED"),
            ("HOLD", {CHAIR}, "CLOSED"),
            ("TAKE_BACK", {SW, TM, LEAD, CHAIR}, "CLOSED"),
            ("USE_RIGHT", {LEAD, SUPPORT}, "AGREED"),
        )
    },
    **{
        ("CONSULTATION", state, event): ({LEAD, MANAGER}, leads)
        for state in ("ASKED", "ESCALATED")
        for event, leads in (
            ("AGREE", "AGREED"),
            ("AGREE_LEGAL", "AGREED"),
            ("ADVISE_ANOTHER_WAY", "ANOTHER_WAY"),
            ("ASK_FOR_MORE", "MORE_INFORMATION"),
        )
    },
    ("CONSULTATION", "ASKED", "ESCALATE"): ({LEAD}, "ESCALATED"),
    ("CONSULTATION", "AGREED", "SUPERSEDE"): ({LEAD}, "ASKED"),
    ("CONSULTATION", "AGREED", "TAKE_BACK"): ({SW, TM, LEAD, CHAIR}, "AGREED"),
    ("CONSULTATION", "ANOTHER_WAY", "SUPERSEDE"): ({LEAD}, "ASKED"),
    ("CONSULTATION", "ANOTHER_WAY", "USE_RIGHT"): ({LEAD, SUPPORT}, "AGREED"),
    ("THINKING_TIME", "DUE", "HOLD"): ({CHAIR}, "HELD"),
    ("THINKING_TIME", "HELD", "SAVE"): ({CHAIR}, "HELD"),
    ("BOOKING", "BOOKED", "MOVE"): ({CHAIR, SUPPORT}, "BOOKED"),
    ("BOOKING", "BOOKED", "CANCEL"): ({CHAIR, SUPPORT}, "CANCELLED"),
    ("BOOKING", "BOOKED", "FIND_INQUORATE"): ({CHAIR}, "INQUORATE"),
    ("BOOKING", "BOOKED", "ADJOURN"): ({CHAIR}, "ADJOURNED"),
    ("BOOKING", "BOOKED", "ABANDON"): ({CHAIR}, "ABANDONED"),
    ("BOOKING", "BOOKED", "HOLD"): ({CHAIR}, "HELD"),
    ("BOOKING", "INQUORATE", "ABANDON"): ({CHAIR}, "ABANDONED"),
    ("BOOKING", "ABANDONED", "FIND_INQUORATE"): ({CHAIR}, "INQUORATE"),
    **{
        ("BOOKING", state, "PUT_BACK"): ({CHAIR}, "BOOKED")
        for state in ("INQUORATE", "ADJOURNED", "ABANDONED")
    },
    ("RECORD", "DRAFT", "SAVE"): ({CHAIR, SUPPORT}, "DRAFT"),
    ("RECORD", "DRAFT", "SIGN"): ({CHAIR}, "SIGNED"),
}
STAGES = {
    "REQUEST": (workflow.REQUEST, workflow.RequestState),
    "CONSULTATION": (workflow.CONSULTATION, ConsultationState),
    "THINKING_TIME": (workflow.THINKING_TIME, workflow.ThinkingTimeState),
    "BOOKING": (workflow.BOOKING, workflow.BookingState),
    "RECORD": (workflow.RECORD, workflow.RecordState),
}


@pytest.mark.parametrize("stage", STAGES)
def test_every_state_event_and_role_is_allowed_or_refused_as_listed(stage):
    table, states = STAGES[stage]
    for state, event, role in product(states, Event, values(Role)):
        who, leads = ALLOWED.get((stage, state.value, event.value), (set(), ""))
        assert may(table, state, event, role) == (role in who), (state, event, role)
        if role in who:
            assert next_state(table, state, event, role) == leads
        else:
            with pytest.raises(Refused) as refusal:
                next_state(table, state, event, role)
            assert refusal.value.sentence.endswith(".")


def test_nothing_stands_in_a_table_twice():
    for table, _ in STAGES.values():
        steps = [(step.state, step.event) for step in table]
        assert len(steps) == len(set(steps))


def test_a_role_that_may_not_is_told_so_and_a_state_that_is_over_too():
    with pytest.raises(Refused, match="Your role does not allow"):
        next_state(workflow.CONSULTATION, "ASKED", Event.AGREE, SW)
    with pytest.raises(Refused, match="You can no longer"):
        next_state(workflow.CONSULTATION, "AGREED", Event.AGREE, LEAD)
