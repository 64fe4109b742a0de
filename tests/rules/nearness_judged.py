"""Three hundred invented decisions and twenty cases, judged by hand from the facts before the rule ran.

`near` are those that somebody who decides would call near in what matters, `far` some that clearly are not;
of all others it was not said. The question that was put to each: would it help to know how this one went?
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conferences.rules.nearness import Case, Earlier

DECISIONS = Path(__file__).parent.parent / "data" / "nearness.csv"
FIRST = dt.datetime(2022, 1, 3, 15, tzinfo=dt.UTC)
NUMBERS = ("before", "children")


@dataclass(frozen=True)
class Judged:
    """One case with the numbers of the decisions that are near to it, and of some that are not."""

    words: str
    case: Case
    near: tuple[int, ...]
    far: tuple[int, ...]


def decisions() -> Iterator[Earlier]:
    """Each of a family of its own, one a day."""
    with DECISIONS.open(newline="") as file:
        for row in csv.DictReader(file):
            number = int(row.pop("number"))
            facts = {name: int(value) if name in NUMBERS else value for name, value in row.items()}
            yield Earlier(Case(**facts), number, number, FIRST + dt.timedelta(days=number))


def replan(gap, category, ended, step_down, before, length, age, children, kind="REPLAN"):
    return Case(kind, gap, category, ended, step_down, before, length, age, children)


def running(kind, category, before, length, age, children):
    return Case(kind, "RUNS", category, "RUNS", "", before, length, age, children)


def baby(gap, category, ended, step_down, length, age, children):
    return Case("NEW_BABY", gap, category, ended, step_down, 0, length, age, children)


JUDGED = (
    Judged(
        "emotional, over two years ago, how it ended not known, four children of whom this one is 5 to 9",
        replan("FROM_24", "EMO", "", "", 1, "FROM_6", "FROM_5", 4),
        (274, 255, 186, 95, 192, 8, 175, 208, 51, 109, 106, 237, 99, 234),
        (12, 182, 25, 102, 17),
    ),
    Judged(
        "a long plan of multiple harm, the second, four children, aged 10 to 15",
        running("LONG_PLAN", "MUL", 1, "FROM_12", "FROM_10", 4),
        (120, 63, 246, 119, 81, 34, 272, 203, 226, 55, 128),
        (135, 22, 49, 180, 263),
    ),
    Judged(
        "unborn; a brother's plan for physical harm ended over a year ago, reduced, then early help",
        baby("FROM_12", "PHY", "RISK_REDUCED", "EARLY_HELP", "UNDER_6", "UNBORN", 2),
        (85, 163, 207, 91, 299, 270, 156, 117, 49),
        (66, 154, 115, 37, 161, 113),
    ),
    Judged(
        "emotional, the fourth plan, reduced, then child in need; when it ended is not known",
        replan("UNKNOWN", "EMO", "RISK_REDUCED", "CIN_PLAN", 3, "FROM_6", "FROM_10", 1),
        (26, 143, 74, 168, 232, 76, 248, 282, 190, 171, 70),
        (153, 25, 199, 184, 209),
    ),
    Judged(
        "unborn; a sister's plan for physical harm ended some months ago, reduced, then child in need",
        baby("UNDER_6", "PHY", "RISK_REDUCED", "CIN_PLAN", "FROM_6", "UNBORN", 1),
        (160, 270, 156, 91, 85),
        (66, 154, 115, 113, 117, 161, 218),
    ),
    Judged(
        "a long plan, emotional, the second, one child of 16",
        running("LONG_PLAN", "EMO", 1, "FROM_12", "FROM_16", 1),
        (246, 119, 273, 219, 67, 272, 81, 240, 94, 28, 17),
        (203, 180, 215, 129),
    ),
    Judged(
        "neglect, over two years ago, they had moved away and came back, two children, aged 10 to 15",
        replan("FROM_24", "NEG", "MOVED", "OTHER_AUTHORITY", 1, "FROM_6", "FROM_10", 2),
        (166, 88, 64, 57, 235, 1, 16, 194, 104, 229, 275, 295, 138, 177),
        (25, 173, 218, 79, 17),
    ),
    Judged(
        "a long plan, neglect, the first, three children, aged 1 to 4",
        running("LONG_PLAN", "NEG", 0, "FROM_12", "FROM_1", 3),
        (54, 93, 108, 140, 210, 34, 122, 123, 32, 197, 283, 11, 187),
        (17, 170, 215, 121, 203),
    ),
    Judged(
        "neglect, back within six months of moving away, the third plan, one child, aged 10 to 15",
        replan("UNDER_6", "NEG", "MOVED", "OTHER_AUTHORITY", 2, "FROM_6", "FROM_10", 1),
        (98, 48, 101, 133, 214, 253, 289, 31, 199, 173, 204, 56, 285, 148, 184),
        (79, 249, 75, 17, 229),
    ),
    Judged(
        "by hand; emotional, 6 to 12 months ago, reduced, then child in need, two children, 1 to 4",
        replan("FROM_6", "EMO", "RISK_REDUCED", "CIN_PLAN", 1, "FROM_6", "FROM_1", 2, kind="BY_HAND"),
        (6, 62, 23, 129, 155, 280, 127, 142, 190, 200, 183, 267, 38, 13, 191, 30, 21, 25, 147, 172, 4, 228),
        (252, 284, 7, 218, 141),
    ),
    Judged(
        "two reviews without change, emotional, the first plan, two children, aged 5 to 9",
        running("TWO_REVIEWS", "EMO", 0, "FROM_12", "FROM_5", 2),
        (137, 114, 131, 174, 240, 28, 17, 272, 273, 219, 67, 81, 94),
        (193, 187, 73, 128, 172),
    ),
    Judged(
        "sexual harm, 6 to 12 months ago, reduced and closed, two children, aged 1 to 4",
        replan("FROM_6", "SAB", "RISK_REDUCED", "CLOSED", 1, "FROM_6", "FROM_1", 2),
        (3, 77, 53, 86, 243, 212, 82),
        (206, 242, 10, 149),
    ),
    Judged(
        "unborn; a sister's plan for emotional harm runs",
        baby("RUNS", "EMO", "RUNS", "", "FROM_12", "UNBORN", 1),
        (181, 265, 154, 66),
        (115, 207, 284, 114),
    ),
    Judged(
        "emotional, over a year ago, reduced, what then is not known, one child, aged 1 to 4",
        replan("FROM_12", "EMO", "RISK_REDUCED", "", 1, "FROM_6", "FROM_1", 1),
        (84, 258, 281, 172, 228, 4, 151, 176, 76, 248, 278, 192, 175, 95, 155, 280, 6),
        (16, 245, 27, 60, 24, 212),
    ),
    Judged(
        "emotional, over two years ago, they had moved away, three children, aged 5 to 9",
        replan("FROM_24", "EMO", "MOVED", "OTHER_AUTHORITY", 1, "FROM_6", "FROM_5", 3),
        (249, 244, 109, 274, 95, 8, 192, 106, 237, 255, 208, 175, 186, 99),
        (25, 102, 89, 218, 17),
    ),
    Judged(
        "emotional, 6 to 12 months ago, reduced, then child in need, the third plan, two, aged 1 to 4",
        replan("FROM_6", "EMO", "RISK_REDUCED", "CIN_PLAN", 2, "UNDER_6", "FROM_1", 2),
        (190, 6, 282, 127, 280, 155, 62, 23, 26, 143, 15, 76, 267, 142, 129),
        (182, 216, 222, 77, 89),
    ),
    Judged(
        "emotional, 6 to 12 months ago, reduced, then early help, one child, aged 1 to 4",
        replan("FROM_6", "EMO", "RISK_REDUCED", "EARLY_HELP", 1, "FROM_6", "FROM_1", 1),
        (21, 30, 15, 280, 155, 62, 23, 129, 6, 127, 281, 151),
        (230, 53, 188, 182, 65, 17),
    ),
    Judged(
        "neglect, over two years ago, reduced, then early help, one child, aged 1 to 4",
        replan("FROM_24", "NEG", "RISK_REDUCED", "EARLY_HELP", 1, "FROM_6", "FROM_1", 1),
        (145, 71, 295, 87, 104, 229, 275, 126, 138, 9, 24, 189, 118),
        (102, 64, 224, 173),
    ),
    Judged(
        "neglect, over two years ago, reduced, then child in need, four children, this one 16",
        replan("FROM_24", "NEG", "RISK_REDUCED", "CIN_PLAN", 1, "FROM_6", "FROM_16", 4),
        (294, 104, 194, 229, 275, 225, 295, 71, 177, 138, 126, 29, 239, 296),
        (64, 82, 79, 36, 199),
    ),
    Judged(
        "two reviews without change, neglect, the first plan, four children, aged 5 to 9",
        running("TWO_REVIEWS", "NEG", 0, "FROM_12", "FROM_5", 4),
        (187, 193, 20, 11, 108, 140, 54, 34, 55, 32, 123, 300, 283),
        (137, 114, 73, 128, 121),
    ),
)
