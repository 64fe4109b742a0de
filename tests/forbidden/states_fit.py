"""What the day of a conference must fit: what must not be told of it."""

from tests.forbidden.state import State, another, change, remove

STATES = [
    State(
        "an interpreter for nobody",
        "0138",
        change("requestfit", "day_fit", interpreter_for="''"),
        "requestfit_interpreter_and_for_whom",
    ),
    State(
        "parents who arrive apart by seven minutes",
        "0138",
        change("requestfit", "day_fit", apart_minutes="7"),
        "requestfit_apart_known",
    ),
    State(
        "a time at which nobody is not free",
        "0138",
        another("busytime", "busy", who="''"),
        "busytime_whose_and_why",
    ),
    State(
        "not free each week and on one date",
        "0138",
        another("busytime", "busy", day_date="'2018-11-26'"),
        "busytime_each_week_or_once",
    ),
    State(
        "not free from no hour",
        "0138",
        another("busytime", "busy", from_time="NULL"),
        "busytime_ends_after_it_begins",
    ),
    State(
        "a time taken off by nobody",
        "0138",
        change("busytime", "busy", off_at="now()"),
        "busytime_off_by_and_at",
    ),
    State(
        "a time at which somebody is not free changed",
        "0138",
        change("busytime", "busy", weekday="1"),
        "busytime_stays",
    ),
    State(
        "a time at which somebody is not free deleted", "0138", remove("busytime", "busy"), "busytime_stays"
    ),
]
