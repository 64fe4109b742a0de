"""Django's settings, worked out from the typed environment (env.py). Nothing is started here."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from psycopg.conninfo import conninfo_to_dict

from safeguarding.deployment import localservices, static
from safeguarding.deployment import logging as logs
from safeguarding.deployment.env import load, secret
from safeguarding.mail.transports import Transport
from safeguarding.pagekit.undefined import Undefined

BASE_DIR = Path(__file__).resolve().parent.parent
ENV = load()

# ----- Which of the four: production, demo, tests, development ----------------------------------------------
DEBUG = ENV.debug
DEMO = ENV.demo
TESTING = ENV.testing
PRODUCTION = ENV.production
LOCAL_SERVICES = ENV.local

COUNCIL_NAME = ENV.council_name or "Fableshire Council"
COUNCIL_COLOUR = ENV.council_colour

SECRET_KEY = secret(ENV.secret_key) or localservices.secret_key()
# A key that was changed still opens what it closed: sessions, links, and second factors until they are sealed
# again.
SECRET_KEY_FALLBACKS = [secret(key) for key in ENV.secret_key_fallbacks]
ALLOWED_HOSTS = list(ENV.allowed_hosts) or ["localhost", "127.0.0.1", "[::1]", "testserver"]
# What the links in e-mails begin with.
SITE_URL = ENV.site
CSRF_TRUSTED_ORIGINS = list(ENV.csrf_trusted_origins)

# ----- Applications -----------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "csp",
    "pgtrigger",
    "pghistory",
    "safeguarding",
    "conferences",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Before the check of the token, whose refusal would lose what was typed.
    "safeguarding.pages.drafts_middleware.DraftMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "safeguarding.pages.middleware.NoStoreMiddleware",
    "safeguarding.accounts.signin.middleware.SessionEndMiddleware",
    # Once it is known whose session it is, and before anything of the page is done.
    "safeguarding.pages.uploads.AskedFirstMiddleware",
    "safeguarding.pages.middleware.HistoryMiddleware",
    "safeguarding.pages.middleware.ReadLogMiddleware",
    "safeguarding.pages.middleware.SightMiddleware",
    "safeguarding.pages.middleware.PolicyMiddleware",
    "safeguarding.pages.middleware.RefusalMiddleware",
    "safeguarding.accounts.signin.middleware.SecondFactorMiddleware",
]
ROOT_URLCONF = "safeguarding.urls"
WSGI_APPLICATION = "safeguarding.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # In the tests a word that nobody defined fails the page.
            "string_if_invalid": Undefined("%s") if TESTING else "",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "safeguarding.pages.context.page",
            ],
            "libraries": {
                "govuk": "safeguarding.pagekit.templatetags.govuk",
                "signin": "safeguarding.pagekit.templatetags.signin",
                "words": "safeguarding.pagekit.templatetags.words",
            },
        },
    }
]
# The council's directories, in the order in which a council begins (safeguarding.directory).
DIRECTORIES = [
    "safeguarding.directory.own.TEAMS",
    "conferences.operations.scheduling_rooms.ROOMS",
    "conferences.operations.scheduling_closed.CLOSURES",
    "conferences.operations.scheduling_closed.HOLIDAYS",
    "safeguarding.directory.own.AGENCY_KINDS",
    "safeguarding.directory.own.AGENCIES",
    "safeguarding.directory.own.PROFESSIONALS",
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["govuk"]
CRISPY_TEMPLATE_PACK = "govuk"
# The page that shows every component of the look: for those who build it.
COMPONENTS_PAGE = DEBUG or TESTING

# ----- Servers ----------------------------------------------------------------------------------------------
# The tests use another Redis database than a demo that may run beside them.
LOCAL = localservices.urls(redis_database=1 if TESTING else 0) if LOCAL_SERVICES else None
LIBPQ = {k: str(v) for k, v in conninfo_to_dict(LOCAL.database).items()} if LOCAL else dict(ENV.database)
REDIS_URL = LOCAL.redis if LOCAL else secret(ENV.redis_url)

# Compiling a query (jit) costs the figures more than it saves: their estimates run high, their rows are few.
# The last names no trigger to be ignored: where it is missing, each row's trigger fails on it and recovers,
# and each recovery walks all checks that wait for the commit: a second for a form, hours for a file.
CONNECTION = (
    f"-c statement_timeout={round(ENV.statement_timeout * 1000)} -c lock_timeout=3000"
    " -c idle_in_transaction_session_timeout=60000 -c jit=off -c pgtrigger.ignore={}"
)
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "safeguarding.deployment.database",
        "NAME": LIBPQ.pop("dbname"),
        "USER": LIBPQ.pop("user", ""),
        "PASSWORD": LIBPQ.pop("password", ""),
        "HOST": LIBPQ.pop("host", ""),
        "PORT": LIBPQ.pop("port", ""),
        "OPTIONS": {
            **LIBPQ,
            "options": f"{LIBPQ.get('options', '')} {CONNECTION}".strip(),
            "pool": {"min_size": 1, "max_size": ENV.pool_size},
        },
        # A connection that died while it lay in the pool is no page's trouble.
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Sessions, limits and the cache stand in PostgreSQL, so that pages work while Redis is down.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

CELERY_BROKER_URL = (
    REDIS_URL.replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=")
    if REDIS_URL.startswith("unix://")
    else REDIS_URL
)
# A task is given back when its worker dies: acknowledged late, and seen again after the visibility timeout,
# which must be longer than the longest task. Without the last two, kombu seldom looks for lost ones.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 30 * 60
CELERY_TASK_SOFT_TIME_LIMIT = 29 * 60
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 45 * 60,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 3,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULER = "safeguarding.heartbeats.processes:Timetable"
# Task: every so many seconds.
TIMETABLE = {
    "conferences.tasks.ask_for_waiting_files": 120,
    "conferences.tasks.raise_duties": 300,
    # Once a day, at the first of these turns.
    "conferences.tasks.reconcile_duties": 900,
    "conferences.tasks.ask_for_holidays": 60 * 60,
    "conferences.tasks.find_pairs": 60 * 60,
    "conferences.tasks.raise_consultations": 60 * 60,
    "conferences.tasks.look_up_what_became": 60 * 60,
    "conferences.tasks.look_up_trials": 60 * 60,
    "conferences.tasks.sweep_feedback": 60 * 60,
    "conferences.tasks.sweep_report_links": 60 * 60,
    "conferences.tasks.write_messages": 60,
    "conferences.tasks.send_notices": 60,
    "safeguarding.tasks.check_mail": 30,
    "safeguarding.tasks.sweep_drafts": 6 * 60 * 60,
    "safeguarding.tasks.sweep_counts": 6 * 60 * 60,
}
# What was not begun before two more turns is dropped, else a worker that was away would do each turn of days.
CELERY_BEAT_SCHEDULE: dict[str, Any] = {
    task.rpartition(".")[2]: {"task": task, "schedule": every, "options": {"expires": 2 * every}}
    for task, every in TIMETABLE.items()
}

# ----- People and sign-in -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "safeguarding.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# Only the demo, whose people are invented, lets anybody in without a second factor (see checks.py).
REQUIRE_SECOND_FACTOR = not DEMO
DEMO_PASSWORD = "fable-and-amber-2018"
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_work"
# A link to set a password, from an administrator or by e-mail, opens for a day and once.
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_ADAPTER = "safeguarding.accounts.signin.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# A council's people come from one address: its limit is wide, that of an account is narrow.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/15m/key",
    "reset_password": "20/m/ip,5/h/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    # Wrong codes of slips, of everybody together: no address is kept (conferences.views.feedback_giving).
    "feedback_wrong_code": "120/m/key",
    # Wrong codes of the links of agencies; each link counts its own besides.
    "report_wrong_code": "120/m/key",
}
ACCOUNT_FORMS = {
    "login": "safeguarding.accounts.signin.forms.LoginForm",
    "reset_password": "safeguarding.accounts.signin.forms.ResetPasswordForm",
    "reset_password_from_key": "safeguarding.accounts.signin.forms.ResetPasswordKeyForm",
    "change_password": "safeguarding.accounts.signin.forms.ChangePasswordForm",
    "reauthenticate": "safeguarding.accounts.signin.forms.ReauthenticateForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.trusted_proxies
MFA_ADAPTER = "safeguarding.accounts.signin.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
# A browser makes passkeys on http for localhost alone; the library refuses http unless it is told.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
# A clock half a minute off is common.
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = COUNCIL_NAME
# An account is made with its address by an administrator: there is nothing to verify.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "safeguarding.accounts.signin.forms.AuthenticateForm",
    "reauthenticate": "safeguarding.accounts.signin.forms.ReauthenticateByCodeForm",
    "activate_totp": "safeguarding.accounts.signin.forms.ActivateTOTPForm",
    "add_webauthn": "safeguarding.accounts.signin.forms.AddWebAuthnForm",
    "edit_webauthn": "safeguarding.accounts.signin.forms.EditWebAuthnForm",
}
# The policies of views that a library wrote, by "module.name" (safeguarding.access.views.Policy).
VIEW_POLICIES: dict[str, Any] = {}

# ----- What every response carries --------------------------------------------------------------------------
SESSION_IDLE_SECONDS = 30 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60
# People are warned so long before (WCAG 2.2.1 asks for 20 seconds at least).
SESSION_WARNING_SECONDS = 2 * 60
# The __Host- prefix makes the browser refuse a cookie that another host or an open connection could set.
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "session"
SESSION_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "safeguarding.pages.errors.csrf_failure"
SECURE_SSL_REDIRECT = PRODUCTION
# Asked over plain http from inside.
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.trusted_proxies else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# ----- Files, mail, language, logs --------------------------------------------------------------------------
STATIC_URL = "/static/"
# Collected for production alone; elsewhere they are served from where they lie.
STATIC_ROOT = static.ROOT if PRODUCTION else None
# A release holds them collected, and not what they were made from.
STATICFILES_DIRS = [folder for folder in (BASE_DIR / "static",) if folder.is_dir()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "safeguarding.pages.storage.HashedModules"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = DEBUG
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
# Files handed in wait here, out of reach of the web, until a worker has read them; then they are deleted.
UPLOAD_FOLDER = Path(ENV.upload_folder) if ENV.upload_folder else localservices.folder() / "uploads"
CENSUS_MOST_BYTES = ENV.census_most_megabytes * 1_000_000
MOST_BODY_BYTES = ENV.most_body_bytes
FILE_UPLOAD_HANDLERS = [
    "safeguarding.pages.uploads.SizeLimit",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Without an address, e-mails are written to files: for the demo and development.
MAIL = ENV.transport or Transport("django.core.mail.backends.filebased.EmailBackend")
EMAIL_BACKEND = MAIL.backend
EMAIL_FILE_PATH = None if ENV.transport else localservices.folder() / "outbox"
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
EMAIL_TIMEOUT = 10
NOTIFY_ADDRESS = "https://api.notifications.service.gov.uk"
NOTIFY_TEMPLATE = MAIL.template
NOTIFY_API_KEY = secret(ENV.notify_api_key)
DEFAULT_FROM_EMAIL = ENV.email_from or "conferences@fableshire.example"
ACCESSIBILITY_CONTACT = ENV.accessibility_contact or DEFAULT_FROM_EMAIL

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

LOGGING = logs.configuration(ENV.log_level, plain=DEBUG)
