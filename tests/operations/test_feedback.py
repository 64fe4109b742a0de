"""Slips printed and handed out, what comes back by them, and words that are read before they are shown."""

import datetime as dt

import pytest

from conferences.models import FeedbackAnswer, FeedbackCode, FeedbackOffer, FeedbackReading
from conferences.operations import feedback
from conferences.operations.feedback_ends import sweep
from conferences.operations.feedback_giving import code_open, digest_of, give_back
from conferences.operations.feedback_texts import LanguageTold, tell_language
from conferences.queries.feedback import all_pools, readable, told_of
from conferences.queries.feedback_texts import english, languages, languages_offered
from conferences.rules.feedback import Given, Giver, Reading, Theme, Wave, quarter_of
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from safeguarding.workingdays import add_months
from tests.cast import person
from tests.factories import (
    ChildFactory,
    FeedbackAnswerFactory,
    FeedbackOfferFactory,
    PolicySettingFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 11, 12, 9, 30, tzinfo=dt.UTC)
ON = AT.date()
QUARTER = dt.date(2018, 7, 1)
SOON = (Giver.PARENT, Wave.SOON)


def slip(**changed):
    asked = {"giver": Giver.PARENT, "wave": Wave.SOON, "number": 1} | changed
    return feedback.print_slips(**asked, by=person("BUSINESS_SUPPORT"), at=AT)[0]


def answers(number):
    return FeedbackAnswerFactory.create_batch(number, quarter=QUARTER)


def with_words(text):
    answers(4)
    return FeedbackAnswerFactory(quarter=QUARTER, words=text)


def read(answer, *, by=None, **changed):
    stands = FeedbackReading.objects.filter(answer=answer).first()
    asked = {"outcome": Reading.SHOWN, "themes": [Theme.HEARD], "seen": feedback.seen_of(stands)} | changed
    return feedback.read_words(answer=answer, **asked, by=by or person("MANAGER"), at=AT)


# ----- Slips -----------------------------------------------------------------------------------------------


def test_a_code_is_told_once_and_kept_as_a_hash():
    codes = feedback.print_slips(
        giver=Giver.CHILD, wave=Wave.LATER, number=3, by=person("BUSINESS_SUPPORT"), at=AT
    )
    assert len({*codes}) == 3 and all(len(code) == 10 for code in codes)
    kept = FeedbackCode.objects.get(digest=digest_of(codes[0]))
    assert (kept.giver, kept.wave, kept.ends_date) == ("CHILD", "LATER", dt.date(2019, 3, 1))
    assert not any(code in str(vars(one)) for code in codes for one in FeedbackCode.objects.all())


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"giver": None}, "giver"),
        ({"wave": None}, "wave"),
        ({"number": None}, "number"),
        ({"number": 49}, "number"),
    ],
)
def test_what_a_sheet_lacks_is_said(changed, field):
    with pytest.raises(Refused) as refusal:
        slip(**changed)
    assert refusal.value.field == field and not FeedbackCode.objects.exists()


def test_an_answer_is_taken_once_for_a_code():
    code = slip()
    give_back(code=f" {code.lower()} ", given=Given({"heard": 5, "told": None}, "Good."), on=ON)
    answer = FeedbackAnswer.objects.get()
    assert (answer.giver, answer.wave, answer.quarter) == ("PARENT", "SOON", dt.date(2018, 10, 1))
    assert answer.scores == (None, None, None, None, 5, None) and answer.words == "Good."
    with pytest.raises(Refused, match=r"code\.wrong"):
        give_back(code=code, given=Given({"heard": 1}), on=ON)
    assert FeedbackAnswer.objects.count() == 1 and not FeedbackCode.objects.exists()


def test_a_code_ends_and_an_empty_answer_uses_none_up():
    code = slip()
    assert code_open(code, dt.date(2019, 2, 28)) and not code_open(code, dt.date(2019, 3, 1))
    with pytest.raises(Refused, match="nothing"):
        give_back(code=code, given=Given({"heard": None}), on=ON)
    assert code_open(code, ON) and not FeedbackAnswer.objects.exists()


# ----- Handed out ------------------------------------------------------------------------------------------


