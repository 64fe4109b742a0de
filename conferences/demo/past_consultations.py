"""The consultations of the demo's past: asked, decided for each child, and what came of the decision."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from random import Random
from typing import Any

from conferences.demo.past_rows import Rows, Workers, moment
from conferences.models import (
    Consultation,
    ConsultationAccount,
    ConsultationAccountChild,
    ConsultationAnswer,
    ConsultationAnswerReason,
    ConsultationCondition,
    ConsultationDissent,
    ConsultationFirstView,
    FamilyConsultation,
    Request,
    SupportReview,
    ThresholdStatement,
)
from conferences.queries.consultations_due import PlanDue, plans_due
from conferences.rules.consultations import Answer, Cause, ConsultationState, SupportOutcome, Way
from safeguarding.models import Agency, Family, User
from safeguarding.policy.limits import CATALOGUE
from safeguarding.workingdays import Calendar, add_days

LEAD = "lead@fableshire.example"
REASONS = {
    Answer.AGREE: (
        "The whole history was weighed, not the latest incident alone: the harm is the same.",
        "The change of the last plan did not outlive the help, so the network must meet again.",
        "Support was offered after the last plan and the invented worry came back within it.",
    ),
    Answer.AGREE_LEGAL: (
        "Twice the invented plan held only while somebody watched. A court may have to be asked.",
        "The whole history was weighed: a conference alone will not change what two plans did not.",
    ),
    Answer.ANOTHER_WAY: (
        "The worry is a new one, the family asked for help, and the child is seen every day.",
        "The whole history was weighed: what the last plan changed has held, and support can keep it.",
    ),
}
WORDS = {
    "why_now": "The invented worry of the earlier plan has come back in the last weeks.",
    "what_is_different": "The family asked for help themselves, and the worker will stay throughout.",
}
LONG = {
    "why_now": "The plan goes on, and what it was to change has changed in part.",
    "what_is_different": "A new invented worker has held the plan since the summer.",
}
BABY = {
    "why_now": "A baby is there, or will be soon, where a brother or sister was on a plan.",
    "what_is_different": "The invented midwife knew of it early, and both parents talk to her.",
}
ABOUT_A_BABY = {
    Answer.AGREE: (
        "A baby cannot say what happens at home, and what the plan before was about is not over.",
        "The harm to the older child would reach a baby first, so the network must meet before the birth.",
    ),
    Answer.AGREE_LEGAL: (
        "The plan before held only while somebody watched, and a baby cannot wait for that.",
    ),
    Answer.ANOTHER_WAY: ("The older child has been well since, and the family is seen by the midwife.",),
}
# (number, words, from, until): the second version of 4.2 took the place of the first.
NEWER = dt.date(2023, 4, 3)
STATEMENTS = (
    ("4.2", "The same harm came back after the last plan", dt.date(2018, 4, 2), NEWER),
    ("4.2", "The same harm came back, however long ago the last plan ended", NEWER, None),
    ("4.5", "Support was offered, and what must change has not changed", dt.date(2018, 4, 2), None),
    ("4.7", "Support without a plan can keep the child safe enough", dt.date(2018, 4, 2), None),
)
# Another way is looked at again after so many days.
REVIEWED_AFTER = 84
# From this day on the nearest earlier decisions are shown, and a first view is noted before.
NEAREST_SINCE = dt.date(2024, 11, 4)
VIEWS = {
    Answer.AGREE: "The invented harm is the old one, and it came back soon.",
    Answer.AGREE_LEGAL: "Two plans did not change it, so court may have to be thought of.",
    Answer.ANOTHER_WAY: "The worry is new and the family asks for help, so support may do.",
}
FOUND = {
    SupportOutcome.ENOUGH: "The invented centre sees the family every week, and the child sleeps.",
    SupportOutcome.GOES_ON: "It helps, and the invented grandmother asks that it goes on for the winter.",
    SupportOutcome.FAILED: "The invented worry is back, and worse. A conference is asked for.",
}
CONDITIONS = (
    "Offer the family group conference again.",
    "Agree with the school who sees the child each day.",
)


@dataclass(frozen=True)
class OtherWay:
    """Which other way was decided, and what its review found, where it did not go well to its day."""

    way: Way = Way.NAMED_SUPPORT
    instead: str = "A child in need plan with the invented family centre."
    found: SupportOutcome = SupportOutcome.ENOUGH
    failed: dt.date | None = None


@dataclass
class Asking:
    """One family's consultation with its one account, by whom it was given, and the act that decides it on a
    day.
    """

    within: FamilyConsultation
    account: ConsultationAccount
    act: uuid.UUID
    decided: dt.date | None = None
    children: list[Consultation] = field(default_factory=list)


class PastConsultations:
    """Writes them among the other rows; what a decision led to is drawn apart, so no other draw moves."""

    def __init__(self, rows: Rows, on: dt.date, part: str = "") -> None:
        self.rows, self.on = rows, on
        self.rng, self.views = (
            Random(f"fableshire consultations{part}"),
            Random(f"fableshire first views{part}"),
        )
        # The lot for a second opinion falls by these; they begin anew in each part of the telling.
        written = ConsultationAnswer.objects.unscoped("how many the demo told already").count()
        self.refs = Random(f"fableshire answers after {written}{part}")
        self.lead = User.objects.get(email=LEAD)
        self.agency = Agency.objects.filter(kind__code="SCHOOL").order_by("pk").first()
        self.statements = _statements(self.lead)
        self.askings: dict[Any, Asking] = {}

    def asking(
        self,
        family: Family,
        asker: User,
        at: dt.datetime,
        decide_by: dt.date,
        request: Request | None = None,
        cause: Cause = Cause.REPLAN,
    ) -> Asking:
        """The family's, begun with its first child."""
        key = id(request) if request else (family.pk, at, cause)
        if key not in self.askings:
            raised = {"family": family, "request": request, "raised_why": cause.value, "raised_at": at}
            within = FamilyConsultation(**raised, decide_by_date=decide_by, is_over=True)
            words = BABY if cause is Cause.NEW_BABY else WORDS if request else LONG
            account = ConsultationAccount(within=within, number=1, **words, given_by=asker, given_at=at)
            act = uuid.UUID(int=self.rng.getrandbits(128), version=4)
            self.askings[key] = Asking(self.rows.add(within), self.rows.add(account), act)
        return self.askings[key]

    def add(
        self, asking: Asking, child: int, *, another: bool, cause: Cause | None = None, **of: Any
    ) -> Consultation:
        """A child's part, as it was decided; for the cause of the family's where none is given."""
        within, account = asking.within, asking.account
        state = ConsultationState.ANOTHER_WAY if another else ConsultationState.AGREED
        one = self.rows.add(
            Consultation(
                within=within,
                child_id=child,
                cause=cause.value if cause else within.raised_why,
                state=state.value,
                raised_at=within.raised_at,
                decide_by_date=within.decide_by_date,
                why_now=account.why_now,
                what_is_different=account.what_is_different,
                asked_by=account.given_by,
                asked_at=account.given_at,
                **of,
            )
        )
        self.rows.add(ConsultationAccountChild(account=account, consultation=one, child_id=child))
        return one

    def answer(
        self,
        asking: Asking,
        one: Consultation,
        decided: dt.date,
        *,
        another: bool,
        began: bool,
        other: OtherWay = OtherWay(),
    ) -> None:
        """The decision with its statement; then its conditions, who disagreed, and how another way went. What
        one act decides it decides on one day: that of the first child.
        """
        drawn = self.rng.random()
        decided = asking.decided = asking.decided or decided
        if not another and drawn < 0.03 and self.agency is not None:
            self._partner(asking, one, decided)
            return
        kind = Answer.ANOTHER_WAY if another else Answer.AGREE_LEGAL if drawn > 0.85 else Answer.AGREE
        self._first_view(asking, one, decided, kind)
        reasons = ABOUT_A_BABY if one.cause == Cause.NEW_BABY else REASONS
        review = add_days(decided, REVIEWED_AFTER)
        way = {
            "instead": other.instead,
            "way": other.way.value,
            "lead": asking.account.given_by,
            "review_date": review,
        }
        given = self.rows.add(
            ConsultationAnswer(
                consultation=one,
                ref=uuid.UUID(int=self.refs.getrandbits(128), version=4),
                act=asking.act,
                account=asking.account,
                answer=kind.value,
                reasons=self.views.choice(reasons[kind]),
                answered_by=self.lead,
                answered_at=moment(decided, 15),
                **(way if another else {}),
            )
        )
        self._tie(given, decided, "4.7" if another else self._ground(one))
        if not another and drawn > 0.6:
            self._condition(given, asking, decided)
        held = other.failed or review
        if another and not began and held <= self.on:
            self._review(given, asking, held, other)
        if another and self.agency is not None:
            self._dissent(one, asking, decided)

    def _first_view(self, asking: Asking, one: Consultation, decided: dt.date, kind: Answer) -> None:
        """Since the nearest decisions are shown the Lead notes a first view of most, and now and then decides
        otherwise than that.
        """
        if decided < NEAREST_SINCE or self.views.random() < 0.15:
            return
        others = [other for other in VIEWS if other is not kind]
        leans = self.views.choice(others) if self.views.random() < 0.18 else kind
        self.rows.add(
            ConsultationFirstView(
                consultation=one,
                act=asking.act,
                account=asking.account,
                leans=leans.value,
                words=VIEWS[leans],
                noted_by=self.lead,
                noted_at=moment(decided, 14),
            )
        )

    def _partner(self, asking: Asking, one: Consultation, decided: dt.date) -> None:
        self.rows.add(
            ConsultationAnswer(
                consultation=one,
                act=asking.act,
                account=asking.account,
                answer=Answer.PARTNER_RIGHT.value,
                reasons="The invented school wants a conference, and its named lead agrees.",
                agency=self.agency,
                agency_person="Headteacher Exemplar",
                agency_date=decided,
                answered_by=self.lead,
                answered_at=moment(decided, 15),
            )
        )

    def _ground(self, one: Consultation) -> str:
        """The number of the statement that it is agreed by; of a plan that runs, that nothing changed."""
        return "4.5" if one.plan is not None else self.rng.choice(("4.2", "4.2", "4.5"))

    def _tie(self, given: ConsultationAnswer, decided: dt.date, key: str) -> None:
        for one in self.statements:
            if one.key == key and one.from_date <= decided < (one.until_date or dt.date.max):
                self.rows.add(ConsultationAnswerReason(answer=given, statement=one))

    def _condition(self, given: ConsultationAnswer, asking: Asking, decided: dt.date) -> None:
        """Met by its day; those of these weeks are open."""
        due = add_days(decided, 21)
        met = add_days(due, -self.rng.randint(1, 9))
        closed = {"met_date": met, "closed_by": asking.account.given_by, "closed_at": moment(met, 12)}
        self.rows.add(
            ConsultationCondition(
                answer=given,
                what=self.rng.choice(CONDITIONS),
                owner=asking.account.given_by,
                due_date=due,
                **(closed if due <= self.on else {}),
            )
        )

    def _review(self, given: ConsultationAnswer, asking: Asking, day: dt.date, other: OtherWay) -> None:
        """As it was found on its day; what goes on then was enough at its next review."""
        found = SupportOutcome.FAILED if other.failed else other.found
        goes_on = found is SupportOutcome.GOES_ON
        after = add_days(day, REVIEWED_AFTER) if goes_on else None
        self.rows.add(
            SupportReview(
                answer=given,
                held_date=day,
                outcome=found.value,
                words=FOUND[found],
                next_review_date=after,
                recorded_by=asking.account.given_by,
                recorded_at=moment(day, 12),
            )
        )
        if after is not None and after <= self.on:
            self._review(given, asking, after, OtherWay())

    def _dissent(self, one: Consultation, asking: Asking, decided: dt.date) -> None:
        """Of another way, now and then, the school thought otherwise."""
        if self.rng.random() < 0.5:
            self.rows.add(
                ConsultationDissent(
                    consultation=one,
                    act=uuid.UUID(int=self.rng.getrandbits(128), version=4),
                    agency=self.agency,
                    words="The invented school would rather have met at a conference.",
                    recorded_by=asking.account.given_by,
                    recorded_at=moment(decided, 16),
                )
            )


