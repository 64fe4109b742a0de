"""Which rows stand behind each figure: the one definition that its count and its list are both taken from.

A row is one plan, one child at one conference, or one enquiry; it says whether it is in the denominator and
the numerator, in which band, and if it was left out, why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conferences.rules.breakdowns import DURATIONS, REPEAT_WITHIN_MONTHS, TWO_YEARS_DAYS, WORKING_DAYS, Band
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import review_clocks, working_days
from conferences.rules.measures_meetings import AGES, HEARD, IN_TIME

REVIEWS = review_clocks()
# The numbers that the definitions turn on, for %(name)s in the SQL. Each stands in one place, in the rules.
NUMBERS: dict[str, int] = {
    "first_review_days": REVIEWS.first.days,
    "first_review_months": REVIEWS.first.months,
    "later_review_days": REVIEWS.later.days,
    "later_review_months": REVIEWS.later.months,
    "initial_working_days": working_days(Code.HOLD_CONFERENCE),
    "repeat_within_months": REPEAT_WITHIN_MONTHS,
    "two_years_days": TWO_YEARS_DAYS,
}


@dataclass(frozen=True)
class Rows:
    """The rows of one figure, as SQL over one source (sources.py).

    `within` is true of the rows in the denominator and `counted` of those of them in the numerator. `number`
    is what is kept with a row (Measure.measured); `band` and `second_band` are its places in the breakdowns.
    """

    source: str
    counted: str = "TRUE"
    number: str = "NULL"
    band: str = "NULL"
    second_band: str = "NULL"
    left_out: str = "left_out"
    within: str = "left_out IS NULL"
    plan: bool = False
    conference: bool = False
    request: bool = False

    def select(self) -> str:
        """The rows as a SELECT of the columns that every figure has."""
        columns = (
            "period, child_id, family",
            f"{'plan_id' if self.plan else 'NULL::bigint'} AS plan_id",
            f"{'conference_child_id' if self.conference else 'NULL::bigint'} AS conference_child_id",
            f"{'enquiry_id' if self.request else 'NULL::bigint'} AS enquiry_id",
            f"{'transfer_in_id' if self.request else 'NULL::bigint'} AS transfer_in_id",
            f"day, ({self.number})::int AS number",
            f"({self.band})::text AS band, ({self.second_band})::text AS second_band",
            f"({self.left_out})::text AS left_out",
            f"({self.within}) AS within, ({self.within}) AND ({self.counted}) AS counted",
        )
        return f"SELECT {', '.join(columns)} FROM {self.source}"


def band_sql(number: str, bands: Sequence[Band]) -> str:
    """SQL for the key of the band that holds a number."""
    whens = " ".join(f"WHEN {number} <= {b.highest} THEN '{b.key}'" for b in bands if b.highest is not None)
    return f"CASE {whens} ELSE '{bands[-1].key}' END"


OPEN = Rows("open_plans", number="days", plan=True)
ENDED = Rows("ended_plans", number="days", plan=True)
STARTED = Rows("started_plans", plan=True)
REPEAT = replace(STARTED, counted="earlier > 0", number="earlier")
INITIAL = Rows("held_initials", number="working_days", conference=True, request=True)
TWO_YEARS = "days >= %(two_years_days)s"
SINCE_LAST = "start_date < (last_end + make_interval(months => %(repeat_within_months)s))::date"
# The band of the rows in question: whose last earlier plan, or whose reviews, may not be known.
IN_QUESTION = "IN_QUESTION"
# More earlier plans than are held: when they ended is not known, but for days on which every end is known.
NO_END = f"""
    earlier > held_here AND NOT coalesce({SINCE_LAST}, FALSE) AND NOT EXISTS (
        SELECT FROM unnest(%(known_from)s::date[], %(known_to)s::date[]) AS known(from_date, to_date)
        WHERE from_date <= (start_date - make_interval(months => %(repeat_within_months)s))::date
            AND to_date >= start_date
    )
