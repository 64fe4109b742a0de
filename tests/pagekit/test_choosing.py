"""A long list of options is the element that Django draws, with what is chosen and with its words escaped."""

import pytest
from django import forms
from django.test import SimpleTestCase

from safeguarding.pagekit.choosing import LongSelect

CHOICES = [("", "Everybody’s"), ("a", "Anna <b> Sample"), ("b", "Ben & Co")]


@pytest.mark.parametrize("value", [None, "", "b", "nobody"])
def test_it_is_the_element_that_django_draws(value: str | None) -> None:
    theirs, ours = (
        kind(choices=CHOICES).render("whose", value, {"id": "id_whose", "class": "govuk-select"})
        for kind in (forms.Select, LongSelect)
    )
    SimpleTestCase().assertHTMLEqual(ours, theirs)
    assert "Anna &lt;b&gt; Sample" in ours
