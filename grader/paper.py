"""Papers: one draw of an exercise's cases, with what the reference says of each. Made in the author jail, used once."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

import numpy as np

from grader.folder import Folder, FolderError
from grader.sandbox import Limits, Sandbox, wire

_LIMITS = Limits(cpu_seconds=20.0, wall_seconds=60.0, memory_mib=1024, result_bytes=128 << 20)
_FOLDERS_KEPT = 64
_USED_KEPT = 4
_CLOCKS_DIFFER_SECONDS = 1.0  # at most, between the machine where sources are handed in and this one


@dataclass(frozen=True)
class Case:
    """One case with its inputs and what the reference gives for them.

    expected32  the right result for inputs rounded to float32
    rounding    how far the reference in float32 is from it, in units of roundoff, by path
    halves      the right result for inputs rounded to float16 and bfloat16, by dtype; where that makes sense
    alone       the last row of the batch as inputs of its own, and what is right for it; where rows are independent
    gradcheck   whether PyTorch's check of the graph holds for the reference
    """

    name: str
    call: str
    inputs: dict[str, Any]
    judge: dict[str, dict[str, Any]]
    strict: bool
    extreme: bool
    kink: bool
    raises: bool
    sample: bool
    optional: bool = False
    expected: Any = None
    expected32: Any = None
    rounding: dict[str, float] = field(default_factory=dict)
    response: dict[str, Any] = field(default_factory=dict)
    upstream: dict[str, Any] | None = None
    vjp: dict[str, Any] = field(default_factory=dict)
    vjp_response: dict[str, Any] = field(default_factory=dict)
    twin: Any = None
    halves: dict[str, Any] = field(default_factory=dict)
    alone: dict[str, Any] | None = None
    gradcheck: bool = False

    @cached_property
    def random(self) -> bool:
        """Whether a generator is among the inputs."""
        return any(type(leaf) is wire.Seed for _, leaf in wire.leaves(self.inputs))

    @cached_property
    def stochastic(self) -> bool:
        """Whether an output is judged by statistics."""
        return any(judge["kind"] in ("Dropped", "Distributed") for judge in self.judge.values())

    @cached_property
    def has_floats(self) -> bool:
        """Whether a float array is among the inputs: results have its dtype."""
        return any(type(leaf) is np.ndarray and leaf.dtype == np.float64 for _, leaf in wire.leaves(self.inputs))

    @cached_property
    def terms(self) -> int:
        """The longest reduction that the case can hold: the size of its largest input."""
        return max((leaf.size for _, leaf in wire.leaves(self.inputs) if hasattr(leaf, "size")), default=1)


@dataclass(frozen=True)
class Paper:
    """One draw of all cases.

    asked   the papers of those cases that some sources are asked, by which cases and checks these are
    plans   what is made of the paper, by what it is made for
    """

    seed: int
    cases: list[Case]
    exact: list[str]
    mutable: list[str]
    outputs: dict[str, list[str]]
    properties: list[dict[str, Any]]
    without: dict[str, str]
    asked: dict[Any, Paper] = field(default_factory=dict, init=False, repr=False, compare=False)
    plans: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def names(self, call: str) -> list[str]:
        """Return the names of a function's outputs."""
        return self.outputs.get(call) or self.outputs.get("") or ["out"]


Prepare = Callable[[Paper, Folder, str], None]


def fresh_seed() -> int:
    """Return a seed that nobody can guess."""
    return secrets.randbits(53)


@dataclass
class _Shelf:
    """The papers of one exercise that nobody has used, and the latest that were, with the time of their first use."""

    fresh: deque[Paper] = field(default_factory=deque)
    used: deque[tuple[Paper, float]] = field(default_factory=lambda: deque(maxlen=_USED_KEPT))

    def take(self, handed_in: float) -> Paper | None:
        """Return a paper for a source that was handed in at that time, or None."""
        for paper, first_used in self.used:
            if 0 < handed_in < first_used - _CLOCKS_DIFFER_SECONDS:
                return paper
        return self.use(self.fresh.popleft()) if self.fresh else None

    def use(self, paper: Paper) -> Paper:
        self.used.append((paper, time.time()))
        return paper


