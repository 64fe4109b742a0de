"""The environment: what is refused, and in which words."""

import pytest

from safeguarding.deployment.env import ConfigurationError, load

PRODUCTION = {
    "DATABASE_URL": "postgresql://app:pa%20ss@db.fableshire.example:6543/conferences?sslmode=verify-full",
    "REDIS_URL": "rediss://:word@redis.fableshire.example:6379/0",
    "SECRET_KEY": "not-a-real-key-but-long-enough-for-the-check-0123456789",
    "ALLOWED_HOSTS": "conferences.fableshire.example, other.fableshire.example",
    "COUNCIL_NAME": "Fableshire Council",
    "EMAIL_URL": "smtp+starttls://mail.fableshire.example",
    "DEFAULT_FROM_EMAIL": "conferences@fableshire.example",
    "TRUSTED_PROXIES": "1",
    "UPLOAD_FOLDER": "/var/tmp",
}
TEMPLATE = "0f1e2d3c-0000-4000-8000-000000000001"


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A production environment, to be bent by each test."""
    monkeypatch.delenv("SAFEGUARDING_TESTING", raising=False)
    for name, value in PRODUCTION.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_production_reads_its_own_servers(environment: pytest.MonkeyPatch) -> None:
    read = load()
    assert read.production and not read.local
    assert read.database["host"] == "db.fableshire.example"
    assert (read.database["password"], read.database["sslmode"]) == ("pa ss", "verify-full")
    assert read.allowed_hosts == ("conferences.fableshire.example", "other.fableshire.example")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", "maybe", "DEBUG must be true or false."),
        ("SAFEGUARDING_DEMO", "2", "SAFEGUARDING_DEMO must be true or false."),
        ("DATABASE_URL", "mysql://host/name", "DATABASE_URL must be an address like postgresql:"),
        ("DATABASE_URL", "postgresql://host/name?nonsense=1", "DATABASE_URL must be an address like"),
        ("DATABASE_URL", "postgresql://host/", "DATABASE_URL must be an address like"),
        ("REDIS_URL", "localhost:6379", "REDIS_URL must be an address like redis:"),
        ("DATABASE_POOL_SIZE", "0", "DATABASE_POOL_SIZE must be the most connections"),
        ("DATABASE_POOL_SIZE", "ten", "DATABASE_POOL_SIZE must be the most connections"),
        ("DATABASE_STATEMENT_TIMEOUT", "-1", "DATABASE_STATEMENT_TIMEOUT must be seconds"),
        ("TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES must be the number of proxies"),
        ("CSRF_TRUSTED_ORIGINS", "http://plain.example", "CSRF_TRUSTED_ORIGINS must be https:"),
        ("COUNCIL_COLOUR", "teal", "COUNCIL_COLOUR must be a colour like #00534d"),
        ("SITE_URL", "conferences.fableshire.example", "SITE_URL must be this service's own address"),
        ("SITE_URL", "https://fableshire.example/conferences", "SITE_URL must be this service's own address"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL must be DEBUG, INFO"),
        ("EMAIL_URL", "mail.fableshire.example", "EMAIL_URL must be an address like smtp+starttls://"),
        ("EMAIL_URL", "smtp://host:70000", "EMAIL_URL must be an address like smtp+starttls://"),
        ("EMAIL_URL", "smtp://me:word@host", "EMAIL_URL must be smtp+starttls:// or smtps:// where it holds"),
        ("EMAIL_URL", "smtps://me@host", "EMAIL_URL must be given both a user and a password"),
        ("EMAIL_URL", "notify://our-template", "EMAIL_URL must be notify:// followed by the id"),
        ("EMAIL_URL", f"notify://{TEMPLATE}", "NOTIFY_API_KEY must be set where EMAIL_URL is notify://."),
        ("NOTIFY_API_KEY", "word", "NOTIFY_API_KEY must be an API key of GOV.UK Notify."),
        ("SECRET_KEY", "short", "SECRET_KEY must be set to 50 or more random characters."),
        ("SECRET_KEY_FALLBACKS", f"{'k' * 50},short", "SECRET_KEY_FALLBACKS must be earlier keys"),
        ("TRUSTED_PROXIES", "0", "TRUSTED_PROXIES must be set to the number of proxies"),
        ("WEB_PROCESSES", "0", "WEB_PROCESSES must be how many web processes"),
        ("WEB_THREADS", "many", "WEB_THREADS must be how many requests"),
        ("ALLOWED_HOSTS", " , ", "ALLOWED_HOSTS must be set to host names"),
        ("ALLOWED_HOSTS", "https://fableshire.example/", "ALLOWED_HOSTS must be host names"),
        ("ALLOWED_HOSTS", "fableshire.example:8000", "ALLOWED_HOSTS must be host names"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must be host names"),
        ("DEFAULT_FROM_EMAIL", "conferences", "DEFAULT_FROM_EMAIL must be an email address alone."),
        ("DEFAULT_FROM_EMAIL", "Unit <unit@fableshire.example>", "DEFAULT_FROM_EMAIL must be an email"),
        ("ACCESSIBILITY_CONTACT", "the unit", "ACCESSIBILITY_CONTACT must be an email address."),
        ("COUNCIL_NAME", "", "COUNCIL_NAME must be set to the council's name."),
        ("EMAIL_URL", "", "EMAIL_URL must be set to an address like smtp+starttls://"),
        ("SAFEGUARDING_DEBUG", "1", "SAFEGUARDING_DEBUG is not a setting of this project."),
    ],
)
def test_a_bad_value_is_refused(
    environment: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    environment.setenv(name, value)
    with pytest.raises(ConfigurationError) as refusal:
        load()
    assert str(refusal.value).startswith(sentence)


@pytest.mark.parametrize(
    "missing",
    ["SECRET_KEY", "ALLOWED_HOSTS", "COUNCIL_NAME", "EMAIL_URL", "DEFAULT_FROM_EMAIL"]
    + ["TRUSTED_PROXIES", "UPLOAD_FOLDER"],
)
def test_production_needs_what_only_its_operator_knows(environment: pytest.MonkeyPatch, missing: str) -> None:
    environment.delenv(missing)
    with pytest.raises(ConfigurationError, match=f"{missing} must be set"):
        load()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALLOWED_HOSTS", ".fableshire.example, 10.0.0.4, [::1]"),
        ("DEFAULT_FROM_EMAIL", "conferences@localhost"),
        ("ACCESSIBILITY_CONTACT", "access@fableshire.example"),
    ],
)
def test_what_can_be_used_is_taken(environment: pytest.MonkeyPatch, name: str, value: str) -> None:
    environment.setenv(name, value)
    assert load().production


@pytest.mark.parametrize("missing", ["DATABASE_URL", "REDIS_URL"])
def test_half_a_pair_of_servers_is_refused(environment: pytest.MonkeyPatch, missing: str) -> None:
    environment.delenv(missing)
    with pytest.raises(ConfigurationError, match="are set together or not at all"):
        load()


def test_a_refusal_never_shows_the_value(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DATABASE_URL", "postgresql://app:hunter2@host/name?nonsense=1")
    with pytest.raises(ConfigurationError) as refusal:
        load()
    assert "hunter2" not in str(refusal.value)
    assert "hunter2" not in repr(refusal.value.__cause__)


def test_a_refused_way_for_mail_never_shows_its_password(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("EMAIL_URL", "smtp://me:hunter2@host")
    with pytest.raises(ConfigurationError) as refusal:
        load()
    assert "hunter2" not in str(refusal.value) and "hunter2" not in repr(refusal.value.__cause__)


def test_every_fault_is_named_at_once(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SAFEGUARDING_NONSENSE", "1")
    environment.setenv("DEBUG", "maybe")
    with pytest.raises(ConfigurationError, match=r"SAFEGUARDING_NONSENSE.*DEBUG"):
        load()


@pytest.mark.parametrize("shortcut", ["DEBUG", "SAFEGUARDING_DEMO", "SAFEGUARDING_TESTING"])
def test_a_shortcut_is_never_production(environment: pytest.MonkeyPatch, shortcut: str) -> None:
    environment.setenv(shortcut, "true")
    assert not load().production


@pytest.mark.parametrize(
    ("given", "site"),
    [("", "https://conferences.fableshire.example"), ("https://work.example/", "https://work.example")],
)
def test_links_lead_to_the_address_that_is_given_else_to_the_first_host(
    environment: pytest.MonkeyPatch, given: str, site: str
) -> None:
    environment.setenv("SITE_URL", given)
    assert load().site == site
