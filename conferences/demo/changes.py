"""What was put right lately, and what happened in children's lives, each told of a family of its own.

The README's table names the families.
"""

from __future__ import annotations

import datetime as dt

from conferences.demo.small_families import SmallFamilies, born, expected
from conferences.models import ConferenceChild, Enquiry, LifeEvent, Plan
from conferences.operations import (
    allocations,
    corrections_child,
    corrections_decisions,
    corrections_plans,
    enquiries_changes,
    enquiries_void,
    in_need,
    life_events,
    life_events_endings,
    pairs,
    pairs_join,
    plans_elsewhere,
)
from conferences.operations.corrections import Change
from conferences.operations.corrections_decisions import Wish
from conferences.queries.corrections_decisions import version_of
from conferences.rules.corrections import Why
from conferences.rules.enquiries import EnquiryOutcome, StartReason, VoidReason
from conferences.rules.life_events import Happening, LifeKind
from conferences.rules.plans_elsewhere import Told
from conferences.rules.same_child import PairAnswerCode
from conferences.rules.vocabulary import Category, StepDown
from safeguarding.models import Child
from safeguarding.register.codes import Sex
from safeguarding.workingdays import MONTHS_IN_YEAR, Calendar, add_days, add_months

LEEDS = "383"
WHY = "the demo's people put things right"


def tell_changes(on: dt.date, calendar: Calendar) -> None:
    """Tell them all. To be called within the demo's transaction, after everything else."""
    families = SmallFamilies(on, calendar)
    for kind in (Lives, Teams, Decisions, Enquiries, Pairs):
        kind(families).tell()


class Changes:
    """Some of the stories, with the people they are told by."""

    def __init__(self, families: SmallFamilies) -> None:
        self.families = families
        self.worker, self.manager = families.users["socialworker2"], families.users["teammanager"]
        self.lead, self.support = families.users["lead"], families.users["support"]
        self.day, self.at = families.day, families.at
        # What it corrects was written into the history today, whichever day it is told of.
        self.this_morning = families.present.moment(families.on, 7)

    def child(self, given: str, family: str, years: int, offset: int, sex: str = Sex.FEMALE) -> Child:
        """A child of so many years, added by the worker with its mother."""
        birth = add_days(add_months(self.day(offset), -years * MONTHS_IN_YEAR), -17)
        added = self.families.add(born(given, family, birth, sex), self.worker, self.at(offset, 9))
        self.families.add_mother("Hazel", [added], self.worker, self.at(offset, 9))
        return added


class Lives(Changes):
    """A birth, a death, a court order with a new name, a move away, an 18th birthday: all on a plan."""

    def tell(self) -> None:
        self._born()
        self._died()
        self._order()
        self._moved()
        self._grown_up()

    def _happen(self, child: Child, recorded: int, told: Happening) -> LifeEvent:
        child.refresh_from_db()
        return life_events.record_life_event(child=child, told=told, by=self.worker, at=self.at(recorded))

    def _confirm(self, event: LifeEvent, confirmed: int) -> None:
        ending = event.endings.get()
        life_events_endings.confirm_plan_end(ending=ending, by=self.manager, at=self.at(confirmed))

    def _born(self) -> None:
        foretold = add_days(self.families.on, -12)
        baby = self.families.add(expected("Cradlewick", foretold), self.worker, self.at(-42, 9))
        self.families.add_mother("Hazel", [baby], self.worker, self.at(-42, 9))
        self.families.begin_plan(baby, -28, self.worker)
        told = Happening(LifeKind.BORN, add_days(self.families.on, -9), "The midwife rang the worker.")
        named = {"sex": Sex.FEMALE, "given_names": "Aster", "family_name": "Cradlewick"}
        self._happen(baby, -5, Happening(**{**vars(told), **named}))

    def _died(self) -> None:
        child = self.child("Linden", "Quietfield", 9, -44, Sex.MALE)
        self.families.begin_plan(child, -30, self.worker)
        told = Happening(LifeKind.DIED, self.day(-9), "The hospital's named doctor told the manager.")
        self._confirm(self._happen(child, -9, told), -7)

    def _order(self) -> None:
        """A special guardianship order ends the plan, and the child takes the guardian's name."""
        child = self.child("Juniper", "Guardianford", 6, -41)
        self.families.begin_plan(child, -26, self.worker)
        evidence = "A special guardianship order; the court's copy is on the case system."
        order = Happening(LifeKind.OTHER_ORDER, self.day(-10), evidence, step_down=StepDown.CIN_PLAN)
        self._confirm(self._happen(child, -9, order), -8)
        told = Happening(LifeKind.NEW_NAME, self.day(-6), "Deed poll seen.", family_name="Auntsworth")
        self._happen(child, -5, told)

    def _moved(self) -> None:
        child = self.child("Bryony", "Removalton", 4, -41)
        self.families.begin_plan(child, -27, self.worker)
        evidence = "Their minutes of the transfer-in conference are on the case system."
        told = Happening(LifeKind.MOVED_AWAY, self.day(-15), evidence, authority=LEEDS, ends=self.day(-7))
        self._confirm(self._happen(child, -6, told), -4)

    def _grown_up(self) -> None:
        """The end of the plan waits for the manager."""
        birthday = add_days(self.families.on, -4)
        birth = add_months(birthday, -18 * MONTHS_IN_YEAR)
        child = self.families.add(born("Rowan", "Eighteenby", birth, Sex.MALE), self.worker, self.at(-44, 9))
        self.families.add_mother("Hazel", [child], self.worker, self.at(-44, 9))
        self.families.begin_plan(child, -29, self.worker)
        told = Happening(LifeKind.EIGHTEEN, birthday, "The birth certificate.", step_down=StepDown.CLOSED)
        self._happen(child, -1, told)


