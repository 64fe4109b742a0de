"""Why a child is given no version of their own: what each reason needs."""

import pytest

from conferences.rules.copies_own import WITH_WORDS, WORDS_FOR, NoOwn, none_problems


@pytest.mark.parametrize("reason", list(NoOwn))
def test_a_reason_needs_words_where_it_says_nothing_by_itself(reason):
    found = none_problems(reason, " ")
    assert [one.field for one in found] == (["words"] if reason in WITH_WORDS else [])
    assert none_problems(reason, "Her aunt thinks so") == []


def test_without_a_reason_there_is_no_reason():
    (found,) = none_problems(None, "Her aunt thinks so")
    assert found.field == "reason" and set(WORDS_FOR) == set(WITH_WORDS)
