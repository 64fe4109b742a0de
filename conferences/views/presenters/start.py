"""The first steps as a list of tasks, each leading to where it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.rules.start import Step, StepCode
from safeguarding.pagekit.components import Tag
from safeguarding.policy.words import in_words
from safeguarding.wording import upper_first

PLACES: dict[StepCode, tuple[str, tuple[str, ...]]] = {
    StepCode.TEAMS: ("directory", ("teams",)),
    StepCode.UNIT: ("directory", ("teams",)),
    StepCode.ROOMS: ("directory", ("rooms",)),
    StepCode.AGENCIES: ("directory", ("agencies",)),
    StepCode.LIMITS: ("policy", ()),
    StepCode.REACHED: ("policy", ()),
    StepCode.FIGURES: ("policy", ()),
    StepCode.PUBLISHED: ("policy", ()),
    StepCode.MAIL: ("service", ()),
    StepCode.HOLIDAYS: ("service", ()),
    StepCode.NAMES: ("children_feed", ()),
    StepCode.GO_LIVE: ("go_live", ()),
}
PEOPLE = ("people", ())


@dataclass(frozen=True)
class Task:
    """A line of the list."""

    ident: str
    text: str
    href: str
    tag: Tag
    hint: str


def tasks(steps: Sequence[Step], on: dt.date) -> list[Task]:
    """One task a step: what is there, and why it is needed."""
    return [_task(step, on) for step in steps]


def _task(step: Step, on: dt.date) -> Task:
    name, args = PLACES.get(step.code, PEOPLE)
    tag = Tag("Done") if step.is_done else Tag("To do", "blue")
    return Task(
        ident=step.code.lower(),
        text=upper_first(in_words(step.code.label, on)),
        href=reverse(name, args=args),
        tag=tag,
        hint=f"{step.words}. {in_words(step.need.why, on)}",
    )


def summary(steps: Sequence[Step]) -> str:
    """11 of 15 steps are done."""
    done = sum(step.is_done for step in steps)
    return f"{done} of {len(steps)} steps are done."
