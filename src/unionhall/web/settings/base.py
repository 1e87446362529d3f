"""Settings common to every installation."""

import secrets
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext_lazy

from unionhall.web.settings import env

PACKAGE = Path(__file__).resolve().parents[2]
UNIONHALL_DATA = env.DATA
UNIONHALL_KEYS = env.DATA / "keys" / "columns.json"
UNIONHALL_OFFICE_TOTP = env.OFFICE_TOTP
UNIONHALL_UPLOAD_BYTES = env.UPLOAD_MB * 1024 * 1024


def _secret_key() -> str:
    """The signing key of this installation, made at first use and kept in the data directory."""
    path = env.DATA / "keys" / "secret.txt"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text()


def _database(address: str) -> dict:
    """Django's database entry: SQLite in the data directory, or the PostgreSQL of an address."""
    if not address:
        env.DATA.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": env.DATA / "unionhall.sqlite3",
            "CONN_MAX_AGE": None,
            # IMMEDIATE: a read-then-write transaction takes the one write lock at once instead of failing at the
            # upgrade. FULL: votes and money survive a power cut.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA temp_store=MEMORY;"
                "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;"
                "PRAGMA journal_size_limit=67108864",
            },
        }
    parts = urlsplit(address)
    hosts, _, ports = parts.netloc.rpartition("@")[2].partition(":")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(hosts),  # %2Frun%2Fpostgresql: a directory of sockets
        "PORT": ports,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"target_session_attrs": "read-write", "connect_timeout": 3},
    }


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = env.HOSTS
ROOT_URLCONF = "unionhall.web.urls"
WSGI_APPLICATION = "unionhall.web.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "accounts.sign_in"
LOGIN_REDIRECT_URL = "web.home"

MODULES = [
    "people",
    "documents",
    "funds",
    "venues",
    "congress",
    "rights",
    "care",
    "activities",
    "proposals",
    "bargaining",
    "honours",
    "office",
    "duty",
]
ENGINES = [
    "accounts",
    "audit",
    "pages",
    "access",
    "files",
    "notices",
    "rulebook",
    "figures",
    "search",
    "calendar",
    "jobs",
    "ballots",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_filters",
    "axes",
    "django_q",
    *(f"unionhall.{name}" for name in [*ENGINES, *MODULES] if (PACKAGE / name / "apps.py").exists()),
    "unionhall.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "unionhall.accounts.middleware.union_scope",
    "unionhall.accounts.middleware.language",
    "unionhall.accounts.middleware.office_second_factor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "unionhall.pages.middleware.refusals",
    "unionhall.web.middleware.security_headers",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "unionhall.web.context.shell",
            ],
            "builtins": ["unionhall.pages.templatetags.pages", "unionhall.pages.templatetags.look"],
        },
    }
]

DATABASES = {"default": _database(env.DATABASE)}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    "nowhere": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
# One indexed row for each request; a cache in the same database would be asked first and filled for nothing.
SESSION_ENGINE = "unionhall.accounts.sessions"
SESSION_COOKIE_AGE = int(timedelta(days=14).total_seconds())
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.HTTPS else None
SECURE_SSL_REDIRECT = env.HTTPS
CSRF_FAILURE_VIEW = "unionhall.web.errors.forged"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "unionhall.accounts.backends.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "unionhall.access.validators.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = env.LOCKOUT_AFTER
AXES_COOLOFF_TIME = timedelta(minutes=env.LOCKOUT_MINUTES)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # not the address alone: a hospital is one address
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the time told to the user holds
AXES_LOCKOUT_CALLABLE = "unionhall.access.lockout.refused"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "staff_no", "code", "password", "again", "current", "sealed"]
AXES_DISABLE_ACCESS_LOG = True  # the audit trail has it
AXES_VERBOSE = False

Q_CLUSTER = {
    "name": "unionhall",
    "orm": "default",
    "workers": 1 if not env.DATABASE else 2,
    "timeout": env.JOB_SECONDS,
    "retry": env.JOB_SECONDS + 5,
    "max_attempts": 3,
    "ack_failures": True,
    "catch_up": False,
    "poll": 1,
    "cache": "nowhere",  # the cluster would write its state twice a second, which nobody reads
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "unionhall_language"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

LOCALE_PATHS = [PACKAGE / name / "locale" for name in ("kernel", "flows", "cli")]

FILTERS_EMPTY_CHOICE_LABEL = gettext_lazy("不限")

STATIC_URL = "static/"
STATIC_ROOT = env.DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": env.DATA / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700  # evidence of illness may be among them
FILE_UPLOAD_HANDLERS = ["unionhall.files.uploads.LimitedUploadHandler"]
DEFAULT_FROM_EMAIL = env.MAIL_FROM
EMAIL_BACKEND = "unionhall.notices.mail.Backend"
UNIONHALL_MAIL = env.MAIL

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "axes": {"level": "ERROR"},  # its warnings name users and addresses
        "django.request": {"level": "ERROR"},  # a refused form is everyday work
    },
}
