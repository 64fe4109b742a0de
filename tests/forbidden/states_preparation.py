"""What goes before a conference: what must not be told of it."""

from tests.forbidden.state import State, another, change, remove

CONTACT, VIEWS = "familycontact", "viewsbefore"


def contact(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, "0139", change(CONTACT, "contact", **values), refused_by)


def views(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, "0139", change(VIEWS, "views", **values), refused_by)


STATES = [
    contact("a contact on no day", "family_contact_days_finite", contact_date="'-infinity'"),
    contact("a contact in days to come", "family_contact_by_its_telling", contact_date="'2099-11-06'"),
    contact("a contact by nobody", "family_contact_by_whom_and_how", maker_name="''"),
    contact("a talk by letter", "family_contact_is_a_talk", way="'MESSAGE'"),
    contact(
        "a wish of somebody who was not reached",
        "family_contact_reached_says_what_is_wanted",
        outcome="'FAILED'",
        wants="'Quiet'",
    ),
    contact("a supporter of no kind", "family_contact_supporter_and_who", supporter="'Sam'"),
    contact("a family’s plan on no day", "family_contact_plan_and_day", family_plan="'HELD'"),
    contact("a contact taken back by nobody", "family_contact_taken_back_by_at_and_why", back_words="'No'"),
    contact("a contact with another than it was", "family_contact_stays", asked_id="{requested_asked}"),
    State(
        "a contact with two at once",
        "0139",
        another(CONTACT, "contact", asked_id="{requested_asked}"),
        "family_contact_with_one",
    ),
    State(
        "a contact with somebody of an agency",
        "0139",
        another(CONTACT, "contact", invitation_id="{invited}"),
        "family_contact_with_one_of_the_list",
    ),
    State(
        "a contact with a child of another request",
        "0139",
        another(CONTACT, "contact_child", asked_id="{requested_own}"),
        "family_contact_with_one_of_the_list",
    ),
    State(
        "what was taken back told otherwise",
        "0139",
        change(CONTACT, "contact_back", wants="'Quiet'"),
        "family_contact_stays",
    ),
    State("a contact deleted", "0139", remove(CONTACT, "contact"), "family_contact_stays"),
    views("words gathered on no day", "views_before_days_finite", gathered_date="'-infinity'"),
    views("words gathered in days to come", "views_before_by_its_telling", gathered_date="'2099-11-06'"),
    views("words gathered by nobody", "views_before_gathered_by_whom", gatherer="''"),
    views("words and why there are none", "views_before_words_or_why_none", none_why="'TOO_YOUNG'"),
    State(
        "no words for another reason without it",
        "0139",
        another(VIEWS, "views", words="''", way="''", aloud="''", none_why="'OTHER'"),
        "views_before_another_reason_in_words",
    ),
    State(
        "none beside words of one child",
        "0142",
        another(VIEWS, "views", words="''", way="''", aloud="''", none_why="'TOO_YOUNG'"),
        "views_before_words_or_none",
    ),
    views("words taken back by nobody", "views_before_taken_back_by_at_and_why", back_words="'No'"),
    views("words of another child than they were", "views_before_stays", asked_id="{requested_own}"),
    State("words deleted", "0139", remove(VIEWS, "views"), "views_before_stays"),
]
