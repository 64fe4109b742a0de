"""What an operation refuses stands beside its field, all of it at once, and nothing typed is lost."""

import pytest
from django import forms

from safeguarding.operation import need_words
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.refusals import Refusable
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person

pytestmark = pytest.mark.django_db


class Note(Refusable):
    FIELD_FOR = {"words": "text"}
    text = forms.CharField(required=False, max_length=20)
    why = forms.CharField(required=False, max_length=20)
    day = DateField(label="Day", required=False)


def keep(form, kept):
    def act():
        need_words(
            words=(form.answers["text"], "Enter what was said"), why=(form.answers["why"], "Enter why")
        )
        kept.append(person("CHAIR").pk)
        return "kept"

    return form.attempt(act)


def test_everything_missing_is_told_at_once_each_beside_its_field():
    form = Note({"text": " "})
    assert keep(form, []) is None
    assert dict(form.errors) == {"text": ["Enter what was said"], "why": ["Enter why"]}


def test_what_the_form_cannot_read_and_what_the_operation_misses_are_told_together():
    form = Note({"text": "x" * 21, "day_day": "31", "day_month": "2", "day_year": "2018"})
    assert keep(form, []) is None
    assert sorted(form.errors) == ["day", "text", "why"] and len(form.errors["text"]) == 1


def test_nothing_is_kept_of_a_form_with_a_mistake_of_its_own(django_user_model):
    form = Note({"text": "said", "why": "why", "day_day": "31", "day_month": "2", "day_year": "2018"})
    assert keep(form, []) is None and sorted(form.errors) == ["day"]
    assert not django_user_model.objects.filter(role="CHAIR").exists()


def test_what_the_operation_gives_back_is_handed_on():
    assert keep(Note({"text": "said", "why": "why"}), []) == "kept"


def test_a_page_merely_opened_does_nothing():
    kept = []
    assert keep(Note(), kept) is None and kept == []


@pytest.mark.parametrize("status", [FORBIDDEN, NOT_FOUND])
def test_a_missing_right_or_record_is_no_mistake_in_the_form(status):
    def act():
        raise Refused("Not for you", status=status)

    with pytest.raises(Refused):
        Note({"text": "said"}).attempt(act)


def test_a_person_who_named_themselves_is_told_beside_the_field():
    form = Note({"text": "said"})

    def act():
        raise Refused("You cannot name yourself.", "words", status=FORBIDDEN)

    assert form.attempt(act) is None and dict(form.errors) == {"text": ["You cannot name yourself"]}
