"""Fixtures for every test."""

import numpy as np
import pytest
from django.db import connection


@pytest.fixture
def rng() -> np.random.Generator:
    """A generator with a fixed seed: a failure can be repeated."""
    return np.random.default_rng(20260)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where the database is SQLite, have it in a file: the workers that some tests start use it as well."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
