"""What the code of items prints: found out in the sandbox, and kept in a file beside the content.

The file makes loading quick and the same everywhere; `manage.py lock_outputs --check` runs all of it again.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from grader import CodeFailed, Sandbox, SandboxFailure, SandboxUnavailable, printed

LOCK = Path(__file__).parent / "content" / "outputs.json"
LONGEST = 2000
IMPORTS_TORCH = re.compile(r"^(?:import|from) torch\b", re.MULTILINE)


class NoOutputError(ValueError):
    """There is no output to ask for; the text says why."""


def output_of(code: str, run: Callable[[str], str]) -> str:
    """What the code prints: as it is kept in the file, or by running it; raises NoOutputError."""
    return locked_outputs().get(name_of(code)) or run(code)


def name_of(code: str) -> str:
    """The name under which the output of this code is kept."""
    return hashlib.sha256(code.encode()).hexdigest()


def locked_outputs() -> dict[str, str]:
    """The outputs in the file, by the name of their code."""
    return _read_lock(LOCK, LOCK.stat().st_mtime_ns if LOCK.exists() else 0)


@lru_cache(maxsize=2)
def _read_lock(path: Path, changed: int) -> dict[str, str]:
    outputs: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if changed else {}
    return outputs


@lru_cache(maxsize=64)
def run_now(code: str) -> str:
    """What the code prints in the sandbox; raises NoOutputError."""
    [output] = run_all([code])
    return output


def framework_of(code: str) -> str:
    """The framework with which the code runs."""
    return "torch" if IMPORTS_TORCH.search(code) else "numpy"


def run_all(codes: Iterable[str]) -> list[str]:
    """What each of these prints, each in a jail of its own; raises NoOutputError."""
    codes = list(codes)
    frameworks = tuple(sorted({framework_of(code) for code in codes}))
    try:
        with Sandbox(profiles=frameworks, prepared=1) as sandbox:
            outputs = [printed(sandbox, code, framework=framework_of(code)) for code in codes]
    except (CodeFailed, SandboxUnavailable, SandboxFailure) as error:
        raise NoOutputError(str(error)) from error
    return [checked(output) for output in outputs]


def checked(output: str) -> str:
    """The output, if it can be asked for; raises NoOutputError."""
    if not output:
        raise NoOutputError("the code prints nothing")
    if len(output) > LONGEST:
        raise NoOutputError(f"the code prints more than {LONGEST} characters")
    return output
