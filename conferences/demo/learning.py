"""What the demo's unit learned: visits to invented authorities, trials, and what families said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conferences.demo.present import Present
from conferences.models import FamilyConsultation, LearningIdea, LearningTrial
from conferences.operations import learning, learning_trials
from conferences.rules.learning import Evidence, Group, Heard, Idea, IdeaFrom, Movement, OutcomeWhy, TrialPlan
from safeguarding.models import User
from safeguarding.workingdays import Calendar, add_days, add_months

WHY = "the demo's people go about their work"


def tell_learning(on: dt.date, calendar: Calendar) -> None:
    """Tell it all. To be called within the demo's transaction, after the consultations."""
    unit = Unit(on, calendar)
    unit.adopted()
    unit.not_adopted()
    unit.on_trial()
    unit.not_tried()
    unit.noted()
    unit.heard()


class Unit:
    """The people who learn, and their days: so many calendar days before the demo's."""

    def __init__(self, on: dt.date, calendar: Calendar) -> None:
        self.on, self.calendar, self.present = on, calendar, Present(on, calendar)
        users = {user.email.partition("@")[0]: user for user in User.objects.filter(is_system=False)}
        self.lead, self.manager, self.chair = users["lead"], users["manager"], users["chair"]

    def at(self, day: dt.date, hour: int = 14) -> dt.datetime:
        return self.present.moment(day, hour)

    def ago(self, days: int) -> dt.date:
        return add_days(self.on, -days)

    def visit(self, title: str, where: str, learned: str, day: dt.date, owner: User) -> LearningIdea:
        idea = Idea(
            title=title,
            came_from=IdeaFrom.VISIT,
            day=day,
            learned=learned,
            evidence=Evidence.SEEN,
            evidence_words="Notes of the visit (invented)",
            where_words=where,
            who_went="The Strategic Lead, two chairs and a team manager",
            owner_id=owner.pk,
        )
        return learning.add_idea(idea=idea, by=self.lead, at=self.at(add_days(day, 1)))

    def begin(self, idea: LearningIdea, plan: TrialPlan) -> LearningTrial:
        assert plan.start_date
        return learning_trials.start_trial(idea=idea, plan=plan, by=self.lead, at=self.at(plan.start_date, 9))

    def adopted(self) -> None:
        """Tried for six months, put off at first, then adopted: the second decision replaces the first."""
        start = add_months(self.on, -14)
        idea = self.visit(
            "The family meets by itself before the conference",
            "Fablehaven Council (invented)",
            "A relative brings the family together a week before. The family comes with its own plan, and"
            " says more in the conference.",
            add_days(start, -40),
            self.lead,
        )
        review = add_months(start, 6)
        trial = self.begin(
            idea,
            TrialPlan(
                what="Two chairs offer it to each family with an initial conference.",
                measure="repeat_plans",
                movement=Movement.DOWN,
                months=6,
                start_date=start,
                review_date=review,
            ),
        )
        learning_trials.review_trial(
            trial=trial,
            words="The figure moved little, and one large family moves it. Families speak more.",
            goes_on=False,
            next_review_date=None,
            by=self.lead,
            at=self.at(review),
        )
        learning.decide_idea(
            idea=idea,
            by=self.lead,
            outcome="NOT_ADOPTED",
            why=OutcomeWhy.TOO_MUCH,
            words="There is nobody who could prepare each family.",
            at=self.at(add_days(review, 14)),
        )
        learning.decide_idea(
            idea=idea,
            by=self.lead,
            outcome="ADOPTED",
            why=OutcomeWhy.BETTER,
            words="Parents asked for it, and the family group conference workers can prepare families now.",
            replaces_reason="There are people to do it since the summer.",
            at=self.at(add_days(review, 84)),
        )

    def not_adopted(self) -> None:
        start = add_months(self.on, -9)
        idea = self.visit(
            "A second chair reads each plan at nine months",
            "Storyborough Council (invented)",
            "Another chair reads the file before the nine-month review, and asks what would end the plan.",
            add_days(start, -30),
            self.manager,
        )
        review = add_months(start, 3)
        trial = self.begin(
            idea,
            TrialPlan(
                what="Each chair reads two files a month of a colleague.",
                measure="open_two_years",
                movement=Movement.DOWN,
                months=3,
                start_date=start,
                review_date=review,
            ),
        )
        learning_trials.review_trial(
            trial=trial,
            by=self.manager,
            words="Too early to say. The reading takes half a day for each file.",
            goes_on=True,
            next_review_date=add_months(review, 3),
            at=self.at(review),
        )
        learning_trials.review_trial(
            trial=trial,
            by=self.manager,
            words="Nothing moved that the chairs' own thinking time did not ask for already.",
            goes_on=False,
            next_review_date=None,
            at=self.at(add_months(review, 3)),
        )
        learning.decide_idea(
            idea=idea,
            outcome="NOT_ADOPTED",
            why=OutcomeWhy.OVERTAKEN,
            words="Thinking time at nine months asks the same question, and is required.",
            by=self.lead,
            at=self.at(add_days(add_months(review, 3), 10)),
        )

    def on_trial(self) -> None:
        """Its review is due today."""
        start = add_months(self.on, -3)
        idea = Idea(
            title="The first core group is set before the conference ends",
            came_from=IdeaFrom.TALK,
            day=add_days(start, -20),
            learned="They do not close the meeting before everybody has the day in the diary.",
            evidence=Evidence.FIGURES,
            evidence_words="Their report to scrutiny (invented)",
            where_words="Talebridge Council (invented)",
            who_went="Two chairs, by video",
            owner_id=self.lead.pk,
        )
        made = learning.add_idea(idea=idea, by=self.chair, at=self.at(add_days(start, -19)))
        self.begin(
            made,
            TrialPlan(
                what="All chairs set the day at the conference.",
                measure="first_core_group_in_10_days",
                movement=Movement.UP,
                months=3,
                start_date=start,
                review_date=self.on,
            ),
        )

    def not_tried(self) -> None:
        idea = Idea(
            title="Letters that a child can read",
            came_from=IdeaFrom.READ,
            day=self.ago(25),
            learned="Short sentences, one picture for each thing, and the child's own words first.",
            evidence=Evidence.EVALUATED,
            evidence_words="An invented review of children's views",
        )
        learning.add_idea(idea=idea, by=self.chair, at=self.at(self.ago(24)))

    def noted(self) -> None:
        """What the Strategic Lead learned from the last consultation that was decided."""
        within = FamilyConsultation.objects.unscoped(WHY).filter(is_over=True).order_by("-raised_at").first()
        if within is None:
            return
        note = Idea(
            title="Ask what ended the support before we ask for a plan",
            came_from=IdeaFrom.CONSULTATION,
            day=self.ago(12),
            learned="The last plan changed something, and the support after it ended within three months."
            " Nobody had asked why.",
            evidence=Evidence.NONE,
            owner_id=self.manager.pk,
        )
        at = self.at(self.ago(11))
        learning.add_idea(idea=note, consultation=within, by=self.lead, at=at)

    def heard(self) -> None:
        letters = Heard(
            Group.PARENTS,
            "The letter came before anybody had told us what it would say.",
            self.ago(140),
            "Feedback after conferences",
            "The chair rings before the letter goes.",
            self.ago(110),
            "All parents who come to a conference, in the leaflet",
            self.ago(95),
        )
        asked = replace(
            letters,
            group=Group.CHILDREN,
            said="I was asked last, when everybody was tired.",
            did="Each child who comes is asked first.",
            told_back="The young people's group, at its meeting",
        )
        late = Heard(
            Group.PARTNERS,
            "The minutes come after the next core group.",
            self.ago(60),
            "Schools' forum",
            "The outline plan goes with the letter.",
            self.ago(30),
        )
        twice = "The form asks twice for what we said before."
        wait = Heard(Group.PROFESSIONALS, twice, self.ago(16), "A survey")
        for one in (letters, asked, late, wait):
            learning.hear(heard=one, by=self.lead, at=self.at(self.ago(8)))
