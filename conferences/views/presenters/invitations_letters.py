"""The letters of invitation in words: on the list, one person's versions, what is asked before one goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from conferences.forms.invitations import said_of
from conferences.queries.invitations_letters import NO_ADDRESS, Letters
from conferences.rules.invitations import Arrives
from conferences.rules.invitations_letters import arrives_at
from conferences.views.presenters.letters_kept import Versions, versions_table
from safeguarding.pagekit.components import Cell, Table, Tag
from safeguarding.wording import uk_date, uk_time

FIRST = (
    "The letter goes to this person alone. It says when and where the conference is, what it is for, who"
    " comes because of their work, all that can be decided, how to take part, and how to complain. It has no"
    " address but their own, and no child of whom they may not read."
)


def letter_cell(one: Any, letters: Letters, sends: bool) -> Cell:
    """The newest letter to somebody on the list, and what is other since."""
    href = reverse("invitation_letter", args=[one.ref]) if sends else ""
    about = f"of {one.name}" if sends else ""
    newest, why = letters.newest(one.pk), letters.cannot.get(one.pk, "")
    if newest is None:
        if why or letters.told is None:
            return Cell("None", note=why)
        return Cell("Make it" if sends else "None yet", href=href, about=f"for {one.name}" if sends else "")
    if newest.sent_date:
        said = f"Sent on {uk_date(newest.sent_date)}"
    else:
        said = f"Made on {uk_date(newest.made_at)}, not sent"
    since = letters.since(one.pk)
    if not since:
        return Cell(said, note=letters.words_since(one.pk), href=href, about=about)
    note = f"The letter of {uk_date(newest.made_at)} is not right any more. {' '.join(since)}"
    return Cell(said, note=note, href=href, about=about, tag=Tag("To be made anew", "orange"))


def off_letter_cell(one: Any, letters: Letters, sends: bool) -> Cell:
    """The newest letter to somebody who was taken off the list: that it went, which is recorded or put right
    still.
    """
    newest = letters.newest(one.pk)
    if newest is None:
        return Cell("None")
    href = reverse("invitation_letter_sent", args=[one.ref, newest.version]) if sends else ""
    if newest.sent_date:
        about = f": correct it, of {one.name}" if href else ""
        return Cell(f"Sent on {uk_date(newest.sent_date)}", href=href, about=about)
    said = f"Made on {uk_date(newest.made_at)}, not sent"
    return Cell(
        "Record that it was sent" if href else said,
        href=href,
        about=f"to {one.name}" if href else "",
        note=said if href else "",
    )


@dataclass(frozen=True)
class LetterPage:
    """What the page of one person's letter shows. `refused` says why no letter is made now."""

    name: str
    said: str
    words: Sequence[str]
    doubts: Sequence[str]
    refused: str
    versions: Table | None


def letter_page(one: Any, letters: Letters, at: dt.datetime, refused: str) -> LetterPage:
    """Of somebody on a list, for whoever sends letters."""
    kept, since = letters.kept.get(one.pk, ()), letters.since(one.pk)
    words = [*since, *filter(None, [letters.words_since(one.pk)])] if kept else [FIRST]
    if not has_address(one, letters):
        words = [*words, NO_ADDRESS]
    return LetterPage(
        name=one.name,
        said=said_of(one),
        words=[] if refused and not kept else words,
        doubts=[] if refused else letters.doubts[one.pk],
        refused=refused,
        versions=versions_table(_versions(one, kept, since)) if kept else None,
    )


def _versions(one: Any, kept: Sequence[Any], since: Sequence[str]) -> Versions:
    return Versions(
        title="The letters to them",
        kept=kept,
        since=since,
        sends=True,
        is_open=True,
        file=lambda letter, suffix: reverse("invitation_letter_file", args=[one.ref, letter.version, suffix]),
        sent=lambda letter: reverse("invitation_letter_sent", args=[one.ref, letter.version]),
    )


def has_address(one: Any, letters: Letters) -> bool:
    """Whether a letter can be posted to somebody of the family; an agency's goes to where they work."""
    if one.agency_kind or letters.told is None:
        return True
    return any(len(guest.lines) > 1 for guest in letters.told.guests if guest.key == one.pk)


def hints_of(letters: Letters) -> dict[str, str]:
    """What is said beside each name where letters are made for several."""
    found = {}
    for one in letters.people:
        said = [f"{said_of(one)}.", *letters.doubts[one.pk], *letters.since(one.pk)]
        if not has_address(one, letters):
            said.append(NO_ADDRESS)
        found[str(one.ref)] = " ".join(said)
    return found


def without(letters: Letters) -> list[str]:
    """To whom no letter can be made, each with why."""
    return [f"{one.name}: {why}" for one in letters.people if (why := letters.cannot.get(one.pk))]


def unsent(letters: Letters) -> list[Any]:
    """Whose newest letter did not go yet."""
    return [one for one in letters.people if (newest := letters.newest(one.pk)) and not newest.sent_date]


def arrival_hints(letters: Letters) -> dict[str, str]:
    """The hour that each answer tells somebody."""
    told = letters.told
    if told is None:
        return {}
    return {one.value: f"Their letter says {uk_time(arrives_at(told, one.value))}" for one in Arrives}


def is_apart(letters: Letters) -> bool:
    """Whether two of the family arrive apart."""
    return letters.told is not None and letters.told.apart > 0


def arrival_cell(one: Any, letters: Letters, writes: bool) -> Cell:
    """When somebody of the family arrives, and that it is to be said."""
    if one.requested_child_id or letters.told is None:
        return Cell("")
    href = reverse("invitation_arrival", args=[one.ref]) if writes else ""
    if not one.arrives:
        return Cell(
            "Say when" if writes else "Not said", href=href, about=f"{one.name} arrives" if href else ""
        )
    at = uk_time(arrives_at(letters.told, one.arrives))
    first = "First" if one.arrives == Arrives.FIRST else "After the first"
    about = f": change it, of {one.name}" if href else ""
    return Cell(at, note=first, href=href, about=about)