"""

IN_HOLE = "coalesce(left_out, CASE WHEN is_doubtful THEN 'REVIEW_IN_HOLE' END)"

# Of agreed consultations: why what the conference decided is not measured.
NOT_MET = """CASE WHEN answer = 'ANOTHER_WAY' THEN 'NOT_AGREED' WHEN came_to = 'NO_REQUEST' THEN 'NO_REQUEST'
    WHEN came_to = 'CLOSED' THEN 'CLOSED_WITHOUT' WHEN came_to = 'NOT_YET' THEN 'NO_CONFERENCE_YET' END"""

HEARD_SQL = "how IN ('{}')".format("', '".join(HEARD))

ROWS: dict[str, Rows] = {
    "plans_open": OPEN,
    "rate_per_10000": OPEN,
    "plans_started": STARTED,
    "plans_ended": ENDED,
    "repeat_plans": REPEAT,
    "repeat_within_24_months": replace(
        REPEAT,
        counted=f"coalesce({SINCE_LAST}, FALSE)",
        left_out=f"coalesce(left_out, CASE WHEN {NO_END} THEN 'NO_END_KNOWN' END)",
        band=f"CASE WHEN earlier > 0 THEN '{IN_QUESTION}' END",
    ),
    "open_two_years": replace(OPEN, counted=TWO_YEARS),
    "ended_two_years": replace(ENDED, counted=TWO_YEARS),
    "open_by_duration": replace(OPEN, band=band_sql("days", DURATIONS)),
    "ended_by_duration": replace(ENDED, band=band_sql("days", DURATIONS)),
    "open_by_category": Rows(
        "open_categories", plan=True, number="days", band="initial_category", second_band="category_on_day"
    ),
    "started_by_category": replace(STARTED, band="initial_category"),
    "icpc_in_15_days": replace(
        INITIAL,
        counted="working_days <= %(initial_working_days)s",
        band=band_sql("working_days", WORKING_DAYS),
    ),
    "icpc_overdue": Rows("overdue", number="working_days", request=True),
    "icpc_to_plan": replace(INITIAL, counted="made_plan", left_out="NULL", within="TRUE"),
    "reviews_on_time": Rows(
        "reviewed_plans",
        counted="on_time",
        number="since_last",
        band=f"CASE WHEN NOT on_time THEN '{IN_QUESTION}' END",
        left_out=IN_HOLE,
        plan=True,
    ),
    "reviews_held_on_time": Rows(
        "held_reviews",
        counted="days <= 0",
        number="days",
        band=f"CASE WHEN days > 0 THEN '{IN_QUESTION}' END",
        left_out=IN_HOLE,
        plan=True,
        conference=True,
    ),
    "first_core_group_in_10_days": Rows("first_groups", "on_time", plan=True),
    "decisions_sent_on_time": Rows("letters_due", "on_time"),
    "records_sent_on_time": Rows("records_due", "on_time"),
    "quorate": Rows("signed_meetings", "quorate", band="missing"),
    "conferences_held_late": Rows("meetings_by_law", "is_late", number="days", band="why"),
    "reports_shared_on_time": Rows("reports_asked", f"became = '{IN_TIME}'", band="became"),
    "participation": Rows(
        "children_met",
        HEARD_SQL,
        number="years",
        band="how",
        second_band=f"CASE WHEN NOT ({HEARD_SQL}) THEN {band_sql('years', AGES)} END",
        conference=True,
    ),
    "consultations_in_time": Rows("consultations_due", "on_time"),
    "replans_consulted": Rows("repeat_plans", "decided", plan=True),
    "thinking_time_before": Rows(
        "thinking_asked",
        "before_it",
        band="why",
        second_band="CASE WHEN NOT before_it THEN CASE WHEN is_late THEN 'RECORDED_LATE' ELSE why END END",
    ),
    "consultations_decided": Rows("decided_consultations", band="answer", second_band="gap"),
    "agreed_to_plan": Rows(
        "decided_consultations",
        "came_to = 'PLAN'",
        left_out=NOT_MET,
        within="answer <> 'ANOTHER_WAY' AND came_to IN ('PLAN', 'NO_PLAN')",
    ),
    "look_ups_in_time": Rows("look_ups_due", "in_time"),
    "look_ups_known": Rows(
        "look_ups_due",
        "found <> 'NOT_KNOWN'",
        band="found",
        left_out="CASE WHEN found IS NULL THEN coalesce(left_out, 'NOT_LOOKED_UP') END",
        within="found IS NOT NULL",
    ),
    "back_on_plan_in_12_months": Rows(
        "ends_looked_up",
        "is_back",
        band=f"CASE WHEN NOT is_back THEN '{IN_QUESTION}' END",
        within="coalesce(left_out, '') <> 'MOVED_AWAY'",
        plan=True,
    ),
}
