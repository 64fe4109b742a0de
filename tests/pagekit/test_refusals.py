"""What an operation refuses stands beside its field, all of it at once, and nothing typed is lost."""

import pytest
from django import forms
from django.http import QueryDict

from safeguarding.operation import need_words
from safeguarding.pagekit import problems
from safeguarding.pagekit.carrying import REOPEN, CarriedText
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.rows import RowFormSet, quiet
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import TeamFactory

pytestmark = pytest.mark.django_db


class Note(Refusable):
    FIELD_FOR = {"words": "text"}
    text = forms.CharField(required=False, max_length=20)
    why = forms.CharField(required=False, max_length=20)
    day = DateField(label="Day", required=False)
    people = forms.MultipleChoiceField(choices=[("1", "one")], required=False)
    key = forms.UUIDField(required=False)
    kind = forms.TypedChoiceField(choices=[("A", "a")], required=False, empty_value=None)
    story = forms.CharField(required=False, widget=forms.Textarea)


COPIED = [
    ("text", "An\u200bna\u202e", "Anna"),
    ("text", "\u202a07700 900123\u202c", "07700 900123"),
    ("text", "\u200b\ufeff", ""),
    ("text", "a\tb", "a b"),
    ("story", "Not\u202e \u2066before\x00\nMay", "Not before\nMay"),
    ("story", "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627"),
]


@pytest.mark.parametrize(("field", "sent", "read"), COPIED)
def test_a_text_is_read_without_the_signs_that_nobody_sees(field, sent, read):
    form = Note({field: sent})
    assert form.is_valid() and form.answers[field] == read
    assert form[field].value() == read


class Spelled(Note):
    DROPS_UNSEEN = False


def test_a_form_whose_operation_refuses_such_signs_reads_them():
    form = Spelled({"text": "An\u200bna"})
    assert form.is_valid() and form.answers["text"] == "An\u200bna"


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

    with pytest.raises(Refused) as refusal:
        Note({"text": "said", "story": "A long story."}).attempt(act)
    assert refusal.value.typed == [("Story", "A long story.")]


def test_a_person_who_named_themselves_is_told_beside_the_field():
    form = Note({"text": "said"})

    def act():
        raise Refused("You cannot name yourself.", "words", status=FORBIDDEN)

    assert form.attempt(act) is None and dict(form.errors) == {"text": ["You cannot name yourself"]}


def test_what_is_still_being_written_is_not_attempted():
    form, kept = Note({"text": "said", "why": "why"}), []
    quiet(form)
    assert keep(form, kept) is None and kept == []


class Row(forms.Form):
    day = DateField(required=False)


def test_rows_that_cannot_be_read_keep_the_form_from_being_done():
    form, kept = Note({"text": "said", "why": "why"}), []
    rows = {"rows-TOTAL_FORMS": "1", "rows-INITIAL_FORMS": "0", "rows-0-day_day": "x"}
    form.row_sets = [forms.formset_factory(Row, formset=RowFormSet)(rows, prefix="rows")]
    assert not form.is_valid() and keep(form, kept) is None and form.row_sets[0].errors


def test_what_cannot_be_read_is_the_nothing_of_its_kind():
    form = Note({"people": ["2"], "key": "x", "kind": "y", "text": "z" * 21})
    assert not form.is_valid() and sorted(form.errors) == ["key", "kind", "people", "text"]
    assert form.answers["people"] == [] and form.answers["text"] == ""
    assert form.answers["key"] is form.answers["kind"] is form.answers["day"] is None


# ----- Check your answers ---------------------------------------------------------------------------


def note(**typed):
    data = QueryDict(mutable=True)
    data.update(typed)
    return Note(data)


def test_what_is_sent_first_is_checked_and_then_confirmed():
    answers = check_answers(note(text="said"), lambda: "kept")
    assert (answers.to_check, answers.done) == ("kept", None)
    answers = check_answers(note(text="said", step="confirm"), lambda: "kept")
    assert (answers.to_check, answers.done) == (None, "kept")


def test_the_check_keeps_nothing():
    team = check_answers(note(text="said"), TeamFactory).to_check
    assert team is not None and not type(team).objects.filter(pk=team.pk).exists()


@pytest.mark.parametrize("step", ["", "confirm"])
def test_what_would_be_refused_is_shown_in_the_form_at_either_step(step):
    form = note(text=" ", step=step)
    answers = check_answers(form, lambda: need_words(words=(form.answers["text"], "Enter what was said")))
    assert (answers.to_check, answers.done) == (None, None) and "text" in form.errors


def test_changing_shows_the_form_without_a_word_about_mistakes():
    form = note(step="change")
    assert check_answers(form, TeamFactory).to_check is None
    assert form.quiet and not TeamFactory._meta.model.objects.exists()


def test_every_word_is_carried_but_the_token_and_the_button():
    form = note(text="said", people="1", step="confirm", csrfmiddlewaretoken="x")
    assert carried(form) == [("text", "said"), ("people", "1")]


class Carrier(Refusable):
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(required=False, max_length=3, widget=forms.HiddenInput)
    mark = CarriedText()
    text = forms.CharField(required=False)


@pytest.mark.parametrize("sent", ["a\0b", "no number"])
def test_what_a_page_carries_and_cannot_be_read_is_mended_by_opening_it_again(sent):
    names = ("key", "version", "note", "mark")
    form = Carrier(QueryDict(mutable=True) | dict.fromkeys(names, sent) | {"text": "Kept."})
    assert [(one.text, one.target) for one in problems.of(form)] == [(REOPEN, "")]
    assert "mark" not in form.errors
