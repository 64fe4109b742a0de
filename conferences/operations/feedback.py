"""Slips for feedback printed and handed out, and the words that came back read before anybody else does."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Collection, Sequence

from conferences.models import FeedbackAnswer, FeedbackCode, FeedbackOffer, FeedbackReading
from conferences.operations.feedback_giving import digest_of
from conferences.queries.feedback import readable, reading_of
from conferences.queries.learning_names import names_found
from conferences.rules.feedback import (
    ALPHABET,
    CODE_LENGTH,
    Giver,
    Reading,
    Theme,
    Wave,
    quarter_of,
)
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import SAME_FORM, lock, operation
from safeguarding.policy.values import whole
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, seen_as
from safeguarding.wording import joined, uk_moment
from safeguarding.workingdays import add_days, add_months, month_end

MOST_SLIPS, MOST_OFFERED = 48, 200
SLIPS = f"Enter how many slips, from 1 to {MOST_SLIPS}"
OFFERED = f"Enter how many slips were handed out, from 0 to {MOST_OFFERED}"
OVER = "What was handed out in a quarter that is over is told already, and stays."
NOT_TO_READ = "These words are not to be read: too few people answered, or the quarter goes on."
DECIDED_SINCE = (
    "{name} decided on these words on {when}: “{outcome}”. Save again only if that is to be changed"
)
COVERED = "[…]"
NAMES = (
    "{names} may be somebody’s name. Add it to what is covered, or tick that the words are meant otherwise"
)


@operation(needs=Permission.PRINT_SLIPS)
def print_slips(
    *, giver: Giver | None, wave: Wave | None, number: int | None, by: User, at: dt.datetime
) -> list[str]:
    """So many new codes, told this once: nothing keeps which sheet or whose hand a code was on.

    Raises Refused.
    """
    refuse_all(_missing(giver, wave))
    assert giver is not None and wave is not None  # Refused above.
    if number is None or not 1 <= number <= MOST_SLIPS:
        raise Refused(SLIPS, "number")
    on = day_of(at)
    last = month_end(add_months(on, whole("FEEDBACK_CODE_MONTHS", on)))
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)) for _ in range(number)]
    FeedbackCode.objects.bulk_create(
        FeedbackCode(digest=digest_of(code), giver=giver.value, wave=wave.value, ends_date=add_days(last, 1))
        for code in codes
    )
    audit.record("feedback.slips_printed", by, by=by, at=at, detail={"giver": giver, "number": number})
    return codes


def _missing(giver: Giver | None, wave: Wave | None) -> list[Problem]:
    return missing(giver=(giver, "Select who is asked"), wave=(wave, "Select when they are asked"))


@operation(needs=Permission.WRITE_RECORD)
def record_offer(
    *, giver: Giver | None, wave: Wave | None, number: int | None, by: User, at: dt.datetime
) -> FeedbackOffer:
    """How many people of a kind got a slip: of the quarter, and of no meeting. The same from the same person
    within a few minutes is the same form sent twice. Raises Refused.
    """
    refuse_all(_missing(giver, wave))
    assert giver is not None and wave is not None  # Refused above.
    if not number:
        raise Refused(OFFERED.replace("from 0", "from 1"), "number")
    lock(by)
    same = FeedbackOffer.objects.filter(
        recorded_by=by, giver=giver.value, wave=wave.value, number=number, recorded_at__gt=at - SAME_FORM
    )
    if sent := same.first():
        return sent
    made: FeedbackOffer = FeedbackOffer.objects.create(
        quarter=quarter_of(day_of(at)),
        giver=giver.value,
        wave=wave.value,
        number=_number(number),
        recorded_by=by,
        recorded_at=at,
    )
    audit.record("feedback.offered", made, by=by, at=at, detail={"number": number})
    return made


@operation(needs=Permission.WRITE_RECORD)
def change_offer(*, offer: FeedbackOffer, number: int | None, by: User, at: dt.datetime) -> FeedbackOffer:
    """How many it really were, while the quarter goes on; 0 where it was a mistake. Raises Refused."""
    held = lock(offer)
    if held.quarter != quarter_of(day_of(at)):
        raise Refused(OVER)
    held.number, held.recorded_by, held.recorded_at = _number(number), by, at
    held.save(update_fields=["number", "recorded_by", "recorded_at"])
    audit.record("feedback.offer_changed", held, by=by, at=at, detail={"number": number})
    return held


def _number(number: int | None) -> int:
    if number is None or not 0 <= number <= MOST_OFFERED:
        raise Refused(OFFERED, "number")
    return number


# ----- Words are read before they are shown ----------------------------------------------------------------


@operation(needs=Permission.KEEP_LEARNING)
def read_words(
    *,
    answer: FeedbackAnswer,
    outcome: Reading | None,
    cover: Sequence[str] = (),
    themes: Collection[Theme] = (),
    is_meant: bool = False,
    seen: str,
    by: User,
    at: dt.datetime,
) -> FeedbackReading:
    """Decide whether some words are shown, with what is covered in them for good, and what they are about.

    Decided again, it is as decided last. Raises StaleVersion where somebody decided since these words were
    `seen`, Refused where they are not to be read, a name stands in what would be shown, something to cover is
    not there, or an answer is missing.
    """
    held = lock(answer)
    stands = reading_of(held)
    if stands is not None and seen != seen_of(stands):
        if _is_same(stands, outcome, themes, by) and covered(held.words, cover) == held.words:
            return stands
        raise decided_since(stands)
    if not held.words or held.pk not in {one.pk for one in readable(day_of(at))}:
        raise Refused(NOT_TO_READ)
    words = covered(held.words, cover)
    refuse_all(_reading_problems(by, held, outcome, words, cover, themes, is_meant=is_meant))
    assert outcome is not None  # Refused above.
    if words != held.words:
        held.words = words
        held.save(update_fields=["words"])
    chosen = [theme.value for theme in Theme if theme in themes]
    made, _ = FeedbackReading.objects.update_or_create(
        answer=held,
        defaults={"outcome": outcome.value, "themes": chosen, "read_by": by, "read_at": at},
    )
    audit.record("feedback.words_read", made, by=by, at=at, detail={"outcome": outcome.value})
    return made


def seen_of(reading: FeedbackReading | None) -> str:
    """The mark of what was decided of some words when a page showed them; "" where nothing was."""
    if reading is None:
        return ""
    return seen_as({"at": reading.read_at.isoformat(), "by": reading.read_by_id, "as": reading.outcome})


def _is_same(reading: FeedbackReading, outcome: Reading | None, themes: Collection[Theme], by: User) -> bool:
    """Whether the same person decided just this before: their form was sent twice."""
    told = (outcome, {*themes}, by.pk)
    return told == (Reading(reading.outcome), {Theme(one) for one in reading.themes}, reading.read_by_id)


def decided_since(reading: FeedbackReading) -> StaleVersion:
    """What somebody decided of words that another was about to decide on."""
    return StaleVersion(
        theirs={},
        seen=seen_of(reading),
        saved_by=reading.read_by,
        saved_at=reading.read_at,
        sentence=DECIDED_SINCE.format(
            name=reading.read_by.full_name,
            outcome=Reading(reading.outcome).label,
            when=uk_moment(reading.read_at),
        ),
    )


def covered(words: str, cover: Sequence[str]) -> str:
    """The words without what is covered, however it is written there."""
    for one in cover:
        words = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", COVERED, words, flags=re.IGNORECASE)
    return words


def _reading_problems(
    by: User,
    answer: FeedbackAnswer,
    outcome: Reading | None,
    words: str,
    cover: Sequence[str],
    themes: Collection[Theme],
    *,
    is_meant: bool,
) -> list[Problem]:
    found = missing(outcome=(outcome, "Select whether they are shown"))
    absent = [one for one in cover if covered(answer.words, [one]) == answer.words]
    if absent:
        quoted = joined([f"“{one}”" for one in absent])
        found.append(Problem(f"{quoted} is not in the words. Write it as it stands there", "cover"))
    if outcome is not Reading.SHOWN:
        return found
    if not themes:
        found.append(Problem("Select what they are about", "themes"))
    names = [] if is_meant else names_found(by, words).at_all
    if names:
        found.append(Problem(NAMES.format(names=joined([f"“{one}”" for one in names])), "cover"))
    return found
