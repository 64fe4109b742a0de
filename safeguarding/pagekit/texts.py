"""A field for some sentences."""

from django import forms

LONGEST_TEXT = 8000


def words_field(label: str, hint: str = "", longest: int = LONGEST_TEXT) -> forms.CharField:
    """Some sentences. Whether there must be any, the operation says."""
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea,
        required=False,
        max_length=longest,
        error_messages={"max_length": f"Enter no more than {longest} characters"},
    )
