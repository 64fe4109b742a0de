"""The list of figures: complete, in order, and each said in full."""

import pytest

from conferences.rules.measures_catalogue import MEASURES, UnknownMeasure, chosen, measure

# The codes of the reports, in their order.
CODES = [
    "plans_open",
    "rate_per_10000",
    "plans_started",
    "plans_ended",
    "repeat_plans",
    "repeat_within_24_months",
    "open_two_years",
    "ended_two_years",
    "open_by_duration",
    "ended_by_duration",
    "open_by_category",
    "started_by_category",
    "icpc_in_15_days",
    "icpc_overdue",
    "icpc_to_plan",
    "reviews_on_time",
    "reviews_held_on_time",
    "first_core_group_in_10_days",
    "reports_shared_on_time",
    "decisions_sent_on_time",
    "records_sent_on_time",
    "quorate",
    "conferences_held_late",
    "participation",
    "consultations_in_time",
    "replans_consulted",
    "thinking_time_before",
    "visits_on_time",
    "actions_smarter",
    "feedback",
    "consultations_decided",
    "agreed_to_plan",
    "look_ups_in_time",
    "look_ups_known",
    "back_on_plan_in_12_months",
]


def test_every_figure_of_the_reports_is_defined_in_their_order():
    assert list(MEASURES) == CODES, "Write the code of a new figure in CODES, where it stands in the reports."


@pytest.mark.parametrize("code", CODES)
def test_a_definition_says_what_is_counted_of_what_and_whose_rule_it_is(code):
    defined = measure(code)
    assert defined.sentence.endswith(".")
    assert all((defined.title, defined.numerator_words, defined.counted_rows, defined.fed_by))
    assert (defined.denominator_words is None) == (defined.unit.value == "count")
    assert any(grade in defined.source for grade in ("(S)", "(C)", "(L)", "(C, I)"))
    assert all(sentence.endswith(".") for sentence in defined.exclusions)


def test_titles_are_told_apart():
    assert len({defined.title for defined in MEASURES.values()}) == len(MEASURES)


def test_figures_are_chosen_in_the_order_of_the_reports():
    assert [found.code for found in chosen(["repeat_plans", "plans_open"])] == ["plans_open", "repeat_plans"]


def test_an_unknown_figure_is_refused_in_a_sentence():
    with pytest.raises(UnknownMeasure, match="There is no figure called plans_shut."):
        chosen(["plans_shut"])
