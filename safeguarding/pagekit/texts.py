"""Fields for words: what an error calls them, and how long they may be."""

from typing import Any

from django import forms

# Two hours of typing: some 3,500 words.
LONGEST_TEXT = 20_000


class TextField(forms.CharField):
    """A text. `subject` is what an error calls it where its label is a question: "Reason"."""

    def __init__(self, *, subject: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.subject = subject


def words_field(label: str, hint: str = "", subject: str = "", longest: int = LONGEST_TEXT) -> TextField:
    """Some sentences. Whether there must be any, the operation says."""
    return TextField(
        label=label,
        subject=subject,
        help_text=hint,
        widget=forms.Textarea,
        required=False,
        max_length=longest,
    )
