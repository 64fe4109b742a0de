"""How consultations are decided, in words: n of N, kappa where defined, and a file that tells no child."""

import datetime as dt
from dataclasses import replace

from conferences.queries.consultations_calibration import Seconds
from conferences.rules.consultations import Answer
from conferences.rules.consultations_calibration import By, Decided, Group, Time
from conferences.rules.replans import GapBand
from conferences.views.presenters import consultations_calibration as presenter

ON = dt.date(2019, 6, 10)
ADDRESS = presenter.Address("?from=2018-04-01&to=2019-03-31")
NONE = Seconds(0, 0, 0, 0, 0, 0, {}, 0)


def decided(**fields):
    values = {
        "consultation": 1,
        "child": 1,
        "answer": Answer.AGREE,
        "day": dt.date(2018, 4, 9),
        "days": 2,
        "team": Group("2", "North"),
        "asker": Group("a", "Ada Asker"),
        "decider": Group("l", "Leo Lead"),
        "gap": GapBand.UNDER_6,
    } | fields
    return Decided(**{"last": values["answer"], **values})


def page(decisions, seconds=NONE, by=By.TEAM):
    return presenter.calibration_page(decisions, seconds, by, ADDRESS, ON)


def words(table):
    """The words of each row's cells."""
    return [[getattr(cell, "text", cell) for cell in row] for row in table.rows]


def test_every_share_is_n_of_n_and_opens():
    made = page([decided(), decided(answer=Answer.ANOTHER_WAY)])
    assert words(made.outcomes)[0] == ["Agreed", "1 of 2 (50.0%)"]
    assert words(made.outcomes)[1] == ["Agreed, with legal planning", "0 of 2 (0.0%)"]
    counted, none = made.outcomes.rows[0][1], made.outcomes.rows[1][1]
    assert counted.href.endswith("?from=2018-04-01&to=2019-03-31&figure=agree&part=part")
    assert none.href.endswith("figure=agree_legal&part=whole")


def test_what_followed_says_apart_what_cannot_be_told():
    rows = [decided(), decided(day=dt.date(2019, 5, 1)), decided(died=dt.date(2018, 5, 1))]
    first = page(rows).followed.rows[0]
    assert [cell.text for cell in first[1:]] == ["1 of 1 (100.0%)", "1", "1"]
    assert first[2].href.endswith("figure=agreed_no_plan&part=early")


def test_nothing_decided_is_said():
    made = page([])
    assert made.outcomes.rows == [] and made.outcomes.empty == presenter.NO_DECISION
    assert presenter.counted_words([]).startswith("No children were decided on")
    assert presenter.counted_words([decided()]).startswith("1 child was decided on")


def test_people_stand_by_name_without_a_colour():
    rows = [decided(decider=Group("z", "Zoe")), decided(decider=Group("z", "Zoe")), decided()]
    table = page(rows, by=By.DECIDER).by
    assert [row[0] for row in words(table)] == ["Leo Lead", "Zoe"]
    assert not [cell for row in table.rows for cell in row if getattr(cell, "tag", None)]
    assert table.rows[1][1].href.endswith("figure=all&part=whole&by=decider&of=z")


def test_time_is_told_in_working_days():
    told = presenter.time_words(Time(3, 1.0, 9))
    assert "half within 1 working day, the longest 9 working days (3 decisions)" in told
    assert "half within 2.5 working days" in presenter.time_words(Time(2, 2.5, 4))
    one = "From the day it was raised to the decision: 4 working days (1 decision)."
    assert presenter.time_words(Time(1, 4.0, 4)) == one
    assert presenter.time_words(Time(0)) == "No time to decide can be told."


def rows_of(seconds):
    return {row.key: row.value for row in presenter.agreement_rows(seconds)}


def test_before_any_second_opinion_nothing_is_compared():
    assert rows_of(Seconds(9, 1, 0, 1, 0, 0, {}, 0)) == {
        "Drawn": "1 of 9 (11.1%) of the families decided",
        "Given": "0 of 1. 1 waiting.",
    }


def test_where_nothing_was_decided_or_drawn_that_is_all_that_is_said():
    assert rows_of(NONE) == {"Drawn": "None: no family was decided on in this period"}
    assert rows_of(replace(NONE, decided=9)) == {"Drawn": "None of the 9 families decided"}


def test_kappa_stands_with_its_number_and_interval():
    pairs = {("AGREE", "AGREE"): 40, ("AGREE", "ANOTHER_WAY"): 5, ("ANOTHER_WAY", "ANOTHER_WAY"): 15}
    told = rows_of(Seconds(600, 60, 60, 0, 0, 0, pairs, 5))
    assert told["Same outcome"] == "55 of 60 (91.7%)"
    assert told["Beyond chance (Cohen’s kappa)"] == "0.80, of 60 pairs. 95% interval: 0.64 to 0.96."


def test_of_few_it_is_said_that_they_are_few():
    told = rows_of(Seconds(90, 9, 4, 5, 0, 0, {("AGREE", "AGREE"): 2, ("ANOTHER_WAY", "AGREE"): 2}, 2))
    assert told["Beyond chance (Cohen’s kappa)"] == (
        "0.00, of 4 pairs. Too few to say how sure this is (fewer than 30)."
    )
    one = rows_of(Seconds(90, 9, 4, 5, 0, 0, {("AGREE", "AGREE"): 4}, 0))
    assert one["Beyond chance (Cohen’s kappa)"].startswith("Each gave one and the same answer every time")


def test_who_cannot_give_any_and_who_knew_is_said():
    told = rows_of(Seconds(9, 4, 1, 1, 2, 1, {}, 0))["Given"]
    assert "2 that nobody can give" in told and "1 by somebody who knew the decision" in told


def test_the_two_way_table_has_the_decision_down_and_opens():
    seconds = Seconds(9, 3, 3, 0, 0, 0, {("ANOTHER_WAY", "AGREE"): 2, ("AGREE", "AGREE"): 1}, 2)
    table = presenter.pairs_table(seconds, ADDRESS)
    assert words(table)[2] == ["Another way", "2", "0", "0", "0", "0"]
    assert table.rows[2][1].href.endswith("figure=pair&part=part&first=ANOTHER_WAY&second=AGREE")
    assert presenter.pair_words("ANOTHER_WAY", "AGREE") == (
        "Decided: another way, with support and a review date."
        " Second opinion: agree that a conference is held"
    )


def test_the_file_holds_every_number_and_no_child():
    seconds = Seconds(9, 1, 1, 0, 0, 0, {("AGREE", "AGREE"): 1}, 0)
    span = (dt.date(2018, 4, 1), dt.date(2019, 3, 31))
    rows = list(presenter.csv_rows([decided()], seconds, span, ON))
    assert rows[0] == list(presenter.HEAD) and {len(row) for row in rows} == {len(presenter.HEAD)}
    agreed = [row for row in rows if row[4] == "Agreed"]
    assert [row[2] for row in agreed] == ["all", *(by.label for by in By)]
    assert ["2018-04-01", "2019-03-31", "all", "", "Second opinions given", "1", "1", "", ""] in rows