def tell_by_rule(on: dt.date, calendar: Calendar) -> None:
    """What the rule raised about plans that run still, when each came to its day, decided in time. What came
    to it these days is left to the rule itself. To be called when the plans and reviews are there.
    """
    # What a long plan was asked about first may be asked about later for its reviews.
    for turn in (" by rule", " by rule again"):
        rows = Rows()
        told, workers = PastConsultations(rows, on, turn), Workers()
        for due in plans_due(on, dt.date.min):
            decided = calendar.add(due.reached, 2).due
            if decided < on:
                _decided(told, due, decided, workers, calendar)
        rows.write()


def _decided(
    told: PastConsultations, due: PlanDue, decided: dt.date, workers: Workers, calendar: Calendar
) -> None:
    family = due.plan.child.family
    assert family is not None  # plans_due() leaves out who has none.
    by = calendar.add(due.reached, int(str(CATALOGUE["REPLAN_DECIDE_BY_WORKING_DAYS"].default))).due
    asker = workers.of(due.plan.child_id, told.rng)
    asking = told.asking(family, asker, moment(due.reached, 9), by, cause=due.cause)
    one = told.add(asking, due.plan.child_id, another=False, plan=due.plan)
    told.answer(asking, one, decided, another=False, began=True)


def _statements(lead: User) -> list[ThresholdStatement]:
    """The council's threshold statements, written once."""
    if not ThresholdStatement.objects.exists():
        for key, words, first, until in STATEMENTS:
            days = {"from_date": first, "until_date": until}
            at = moment(first, 9)
            ThresholdStatement.objects.create(key=key, words=words, **days, saved_by=lead, saved_at=at)
    return list(ThresholdStatement.objects.order_by("key", "from_date"))