class Teams(Changes):
    """A family of two teams: a half-brother is held by another team and its worker."""

    def tell(self) -> None:
        older = self.child("Marlow", "Bothteams", 8, -40, Sex.MALE)
        self.families.begin_plan(older, -25, self.worker)
        birth = add_days(add_months(self.families.on, -3 * MONTHS_IN_YEAR), -40)
        half = self.families.add(
            born("Wren", "Bothteams", birth, Sex.MALE), self.worker, self.at(-20, 9), beside=older
        )
        self.families.add_mother("Willa", [half], self.worker, self.at(-20, 10))
        theirs, manager = self.families.users["socialworker4"], self.families.users["teammanager2"]
        allocations.hand_over(child=half, team=theirs.team, by=self.manager, at=self.at(-19, 9))
        allocations.give(child=half, worker=theirs, by=manager, at=self.at(-18, 9))


class Decisions(Changes):
    """New versions of signed decisions, a child in need plan that a conference ended, a plan told later."""

    def tell(self) -> None:
        self._agreed()
        self._waits()
        self._told_later()

    def _ask(self, plan: Plan, category: Category, words: str, offset: int) -> None:
        part = ConferenceChild.objects.unscoped(WHY).get(pk=plan.begun_at_id)
        chair, version = part.conference.chair, version_of(part)
        assert version is not None and chair is not None  # Signed by its chair.
        new = type(version)(**{**vars(version), "category": category})
        wish = Wish(new, Why.TYPED, words)
        asked = corrections_decisions.ask_decision(
            at_conference=part, wish=wish, by=chair, at=self.at(offset, 11)
        )
        self.asked = asked

    def _agreed(self) -> None:
        child = self.child("Saffron", "Secondlook", 7, -26)
        plan = self.families.begin_plan(child, -12, self.worker)
        self._ask(plan, Category.EMO, "The conference decided on emotional abuse; neglect was ticked.", -5)
        corrections_decisions.agree_decision(change=self.asked, by=self.lead, at=self.at(-4, 9))
        group = plan.core_groups.get()
        change = Change({"held_date": self.day(-5)}, Why.OTHER_DAY, "The minutes have the right day.")
        corrections_plans.correct_core_group(row=group, change=change, by=self.worker, at=self.this_morning)

    def _waits(self) -> None:
        child = self.child("Tamsin", "Needington", 3, -32)
        start = self.day(-30)
        in_need.record_in_need_plan(child=child, start_date=start, by=self.worker, at=self.at(-30, 16))
        plan = self.families.begin_plan(child, -6, self.worker)
        self._ask(plan, Category.MUL, "Physical abuse was decided on as well, and was left out.", -1)

    def _told_later(self) -> None:
        child = self.child("Clement", "Leedsham", 8, -7, Sex.MALE)
        self.families.ask([child], -6, self.worker)
        first = add_months(self.families.on, -3 * MONTHS_IN_YEAR)
        last = add_months(first, 10)
        told = Told(LEEDS, "", first, last, Category.NEG, "The school's file came with a letter of theirs.")
        plans_elsewhere.record_plan_elsewhere(child=child, told=told, by=self.worker, at=self.at(-2, 14))


