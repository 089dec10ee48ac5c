"""How many examples: a fixed number, the same ones every time; `make fuzz` takes many fresh ones."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_KINDS = {"deadline": None, "suppress_health_check": list(HealthCheck)}

settings.register_profile("fixed", derandomize=True, database=None, max_examples=100, **_KINDS)
settings.register_profile("long", max_examples=int(os.environ.get("FUZZ_EXAMPLES", "20000")), **_KINDS)
settings.load_profile("long" if "FUZZ_EXAMPLES" in os.environ else "fixed")
