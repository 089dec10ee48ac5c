"""Known attacks and accidents, through the whole grader: each gets a verdict that is right for it, and hurts nobody.

`attacks/*.yaml` hold them: a name, the exercise, the verdicts any one of which is right, the code. Apart from accidents
and attempts to use things up, each returns the right answer only if its attack worked, so `accepted` always means a
hole. Some are submitted several times in turn (`runs`) or at once (`parallel`). `danger`: never run it outside the
sandbox.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from grader import Grader, InvalidSource, Job, Report, Sandbox, read_source

HERE = Path(__file__).parent / "attacks"
CONTENT = Path(__file__).parents[3] / "exercises" / "content"
KINDS = ("escape", "dos", "cross", "theft", "forge", "lint", "badinput")

# The attacks on this exercise were written for another signature: y = x @ w.T + b, with the gradient last.
ADAPTERS = {
    "affine-forward-backward": """

def affine_backward(dout, x, w, b):
    dx, dw, db = linear_backward(x.reshape(len(x), -1), w.T, b, dout)
    return dx.reshape(x.shape), dw.T, db
""",
}


@dataclass(frozen=True)
class Attack:
    """One hostile or hopeless submission and the verdicts that are right for it."""

    name: str
    exercise: str
    framework: str
    source: bytes
    expected: tuple[str, ...]
    runs: int
    parallel: int


def attacks() -> Iterator[Attack]:
    for kind in KINDS:
        for entry in yaml.safe_load((HERE / f"{kind}.yaml").read_text()):
            yield Attack(
                name=f"{kind}-{entry['name']}",
                exercise=entry["exercise"],
                framework=entry.get("framework", "numpy"),
                source=source_of(entry),
                expected=tuple(entry["expected"]),
                runs=entry.get("runs", 1),
                parallel=entry.get("parallel", 1),
            )


def source_of(entry: dict[str, Any]) -> bytes:
    text = entry["code"] + "".join(part["text"] * part["times"] for part in entry.get("then", ()))
    return (text + ADAPTERS.get(entry["exercise"], "")).encode(entry.get("encoding", "utf-8"))


ATTACKS = list(attacks())
HONEST = {
    exercise: Attack(exercise, exercise, entry["framework"], source_of(entry | {"exercise": exercise}), (), 1, 1)
    for exercise, entry in yaml.safe_load((HERE / "honest.yaml").read_text()).items()
}
FILES = {
    exercise: {
        str(path.relative_to(CONTENT / exercise)): path.read_text()
        for path in sorted((CONTENT / exercise).rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
    for exercise in HONEST
}


@pytest.fixture(scope="module")
def grader(census_of_the_suite: None) -> Iterator[Grader]:
    with Sandbox() as sandbox:
        sandbox.warm()
        grader = Grader(sandbox)
        yield grader
        grader.close()


@pytest.fixture(scope="module")
def census_of_the_suite(census, settled_census, eventually) -> Iterator[None]:
    before = settled_census()
    yield
    assert eventually(lambda: census().is_within(before)), (before, census())


def grade(grader: Grader, attack: Attack) -> Report:
    try:
        source = read_source(attack.source)
    except InvalidSource as error:
        return Report("invalid", str(error))
    return grader.grade(
        Job("job", "attempt", attack.exercise, "version", FILES[attack.exercise], attack.framework, source, seed=None)
    )


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
def test_it_gets_its_verdict_and_the_next_is_unharmed(grader, attack):
    with ThreadPoolExecutor(attack.parallel) as threads:
        for _ in range(attack.runs):
            for report in threads.map(lambda _: grade(grader, attack), range(attack.parallel)):
                assert report.verdict in attack.expected, report.message
    honest = grade(grader, HONEST[attack.exercise])
    assert honest.verdict == "accepted", honest.message


def test_the_list_is_whole():
    assert len(ATTACKS) >= 160
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert all("accepted" not in attack.expected for attack in ATTACKS)
