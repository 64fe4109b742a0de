"""A duty that the service raised goes with its plan; what a person did with it keeps the plan."""

import datetime as dt

import pytest

from conferences.models import Duty, Enquiry, Escalation, ImportQuestion, Notice, Plan, TransferIn
from safeguarding.models import Child
from tests.exchange.census import census, child, episode, plan, s47, taken
from tests.factories import DutyFactory, DutyStepFactory, EscalationFactory, NoticeFactory

pytestmark = pytest.mark.django_db
STAYS = child(episode(), LAchildID="FB009", UPN=None, UPNunknown="UN4")
ARRIVES = child(episode(DateOfInitialCPC="2023-06-14"), LAchildID="FB002", UPN=None, UPNunknown="UN4")
FIRST = census(child(episode(s47(DateOfInitialCPC=None), plan())), ARRIVES, STAYS)
SECOND = census(STAYS)
DUE = dt.date(2023, 9, 13)


def raised():
    """A duty of each fact that a file brought, told of and passed up by the service alone."""
    held = Plan.every.get(), Enquiry.every.get(), TransferIn.every.get()
    for name, kind, fact in zip(
        ("plan", "enquiry", "transfer_in"),
        ("HOLD_REVIEW", "HOLD_CONFERENCE", "HOLD_TRANSFER_IN"),
        held,
        strict=True,
    ):
        one = DutyFactory(kind=kind, child=fact.child, booking=None, due_date=DUE, **{name: fact})
        NoticeFactory(duty=one)
        EscalationFactory(duty=one, acknowledged_by=None, acknowledged_at=None, words="")
    return Duty.every.get(plan=held[0])


def test_what_was_only_raised_goes_with_its_fact():
    taken(FIRST)
    raised()
    file = taken(SECOND)
    assert set(Child.every.values_list("la_child_id", flat=True)) == {"FB009"}
    assert not file.changes.filter(how="STANDS").exists()
    assert not any(
        model.exists() for model in (Duty.every, Escalation.every, Notice.objects, TransferIn.every)
    )


@pytest.mark.parametrize("act", [DutyStepFactory, EscalationFactory])
def test_what_a_person_did_with_a_duty_keeps_its_plan(act):
    taken(FIRST)
    duty = raised()
    Escalation.every.all().delete()
    act(duty=duty)
    file = taken(SECOND)
    assert Plan.every.get().pk == duty.plan_id and Duty.every.get() == duty
    stands = set(file.changes.filter(how="STANDS").values_list("kind", flat=True))
    assert stands == {"children", "plans", "need_episodes"}
    assert ImportQuestion.objects.filter(file=file, kind="RECORDED", fact="plans").exists()
