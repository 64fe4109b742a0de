"""The error summary: every mistake once, in the order of the page, leading somewhere."""

from django import forms

from safeguarding.pagekit.problems import Problem, of
from safeguarding.pagekit.texts import words_field
from tests.pagekit.page import drawn, one, words

CHOICES = [("A", "a")]


class Form(forms.Form):
    who = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    kind = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect)
    why = forms.CharField()
    token = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("These two do not fit together")


def test_each_problem_leads_to_the_first_control_that_can_mend_it():
    assert [problem.target for problem in of(Form({}))] == ["id_who_0", "id_who_0", "id_kind_0", "id_why", ""]


def test_mistake_of_the_whole_form_comes_first():
    assert of(Form({}))[0] == Problem("These two do not fit together", "id_who_0")


def test_targets_stand_on_the_page():
    form = Form({}, prefix="x")
    page = drawn("{% error_summary form %}{% crispy form %}", form=form)
    for link in page.xpath("//div[@class='govuk-error-summary']//a"):
        assert one(page, f"//*[@id='{link.get('href')[1:]}']").tag == "input"


def test_summary_of_nothing_is_nothing():
    assert words(drawn("{% page_errors %}")) == ""
    assert words(drawn("{% page_errors %}", form=Form())) == ""


def test_page_finds_its_forms_by_their_usual_names():
    page = drawn("{% error_prefix %}{% page_errors %}", forms=[Form({}), Form({}, prefix="two")])
    assert words(page).startswith("Error: There is a problem")
    # Five each, but that of the hidden field has no place of its own and is said once.
    assert len(page.xpath("//li")) == 9


def test_words_of_a_mistake_are_escaped():
    class Sly(forms.Form):
        name = forms.CharField()

        def clean_name(self):
            raise forms.ValidationError(f"<b>{self.cleaned_data['name']}</b>")

    page = drawn("{% page_errors %}", form=Sly({"name": "<script>"}))
    assert page.xpath("//b | //script") == []


class Long(forms.Form):
    """Fields with a limit: named by their label, by a subject, or a question without one."""

    name = forms.CharField(label="Name", max_length=3)
    why = words_field("Why is it changing?", subject="Reason", longest=1000)
    asked = words_field("What do you need to know?", longest=3)
    note = words_field("Note (optional)", longest=1)


def test_a_text_that_is_too_long_says_how_long_it_may_be():
    form = Long({"name": "four", "why": "x" * 1001, "asked": "four", "note": "no"})
    assert [problem.text for problem in of(form)] == [
        "Name must be 3 characters or less",
        "Reason must be 1,000 characters or less",
        "Your answer must be 3 characters or less",
        "Note must be 1 character or less",
    ]
