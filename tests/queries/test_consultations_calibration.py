"""The calibration page counted once more, plainly and by other code, over worlds made by chance."""

import datetime as dt
import random
import uuid

import pytest

from conferences.models import (
    Consultation,
    ConsultationAnswer,
    ConsultationFirstView,
    Plan,
    PlanElsewhere,
    SecondOpinion,
)
from conferences.queries.consultations_calibration import behind, decisions_of, paired, seconds_of
from conferences.rules.consultations_calibration import FIGURES, By, grouped, time_to_decide
from safeguarding.bankholidays import england
from safeguarding.models import Allocation
from safeguarding.wording import LONDON
from safeguarding.workingdays import Period
from tests.cast import person
from tests.factories import (
    AgencyFactory,
    AllocationFactory,
    BarFactory,
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    ConsultationFirstViewFactory,
    EarlierPlanFactory,
    FamilyConsultationFactory,
    PlanElsewhereFactory,
    PlanFactory,
    SecondOpinionFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
PERIOD = Period(dt.date(2018, 4, 1), dt.date(2019, 3, 31))
TODAY = dt.date(2019, 6, 10)
WAY = {"instead": "Support.", "way": "NAMED_SUPPORT", "lead_words": "The invented centre"}
DAY = dt.timedelta(days=1)


class World:
    """Children who were consulted on, by chance: of three teams, by two deciders, with what followed."""

    def __init__(self, seed, number=14):
        self.draw = random.Random(seed)
        self.teams = [TeamFactory(name=name) for name in ("Ash", "Beech", "Cedar")]
        self.leads = [person("STRATEGIC_LEAD") for _ in range(2)]
        self.askers = [person("SOCIAL_WORKER") for _ in range(3)]
        self.manager, self.agency = person("MANAGER"), AgencyFactory()
        for _ in range(number):
            self.child()

    def moment(self):
        first = dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC)
        return first + dt.timedelta(days=self.draw.randrange(430), hours=self.draw.choice([0, 14, 15]))

    def child(self):
        draw, raised = self.draw, self.moment()
        asker, on = draw.choice(self.askers), raised.date()
        child = ChildFactory(birth_date=dt.date(2001 + draw.randrange(15), 1 + draw.randrange(12), 3))
        of = {"requested_child__child": child, "requested_child__request__requested_by": asker}
        if by_hand := draw.random() < 0.4:
            within = FamilyConsultationFactory(family=child.family, raised_by=asker)
            of = {"requested_child": None, "child": child, "within": within, "cause": "BY_HAND"}
        one = ConsultationFactory(state="ASKED", raised_at=raised, asked_by=asker, asked_at=raised, **of)
        if draw.random() < 0.8:
            AllocationFactory(child=child, team=draw.choice(self.teams), start_date=on - 400 * DAY)
        if draw.random() < 0.6:
            end = on - draw.choice([30, 200, 500, 900]) * DAY
            PlanFactory(child=child, start_date=end - 300 * DAY, end_date=end, end_reason="RISK_REDUCED")
            self.found(one, end)
        elif by_hand and draw.random() < 0.5:
            PlanFactory(child=child, start_date=on - 100 * DAY)
        elif draw.random() < 0.7:
            end = draw.choice([on - 800 * DAY, None])
            PlanElsewhereFactory(child=child, start_date=on - 900 * DAY, end_date=end)
            self.found(one, end)
        at = raised
        for _ in range(draw.choice([0, 0, 1])):
            at += draw.randrange(1, 6) * DAY
            self.answer(one, draw.choice(["MORE_INFORMATION", "ESCALATE"]), at)
        if draw.random() < 0.6:
            lead, leans = draw.choice(self.leads), draw.choice(["AGREE", "ANOTHER_WAY", "ESCALATE"])
            one.refresh_from_db()
            ConsultationFirstViewFactory(consultation=one, noted_by=lead, leans=leans, noted_at=at)
        first = None
        for _ in range(draw.choice([1, 1, 1, 2])):
            at += draw.randrange(9) * DAY + dt.timedelta(minutes=1)
            code = draw.choice(["AGREE", "AGREE_LEGAL", "ANOTHER_WAY", "PARTNER_RIGHT"])
            first = self.answer(one, code, at, supersedes=first)
        open_plan = Plan.objects.unscoped("test").filter(child=child, end_date=None).exists()
        if draw.random() < 0.5 and not open_plan:
            PlanFactory(child=child, start_date=at.date() + draw.randrange(500) * DAY)
        if draw.random() < 0.1:
            type(child).every.filter(pk=child.pk).update(death_date=at.date() + 60 * DAY)
        self.second(one)

    def found(self, one, end):
        """The same plan, as it was found when the child was asked for."""
        if one.requested_child:
            EarlierPlanFactory(requested_child=one.requested_child, end_date=end)

    def answer(self, one, code, at, supersedes=None):
        more = dict(WAY, review_date=at.date() + 84 * DAY, act=uuid.uuid4()) if code == "ANOTHER_WAY" else {}
        if code == "PARTNER_RIGHT":
            more = {"agency": self.agency, "agency_person": "The invented head", "agency_date": at.date()}
        if code == "MORE_INFORMATION":
            more = {"instead": "The invented school"}
        if code == "ESCALATE":
            more = {"to_whom": "The director"}
        if supersedes:
            more |= {"supersedes": supersedes, "supersedes_reason": "New facts."}
        fields = {"answered_by": self.draw.choice(self.leads), "answered_at": at, **more}
        return ConsultationAnswerFactory(consultation=one, answer=code, **fields)

    def second(self, one):
        first = ConsultationAnswer.objects.unscoped("test").filter(
            consultation=one, answer__in=["AGREE", "AGREE_LEGAL", "ANOTHER_WAY"], supersedes=None
        )
        if first and self.draw.random() < 0.6:
            given = self.draw.random() < 0.8
            views = ["AGREE", "ANOTHER_WAY", "MORE_INFORMATION"]
            opinion = {"opinion": self.draw.choice(views)} if given else {}
            knew = {"knew": self.draw.random() < 0.2} if given else {}
            SecondOpinionFactory(answer=first[0], reader=self.manager, **opinion, **knew)


