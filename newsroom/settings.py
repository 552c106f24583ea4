"""Settings of the newsroom, driven by the environment (12-factor) and an optional `.env`.

Without any variable the development default runs: DEBUG on, an embedded PostgreSQL under `var/`, files under `var/`.
`.env.example` lists every variable. A reason stands beside every surprise.
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from newsroom import database
from newsroom.text.editor import CKEDITOR_CONFIGS  # noqa: F401  (a setting of django-ckeditor)

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="development-only-key" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY must be set when DEBUG is off.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEBUG else [])
# Address of the paper as readers type it, without a trailing slash: canonical links, feeds and sitemaps use it.
SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{env.str('PORT', default='8000')}").rstrip("/")

INSTALLED_APPS = [
    "newsroom.desk.apps.DeskAdminConfig",
    "newsroom.front",
    "newsroom.pages",
    "newsroom.subscriptions",
    "newsroom.text",
    "articles",
    "photos",
    "polls",
    "markets",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "adminsortable2",
    "axes",
    "ckeditor",
    "newsroom.receivers.apps.ReceiversConfig",
    # Last, so that its post_migrate finds the permissions of every other app.
    "newsroom.desk.apps.DeskConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "newsroom.front.middleware.revalidate",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.desk.middleware.language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "desk.User"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "newsroom.front.context_processors.paper",
            ],
        },
    },
]

# How many proxies of ours stand in front: whose word on a visitor's network address is believed.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

DATABASES = {"default": database.config(env.str("DATABASE_URL", default=""))}

# A streaming replica that readers' pages are read from (newsroom.pages.store.sources). What it needs to know is written
# down only where pages are stored.
if env.str("DATABASE_REPLICA_URL", default=""):
    DATABASES["replica"] = database.replica_config(env.str("DATABASE_REPLICA_URL"))
    DATABASE_ROUTERS = ["newsroom.pages.replica.Router"]

# What machines count together, such as letters with password links; without a Redis each process counts by itself.
# environ finds Django's RedisCache for it. A Redis that hangs must not hang the desk: seconds, in the options.
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
if CACHES["default"]["BACKEND"].endswith(".RedisCache"):
    CACHES["default"]["OPTIONS"] = {
        "socket_connect_timeout": 2,
        "socket_timeout": 2,
        **CACHES["default"].get("OPTIONS", {}),
    }

# Folder in which readers' pages are stored for the proxy (docs/caching.md). Without one every page is rendered when it
# is asked for: so development shows a template as it was just saved.
PAGE_STORE = env.str("PAGE_STORE", default="")
PAGE_STORE_MAX_BYTES = env.int("PAGE_STORE_MAX_BYTES", default=4_000_000_000)
# The adapter that tells a content delivery network what became out of date.
PAGE_CDN = env.str("PAGE_CDN", default="newsroom.pages.store.cdn.NoCdn")

# Hosts that prices may be fetched from although they lie in a private network, such as a relay of the paper's own.
MARKETS_PRIVATE_HOSTS = env.list("MARKETS_PRIVATE_HOSTS", default=[])

# Letters are printed to the terminal unless a mail server is named.
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10  # seconds; a mail server that hangs must not hang the desk
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="toasoan@localhost")

# Sign-in: sessions that know their account, lock-out per account and address (newsroom.desk.sign_in says why).
SESSION_ENGINE = "newsroom.desk.sessions"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "newsroom.desk.sign_in.too_many_failures"
AXES_CLIENT_IP_CALLABLE = "newsroom.pages.address.client_network"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ADMIN = False
PASSWORD_RESET_TIMEOUT = 3 * 86_400  # seconds
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Readers get one language: no LocaleMiddleware, so a page never varies on Accept-Language. Staff choose theirs.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "newsroom.formats"
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "newsroom" / "static"]
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
# A bucket for photographs in place of that folder. boto3 reads the rest, the AWS_ variables, from the environment.
MEDIA_BUCKET = env.str("MEDIA_BUCKET", default="")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if MEDIA_BUCKET:
    STORAGES["default"] = {"BACKEND": "photos.bucket.Bucket", "OPTIONS": {"bucket_name": MEDIA_BUCKET}}
# A long story with markup stays below this; photographs do not count towards it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_242_880

# Readers: nothing inline, nothing foreign. The desk relaxes this for its own pages (newsroom.desk.site).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
# CKEditor 4 draws with inline styles and handlers, hence the two relaxed lines; scripts still need the nonce.
DESK_CONTENT_SECURITY_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, NONCE],
    "script-src-attr": ["'unsafe-inline'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_PATH = "/admin/"
CSRF_COOKIE_PATH = "/admin/"
CSRF_FAILURE_VIEW = "newsroom.front.errors.form_expired"
if not DEBUG:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # load balancers ask in plain http
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    # Development serves static files from where they are written; production from what `collectstatic` gathered.
    MIDDLEWARE.insert(1, "whitenoise.middleware.WhiteNoiseMiddleware")
    STORAGES["staticfiles"] = {"BACKEND": "newsroom.pages.bundles.BundlingStorage"}

# Errors go to the console in production too (12-factor). What is logged are paths, never a reader's address.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR"},
        "axes": {"handlers": ["stderr"], "level": "ERROR"},  # below that it writes addresses
    },
}

SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4 is out of support: whatever it sends is cleaned again on the server by newsroom.text.
    "ckeditor.W001",
]
