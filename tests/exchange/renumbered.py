"""An invented council before and after a change of system: each child has a new number in the second file."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field, replace

from safeguarding.register.identifiers import upn_letter
from safeguarding.workingdays import add_days
from tests.bench.census_generator import working_day
from tests.exchange.census import child, episode, of_year, plan, s47

FIRST = dt.date(2023, 4, 1)
ETHNICITIES = ("WBRI", "WBRI", "WBRI", "APKN", "MWBC", "BAFR", "WOTH", "NOBT")
PART_WITHOUT_UPN = 0.3
PART_TWINS = 0.04
PART_NEW = 0.1
PART_LEFT = 0.1


@dataclass(frozen=True)
class Life:
    """One child: who it is, when it was referred, the day of its plan, if any, and whether it is a twin."""

    key: int
    birth: dt.date
    sex: str
    upn: str
    ethnicity: str
    referral: dt.date
    plan: dt.date | None
    is_twin: bool = False

    def told(self, number: str) -> str:
        enquiry = working_day(add_days(self.referral, 3))
        parts = []
        if self.plan:
            parts = [
                s47(S47ActualStartDate=enquiry, InitialCPCtarget=None, DateOfInitialCPC=self.plan),
                plan(CPPstartDate=self.plan),
            ]
        known = {"UPN": self.upn} if self.upn else {"UPN": None, "UPNunknown": "UN4"}
        return child(
            episode(*parts, CINreferralDate=self.referral),
            LAchildID=number,
            PersonBirthDate=self.birth,
            Sex=self.sex,
            Ethnicity=self.ethnicity,
            **known,
        )


@dataclass
class Council:
    """The files of two years, and whose numbers are whose: {number in the second: number in the first}."""

    dice: random.Random
    before: list[Life] = field(default_factory=list)
    after: list[Life] = field(default_factory=list)

    def first(self) -> bytes:
        return of_year(2024, *(life.told(f"FB{life.key:05d}") for life in self.before))

    def second(self) -> bytes:
        return of_year(2025, *(life.told(f"{90000 - life.key}") for life in self.after))

    def truth(self) -> dict[str, str]:
        known = {life.key for life in self.before}
        return {f"{90000 - one.key}": f"FB{one.key:05d}" for one in self.after if one.key in known}


def council(children: int, seed: int = 1) -> Council:
    """So many children in the first year; a tenth of them leave, and a tenth come new, twins among both."""
    made = Council(random.Random(seed))
    lives = _lives(made.dice, 0, children, FIRST)
    made.before = lives
    staying = [life for life in lives if made.dice.random() >= PART_LEFT]
    later = add_days(FIRST, 366)
    new = _lives(made.dice, children, int(children * PART_NEW), later)
    # A twin who comes new, of one who was known before.
    new += [
        replace(life, key=2 * children + life.key, upn="", referral=add_days(later, 5), plan=None)
        for life in staying
        if not life.is_twin and made.dice.random() < PART_TWINS / 2
    ]
    made.after = staying + new
    made.dice.shuffle(made.after)
    return made


def _lives(dice: random.Random, start: int, many: int, year: dt.date) -> list[Life]:
    lives: list[Life] = []
    while len(lives) < many:
        life = _life(dice, start + len(lives), year)
        lives.append(life)
        if dice.random() < PART_TWINS and len(lives) < many:
            lives[-1] = replace(life, is_twin=True)
            lives.append(_twin(dice, lives[-1]))
    return lives


def _life(dice: random.Random, key: int, year: dt.date) -> Life:
    referral = working_day(add_days(year, dice.randrange(0, 250)))
    held = working_day(add_days(referral, dice.randrange(12, 30)))
    has_upn = dice.random() >= PART_WITHOUT_UPN
    return Life(
        key,
        birth=add_days(year, -dice.randrange(60, 1_800 if not has_upn else 5_500)),
        sex=dice.choice("MF"),
        upn=_upn(key) if has_upn else "",
        ethnicity=dice.choice(ETHNICITIES),
        referral=referral,
        plan=held if dice.random() < 0.4 else None,
    )


def _twin(dice: random.Random, one: Life) -> Life:
    """Of the same day in everything; half of the same sex, most with what happened on the same days."""
    sex = one.sex if dice.random() < 0.5 else dice.choice("MF")
    other = replace(one, key=one.key + 1, upn=one.upn and _upn(one.key + 1), sex=sex)
    return other if dice.random() < 0.8 else replace(other, plan=None)


def _upn(key: int) -> str:
    rest = f"801{key // 1000:04d}{12}{key % 1000:03d}"
    return f"{upn_letter(rest)}{rest}"
