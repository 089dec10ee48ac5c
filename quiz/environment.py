"""What may differ between installations: read from the environment once, and checked by name."""

import contextlib
import difflib
import os
import secrets
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import AliasChoices, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
Words = Annotated[list[str], NoDecode]


class Environment(BaseSettings):
    """What the environment says. Each name is BACKPASS_ and the field's name; three are known without the prefix."""

    model_config = SettingsConfigDict(env_prefix="BACKPASS_", env_ignore_empty=True)

    var: Path = ROOT / "var"
    debug: bool = False
    hosts: Words = ["127.0.0.1", "localhost", "[::1]"]
    https: bool = False
    origins: Words = []
    collected: bool = False
    secret_key: str = Field(default="", validation_alias=AliasChoices("SECRET_KEY", "BACKPASS_SECRET_KEY"))
    database_url: str = Field(default="", validation_alias=AliasChoices("DATABASE_URL", "BACKPASS_DATABASE_URL"))
    redis_url: str = Field(default="", validation_alias=AliasChoices("REDIS_URL", "BACKPASS_REDIS_URL"))
    email_url: str = ""
    email_from: str = "Backpass <backpass@localhost>"
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")

    @field_validator("hosts", "origins", mode="before")
    @classmethod
    def split(cls, value: Any) -> Any:
        return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value

    @field_validator("var")
    @classmethod
    def absolute(cls, value: Path) -> Path:
        return value.expanduser().resolve()

    @field_validator("database_url")
    @classmethod
    def known_database(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("postgres", "postgresql", "sqlite"):
            raise ValueError("expected postgresql://user:password@host:5432/name or sqlite:///path")
        return value

    @field_validator("redis_url")
    @classmethod
    def known_broker(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("redis", "rediss", "unix"):
            raise ValueError("expected redis://host:6379/0, rediss://host:6379/0 or unix:///path?db=0")
        return value

    @field_validator("email_url")
    @classmethod
    def known_mail(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("smtp", "smtps"):
            raise ValueError("expected smtp://user:password@host:587 or smtps://user:password@host:465")
        return value


def read_environment() -> Environment:
    """The checked environment; a wrong value or a misspelt name ends the start with a sentence that names it."""
    names = [f"BACKPASS_{field}".upper() for field in Environment.model_fields]
    for found in os.environ:
        near = difflib.get_close_matches(found, names, n=1, cutoff=0.85)
        if found.startswith("BACKPASS_") and found not in names and near:
            sys.exit(f"{found} is not a setting of Backpass. Did you mean {near[0]}?")
    try:
        return Environment()
    except ValidationError as error:
        sys.exit("\n".join(refusal(setting_name(e["loc"]), e["input"], e["msg"]) for e in error.errors()))


def refusal(name: str, value: object, reason: str) -> str:
    """A sentence on a wrong value; what may hold a password is not repeated."""
    shown = "" if name.endswith(("_URL", "_KEY")) else f"={value!r}"
    return f"{name}{shown} is refused: {reason}"


def setting_name(location: tuple[int | str, ...]) -> str:
    first = str(location[0])
    return first if first.isupper() else f"BACKPASS_{first}".upper()


def read_secret_key(path: Path) -> str:
    """The key kept in this file, which is made if it is not there. Several processes may start at once."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as draft:  # only its owner can read it
            draft.write(secrets.token_urlsafe(50))
            draft.flush()
            with contextlib.suppress(FileExistsError):  # another process was faster: its key counts
                os.link(draft.name, path)
    return path.read_text()


def database(url: str, var: Path) -> dict[str, Any]:
    """Django's settings for the database at this address; without one, for SQLite in the var folder."""
    parts = urlsplit(url)
    if parts.scheme.startswith("postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    var.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "/" + parts.path.lstrip("/") if url else var / "backpass.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",  # with WAL alone, writers that meet fail instead of waiting
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
            "PRAGMA mmap_size=134217728;PRAGMA cache_size=-8000;",
        },
    }


def cache(redis_url: str) -> dict[str, Any]:
    """Shared by all processes where there is a broker; else of this process alone."""
    backend = "redis.RedisCache" if redis_url else "locmem.LocMemCache"
    return {
        "BACKEND": f"django.core.cache.backends.{backend}",
        "LOCATION": redis_url or "backpass",
        "KEY_PREFIX": "backpass",
    }
