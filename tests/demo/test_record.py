"""The demo as rows: each has its history, the rights are set, and a newcomer finds what the README names."""

from collections import Counter
from functools import cache

import pytest
from django.db import connection
from django.db.models import Q

from conferences.demo.seed import invent
from conferences.demo.small_families import NUMBERS_FROM
from conferences.models import (
    Conference,
    ConferenceChild,
    Decision,
    Enquiry,
    Plan,
    PlanCategory,
    PlanElsewhere,
    TransferIn,
)
from conferences.queries.children import find
from conferences.rules.search import Search, read
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome
from safeguarding.access import scope, visible_children
from safeguarding.bankholidays import england
from safeguarding.models import Child, ChildName, Family, HouseholdMember, Person, Relationship, User
from safeguarding.register.codes import Sex
from safeguarding.register.identifiers import nhs_number_problem

pytestmark = pytest.mark.django_db
WHY = "a test looks at the whole demo"


def user(name):
    return User.objects.get(email=f"{name}@fableshire.example")


@cache
def story_of(day):
    return invent(day, england())


def found_by(name, typed, day):
    words, numbers, born = read(typed, day)
    return [match.child for match in find(user(name), Search(words, numbers, born), on=day).matches]


def rows(query):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def test_every_row_has_its_history_under_the_systems_name(demo):
    system = User.objects.get(is_system=True)
    for model in (Child, Person, Enquiry, Conference, ConferenceChild, Decision, Plan, PlanCategory):
        table = model._meta.db_table
        (written,) = rows(
            f"SELECT count(*), count(e.pgh_id), count(c.id) FROM {table} t"
            f" LEFT JOIN {table}event e ON e.pgh_obj_id = t.id AND e.pgh_label = 'insert'"
            f" LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id"
            f" AND (c.metadata->>'user')::int = {system.pk}"
        )
        assert written[0] > 0
        assert len(set(written)) == 1, (table, written)


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Child, ("ref", "la_child_id", "given_names", "family_name", "birth_date")),
        (Plan, ("ref", "start_date", "end_date", "latest_category")),
        (Person, ("ref", "full_name", "address", "telephone")),
    ],
)
def test_the_same_day_gives_the_same_demo_in_another_process(demo, model, fields):
    again = story_of(demo).rows[model]
    rows = model.objects.unscoped(WHY)
    # The plans that were decided this month, through the operations, stand on references of their own.
    held = [row.ref for row in story_of(demo).rows[Conference]]
    begun = Q(begun_at=None) | Q(begun_at__conference__ref__in=held)
    # So do the children whom a worker of the demo added, with their mothers.
    added = Q(la_child_id__gte=f"F{NUMBERS_FROM}")
    homes = Child.objects.unscoped(WHY).filter(added, family__isnull=False).values("family")
    mothers = Q(family__in=homes)
    told = rows.filter({Child: ~added, Plan: begun, Person: ~mothers}[model])
    written = told.values_list(*fields)

    assert set(written) == {tuple(getattr(row, field) for field in fields) for row in again}


def test_one_meeting_may_be_initial_for_one_child_and_a_review_for_another(demo):
    mixed = rows(
        "SELECT conference_id FROM conferences_conferencechild GROUP BY conference_id"
        " HAVING count(DISTINCT kind) > 1"
    )

    assert len(mixed) > 5


def test_siblings_may_be_decided_about_differently(demo):
    differing = rows(
        "SELECT p.conference_id FROM conferences_decision d"
        " JOIN conferences_conferencechild p ON p.id = d.conference_child_id"
        " WHERE d.outcome IN ('PLAN_ENDS', 'PLAN_CONTINUES')"
        " GROUP BY p.conference_id HAVING count(DISTINCT d.outcome) > 1"
    )

    assert len(differing) > 10


def test_every_child_at_a_conference_has_a_decision_of_its_chair(demo):
    without = ConferenceChild.objects.unscoped(WHY).filter(decision__isnull=True)
    wrong = rows(
        "SELECT 1 FROM conferences_decision d"
        " JOIN conferences_conferencechild p ON p.id = d.conference_child_id"
        " JOIN conferences_conference c ON c.id = p.conference_id"
        " WHERE d.decided_by_id <> c.chair_id"
        " OR (d.decided_at AT TIME ZONE 'Europe/London')::date <> c.held_date"
    )

    assert (without.count(), wrong) == (0, [])


def test_a_plan_begins_with_its_decision_and_bears_its_latest_category(demo):
    wrong = rows(
        "SELECT p.id FROM conferences_plan p"
        " JOIN conferences_decision d ON d.conference_child_id = p.begun_at_id"
        " WHERE d.outcome <> 'PLAN_BEGINS' OR d.category <> p.initial_category"
        " UNION SELECT p.id FROM conferences_plan p WHERE p.latest_category <> (SELECT k.category"
        " FROM conferences_plancategory k WHERE k.plan_id = p.id ORDER BY k.from_date DESC LIMIT 1)"
    )

    assert wrong == []


def test_some_categories_changed_at_a_review(demo):
    changed = PlanCategory.objects.unscoped(WHY).filter(conference_child__kind=ConferenceKind.REVIEW.value)

    assert changed.count() > 50


