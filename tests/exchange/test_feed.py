"""The file of children from the case system: what it writes, what it asks, and what it never touches."""

import datetime as dt

import pytest

from conferences.models import FeedLine, FeedMemory
from safeguarding.models import Allocation, Child, ChildName, Household, HouseholdMember
from tests.exchange.feed import bare, fed, lines, put_in, row, shown
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    HouseholdMemberFactory,
    RelationshipFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
BORN = dt.date(2012, 5, 4)


def child(number: str = "FB001") -> Child:
    return Child.every.get(la_child_id=number)


def census_child(number: str = "FB001", **fields) -> Child:
    """As a census brings a child: without name or family."""
    values = {"given_names": "", "family_name": "", "family": None, "sex": "F", "birth_date": BORN} | fields
    return ChildFactory(la_child_id=number, **values)


def counts(feed) -> dict[str, int]:
    return {name: count for name, count in feed.counts.items() if count and name != "rows"}


def held(number: str = "FB001") -> tuple[str, str]:
    present = Allocation.every.get(child__la_child_id=number, end_date=None)
    return present.team.name, present.worker.full_name if present.worker else ""


@pytest.fixture
def worker():
    return UserFactory(role="SOCIAL_WORKER", full_name="Sample Worker", team=TeamFactory(name="North"))


# ----- What is written -------------------------------------------------------------------------------------


def test_a_new_child_is_added_with_family_home_team_and_worker(worker):
    feed = fed(row(address="1 Fable Street\nFableton", postcode="ZZ1 1ZZ", worker=worker.email, team="north"))
    assert counts(feed) == {"added": 1}
    made = child()
    assert (made.given_names, made.family.name, held()) == ("Amber", "Fable", ("North", "Sample Worker"))
    assert HouseholdMember.every.get(child=made).household.address == "1 Fable Street\nFableton"
    assert not FeedLine.every.exists()


def test_a_reference_that_looks_like_a_number_is_no_other_child_s_family():
    fed(row("FB001"), row("FB002", ref="#FB001"), row("FB003", ref="FB001"))
    assert len({child(number).family for number in ("FB001", "FB002", "FB003")}) == 3


def test_the_children_of_a_census_are_named_and_found():
    census_child()
    feed = fed(row(ref="F1"), row("FB002", given="Basil", ref="F1"))
    assert counts(feed) == {"added": 1, "named": 1}
    assert child().plain_name == "amber fable" and child().family == child("FB002").family


def test_a_later_sibling_joins_the_family_of_the_same_reference():
    fed(row(ref="F1"))
    fed(row(ref="F1"), row("FB002", given="Basil", ref="F1"))
    assert child().family == child("FB002").family


def test_where_two_families_have_one_reference_neither_is_joined():
    fed(row(ref="F1"), row("FB002", ref="F1"))
    Child.every.filter(la_child_id="FB002").update(family=ChildFactory().family)
    fed(row("FB003", ref="F1"))
    assert child("FB003").family not in (child().family, child("FB002").family)


def test_twice_is_once(worker):
    rows = [row(ref="F1", address="1 Fable Street", worker="Sample Worker"), row("FB002", ref="F1")]
    fed(*rows)
    assert counts(fed(*rows)) == {"unchanged": 2}
    assert (Child.every.count(), Allocation.every.count(), Household.every.count()) == (2, 1, 1)


def test_a_new_name_keeps_the_earlier_one_to_be_found_by():
    fed(row())
    assert counts(fed(row(family="Oakley"))) == {"changed": 1}
    earlier = ChildName.every.get(child=child())
    assert (earlier.kind, earlier.family_name) == ("EARLIER", "Fable") and child().family_name == "Oakley"


def test_a_move_ends_the_home_and_the_holding(worker):
    other = UserFactory(role="SOCIAL_WORKER", full_name="Other Worker", team=TeamFactory(name="South"))
    fed(row(address="1 Fable Street", worker=worker.email))
    feed = fed(row(address="2 Fable Street", worker=other.email))
    assert counts(feed) == {"changed": 1, "moved": 1}
    assert held() == ("South", "Other Worker") and Allocation.every.count() == 2
    homes = HouseholdMember.every.filter(child=child(), end_date=None)
    assert [home.household.address for home in homes] == ["2 Fable Street"]


