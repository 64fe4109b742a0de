"""How far two views of the same cases agree, beyond what chance alone would bring: Cohen's kappa. Pure.

Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20,
37-46. The standard error is that of Fleiss, Cohen and Everitt (1969), Large sample standard errors of kappa
and weighted kappa, Psychological Bulletin 72, 323-327.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from safeguarding.labelled import Labelled

# (the first view, the second view): how many cases.
Pairs = Mapping[tuple[str, str], int]
# The middle 95 of 100 of a normal distribution lie within so many standard errors.
NORMAL_95 = 1.959964
# Councils take what is below about 30 for examples, and not for a share of the service (I).
ENOUGH_FOR_INTERVAL = 30


class Undefined(Labelled):
    """Why a number cannot be given."""

    NONE = "NONE", "There is nothing to compare yet"
    ONE_CASE = "ONE_CASE", "One pair alone says nothing of chance"
    ONE_CELL = "ONE_CELL", "Each gave one and the same answer every time, so nothing shows beyond chance"
    FEW = "FEW", "Too few to say how sure this is"
    NO_DIFFERENCE = "NO_DIFFERENCE", "All agree, so how sure this is cannot be worked out"


@dataclass(frozen=True)
class Agreement:
    """`agreed` of `number` cases. `kappa` (1: always, 0: as by chance, below: less) and the ends of its 95%
    interval are None where they are not defined; `why` says why kappa is not, or else the interval.
    """

    number: int
    agreed: int
    kappa: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    why: Undefined | None = None


def agreement(pairs: Pairs) -> Agreement:
    """Cohen's kappa of pairs of views, with its 95% interval; each pair is of a case of its own.

    Source: Cohen (1960); Fleiss, Cohen and Everitt (1969) for the standard error.
    """
    number = sum(pairs.values())
    agreed = sum(count for (first, second), count in pairs.items() if first == second)
    if not number:
        return Agreement(0, 0, why=Undefined.NONE)
    if number == 1:
        return Agreement(1, agreed, why=Undefined.ONE_CASE)
    if len([count for count in pairs.values() if count]) == 1:
        return Agreement(number, agreed, why=Undefined.ONE_CELL)
    kappa = _kappa(pairs)
    if number < ENOUGH_FOR_INTERVAL:
        return Agreement(number, agreed, _exact(kappa), why=Undefined.FEW)
    if agreed == number:
        return Agreement(number, agreed, _exact(kappa), why=Undefined.NO_DIFFERENCE)
    reach = NORMAL_95 * standard_error(pairs)
    low, high = max(kappa - reach, -1.0), min(kappa + reach, 1.0)
    return Agreement(number, agreed, _exact(kappa), _exact(low), _exact(high))


def standard_error(pairs: Pairs) -> float:
    """The large-sample standard error of kappa, where kappa is defined (Fleiss, Cohen and Everitt 1969)."""
    number, kappa, by_chance = sum(pairs.values()), _kappa(pairs), _by_chance(pairs)
    first, second = _shares(pairs, 0), _shares(pairs, 1)
    same = other = 0.0
    for (one, two), count in pairs.items():
        crossed = second.get(one, 0.0) + first.get(two, 0.0)
        if one == two:
            same += count / number * (1 - crossed * (1 - kappa)) ** 2
        else:
            other += count / number * crossed**2
    spread = same + (1 - kappa) ** 2 * other - (kappa - by_chance * (1 - kappa)) ** 2
    return sqrt(max(spread, 0.0) / number) / (1 - by_chance)


def _kappa(pairs: Pairs) -> float:
    agreed = sum(count for (first, second), count in pairs.items() if first == second)
    by_chance = _by_chance(pairs)
    return (agreed / sum(pairs.values()) - by_chance) / (1 - by_chance)


def _by_chance(pairs: Pairs) -> float:
    """The share that would agree if each gave as many of each answer, without looking at the case."""
    second = _shares(pairs, 1)
    return sum(share * second.get(code, 0.0) for code, share in _shares(pairs, 0).items())


def _shares(pairs: Pairs, side: int) -> dict[str, float]:
    """{answer: its share} of the first views (0) or of the second (1)."""
    number = sum(pairs.values())
    found: dict[str, float] = {}
    for views, count in pairs.items():
        found[views[side]] = found.get(views[side], 0.0) + count / number
    return found


def _exact(value: float) -> Decimal:
    return Decimal(repr(value))