class Desk:
    """Hands out papers; with `ahead`, keeps some ready for exercises that were asked for before.

    `prepare` is called with each of those, its folder and its framework, to do ahead what can be done ahead.

    A paper serves once. When many wait for a verdict, it also serves those who had handed in before it was used for the
    first time: none of them can have known anything of it.
    """

    def __init__(self, sandbox: Sandbox, *, ahead: int = 0, prepare: Prepare = lambda *_: None) -> None:
        self._sandbox, self._ahead, self._prepare = sandbox, ahead, prepare
        self._shelves: OrderedDict[tuple[str, str], _Shelf] = OrderedDict()
        self._lock = threading.Lock()
        self._filling: set[tuple[str, str]] = set()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papers") if ahead else None

    def paper(self, folder: Folder, framework: str, seed: int | None, handed_in: float = 0.0) -> Paper:
        """Return a paper that is new to a source handed in at that time; with a seed, the paper of that seed.

        Raises:
            FolderError: when the folder's code fails.
            SandboxFailure: when the sandbox does.
        """
        if seed is not None:
            return self.make(folder, framework, [seed])[0]
        key = (folder.digest, framework)
        with self._lock:
            shelf = self._shelves.setdefault(key, _Shelf())
            self._shelves.move_to_end(key)
            while len(self._shelves) > _FOLDERS_KEPT:
                self._shelves.popitem(last=False)
            found = shelf.take(handed_in)
            fill = self._pool is not None and len(shelf.fresh) <= self._ahead // 2 and key not in self._filling
            if fill:
                self._filling.add(key)
        if fill and self._pool is not None:
            self._pool.submit(self._fill, key, folder, framework)
        if found is not None:
            return found
        made = self.make(folder, framework, [fresh_seed()])[0]
        with self._lock:
            return shelf.use(made)

    def _fill(self, key: tuple[str, str], folder: Folder, framework: str) -> None:
        papers: list[Paper] = []
        try:
            papers = self.make(folder, framework, [fresh_seed() for _ in range(self._ahead)])
            for paper in papers:
                self._prepare(paper, folder, framework)
        finally:
            with self._lock:
                self._filling.discard(key)
                if key in self._shelves:
                    self._shelves[key].fresh.extend(papers)

    def make(self, folder: Folder, framework: str, seeds: list[int], *, twin: bool = False) -> list[Paper]:
        """Return the papers of some seeds."""
        gradients = framework == "torch" and "autograd" not in folder.forbidden.get("torch", ())
        request = {
            "kind": "papers",
            "files": folder.code(),
            "framework": framework,
            "entry": list(folder.entry),
            "seeds": seeds,
            "gradients": gradients,
            "twin": twin,
        }
        answers = self.ask("author-torch" if gradients or twin else "author", request)
        if len(answers) != len(seeds):
            raise FolderError("cases.py: not every paper came back")
        return [_paper(answer) for answer in answers]

    def answers(
        self,
        folder: Folder,
        framework: str,
        asked: dict[str, Any],
        inputs: list[dict[str, Any]],
        *,
        gradients: bool,
        draws: int,
        seconds: float,
    ) -> list[Case | str]:
        """Return for each of some inputs the case that the reference makes of it, or why it refuses.

        `asked` says what all of them share: the function and the marks. The condition is estimated from so many draws.
        Those that the time was too short for are left out at the end.
        """
        request = {
            "kind": "answers",
            "files": folder.code(),
            "framework": framework,
            "entry": list(folder.entry),
            "case": asked,
            "inputs": inputs,
            "gradients": gradients,
            "draws": draws,
            "seconds": seconds,
        }
        answers = self.ask("author-torch" if gradients else "author", request)
        return [str(answer["refused"]) if "refused" in answer else _case(answer) for answer in answers]

    def verify(self, folder: Folder, framework: str, seed: int, outputs: dict[str, Any]) -> dict[str, str | None]:
        """Return by case number what the folder's `verify` says of a learner's outputs: None, or a sentence."""
        request = {"kind": "verify", "files": folder.code(), "framework": framework, "entry": list(folder.entry)}
        answers = self.ask("author", request | {"seed": seed, "outputs": outputs})
        sentences = answers[0].get("sentences") if len(answers) == 1 else None
        if not isinstance(sentences, dict):
            raise FolderError("cases.py: verify gave no answer")
        return {key: value if isinstance(value, str) else None for key, value in sentences.items()}

    def ask(self, profile: str, request: dict[str, Any]) -> list[dict[str, Any]]:
        outcome = self._sandbox.run(profile, wire.encode(request), _LIMITS)
        answers, complete = wire.frames(outcome.results)
        for answer in answers:
            if not isinstance(answer, dict) or "error" in answer:
                raise FolderError(str(answer["error"]) if isinstance(answer, dict) else "cases.py: no answer")
        if not complete:
            raise FolderError(
                f"cases.py: it ended by {outcome.ended} before all papers were made: {outcome.stdout[-500:]}"
            )
        return answers

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


_CASE_FIELDS = {item.name for item in fields(Case)}


def _case(facts: dict[str, Any]) -> Case:
    return Case(**{"sample": False} | {key: value for key, value in facts.items() if key in _CASE_FIELDS})


def _paper(answer: dict[str, Any]) -> Paper:
    try:
        return Paper(**{**answer, "cases": [_case(case) for case in answer["cases"]]})
    except (TypeError, KeyError) as error:
        raise FolderError(f"cases.py: its paper cannot be read ({error})") from None