def months_later(day, months):
    """The same day so many months later, or the last of that month: by the calendar, and by nothing else."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - DAY).day
    return dt.date(year, month, min(day.day, last))


class Plainly:
    """One child's first decision, from the rows one by one."""

    def __init__(self, one):
        given = list(ConsultationAnswer.objects.unscoped("test").filter(consultation=one).order_by("pk"))
        decided = [a for a in given if a.answer not in ("MORE_INFORMATION", "ESCALATE")]
        self.one, self.first, self.last, self.given = one, decided[0], decided[-1], given
        self.day = self.first.answered_at.astimezone(LONDON).date()
        self.raised = one.raised_at.astimezone(LONDON).date()
        plans = [*Plan.objects.unscoped("test").filter(child=one.child)]
        plans += [*PlanElsewhere.objects.unscoped("test").filter(child=one.child)]
        self.begins = [p.start_date for p in plans]
        ends = [p.end_date for p in plans if p.end_date and p.end_date <= self.raised]
        self.ran = any(
            isinstance(p, Plan)
            and p.start_date <= self.raised
            and not (p.end_date and p.end_date <= self.raised)
            for p in plans
        )
        self.before = [p for p in plans if p.start_date <= self.raised]
        self.ended = max(ends, default=None)

    def leaned(self):
        views = ConsultationFirstView.objects.unscoped("test").filter(consultation=self.one)
        return [view.leans for view in views if view.noted_by_id == self.first.answered_by_id]

    def asked_more(self):
        return any(a.answer == "MORE_INFORMATION" for a in self.given[: self.given.index(self.first)])

    def in_period(self):
        return PERIOD.from_ <= self.day <= PERIOD.to

    def followed(self, months):
        until = months_later(self.day, months)
        if until > TODAY:
            return "early"
        if any(self.day <= begun < until for begun in self.begins):
            return "yes"
        child = self.one.child
        grown = months_later(child.birth_date, 216)
        return "left" if grown < until or (child.death_date and child.death_date < until) else "no"

    def team(self):
        held = Allocation.objects.unscoped("test").filter(child=self.one.child)
        return held[0].team.name if held else "Not recorded"

    def working_days(self):
        day, n = self.raised, 0
        while day < self.day:
            day += DAY
            n += england().is_working_day(day)
        return n


