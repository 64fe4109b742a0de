"""The button that says those concerned were told a day that moved, with the day that the page showed."""

from __future__ import annotations

from django import forms

from safeguarding.pagekit.refusals import Refusable


class ToldForm(Refusable):
    """What was told: of a requested child, or of a consultation."""

    asked = forms.UUIDField(widget=forms.HiddenInput, required=False)
    child = forms.UUIDField(widget=forms.HiddenInput, required=False)
    consultation = forms.UUIDField(widget=forms.HiddenInput, required=False)
    seen = forms.DateField(widget=forms.HiddenInput, required=False)
