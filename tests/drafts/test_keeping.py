"""What is typed into a form is kept until it is saved, and put back when the form is opened again."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from safeguarding.drafts import operations
from safeguarding.models import Draft
from safeguarding.models.draft import MOST_CHARACTERS
from safeguarding.versions import StaleVersion
from tests.drafts import site
from tests.drafts.browser import Window
from tests.drafts.conftest import START
from tests.factories import BarFactory, DraftFactory, UserFactory

TEXT = "What Amber said, in her own words."


def again(window):
    """The same form, opened anew: the tab was closed."""
    return Window(window.client, reverse("trial", args=[window.path.rpartition("/")[2]]))


def test_a_form_says_when_the_session_ends_and_that_words_will_wait(window):
    assert "You will be signed out at 10:30am if you send nothing until then, and at 10pm" in window.text
    assert "is kept as a draft: it is here again when you have signed in" in window.text


def test_what_the_script_sends_is_kept_and_put_back(window):
    told = window.type(words=TEXT, kinds=["A", "B"]).autosave().json()
    assert told["kept_at"] == "10am" and told["signed_in"] and told["saved"] == ""
    fresh = again(window)
    assert fresh.fields["words"] == TEXT and fresh.fields["kinds"] == ["A", "B"]
    assert "Your draft of 1 October 2018 at 10am is in the form" in fresh.text
    assert site.ACTS == []


def test_rows_are_put_back_also_those_added_and_removed(window):
    window.type(words=TEXT, **{"rows-0-what": "first"}).send(**{"rows-add": "1"})
    window.type(**{"rows-1-what": "second"}).send(**{"rows-add": "1"})
    window.type(**{"rows-2-what": "third", "rows-1-DELETE": "on"}).autosave()
    fresh = again(window)
    assert [fresh.fields[f"rows-{n}-what"] for n in range(3)] == ["first", "second", "third"]
    assert fresh.fields["rows-1-DELETE"] == "on" and not fresh.fields["rows-0-DELETE"]
    assert "This field is required" not in fresh.text


def test_a_draft_is_gone_when_the_form_is_saved(window):
    window.type(words=TEXT, **{"rows-0-what": "x"}).autosave()
    window.send()
    assert site.ACTS == [TEXT]
    assert Draft.objects.get().fields == {}
    assert "Your draft of" not in again(window).text


@pytest.mark.parametrize("fields", [{"words": TEXT}, {"words": "refuse", "rows-0-what": "x"}])
def test_a_draft_stays_when_the_form_is_refused(window, fields):
    window.type(**fields).send()
    assert "There is a problem" in window.text
    assert again(window).fields["words"] == fields["words"]


def test_a_draft_stays_when_saving_fails(window):
    window.client.raise_request_exception = False
    window.type(words="fail", **{"rows-0-what": "x"}).send()
    assert window.answer.status_code == 500 and "What you typed is kept" in window.text
    assert again(window).fields["words"] == "fail"


def test_what_was_put_back_is_never_sent_by_itself(window):
    window.type(words=TEXT, **{"rows-0-what": "x"}).autosave()
    for _ in range(2):
        again(window)
    assert site.ACTS == []


def test_what_arrives_late_changes_nothing(window):
    window.type(words="later").autosave(turn=5)
    window.type(words="earlier").autosave(turn=4)
    assert again(window).fields["words"] == "later"


def test_what_arrives_after_the_form_was_saved_is_not_kept(window):
    window.type(words=TEXT, **{"rows-0-what": "x"})
    stray = dict(window.fields)
    window.send()
    window.fields, window.path = stray, window.path
    assert window.autosave(turn=9).status_code == 409
    assert "Your draft of" not in again(window).text


def test_what_is_sent_again_from_a_page_gone_back_to_is_kept(window):
    window.type(words=TEXT, **{"rows-0-what": "x"})
    before = dict(window.fields)
    window.send()
    window.fields = before | {"words": "", "rows-0-what": "more words"}
    window.send()
    assert again(window).fields["rows-0-what"] == "more words"


def test_the_same_words_sent_twice_leave_no_draft(window):
    window.type(words=TEXT, **{"rows-0-what": "x"})
    before = dict(window.fields)
    window.send()
    window.fields = before
    window.send()
    assert "Your draft of" not in again(window).text


def test_two_windows_lose_nothing_of_each_other(window):
    other = again(window)
    window.type(words="of the first window").autosave()
    other.type(words="of the second window").autosave()
    third = again(window)
    shown = third.text + third.fields["words"]
    assert "of the first window" in shown and "of the second window" in shown
    assert "a draft from another window" in third.text


def test_saving_one_window_leaves_what_another_typed_since(window, clock):
    other = again(window)
    window.type(words="first", **{"rows-0-what": "x"}).send()
    clock.shift(dt.timedelta(minutes=1))
    other.type(words="second, later").autosave()
    assert again(window).fields["words"] == "second, later"


def test_a_page_that_was_filled_from_a_draft_takes_its_place(window, clock):
    window.type(words=TEXT).autosave()
    clock.shift(dt.timedelta(minutes=1))
    second = again(window)
    second.type(words=f"{TEXT} And more.").autosave()
    assert Draft.objects.count() == 1
    assert again(window).fields["words"] == f"{TEXT} And more."


def test_words_typed_on_in_the_old_window_outlive_the_new_one(window, clock):
    window.type(words="old").autosave()
    second = again(window)
    clock.shift(dt.timedelta(minutes=1))
    window.type(words="old window, more").autosave(turn=2)
    second.type(words="new window").autosave()
    third = again(window)
    shown = third.text + third.fields["words"]
    assert "old window, more" in shown and "new window" in shown


def test_the_button_without_scripts_keeps_and_sends_nothing(window):
    window.type(words=TEXT, **{"rows-0-what": "x"}).send(**{"draft-only": "button"}).follow()
    assert "Draft saved at 10am. Nothing was sent." in window.text
    assert window.fields["words"] == TEXT and site.ACTS == []


def test_a_text_with_a_null_character_is_kept_without_it(window):
    window.type(words="be\0fore").autosave()
    assert again(window).fields["words"] == "before"


def test_a_field_whose_name_has_a_null_character_costs_no_word(window):
    window.type(words="Said", **{"invented\0name": "x"}).autosave()
    assert Draft.objects.get().fields["words"] == ["Said"]


def test_what_is_too_long_is_said_and_not_kept(window):
    answer = window.type(words="x" * (MOST_CHARACTERS + 1)).autosave()
    assert answer.status_code == 413
    assert not Draft.objects.exists()


def test_the_database_refuses_words_in_a_saved_draft():
    with pytest.raises(IntegrityError), transaction.atomic():
        DraftFactory(saved_at=dt.datetime(2018, 10, 1, tzinfo=dt.UTC))


def test_the_token_and_the_seal_are_not_kept(window):
    window.type(words=TEXT).autosave()
    assert set(Draft.objects.get().fields) & {"csrfmiddlewaretoken", "draft", "draft-turn"} == set()


def test_a_draft_is_swept_when_it_was_not_touched_for_its_days():
    old, young = (DraftFactory(kept_at=dt.datetime(2018, 10, day, 12, tzinfo=dt.UTC)) for day in (1, 2))
    saved = DraftFactory(fields={}, kept_at=young.kept_at, saved_at=young.kept_at)
    operations.sweep(on=dt.date(2018, 11, 1))
    assert list(Draft.objects.all()) == [young]
    assert old.pk and saved.pk


def test_an_opened_form_asks_for_its_drafts_once(window, django_assert_max_num_queries):
    window.type(words=TEXT).autosave()
    with django_assert_max_num_queries(12):
        again(window)


def standing(saved_by, seen="2"):
    return StaleVersion(theirs={}, seen=seen, saved_by=saved_by, saved_at=START)


def test_who_saved_meanwhile_is_told_with_the_answer(window, chair):
    site.STANDING.append(standing(UserFactory(role="CHAIR", full_name="Amira Sample")))
    told = window.type(words=TEXT).autosave().json()["saved"]
    assert told == "Amira Sample saved this part at 10am. When you save, both texts are shown."
    site.STANDING.append(standing(chair))
    assert "You saved this part in another window" in window.autosave(2).json()["saved"]
    site.STANDING.append(standing(chair, seen="1"))
    assert window.autosave(3).json()["saved"] == ""


def test_who_may_not_see_the_child_any_more_is_told_nothing(window, chair, child):
    site.STANDING.append(standing(UserFactory(full_name="Amira Sample")))
    BarFactory(user=chair, family=child.family)
    told = window.type(words=TEXT).autosave().json()
    assert told["kept_at"] == "10am" and told["saved"] == ""


def test_a_role_that_lost_its_right_is_told_nothing_and_loses_nothing(window, chair):
    site.STANDING.append(standing(UserFactory(full_name="Amira Sample")))
    type(chair).objects.filter(pk=chair.pk).update(role="SYSTEM_ADMINISTRATOR")
    assert window.type(words=TEXT).autosave().json()["saved"] == ""
    assert Draft.objects.get().fields["words"] == [TEXT]
