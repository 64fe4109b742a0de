"""What an act changes is read before and after it, and told in words."""

from datetime import date

import pytest

from conferences.models import Plan
from conferences.queries.what_follows import watched
from conferences.rules.measures_catalogue import measure
from conferences.views.presenters.what_follows import what_follows
from safeguarding.operation import rehearse
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    EnquiryFactory,
    PlanFactory,
    RequestedChildFactory,
    RequestFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2018, 10, 31)


def follows(child, act, by=None):
    seen = rehearse(lambda: watched(act, [child], by or person("CHAIR"), ON))
    return what_follows(seen.before, seen.after, ON)


def test_an_end_ends_the_plan_its_days_and_a_figure():
    child = ChildFactory()
    plan = PlanFactory(child=child, start_date=date(2018, 9, 3))

    def end():
        Plan.every.filter(pk=plan.pk).update(end_date=date(2018, 10, 30), end_reason="DIED")

    found = follows(child, end)
    assert found.notes == ["The child protection plan of 3 September 2018 ends on 30 October 2018: died."]
    days = {what: (before, after) for what, before, after in found.days.rows}
    assert days["Hold the review conference"] == (
        "Due 3 December 2018",
        "Due 3 December 2018, no longer owed from 30 October 2018",
    )
    figures = {(title, year): (before, after) for title, year, before, after in found.figures.rows}
    assert figures[measure("plans_open").title, "2018 to 2019, to date"] == ("1", "0")
    plan.refresh_from_db()
    assert plan.end_date is None


def test_nothing_follows_from_what_changes_nothing():
    child = ChildFactory()
    PlanFactory(child=child, start_date=date(2018, 9, 3))
    assert follows(child, lambda: None).is_nothing


def test_a_start_told_otherwise_moves_the_day():
    enquiry = EnquiryFactory(started_date=date(2018, 10, 8))

    def correct():
        enquiry.discussions.update(held_date=date(2018, 10, 10))
        type(enquiry).every.filter(pk=enquiry.pk).update(started_date=date(2018, 10, 10))

    days = {what: (before, after) for what, before, after in follows(enquiry.child, correct).days.rows}
    assert days["Hold the initial conference"] == ("Due 29 October 2018", "Due 31 October 2018")


def test_of_two_children_each_sentence_names_the_child_whose_it_is():
    one, other = ChildFactory(), ChildFactory()
    plans = [PlanFactory(child=child, start_date=date(2018, 9, 3)) for child in (one, other)]

    def end():
        Plan.every.filter(pk__in=[plan.pk for plan in plans]).update(
            end_date=date(2018, 10, 30), end_reason="DIED"
        )

    seen = rehearse(lambda: watched(end, [one, other], person("CHAIR"), ON))
    ends = "the child protection plan of 3 September 2018 ends on 30 October 2018: died."
    assert what_follows(seen.before, seen.after, ON).notes == [
        f"{child.display_name}: {ends}" for child in (one, other)
    ]


def test_of_two_children_in_one_meeting_only_the_one_who_leaves_is_said_to():
    stays = RequestedChildFactory()
    leaves = RequestedChildFactory(request=stays.request, child__family=stays.child.family)
    BookingFactory(request=stays.request)

    def leave():
        apart = RequestFactory(
            family=stays.request.family,
            state="WITHDRAWN",
            parted_from=stays.request,
            withdrawn_by=stays.request.requested_by,
            withdrawn_at=stays.request.requested_at,
            withdrawn_reason="Over",
        )
        type(leaves).every.filter(pk=leaves.pk).update(request=apart)

    seen = rehearse(lambda: watched(leave, [stays.child, leaves.child], person("CHAIR"), ON))
    name = leaves.child.display_name
    assert what_follows(seen.before, seen.after, ON).notes == [
        f"{name}: the child leaves the request for a conference, which goes on for the others.",
        f"{name}: the meeting of 24 April 2018 at 10am is no longer the child’s.",
    ]


def test_figures_are_for_who_may_read_them():
    child = ChildFactory()
    PlanFactory(child=child, start_date=date(2018, 9, 3))
    assert follows(child, lambda: None, person("BUSINESS_SUPPORT")).figures is None