def test_an_empty_cell_and_a_child_left_out_change_nothing(worker):
    fed(row(address="1 Fable Street", worker=worker.email), row("FB002"))
    assert counts(fed(bare("FB001"))) == {"unchanged": 1}
    assert held() == ("North", "Sample Worker") and child("FB002").family_name == "Fable"


def test_an_unborn_child_is_born():
    day = dt.date.today() + dt.timedelta(days=30)
    fed(row(born="", expected=day.isoformat(), given=""))
    fed(row(born="2018-01-02", expected=day.isoformat(), sex="M"))
    assert (child().birth_date, child().expected_birth_date) == (dt.date(2018, 1, 2), None)


def test_every_write_has_who_and_how_it_was():
    census_child()
    fed(row())
    event = child().history.latest("pgh_id")
    assert event.pgh_label == "update" and event.pgh_context.metadata["user"]


# ----- What is a question ----------------------------------------------------------------------------------


def test_what_a_person_typed_since_is_kept_and_asked_about():
    fed(row())
    Child.every.update(family_name="Typed")
    feed = shown(row(family="Oakley"))
    assert counts(feed) == {"unchanged": 1, "asked": 1} and lines(feed)[0].asks == ["NAME"]
    put_in(feed)
    assert child().family_name == "Typed"


def test_a_question_is_asked_once_until_the_file_says_something_else():
    fed(row())
    Child.every.update(family_name="Typed")
    fed(row())
    assert lines(shown(row()))[0].asks == []
    assert lines(shown(row(family="Oakley")))[0].asks == ["NAME"]
    Child.every.update(family_name="Fable")
    fed(row())
    Child.every.update(family_name="Typed again")
    assert lines(shown(row()))[0].asks == ["NAME"]


def test_a_question_about_a_part_of_a_name_is_asked_once_too():
    fed(row())
    Child.every.update(given_names="Typed")
    assert fed(bare("FB001", family="Oakley")).counts["asked"] == 1
    assert fed(bare("FB001", family="Oakley")).counts["asked"] == 0
    assert (child().given_names, child().family_name) == ("Typed", "Fable")


def test_a_worker_or_postcode_once_left_out_is_no_question_later(worker):
    other = UserFactory(role="SOCIAL_WORKER", team=TeamFactory(name="South"))
    fed(row(address="1 Fable Street", postcode="ZZ1 1ZZ", worker=worker.email))
    fed(row(address="1 Fable Street", team="North"))
    feed = fed(row(address="2 Fable Street", postcode="ZZ1 1ZZ", worker=other.email))
    assert counts(feed) == {"changed": 1, "moved": 1} and held() == ("South", other.full_name)


def test_what_was_kept_is_no_question_where_the_file_says_less_of_it(worker):
    fed(row(address="1 Fable Street", postcode="ZZ1 1ZZ", worker=worker.email))
    Allocation.every.update(team=TeamFactory(name="South"), worker=None)
    Household.every.update(address="9 Typed Street")
    asked = [
        fed(row(address="2 Fable Street", postcode="ZZ1 1ZZ", worker=worker.email)),
        fed(row(address="2 Fable Street", team="North")),
        fed(row(address="2 Fable Street", team="North")),
    ]
    assert [feed.counts["asked"] for feed in asked] == [1, 0, 0] and held() == ("South", "")


def test_the_file_s_words_are_taken_where_somebody_says_so():
    fed(row())
    Child.every.update(family_name="Typed")
    feed = shown(row(family="Oakley"))
    FeedLine.every.update(takes=["NAME"])
    put_in(feed)
    assert child().family_name == "Oakley" and FeedMemory.every.get().settled == []


def test_what_the_census_tells_too_is_a_question_and_not_overwritten():
    census_child(upn="A123456789012")
    feed = fed(row(born="2012-05-05", sex="M"))
    assert counts(feed) == {"named": 1, "asked": 1}
    assert (child().birth_date, child().sex) == (BORN, "F")


def test_a_child_given_away_on_our_pages_is_asked_about(worker):
    fed(row(worker=worker.email))
    Allocation.every.update(team=TeamFactory(name="South"), worker=None)
    feed = fed(row(worker=worker.email))
    assert counts(feed) == {"unchanged": 1, "asked": 1} and held() == ("South", "")