class Enquiries(Changes):
    """Enquiries about the wrong child, some that needed no conference, some that began on another day."""

    def tell(self) -> None:
        self._wrong_child()
        self._not_needed()
        self._start()

    def _wrong_child(self) -> None:
        right = self.child("Annabel", "Mistakenby", 10, -6)
        birth = add_months(self.day(-6), -7 * MONTHS_IN_YEAR)
        twin = born("Arabella", "Mistakenby", birth, Sex.FEMALE)
        wrong = self.families.add(twin, self.worker, self.at(-6, 9), beside=right)
        (enquiry,) = self.families.enquire([wrong], -5, self.worker)
        enquiries_void.void(
            enquiry=enquiry,
            reason=VoidReason.WRONG_CHILD,
            words="The discussion was about the elder sister.",
            number=right.la_child_id,
            right_child=right,
            by=self.manager,
            at=self.at(-4),
        )

    def _not_needed(self) -> None:
        child = self.child("Robin", "Notneedham", 5, -12, Sex.MALE)
        (enquiry,) = self.families.enquire([child], -10, self.worker)
        enquiries_changes.tell_outcome(
            enquiry=enquiry,
            outcome=EnquiryOutcome.SERVICES,
            day=self.day(-4),
            agreed_by=self.manager,
            words="The mother and her sister see to it that he is never alone; support goes on.",
            by=self.worker,
            at=self.at(-4),
        )

    def _start(self) -> None:
        """The child's birth date was typed wrongly, too: the day and the month the wrong way round."""
        birth = dt.date(self.families.on.year - 6, 4, 3)
        child = self.families.add(
            born("Merle", "Rightington", birth, Sex.FEMALE), self.worker, self.at(-8, 9)
        )
        (enquiry,) = self.families.enquire([child], -7, self.worker)
        self._anew(enquiry)
        change = Change({"birth_date": birth.replace(month=3, day=4)}, Why.TYPED, "Seen on the red book.")
        corrections_child.correct_child(row=child, change=change, by=self.worker, at=self.this_morning)

    def _anew(self, enquiry: Enquiry) -> None:
        day = self.day(-5)
        enquiries_changes.record_discussion(
            enquiry=enquiry, held_date=day, notes="Now enquiries.", by=self.worker, at=self.at(-5, 16)
        )
        words = "The first discussion asked for checks only; enquiries were decided on at the second."
        enquiries_changes.change_start(
            enquiry=enquiry,
            reason=StartReason.ANOTHER,
            day=day,
            words=words,
            by=self.manager,
            at=self.at(-4),
        )


class Pairs(Changes):
    """Two records that look like one child's: suggested, joined, and two that were judged different."""

    def tell(self) -> None:
        self._two("Tom", "Thomas", "Twiceton")
        one, other = self._two("Maryanne", "Mary Anne", "Joinwell")
        pair = pairs.name_pair(child=one, other=other, by=self.support, at=self.at(-1, 10))
        reason = "The same school, the same mother, and the school knows one child only."
        pairs_join.join_records(pair=pair, kept=one, reason=reason, by=self.support, at=self.at(-1, 10))
        one, other = self._two("Ella", "Ellie", "Otherby")
        pair = pairs.name_pair(child=one, other=other, by=self.support, at=self.at(-1, 11))
        words = "Cousins: the health visitor knows both."
        pairs.answer(
            pair=pair, answer=PairAnswerCode.DIFFERENT, reason=words, by=self.support, at=self.at(-1, 11)
        )

    def _two(self, given: str, again: str, family: str) -> tuple[Child, Child]:
        """Two records of one name and day, added by two people."""
        first = self.child(given, family, 6, -20)
        assert first.birth_date is not None  # As it was added.
        second = self.families.add(
            born(again, family, first.birth_date, first.sex), self.worker, self.at(-2, 9), beside=first
        )
        return first, second
