"""What stands in whose letter of invitation: 200 made-up lists whose every word is a canary."""

import datetime as dt
import random
import re
from dataclasses import replace

import pytest

from conferences.documents.invitations import invitation_letter
from conferences.documents.paper import Paper, text
from conferences.rules.documents import ComplaintRoute
from conferences.rules.invitations_letters import (
    Band,
    Guest,
    ListedChild,
    ListTold,
    To,
    arrives_at,
    band_of,
    changed_words,
    invitation_of,
    since,
    source_of,
)
from tests.readability import longest_sentence, reading_age

AT = dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC)
STARTS = dt.datetime(2026, 11, 19, 10, tzinfo=dt.UTC)
BANDS = {Band.READ: 5, Band.SIDE: 8, Band.FORM: 12, Band.GROWN: 16}
KINDS = ("INITIAL", "REVIEW", "TRANSFER_IN")


def told(children=(), guests=(), **fields):
    values = {
        "meets": (STARTS, STARTS + dt.timedelta(hours=2)),
        "place": "Oak Room, Fable House",
        "chair": "Ada Fable",
        "reach": "by telephone, 01632 960000",
        "hidden": (),
        "early": 30,
        "apart": 0,
        "bands": BANDS,
        "to_unit": dt.date(2026, 11, 16),
        "to_family": dt.date(2026, 11, 17),
        "complain": ComplaintRoute(dt.date(2026, 12, 17)),
    }
    return ListTold(children=tuple(children), guests=tuple(guests), **values | fields)


AMY = ListedChild(1, "Amy Testcase", "Amy", "INITIAL")
BEN = ListedChild(2, "Ben Testcase", "Ben", "REVIEW")
MOTHER = Guest(1, "Mo Testcase", ("Mo Testcase", "1 Sample Road"), children=frozenset({1, 2}))
FATHER = Guest(2, "Fay Testcase", ("Fay Testcase", "2 Sample Road"), children=frozenset({1}))
CARE = Guest(3, "Wes Worker", role="Social worker", kind="Social care", is_care=True, is_report_asked=True)
SCHOOL = Guest(4, "Tia Teacher", role="Headteacher", kind="School", is_report_asked=True)
LIST = told((AMY, BEN), (MOTHER, FATHER, CARE, SCHOOL))


def words(of, key):
    paper = invitation_letter(invitation_of(of, key), AT, council="Fableshire Council")
    return "\n".join(line for block in paper.blocks for line in block.lines)


def random_list(seed):
    """A list in which every name, address, need and time stands for itself alone."""
    dice = random.Random(seed)
    children = [
        ListedChild(n, f"Child{n}x Name{n}x", f"Child{n}x", dice.choice(KINDS), dice.random() >= 0.2)
        for n in range(dice.randint(1, 4))
    ]
    guests, minutes = [], dice.choice((0, 15, 45))
    for n in range(dice.randint(2, 8)):
        name, fields = f"Guest{n}x", {}
        what = dice.choice(("family", "agency", "child"))
        if what == "agency":
            role = dice.choice((f"Job{n}x", f"Worker of {dice.choice(children).first}", "At 7 Refuge Lane"))
            fields = {"kind": f"Kind{n}x", "role": role, "is_care": dice.random() < 0.3}
            fields["is_report_asked"] = dice.random() < 0.7
        elif what == "child":
            one = dice.choice(children)
            fields = {"child": one.pk, "age": dice.randint(5, 17), "needed": (f"Need{n}x",)}
        else:
            own = frozenset(child.pk for child in children if dice.random() < 0.6)
            fields = {"children": own, "needed": (f"Need{n}x",), "arrives": dice.choice(("", "FIRST"))}
        guests.append(Guest(n, name, (name, f"{n} Address{n}x Road"), **fields))
    hidden = ("7 Refuge Lane",) if dice.random() < 0.5 else ()
    return told(children, guests, apart=minutes, hidden=hidden)


