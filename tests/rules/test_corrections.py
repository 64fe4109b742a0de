"""What may be corrected, in the words that fit the child, and why."""

from conferences.rules.corrections import BY_KIND, reasons_for, worded
from conferences.rules.vocabulary import EndReason, EndReasonUnborn
from safeguarding.labelled import choices, values


def test_that_it_was_recorded_twice_is_offered_where_there_can_be_two():
    offered = {kind: "TWICE" in dict(reasons_for(one)) for kind, one in BY_KIND.items()}
    assert offered["CORE_GROUP"] and offered["RELATIONSHIP"] and offered["THINKING_TIME"]
    assert not (offered["CHILD"] or offered["PLAN"] or offered["CONFERENCE"])


def test_of_a_child_who_is_not_born_the_pregnancy_ended():
    child = {fact.field: fact for fact in worded(BY_KIND["CHILD"], is_unborn=True).facts}
    assert child["death_date"].words == "Day the pregnancy ended"
    plan = {fact.field: fact for fact in worded(BY_KIND["PLAN"], is_unborn=True).facts}
    assert dict(choices(plan["end_reason"].codes))["DIED"] == "The pregnancy ended"
    born = worded(BY_KIND["CHILD"], is_unborn=False)
    assert born == BY_KIND["CHILD"]
    assert values(EndReasonUnborn) == values(EndReason)