def plainly():
    every = Consultation.objects.unscoped("test").select_related("child")
    return [p for p in map(Plainly, every) if p.in_period()]


PLAIN = {
    "agree": lambda p: (True, p.first.answer == "AGREE"),
    "agree_legal": lambda p: (True, p.first.answer == "AGREE_LEGAL"),
    "another_way": lambda p: (True, p.first.answer == "ANOTHER_WAY"),
    "partner": lambda p: (True, p.first.answer == "PARTNER_RIGHT"),
    "asked_more": lambda p: (
        p.first.answer != "PARTNER_RIGHT",
        p.asked_more(),
    ),
    "escalated": lambda p: (
        p.first.answer != "PARTNER_RIGHT",
        any(a.answer == "ESCALATE" for a in p.given[: p.given.index(p.first)]),
    ),
    "otherwise": lambda p: (p.leaned(), p.leaned() != [p.first.answer]),
    "otherwise_asked": lambda p: (p.leaned() and p.asked_more(), p.leaned() != [p.first.answer]),
    "replaced": lambda p: (True, p.first.pk != p.last.pk),
    "other_outcome": lambda p: (True, p.first.answer != p.last.answer),
    "overridden": lambda p: (p.first.answer == "ANOTHER_WAY", p.last.answer == "PARTNER_RIGHT"),
    "agreed_no_plan": lambda p: (
        p.first.answer in ("AGREE", "AGREE_LEGAL") and not p.ran and p.followed(6) in ("yes", "no"),
        p.followed(6) == "no",
    ),
    "refused_plan_soon": lambda p: (
        p.first.answer == "ANOTHER_WAY" and not p.ran and p.followed(6) in ("yes", "no"),
        p.followed(6) == "yes",
    ),
    "refused_plan_late": lambda p: (
        p.first.answer == "ANOTHER_WAY" and not p.ran and p.followed(12) in ("yes", "no"),
        p.followed(12) == "yes",
    ),
}