def test_what_was_handed_out_is_of_a_quarter_and_told_otherwise_while_it_goes_on():
    by = person("BUSINESS_SUPPORT")
    made = feedback.record_offer(giver=Giver.CHILD, wave=Wave.SOON, number=3, by=by, at=AT)
    assert made.quarter == dt.date(2018, 10, 1)
    feedback.change_offer(offer=made, number=0, by=by, at=AT)
    assert FeedbackOffer.objects.get().number == 0 and made.history.count() == 2
    later = AT + dt.timedelta(days=60)
    with pytest.raises(Refused, match="is told already"):
        feedback.change_offer(offer=made, number=1, by=by, at=later)


@pytest.mark.parametrize("number", [None, 0, -1, 201])
def test_a_number_that_cannot_be_is_refused(number):
    with pytest.raises(Refused) as refusal:
        feedback.record_offer(giver=Giver.CHILD, wave=Wave.SOON, number=number, by=person("CHAIR"), at=AT)
    assert refusal.value.field == "number"


# ----- Words -----------------------------------------------------------------------------------------------


def test_words_are_shown_once_they_were_read_and_enough_people_answered():
    answer = with_words("They listened to us.")
    pool = all_pools(ON)[SOON][-1]
    assert told_of(SOON, pool).words == () and told_of(SOON, pool).waiting == 1
    read(answer)
    found = told_of(SOON, pool)
    assert found.words == ("They listened to us.",) and found.waiting == 0
    read(answer, outcome=Reading.TELLS_WHO, themes=[])
    assert told_of(SOON, pool).words == () and FeedbackReading.objects.count() == 1


def test_nobody_reads_words_of_four_answers_nor_of_the_quarter_that_goes_on():
    FeedbackAnswerFactory.create_batch(3, quarter=QUARTER)
    few = FeedbackAnswerFactory(quarter=QUARTER, words="Few of us.")
    fresh = FeedbackAnswerFactory.create_batch(9, quarter=quarter_of(ON), words="Today.")[0]
    assert readable(ON) == []
    for one in (few, fresh):
        with pytest.raises(Refused, match="not to be read"):
            read(one)


@pytest.mark.parametrize(
    "words", ["Amber Nettleship shouted.", "amber nettleship shouted.", "We like Amber."]
)
def test_a_name_is_covered_before_the_words_are_shown(words):
    ChildFactory(given_names="Amber", family_name="Nettleship")
    answer = with_words(words)
    with pytest.raises(Refused, match="may be somebody’s name") as refusal:
        read(answer)
    assert refusal.value.field == "cover"
    read(answer, cover=["amber", "NETTLESHIP"] if "ettleship" in words else ["Amber"])
    answer.refresh_from_db()
    assert "mber" not in answer.words and "ettleship" not in answer.words and "[…]" in answer.words


def test_a_name_of_a_worker_is_covered_too_and_a_word_may_be_meant_otherwise():
    UserFactory(full_name="Rose Quill")
    answer = with_words("The roses and Rose Quill.")
    with pytest.raises(Refused, match="“Rose Quill”"):
        read(answer)
    read(answer, is_meant=True)
    assert FeedbackReading.objects.get().outcome == "SHOWN"


def test_what_is_covered_is_gone_everywhere():
    answer = with_words("Ask Zebedee.")
    read(answer, cover=["Zebedee"])
    assert FeedbackAnswer.objects.get(pk=answer.pk).words == "Ask […]."
    assert not any(
        "Zebedee" in str(vars(one)) for one in FeedbackReading.history.rel.related_model.objects.all()
    )
    assert not any("Zebedee" in str(one.detail) for one in AuditEntry.objects.all())


def test_what_is_to_be_covered_must_be_there():
    answer = with_words("Ask them.")
    with pytest.raises(Refused, match="“Zebedee” is not in the words"):
        read(answer, cover=["Zebedee"])


@pytest.mark.parametrize(("changed", "field"), [({"outcome": None}, "outcome"), ({"themes": []}, "themes")])
def test_a_reader_says_what_is_done_with_words_and_what_they_are_about(changed, field):
    with pytest.raises(Refused) as refusal:
        read(with_words("Ask them."), **changed)
    assert refusal.value.field == field


