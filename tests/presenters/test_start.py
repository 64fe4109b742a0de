"""The first steps lead to where each is done."""

import datetime as dt

from django.urls import reverse

from conferences.rules.start import StepCode, steps
from conferences.views.presenters.start import summary, tasks


def test_each_step_leads_to_its_page_and_says_whether_it_is_done():
    counts = dict.fromkeys(StepCode, 0) | {StepCode.ROOMS: 2}
    by_name = {task.ident: task for task in tasks(steps(counts, {}), dt.date(2018, 4, 23))}
    assert by_name["rooms"].href == reverse("directory", args=["rooms"])
    assert (by_name["rooms"].tag.text, by_name["chairs"].tag.text) == ("Done", "To do")
    assert by_name["chairs"].href == reverse("people") and "None yet." in by_name["chairs"].hint
    assert by_name["lead"].text == "A Strategic Lead"
    assert by_name["unit"].hint.endswith("Independent chairs and business support belong to it.")
    assert summary(steps(counts, {})) == "3 of 19 steps are done."
