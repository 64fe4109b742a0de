"""Children leave a family and two families become one: what goes along, what is refused, and what is kept."""

import datetime as dt

import pytest

from conferences.models import Request
from conferences.operations.families_moves import ALL, NOT_HERE, SAME, join_families, split_family
from safeguarding.access import scope
from safeguarding.models import AuditEntry, Bar, Child, FamilyMove, Household, HouseholdMember, Person
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    EnquiryFactory,
    PersonFactory,
    RelationshipFactory,
    RequestedChildFactory,
    RestrictedGrantFactory,
    TeamFactory,
    meet,
)
from tests.operations.test_families_people import refused
from tests.scenarios import two_homes
from tests.scheduling import DUE, NOW, booked

pytestmark = pytest.mark.django_db
SAID = NOT_HERE.format(STRATEGIC_LEAD="Strategic Lead")


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def family():
    """Mother and father of both, each with a home; a grandmother of the brother alone, at home with him."""
    found, sister, brother = two_homes()
    grandmother = PersonFactory(family=found, full_name="Grandmother Samplewood")
    RelationshipFactory(child=brother, person=grandmother, kind="GRANDPARENT")
    return found


def of(family, given):
    return family.children.get(given_names=given)


def split(by, family, *given, people=(), into=None, **more):
    children = [of(family, name) for name in given]
    going = list(family.people.filter(full_name__in=people))
    values = {"name": "Samplewood", "is_new": into is None, "reason": "He lives with his father now"} | more
    return split_family(family=family, children=children, people=going, into=into, by=by, at=NOW, **values)


def join(by, family, into, reason="One family under two numbers"):
    return join_families(family=family, into=into, reason=reason, by=by, at=NOW)


def now_in(family):
    return sorted(family.children.values_list("given_names", flat=True))


def test_a_child_leaves_with_who_belongs_to_it_alone(support, family):
    new = split(support, family, "Jasper", people=["Grandmother Samplewood"])
    assert (now_in(new), now_in(family)) == (["Jasper"], ["Jade"])
    assert [one.full_name for one in new.people.all()] == ["Grandmother Samplewood"]
    move = FamilyMove.objects.unscoped("test").get()
    assert (move.kind, move.from_family, move.to_family) == ("SPLIT", family, new)
    assert (move.reason, move.moved_by, move.moved_at) == ("He lives with his father now", support, NOW)
    entry = AuditEntry.objects.get(event="family.split")
    assert entry.subject_id == new.pk and entry.detail["from"] == family.pk
    assert "He lives" not in str(entry.detail)


def test_a_home_that_some_leave_is_theirs_at_the_same_address(support, family):
    new = split(support, family, "Jasper")
    (home,) = Household.objects.unscoped("test").filter(family=new)
    assert (home.name, home.address) == ("Father’s home", "4 Open Street")
    stays = HouseholdMember.objects.unscoped("test")
    assert [stay.child for stay in stays.filter(household=home)] == [of(new, "Jasper")]
    his = stays.filter(household__family=family, household__name="Father’s home")
    assert [stay.person.full_name for stay in his] == ["Father Samplewood"]


def test_a_parent_who_stays_is_seen_with_the_child_who_left(family, support):
    split(support, family, "Jasper")
    worker = person("SOCIAL_WORKER", team=TeamFactory())
    AllocationFactory(team=worker.team, child=Child.objects.unscoped("test").get(given_names="Jasper"))
    names = {one.full_name for one in scope(worker, Person)}
    assert names == {"Mother Fablethorpe", "Father Samplewood", "Grandmother Samplewood"}


def test_the_address_of_a_confidential_home_stays_confidential(support, family):
    mother = family.people.get(full_name="Mother Fablethorpe")
    Person.every.filter(pk=mother.pk).update(address_is_confidential=False)
    split(support, family, "Jasper")
    mother.refresh_from_db()
    assert mother.address_is_confidential


def test_who_is_something_to_a_child_who_stays_does_not_go(support, family):
    ((field, sentence), *_) = refused(split, support, family, "Jasper", people=["Father Samplewood"])
    assert field == "people"
    assert sentence.startswith("Father Samplewood is recorded as father of Jade Fablethorpe, who stays.")


@pytest.mark.parametrize(
    ("names", "more", "expected"),
    [
        ([], {}, ("children", "Select at least one child")),
        (["Jade", "Jasper"], {}, ("children", ALL)),
        (["Jade"], {"reason": " "}, ("reason", "Enter the reason")),
        (["Jade"], {"name": " "}, ("name", "Enter what the new family is called")),
        (["Jade"], {"is_new": None}, ("where", "Select where the children go")),
    ],
)
def test_what_is_missing_is_told(support, family, names, more, expected):
    assert refused(split, support, family, *names, **more) == [expected]


def test_a_family_is_neither_joined_with_itself_nor_split_into_itself(support, family):
    assert refused(join, support, family, family) == [("number", SAME)]
    assert refused(split, support, family, "Jade", into=family) == [("number", SAME)]