def forbidden(of, one):
    """By another way than the code: what must not stand in somebody's letter."""
    for other in of.guests:
        if other.key != one.key:
            yield f"Address{other.key}x"
            yield f"Need{other.key}x"
            if not other.kind:
                yield f"Guest{other.key}x"
    for child in of.children:
        is_own = child.pk == one.child or child.pk in one.children
        if one.kind and not child.is_read_by_agencies or not one.kind and not is_own:
            yield f"Child{child.pk}x"
            yield f"Name{child.pk}x"
    yield from of.hidden
    usual, first = "9:30am", STARTS - dt.timedelta(minutes=30 + of.apart)
    if one.kind:
        yield usual
    elif of.apart and one.child is not None:
        yield from (usual, f"{first.hour}:{first.minute:02}am")
    elif of.apart:
        yield usual if one.arrives == "FIRST" else f"{first.hour}:{first.minute:02}am"


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_no_protected_word_stands_in_anybodys_letter(seed):
    for each in range(seed, seed + 20):
        of = random_list(each)
        for one in of.guests:
            said = words(of, one.key)
            found = [word for word in forbidden(of, one) if re.search(rf"\b{re.escape(word)}\b", said)]
            assert not found, (each, one, found)


def test_a_parent_reads_of_their_own_children_and_of_whom_else_only_where_of_all():
    mother, father = words(LIST, 1), words(LIST, 2)
    assert "Amy Testcase and Ben Testcase" in mother and "Tia Teacher, headteacher" in mother
    assert "Ben" not in father and "Tia Teacher" not in father
    assert "Wes Worker, social worker" in father and "Ask me who they are" in father


def test_nobody_is_told_who_comes_while_an_address_is_kept_from_them():
    of = told((AMY,), (MOTHER, FATHER, SCHOOL), hidden=("2 Sample Road",))
    assert "Tia Teacher" not in words(of, 1) and "Tia Teacher" in words(of, 2)


def test_a_confidential_place_without_a_number_is_kept_as_one_with_it():
    fields = {"children": frozenset({1})}
    mother = Guest(1, "Mo Testcase", ("Mo Testcase", "Rose House"), own=frozenset({"rosehouse"}), **fields)
    father = Guest(2, "Fay Testcase", ("Fay Testcase",), **fields)
    of = told((AMY,), (mother, father, SCHOOL), flagged=frozenset({"rosehouse"}))
    assert "Tia Teacher" in words(of, 1) and "Tia Teacher" not in words(of, 2)


def test_each_of_two_who_arrive_apart_is_told_their_own_time():
    first = told((AMY,), (Guest(1, "Mo", children=frozenset({1}), arrives="FIRST"),), apart=45)
    assert "Please come at 8:45am" in words(first, 1)
    assert arrives_at(first, "USUAL") == STARTS - dt.timedelta(minutes=30)


ANNA = ListedChild(8, "Anna-Lena Testcase", "Anna-Lena", "REVIEW", is_read_by_agencies=False)
NURSE = Guest(5, "Nia Nurse", role="Nurse of Anna-Lena", kind="Health")
BY_CHILD = Guest(6, "Teacher of Anna-Lena", role="Teacher", kind="School")


def test_nobody_is_told_of_a_child_by_the_name_or_the_work_of_somebody_else():
    of = told((AMY,), (MOTHER, SCHOOL, NURSE, BY_CHILD), family=(AMY, ANNA))
    for key in (1, 4):
        said = words(of, key)
        assert "Nia Nurse, health" in said and "Anna-Lena" not in said
        assert "invited too. Ask me who they are." in said
    assert "Anna-Lena" not in words(of, 5)


def test_an_agency_that_is_not_told_of_every_child_is_told_of_social_care_alone():
    said = words(told((AMY, ANNA), (CARE, SCHOOL, Guest(7, "Noa Nurse", role="Nurse", kind="Health"))), 4)
    assert "Wes Worker" in said and "Noa Nurse" not in said and "Ask me who they are" in said
    alone = words(told((AMY, ANNA), (SCHOOL, NURSE)), 4)
    assert "Nobody else yet" not in alone
    assert "Nobody else yet" in words(told((AMY,), (SCHOOL,)), 4)


