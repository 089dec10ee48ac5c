"""Fixtures for every test."""

import numpy as np
import pytest


@pytest.fixture
def rng() -> np.random.Generator:
    """A generator with a fixed seed: a failure can be repeated."""
    return np.random.default_rng(20260)
