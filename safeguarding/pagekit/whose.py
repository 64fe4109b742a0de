"""Forms that ask the same of several children: each mistake says whose it is, wherever it stands."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from safeguarding.pagekit.refusals import Refusable


class TellsWhose(Refusable):
    """A form with the same fields for several. Each of its mistakes begins with whose field it stands at."""

    def whose(self, field: str) -> str:
        """Whom, or which row, the field is about; "" for one that is everybody's."""
        return ""

    def add_error(self, field: str | None, error: Any) -> None:
        """As Django's, which each mistake passes, the form's own and those of an operation."""
        if field and (whose := self.whose(field)):
            found = error if isinstance(error, ValidationError) else ValidationError(error)
            for one in found.error_list:
                words = whose.replace("%", "%%") if one.params else whose
                one.message = f"{words}: {one.message}"
            error = found
        super().add_error(field, error)
