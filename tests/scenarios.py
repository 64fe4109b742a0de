"""Whole invented stories for the tests of pages: a child with a life in it, and a family in two homes."""

from __future__ import annotations

from datetime import UTC, date, datetime

from safeguarding.models import Child, Family, Team
from tests.factories import (
    AllocationFactory,
    ChildDisabilityFactory,
    ChildFactory,
    ChildInNeedPlanFactory,
    ChildNameFactory,
    ConferenceChildFactory,
    DecisionFactory,
    EnquiryFactory,
    FamilyFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    NeedEpisodeFactory,
    PersonFactory,
    PlanCategoryFactory,
    PlanElsewhereFactory,
    PlanFactory,
    RelationshipFactory,
    ReviewFactory,
    StrategyDiscussionFactory,
    TeamFactory,
    UserFactory,
)


def life_of(child: Child) -> Child:
    """Give the child two plans, the first ended and the second open, and all that led to them."""
    chair = UserFactory(full_name="Chair Samplewood")
    first_plan(child, chair)
    present_plan(child, chair)
    ChildNameFactory(child=child, given_names="Amber", family_name="Formerly", until_date=date(2014, 6, 2))
    ChildDisabilityFactory(child=child, code="HEAR")
    RelationshipFactory(child=child, person__full_name="Mother Samplewood")
    PlanElsewhereFactory(
        child=child, start_date=date(2013, 2, 4), end_date=date(2013, 9, 2), category="PHY", authority="352"
    )
    team = Team.objects.filter(name="Invented North Team").first() or TeamFactory(name="Invented North Team")
    AllocationFactory(child=child, team=team, start_date=date(2015, 1, 5), end_date=date(2018, 1, 7))
    AllocationFactory(
        child=child, team=team, worker=UserFactory(full_name="Worker Fable"), start_date=date(2018, 1, 8)
    )
    return child


def first_plan(child: Child, chair: object) -> None:
    begun = met(child, date(2015, 3, 2), "PLAN_BEGINS", "NEG", chair=chair)
    plan = PlanFactory(
        child=child,
        begun_at=begun,
        start_date=date(2015, 3, 2),
        end_date=date(2016, 4, 4),
        step_down="CIN_PLAN",
    )
    reviewed(plan, date(2015, 5, 26), "PLAN_CONTINUES", "NEG", chair)
    reviewed(plan, date(2016, 4, 4), "PLAN_ENDS", "", chair)
    ChildInNeedPlanFactory(child=child, start_date=date(2016, 4, 4), end_date=date(2016, 11, 7))


def present_plan(child: Child, chair: object) -> None:
    episode = NeedEpisodeFactory(child=child, referral_date=date(2018, 3, 12))
    enquiry = EnquiryFactory(child=child, episode=episode, started_date=date(2018, 3, 19))
    StrategyDiscussionFactory(enquiry=enquiry, held_date=date(2018, 3, 26), started_enquiry=False)
    begun = met(child, date(2018, 4, 9), "PLAN_BEGINS", "NEG", chair=chair, enquiry=enquiry)
    plan = PlanFactory(
        child=child,
        episode=episode,
        begun_at=begun,
        start_date=date(2018, 4, 9),
        latest_category="EMO",
        previous_plans_recorded=3,
    )
    PlanCategoryFactory(plan=plan)
    review = reviewed(plan, date(2018, 7, 2), "PLAN_CONTINUES", "EMO", chair)
    PlanCategoryFactory(plan=plan, category="EMO", from_date=date(2018, 7, 2), conference_child=review)


def met(child: Child, day: date, outcome: str, category: str, chair: object, **more: object) -> object:
    """The child at an initial conference, decided."""
    attended = ConferenceChildFactory(child=child, held_date=day, conference__chair=chair, **more)
    decided(attended, day, outcome, category)
    return attended


def reviewed(plan: object, day: date, outcome: str, category: str, chair: object) -> object:
    attended = ReviewFactory(plan=plan, held_date=day, conference__chair=chair)
    decided(attended, day, outcome, category)
    return attended


def decided(attended: object, day: date, outcome: str, category: str) -> None:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    DecisionFactory(conference_child=attended, outcome=outcome, category=category, decided_at=moment)


def two_homes() -> tuple[Family, Child, Child]:
    """Parents apart: the mother's home is confidential, the father's is not; a brother and a sister."""
    family = FamilyFactory(name="Fablethorpe")
    sister = ChildFactory(family=family, given_names="Jade", family_name="Fablethorpe")
    brother = ChildFactory(
        family=family, given_names="Jasper", family_name="Fablethorpe", birth_date=date(2014, 7, 9), sex="M"
    )
    mother = PersonFactory(
        family=family,
        full_name="Mother Fablethorpe",
        address="9 Hidden Lane\nFableshire",
        postcode="ZZ98 2BB",
        address_is_confidential=True,
        safe_contact="Ring on weekdays before noon; never leave a message.",
        email="mother.fablethorpe.of.fableshire@families.example",
        interpreter_language="Invented Polish",
    )
    father = PersonFactory(
        family=family, full_name="Father Samplewood", address="4 Open Street", postcode="ZZ97 3CC"
    )
    hers = HouseholdFactory(
        family=family,
        name="Mother’s home",
        address="9 Hidden Lane\nFableshire",
        postcode="ZZ98 2BB",
        is_confidential=True,
    )
    his = HouseholdFactory(family=family, name="Father’s home", address="4 Open Street", postcode="ZZ97 3CC")
    for child in (sister, brother):
        RelationshipFactory(child=child, person=mother, kind="MOTHER")
        RelationshipFactory(child=child, person=father, kind="FATHER", parental_responsibility="UNKNOWN")
    HouseholdMemberFactory(household=hers, child=sister)
    HouseholdMemberFactory(household=hers, child=None, person=mother)
    HouseholdMemberFactory(household=his, child=brother)
    HouseholdMemberFactory(household=his, child=None, person=father)
    return family, sister, brother
