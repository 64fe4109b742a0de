"""A change of SECRET_KEY: what the earlier key sealed opens, is sealed anew, and never fails a page."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command

from safeguarding.accounts.signin import sealing
from tests.cast import person

SECRET = "JBSWY3DPEHPK3PXP"
BEFORE, AFTER = "b" * 60, "a" * 60


@pytest.fixture
def factor(db, settings) -> Authenticator:
    """An authenticator app sealed with the earlier key; the present one is another."""
    settings.SECRET_KEY = BEFORE
    user = person("MANAGER")
    Authenticator.objects.all().delete()
    made = TOTP.activate(user, SECRET).instance
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = AFTER, [BEFORE]
    return made


def test_an_earlier_key_still_opens_it(factor):
    assert sealing.unseal(factor.data["secret"]) == SECRET


def test_sealed_anew_it_needs_the_earlier_key_no_more(factor, settings, capsys):
    call_command("seal_anew")
    settings.SECRET_KEY_FALLBACKS = []
    factor.refresh_from_db()
    assert sealing.unseal(factor.data["secret"]) == SECRET
    assert capsys.readouterr().out == "1 second factor sealed with the present key.\n"


def test_without_the_earlier_key_no_code_is_right_and_nothing_fails(factor, settings, capsys):
    settings.SECRET_KEY_FALLBACKS = []
    assert not TOTP(factor).validate_code("123456")
    assert sealing.unseal(factor.data["secret"]) != sealing.unseal(factor.data["secret"])
    call_command("seal_anew")
    assert "1 second factor cannot be opened by any key given." in capsys.readouterr().err
