"""What somebody without casework may do here: what their role may, and nothing that is not there."""

import pytest

from conferences.views.presenters.recording_tasks import tasks
from tests.presenters.made import person


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (
            "INFORMATION_GOVERNANCE",
            [
                "Who has viewed a record",
                "Barred people",
                "Restricted records to open again",
                "Records you have viewed",
            ],
        ),
        (
            "SYSTEM_ADMINISTRATOR",
            ["Local limits", "First steps", "People", "Accounts to confirm", "Records you have viewed"],
        ),
        ("REVIEWER", ["Records you have viewed"]),
    ],
)
def test_each_role_is_offered_what_it_may_open(role: str, offered: list[str]) -> None:
    assert [task.text for task in tasks(person(role))] == offered


def test_each_task_leads_somewhere_and_says_what_it_is_for() -> None:
    assert all(task.href.startswith("/") and task.about for task in tasks(person("STRATEGIC_LEAD")))


def test_nothing_is_offered_to_somebody_switched_off() -> None:
    off = person("STRATEGIC_LEAD")
    off.is_active = False
    assert tasks(off) == []
