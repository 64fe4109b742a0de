"""Consultations of the demo that somebody raised by hand, and that did not end with the first answer."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from conferences.demo.present import Present
from conferences.demo.supports import one_worker
from conferences.models import Consultation, FamilyConsultation, Plan, RequestedChild
from conferences.operations.consultations import AccountWords, ChildWords, give_account
from conferences.operations.consultations_after import record_dissent
from conferences.operations.consultations_deciding import (
    ChildAnswer,
    Partner,
    decide,
    record_partner_right,
)
from conferences.operations.consultations_raising import raise_by_hand
from conferences.rules.consultations import UNANSWERED, Answer, Way
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.models import Agency, Child, User
from safeguarding.workingdays import Calendar, add_days

WHY = "the demo's people go about their work"
WEIGHED = "The whole history was weighed, not the latest incident alone."
LATER = "The invented school told on the next day what the account did not know."


def tell_consultations(on: dt.date, calendar: Calendar) -> None:
    """Tell four: more information is waited for, one is escalated, one decision was replaced, and one gave
    way to a partner's right. To be called within the demo's transaction, after the present.
    """
    Raised(on, calendar).tell()


class Raised:
    """Four families of whose children a plan runs, asked about in the last days."""

    def __init__(self, on: dt.date, calendar: Calendar) -> None:
        self.on, self.calendar = on, calendar
        self.present = Present(on, calendar)
        self.lead = self.present.cast.lead

    def at(self, offset: int, hour: int) -> dt.datetime:
        """An hour so many working days before the demo's day."""
        return self.present.moment(self.calendar.add(self.on, offset).due, hour)

    def tell(self) -> None:
        stories = (self._more, self._escalated, self._replaced, self._overridden)
        for story, (children, worker) in zip(stories, islice(self._families(), len(stories)), strict=False):
            within = raise_by_hand(
                children=children,
                words="The same invented worry was told three times, and the plan runs on.",
                by=worker,
                at=self.at(-6, 9),
            )
            story(self._account(within, worker), worker)

    def _families(self) -> list[tuple[list[Child], User]]:
        """Of whose children a plan runs and nobody asks: each with the one worker who holds them all."""
        plans = Plan.objects.unscoped(WHY).filter(
            end_date=None, child__is_restricted=False, child__family__isnull=False
        )
        waits = Consultation.objects.unscoped(WHY).filter(state__in=UNANSWERED)
        asked = RequestedChild.objects.unscoped(WHY).filter(request__state__in=OPEN_REQUESTS)
        busy = {
            *waits.values_list("child__family", flat=True),
            *asked.values_list("child__family", flat=True),
        }
        families: dict[int, list[Child]] = defaultdict(list)
        for plan in plans.select_related("child__family").order_by("pk"):
            families[plan.child.family_id or 0].append(plan.child)
        free = [children for pk, children in families.items() if pk not in busy]
        held = ((children, one_worker(children)) for children in free)
        return [(children, worker) for children, worker in held if worker]

    def _account(self, within: FamilyConsultation, worker: User) -> list[Consultation]:
        children = list(within.children.select_related("within", "child").order_by("pk"))
        give_account(
            consultations=children,
            words=AccountWords(
                why_now="What the plan was to change came back while it ran.",
                what_is_different="The invented grandmother moved in and is there each evening.",
                what_else="A family group conference before the next review.",
                outcome_sought="A view on whether the conference should meet early.",
            ),
            of_children={one.pk: ChildWords("I like it when nan is there.") for one in children},
            by=worker,
            at=self.at(-5, 11),
        )
        return children

    def _decide(
        self, children: Sequence[Consultation], said: ChildAnswer, at: dt.datetime, because: str = ""
    ) -> None:
        answers = {one.pk: said for one in children}
        decide(consultations=children, answers=answers, because=because, by=self.lead, at=at)

    def _other_way(self, children: Sequence[Consultation], worker: User) -> None:
        said = ChildAnswer(
            Answer.ANOTHER_WAY,
            WEIGHED,
            instead="A family group conference, and the worker sees the children each week.",
            way=Way.FAMILY_GROUP_CONFERENCE,
            lead=worker,
            review_date=self.calendar.add(add_days(self.on, 55), 1).due,
        )
        self._decide(children, said, self.at(-4, 15))

    def _more(self, children: Sequence[Consultation], worker: User) -> None:
        said = ChildAnswer(
            Answer.MORE_INFORMATION,
            WEIGHED,
            instead="What the invented school has seen since the last review.",
            wanted_by_date=self.calendar.add(self.on, 2).due,
        )
        self._decide(children, said, self.at(-4, 15))

    def _escalated(self, children: Sequence[Consultation], worker: User) -> None:
        said = ChildAnswer(Answer.ESCALATE, WEIGHED, to_whom="The invented assistant director")
        self._decide(children, said, self.at(-4, 15))

    def _replaced(self, children: Sequence[Consultation], worker: User) -> None:
        self._other_way(children, worker)
        self._decide(children, ChildAnswer(Answer.AGREE_LEGAL, WEIGHED), self.at(-3, 10), because=LATER)

    def _overridden(self, children: Sequence[Consultation], worker: User) -> None:
        """The school disagrees with another way, and uses its right to a conference."""
        self._other_way(children, worker)
        school = Agency.objects.filter(kind__code="SCHOOL").order_by("pk").first()
        words = "The invented school would rather meet at a conference."
        record_dissent(consultations=children, agency=school, words=words, by=worker, at=self.at(-3, 10))
        record_partner_right(
            consultations=children,
            partner=Partner(school, "Headteacher Exemplar", self.calendar.add(self.on, -2).due),
            reasons="The invented school wants a conference, and its named lead agrees.",
            by=self.lead,
            at=self.at(-2, 10),
        )
