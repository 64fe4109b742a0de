"""What the environment may say, typed. An unknown or impossible value stops the start with a sentence.

DATABASE_URL and REDIS_URL set: the operator's own servers, and every secret must be given.
Both unset: local servers (localservices), for the demo, the tests and development.
"""

import os
import re
from functools import cached_property
from typing import Annotated, Any, Self

import psycopg
from django.core.exceptions import ValidationError as InvalidAddress
from django.core.validators import validate_email
from psycopg.conninfo import conninfo_to_dict
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from safeguarding.deployment.colour import carries_white_words
from safeguarding.mail.transports import FORMS, NOTIFY, NoTransport, Transport, api_key, transport

PREFIX = "SAFEGUARDING_"
REDIS_SCHEMES = ("redis://", "rediss://", "unix://")
SITE = re.compile(r"https?://[^/?#\s]+/?")
# A name alone: with a scheme, a port or a path every page would be refused; a star lets anybody name a host.
HOST = re.compile(r"\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:.]+\]")
Words = Annotated[tuple[str, ...], NoDecode]


class ConfigurationError(SystemExit):
    """The environment cannot be used; the text says which variable and what it must be.

    It ends whatever was started with that sentence alone: web server, worker, timetable or command.
    """


def variable(name: str, default: Any, must_be: str) -> Any:
    """A field read from the variable `name`; `must_be` ends the sentence that refuses a bad value."""
    return Field(default, validation_alias=name, description=must_be)