def test_records_of_a_need_lie_inside_it(demo):
    outside = rows(
        "SELECT e.id FROM conferences_enquiry e JOIN conferences_needepisode n ON n.id = e.episode_id"
        " WHERE e.started_date NOT BETWEEN n.referral_date AND coalesce(n.closure_date, 'infinity')"
        " UNION SELECT p.id FROM conferences_plan p JOIN conferences_needepisode n ON n.id = p.episode_id"
        " WHERE p.start_date < n.referral_date"
        " OR coalesce(p.end_date, 'infinity') > coalesce(n.closure_date, 'infinity')"
    )

    assert outside == []


def test_families_came_while_on_plans_elsewhere(demo):
    assert TransferIn.objects.unscoped(WHY).count() > 20
    # The one in a real authority is the plan in Leeds that was told later.
    assert PlanElsewhere.objects.unscoped(WHY).exclude(authority="").get().authority == "383"
    assert Plan.objects.unscoped(WHY).filter(held_for_other_authority=True).count() > 5


def test_most_enquiries_lead_to_no_conference_and_some_conferences_to_no_plan(demo):
    enquiries = Enquiry.objects.unscoped(WHY)
    outcomes = Counter(Decision.objects.unscoped(WHY).values_list("outcome", flat=True))

    assert enquiries.filter(conference_need="NOT_NEEDED").count() > 1000
    assert outcomes[DecisionOutcome.NO_PLAN] > 300


def test_a_plan_of_a_child_known_before_2015_says_how_many_it_had(demo):
    counted = Plan.objects.unscoped(WHY).filter(previous_plans_recorded__gt=0)

    assert counted.count() > 20


def test_every_child_on_a_plan_has_a_worker(demo):
    without = (
        Plan.objects.unscoped(WHY)
        .filter(end_date__isnull=True, held_for_other_authority=False)
        .exclude(child__allocations__end_date__isnull=True, child__allocations__worker__isnull=False)
    )

    assert without.count() == 0


def test_nhs_numbers_are_of_the_test_range(demo):
    numbers = Child.objects.unscoped(WHY).exclude(nhs_number="").values_list("nhs_number", flat=True)

    assert len(numbers) > 1000
    assert all(number.startswith("999") and not nhs_number_problem(number) for number in numbers)


def test_unborn_children_have_no_sex_and_no_ethnicity(demo):
    unborn = Child.objects.unscoped(WHY).filter(birth_date__isnull=True)

    assert set(unborn.values_list("sex", "ethnicity", "given_names")) == {(Sex.UNKNOWN.value, "", "")}


def test_brothers_and_sisters_share_their_ethnicity(demo):
    shared = rows(
        "SELECT family_id FROM safeguarding_child WHERE ethnicity <> ''"
        " GROUP BY family_id HAVING count(DISTINCT ethnicity) > 1"
    )

    assert shared == []


def test_a_misspelt_name_finds_both_families_that_sound_alike(demo):
    names = {child.family_name for child in found_by("chair", "fablethorp", demo)}

    assert names >= {"Fablethorpe", "Fabelthorpe"}


def test_the_separated_parents_of_the_siblings_keep_their_homes_apart(demo):
    family = Family.objects.unscoped(WHY).get(name="Fablethorpe")
    mother = Person.objects.unscoped(WHY).get(full_name="Rosalind Fablethorpe", family=family)
    homes = HouseholdMember.objects.unscoped(WHY).filter(household__family=family, person__isnull=False)

    assert mother.address_is_confidential
    assert mother.safe_contact
    assert homes.values("household").distinct().count() == 2
    assert Relationship.objects.unscoped(WHY).filter(person__family=family, kind="FATHER").count() >= 3


def test_the_child_planned_for_again_is_found_by_its_earlier_name(demo):
    child = found_by("lead", "Marigold Samplewood", demo)[0]

    assert child in found_by("lead", "Marigold Placeholder", demo)
    assert Plan.objects.unscoped(WHY).filter(child=child).count() == 2


def test_the_unborn_child_is_found_by_its_mothers_name(demo):
    child = found_by("chair", "Testington", demo)[0]

    assert child.family_name == "Testington"
    assert child.is_unborn
    assert child.expected_birth_date > demo


def test_a_restricted_family_is_seen_by_one_chair_and_its_worker_only(demo):
    seen = {
        person.email.partition("@")[0]
        for person in User.objects.filter(is_active=True)
        if visible_children(person).filter(family_name="Hiddenham").exists()
    }

    assert seen == {"chair", "socialworker"}


def test_somebody_is_barred_from_a_family_of_their_own_team(demo):
    family = Family.objects.unscoped(WHY).get(name="Cousinsworth")

    assert not scope(user("socialworker"), Child).filter(family=family).exists()
    assert scope(user("socialworker2"), Child).filter(family=family).exists()


def test_the_reviewer_sees_only_the_children_named_for_review(demo):
    names = set(scope(user("reviewer"), Child).values_list("family_name", flat=True))

    assert names == {"Fablethorpe"}


def test_each_worker_holds_children(demo):
    holding = User.objects.filter(role="SOCIAL_WORKER", allocations__end_date__isnull=True).distinct()

    assert holding.count() == User.objects.filter(role="SOCIAL_WORKER").count()


def test_some_people_need_an_interpreter_or_other_help(demo):
    people = Person.objects.unscoped(WHY)

    assert people.exclude(interpreter_language="").count() > 20
    assert people.exclude(communication_needs="").count() > 20
    assert ChildName.objects.unscoped(WHY).filter(kind="EARLIER").count() > 100
