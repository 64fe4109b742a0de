"""In random lives, with what is corrected between the turns: every look-up that is made is what loops over
the rows find, what was made stays as it was, and the figures are what loops count.
"""

import datetime as dt
import random

import pytest
from django.db import transaction

from conferences.models import ConsultationAnswer, LookUp, Plan
from conferences.operations.look_ups import look_up
from conferences.queries.measures import figures
from safeguarding.workingdays import Period
from tests import factories as make
from tests.golive import live_from
from tests.queries import measures_became_oracle as oracle

pytestmark = pytest.mark.django_db
SEEDS = [range(8), pytest.param(range(8, 200), marks=pytest.mark.bench)]
BEGUN, DAYS = dt.date(2018, 1, 31), 420
TURNS = (dt.date(2018, 8, 31), dt.date(2019, 2, 28), dt.date(2019, 9, 30), dt.date(2020, 2, 29))
HALF_A_YEAR = dt.timedelta(days=183)
ENDINGS = ("RISK_REDUCED", "RISK_REDUCED", "RISK_REDUCED", "LOOKED_AFTER", "OTHER_ORDER", "MOVED", "ERROR")
DOWN = ("CIN_PLAN", "EARLY_HELP", "CLOSED", "LOOKED_AFTER", "OTHER_AUTHORITY", "")
CODES = (
    "consultations_decided",
    "agreed_to_plan",
    "look_ups_in_time",
    "look_ups_known",
    "back_on_plan_in_12_months",
)