class Environment(BaseSettings):
    """The variables this project reads."""

    model_config = SettingsConfigDict(case_sensitive=True, extra="ignore", frozen=True)

    secret_key: SecretStr | None = variable("SECRET_KEY", None, "50 or more random characters")
    secret_key_fallbacks: Annotated[tuple[SecretStr, ...], NoDecode] = variable(
        "SECRET_KEY_FALLBACKS", (), "earlier keys of 50 or more characters, with commas between"
    )
    database_url: SecretStr | None = variable(
        "DATABASE_URL", None, "an address like postgresql://user:password@host/name"
    )
    redis_url: SecretStr | None = variable("REDIS_URL", None, "an address like redis://host:6379/0")
    debug: bool = variable("DEBUG", False, "true or false")
    allowed_hosts: Words = variable(
        "ALLOWED_HOSTS", (), "host names with commas between, without https://, port or *"
    )
    csrf_trusted_origins: Words = variable("CSRF_TRUSTED_ORIGINS", (), "https:// addresses")
    site_url: str = variable(
        "SITE_URL", "", "this service's own address as people open it, like https://conferences.example"
    )
    trusted_proxies: int = variable(
        "TRUSTED_PROXIES",
        0,
        "the number of proxies in front, 0 to 9, and in production 1 or more",
    )
    statement_timeout: float = variable("DATABASE_STATEMENT_TIMEOUT", 15.0, "seconds, 0 for no limit")
    pool_size: int = variable("DATABASE_POOL_SIZE", 10, "the most connections a process may hold, 1 to 200")
    council_name: str = variable("COUNCIL_NAME", "", "the council's name")
    council_colour: str = variable(
        "COUNCIL_COLOUR", "#00534d", "a colour like #00534d, dark enough for white words upon it"
    )
    accessibility_contact: str = variable("ACCESSIBILITY_CONTACT", "", "an email address")
    email_url: SecretStr | None = variable("EMAIL_URL", None, f"an address like {FORMS}")
    notify_api_key: SecretStr | None = variable("NOTIFY_API_KEY", None, "an API key of GOV.UK Notify")
    email_from: str = variable("DEFAULT_FROM_EMAIL", "", "an email address alone")
    upload_folder: str = variable("UPLOAD_FOLDER", "", "a folder that all web and worker processes share")
    census_most_megabytes: int = variable("CENSUS_MOST_MEGABYTES", 300, "whole megabytes, 1 to 2000")
    web_processes: int = variable("WEB_PROCESSES", 2, "how many web processes to run, 1 to 64")
    web_threads: int = variable("WEB_THREADS", 4, "how many requests each web process works on, 1 to 64")
    log_level: str = variable("LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR")
    demo: bool = variable("SAFEGUARDING_DEMO", False, "true or false")
    testing: bool = variable("SAFEGUARDING_TESTING", False, "true or false")
    state_dir: str = variable("SAFEGUARDING_STATE_DIR", "", "a folder for the local servers")
    pg_bin: str = variable("SAFEGUARDING_PG_BIN", "", "a folder that holds PostgreSQL's programs")

    @field_validator("allowed_hosts", "csrf_trusted_origins", "secret_key_fallbacks", mode="before")
    @classmethod
    def split_words(cls, value: Any) -> Any:
        return tuple(filter(None, re.split(r"[,\s]+", value))) if isinstance(value, str) else value

    @model_validator(mode="after")
    def check_ranges(self) -> Self:
        """Refuse what the types alone let through."""
        holds = {
            "secret_key_fallbacks": all(len(secret(key)) >= 50 for key in self.secret_key_fallbacks),
            "trusted_proxies": 0 <= self.trusted_proxies <= 9,
            "pool_size": 1 <= self.pool_size <= 200,
            "statement_timeout": 0 <= self.statement_timeout <= 86_400,
            "web_processes": 1 <= self.web_processes <= 64,
            "web_threads": 1 <= self.web_threads <= 64,
            "census_most_megabytes": 1 <= self.census_most_megabytes <= 2000,
            "notify_api_key": self.notify_api_key is None or bool(api_key(secret(self.notify_api_key))),
            "council_colour": carries_white_words(self.council_colour),
            "log_level": self.log_level in {"DEBUG", "INFO", "WARNING", "ERROR"},
            "allowed_hosts": all(map(HOST.fullmatch, self.allowed_hosts)),
            "email_from": not self.email_from or is_address(self.email_from),
            "accessibility_contact": not self.accessibility_contact or is_address(self.accessibility_contact),
            "csrf_trusted_origins": all(o.startswith("https://") for o in self.csrf_trusted_origins),
            "site_url": not self.site_url or bool(SITE.fullmatch(self.site_url)),
            "redis_url": self.redis_url is None or secret(self.redis_url).startswith(REDIS_SCHEMES),
            "database_url": self.database_url is None or bool(self.database),
        }
        for field in (field for field, held in holds.items() if not held):
            described = type(self).model_fields[field]
            raise ValueError(f"{described.validation_alias} must be {described.description}.")
        return self

    @model_validator(mode="after")
    def check_mail(self) -> Self:
        """Refuse an address for e-mail that cannot be used, and Notify without its key."""
        try:
            way = self.transport
        except NoTransport as error:
            raise ValueError(f"EMAIL_URL must be {error}.") from None
        if way and way.backend == NOTIFY and self.notify_api_key is None:
            raise ValueError("NOTIFY_API_KEY must be set where EMAIL_URL is notify://.")
        return self

    @model_validator(mode="after")
    def check_together(self) -> Self:
        """Refuse half a pair, and production without what only its operator can know."""
        if (self.database_url is None) != (self.redis_url is None):
            raise ValueError("DATABASE_URL and REDIS_URL are set together or not at all.")
        if self.production:
            needed = {
                "SECRET_KEY": len(secret(self.secret_key)) >= 50,
                "ALLOWED_HOSTS": self.allowed_hosts,
                "COUNCIL_NAME": self.council_name,
                "EMAIL_URL": self.email_url,
                "DEFAULT_FROM_EMAIL": self.email_from,
                "TRUSTED_PROXIES": self.trusted_proxies,
                "UPLOAD_FOLDER": self.upload_folder,
            }
            for name in (name for name, given in needed.items() if not given):
                raise ValueError(f"{name} must be set to {sentence_of(type(self), name)}.")
        return self

    @property
    def site(self) -> str:
        """The address of this service for links in e-mails, without a slash at its end."""
        if self.site_url:
            return self.site_url.rstrip("/")
        host = (self.allowed_hosts or ("localhost:8000",))[0].lstrip(".")
        if self.production:
            return f"https://{host}"
        return f"http://{host}"

    @property
    def most_body_bytes(self) -> int:
        """The most that a request may hold: the largest file, and a little for the form around it."""
        return self.census_most_megabytes * 1_000_000 + 1_000_000

    @property
    def local(self) -> bool:
        """Whether the servers are our own local ones."""
        return self.database_url is None

    @cached_property
    def transport(self) -> Transport | None:
        """The way that e-mail leaves; None where no EMAIL_URL is set. Raises NoTransport."""
        return transport(secret(self.email_url)) if self.email_url else None

    @property
    def production(self) -> bool:
        """Whether real people may use this: https only, every secret given, no shortcut at sign-in."""
        return not (self.local or self.demo or self.debug or self.testing)

    @cached_property
    def database(self) -> dict[str, str]:
        """DATABASE_URL as libpq reads it: host, port, dbname, user, password and options; else empty."""
        address = secret(self.database_url)
        if not address.startswith(("postgres://", "postgresql://")):
            return {}
        try:
            parts = {key: str(value) for key, value in conninfo_to_dict(address).items()}
        except psycopg.ProgrammingError:
            return {}
        return parts if parts.get("dbname") else {}


def is_address(text: str) -> bool:
    """Whether this can be an e-mail address."""
    try:
        validate_email(text)
    except InvalidAddress:
        return False
    return True


def secret(value: SecretStr | None) -> str:
    """The text of a secret, empty when it was not given."""
    return value.get_secret_value() if value else ""


def sentence_of(model: type[Environment], name: str) -> str:
    """What the variable `name` must be."""
    return next(str(f.description) for f in model.model_fields.values() if f.validation_alias == name)


def sentence(error: ErrorDetails) -> str:
    """One refusal in words. Never the value: it may be a secret."""
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    name = str(error["loc"][0])
    return f"{name} must be {sentence_of(Environment, name)}."


def load() -> Environment:
    """Read the environment, or raise ConfigurationError with a sentence for each fault."""
    known = {str(field.validation_alias) for field in Environment.model_fields.values()}
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
    faults = [f"{name} is not a setting of this project." for name in unknown]
    try:
        environment = Environment()
    except ValidationError as error:
        faults += [sentence(detail) for detail in error.errors()]
    if faults:
        raise ConfigurationError(" ".join(faults))
    return environment
