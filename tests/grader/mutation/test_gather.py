"""A reference is gathered into one source from its files, without importing them."""

import ast

import pytest

from grader import folder as folders
from grader.folder import FolderError
from grader.mutation.gather import gather

FACTS = "entry: [ask]\nframeworks: [numpy]\n"


def gathered(cases, facts=FACTS, elsewhere=frozenset()):
    return gather(folders.read({"exercise.yaml": facts, "cases.py": cases}), elsewhere)


def run(reference):
    names = {}
    exec(compile(reference.text(), "reference", "exec"), names)
    return names


def owned(reference):
    return [ast.unparse(reference.statements[i]).split("(")[0] for i in reference.own]


def test_a_function_of_the_folder_comes_with_what_it_calls():
    reference = gathered(
        "import math\n\nTWO = 2\n\ndef unused(x):\n    return 0\n\ndef half(x):\n    return math.floor(x) / TWO\n\n"
        "def reference(x: float) -> float:\n    'Say it.'\n    y: float = half(x)\n    return y\n"
    )
    assert run(reference)["ask"](5) == 2.5
    assert "unused" not in reference.text()
    assert owned(reference) == ["TWO = 2", "def half", "def reference"]


def test_a_function_of_nnref_comes_from_its_own_file():
    reference = gathered("from nnref.numpy import cross_entropy as reference\n")
    assert "def log_softmax" in reference.text()
    assert "nnref" not in reference.text()
    assert owned(reference)[-1] == "def cross_entropy"
    assert "def log_softmax" not in owned(reference)  # another file


def test_a_module_of_nnref_that_is_used_by_name_is_resolved():
    reference = gathered("from nnref.numpy import neuron as reference\n")
    assert "activations." not in reference.text()
    assert run(reference)["ask"](1.0 * __import__("numpy").ones(2), __import__("numpy").ones(2), 0.0, "relu") == 2


def test_an_argument_hides_a_function_of_the_same_name():
    reference = gathered("def gain():\n    return 1\n\ndef reference(gain):\n    return gain\n")
    assert "def gain" not in reference.text()


def test_functions_that_other_exercises_ask_for_are_not_owned():
    cases = "from nnref.numpy import log_softmax as reference\n"
    assert owned(gathered(cases, elsewhere=frozenset({"log_softmax"}))) == ["def log_softmax"]  # it is asked for here
    cases = "from nnref.numpy import causal_attention as reference\n"
    assert "def attention" in owned(gathered(cases))
    assert owned(gathered(cases, elsewhere=frozenset({"attention"}))) == ["def causal_attention"]


def test_several_references_and_classes_are_gathered():
    reference = gathered(
        "class Value:\n    def plus(self):\n        return one()\n\ndef one():\n    return 1\n\n"
        "references = {'Value': Value, 'unit': one}\n",
        "entry: [Value, unit]\nframeworks: [numpy]\n",
    )
    assert reference.functions == {"Value": "Value", "unit": "one"}
    assert run(reference)["Value"]().plus() == run(reference)["unit"]() == 1


@pytest.mark.parametrize("cases", ["def cases(rng):\n    pass\n", "references = dict(ask=abs)\n"])
def test_a_reference_that_cannot_be_read_is_a_mistake_of_the_folder(cases):
    with pytest.raises(FolderError, match=r"cases\.py"):
        gathered(cases)
