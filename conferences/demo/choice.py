"""Choosing by weight, the same in every part of the demo's story. Pure."""

from random import Random
from typing import TypeVar

T = TypeVar("T")


def pick(weighted: tuple[tuple[T, float], ...], rng: Random) -> T:
    """One of the values, each as likely as its weight says."""
    return rng.choices([value for value, _ in weighted], [weight for _, weight in weighted])[0]