@pytest.mark.parametrize("age", [5, 8, 12, 16])
def test_a_child_is_told_the_hour_of_nobody_where_two_arrive_apart(age):
    child = Guest(9, "Amy Testcase", ("Amy Testcase",), child=1, age=age)
    apart = words(told((AMY,), (child,), apart=45), 9)
    assert "come with whoever brings you" in apart and "come at" not in apart
    together = words(told((AMY,), (child,)), 9)
    assert "whoever brings you" not in together and ("come at 9:30am" in together) is (age > 5)
    kept = source_of(invitation_of(told((AMY,), (child,)), 9))
    assert "another time" in since(kept, invitation_of(told((AMY,), (child,), apart=45), 9))[0]


def test_an_agency_that_may_read_of_no_child_is_told_to_speak_with_the_chair():
    said = words(told((ANNA,), (SCHOOL,)), 4)
    assert "about a child of whom the chair will speak with you" in said and "your family" not in said
    assert "about a child of your family" in words(told((ANNA,), (Guest(1, "Mo Testcase"),)), 1)


def test_an_agency_is_asked_for_its_report_by_its_day_and_to_share_it():
    said = words(LIST, 4)
    assert "at the safeguarding unit by Monday 16 November 2026" in said
    assert "Share it with the family before that, by Tuesday 17 November 2026" in said
    assert "Send the report even if you cannot come" in said and "Tell me early" in said
    without = words(told((AMY,), (Guest(4, "Tia Teacher", kind="School"),)), 4)
    assert "report" not in without.lower()


def test_all_that_can_be_decided_stands_there_and_nothing_of_what_will_be():
    said = words(LIST, 1)
    assert "a child protection plan is needed" in said and "that the plan ends" in said
    assert "Nothing is decided yet" in said
    only_new = words(told((AMY,), (MOTHER,)), 1)
    assert "that the plan ends" not in only_new


def test_a_complaint_goes_to_a_manager_where_the_council_says_so():
    route = ComplaintRoute(dt.date(2026, 12, 17), to="the manager of the unit", chair_first=False)
    said = words(told((AMY,), (MOTHER,), complain=route), 1)
    assert "tell a manager, who is not me, first, or write to the manager of the unit" in said


def test_what_is_other_is_said_to_whoever_sends_it_and_to_whoever_gets_it():
    kept = source_of(invitation_of(LIST, 1))
    assert since(kept, invitation_of(LIST, 1)) == []
    moved = (STARTS + dt.timedelta(days=7), STARTS + dt.timedelta(days=7, hours=2))
    later = invitation_of(told((AMY, BEN), LIST.guests, meets=moved), 1)
    assert since(kept, later) == ["It names another day or time: Thursday 19 November 2026, 10am to midday."]
    assert "It was to be on Thursday 19 November 2026" in changed_words(kept, later)
    assert "not in the diary any more" in since(kept, None)[0]
    elsewhere = invitation_of(told((AMY,), LIST.guests, place="Elm Room", apart=0), 1)
    assert [line[:20] for line in since(kept, elsewhere)] == ["It names another pla", "It is about other ch"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"children": (AMY, BEN, ListedChild(3, "Cy Testcase", "Cy", "REVIEW"))}, "not read of all the"),
        ({"hidden": ("7 Refuge Lane",)}, "An address was made confidential"),
        ({"flagged": frozenset({"rosehouse"})}, "An address was made confidential"),
        ({"guests": (MOTHER, CARE)}, "It names somebody who is not invited any more"),
        ({"guests": (replace(MOTHER, in_part=True), CARE, SCHOOL)}, "excluded from a part"),
    ],
)
def test_what_became_withheld_since_a_letter_was_made_is_said_to_whoever_sends_it(fields, said):
    kept = source_of(invitation_of(LIST, 1))
    values = {"children": (AMY, BEN), "guests": LIST.guests} | fields
    assert said in " ".join(since(kept, invitation_of(told(**values), 1)))
    assert "Refuge" not in str(source_of(invitation_of(told(**values), 1)))


def test_what_a_letter_may_tell_by_now_and_does_not_makes_it_not_wrong():
    less = told((AMY, BEN), (MOTHER, CARE), flagged=frozenset({"rosehouse"}))
    assert since(source_of(invitation_of(less, 1)), invitation_of(LIST, 1)) == []


