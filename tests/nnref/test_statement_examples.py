"""Every worked example in a statement prints what the reference prints."""

import doctest
import re
import runpy
from pathlib import Path

import numpy as np
import pytest

CONTENT = Path(__file__).parents[2] / "exercises" / "content"
STATEMENTS = sorted(path for path in CONTENT.glob("*/statement.md") if ">>> " in path.read_text())


def names_of(folder: Path) -> dict[str, object]:
    """The names an example may use: NumPy and the references of the exercise, by the names that learners define."""
    cases = runpy.run_path(str(folder / "cases.py"))
    references = cases.get("references") or {cases["reference"].__name__: cases["reference"]}
    return {"np": np, **references}


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda path: path.parent.name)
def test_the_example_prints_what_it_says(statement: Path) -> None:
    text = statement.read_text().replace("```", "\n\n\n")
    examples = re.sub(r"\n\n(?= *[^\s>])", "\n<BLANKLINE>\n", text)  # inside a printed array
    test = doctest.DocTestParser().get_doctest(examples, names_of(statement.parent), statement.parent.name, None, 0)
    report: list[str] = []
    assert test.examples
    outcome = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=report.append)
    assert outcome.failed == 0, "".join(report)
