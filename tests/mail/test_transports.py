"""The ways that e-mail may leave by, each read from its address."""

import pytest

from safeguarding.mail.transports import NOTIFY, SMTP, ApiKey, NoTransport, Transport, api_key, transport

TEMPLATE = "0f1e2d3c-0000-4000-8000-000000000001"
SERVICE = "0f1e2d3c-0000-4000-8000-000000000002"
SECRET = "0f1e2d3c-0000-4000-8000-000000000003"


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("smtp://mail.example", Transport(SMTP, "mail.example", 25)),
        ("smtp://mail.example:2525/", Transport(SMTP, "mail.example", 2525)),
        (
            "smtp+starttls://me%40x:p%2Fw@mail.example",
            Transport(SMTP, "mail.example", 587, "me@x", "p/w", starttls=True),
        ),
        ("smtps://me:pw@mail.example", Transport(SMTP, "mail.example", 465, "me", "pw", tls=True)),
        ("smtps://[::1]:4465", Transport(SMTP, "::1", 4465, tls=True)),
        (f"notify://{TEMPLATE}", Transport(NOTIFY, template=TEMPLATE)),
    ],
)
def test_each_way_is_read_from_its_address(address, way):
    assert transport(address) == way


@pytest.mark.parametrize(
    "address", ["", "mail.example", "http://mail.example", "smtp://", "smtp://a:b:c", "smtp://mail.example/x"]
)
def test_what_names_no_way_is_refused(address):
    with pytest.raises(NoTransport, match="an address like"):
        transport(address)


@pytest.mark.parametrize("name", ["", "live-", "our unit's key-"])
def test_a_key_of_notify_holds_the_service_and_its_secret(name):
    assert api_key(f"{name}{SERVICE}-{SECRET}") == ApiKey(SERVICE, SECRET)


@pytest.mark.parametrize("text", ["", SECRET, f"live-{SECRET}", f"{SERVICE}{SECRET}"])
def test_what_is_no_key_of_notify_is_none(text):
    assert api_key(text) is None
