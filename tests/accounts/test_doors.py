"""Signing in: password, then a second check, and nothing opens before both."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from safeguarding.models import AuditEntry
from tests.accounts.people import PASSWORD, code, freshly, give_password, sign_in, with_password
from tests.cast import person
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair():
    return with_password(person("CHAIR", email="chair@fableshire.example"))


def signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_a_password_alone_does_not_sign_in(client, chair):
    response = give_password(client, chair.email)
    assert response.url == reverse("mfa_authenticate")
    assert not signed_in(client)


def test_password_and_code_sign_in(client, chair):
    response = sign_in(client, chair)
    assert response.status_code == 302
    assert signed_in(client)
    assert AuditEntry.objects.filter(event="user.signed_in", done_by=chair).count() == 1


def test_a_wrong_code_does_not_sign_in(client, chair):
    give_password(client, chair.email)
    response = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "The code is not right" in response.content.decode()
    assert not signed_in(client)


def test_a_code_opens_once(client, chair):
    once = code()
    give_password(client, chair.email)
    client.post(reverse("mfa_authenticate"), {"code": once})
    client.post(reverse("account_logout"))
    give_password(client, chair.email)
    client.post(reverse("mfa_authenticate"), {"code": once})
    assert not signed_in(client)


def test_signing_in_leads_where_one_was_going(client, chair):
    give_password(client, chair.email, next="/accessibility")
    response = client.post(reverse("mfa_authenticate"), {"code": code()})
    assert response.url == "/accessibility"


def test_signing_in_leads_to_no_other_site(client, chair):
    give_password(client, chair.email, next="https://elsewhere.example/")
    response = client.post(reverse("mfa_authenticate"), {"code": code()})
    assert "elsewhere" not in response.url


def test_a_page_that_needs_signing_in_comes_back_whole(client, chair):
    response = client.get(reverse("mfa_index") + "?page=2")
    assert response.url == f"{reverse('account_login')}?next=/account/%3Fpage%3D2"


def test_the_switched_off_cannot_sign_in(client, chair):
    chair.is_active = False
    chair.save()
    assert give_password(client, chair.email).url == reverse("account_inactive")


def test_nobody_signs_up(client):
    assert client.get("/account/signup/").status_code == 404


# ----- Setting up the second check ---------------------------------------------------------------------


@pytest.fixture
def newcomer():
    return with_password(UserFactory(second_factor=False, email="newcomer@fableshire.example"))


def test_a_newcomer_is_led_to_set_up_a_second_check(client, newcomer):
    give_password(client, newcomer.email)
    assert signed_in(client)
    response = client.get(reverse("account_change_password"))
    assert response.url == reverse("mfa_index")


def test_a_newcomer_sets_up_an_app_without_the_password_again(client, newcomer):
    give_password(client, newcomer.email)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r"data-secret>([A-Z2-7 ]+)<", page)[1].replace(" ", "")
    assert "data:" not in page and "<svg" in page
    response = client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert response.url == reverse("mfa_view_recovery_codes")
    assert client.get(reverse("account_change_password")).status_code == 200


def test_what_is_public_stays_open_to_a_newcomer(client, newcomer):
    give_password(client, newcomer.email)
    assert client.get(reverse("accessibility")).status_code == 200


def test_the_demo_may_do_without(client, newcomer, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    give_password(client, newcomer.email)
    assert client.get(reverse("account_change_password")).status_code == 200


def test_the_secret_of_an_app_is_sealed_in_the_database(chair):
    stored = Authenticator.objects.get(user=chair).data["secret"]
    assert "JBSWY3DP" not in stored


def test_the_last_second_check_cannot_be_taken_off(client, chair):
    freshly(client, chair)
    page = client.post(reverse("mfa_deactivate_totp")).content.decode()
    assert "Add another second check" in page
    assert Authenticator.objects.filter(user=chair).exists()


def test_the_last_passkey_cannot_be_taken_off(client, chair):
    Authenticator.objects.filter(user=chair).update(type="webauthn")
    freshly(client, chair)
    key = Authenticator.objects.get(user=chair)
    client.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_recovery_codes_ask_for_the_password_after_a_while(client, chair):
    client.force_login(chair)
    assert client.get(reverse("mfa_activate_totp")).status_code == 302
    assert reverse("account_reauthenticate") in client.get(reverse("mfa_generate_recovery_codes")).url


# ----- Passwords ---------------------------------------------------------------------------------------


def change(client, new, again=None):
    data = {"oldpassword": PASSWORD, "password1": new, "password2": again or new}
    return client.post(reverse("account_change_password"), data)


@pytest.mark.parametrize("weak", ["short", "password1234", "123456789012345"])
def test_a_weak_password_is_refused_in_words(client, chair, weak):
    client.force_login(chair)
    page = change(client, weak).content.decode()
    assert "govuk-error-summary" in page
    assert chair.check_password(PASSWORD)


def test_a_changed_password_ends_other_sessions_and_tells_the_owner(client, chair, mailoutbox):
    elsewhere = type(client)()
    elsewhere.force_login(chair)
    client.force_login(chair)
    change(client, "four other invented words")
    assert client.get(reverse("mfa_index")).status_code == 200
    assert elsewhere.get(reverse("mfa_index")).status_code == 302
    assert [m.subject for m in mailoutbox] == ["Your password was changed"]


def ask_for_link(client, email):
    return client.post(reverse("account_reset_password"), {"email": email})


def test_a_link_sets_a_new_password_once(client, chair, mailoutbox):
    ask_for_link(client, chair.email)
    link = re.search(r"https?://[^/]+(/account/password/link/\S+)", mailoutbox[0].body)[1]
    page = client.get(link, follow=True)
    client.post(
        page.request["PATH_INFO"], {"password1": "a quite new secret", "password2": "a quite new secret"}
    )
    chair.refresh_from_db()
    assert chair.check_password("a quite new secret")
    assert "no longer works" in type(client)().get(link, follow=True).content.decode()


def test_a_known_and_an_unknown_address_get_the_same_answer(client, chair, mailoutbox):
    known = ask_for_link(client, chair.email)
    unknown = ask_for_link(client, "stranger@fableshire.example")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mailoutbox) == 2 and "/password/link/" not in mailoutbox[1].body


def test_a_wrong_password_and_an_unknown_address_get_the_same_page(client, chair):
    def page(email):
        body = give_password(client, email, "wrong wrong wrong").content.decode()
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body).replace(email, "")

    assert page(chair.email) == page("unknown@fableshire.example")


def test_mail_names_nobody_in_its_subject(client, chair, mailoutbox):
    ask_for_link(client, chair.email)
    assert chair.full_name not in mailoutbox[0].subject and chair.email not in mailoutbox[0].subject


def test_a_mail_server_that_is_down_changes_no_answer(client, chair, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9
    assert ask_for_link(client, chair.email).url == reverse("account_reset_password_done")


# ----- Leaving -----------------------------------------------------------------------------------------


def test_signing_out_tells_the_browser_to_forget(client, chair):
    client.force_login(chair)
    response = client.post(reverse("account_logout"))
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not signed_in(client)


def test_signing_out_by_a_mere_link_asks_first(client, chair):
    client.force_login(chair)
    client.get(reverse("account_logout"))
    assert signed_in(client)
