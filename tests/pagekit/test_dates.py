"""A date in three boxes: what is accepted, and the sentence for each mistake."""

import datetime as dt

import pytest
from django import forms
from django.http import QueryDict

from safeguarding.pagekit.dates import DateField, DateParts
from safeguarding.pagekit.problems import of


class BirthForm(forms.Form):
    born = DateField(label="Date of birth", earliest=dt.date(1990, 1, 1), latest=dt.date(2018, 12, 31))


def sent(day="", month="", year=""):
    return BirthForm({"born_day": day, "born_month": month, "born_year": year})


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", "Mar.", "MARCH"])
def test_month_may_be_a_number_or_a_name(month):
    form = sent("3", month, "2009")
    assert form.is_valid()
    assert form.cleaned_data["born"] == dt.date(2009, 3, 3)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("", "", ""), "Enter the date of birth"),
        (("3", "", "2009"), "Date of birth must include a month"),
        (("", "", "2009"), "Date of birth must include a day and month"),
        (("3", "3", ""), "Date of birth must include a year"),
        (("31", "2", "2009"), "Date of birth must be a real date"),
        (("x", "2", "2009"), "Date of birth must be a real date"),
        (("3", "13", "2009"), "Date of birth must be a real date: the month must be 1 to 12"),
        (("3", "Marchember", "2009"), "Date of birth must be a real date: the month must be 1 to 12"),
        (("3", "3", "09"), "Date of birth: the year must have 4 numbers, for example 2018"),
        (("31", "12", "9999"), "Date of birth: look at the year, 9999 is none that can be meant"),
        (("1", "1", "0001"), "Date of birth: look at the year, 0001 is none that can be meant"),
        (("3", "3", "1989"), "Date of birth must be on or after 1 January 1990"),
        (("3", "3", "2019"), "Date of birth must be on or before 31 December 2018"),
        (("٣", "3", "٢٠٠٩"), "Date of birth: the year must have 4 numbers, for example 2018"),
        (("1" * 5000, "3", "2009"), "Date of birth must be a real date"),
        (("3", "1" * 5000, "2009"), "Date of birth must be a real date: the month must be 1 to 12"),
    ],
)
def test_each_mistake_has_its_sentence(parts, sentence):
    form = sent(*parts)
    assert form.errors["born"] == [sentence]


@pytest.mark.parametrize(
    ("parts", "target"),
    [
        (("", "", ""), "id_born_day"),
        (("3", "", "2009"), "id_born_month"),
        (("3", "3", "9"), "id_born_year"),
        (("32", "3", "2009"), "id_born_day"),
    ],
)
def test_error_leads_to_the_first_wrong_box(parts, target):
    assert [problem.target for problem in of(sent(*parts))] == [target]


def test_what_was_typed_is_kept():
    assert sent("3", "Marchember", "2009")["born"].value() == DateParts("3", "Marchember", "2009")


def test_optional_date_may_stay_empty():
    class Form(forms.Form):
        seen = DateField(label="Date seen", required=False)

    form = Form({"seen_day": "", "seen_month": "", "seen_year": ""})
    assert form.is_valid()
    assert form.cleaned_data["seen"] is None


def test_link_may_give_a_whole_date():
    form = BirthForm(QueryDict("born=2009-03-03"))
    assert form.is_valid()
    assert form["born"].value() == DateParts("3", "3", "2009")


def test_own_sentence_for_nothing_typed_is_used():
    class Form(forms.Form):
        seen = DateField(label="Seen", error_messages={"required": "Say when the child was seen"})

    assert Form({}).errors["seen"] == ["Say when the child was seen"]


def test_initial_date_fills_the_boxes_and_counts_as_unchanged():
    class Form(forms.Form):
        seen = DateField(label="Seen", initial=dt.date(2018, 12, 20))

    assert Form()["seen"].value() == dt.date(2018, 12, 20)
    assert 'value="20"' in str(Form()["seen"])
    assert not Form({"seen": "2018-12-20"}).has_changed()
    assert Form({"seen": "2018-12-21"}).has_changed()
