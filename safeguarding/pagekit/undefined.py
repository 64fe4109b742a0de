"""A word in a template that nobody defined is a fault: in the tests it fails the page and leaves no gap."""

from typing import Any


class UndefinedVariable(LookupError):
    """A template shows a variable that its view never gave it."""


class Undefined(str):
    """string_if_invalid while testing; Django formats it with the variable's name."""

    __slots__ = ()

    def __mod__(self, variable: Any) -> str:
        raise UndefinedVariable(f"{variable} is not defined in this template.")
