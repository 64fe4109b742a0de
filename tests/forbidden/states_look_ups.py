"""Look-ups of what became of it: what must not be of one."""

from tests.forbidden.state import State, another, change, remove

KEPT = "issue: what was found is kept as it was found"
STATES = [
    *(
        State(f"look-up with {what}", KEPT, change("lookup", "look_up", **values), "lookup_stays")
        for what, values in (
            ("another finding", {"found": "'DIED'", "told": "'[1]'"}),
            ("another day", {"due_date": "'2018-06-13'"}),
            ("another beginning", {"since_date": "'2018-03-11'"}),
            ("other months", {"months": "4"}),
            ("another plan", {"plan_id": "{plan_counted}"}),
            ("another reason why it is not known", {"not_known": "'AWAY'"}),
            ("another moment", {"looked_at": "looked_at + interval '1 day'"}),
        )
    ),
    State("look-up gone", KEPT, remove("lookup", "look_up"), "lookup_never_gone"),
    State("look-up twice", KEPT, another("lookup", "look_up"), "lookup_once_a_plan"),
    *(
        State(f"look-up {what}", KEPT, another("lookup", "look_up", months="4", **values), refused)
        for what, values, refused in (
            ("of nothing", {"plan_id": "NULL"}, "lookup_of_a_decision_or_a_plan"),
            ("of another child", {"child_id": "{asked}"}, "lookup_of_its_own_child"),
            ("on its own first day", {"due_date": "since_date"}, "lookup_is_later"),
            ("before its day", {"due_date": "'2018-06-13'"}, "lookup_not_early"),
            ("of a kind unknown", {"found": "'BORED'", "told": "'[1]'"}, "lookup_found_known"),
            ("that found nothing and tells of it", {"told": "'[1]'"}, "lookup_says_what_was_found"),
            ("that found a plan and tells none", {"found": "'ON_PLAN'"}, "lookup_says_what_was_found"),
            ("not known without why", {"found": "'NOT_KNOWN'"}, "lookup_says_what_was_found"),
            ("of no day of the calendar", {"since_date": "'-infinity'"}, "lookup_days_finite"),
            ("seen by nobody", {"seen_at": "now()"}, "lookup_seen_by_at"),
        )
    ),
]
