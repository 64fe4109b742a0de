"""E-mail by a server: plain, STARTTLS and TLS, and a certificate that nobody vouches for."""

from collections.abc import Iterator
from contextlib import contextmanager
from smtplib import SMTPAuthenticationError
from ssl import SSLCertVerificationError
from urllib.parse import quote

import pytest
from django.core.mail import EmailMessage, get_connection

from safeguarding.mail.transports import transport
from tests.mail.servers import HERE, PASSWORD, USER, certificate, mail_server

NAMED = f"{quote(USER, safe='')}:{quote(PASSWORD, safe='')}@"


@pytest.fixture(scope="module")
def trust(tmp_path_factory):
    return certificate(tmp_path_factory.mktemp("certificate"))


@contextmanager
def reached(settings, scheme, trust, named=NAMED) -> Iterator[list[tuple[bool, str]]]:
    """A server of this scheme, and Django's settings as the address to it gives them."""
    with mail_server(trust[1], wraps=scheme == "smtps") as server:
        way = transport(f"{scheme}://{named}{HERE}:{server.port}")
        settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = way.backend, way.host, way.port
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = way.user, way.password
        settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = way.starttls, way.tls
        yield server.taken


def send():
    message = EmailMessage("Something is due", "By 3 May.", "unit@fableshire.example", ["a@fable.example"])
    return message.send()


def test_a_plain_server_is_sent_to_without_a_password(settings, trust):
    with reached(settings, "smtp", trust, named="") as taken:
        assert send() == 1
    assert [is_secure for is_secure, _ in taken] == [False] and "By 3 May." in taken[0][1]


@pytest.mark.parametrize("scheme", ["smtp+starttls", "smtps"])
def test_a_server_that_is_vouched_for_is_sent_to_encrypted(settings, trust, monkeypatch, scheme):
    monkeypatch.setenv("SSL_CERT_FILE", str(trust[0]))
    with reached(settings, scheme, trust) as taken:
        assert send() == 1
    assert [is_secure for is_secure, _ in taken] == [True]


@pytest.mark.parametrize("scheme", ["smtp+starttls", "smtps"])
def test_a_certificate_that_nobody_vouches_for_is_refused(settings, trust, scheme):
    with reached(settings, scheme, trust) as taken, pytest.raises(SSLCertVerificationError):
        send()
    assert taken == []


def test_a_wrong_password_is_refused_when_the_connection_is_tried(settings, trust, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(trust[0]))
    with reached(settings, "smtps", trust, named="me:wrong@"), pytest.raises(SMTPAuthenticationError):
        get_connection().open()
