"""What the words of a letter are made of: kinds of letters, their parts, and the tags that may stand in one.

Pure. A part is some sentences with a place in a letter; a council may write its own (documents.md 11).
"""

from __future__ import annotations

from dataclasses import dataclass

from safeguarding.labelled import Labelled


class LetterKind(Labelled):
    """A letter whose words a council may write."""

    DECISION = "DECISION", "Decision letter"
    INVITATION = "INVITATION", "Invitation to the family"
    AGENCY = "AGENCY", "Invitation to an agency"
    CHILD_READ = "CHILD_READ", "Invitation to a child, to read together"
    CHILD_SIDE = "CHILD_SIDE", "Invitation to a child, one side"
    CHILD_FORM = "CHILD_FORM", "Invitation to a child, with a form"
    CHILD_GROWN = "CHILD_GROWN", "Invitation to a young person, as to a grown-up"
    EXCLUSION = "EXCLUSION", "Letter of an exclusion"
    RECORD = "RECORD", "Copy of the record"
    CLOSING = "CLOSING", "Letter that a plan has ended"
    OWN_READ = "OWN_READ", "A child’s own version of the record, to read together"
    OWN_SIDE = "OWN_SIDE", "A child’s own version of the record, one side"
    OWN_FORM = "OWN_FORM", "A child’s own version of the record, for who is older"
    OWN_GROWN = "OWN_GROWN", "A young person’s own version of the record"


@dataclass(frozen=True)
class Tag:
    """What stands in its place in the letter, and what stands there in the one to the invented family."""

    says: str
    example: str


# In every part of every letter.
COMMON = ("council",)
TAGS = {
    "arrive_time": Tag("when they are to come", "9:30am"),
    "by_day": Tag("the last day for it", "Monday 3 December 2018"),
    "category": Tag("what the worry is called", "neglect"),
    "changed": Tag("what is other than in the letter before", "The conference is on another day."),
    "chair_name": Tag("the chair’s name", "Ada Sample"),
    "child_name": Tag("the child’s name", "Robin Sample"),
    "child_names": Tag("the names of the children whom this reader may read of", "Robin and Wren Sample"),
    "complain_to": Tag("where a complaint goes, by the local limit", "the safeguarding unit"),
    "conference_day": Tag("the day of the conference", "Monday 12 November 2018"),
    "core_group_when": Tag("when it meets, or by when", "Its first meeting is by Monday 26 November 2018."),
    "council": Tag("the council’s name", "Sample Council"),
    "decider": Tag("who decided in the chair’s place", "Lee Sample"),
    "family_day": Tag("the day by which the family is shown it", "Friday 9 November 2018"),
    "first_name": Tag("the child’s first name", "Robin"),
    "for_whom": Tag("the children’s names, or “each child”", "each child"),
    "line": Tag("what the chair wrote to this child", "I liked to hear about your school."),
    "meeting": Tag("day and time of the conference", "Monday 12 November 2018, 10am to 12 noon"),
    "name": Tag("the name of whoever gets the letter", "Sam Sample"),
    "needs": Tag("what was noted that they need", "an interpreter"),
    "next_help": Tag("which help comes next", "a child in need plan"),
    "old_day": Tag("the day of the letter before", "1 November 2018"),
    "page_address": Tag("the address of the page for the report", "www.sample.example/report/abc"),
    "part": Tag("from which part they are excluded", "when the police speak"),
    "place": Tag("where the conference is", "Oak Room, Sample House"),
    "reach": Tag("how to reach the chair, by the local limit", "by telephone, 01632 960000"),
    "reason": Tag("why the plan ends", "the child lives with another council now"),
    "reasons": Tag("the chair’s reasons, as they are in the record", "Robin is often alone at night."),
    "report_code": Tag(
        "how the code that opens the page is told: it stands in no letter",
        "told to you apart, by telephone or secure email",
    ),
    "review_when": Tag("on which day it is, or by when", "by Tuesday 12 February 2019"),
    "role": Tag("what this work is called here", "children’s worker"),
    "start_time": Tag("when it begins", "10am"),
    "tell_first": Tag(
        "whom to tell of a complaint first, by the local limit", "the chair (an invitation: “me first”)"
    ),
    "teller": Tag("whom they may ask", "Wes Worker"),
    "times": Tag("when it begins and ends", "10am to 12 noon"),
    "voice": Tag("what the child said, as it is in the record", "I like school."),
    "what": Tag("what is to be done", "Visit Robin at home"),
    "who": Tag("who does it", "Wes Worker"),
    "whom": Tag("their names, or “them” where it is so for several and all", "them"),
    "worker": Tag("the name of whoever works with the child", "Wes Worker"),
}


@dataclass(frozen=True)
class Part:
    """Some sentences of a letter. `about` says where they stand, `default` our own words; `tags` may stand in
    it and `required` must. `is_list`: each line is one of a list.
    """

    code: str
    name: str
    default: str
    about: str = ""
    required: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    is_list: bool = False

    @property
    def allowed(self) -> tuple[str, ...]:
        """The tags that may stand in it, those that must first."""
        return (*self.required, *self.tags, *COMMON)
