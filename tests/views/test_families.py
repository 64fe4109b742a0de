"""The family's page: homes stand apart, a confidential address is asked for, a hidden child hides its own."""

from datetime import date

import pytest
from django.urls import reverse

from safeguarding.audit import acting_as
from safeguarding.models import (
    AuditEntry,
    Household,
    HouseholdMember,
    Person,
    ReadLog,
    Relationship,
)
from tests.cast import person
from tests.factories import (
    BarFactory,
    ChildFactory,
    FamilyFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    PersonFactory,
    PlanFactory,
    RelationshipFactory,
)
from tests.scenarios import life_of, two_homes
from tests.views.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("october_2018")]


def page(client, family, name="family"):
    return client.get(reverse(name, args=[family.ref]))


def asked_for(client, family, **what):
    return client.post(reverse("family_address", args=[family.ref]), what, follow=True)


@pytest.mark.parametrize(
    "words",
    [
        "Jade Fablethorpe",
        "Mother’s home",
        "Safe contact Ring on weekdays before noon; never leave a message.",
        "Mother of Jade (has parental responsibility)",
        "Father of Jasper (parental responsibility not known)",
        "4 Open Street, ZZ97 3CC",
        "Invented Polish",
    ],
)
def test_the_page_tells_who_is_in_the_family_and_how_to_reach_them(client, chair, words):
    family, _, _ = two_homes()
    assert words in text(page(client, family))


def test_each_child_s_plan_and_home_stand_beside_the_name(client, chair):
    family, sister, _ = two_homes()
    PlanFactory(child=sister, start_date=date(2018, 4, 9))
    shown = text(page(client, family))
    assert "On a plan Neglect, since 9 April 2018 Mother’s home" in shown
    assert "No plan Father’s home" in shown


def test_a_confidential_address_is_nowhere_until_it_is_asked_for(client, chair):
    family, _, _ = two_homes()
    for name in ("family", "family_timeline"):
        body = page(client, family, name).content.decode()
        assert "Hidden Lane" not in body
        assert "ZZ98" not in body


def test_asking_shows_that_address_once_and_notes_who_asked(client, chair):
    family, _, _ = two_homes()
    mother = family.people.get(full_name="Mother Fablethorpe")
    shown = asked_for(client, family, person=str(mother.ref))
    assert shown.content.decode().count("9 Hidden Lane, Fableshire, ZZ98 2BB") == 1
    entry = AuditEntry.objects.get(event="address.shown")
    assert (entry.done_by, entry.subject_model, entry.subject_id) == (chair, "safeguarding.person", mother.pk)
    assert "Hidden Lane" not in page(client, family).content.decode()


def test_a_home_s_address_is_shown_the_same_way(client, chair):
    family, _, _ = two_homes()
    home = family.households.get(is_confidential=True)
    assert "9 Hidden Lane" in text(asked_for(client, family, household=str(home.pk)))
    assert AuditEntry.objects.get(event="address.shown").subject_id == home.pk


def test_an_address_shown_for_one_family_is_not_shown_by_another_s_page(client, chair):
    family, _, _ = two_homes()
    home = family.households.get(is_confidential=True)
    client.post(reverse("family_address", args=[family.ref]), {"household": str(home.pk)})
    other, _, _ = two_homes()
    assert "Hidden Lane" not in page(client, other).content.decode()


@pytest.mark.parametrize("what", [{"household": "0"}, {"person": "x"}, {}])
def test_asking_for_no_such_address_says_so_and_notes_nothing(client, chair, what):
    family, _, _ = two_homes()
    assert "There is no such address." in text(asked_for(client, family, **what))
    assert not AuditEntry.objects.filter(event="address.shown").exists()


def test_asking_is_never_a_link(client, chair):
    family, _, _ = two_homes()
    assert client.get(reverse("family_address", args=[family.ref])).status_code == 405


