"""What a conference asks of its room: seats for whoever comes, and what they need of the building. Pure.

The Equality Act 2010 (S) and Working Together 2026 ask that a family can take part. How many sit at a
conference of which nobody is invited yet is local (I).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from conferences.rules.invitations import Need, Reply
from conferences.rules.scheduling import RoomOffer
from safeguarding.wording import counted

# Grown-ups and professionals who sit at a conference beside the children, while no agency is on its list.
# Beside the list: who leads it and who takes the minutes.
USUAL_PEOPLE, BESIDE_LIST = 8, 2
# Who sits in the room, as far as is known.
MAY_COME = (Reply.WAITING, Reply.COMING)


@dataclass(frozen=True)
class Listed:
    """One person on the list of a conference, who is not excluded from it."""

    reply: str
    needs: frozenset[str] = frozenset()
    is_agency: bool = False
    is_on_screen: bool = False


@dataclass(frozen=True)
class RoomWish:
    """How many seats, and whether somebody needs access to the building, or joins on a screen."""

    seats: int = 0
    access: bool = False
    video: bool = False

    def asks(self, room: RoomOffer) -> list[tuple[str, bool | None]]:
        """What is needed of a room, in words, and whether it has it; None where nobody has said."""
        access = [("a way in without steps", room.step_free), ("a hearing loop", room.loop)]
        return [*(access if self.access else []), *([("video", room.video)] if self.video else [])]


def room_wish(listed: Iterable[Listed], children: int) -> RoomWish:
    """The Equality Act 2010 (S): what the people of a list, of so many children, need of their room. While no
    agency is on it there are seats for the usual number at least.
    """
    people = list(listed)
    here = [one for one in people if not one.is_on_screen]
    come = [one for one in here if one.reply in MAY_COME]
    usual = 0 if any(one.is_agency for one in people) else USUAL_PEOPLE + children
    return RoomWish(
        seats=max(len(come) + BESIDE_LIST, usual),
        access=any(Need.ACCESS in one.needs for one in come),
        video=any(one.is_on_screen for one in people),
    )


def too_small(room: RoomOffer, seats: int) -> str:
    """That a room has too few seats, as a sentence without its stop; "" where it has enough."""
    return (
        "" if room.seats >= seats else f"{room.name} has only {room.seats} seats for {counted_people(seats)}"
    )


def counted_people(seats: int) -> str:
    return counted(seats, "person", "people")


def has_not(room: RoomOffer, what: str) -> str:
    return f"{room.name} has no {what.removeprefix('a ')}, which somebody needs"


def not_known(room: RoomOffer, what: str) -> str:
    return f"Nobody has said whether {room.name} has {what}, which somebody needs"


def room_lacks(room: RoomOffer, wish: RoomWish) -> list[str]:
    """What a room is known to lack, each a sentence without its stop."""
    small = too_small(room, wish.seats)
    missing = [has_not(room, what) for what, has in wish.asks(room) if has is False]
    return [*([small] if small else []), *missing]
