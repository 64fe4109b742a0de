"""What the public sees of a set of figures."""

import datetime as dt
from decimal import Decimal

from conferences.rules.figures import Figure, Unit
from conferences.rules.publishing import hidden_cells, public_breakdown, public_text
from safeguarding import wording
from safeguarding.workingdays import Period

PERIOD = Period(dt.date(2018, 4, 1), dt.date(2019, 3, 31))
BANDS = ("3_months_or_less", "3_to_6_months", "6_to_12_months", "1_to_2_years", "2_years_or_more")


def share(code, numerator, denominator, **more):
    value = wording.share(numerator, denominator)
    return Figure(code, numerator, denominator, value, Unit.PERCENT, PERIOD, "DfE", **more)


def count(code, number, **more):
    return Figure(code, number, None, Decimal(number), Unit.COUNT, PERIOD, "DfE", **more)


def durations(*counts):
    return count("open_by_duration", sum(counts), breakdown={"": dict(zip(BANDS, counts, strict=True))})


def texts(*figures):
    by_code = {figure.code: figure for figure in figures}
    hidden = hidden_cells(by_code)
    return {code: public_text(figure, hidden) for code, figure in by_code.items()}


def test_a_small_numerator_is_hidden_with_its_percentage():
    assert texts(share("open_two_years", 3, 259)) == {"open_two_years": "c of 259"}


def test_a_numerator_that_leaves_a_small_rest_is_hidden_too():
    assert texts(share("open_two_years", 256, 259)) == {"open_two_years": "c of 259"}


def test_large_numbers_and_zero_are_shown():
    found = texts(share("open_two_years", 17, 259), share("ended_two_years", 0, 257))
    assert found == {"open_two_years": "17 of 259 (6.6%)", "ended_two_years": "0 of 257 (0.0%)"}


def test_a_band_hidden_beside_a_small_one_is_hidden_in_the_other_figure_too():
    bands = durations(4, 44, 66, 55, 17)
    found = {figure.code: figure for figure in (bands, share("open_two_years", 17, 186))}
    hidden = hidden_cells(found)
    assert public_breakdown(bands, hidden)[""]["2_years_or_more"] == "c"
    assert public_text(found["open_two_years"], hidden) == "c of 186"


def test_bands_in_time_do_not_add_up_to_what_is_hidden():
    waits = {"": {"0-10": 3, "11-15": 40, "16-20": 20, "21+": 30}}
    figure = share("icpc_in_15_days", 43, 93, breakdown=waits)
    hidden = hidden_cells({figure.code: figure})
    seen = public_breakdown(figure, hidden)[""]
    assert seen["0-10"] == "c"
    assert seen["11-15"] == "c" or public_text(figure, hidden).startswith("c")


def test_a_band_past_its_time_is_not_what_the_figure_leaves():
    """33 less 22 in time would leave 11, and 11 less 7 the four that are hidden."""
    waits = {"": {"0-10": 5, "11-15": 17, "16-20": 7, "21+": 4}}
    figure = share("icpc_in_15_days", 22, 33, breakdown=waits)
    hidden = hidden_cells({figure.code: figure})
    seen = public_breakdown(figure, hidden)[""]
    assert seen["21+"] == "c"
    assert seen["16-20"] == "c" or public_text(figure, hidden) == "c of 33"


def test_the_plans_due_for_a_review_do_not_leave_the_youngest_plans():
    bands = durations(4, 44, 66, 55, 17)
    figures = count("plans_open", 186), bands, share("reviews_on_time", 150, 182)
    found = texts(*figures)
    assert found["plans_open"] == "186"
    assert found["reviews_on_time"] == "150 of c"


def test_a_small_count_is_hidden_in_the_rate_it_could_be_worked_out_from():
    rate = Figure("rate_per_10000", 4, 54_526, Decimal("0.7"), Unit.RATE, PERIOD, "DfE")
    assert texts(count("plans_open", 4), rate) == {"plans_open": "c", "rate_per_10000": "c"}