# ----- What is never touched -------------------------------------------------------------------------------


def test_a_restricted_child_is_left_alone_and_looks_like_any_other(worker):
    ChildFactory(la_child_id="FB001", restricted=True, given_names="Hidden", birth_date=BORN, sex="F")
    AllocationFactory(child=child(), team=TeamFactory(name="South"))
    told = row(address="1 Fable Street", worker=worker.email)
    assert counts(fed(told)) == {"named": 1, "moved": 1}
    assert counts(fed(told)) == {"unchanged": 1}
    assert child().given_names == "Hidden" and held() == ("South", "") and not Household.every.exists()


def test_a_confidential_address_is_neither_overwritten_nor_written_beside():
    home = HouseholdMemberFactory(child=ChildFactory(la_child_id="FB001")).household
    type(home).every.update(is_confidential=True, address="Refuge")
    fed(bare("FB001", address="1 Fable Street", ref="F1"))
    fed(row("FB002", address="1 Fable Street", ref="F1"))
    assert [one.address for one in Household.every.all()] == ["Refuge"]
    assert child().family == child("FB002").family


def test_a_barred_worker_is_left_out_and_the_team_holds_the_child(worker):
    BarFactory(user=worker, family=ChildFactory(la_child_id="FB001").family)
    feed = shown(bare("FB001", worker=worker.email, team="North"))
    assert "cannot be given this child" in lines(feed)[0].finding
    put_in(feed)
    assert held() == ("North", "")


def test_a_worker_of_the_safeguarding_unit_does_not_make_it_hold_a_child(worker):
    type(worker.team).objects.filter(pk=worker.team_id).update(is_safeguarding_unit=True)
    feed = shown(row(worker=worker.email))
    assert "belongs to no team that holds children" in lines(feed)[0].finding
    put_in(feed)
    assert not Allocation.every.exists()


# ----- What is refused or left out, each with its line -----------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"number": ""}, "Child number is missing."),
        ({"number": "FB 1"}, "1 to 20 letters and digits"),
        ({"born": "1234567890"}, "Date of birth is no date"),
        ({"born": "31/2/2015"}, "Date of birth is no date"),
        ({"born": "2999-01-01"}, "lies in the future"),
        ({"born": "1950-01-01"}, "look at the year"),
        ({"born": ""}, "neither the date of birth nor the expected date"),
        ({"born": "", "expected": "2017-01-01"}, "within the next 42 weeks"),
        ({"family": ""}, "the family name is missing"),
        ({"given": ""}, "the given names are missing"),
        ({"given": "=HYPERLINK(1)"}, "Given names begins as a formula does"),
        ({"given": "Am\0ber"}, "Given names holds a character that is no text"),
        ({"given": "Am\u202eber"}, "Given names holds a character that is no text"),
        ({"given": "A" * 101}, "Given names must be 100 characters or less"),
        ({"sex": "X"}, "Sex is none of F, M and U"),
        ({"upn": "A000000000001"}, "It was left out"),
        ({"team": "Nowhere"}, "There is no team in use of this name"),
        ({"worker": "nobody@fableshire.example"}, "the worker was left out"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(cells, sentence):
    feed = shown(row(**cells), row("FB900"))
    first = lines(feed)[0]
    assert first.line == 2 and sentence in f"{first.problem} {first.finding} {first.remark}"
    assert lines(feed)[1].outcome == "ADDED"


def test_signs_of_no_width_are_left_out():
    assert lines(shown(row(given="Am\u200bber\ufeff")))[0].given_names == "Amber"


def test_nothing_of_a_refused_line_is_kept_but_its_number():
    first = lines(shown(row(born="x")))[0]
    assert (first.number, first.outcome, first.given_names) == ("FB001", "REFUSED", "")


def test_two_lines_of_one_number_are_both_refused():
    feed = fed(row(), row("FB002"), row(family="Other"))
    assert counts(feed) == {"added": 1, "refused": 2}
    assert all("lines 2, 4" in line.problem and not line.family_name for line in lines(feed))


def test_a_text_with_a_comma_out_of_quotation_marks_is_refused():
    feed = shown(content=b"Child number,Address\nFB001,1 Fable Street, Fableton\n")
    assert "The line has 3 cells, and the first row 2" in lines(feed)[0].problem


def test_the_empty_columns_and_first_rows_of_a_spreadsheet_are_none():
    feed = shown(content=b"\r\n,,,\r\nChild number,Family name,,\r\nFB001,Fable,,\r\n")
    assert [line.family_name for line in lines(feed)] == ["Fable"]


def test_a_child_born_before_a_parent_is_refused():
    mother = RelationshipFactory(child=ChildFactory(la_child_id="FB001"), kind="MOTHER").person
    type(mother).every.update(birth_date=dt.date(2014, 1, 1))
    assert "born before a parent" in lines(shown(row()))[0].finding


def test_a_pupil_number_under_another_child_number_is_refused():
    ChildFactory(upn="H801200001001")
    assert "under another child number" in lines(shown(row(upn="H801200001001")))[0].finding


def test_a_pupil_number_of_two_children_is_left_out_of_both():
    feed = fed(row(upn="H801200001001"), row("FB002", upn="H801200001001"), row("FB003"))
    assert counts(feed) == {"added": 3, "noted": 2}
    assert all("lines 2, 3: it was left out" in line.remark for line in lines(feed))
    assert not Child.every.exclude(upn="").exists()


def test_a_known_child_gets_no_pupil_number_of_another():
    fed(row(), row("FB002", given="Basil", upn="H801200001001"))
    feed = fed(row(upn="H801200001001"))
    assert counts(feed) == {"unchanged": 1, "noted": 1} and child().upn == ""
    assert "Another child has this pupil number" in lines(feed)[0].finding


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [({"born": "1950-01-01"}, "no child’s"), ({"expected": "2099-01-01"}, "within the next 42 weeks")],
)
def test_an_unborn_child_is_born_or_expected_when_a_child_can_be(cells, sentence):
    expected = dt.date.today() + dt.timedelta(days=30)
    fed(row(born="", expected=expected.isoformat(), given=""))
    feed = fed(bare("FB001", **cells))
    assert counts(feed) == {"refused": 1} and sentence in lines(feed)[0].finding
    assert (child().birth_date, child().expected_birth_date) == (None, expected)


