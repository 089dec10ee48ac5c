"""The smallest failing input: small, still failing, shown as lines that run."""

import re
import types

import numpy as np
import pytest

from tests.grader.shares import RIGHT

WHOLE = """
import numpy as np

def shares(x, axis=-1):
    if not x.any(-1).all():
        raise ValueError
    return x / x.sum()
"""


def count(value):
    return sum(count(item) for item in value) if isinstance(value, list) else 1


def size(smallest):
    return sum(count(value["values"]) for value in smallest["inputs"].values())


def test_a_wrong_answer_gets_a_small_input(grade):
    smallest = grade(WHOLE).smallest
    assert size(smallest) <= 5
    assert smallest["case"] == "rows"
    assert smallest["expected"]["out"]["values"] != smallest["actual"]["out"]["values"]
    assert re.match(r"\d of \d values differ", smallest["message"])


def test_the_snippet_runs_and_shows_the_mistake(grade, capsys):
    smallest = grade(WHOLE).smallest
    exec(WHOLE + smallest["snippet"], {})
    printed = np.array(re.findall(r"[\d.]+(?:e-\d+)?", capsys.readouterr().out), float)
    comments = [re.findall(r"[\d.]+(?:e-\d+)?", line) for line in smallest["snippet"].splitlines() if line[0:1] == "#"]
    right, yours = (np.array(numbers, float) for numbers in comments)
    assert printed == pytest.approx(yours, rel=1e-4)
    assert np.abs(printed - right).max() > 1e-3


def test_the_snippet_of_a_right_function_would_print_the_right_result(grade, capsys):
    exec(RIGHT + grade(WHOLE).smallest["snippet"], {})
    printed = np.array(re.findall(r"[\d.]+", capsys.readouterr().out), float)
    lines = grade(WHOLE).smallest["snippet"].splitlines()
    assert printed.size == len(re.findall(r"[\d.]+", next(line for line in lines if line.startswith("# right"))))


def test_a_right_answer_gets_none(grade):
    assert grade(RIGHT).smallest is None


def test_pytorch_too(grade):
    source = WHOLE.replace("numpy as np", "torch")
    report = grade(source, framework="torch")
    assert "torch.tensor(" in report.smallest["snippet"]
    assert size(report.smallest) <= 5
    exec(source + report.smallest["snippet"], {})


def test_a_cut_graph_is_shown_by_its_gradients(grade, folder, capsys):
    source = folder("shares")["attempts/wrong_answer-torch-detached.py"]
    smallest = grade(source, framework="torch").smallest
    assert "torch.autograd.backward(" in smallest["snippet"]
    exec(source + smallest["snippet"], {})
    assert "tensor(" in capsys.readouterr().out


def test_an_exception_is_made_small_too(grade):
    source = RIGHT.replace("    total", "    if x.ndim > 1: raise KeyError('rows')\n    total", 1)
    smallest = grade(source).smallest
    assert "KeyError" in smallest["message"]
    assert "# yours: KeyError" in smallest["snippet"]
    assert size(smallest) <= 3


def test_what_is_not_attempted_gets_none(grade, folder):
    assert grade(folder("shares")["starter_numpy.py"]).smallest is None


def test_a_random_layer_gets_none(grade, folder):
    source = folder("gate")["attempts/wrong_answer-numpy-no_scale.py"]
    assert grade(source, slug="gate").smallest is None


def test_a_class_is_shown_with_its_driver(grade, folder):
    files = folder("running-mean")
    wrong = next(text for path, text in sorted(files.items()) if path.startswith("attempts/wrong_answer-numpy"))
    smallest = grade(wrong, slug="running-mean").smallest
    space = {}
    exec(wrong + "\n" + smallest["snippet"], space)
    assert isinstance(space["drive"], types.FunctionType)


def test_code_that_never_ends_on_small_inputs_does_no_harm(grade):
    source = "import numpy as np\ndef shares(x, axis=-1):\n    while x.shape[0] < 3: pass\n    return x / x.sum()\n"
    report = grade(source.replace("while", "if not x.any(-1).all(): raise ValueError\n    while"))
    assert report.verdict in ("wrong_answer", "time_limit")