def test_somebody_living_in_a_confidential_home_has_a_confidential_address(client, chair):
    family, sister, _ = two_homes()
    aunt = PersonFactory(family=family, full_name="Aunt Samplewood", address="9 Hidden Lane")
    RelationshipFactory(child=sister, person=aunt, kind="OTHER_RELATIVE")
    home = family.households.get(is_confidential=True)
    HouseholdMemberFactory(household=home, child=None, person=aunt)
    for address in (reverse("family", args=[family.ref]), reverse("child", args=[sister.ref])):
        assert "Hidden Lane" not in client.get(address).content.decode()


def hidden_sibling(family):
    """A restricted child with a father and a home of its own."""
    child = ChildFactory(restricted=True, family=family, given_names="Hiddenchild", la_child_id="HID1")
    father = PersonFactory(family=family, full_name="Hiddenfather Fable", address="1 Hiddenroad")
    RelationshipFactory(child=child, person=father, kind="FATHER")
    home = HouseholdFactory(family=family, name="Hiddenhome", address="1 Hiddenroad")
    HouseholdMemberFactory(household=home, child=child)
    HouseholdMemberFactory(household=home, child=None, person=father)
    PersonFactory(family=family, full_name="Hiddenfriend Fable")
    HouseholdFactory(family=family, name="Hiddenempty")
    life_of(child)
    return child


def test_a_hidden_child_hides_its_own_people_and_homes_and_story(client, chair):
    family, _, _ = two_homes()
    child = hidden_sibling(family)
    for name in ("family", "family_timeline"):
        body = page(client, family, name).content.decode()
        assert "Hidden" not in body.replace("visually-hidden", "")
        assert "HID1" not in body
    assert not ReadLog.objects.filter(child=child).exists()


def test_the_address_of_a_hidden_child_s_home_cannot_be_asked_for(client, chair):
    family, _, _ = two_homes()
    hidden_sibling(family)
    home = family.households.get(name="Hiddenhome")
    assert "There is no such address." in text(asked_for(client, family, household=str(home.pk)))


def test_a_parent_shared_with_a_hidden_child_is_shown_without_it(client, chair):
    family, _, _ = two_homes()
    child = hidden_sibling(family)
    RelationshipFactory(child=child, person=family.people.get(full_name="Mother Fablethorpe"))
    HouseholdMemberFactory(household=family.households.get(is_confidential=True), child=child)
    body = page(client, family).content.decode()
    assert "Mother Fablethorpe" in body
    assert "Hiddenchild" not in body


def test_people_and_homes_not_yet_attached_are_shown_when_no_child_is_hidden(client, chair):
    family, _, _ = two_homes()
    PersonFactory(family=family, full_name="Unattached Samplewood")
    HouseholdFactory(family=family, name="Empty home")
    shown = text(page(client, family))
    assert "Unattached Samplewood" in shown
    assert "Empty home" in shown


def test_a_family_with_no_child_in_sight_is_not_there(client, chair):
    restricted = ChildFactory(restricted=True).family
    barred = ChildFactory().family
    BarFactory(user=chair, family=barred)
    families = [restricted, barred, FamilyFactory()]
    for name in ("family", "family_timeline"):
        answers = [page(client, family, name) for family in families]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.content for answer in answers}) == 1
    assert client.post(reverse("family_address", args=[barred.ref])).status_code == 404


def test_every_child_on_the_page_is_written_down_as_opened(client, chair):
    family, sister, brother = two_homes()
    page(client, family)
    looks = ReadLog.objects.values_list("child_id", "kind")
    assert sorted(looks) == [(sister.pk, "OPENED"), (brother.pk, "OPENED")]


def test_the_family_s_timeline_tells_once_what_its_children_share(client, chair):
    family, sister, brother = two_homes()
    for child in (sister, brother):
        PlanFactory(child=child, start_date=date(2018, 4, 9))
    shown = text(page(client, family, "family_timeline"))
    assert shown.count("Child protection plan began 9 April 2018") == 1
    assert "Jade and Jasper: Category: Neglect." in shown
    assert "Born 9 July 2014 Jasper" in shown


def test_the_title_names_no_family(client, chair):
    family, _, _ = two_homes()
    for name in ("family", "family_timeline"):
        title = page(client, family, name).content.decode().split("</title>")[0]
        assert "Fablethorpe" not in title


