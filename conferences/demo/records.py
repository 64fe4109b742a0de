"""The demo's story of each child as rows: needs, enquiries, conferences, decisions and plans."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from conferences.demo import texts
from conferences.demo.batch import Batch
from conferences.demo.needs import Spell, spell_at
from conferences.demo.staff import Staff, moment
from conferences.demo.story import (
    ChildStory,
    EnquiryStory,
    FamilyStory,
    Meeting,
    Part,
    PlanStory,
    TransferStory,
)
from conferences.models import (
    ChildInNeedPlan,
    Conference,
    ConferenceChild,
    ConferenceNeed,
    Decision,
    Enquiry,
    NeedEpisode,
    Plan,
    PlanCategory,
    PlanElsewhere,
    StrategyDiscussion,
    TransferIn,
)
from conferences.rules.codes import PrimaryNeed, ReferralSource
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import Child, Family, User
from safeguarding.workingdays import add_days

RECONVENED = 0.12
REFERRERS = tuple(ReferralSource[name] for name in ("S2A", "S6", "S3A", "S3B", "S3E", "S1A", "S5D", "S4"))
OTHER_AUTHORITIES = ("Nowhereshire County Council", "Inventon City Council", "Madeup Borough Council")


@dataclass
class Recorder:
    """Turns one family's story into rows of the batch."""

    batch: Batch
    staff: Staff
    on: date
    family: FamilyStory
    row: Family
    children: dict[ChildStory, Child]
    needs: dict[ChildStory, list[Spell]]
    episodes: dict[int, NeedEpisode] = field(default_factory=dict)
    enquiries: dict[EnquiryStory, Enquiry] = field(default_factory=dict)
    transfers: dict[TransferStory, TransferIn] = field(default_factory=dict)
    conferences: dict[Meeting, Conference] = field(default_factory=dict)
    parts: dict[tuple[Meeting, ChildStory], ConferenceChild] = field(default_factory=dict)
    plans: dict[PlanStory, Plan] = field(default_factory=dict)

    def record(self) -> None:
        self.rng = Random(f"fableshire record {self.family.number}")
        for child in self.family.children:
            self._needs(child)
            for enquiry in child.enquiries:
                self._enquiry(enquiry)
            for transfer in child.transfers:
                self._transfer(transfer)
        self._conferences()

    def _needs(self, child: ChildStory) -> None:
        referrer = self.rng.choice(REFERRERS)
        for spell in self.needs[child]:
            episode = self.batch.add(
                NeedEpisode(
                    child=self.children[child],
                    referral_date=spell.referral,
                    referral_source=referrer,
                    primary_need=PrimaryNeed.N1,
                    closure_date=spell.closure,
                    closure_reason=spell.reason if spell.closure else "",
                )
            )
            self.episodes[id(spell)] = episode
            for start, end in spell.in_need:
                self.batch.add(
                    ChildInNeedPlan(
                        child=self.children[child], episode=episode, start_date=start, end_date=end
                    )
                )

    def _episode(self, child: ChildStory, day: date) -> NeedEpisode:
        return self.episodes[id(spell_at(self.needs[child], day))]

    def _enquiry(self, story: EnquiryStory) -> None:
        need = ConferenceNeed.NEEDED if story.conference_needed else ConferenceNeed.NOT_NEEDED
        row = self.batch.add(
            Enquiry(
                child=self.children[story.child],
                episode=self._episode(story.child, story.started),
                started_date=story.started,
                conference_need=need if story.decided < self.on else ConferenceNeed.UNDECIDED,
            )
        )
        self.enquiries[story] = row
        if self.rng.random() < RECONVENED and story.referred < add_days(story.started, -3):
            self._discussion(row, add_days(story.started, -2), False)
        self._discussion(row, story.started, True)

    def _discussion(self, enquiry: Enquiry, held: date, started: bool) -> None:
        self.batch.add(
            StrategyDiscussion(
                enquiry=enquiry,
                held_date=held,
                started_enquiry=started,
                notes=texts.discussion(started, self.rng),
            )
        )

    def _transfer(self, story: TransferStory) -> None:
        child = self.children[story.child]
        held = next((plan.start for plan in story.child.plans if plan.start > story.notified), None)
        self.transfers[story] = self.batch.add(
            TransferIn(
                child=child,
                episode=self._episode(story.child, story.notified),
                moved_date=story.moved,
                notified_date=story.notified,
                papers_received_date=story.notified,
                accepted_date=story.notified,
            )
        )
        self.batch.add(
            PlanElsewhere(
                child=child,
                authority_name=OTHER_AUTHORITIES[self.family.number % len(OTHER_AUTHORITIES)],
                start_date=story.plan_began,
                end_date=held,
                how_known="Told by the other authority when the family moved.",
                recorded_by=self.staff.users["support"],
                recorded_at=moment(story.notified, 14),
            )
        )

    def _conferences(self) -> None:
        for meeting in self.family.meetings:
            chair = self.staff.chair_of(self.family.number, self.rng)
            self.conferences[meeting] = self.batch.add(
                Conference(family=self.row, held_date=meeting.held, chair=chair)
            )
            decided = self.rng.randint(10 * 60, 16 * 60)
            for part in meeting.parts:
                self._at_conference(meeting, part, chair, divmod(decided, 60))
        for child in self.family.children:
            for plan in child.plans:
                self._plan(plan)
        for meeting in self.family.meetings:
            for part in meeting.parts:
                if part.kind == ConferenceKind.REVIEW and part.plan:
                    self.parts[meeting, part.child].plan = self.plans[part.plan]

    def _at_conference(self, meeting: Meeting, part: Part, chair: User, clock: tuple[int, int]) -> None:
        row = self.batch.add(
            ConferenceChild(
                conference=self.conferences[meeting],
                child=self.children[part.child],
                kind=part.kind,
                enquiry=self.enquiries[part.enquiry] if part.enquiry else None,
                transfer_in=self.transfers[part.transfer] if part.transfer else None,
            )
        )
        self.parts[meeting, part.child] = row
        self.batch.add(
            Decision(
                conference_child=row,
                outcome=part.outcome,
                category=part.category or "",
                reasons=texts.reasons(part.outcome, part.category, self.rng),
                decided_by=chair,
                decided_at=moment(meeting.held, *clock),
            )
        )

    def _plan(self, story: PlanStory) -> None:
        row = self.batch.add(
            Plan(
                child=self.children[story.child],
                episode=self._episode(story.child, story.start),
                begun_at=self._part(story.begun_at, story.child),
                start_date=story.start,
                end_date=story.end,
                end_reason=story.reason or "",
                step_down=story.step_down or "",
                initial_category=story.initial,
                latest_category=story.latest,
                previous_plans_recorded=self._recorded_before(story),
                held_for_other_authority=story.held_for_other_authority,
            )
        )
        self.plans[story] = row
        for from_date, category, meeting in story.categories:
            self.batch.add(
                PlanCategory(
                    plan=row,
                    category=category,
                    from_date=from_date,
                    conference_child=self._part(meeting, story.child),
                )
            )

    def _part(self, meeting: Meeting | None, child: ChildStory) -> ConferenceChild | None:
        return self.parts[meeting, child] if meeting else None

    def _recorded_before(self, story: PlanStory) -> int | None:
        """Plans before April 2015 are not held: their number came with the plan."""
        before = story.child.plans_before
        return before + story.child.plans.index(story) if before else None
