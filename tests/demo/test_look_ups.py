"""The demo's look-ups of two years stand there as the service would have made them, and are not all alike."""

import datetime as dt
from collections import Counter

import pytest

from conferences.models import ConsultationAnswer, LookUp, SupportReview
from conferences.operations.look_ups import look_up
from conferences.queries.look_ups_facts import record_of
from conferences.queries.measures import figures
from conferences.rules.look_ups import Subject, read_back
from safeguarding.models import User
from safeguarding.workingdays import Period, add_days, add_months

pytestmark = pytest.mark.django_db
WHY = "a test looks at the whole demo"


def rows():
    return LookUp.objects.unscoped(WHY)


def two_years(demo):
    return Period(add_days(add_months(demo, -24), 1), demo)


def test_nothing_is_left_to_look_up(demo):
    assert look_up(at=dt.datetime.combine(demo, dt.time(12), dt.UTC)).made == 0
    assert rows().filter(answer=None).count() > 1000 < rows().count()
    assert {one.due_date in two_years(demo) for one in rows()} == {True}


def test_each_is_what_the_record_tells(demo):
    some = list(rows().order_by("ref")[:300])
    record = record_of({one.child_id for one in some}, demo)
    for one in some:
        after = Subject.DECISION if one.answer_id else Subject.PLAN_END
        found = record.became(one.child_id, one.since_date, one.due_date, after)
        assert found == read_back(one.told, one.not_known)


def test_the_lead_has_read_all_but_the_last_weeks(demo):
    lead = User.objects.get(email="lead@fableshire.example")
    assert set(rows().exclude(seen_at=None).values_list("seen_by", flat=True)) == {lead.pk}
    unseen = rows().filter(seen_at=None, child__is_restricted=False)
    assert 3 < unseen.count() < 100
    assert all(add_days(demo, -30) < one.due_date for one in unseen)


@pytest.mark.parametrize(
    ("code", "low", "high"),
    [
        ("agreed_to_plan", 70, 97),
        ("look_ups_in_time", 90, 99.9),
        ("look_ups_known", 90, 99.5),
        ("back_on_plan_in_12_months", 3, 40),
    ],
)
def test_its_figures_are_plausible_and_not_perfect(demo, code, low, high):
    figure = figures(two_years(demo), codes=[code])[code]
    assert low <= figure.value <= high, figure.as_text()


def test_every_outcome_and_gap_is_there(demo):
    figure = figures(two_years(demo), codes=["consultations_decided"])["consultations_decided"]
    assert all(figure.bands("outcome").values()), figure.bands("outcome")
    assert sum(count > 0 for count in figure.bands("gap").values()) >= 5, figure.bands("gap")


def test_many_things_became_of_it(demo):
    found = set(rows().values_list("found", flat=True))
    assert found >= {"ON_PLAN", "HAD_PLAN", "LOOKED_AFTER", "REFERRAL", "IN_NEED", "NOTHING", "NOT_KNOWN"}
    after = set(rows().exclude(answer=None).values_list("found", flat=True))
    assert len(after) >= 4, after


def test_another_way_was_mostly_no_plan_and_now_and_then_failed(demo):
    after = rows().filter(answer__answer="ANOTHER_WAY").values_list("found", flat=True)
    found = Counter(after)
    assert len(found) >= 5, found
    assert 0 < found["ON_PLAN"] + found["HAD_PLAN"] < len(after) / 3, found
    reviews = Counter(SupportReview.objects.unscoped(WHY).values_list("outcome", flat=True))
    assert min(reviews["ENOUGH"], reviews["GOES_ON"], reviews["FAILED"]) > 3, reviews


def test_who_was_decided_another_way_was_mostly_not_met_on_that_request():
    """The request was withdrawn on the day of the decision, before a conference was due."""
    decided = ConsultationAnswer.objects.unscoped(WHY).filter(answer="ANOTHER_WAY")
    states = Counter(decided.values_list("consultation__requested_child__request__state", flat=True))
    assert states["WITHDRAWN"] > 2 * states["HELD"] > 0, states
