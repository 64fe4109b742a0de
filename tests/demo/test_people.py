"""Nobody in the demo can be taken for a real person: numbers, addresses and names lie where nobody's are."""

import re
from random import Random

import pytest
from django.conf import settings
from django.contrib.auth.password_validation import validate_password

from conferences.demo import people
from conferences.demo.council import DEMO_USERS
from safeguarding.models import User
from safeguarding.register.identifiers import la_child_id_problem, nhs_number_problem
from safeguarding.rights import Role

RNG = Random("test people")


@pytest.mark.parametrize("number", range(1, 400, 7))
def test_nhs_numbers_lie_in_the_test_range_and_are_right(number):
    found = people.nhs_number(number)

    assert found == "" or (found.startswith("999") and nhs_number_problem(found) == "")


def test_telephone_numbers_lie_in_ofcoms_ranges_for_drama():
    assert all(re.fullmatch(r"(01632 960|07700 900)\d{3}", people.telephone(RNG)) for _ in range(200))


def test_postcodes_lie_where_nobody_lives():
    assert all(re.fullmatch(r"ZZ99 \d[A-Z]{2}", people.postcode(RNG)) for _ in range(200))


def test_addresses_of_mail_go_nowhere():
    assert people.email("Una Sampleford").endswith(".example")
    assert all(user.email.endswith("@fableshire.example") for user in DEMO_USERS)


def test_family_names_are_made_of_words_for_made_up_things():
    assert all(name.startswith(people.INVENTED) for name in people.NAMES)


def test_families_that_follow_each_other_have_different_names():
    assert len({people.family_name(number) for number in range(300)}) == 300


def test_no_other_family_bears_the_name_of_one_that_is_shown():
    assert not set(people.SHOWN_NAMES.values()) & set(people.NAMES)


def test_siblings_have_different_given_names():
    names = people.given_names(["F", "M", "F", "M", "F"], RNG)

    assert len(set(names)) == 5


def test_childrens_numbers_are_well_formed():
    assert la_child_id_problem(people.la_child_id(5044)) == ""


def test_somebody_can_sign_in_for_every_role():
    assert {user.role for user in DEMO_USERS} == set(Role)
    assert len({user.email for user in DEMO_USERS}) == len(DEMO_USERS)


@pytest.mark.parametrize("person", DEMO_USERS, ids=lambda person: person.name)
def test_the_demos_password_would_be_accepted(person):
    user = User(email=person.email, full_name=person.full_name, role=person.role)

    validate_password(settings.DEMO_PASSWORD, user)
