"""Quoracy is worked out from who came: social care and two other kinds of agency."""

import pytest

from conferences.rules.quoracy import Attendee, quoracy


def came(*kinds: str, mode: str = "IN_PERSON") -> list[Attendee]:
    return [Attendee(kind, mode) for kind in kinds]


@pytest.mark.parametrize(
    ("people", "quorate"),
    [
        (came("SOCIAL_CARE", "POLICE", "SCHOOL"), True),
        (came("SOCIAL_CARE", "SCHOOL", "SCHOOL"), False),
        (came("POLICE", "SCHOOL", "HEALTH_VISITING"), False),
        (came("SOCIAL_CARE", "SCHOOL", ""), False),
        (came("SOCIAL_CARE", "SCHOOL", "HEALTH_VISITING", mode="VIDEO"), True),
        (came("SOCIAL_CARE", "SCHOOL") + came("POLICE", mode="WRITTEN"), False),
        (came("SOCIAL_CARE", "SCHOOL") + came("POLICE", mode="ABSENT"), False),
        ([], False),
    ],
)
def test_social_care_and_two_other_agencies_make_a_quorum(people, quorate):
    assert quoracy(people, others_needed=2).is_quorate is quorate


def test_how_many_are_needed_is_the_councils_own_limit():
    assert quoracy(came("SOCIAL_CARE", "SCHOOL"), others_needed=1).is_quorate


def test_it_says_why():
    found = quoracy(came("SOCIAL_CARE", "SCHOOL"), others_needed=2)
    assert (
        found.sentence == "Not quorate: Children's social care attended, with 1 other agency; 2 are needed."
    )