@pytest.mark.parametrize(
    ("age", "band"), [(None, None), (4, None), (5, Band.READ), (11, Band.SIDE), (17, Band.GROWN)]
)
def test_a_child_is_written_to_by_age(age, band):
    assert band_of(age, BANDS) is band


@pytest.mark.parametrize("age", [5, 8, 12, 16])
def test_a_childs_letter_is_plain_and_says_that_they_are_not_in_trouble(age):
    child = Guest(9, "Amy Testcase", ("Amy Testcase",), child=1, age=age)
    said = words(told((AMY, BEN), (MOTHER, FATHER, CARE, SCHOOL, child)), 9)
    assert "You are not in trouble" in said and "advocate" in said
    assert "Ben" not in said and "Mo Testcase" not in said
    paper = invitation_letter(
        invitation_of(told((AMY, BEN), (CARE, child)), 9), AT, council="Fableshire Council"
    )
    assert reading_age(paper) <= 9
    assert longest_sentence(paper) <= 25


def test_letters_to_the_family_are_read_at_twelve():
    paper = invitation_letter(invitation_of(LIST, 1), AT, council="Fableshire Council")
    assert reading_age(paper) <= 12
    assert longest_sentence(paper) <= 25


def test_the_measure_finds_what_is_hard_to_read():
    hard = "Notwithstanding organisational complexity, multidisciplinary deliberation necessitates it."
    assert reading_age(Paper("", "", (text(hard),))) > 16


def test_whose_letter_it_is():
    assert (MOTHER.to, SCHOOL.to, Guest(9, "Amy", child=1).to) == (To.FAMILY, To.AGENCY, To.CHILD)


def test_an_agency_that_was_typed_with_a_kept_child_or_place_is_called_by_its_kind():
    kept = replace(BEN, is_read_by_agencies=False)
    for name in ("Ben's teacher", "The school at 7 Refuge Lane"):
        of = told((AMY, kept), (replace(SCHOOL, name=name, lines=(name,)),), hidden=("7 Refuge Lane",))
        letter = invitation_of(of, SCHOOL.key)
        assert (letter.name, letter.lines) == ("School", ("School",))
        assert name not in words(of, SCHOOL.key)
    assert invitation_of(LIST, SCHOOL.key).name == "Tia Teacher"


def test_a_letter_to_a_child_is_stale_once_they_are_written_to_as_of_another_age():
    child = Guest(9, "Amy Testcase", ("Amy Testcase",), child=1, age=11)
    was = source_of(invitation_of(told((AMY,), (child,)), 9))
    older = invitation_of(told((AMY,), (replace(child, age=12),)), 9)
    assert since(was, older) == ["It is written as to a child of another age."]
    # One that was kept before this was compared is not stale for that.
    del was["band"]
    assert since(was, older) == []


def test_a_letter_about_a_review_and_a_first_conference_says_of_whom_each_is():
    to_mother, to_father = words(LIST, 1), words(LIST, 2)
    assert "first conference about Amy Testcase" in to_mother
    assert "plan of Ben Testcase works" in to_mother
    of_amy, of_ben = to_mother.split("For Amy Testcase, ")[1].split("For Ben Testcase, ")
    assert "that the plan ends" in of_ben and "a child protection plan is needed" not in of_ben
    assert "a child protection plan is needed" in of_amy and "that the plan ends" not in of_amy
    assert "For each child" in to_father and "that the plan ends" not in to_father


def test_an_agency_that_may_be_told_of_no_child_is_told_all_that_can_be_decided():
    kept = tuple(replace(child, is_read_by_agencies=False) for child in (AMY, BEN))
    said = words(told(kept, (SCHOOL,)), SCHOOL.key)
    assert "Amy" not in said and "Ben" not in said
    assert "that the plan ends" in said and "a child protection plan is needed" in said


@pytest.mark.parametrize("age", [13, 17])
def test_a_child_who_has_a_plan_is_not_told_that_one_may_be_needed(age):
    to_amy, to_ben = (
        words(told((AMY, BEN), (Guest(5, child.name, child=child.pk, age=age),)), 5) for child in (AMY, BEN)
    )
    assert "we decide if you need a plan" in to_amy and "You have a plan" not in to_amy
    assert "You have a plan" in to_ben and "we decide if you need a plan" not in to_ben