@pytest.mark.parametrize("seed", range(6))
def test_every_figure_is_what_the_rows_say_one_by_one(seed):
    world = World(seed)
    found, plain = decisions_of(world.manager, PERIOD), plainly()
    assert sorted(one.consultation for one in found) == sorted(p.one.pk for p in plain)
    assert PLAIN.keys() == FIGURES.keys()
    for code, figure in FIGURES.items():
        counted = [PLAIN[code](p) for p in plain]
        share = figure.share(found, TODAY)
        whole = sum(bool(out_of) for out_of, _ in counted)
        part = sum(bool(out_of and is_part) for out_of, is_part in counted)
        assert (share.part, share.whole) == (part, whole), code
    days = [p.working_days() for p in plain if p.first.answer != "PARTNER_RIGHT"]
    time = time_to_decide(found)
    assert (time.number, time.longest) == (len(days), max(days, default=None))
    assert sorted(days)[len(days) // 2 :][:1] >= [time.middle or 0]


@pytest.mark.parametrize("seed", range(6, 9))
def test_teams_people_and_bands_are_those_of_the_rows(seed):
    world = World(seed)
    found, plain = decisions_of(world.manager, PERIOD), plainly()
    by = {p.one.pk: p for p in plain}
    for one in found:
        p = by[one.consultation]
        assert one.team.words == p.team()
        partner = p.first.answer == "PARTNER_RIGHT"
        right = "A partner agency, by its right"
        assert one.decider.words == (right if partner else p.first.answered_by.full_name)
        assert one.gap == ("RUNS" if p.ran else band(p.ended, p.raised) if p.before else "NONE")
    assert sum(len(own) for own in grouped(found, By.TEAM).values()) == len(found)


def band(ended, on):
    if ended is None:
        return "UNKNOWN"
    order = [(6, "UNDER_6"), (12, "FROM_6"), (24, "FROM_12")]
    return next((code for months, code in order if on < months_later(ended, months)), "FROM_24")


@pytest.mark.parametrize("seed", range(9, 12))
def test_second_opinions_are_those_of_the_rows(seed):
    world = World(seed)
    found = seconds_of(world.manager, PERIOD)
    rows = [
        one
        for one in SecondOpinion.objects.unscoped("test").select_related("answer")
        if PERIOD.from_ <= one.answer.answered_at.astimezone(LONDON).date() <= PERIOD.to
    ]
    given = [one for one in rows if one.given_at]
    assert (found.drawn, found.given) == (len(rows), len(given))
    assert found.waiting + found.unasked == len(rows) - len(given)
    assert found.to_talk == sum(one.opinion != one.answer.answer for one in given)
    assert sum(found.pairs.values()) == sum(not one.knew for one in given)
    for (first, second), count in found.pairs.items():
        assert len(paired(world.manager, PERIOD, first, second)) == count


def test_who_knew_the_decision_is_kept_and_not_compared():
    SecondOpinionFactory(opinion="AGREE", knew=True)
    found = seconds_of(person("MANAGER"), PERIOD)
    assert (found.given, found.knew, dict(found.pairs)) == (1, 1, {})


def test_a_family_is_one_act_however_many_children():
    first = ConsultationAnswerFactory()
    request = first.consultation.requested_child.request
    for _ in range(2):
        one = ConsultationFactory(
            requested_child__request=request, requested_child__child__family=request.family
        )
        ConsultationAnswerFactory(consultation=one)
    assert seconds_of(person("MANAGER"), PERIOD).decided == 1
    assert len(decisions_of(person("MANAGER"), PERIOD)) == 3


# ----- Who is hidden ---------------------------------------------------------------------------------------


def test_a_hidden_child_is_in_no_number_and_no_list():
    """Restricted or barred: as if there were none, so that no two numbers differ by one."""
    manager = person("MANAGER")
    shown = ConsultationAnswerFactory()
    before = decisions_of(manager, PERIOD), seconds_of(manager, PERIOD)
    for is_barred in (False, True):
        given = SecondOpinionFactory(opinion="AGREE").answer
        child = given.consultation.child
        lead = person("STRATEGIC_LEAD")
        if is_barred:
            BarFactory(user=manager, family=child.family)
        else:
            hidden = {"is_restricted": True, "restricted_reason": "x", "restricted_by": lead}
            type(child).every.filter(pk=child.pk).update(**hidden, restricted_at=given.answered_at)
    assert (decisions_of(manager, PERIOD), seconds_of(manager, PERIOD)) == before
    assert [one.consultation for one in before[0]] == [shown.consultation.pk]
    everybody = decisions_of(person("STRATEGIC_LEAD"), PERIOD)
    assert len(behind(manager, everybody)) == 1


def test_it_costs_the_same_questions_for_many(django_assert_num_queries):
    manager = person("MANAGER")
    for number in (1, 6):
        for _ in range(number):
            SecondOpinionFactory(opinion="AGREE")
        with django_assert_num_queries(7):
            assert decisions_of(manager, PERIOD)
        with django_assert_num_queries(4):
            assert seconds_of(manager, PERIOD).given


def test_nobody_who_was_asked_for_more_is_decided_yet():
    ConsultationAnswerFactory(answer="MORE_INFORMATION", instead="The invented school")
    assert decisions_of(person("MANAGER"), PERIOD) == []