def test_an_unborn_child_whose_day_is_long_past_is_still_known():
    ChildFactory(la_child_id="FB001", birth_date=None, expected_birth_date=dt.date(2018, 1, 1))
    assert counts(fed(bare("FB001", expected="2018-01-01"))) == {"unchanged": 1}


def test_two_workers_of_one_name_are_not_guessed_between(worker):
    UserFactory(role="SOCIAL_WORKER", full_name="Sample Worker", team=worker.team)
    assert "More than one person" in lines(shown(row(worker="Sample Worker")))[0].finding


def test_a_worker_of_another_team_is_left_out(worker):
    TeamFactory(name="South")
    feed = shown(row(worker=worker.email, team="South"))
    assert "another team" in lines(feed)[0].finding
    put_in(feed)
    assert held() == ("South", "")


def test_the_same_child_under_another_number_is_pointed_out():
    fed(row())
    assert "already under another number" in lines(shown(row("FB002")))[0].finding


# ----- What is asked of the whole file ---------------------------------------------------------------------


def many(numbers: range, **cells: str) -> list[dict[str, str]]:
    return [row(f"FB{number:03d}", **cells) for number in numbers]


def test_another_council_s_file_is_asked_about():
    fed(*many(range(30)))
    assert shown(*[row(f"XX{n:03d}") for n in range(30)]).concerns == {"UNKNOWN": 0, "MISSING": 100}


def test_many_of_the_last_file_missing_is_asked_about_and_nobody_is_taken_away():
    fed(*many(range(50)))
    feed = shown(*many(range(30)))
    assert feed.concerns == {"MISSING": 40}
    put_in(feed)
    assert Child.every.count() == 50


def test_many_other_names_are_asked_about():
    fed(*many(range(30)))
    assert shown(*many(range(30), family="Street 1")).concerns == {"RENAMED": 100}


def test_a_first_file_far_larger_than_the_census_is_not():
    for number in range(20):
        census_child(f"FB{number:03d}")
    assert shown(*many(range(60))).concerns == {}
