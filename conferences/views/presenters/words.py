"""Words that the pages about children share: age, codes, plans, and where one may go from here."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from conferences.models import Plan
from conferences.rules.vocabulary import Category, end_reasons
from safeguarding.labelled import label
from safeguarding.models import Child, User
from safeguarding.pagekit.components import Tag
from safeguarding.register.authorities import latest_authority
from safeguarding.wording import counted, lower_first, uk_date
from safeguarding.workingdays import span

MONTHS_TOLD_FOR_A_TODDLER = 24
NOT_KNOWN = "Not known"
PREGNANCY_ENDED = "The pregnancy ended"


def age(born: date, on: date) -> str:
    """6 years old; under two years, 14 months old; under a month, 12 days old."""
    lived = span(born, on)
    if lived.months >= MONTHS_TOLD_FOR_A_TODDLER:
        return f"{counted(lived.months // 12, 'year')} old"
    if lived.months:
        return f"{counted(lived.months, 'month')} old"
    return f"{counted(lived.days, 'day', none='0')} old"


def born(child: Child, on: date) -> str:
    """4 May 2012 (6 years old); expected 1 September 2018; 4 May 2012, died 3 June 2017 (5 years old)."""
    if child.birth_date is None:
        return f"Expected {uk_date(child.expected_birth_date)}"
    if child.death_date is not None:
        lived = age(child.birth_date, child.death_date)
        return f"{uk_date(child.birth_date)}, died {uk_date(child.death_date)} ({lived})"
    return f"{uk_date(child.birth_date)} ({age(child.birth_date, on)})" if child.birth_date <= on else ""


def when_born(child: Child, on: date) -> str:
    """Born 4 May 2012 (6 years old); Expected 1 September 2018."""
    return born(child, on) if child.is_unborn else f"Born {born(child, on)}"


def category(code: str) -> str:
    return label(Category, code)


def categories(plan: Plan) -> str:
    """Neglect; or Neglect, then Emotional abuse."""
    first, latest = category(plan.initial_category), category(plan.latest_category)
    return first if first == latest else f"{first}, later {lower_first(latest)}"


def known_to(day: date | None) -> str:
    """The end of a sentence about what a census file tells of, and nobody has known since."""
    return f", known to {uk_date(day)}" if day else ""


def no_plan(told_to: date | None) -> str:
    return f"No plan{known_to(told_to)}"


def authority(name: str, code: str = "") -> str:
    """The name given, else the name of the code, else words for neither."""
    found = latest_authority(code) if code else None
    return name or (found.name if found else "") or "another authority"


def tags(child: Child) -> list[Tag]:
    """What must be seen at once beside a child's name."""
    said = [
        (child.is_restricted, Tag("Restricted", "red")),
        (child.death_date is not None, Tag("Pregnancy ended" if child.is_unborn else "Died", "grey")),
        (child.is_unborn and child.death_date is None, Tag("Not yet born", "purple")),
    ]
    return [tag for shown, tag in said if shown]


def end_reason(reason: str, *, is_unborn: bool) -> str:
    """Why a plan ended: of a child who was never born, the pregnancy did."""
    return label(end_reasons(is_unborn=is_unborn), reason)


def name_of(user: User | None) -> str:
    return user.full_name if user is not None else ""


def address(name: str, *args: Any) -> str:
    """The address of a page, or nothing where this installation has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def typed(text: str) -> SafeString:
    """What somebody typed, with its lines kept and its signs made harmless."""
    return linebreaksbr(text, autoescape=True)
