"""Records loaded in one statement are those that Django would have loaded one by one, and no others."""

from datetime import date

import pytest
from django.db.models import prefetch_related_objects

from conferences.queries.children_record import EVENTS, RECORD
from safeguarding.access.sight import sight_of
from safeguarding.access.together import hang, load_together
from safeguarding.models import Child
from safeguarding.models.base import UnscopedRead, children_read
from tests import factories as make
from tests.access.story import tell
from tests.cast import cast, person

pytestmark = pytest.mark.django_db


def storied():
    """Two children with some of everything, in no order of time."""
    people, children = cast(), [make.ChildFactory(), make.ChildFactory()]
    for number, child in enumerate(children):
        make.ChildNameFactory(child=child)
        make.ChildDisabilityFactory(child=child)
        make.AllocationFactory(child=child, worker=people["SOCIAL_WORKER"])
        enquiry = make.EnquiryFactory(child=child)
        not_needed = {"kind": "OUTCOME", "outcome": "NO_ACTION", "reason": "", "day": date(2018, 4, 10)}
        make.EnquiryChangeFactory(enquiry=enquiry, agreed_by=people["TEAM_MANAGER"], **not_needed)
        make.NeedEpisodeFactory(child=child)
        met = make.ConferenceFactory(held_date=date(2018, 4, 20), chair=people["CHAIR"])
        initial = make.ConferenceChildFactory(child=child, enquiry=enquiry, conference=met)
        make.DecisionFactory(conference_child=initial)
        lead = people["STRATEGIC_LEAD"]
        agreed = {"outcome": "CONFIRMED", "closed_by": lead, "closed_at": make.NOON}
        make.DecisionChangeFactory(conference_child=initial, **agreed)
        for year in (2015, 2018, 2013):
            make.PlanElsewhereFactory(child=child, start_date=date(year, 1, 5))
            plan = make.PlanFactory(child=child, start_date=date(year, 4, 20), end_date=date(year, 9, 1))
            make.PlanCategoryFactory(plan=plan)
            make.ReviewFactory(plan=plan, held_date=date(year, 7, 1))
        make.CorrectionFactory(child=child, was_by=people["SOCIAL_WORKER"], was_at=make.NOON)
        name = make.ChildNameFactory(child=child)
        make.LifeEventFactory(child=child, name=name, kind="NEW_NAME")
        ended = make.LifeEventFactory(child=child, kind="OTHER_ORDER")
        done = make.PlanEndingFactory(plan=plan, event=ended, end_reason="OTHER_ORDER", **agreed)
        make.PlanResumptionFactory(plan=plan, ending=done, **agreed)
        make.TransferInFactory(child=child)
        make.SupportTriedFactory(child=child, kind="EARLY_HELP")
        make.ChildInNeedPlanFactory(child=child, start_date=date(2017, 1, 2))
        told = tell(child, people, plan, make.RelationshipFactory(child=child).person, number)
        decided_again(told, people)
    return [Child.every.get(pk=child.pk) for child in children]


def decided_again(told, people):
    """By a deputy, and somebody here leads; then by a partner's right; and the worker disagrees."""
    one, lead, worker = told["consultation"], people["STRATEGIC_LEAD"], people["SOCIAL_WORKER"]
    leave = lead.leave.first() or make.LeaveFactory(
        person=lead, deputy=make.UserFactory(role="STRATEGIC_LEAD")
    )
    deputy = leave.deputy
    way = {"way": "NAMED_SUPPORT", "lead": worker, "review_date": date(2018, 9, 3), "instead": "Support."}
    by = {"answered_by": deputy, "for_another": lead, "account": told["account"]}
    again = {"supersedes": told["answer"], "supersedes_reason": "More is known now."}
    second = make.ConsultationAnswerFactory(consultation=one, answer="ANOTHER_WAY", **way, **by, **again)
    asked = {"agency": make.AgencyFactory(), "agency_person": "Sample", "agency_date": date(2018, 4, 9)}
    again = {"supersedes": second, "supersedes_reason": "An agency asked for it."}
    make.ConsultationAnswerFactory(consultation=one, answer="PARTNER_RIGHT", **asked, **again)
    make.ConsultationDissentFactory(consultation=one, who=worker, agency=None)


def reached(records, path):
    """[(id, every column), ...] at the end of a path, in order, asking the database nothing more."""
    for name in path.split("__"):
        records = [one for record in records for one in _next(record, name)]
    return [(one.pk, {f.attname: getattr(one, f.attname) for f in columns(one)}) for one in records]


def columns(record):
    return [f for f in record._meta.concrete_fields if not f.generated and f.name != "password"]


def _next(record, name):
    found = getattr(record, name, None)
    return list(found.all()) if hasattr(found, "all") else [found] if found is not None else []


@pytest.mark.parametrize("path", sorted({*RECORD, *EVENTS, "family"}))
def test_they_are_what_django_loads_one_by_one_in_the_same_order(path, django_assert_num_queries):
    together = storied()
    one_by_one = list(Child.every.filter(pk__in=[child.pk for child in together]).order_by("pk"))
    prefetch_related_objects(one_by_one, path)
    sight = sight_of(person("CHAIR"))
    with django_assert_num_queries(1):
        load_together(sight, together, path)
        found = reached(together, path)
    assert found and found == reached(one_by_one, path)


def test_each_of_them_is_noted_as_read():
    first, second = storied()
    noted = children_read.set(set())
    load_together(sight_of(person("CHAIR")), [first], "plans")
    assert children_read.get() == {first.pk}
    children_read.reset(noted)


def test_a_child_out_of_sight_is_refused():
    hidden = make.ChildFactory(restricted=True)
    with pytest.raises(UnscopedRead):
        load_together(sight_of(person("CHAIR")), [hidden], "plans")


@pytest.mark.parametrize(
    "path",
    [
        "family__children",
        "family__people",
        "conferences__conference__children",
        "relationships__person__homes",
    ],
)
def test_a_way_to_other_children_is_refused(path):
    with pytest.raises(TypeError, match="load it in scope"):
        load_together(sight_of(person("CHAIR")), [make.ChildFactory()], path)


def test_rows_that_are_there_already_are_hung_where_django_looks(django_assert_num_queries):
    plan, other = make.PlanFactory(), make.PlanFactory()
    child = Child.every.get(pk=plan.child_id)
    with django_assert_num_queries(0):
        hang([child], "plans", [plan, other])
        assert list(child.plans.all()) == [plan] and plan.child is child