class Lives:
    """A few children to whom things happen by chance, many at the ends of months."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.children = [self.child() for _ in range(3)]
        for child in self.children:
            self.tell(child)

    def day(self, first=BEGUN, days=DAYS):
        chosen = first + dt.timedelta(days=self.random.randint(0, days))
        return chosen.replace(day=28) + dt.timedelta(days=3) if self.random.random() < 0.2 else chosen

    def child(self):
        born = dt.date(2000, 2, 29) if self.random.random() < 0.2 else dt.date(2012, 5, 4)
        died = self.day() if self.random.random() < 0.15 else None
        return make.ChildFactory(birth_date=born, death_date=died)

    def tell(self, child):
        self.plan(child, dt.date(2017, 5, 1))
        for happens in (self.consult, self.refer, self.enquire, self.need, self.life, self.arrive):
            if self.random.random() < 0.6:
                happens(child)
        if self.random.random() < 0.5:
            self.plan(child, self.day(dt.date(2018, 9, 1)))

    def plan(self, child, start):
        overlaps = Plan.objects.unscoped("test").filter(child=child)
        if any(one.end_date is None or one.end_date >= start for one in overlaps):
            return
        ends = self.random.random() < 0.8
        end = self.day(max(start, BEGUN) + dt.timedelta(days=2), 200) if ends else None
        make.PlanFactory(
            child=child,
            start_date=start,
            end_date=end,
            end_reason=self.random.choice(ENDINGS) if end else "",
            step_down=self.random.choice(DOWN) if end else "",
        )

    def consult(self, child):
        asked = make.RequestedChildFactory(
            child=child, **(self.withdrawn() if self.random.random() < 0.85 else {})
        )
        one = make.ConsultationFactory(requested_child=asked, state="ASKED")
        answer = self.random.choice(("AGREE", "AGREE_LEGAL", "ANOTHER_WAY"))
        way = {"instead": "Help.", "way": "NAMED_SUPPORT", "lead_words": "The invented centre"}
        moment = dt.datetime.combine(self.day(), dt.time(23, 30), dt.UTC)
        way |= {"review_date": moment.date() + dt.timedelta(days=30)}
        make.ConsultationAnswerFactory(
            consultation=one, answer=answer, answered_at=moment, **(way if answer == "ANOTHER_WAY" else {})
        )
        if self.random.random() < 0.6:
            at = make.ConferenceChildFactory(child=child, enquiry=asked.enquiry, held_date=self.day())
            decided = self.random.choice((("PLAN_BEGINS", "NEG"), ("NO_PLAN", ""), None))
            if decided:
                make.DecisionFactory(conference_child=at, outcome=decided[0], category=decided[1])

    def withdrawn(self):
        moment = dt.datetime.combine(self.day(dt.date(2018, 4, 12)), dt.time(23, 30), dt.UTC)
        told = {"state": "WITHDRAWN", "withdrawn_at": moment, "withdrawn_reason": "Not needed."}
        told["withdrawn_by"] = make.UserFactory()
        return {f"request__{name}": value for name, value in told.items()}

    def refer(self, child):
        make.NeedEpisodeFactory(child=child, referral_date=self.day(), in_error=self.random.random() < 0.2)

    def enquire(self, child):
        make.EnquiryFactory(child=child, started_date=self.day(), void=self.random.random() < 0.2)

    def need(self, child):
        start = self.day()
        end = self.day(start, 120) if self.random.random() < 0.6 else None
        make.ChildInNeedPlanFactory(child=child, start_date=start, end_date=end)

    def life(self, child):
        kind = self.random.choice(("LOOKED_AFTER", "OTHER_ORDER", "LEFT_UK", "LEFT_UK"))
        make.LifeEventFactory(child=child, kind=kind, day=self.day(), in_error=self.random.random() < 0.2)

    def arrive(self, child):
        make.TransferInFactory(child=child, notified_date=self.day())

    def correct(self):
        """The end of a plan is told otherwise, or something comes to light."""
        child = self.random.choice(self.children)
        ended = Plan.objects.unscoped("test").filter(child=child, end_date__gt=BEGUN).order_by("pk").first()
        if ended is not None and self.random.random() < 0.5:
            moved = ended.end_date - dt.timedelta(days=self.random.randint(1, 20))
            if moved > ended.start_date:
                Plan.objects.filter(pk=ended.pk).update(end_date=moved)
        else:
            self.random.choice((self.refer, self.need))(child)


def kept():
    columns = ("pk", "answer", "plan", "months", "since_date", "due_date", "found", "told", "not_known")
    return {row[0]: row[1:] for row in LookUp.objects.unscoped("test").values_list(*columns)}


def check_made(rows, at):
    """Every new look-up is of a subject that stands, on its day, and says what loops find."""
    subjects = {(type(one), one.pk): (child, since) for one, child, since in oracle.subjects()}
    for answer, plan, months, since, due, found, told, not_known in rows:
        key = (Plan, plan) if plan else (ConsultationAnswer, answer)
        child, began = subjects[key]
        assert since == began and (months, due) in oracle.due_of(child, began) and due <= at
        kinds = oracle.found(child, since, due, of_plan=bool(plan))
        assert found == oracle.gravest(kinds)
        assert {one["kind"] for one in told} == kinds - {"NOT_KNOWN", "NOTHING"}
        until = min(due, oracle.last_of(child))
        assert not_known == ("AWAY" if oracle.is_away(child, since, until) else "")


def check_all_made(on, live):
    """Nothing that was due within a year is missing."""
    made = {(answer, plan, months) for answer, plan, months, *_ in kept().values()}
    year_ago = oracle.later(on, -12)
    for subject, child, since in oracle.subjects():
        for months, due in oracle.due_of(child, since):
            key = (None, subject.pk, months) if isinstance(subject, Plan) else (subject.pk, None, months)
            if max(live, year_ago) < due <= on:
                assert key in made, (key, due)


@pytest.mark.parametrize("seeds", SEEDS, ids=len)
def test_every_look_up_is_what_loops_find_and_stays(seeds):
    live = dt.date(2017, 1, 2)
    live_from(live)
    made = set()
    for seed in seeds:
        with transaction.atomic():
            lives, before = Lives(seed), kept()
            for on in TURNS:
                look_up(at=dt.datetime.combine(on, dt.time(9), dt.UTC))
                now = kept()
                assert {pk: now[pk] for pk in before} == before, seed
                check_made([row for pk, row in now.items() if pk not in before], on)
                check_all_made(on, live)
                made |= {row[5] for row in now.values()}
                for from_, to in ((dt.date(2018, 4, 1), dt.date(2019, 3, 31)), (on - HALF_A_YEAR, on)):
                    told = figures(Period(from_, to), CODES)
                    counted = {code: (one.numerator, one.denominator) for code, one in told.items()}
                    assert counted == oracle.became_oracle(from_, to), (seed, on)
                lives.correct()
                before = now
            transaction.set_rollback(True)
    assert made >= {"DIED", "LOOKED_AFTER", "NOT_KNOWN", "REFERRAL", "UNDER_WAY", "NOTHING"}
