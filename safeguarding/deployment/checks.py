"""System checks of the settings: what must never be relaxed where real people are recorded."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register


@register(Tags.security)
def second_factor(**_: Any) -> list[Error]:
    """Everybody signs in with a second factor, but for the demo's invented people."""
    if settings.REQUIRE_SECOND_FACTOR or settings.DEMO or settings.DEBUG or settings.TESTING:
        return []
    return [
        Error(
            "REQUIRE_SECOND_FACTOR is off outside the demo.",
            hint="Take it out of the settings: only SAFEGUARDING_DEMO=true turns it off.",
            id="safeguarding.E001",
        )
    ]


@register(Tags.security, deploy=True)
def no_demo(**_: Any) -> list[Warning]:
    """A deployed site is neither the demo nor a test run: both let people in who should not be."""
    shortcuts = {"SAFEGUARDING_DEMO": settings.DEMO, "SAFEGUARDING_TESTING": settings.TESTING}
    return [
        Warning(
            f"{name} is on.",
            hint="It weakens how people sign in. Unset it where real people are recorded.",
            id="safeguarding.W001",
        )
        for name, on in shortcuts.items()
        if on
    ]
