"""What a role is called: from a day on, and in its grammar."""

import datetime as dt
import time

import pytest

from safeguarding.policy import operations
from safeguarding.policy.limits import CATALOGUE
from safeguarding.policy.role_words import WORD_FOR, words_of
from safeguarding.policy.words import in_words, role_words
from safeguarding.refusals import Refused
from safeguarding.rights import Role
from tests.cast import person
from tests.factories import PolicySettingFactory
from tests.words import words_read_anew

FROM, DAY_BEFORE = dt.date(2018, 10, 3), dt.date(2018, 10, 2)
AT = dt.datetime(2018, 4, 23, 9, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_a_word_holds_from_its_day_on_and_not_before() -> None:
    PolicySettingFactory(key="WORD_FOR_CHAIR", value="IRO", effective_date=FROM)
    PolicySettingFactory(key="WORD_FOR_CHAIR", value="conference chair", effective_date=dt.date(2019, 1, 1))
    with words_read_anew():
        said = [role_words("CHAIR", day).many for day in (DAY_BEFORE, FROM, dt.date(2019, 1, 1))]
    assert said == ["independent chairs", "IROs", "conference chairs"]


@pytest.mark.django_db
def test_words_are_read_once_and_kept(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with words_read_anew(), django_assert_num_queries(1):
        for role in Role:
            role_words(role, FROM)


def test_every_role_has_its_words() -> None:
    assert WORD_FOR.keys() == set(Role)
    assert [in_words(f"{{{role}}}", FROM) for role in (Role.CHAIR, Role.MANAGER)] == [
        "independent chair",
        "manager",
    ]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("IRO", ["IRO", "IROs", "an IRO", "IRO", "IROs"]),
        ("CP chair", ["CP chair", "CP chairs", "a CP chair", "CP chair", "CP chairs"]),
        (
            "independent chair",
            [
                "independent chair",
                "independent chairs",
                "an independent chair",
                "Independent chair",
                "Independent chairs",
            ],
        ),
        (
            "head of service / heads of service",
            [
                "head of service",
                "heads of service",
                "a head of service",
                "Head of service",
                "Heads of service",
            ],
        ),
    ],
)
def test_a_word_in_its_forms(text: str, forms: list[str]) -> None:
    words = words_of(text)
    assert [words.one, words.many, words.a, words.first, words.firsts] == forms


@pytest.mark.parametrize(
    "text", ["", "1", "a / b / c", "/ chairs", "chair /", "{CHAIR}", "<b>chair</b>", "cha\0ir", "ch\u0430ir"]
)
def test_what_is_no_word_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="must be letters"):
        CATALOGUE["WORD_FOR_CHAIR"].parse(text)


def test_what_is_no_word_is_refused_at_once() -> None:
    began = time.process_time()
    with pytest.raises(Refused, match="must be letters"):
        CATALOGUE["WORD_FOR_CHAIR"].parse("chair" + "'" * 28 + "1")
    assert time.process_time() - began < 0.5


def test_spaces_of_a_word_do_not_count() -> None:
    limit = CATALOGUE["WORD_FOR_SOCIAL_WORKER"]
    assert (
        limit.parse("  lead   practitioner/lead practitioners ") == "lead practitioner / lead practitioners"
    )


@pytest.mark.django_db
def test_two_roles_cannot_be_called_the_same() -> None:
    admin = person("SYSTEM_ADMINISTRATOR")
    with pytest.raises(Refused, match="another role is called Manager"):
        operations.set_value(
            key="WORD_FOR_TEAM_MANAGER", value="Manager", effective_date=FROM, reason="New", by=admin, at=AT
        )


@pytest.mark.django_db(transaction=True)
def test_a_change_is_said_at_once_by_the_process_that_made_it() -> None:
    admin = person("SYSTEM_ADMINISTRATOR")
    with words_read_anew():
        before = role_words("CHAIR", FROM).one
        operations.set_value(
            key="WORD_FOR_CHAIR", value="IRO", effective_date=FROM, reason="New", by=admin, at=AT
        )
        assert (before, role_words("CHAIR", FROM).one) == ("independent chair", "IRO")
