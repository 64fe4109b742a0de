"""As the kit's, for the forms of operations that are not yet turned."""

from __future__ import annotations

from safeguarding.pagekit import refusals


class Refusable(refusals.Refusable):
    """A form whose view hands it the refusal."""

    def refuse(self, sentence: str, field: str = "") -> None:
        self.add_error(field if field in self.fields else None, sentence)