def test_a_conference_ahead_of_children_of_both_sides_is_named(support, family):
    first = RequestedChildFactory(child=of(family, "Jade"), request__family=family, due_date=DUE)
    RequestedChildFactory(child=of(family, "Jasper"), request=first.request, due_date=DUE)
    ((_, sentence),) = refused(split, support, family, "Jasper")
    assert "Withdraw it on its page first" in sentence
    Request.every.filter(pk=first.request.pk).update(requested_at=NOW)
    meeting = booked(first.request)
    ((_, sentence),) = refused(split, support, family, "Jasper")
    assert f"meeting {meeting.pk}" in sentence and "cancel it" in sentence


def test_a_conference_of_those_who_go_goes_with_them(support, family):
    asked = RequestedChildFactory(child=of(family, "Jasper"), request__family=family).request
    joint = RequestedChildFactory(child=of(family, "Jade"), request__family=family).request
    earlier = EnquiryFactory(child=of(family, "Jasper"), started_date=dt.date(2017, 3, 1))
    meet(joint)
    RequestedChildFactory(child=of(family, "Jasper"), request=joint, enquiry=earlier)
    new = split(support, family, "Jasper")
    asked.refresh_from_db()
    joint.refresh_from_db()
    assert (asked.family, joint.family) == (new, family)


def test_bars_hold_on_both_sides_and_none_is_lifted(support, family):
    bar = BarFactory(family=family)
    new = split(support, family, "Jasper")
    assert Bar.objects.filter(user=bar.user, lifted_at=None).count() == 2
    assert Bar.objects.get(family=new).barred_by == bar.barred_by
    other = ChildFactory().family
    own = BarFactory(family=other)
    join(support, new, other)
    assert set(Bar.objects.filter(family=other, lifted_at=None).values_list("user", flat=True)) == {
        bar.user_id,
        own.user_id,
    }


def test_two_families_become_one_and_may_part_again(support, family):
    other = ChildFactory(given_names="Amber").family
    asked = RequestedChildFactory(child=of(family, "Jade"), request__family=family).request
    assert join(support, family, other) == other
    assert now_in(other) == ["Amber", "Jade", "Jasper"] and now_in(family) == []
    assert other.households.count() == 2 and other.people.count() == 3
    asked.refresh_from_db()
    assert asked.family == other
    people = ["Mother Fablethorpe", "Father Samplewood", "Grandmother Samplewood"]
    again = split(support, other, "Jade", "Jasper", people=people)
    assert (now_in(again), now_in(other)) == (["Jade", "Jasper"], ["Amber"])
    assert again.households.count() == 2 and other.households.count() == 0


def test_what_is_out_of_sight_is_told_in_one_sentence_for_all(support, family):
    other = ChildFactory().family
    hidden = ChildFactory(family=other, restricted=True)
    assert refused(join, support, family, other) == refused(join, support, other, family) == [("", SAID)]
    RestrictedGrantFactory(child=hidden, user=support)
    assert join(support, other, family) == family
    worker = AllocationFactory(child=of(family, "Jade"), worker=person("SOCIAL_WORKER")).worker
    barring = BarFactory(user=worker, family=ChildFactory().family).family
    assert refused(join, support, barring, family) == [("", SAID)]


def test_a_tie_or_a_conference_with_somebody_out_of_sight_is_told_the_same_way(support, family):
    hidden = ChildFactory(family=family, restricted=True)
    grandmother = family.people.get(full_name="Grandmother Samplewood")
    tie = RelationshipFactory(child=hidden, person=grandmother)
    given = {"people": ["Grandmother Samplewood"]}
    assert refused(split, support, family, "Jasper", **given) == [("", SAID)]
    tie.delete()
    joint = RequestedChildFactory(child=hidden, request__family=family).request
    RequestedChildFactory(child=of(family, "Jasper"), request=joint)
    assert refused(split, support, family, "Jasper") == [("", SAID)]


def test_that_somebody_out_of_sight_stays_is_not_told(support, family):
    ChildFactory(family=family, restricted=True)
    assert refused(split, support, family, "Jade", "Jasper") == [("children", ALL)]
    assert now_in(split(support, family, "Jade")) == ["Jade"]


def test_a_team_manager_moves_the_children_of_the_own_team_alone(family):
    manager = person("TEAM_MANAGER", team=TeamFactory())
    for child in family.children.all():
        AllocationFactory(child=child, team=manager.team)
    with pytest.raises(Refused) as caught:
        join(manager, family, ChildFactory().family)
    assert caught.value.status == NOT_FOUND
    assert now_in(split(manager, family, "Jasper")) == ["Jasper"]


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "CHAIR", "STRATEGIC_LEAD", "SYSTEM_ADMINISTRATOR"])
def test_other_roles_move_nobody(role, family):
    by = person(role, team=TeamFactory())
    with pytest.raises(Refused) as caught:
        split(by, family, "Jasper")
    assert caught.value.status == FORBIDDEN


def test_a_child_of_another_family_does_not_leave_this_one(support, family):
    stranger = ChildFactory()
    with pytest.raises(Refused) as caught:
        split_family(
            family=family,
            children=[stranger],
            people=[],
            is_new=True,
            name="New",
            into=None,
            reason="Why",
            by=support,
            at=NOW,
        )
    assert caught.value.status == NOT_FOUND
