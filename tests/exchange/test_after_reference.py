"""What begins or was held after a file's own reference date is not taken, whatever the rules say."""

import pytest

from conferences.models import ChildInNeedPlan, Conference, Enquiry, NeedEpisode, Plan
from tests.exchange.census import census, child, episode, in_need, plan, s47, taken

pytestmark = pytest.mark.django_db
LATER = "2032-06-14"


@pytest.mark.parametrize(
    ("told", "model"),
    [
        (episode(CINreferralDate=LATER), NeedEpisode),
        (episode(s47(S47ActualStartDate=LATER, DateOfInitialCPC=None)), Enquiry),
        (episode(s47(DateOfInitialCPC=LATER)), Conference),
        (episode(DateOfInitialCPC=LATER), Conference),
        (episode(in_need(LATER)), ChildInNeedPlan),
        (episode(plan("2023-09-01", CPPstartDate=LATER)), Plan),
        (episode(plan(LATER)), Conference),
    ],
)
def test_what_comes_after_the_reference_date_is_refused_once_and_not_taken(told, model):
    file = taken(census(child(told)))
    assert not model.every.exists()
    words = "after the file’s reference date"
    (refused,) = file.faults.filter(sentence__contains=words, kind="REFUSED")
    assert not file.faults.filter(rule=refused.rule, path=refused.path, kind="NOTED").exists()
