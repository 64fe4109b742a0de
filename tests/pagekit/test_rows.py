"""Rows that are added and taken away by buttons that post the page."""

import pytest
from django import forms
from django.http import QueryDict

from safeguarding.pagekit.layout import Helper, Rows
from safeguarding.pagekit.problems import of
from safeguarding.pagekit.rows import RowFormSet, press_rows, quiet
from tests.pagekit.page import drawn, one, words


class Invitee(forms.Form):
    name = forms.CharField(error_messages={"required": "Enter a name"})


Invitees = forms.formset_factory(
    Invitee, formset=RowFormSet, extra=0, min_num=1, max_num=3, validate_max=True
)


class Conference(forms.Form):
    room = forms.CharField()

    def __init__(self, *args, invitees, keeps_numbers=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.invitees = invitees
        self.row_sets = [invitees]
        self.helper = Helper("room", Rows("invitees", one="Invitee", keeps_numbers=keeps_numbers))


def sent(*names, **more):
    """What a browser sends for these rows; a name of None stands for a row taken away."""
    data = QueryDict(mutable=True)
    data.update({"p-TOTAL_FORMS": f"{len(names)}", "p-INITIAL_FORMS": "0"})
    for index, name in enumerate(names):
        data.update({f"p-{index}-name": name or "", f"p-{index}-DELETE": "on" if name is None else ""})
    data.update(more)
    return data


def shown(data, **given):
    """The numbered rows that a page built from this data shows."""
    page = drawn("{% crispy form %}", form=Conference(data, invitees=Invitees(data, prefix="p"), **given))
    rows = page.xpath("//fieldset[contains(@class, 'app-rows__row')][not(@hidden)][not(ancestor::template)]")
    return [words(one(row, "./legend")) for row in rows]


def test_add_gives_one_row_more_and_keeps_what_was_typed():
    data, pressed = press_rows(sent("Pat", **{"p-add": "1"}), "p")
    assert pressed
    assert shown(data) == ["Invitee 1 of 2", "Invitee 2 of 2"]
    assert data["p-0-name"] == "Pat"


def test_remove_hides_the_row_and_counts_the_rest_anew():
    data, pressed = press_rows(sent("Pat", "Sam", "Kim", **{"p-remove": "1"}), "p")
    assert pressed
    assert shown(data) == ["Invitee 1 of 2", "Invitee 2 of 2"]


def test_rows_that_others_point_at_keep_their_numbers():
    data, _ = press_rows(sent("Pat", "Sam", "Kim", **{"p-remove": "1", "p-add": "1"}), "p")
    assert shown(data, keeps_numbers=True) == ["Invitee 1", "Invitee 3", "Invitee 4"]


def test_save_is_no_row_button():
    data, pressed = press_rows(sent("Pat"), "p")
    assert not pressed
    assert data == sent("Pat")


@pytest.mark.parametrize("bad", ["x", "-1", "", "²", "9" * 30])
def test_tampered_buttons_change_nothing_for_the_worse(bad):
    data, _ = press_rows(sent("Pat", **{"p-remove": bad}), "p")
    assert Invitees(data, prefix="p").is_valid()


@pytest.mark.parametrize("bad", ["x", "-1", "", "²", "9" * 5000])
def test_tampered_count_is_refused_and_not_a_crash(bad):
    data, pressed = press_rows(sent("Pat", **{"p-TOTAL_FORMS": bad, "p-add": "1"}), "p")
    assert pressed
    Invitees(data, prefix="p").is_valid()


def test_kept_rows_leave_out_what_was_taken_away():
    rows = Invitees(sent("Pat", None, "Kim"), prefix="p")
    assert rows.is_valid()
    assert [row["name"] for row in rows.kept] == ["Pat", "Kim"]


def test_mistakes_of_rows_lead_to_their_fields():
    rows = Invitees(sent("", None, ""), prefix="p")
    form = Conference({"room": "Willow"}, invitees=rows)
    # The third row is an extra one that was left empty: that is not a mistake.
    assert [(p.text, p.target) for p in of(form)] == [("Enter a name", "id_p-0-name")]


def test_too_many_rows_lead_to_the_first():
    rows = Invitees(sent("A", "B", "C", "D"), prefix="p")
    assert [p.target for p in of(rows)] == ["id_p-0-name"]


def test_nobody_complains_while_rows_are_added():
    data, _ = press_rows(sent("", **{"p-add": "1"}), "p")
    rows = Invitees(data, prefix="p")
    form = Conference(data, invitees=rows)
    quiet(form, rows)
    assert of(form) == []
    assert drawn("{% crispy form %}", form=form).xpath("//*[contains(@class, 'error')]") == []


def test_only_row_cannot_be_taken_away():
    page = drawn("{% crispy form %}", form=Conference(invitees=Invitees(prefix="p")))
    remove = page.xpath("//button[@name='p-remove'][not(ancestor::template)]")
    assert [button.get("hidden") is not None for button in remove] == [True]


def test_enter_key_meets_a_harmless_button_first():
    data = sent("Pat", "Sam")
    page = drawn("{% crispy form %}", form=Conference(data, invitees=Invitees(data, prefix="p")))
    assert page.xpath("(//button)[1]/@name") == []


def test_a_row_is_read_without_the_signs_that_nobody_sees():
    sent = {"i-TOTAL_FORMS": "1", "i-INITIAL_FORMS": "0", "i-0-name": "An\u200bna \u202eelbaF"}
    invitees = Invitees(sent, prefix="i")
    assert invitees.is_valid() and invitees.kept == [{"name": "Anna elbaF", "DELETE": False}]
