import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from quiz.environment import Environment, cache, database, read_environment, read_secret_key


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("BACKPASS_DEBUG", "perhaps", "boolean"),
        ("BACKPASS_LOG_LEVEL", "LOUD", "pattern"),
        ("DATABASE_URL", "mysql://host/name", "postgresql://"),
        ("REDIS_URL", "localhost:6379", "redis://"),
        ("BACKPASS_EMAIL_URL", "mail.example.org", "smtp://"),
    ],
)
def test_a_wrong_value_is_refused_by_name(monkeypatch, name, value, reason):
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as stop:
        read_environment()
    assert name in str(stop.value)
    assert reason in str(stop.value)


def test_a_wrong_value_is_repeated_but_no_address_with_a_password(monkeypatch):
    monkeypatch.setenv("BACKPASS_DEBUG", "perhaps")
    monkeypatch.setenv("DATABASE_URL", "mysql://ada:hush@host/name")
    with pytest.raises(SystemExit) as stop:
        read_environment()
    assert "'perhaps'" in str(stop.value)
    assert "hush" not in str(stop.value)


def test_a_secret_is_not_repeated_when_something_else_is_wrong(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hush")
    monkeypatch.setenv("BACKPASS_DEBUG", "perhaps")
    with pytest.raises(SystemExit) as stop:
        read_environment()
    assert "hush" not in str(stop.value)


def test_a_misspelt_name_is_refused_with_the_right_one(monkeypatch):
    monkeypatch.setenv("BACKPASS_DEBGU", "1")
    with pytest.raises(SystemExit, match=r"BACKPASS_DEBGU.*BACKPASS_DEBUG"):
        read_environment()


def test_lists_are_words_between_commas(monkeypatch):
    monkeypatch.setenv("BACKPASS_HOSTS", "a.example.org, b.example.org,")
    assert read_environment().hosts == ["a.example.org", "b.example.org"]


def test_nothing_is_needed(monkeypatch):
    for field in Environment.model_fields:
        monkeypatch.delenv(f"BACKPASS_{field}".upper(), raising=False)
    assert read_environment().debug is False


def test_the_secret_key_is_made_once_and_only_for_its_owner(tmp_path):
    path = tmp_path / "var" / "secret_key"
    first = read_secret_key(path)
    assert len(first) > 50
    assert read_secret_key(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_processes_that_start_at_once_agree_on_the_key(tmp_path):
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _: read_secret_key(tmp_path / "secret_key"), range(32)))
    assert len(keys) == 1


def test_without_an_address_the_database_is_sqlite_that_lets_writers_wait(tmp_path):
    found = database("", tmp_path / "var")
    assert found["NAME"] == tmp_path / "var" / "backpass.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_an_address_of_postgres_is_taken_apart(tmp_path):
    found = database("postgresql://ann:p%40ss@db.example.org:5433/back?sslmode=require", tmp_path)
    assert [found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "back",
        "ann",
        "p@ss",
        "db.example.org",
        "5433",
    ]
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_an_address_of_sqlite_names_the_file(tmp_path):
    assert database("sqlite:////data/back.sqlite3", tmp_path)["NAME"] == "/data/back.sqlite3"


@pytest.mark.parametrize(("url", "backend"), [("", "LocMemCache"), ("redis://h/0", "RedisCache")])
def test_the_cache_is_shared_where_there_is_a_broker(url, backend):
    assert cache(url)["BACKEND"].endswith(backend)
