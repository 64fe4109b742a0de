"""A file of parents: what it adds and changes, what it leaves as somebody wrote it, what it never tells."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import ParentMemory
from conferences.operations.families_feed import counts, hand_in_parents, take_in_parents
from conferences.operations.families_feed_rows import (
    ELSEWHERE,
    HIDDEN,
    NO_FAMILY,
    TWO,
    UNKNOWN_CHILD,
    YOUNGER,
)
from safeguarding.clock import now
from safeguarding.models import AuditEntry, DirectoryFile, Person, Relationship
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    BarFactory,
    ChildFactory,
    HouseholdMemberFactory,
    PersonFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db
HEADER = (
    "Child number,Name,Relationship,Person number,Parental responsibility,Lives with the child,Date of birth"
)
NAMED = f"{HEADER},Confidential"


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def sister():
    return ChildFactory(la_child_id="F1", birth_date=dt.date(2012, 5, 4))


@pytest.fixture
def brother(sister):
    return ChildFactory(la_child_id="F2", family=sister.family)


def load(by, *rows, header=NAMED):
    file = hand_in_parents(name="p.csv", content="\n".join([header, *rows]).encode(), by=by, at=now())
    return take_in_parents(file=file, by=by, at=now())


def came(by, *rows):
    done = counts(load(by, *rows))
    return tuple(done[what] for what in ("added", "changed", "unchanged", "refused"))


def ties():
    found = Relationship.objects.unscoped("test").select_related("person", "child")
    return {(t.child.la_child_id, t.person.full_name, t.kind, t.parental_responsibility) for t in found}


def the_person():
    return Person.objects.unscoped("test").get()


MOTHER = "F1,Juniper Fableton,Mother,P7,Yes,yes,1990-01-01,"


def test_one_person_of_two_children_is_added_once_and_twice_is_once(support, sister, brother):
    home = HouseholdMemberFactory(child=sister).household
    rows = (MOTHER, "F2,Juniper Fableton,Mother,P7,,,,yes")
    assert came(support, *rows) == (2, 0, 0, 0)
    assert ties() == {
        ("F1", "Juniper Fableton", "MOTHER", "YES"),
        ("F2", "Juniper Fableton", "MOTHER", "UNKNOWN"),
    }
    mother = the_person()
    assert mother.family == sister.family and mother.birth_date == dt.date(1990, 1, 1)
    assert [stay.household for stay in mother.homes.all()] == [home]
    assert came(support, *rows) == (0, 0, 2, 0)
    assert the_person().address_is_confidential


def test_what_the_file_says_otherwise_is_taken_where_nobody_wrote_it_here(support, sister):
    load(support, MOTHER)
    renamed = MOTHER.replace("Fableton", "Oakley").replace("Yes", "No")
    assert came(support, renamed) == (0, 1, 0, 0)
    assert ties() == {("F1", "Juniper Oakley", "MOTHER", "NO")}


def test_what_a_person_wrote_here_is_kept_and_said_once(support, sister):
    load(support, MOTHER)
    Person.every.update(
        full_name="June Fableton",
        safe_contact="Mornings",
        address="9 Hidden Way",
        address_is_confidential=True,
    )
    Relationship.every.update(kind="GUARDIAN")
    otherwise = MOTHER.replace("Fableton", "Oakley").replace("Mother", "Step-parent")
    done = load(support, otherwise)
    assert [words for _, words in done.noted] == ["Recorded otherwise here, and kept: name and relationship."]
    mother = the_person()
    assert (mother.full_name, mother.safe_contact, mother.address) == (
        "June Fableton",
        "Mornings",
        "9 Hidden Way",
    )
    assert mother.address_is_confidential
    again = load(support, otherwise)
    assert (counts(again)["noted"], again.unchanged) == (0, 1)


def test_somebody_recorded_by_hand_is_found_by_name(support, sister):
    known = RelationshipFactory(
        child=sister, person=PersonFactory(family=sister.family, full_name="Juniper Fableton"), kind="MOTHER"
    ).person
    assert came(support, MOTHER) == (0, 1, 0, 0)
    assert the_person() == known


def test_nobody_is_moved_between_families(support, sister):
    load(support, MOTHER)
    other = ChildFactory(la_child_id="G1")
    assert load(support, "G1,Juniper Fableton,Mother,P7,,,,").refused == [(2, f"{ELSEWHERE}.")]
    RelationshipFactory(child=other, person=the_person(), kind="MOTHER")
    assert came(support, "G1,Juniper Fableton,Mother,P7,,,,") == (0, 0, 1, 0)


def test_two_rows_of_one_new_person_are_compared_and_twice_is_once(support, sister):
    rows = ("F1,Juniper Fableton,Mother,P7,,,,", "F1,Juniper Fableton,Guardian,,Yes,,,")
    done = load(support, *rows)
    assert (counts(done)["added"], counts(done)["changed"]) == (1, 1)
    assert [line for line, _ in done.noted] == [3]
    assert ties() == {("F1", "Juniper Fableton", "MOTHER", "YES")}
    assert came(support, *rows) == (0, 0, 2, 0)


def test_a_number_that_somebody_recorded_has_from_this_file_is_nobody_else_s(support, sister):
    mother = PersonFactory(family=sister.family, full_name="Juniper Fableton")
    RelationshipFactory(child=sister, person=mother)
    ChildFactory(la_child_id="F9", birth_date=dt.date(2012, 5, 4))
    done = load(support, MOTHER, MOTHER.replace("F1", "F9"))
    assert done.refused == [(3, f"{ELSEWHERE}.")] and the_person().full_name == "Juniper Fableton"


def test_rows_that_cannot_be_are_refused_by_their_numbers_and_leave_the_others(support, sister):
    ChildFactory(la_child_id="N1", family=None)
    for _ in range(2):
        PersonFactory(family=sister.family, full_name="Rowan Twice")
    done = load(
        support,
        "X9,Juniper Fableton,Mother,,,,,",
        "N1,Juniper Fableton,Mother,,,,,",
        "F1,Rowan Twice,Other relative,,,,,",
        "F1,Young Parent,Father,,,,2012-05-04,",
        "F1,,Father,,perhaps,,,",
        "F1,Juniper Fableton,Mother,P7,,,,",
        "F1,Juniper Fableton,Mother,P7,,,,",
    )
    assert done.refused[:4] == [
        (2, f"{UNKNOWN_CHILD}."),
        (3, f"{NO_FAMILY}."),
        (4, f"{TWO}."),
        (5, f"{YOUNGER}."),
    ]
    assert done.refused[4][1].startswith("Enter the name. Parental responsibility must be one of")
    assert done.refused[5] == (8, "The same person and child as in row 7.")
    assert done.added == ["Row 7"]


def test_a_restricted_child_looks_like_any_other_and_nothing_of_it_is_written(support):
    hidden = ChildFactory(la_child_id="H1", restricted=True)
    recorded = RelationshipFactory(
        child=hidden, person=PersonFactory(family=hidden.family, full_name="Juniper Fableton"), kind="MOTHER"
    )
    row = "H1,Juniper Fableton,Father,P7,Yes,yes,1990-01-01,yes"
    assert came(support, row) == (1, 0, 0, 0)
    assert came(support, row) == (0, 0, 1, 0)
    assert came(support, row.replace("Father", "Mother")) == (0, 1, 0, 0)
    assert ties() == {("H1", "Juniper Fableton", "MOTHER", recorded.parental_responsibility)}
    assert ParentMemory.objects.unscoped("test").get().person is None


def test_many_rows_ask_no_question_each(support, sister):
    asked = []
    for many in (1, 2, 60):
        rows = [f"F1,Parent {many} {n},Other relative,,,,," for n in range(many)]
        with CaptureQueriesContext(connection) as captured:
            assert len(load(support, *rows).added) == many
        asked.append(len(captured))
    assert asked[1] == asked[2]


def test_the_page_shows_what_it_would_do_and_does_it_once(client, support, sister):
    client.force_login(support)
    file = SimpleUploadedFile("p.csv", f"{NAMED}\n{MOTHER}\nX9,A,Mother,,,,,".encode())
    shown = client.post(reverse("parents_file"), {"file": file}, follow=True)
    body = shown.content.decode()
    assert "1 added" in body and "1 refused" in body and "Juniper" not in body
    assert not ties()
    address = shown.redirect_chain[-1][0]
    done = client.post(address, follow=True).content.decode()
    assert "Taken in: 1 added" in done and "What the file changed" in done and "Refused (1 row)" in done
    assert ties() and client.post(address).status_code == 409
    assert bytes(DirectoryFile.objects.get().content) == b""
    assert AuditEntry.objects.get(event="parents.file_taken_in").detail["added"] == 1


def test_only_who_feeds_hands_in_and_only_who_handed_in_takes_in(support, sister):
    with pytest.raises(Refused) as caught:
        load(person("CHAIR"), MOTHER)
    assert caught.value.status == FORBIDDEN
    content = f"{NAMED}\n{MOTHER}".encode()
    file = hand_in_parents(name="p.csv", content=content, by=support, at=now())
    with pytest.raises(Refused) as caught:
        take_in_parents(file=file, by=person("SYSTEM_ADMINISTRATOR"), at=now())
    assert caught.value.status == NOT_FOUND


def test_a_name_is_found_by_itself_however_it_is_spelt(support, sister):
    load(support, MOTHER)
    long = "ΐ" * 150
    assert came(support, f"F1,{long},Other,,,,,", "F1,#P7,Other,,,,,") == (2, 0, 0, 0)
    assert came(support, f"F1,{long},Other,,,,,", "F1,#P7,Other,,,,,") == (0, 0, 2, 0)


def test_what_is_recorded_of_a_child_out_of_sight_is_not_told(support, sister):
    load(support, MOTHER)
    Person.objects.unscoped("test").update(birth_date=dt.date(1980, 1, 1))
    older = "F1,Juniper Fableton,Mother,P7,,,2015-01-01,"
    BarFactory(user=support, family=sister.family)
    for year, by in ((1991, support), (1992, person("SYSTEM_ADMINISTRATOR"))):
        assert [words for _, words in load(by, older).refused] == [HIDDEN]
        assert [words for _, words in load(by, f"F1,Juniper Fableton,Mother,P7,,,{year}-01-01,").noted] == [
            HIDDEN
        ]


def test_whether_somebody_belongs_to_a_restricted_child_is_not_told(support, sister):
    load(support, MOTHER)
    ChildFactory(la_child_id="F3", restricted=True)
    assert came(support, "F3,Juniper Fableton,Mother,P7,,,,") == (1, 0, 0, 0)