@pytest.mark.parametrize("name", ["family", "family_timeline"])
def test_a_large_family_asks_no_more_queries_than_a_small_one(
    client,
    chair,
    name,
    django_assert_max_num_queries,
):
    family, sister, _ = two_homes()
    life_of(sister)
    client.get(reverse("my_work"))
    counts = []
    for more in range(2):
        for _ in range(more * 6):
            life_of(ChildFactory(family=family))
        with django_assert_max_num_queries(14) as asked:
            page(client, family, name)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_reviewer_reads_the_child_and_not_the_family(client):
    reviewer = person("REVIEWER")
    client.force_login(reviewer)
    assert page(client, ChildFactory().family).status_code == 403


def test_who_may_register_records_homes_from_the_page_and_others_see_no_link(client, chair):
    family, _, _ = two_homes()
    assert "Add a home" not in text(page(client, family))
    client.force_login(person("BUSINESS_SUPPORT"))
    shown = page(client, family).content.decode()
    assert reverse("home_new", args=[family.ref]) in shown
    home = family.households.first()
    address = reverse("home_end", args=[family.ref, home.pk])
    assert address in shown
    refused = client.post(address, {"until_day": "1", "until_month": "1", "until_year": "2999"})
    assert "The day must be today or in the past" in text(refused)
    ended = client.post(address, {"until_day": "1", "until_month": "10", "until_year": "2018"}, follow=True)
    assert "until 1 October 2018" in text(ended)
    other, _, _ = two_homes()
    assert client.get(reverse("home_change", args=[other.ref, home.pk])).status_code == 404


def test_only_who_lives_elsewhere_is_asked_to_move_in(client):
    family, sister, brother = two_homes()
    client.force_login(person("BUSINESS_SUPPORT"))
    hers = family.households.get(is_confidential=True)
    address = reverse("home_move_in", args=[family.ref, hers.pk])
    shown = client.get(address).content.decode()
    assert str(brother.ref) in shown and str(sister.ref) not in shown
    for who in (brother, Person.objects.unscoped("test").get(full_name="Father Samplewood")):
        moved = {"who": str(who.ref), "since_day": "1", "since_month": "10", "since_year": "2018"}
        assert "Saved." in text(client.post(address, moved, follow=True))
    assert "Everybody of the family lives here already" in text(client.get(address))


def test_a_split_is_shown_before_it_is_done_and_then_stands_on_the_page(client, chair):
    family, sister, brother = two_homes()
    assert "Move children out of this family" not in text(page(client, family))
    client.force_login(person("BUSINESS_SUPPORT"))
    assert "Move children out of this family" in text(page(client, family))
    address = reverse("family_split", args=[family.ref])
    sent = {
        "children": [str(brother.ref)],
        "where": "NEW",
        "name": "Samplewood",
        "reason": "He lives with his father",
    }
    shown = text(client.post(address, sent))
    assert "Jasper Fablethorpe" in shown and "Moves" in shown and "Samplewood (new)" in shown
    assert "Stays, and those who leave have a record of it of their own" in shown
    brother.refresh_from_db()
    assert brother.family == family
    done = text(client.post(address, sent | {"step": "confirm"}, follow=True))
    assert "Fablethorpe to Samplewood" in done and "He lives with his father" in done
    assert "Father Samplewood" in done


