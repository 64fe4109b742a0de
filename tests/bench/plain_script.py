"""What an analyst would write: reads a census file with lxml, counts the figures with pandas.

The measure of our speed (make bench), and a second opinion on our figures. It takes the file at its word: no
fault is looked for, nothing is kept.
"""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from lxml import etree

from safeguarding.bankholidays import names

Frames = dict[str, pd.DataFrame]
DURATIONS = ["3_months_or_less", "3_to_6_months", "6_to_12_months", "1_to_2_years", "2_years_or_more"]
DURATION_EDGES = [-1, 91, 183, 364, 729, np.inf]
WAITS = ["0-10", "11-15", "16-20", "21+"]
WAIT_EDGES = [-1, 10, 15, 20, np.inf]
DATES = {
    "plans": ["CPPstartDate", "CPPendDate"],
    "reviews": ["CPPstartDate", "CPPreviewDate"],
    "conferences": ["start", "DateOfInitialCPC"],
    "enquiries": ["S47ActualStartDate", "DateOfInitialCPC"],
}


def read_frames(path: Path) -> Frames:
    """The file as data frames: children, plans, reviews, conferences, enquiries."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in ("children", *DATES)}
    for _, child in etree.iterparse(path, tag="Child"):
        number = child.findtext("ChildIdentifiers/LAchildID")
        rows["children"].append({"LAchildID": number})
        for episode in child.iterfind("CINdetails"):
            _read_episode(number, episode, rows)
        child.clear()
        while child.getprevious() is not None:
            del child.getparent()[0]
    return {name: _frame(name, found) for name, found in rows.items()}


def _read_episode(number: str, episode: Any, rows: dict[str, list[dict[str, Any]]]) -> None:
    if held := episode.findtext("DateOfInitialCPC"):
        began = episode.findtext("CINreferralDate")
        rows["conferences"].append({"LAchildID": number, "start": began, "DateOfInitialCPC": held})
    for enquiry in episode.iterfind("Section47"):
        row = {"LAchildID": number} | {item.tag: item.text for item in enquiry}
        rows["enquiries"].append(row)
        if row.get("DateOfInitialCPC"):
            rows["conferences"].append(row | {"start": row["S47ActualStartDate"]})
    for plan in episode.iterfind("ChildProtectionPlans"):
        start = plan.findtext("CPPstartDate")
        texts = {item.tag: item.text for item in plan if item.tag != "Reviews"}
        rows["plans"].append({"LAchildID": number} | texts)
        rows["reviews"] += [
            {"LAchildID": number, "CPPstartDate": start, "CPPreviewDate": review.text}
            for review in plan.iter("CPPreviewDate")
        ]


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    frame, dates = pd.DataFrame(rows), DATES.get(name, [])
    frame = frame.reindex(columns=frame.columns.union(dates))
    return frame.assign(**{column: pd.to_datetime(frame[column]) for column in dates})


def plain_figures(frames: Frames, from_: date, to: date) -> dict[str, dict[str, Any]]:
    """{code: {"numerator", "denominator", "breakdown"}} of the figures that a census feeds."""
    first, last = pd.Timestamp(from_), pd.Timestamp(to)
    plans = _plans(frames["plans"])
    open_ = plans[(plans.CPPstartDate <= last) & ~(plans.CPPendDate <= last)]
    open_ = open_.assign(days=(last - open_.CPPstartDate).dt.days)
    started = plans[plans.CPPstartDate.between(first, last)]
    ended = plans[plans.CPPendDate.between(first, last)]
    ended = ended.assign(days=(ended.CPPendDate - ended.CPPstartDate).dt.days)
    months = pd.date_range(first, last, freq="ME")
    return {
        "plans_open": _figure(len(open_), None, months={str(m.date()): _open_at(plans, m) for m in months}),
        "plans_started": _figure(len(started)),
        "plans_ended": _figure(len(ended)),
        "repeat_plans": _figure(int((started.earlier > 0).sum()), len(started)),
        "repeat_within_24_months": _figure(_soon(started), len(started)),
        "open_two_years": _figure(int((open_.days >= 730).sum()), len(open_)),
        "ended_two_years": _figure(int((ended.days >= 730).sum()), len(ended)),
        "open_by_duration": _figure(len(open_), None, **_cut(open_.days, DURATION_EDGES, DURATIONS)),
        "ended_by_duration": _figure(len(ended), None, **_cut(ended.days, DURATION_EDGES, DURATIONS)),
        "open_by_category": _figure(
            len(open_),
            initial=_categories(open_.InitialCategoryOfAbuse),
            latest=_categories(open_.LatestCategoryOfAbuse),
        ),
        "started_by_category": _figure(len(started), initial=_categories(started.InitialCategoryOfAbuse)),
        "icpc_in_15_days": _conferences(frames["conferences"], first, last),
        **_reviews(plans, open_, frames["reviews"], first, last),
    }


def _figure(numerator: int, denominator: int | None = None, **breakdown: Any) -> dict[str, Any]:
    return {"numerator": numerator, "denominator": denominator, "breakdown": breakdown}


def _plans(plans: pd.DataFrame) -> pd.DataFrame:
    plans = plans.sort_values(["LAchildID", "CPPstartDate"])
    of_child = plans.groupby("LAchildID", sort=False)
    recorded = pd.to_numeric(plans.NumberOfPreviousCPP).fillna(0).astype(int)
    return plans.assign(
        earlier=np.maximum(recorded, of_child.cumcount()), last_end=of_child.CPPendDate.shift()
    )


def _open_at(plans: pd.DataFrame, day: pd.Timestamp) -> int:
    return int(((plans.CPPstartDate <= day) & ~(plans.CPPendDate <= day)).sum())


def _soon(started: pd.DataFrame) -> int:
    return int((started.last_end + pd.DateOffset(months=24) > started.CPPstartDate).sum())


def _cut(days: pd.Series, edges: list[float], labels: list[str]) -> dict[str, int]:
    counts = pd.cut(days, edges, labels=labels).value_counts(sort=False)
    return {str(label): int(count) for label, count in counts.items()}


def _categories(column: pd.Series) -> dict[str, int]:
    counts = column.value_counts()
    return {code: int(counts.get(code, 0)) for code in ("NEG", "PHY", "SAB", "EMO", "MUL")}


def _conferences(frame: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> dict[str, Any]:
    held = frame[frame.DateOfInitialCPC.between(first, last) & (frame.DateOfInitialCPC >= frame.start)]
    holidays = np.array(sorted(names()), dtype="datetime64[D]")
    # busday_count leaves out its last day and takes in its first: one day on, it counts days after the start.
    start, end = (held[c].to_numpy().astype("datetime64[D]") + 1 for c in ("start", "DateOfInitialCPC"))
    days = pd.Series(np.busday_count(start, end, holidays=holidays))
    return _figure(int((days <= 15).sum()), len(days), **_cut(days, WAIT_EDGES, WAITS))


def _reviews(
    plans: pd.DataFrame, open_: pd.DataFrame, reviews: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp
) -> dict[str, dict[str, Any]]:
    key = ["LAchildID", "CPPstartDate"]
    reviews = reviews[reviews.CPPreviewDate > reviews.CPPstartDate].sort_values([*key, "CPPreviewDate"])
    before = reviews.groupby(key, sort=False).CPPreviewDate.shift()
    is_first = before.isna()
    before = before.fillna(reviews.CPPstartDate)
    gap = (reviews.CPPreviewDate - before).dt.days
    reviews = reviews.assign(kept=gap <= np.where(is_first, 91, 183))
    due = np.where(
        is_first,
        np.minimum(before + pd.DateOffset(months=3), before + pd.Timedelta(days=91)),
        np.minimum(before + pd.DateOffset(months=6), before + pd.Timedelta(days=183)),
    )
    held = reviews.CPPreviewDate.between(first, last)
    known = (
        reviews[reviews.CPPreviewDate <= last]
        .groupby(key)
        .agg(kept=("kept", "all"), last=("CPPreviewDate", "max"))
    )
    asked = open_[open_.days >= 91].merge(known, how="left", left_on=key, right_index=True)
    on_time = asked.kept.fillna(False).astype(bool) & ((last - asked["last"]).dt.days <= 183)
    in_time = (reviews.CPPreviewDate <= due) & held
    return {
        "reviews_on_time": _figure(int(on_time.sum()), len(asked)),
        "reviews_held_on_time": _figure(int(in_time.sum()), int(held.sum())),
    }
