"""What stands still, judged from when each part was last seen at work. Pure.

Only the cause is named: what a part that stands still would have done is not known, and no second fault.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from safeguarding.labelled import Labelled
from safeguarding.models import Part
from safeguarding.wording import lower_first, uk_moment


class State(Labelled):
    """How a part stands."""

    WORKS = "WORKS", "Works"
    # It was not asked for a while though nothing else is wrong: the worker is busy with one long thing.
    WAITS = "WAITS", "Waits"
    STILL = "STILL", "Stands still"
    # Only another part that stands still could tell.
    UNKNOWN = "UNKNOWN", "Not known"


@dataclass(frozen=True)
class Seen:
    """A part's last signs: when it last worked, when it was last tried, and what was wrong with that try.

    `wrong` is the name of an error's class, "" where the last try went well. `took_ms` is how long it took;
    `since_at` from when it has worked without a pause.
    """

    worked_at: dt.datetime | None = None
    tried_at: dt.datetime | None = None
    wrong: str = ""
    took_ms: int = 0
    since_at: dt.datetime | None = None


@dataclass(frozen=True)
class Verdict:
    """One part: how it stands, and what was seen of it."""

    part: Part
    state: State
    seen: Seen
    # Its last sign is dated in the time to come, so a clock is wrong.
    is_ahead: bool = False

    @property
    def is_still(self) -> bool:
        return self.state is State.STILL


# A worker and a timetable give a sign every 15 seconds, email is tried every 30, the scan runs every five
# minutes: each may miss some and must be named within two minutes (the scan within three of its turns).
SILENT_FOR: Mapping[Part, dt.timedelta] = {
    Part.WORKER: dt.timedelta(seconds=75),
    Part.BEAT: dt.timedelta(seconds=75),
    Part.MAIL: dt.timedelta(seconds=100),
    Part.SCAN: dt.timedelta(minutes=16),
}
# So far two machines' clocks may stand apart; a sign that is dated later than that is no sign of life.
APART = dt.timedelta(minutes=1)
# A worker with one long thing in hand lets the others wait; after this somebody must look.
BUSY_FOR = dt.timedelta(minutes=30)
# What the worker does when the timetable asks.
NEEDS = {Part.MAIL: (Part.WORKER, Part.BEAT), Part.SCAN: (Part.WORKER, Part.BEAT)}

CONSEQUENCES = {
    Part.WORKER: "no email leaves, nothing new is found due, and no file is read",
    Part.BEAT: "nothing is begun by itself, no email leaves, and nothing new is found due",
    Part.MAIL: "emails wait, and are sent when it answers",
    Part.SCAN: "nothing new is found due",
}
AHEAD = "its last sign is dated in the time to come, so a clock is wrong and nobody knows whether it works"
WRONG = {
    "ConnectionRefusedError": "nothing answers at its address",
    "SMTPAuthenticationError": "it refuses the name or the password",
    "SMTPNotSupportedError": "it does not offer what EMAIL_URL asks for",
    "SMTPConnectError": "it turns connections away",
    "SMTPSenderRefused": "it refuses the address that emails come from",
    "SMTPServerDisconnected": "it does not answer, or breaks off",
    "SSLCertVerificationError": "nobody vouches for its certificate",
    "SSLError": "no encrypted connection comes about",
    "TimeoutError": "it does not answer",
    "gaierror": "the name in its address is not known",
    "NotifyUnavailable": "GOV.UK Notify does not answer, or not to this key and template",
    "ProxyUnavailable": "GOV.UK Notify is not reached by the proxy that HTTPS_PROXY names",
}


def verdicts(seen: Mapping[Part, Seen], *, at: dt.datetime) -> list[Verdict]:
    """How each part stands at a moment, in the order of Part; one that was never seen stands still."""
    found: dict[Part, Verdict] = {}
    for part in Part:
        signs = seen.get(part, Seen())
        causes = [found[needed] for needed in NEEDS.get(part, ())]
        is_ahead = signs.worked_at is not None and signs.worked_at > at + APART
        state = State.STILL if is_ahead else _state(part, signs, causes, at)
        found[part] = Verdict(part, state, signs, is_ahead)
    return list(found.values())


def _state(part: Part, signs: Seen, causes: list[Verdict], at: dt.datetime) -> State:
    if not _is_silent(signs.worked_at, SILENT_FOR[part], at):
        return State.WORKS
    if any(cause.is_still for cause in causes):
        return State.UNKNOWN
    is_waiting = causes and not signs.wrong
    if is_waiting and not _is_silent(signs.worked_at, BUSY_FOR, at):
        return State.WAITS
    # Its first turn after a start comes when the timetable has gone round once.
    if is_waiting and any(not _is_silent(one.seen.since_at, SILENT_FOR[part], at) for one in causes):
        return State.WAITS
    return State.STILL


def _is_silent(since: dt.datetime | None, longest: dt.timedelta, at: dt.datetime) -> bool:
    return since is None or at - since > longest


def sentence(verdict: Verdict) -> str:
    """What stands still, since when, why, and what that means, for those who look after the service."""
    if verdict.is_ahead:
        return f"{verdict.part.label}: {AHEAD} ({uk_moment(verdict.seen.worked_at)})."
    since = uk_moment(verdict.seen.worked_at) if verdict.seen.worked_at else ""
    when = f"has not worked since {since}" if since else "has never been seen at work"
    why = f" ({reason(verdict.seen.wrong)})" if verdict.seen.wrong else ""
    return f"{verdict.part.label} {when}{why}: {CONSEQUENCES[verdict.part]}."


def reason(wrong: str) -> str:
    """What was wrong, in words; the error's own name where there are none for it."""
    return WRONG.get(wrong, lower_first(wrong) if " " in wrong else wrong)


def sentence_for_all(found: list[Verdict]) -> str:
    """For everybody, on the page whose list it concerns; "" where all is well."""
    still = [verdict for verdict in found if verdict.is_still]
    if not still:
        return ""
    return "Reminders by email are held up at present. What is due stands on this page."
