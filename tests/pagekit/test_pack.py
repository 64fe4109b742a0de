"""The crispy pack: how a field of each kind is drawn, with its words and its mistakes tied to it."""

import pytest
from django import forms
from django.template import engines
from lxml import html

from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set, Side
from tests.pagekit.page import drawn, one, words

ROLES = [("A", "Parent"), ("B", "Police")]


class EveryKind(forms.Form):
    text = forms.CharField(label="Name", help_text="As on the record", max_length=60)
    long = forms.CharField(label="Why", widget=forms.Textarea, max_length=100)
    many = forms.MultipleChoiceField(label="Who", choices=ROLES, widget=forms.CheckboxSelectMultiple)
    single = forms.ChoiceField(label="Role", choices=ROLES, widget=forms.RadioSelect)
    chosen = forms.ChoiceField(label="Room", choices=ROLES)
    count = forms.IntegerField(label="How many")
    rate = forms.DecimalField(label="Rate")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    paper = forms.FileField(label="Report")
    agreed = forms.BooleanField(label="I agree")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def described(node):
    """The words that assistive technology reads with a control."""
    ids = node.get("aria-describedby", "").split()
    root = node.getroottree()
    return [words(one(root, f"//*[@id='{ident}']")) for ident in ids]


def test_form_is_drawn_whole_without_any_layout():
    page = drawn("{% crispy form %}", form=EveryKind())
    form = one(page, "//form")
    assert form.get("novalidate") is not None
    assert form.get("enctype") == "multipart/form-data"
    assert len(page.xpath("//div[@class='govuk-form-group']")) == len(EveryKind.base_fields) - 1
    assert one(page, "//input[@name='token']").get("type") == "hidden"


def test_every_control_is_named():
    page = drawn("{% crispy form %}", form=EveryKind())
    named = {label.get("for") for label in page.xpath("//label")}
    controls = page.xpath("//input[not(@type='hidden')] | //select | //textarea")
    assert {control.get("id") for control in controls} <= named


def test_hint_and_mistake_are_read_with_the_control():
    page = drawn("{{ form.text|as_crispy_field }}", form=EveryKind({}))
    control = one(page, "//input")
    assert described(control) == ["As on the record", "Error: This field is required."]
    assert control.get("aria-invalid") == "true"
    assert "govuk-input--error" in control.get("class")


def test_unsent_form_complains_of_nothing():
    page = drawn("{{ form.text|as_crispy_field }}", form=EveryKind())
    assert described(one(page, "//input")) == ["As on the record"]
    assert page.xpath("//*[contains(@class, 'error')]") == []


def test_browser_is_not_asked_to_complain():
    page = drawn("{% crispy form %}", form=EveryKind())
    assert page.xpath("//*[@required]") == []


@pytest.mark.parametrize(("name", "mode"), [("count", "numeric"), ("rate", "decimal")])
def test_numbers_are_typed_as_text_with_the_right_keyboard(name, mode):
    page = drawn("{{ field|as_crispy_field }}", field=EveryKind()[name])
    control = one(page, "//input")
    assert (control.get("type"), control.get("inputmode")) == ("text", mode)


def test_choices_stand_in_a_group_that_says_what_is_wrong():
    page = drawn("{{ form.single|as_crispy_field }}", form=EveryKind({}))
    group = one(page, "//fieldset")
    assert words(one(group, "./legend")) == "Role"
    assert described(group) == ["Error: This field is required."]


def test_value_sent_is_shown_again():
    page = drawn("{% crispy form %}", form=EveryKind({"text": "<Amber>", "many": ["B"], "single": "A"}))
    assert one(page, "//input[@name='text']").get("value") == "<Amber>"
    assert [box.get("value") for box in page.xpath("//input[@name='many'][@checked]")] == ["B"]
    assert [box.get("value") for box in page.xpath("//input[@name='single'][@checked]")] == ["A"]


def test_choice_reveals_a_field_and_shows_it_when_taken():
    helper = Helper(GovField("single", reveal={"B": ["text"]}))
    form = EveryKind({"single": "B"})
    page = drawn("{% crispy form helper %}", form=form, helper=helper)
    place = one(page, "//input[@value='B']").get("data-aria-controls")
    shown = one(page, f"//*[@id='{place}']")
    assert "hidden" not in shown.get("class")
    assert one(shown, ".//input").get("name") == "text"


def test_revealed_field_waits_until_its_choice_is_taken():
    helper = Helper(GovField("single", reveal={"B": ["text"]}))
    page = drawn("{% crispy form helper %}", form=EveryKind(), helper=helper)
    assert one(page, "//*[contains(@class, 'govuk-radios__conditional--hidden')]") is not None


def test_the_browser_cuts_nothing_off():
    page = drawn("{% crispy form %}", form=EveryKind())
    assert page.xpath("//*[@maxlength]") == []


def test_limit_is_counted_and_not_cut_off():
    helper = Helper(GovField("long", words=50))
    page = drawn("{% crispy form helper %}", form=EveryKind(), helper=helper)
    control = one(page, "//textarea")
    assert control.get("maxlength") is None
    assert described(control) == ["You can enter up to 50 words"]
    assert one(page, "//*[@data-maxlength]").get("data-count-type") == "words"


def test_layout_objects_draw_their_parts():
    helper = Helper(
        Set("Who", Side("text", "chosen"), hint="Both are needed"),
        Buttons(Button("Save", name="step", value="2", kind="warning"), CancelLink("/back")),
    )
    page = drawn("{% crispy form helper %}", form=EveryKind(), helper=helper)
    assert words(one(page, "//legend")) == "Who"
    button = one(page, "//button")
    assert (button.get("type"), button.get("name"), button.get("value")) == ("submit", "step", "2")
    assert one(page, "//a").get("href") == "/back"


@pytest.mark.parametrize(("method", "tokens"), [("post", 1), ("get", 0)])
def test_only_what_changes_something_carries_a_token(rf, method, tokens):
    helper = Helper("text", method=method)
    template = "{% load crispy_forms_tags %}{% crispy form helper %}"
    text = (
        engines["django"].from_string(template).render({"form": EveryKind(), "helper": helper}, rf.get("/"))
    )
    assert len(html.fromstring(text).xpath("//input[@name='csrfmiddlewaretoken']")) == tokens


def test_several_mistakes_of_a_field_are_all_read():
    class Form(forms.Form):
        text = forms.CharField(label="Name")

        def clean(self):
            self.add_error("text", "Name is too short")
            self.add_error("text", "Name must begin with a capital")

    page = drawn("{{ form.text|as_crispy_field }}", form=Form({"text": "x"}))
    expected = ["Error: Name is too short", "Error: Name must begin with a capital"]
    assert described(one(page, "//input")) == expected