# ----- How long they are kept ------------------------------------------------------------------------------


def test_words_go_when_their_time_is_over_and_the_numbers_stay():
    with_words("Ask them.")
    end = dt.date(2018, 9, 30)
    assert sweep(on=add_months(end, 24)) == 0
    assert sweep(on=add_months(end, 24) + dt.timedelta(days=1)) == 1
    assert not FeedbackAnswer.objects.exclude(words="").exists()
    assert all_pools(ON)[SOON][-1].returned == 5


def test_a_shorter_time_that_was_set_holds_for_all_words():
    with_words("Ask them.")
    PolicySettingFactory(key="FEEDBACK_WORDS_MONTHS", value="6", effective_date=dt.date(2019, 1, 1))
    assert sweep(on=dt.date(2019, 3, 30)) == 0 and sweep(on=dt.date(2019, 4, 2)) == 1


def test_codes_that_are_taken_no_more_go():
    slip()
    sweep(on=dt.date(2019, 2, 28))
    assert FeedbackCode.objects.exists()
    sweep(on=dt.date(2019, 3, 1))
    assert not FeedbackCode.objects.exists()


# ----- Languages -------------------------------------------------------------------------------------------


def somali(**changed):
    return LanguageTold(**{"code": "so", "name": "Somali", "own_name": "Soomaali", "is_rtl": False} | changed)


def tell(language, **more):
    return tell_language(told=language, **more, by=person("MANAGER"), at=AT)


def test_a_language_is_offered_once_somebody_checked_all_of_it():
    tell(somali(texts={"send": "Dir"}))
    assert [one.code for one in languages()] == ["en", "pl", "ro", "so", "ur"]
    assert [one.code for one in languages_offered()] == ["en"]
    tell(somali(texts=english().texts, checked_by="Lingua", checked_date=ON))
    assert [one.code for one in languages_offered()] == ["en", "so"]


def test_words_that_change_are_checked_again():
    day = ON - dt.timedelta(days=3)
    tell(somali(texts=english().texts, checked_by="Lingua", checked_date=day))
    other = {**english().texts, "send": "Dir"}
    with pytest.raises(Refused, match="Words changed since then"):
        tell(somali(texts=other, checked_by="Lingua", checked_date=day))
    tell(somali(texts=other))
    assert [one.code for one in languages_offered()] == ["en"]


def test_who_was_slower_sees_what_another_saved():
    with pytest.raises(StaleVersion):
        tell(somali(texts={}))
        tell(somali(texts={}), seen="older")


def test_offers_are_counted_apart_by_kind_and_time():
    FeedbackOfferFactory(quarter=QUARTER, recorded_at=AT, number=4)
    FeedbackOfferFactory(quarter=QUARTER, recorded_at=AT, number=3)
    FeedbackOfferFactory(quarter=QUARTER, recorded_at=AT, number=9, wave="LATER")
    answers(6)
    pool = all_pools(ON)[SOON][-1]
    assert (pool.returned, pool.offered) == (6, 7)


def test_an_old_page_undoes_nothing_that_somebody_decided_since():
    answer = with_words("She was there, and he said so.")
    reader = person("MANAGER")
    read(answer, by=reader, outcome=Reading.TELLS_WHO, themes=[])
    with pytest.raises(StaleVersion, match="Do not show them"):
        read(answer, by=reader, seen="")
    assert FeedbackReading.objects.get().outcome == "TELLS_WHO"
    again = read(answer, by=reader, outcome=Reading.TELLS_WHO, themes=[], seen="")
    assert again.outcome == "TELLS_WHO"
    assert read(answer).outcome == "SHOWN"


def test_the_same_number_sent_twice_was_handed_out_once():
    asked = {"giver": Giver.PARENT, "wave": Wave.SOON, "number": 4}
    by = person("CHAIR")
    once = feedback.record_offer(**asked, by=by, at=AT)
    assert feedback.record_offer(**asked, by=by, at=AT + dt.timedelta(minutes=1)) == once
    feedback.record_offer(**asked, by=by, at=AT + dt.timedelta(hours=2))
    feedback.record_offer(**asked, by=person("BUSINESS_SUPPORT"), at=AT)
    assert FeedbackOffer.objects.count() == 3