def test_two_families_are_joined_by_the_number_of_a_child_in_sight(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    family, _, _ = two_homes()
    other, hidden = ChildFactory(), ChildFactory(restricted=True)
    address = reverse("family_join", args=[family.ref])
    words = {"reason": "One family under two numbers"}
    for number in (hidden.la_child_id, "NOSUCH"):
        assert "Enter the number of a child of the other family" in text(
            client.post(address, words | {"number": number})
        )
    sent = words | {"number": other.la_child_id}
    shown = text(client.post(address, sent))
    assert "Is there already" in shown and "This lifts no bar" in shown
    done = client.post(address, sent | {"step": "confirm"}, follow=True)
    assert done.redirect_chain[-1][0] == reverse("family", args=[other.family.ref])
    assert page(client, family).status_code == 404


# ----- History ---------------------------------------------------------------------------------------------


def test_the_history_tells_who_changed_what_of_a_grown_up_and_a_home_and_what_it_was(client, chair):
    family, sister, _ = two_homes()
    father = PersonFactory(family=family, full_name="Basil Fable", telephone="1234")
    tie = RelationshipFactory(child=sister, person=father, kind="OTHER")
    home = HouseholdFactory(family=family, name="Mill", address="1 Mill Lane")
    stay = HouseholdMemberFactory(household=home, child=sister, person=None, end_date=None)
    with acting_as(person("BUSINESS_SUPPORT")):
        Person.objects.unscoped("test").filter(pk=father.pk).update(telephone="5678")
        Relationship.objects.unscoped("test").filter(pk=tie.pk).update(kind="FATHER")
        Household.objects.unscoped("test").filter(pk=home.pk).update(address="2 Mill Lane")
        HouseholdMember.objects.unscoped("test").filter(pk=stay.pk).update(end_date=date(2018, 9, 1))
    shown = text(page(client, family, "family_history"))
    for words in (
        "Telephone: 1234 to 5678 Sample Business support",
        "Father of Jade Relationship: Other to Father",
        "Address: 1 Mill Lane to 2 Mill Lane",
        "Until: nothing to 1 September 2018",
    ):
        assert words in shown
    assert reverse("family_history", args=[family.ref]) in page(client, family).content.decode()


def test_an_address_that_was_ever_confidential_is_not_in_the_history(client, chair):
    family, sister, _ = two_homes()
    hidden = PersonFactory(family=family, address="3 Secret Row")
    RelationshipFactory(child=sister, person=hidden)
    rows = Person.objects.unscoped("test").filter(pk=hidden.pk)
    rows.update(address_is_confidential=True)
    rows.update(address="4 Secret Row")
    rows.update(address_is_confidential=False)
    rows.update(address="5 Open Road")
    shown = text(page(client, family, "family_history"))
    assert "Secret Row" not in shown and "Address: another one, which is not shown here" in shown


def test_an_address_kept_anywhere_in_the_family_is_in_no_history(client, chair):
    family, sister, _ = two_homes()
    refuge = HouseholdFactory(
        family=family, address="7 Refuge Way", postcode="ZZ99 7AA", is_confidential=True
    )
    mother, uncle = (
        RelationshipFactory(child=sister, person=PersonFactory(family=family, address=address)).person
        for address in ("6 Refuge Way", "Flat 2, 7  refuge way")
    )
    HouseholdMemberFactory(household=refuge, child=None, person=mother, end_date=None)
    home = HouseholdFactory(family=family, address="1 Mill Lane")
    HouseholdMemberFactory(household=home, child=sister, person=None, end_date=None)
    aunt = RelationshipFactory(child=sister, person=PersonFactory(family=family, postcode="zz997aa")).person
    homes, people = Household.objects.unscoped("test"), Person.objects.unscoped("test")
    homes.filter(pk=home.pk).update(address="7 Refuge Way")
    homes.filter(pk=home.pk).update(address="2 Mill Lane")
    people.filter(pk=mother.pk).update(address="8 Refuge Way")
    people.filter(pk__in=[uncle.pk, aunt.pk]).update(address="9 Mill Lane", postcode="ZZ99 1AA")
    shown = text(page(client, family, "family_history")).lower()
    assert "refuge way" not in shown and "997aa" not in shown and "which is not shown here" in shown


def test_the_history_of_whom_a_hidden_child_brings_is_hidden_too(client, chair):
    family, _, _ = two_homes()
    unknown = RelationshipFactory(child=ChildFactory(family=family, restricted=True), person__family=family)
    assert unknown.person.full_name not in text(page(client, family, "family_history"))
    client.force_login(person("SOCIAL_WORKER"))
    assert page(client, family, "family_history").status_code == 404
