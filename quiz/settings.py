"""The site's settings. What may differ between installations is in `environment.py`."""

from urllib.parse import unquote, urlsplit

from csp.constants import NONCE, NONE, SELF

from quiz.environment import ROOT, cache, database, read_environment, read_secret_key

environment = read_environment()

VAR = environment.var
DEBUG = environment.debug
SECRET_KEY = environment.secret_key or read_secret_key(VAR / "secret_key")
ALLOWED_HOSTS = environment.hosts
CSRF_TRUSTED_ORIGINS = environment.origins
REDIS_URL = environment.redis_url
DATABASES = {"default": database(environment.database_url, VAR)}
CACHES = {"default": cache(environment.redis_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "quiz.people",
    "quiz.bank",
    "quiz.practice",
    "quiz.review",
    "quiz.progress",
    "quiz.paths",
    "quiz.board",
    "quiz.search",
    "quiz.statistics",
    "quiz.reports",
    "quiz",
    "exercises",
    "allauth",
    "allauth.account",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "quiz.compression.CompressionMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "quiz.people.middleware.PeopleMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "quiz.urls"
ASGI_APPLICATION = "quiz.asgi.application"
CSRF_FAILURE_VIEW = "quiz.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # bytes: a source is at most 64 KiB, an authored exercise some hundred

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "quiz" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "quiz.context.page",
            ],
        },
    }
]
if DEBUG:  # see edited templates without a restart
    TEMPLATES[0]["APP_DIRS"] = False
    TEMPLATES[0]["OPTIONS"]["loaders"] = [  # type: ignore[index]
        "django.template.loaders.filesystem.Loader",
        "django.template.loaders.app_directories.Loader",
    ]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = not environment.collected
static_storage = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if environment.collected
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": VAR / "files"}},
    "staticfiles": {"BACKEND": static_storage},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],  # the nonce is for the code editor's style sheet
        "style-src-attr": ["'unsafe-inline'"],  # MathML's column alignment
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if environment.https:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 30 * 24 * 3600
    SECURE_REDIRECT_EXEMPT = ["^healthz$"]

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
SESSION_COOKIE_AGE = 365 * 24 * 3600  # seconds: a guest's progress hangs on it
ACCOUNT_ADAPTER = "quiz.people.accounts.AccountAdapter"
ACCOUNT_FORMS = {
    "signup": "quiz.people.forms.SignUpForm",
    "login": "quiz.people.forms.LogInForm",
    "reset_password": "quiz.people.forms.ResetPasswordForm",
    "reset_password_from_key": "quiz.people.forms.NewPasswordForm",
    "change_password": "quiz.people.forms.ChangePasswordForm",
    "add_email": "quiz.people.forms.AddEmailForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_RATE_LIMITS = {  # a class sits behind one address
    "signup": "120/m/ip",
    "login": "300/m/ip",
    "login_failed": "100/m/ip,5/5m/key",
    "reset_password": "60/m/ip,5/m/key",
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_USERNAME_MIN_LENGTH = 2
ACCOUNT_USERNAME_VALIDATORS = "quiz.people.accounts.username_validators"
ACCOUNT_PRESERVE_USERNAME_CASING = True

mail = urlsplit(environment.email_url)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if environment.email_url else 'console'}.EmailBackend"
EMAIL_HOST = mail.hostname or "localhost"
EMAIL_PORT = mail.port or 587
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(mail.username or ""), unquote(mail.password or "")
EMAIL_USE_SSL = mail.scheme == "smtps"
EMAIL_USE_TLS = bool(environment.email_url) and not EMAIL_USE_SSL
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.email_from

LANGUAGE_CODE = "en"
USE_TZ = True
TIME_ZONE = "UTC"  # Django hands this to child processes as TZ

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.log_level},
    "loggers": {
        "django": {"handlers": ["console"], "level": environment.log_level, "propagate": False},
        "django.security.csrf": {"level": "ERROR"},
        "django.request": {"level": "ERROR"},
    },
}
