"""Values as Python, written and read."""

import math
from typing import Any

import pytest

from exercises.literals import BadInput, literal, numbers, read_value
from exercises.python_code import assignment, program

ROW = {"dtype": "float64", "shape": [1, 2], "values": [[1.0, "nan"]]}


@pytest.mark.parametrize(
    ("shown", "framework", "line"),
    [
        pytest.param(ROW, "numpy", 'x = np.array([[1.0, float("nan")]], dtype=np.float64)\n', id="numpy"),
        pytest.param(ROW, "torch", 'x = torch.tensor([[1.0, float("nan")]], dtype=torch.float64)\n', id="torch"),
        pytest.param({"dtype": "bool", "shape": [1], "values": [True]}, "numpy",
                     "x = np.array([True], dtype=np.bool_)\n", id="booleans"),
        pytest.param({"dtype": "int", "shape": [], "values": 3}, "numpy", "x = 3\n", id="a number"),
        pytest.param({"dtype": "str", "shape": [], "values": "a'b"}, "numpy", 'x = "a\'b"\n', id="a string"),
        pytest.param({"dtype": "list", "shape": None, "values": {"[0]": ROW}}, "numpy",
                     'x = [np.array([[1.0, float("nan")]], dtype=np.float64)]\n', id="a list"),
        pytest.param({"dtype": "NoneType", "shape": [], "values": None}, "numpy", "x = None\n", id="nothing"),
    ],
)  # fmt: skip
def test_an_input_is_written_as_python(shown: Any, framework: str, line: str) -> None:
    assert assignment("x", shown, framework) == line
    compile(line, "input", "exec")


def test_a_program_runs_by_itself() -> None:
    values: dict[str, Any] = {}
    exec(program({"x": ROW, "axis": {"dtype": "int", "shape": [], "values": 1}}, "numpy"), values)

    assert values["x"].shape == (1, 2)
    assert values["axis"] == 1


def test_a_program_with_a_value_that_was_cut_is_none() -> None:
    assert program({"x": ROW, "y": ROW | {"truncated": True}}, "numpy") == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[[1, 2.5], [-3, +4]]", [[1, 2.5], [-3, 4]]),
        ("(1, 2)", [1, 2]),
        ("True", True),
        ("None", None),
        ("'mean'", "mean"),
        ("[nan, -inf, inf, 1e999]", ["nan", "-inf", "inf", "inf"]),
        ('np.array([[1.0, float("nan")]], dtype=np.float64)', [[1.0, "nan"]]),
        ("torch.tensor([1, 2])", [1, 2]),
        ("[np.nan]", ["nan"]),
        ("{'w': [1.0]}", {"w": [1.0]}),
    ],
)
def test_python_is_read_without_running_it(text: str, value: Any) -> None:
    assert read_value("x", text) == value


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[1, 2", "`x`: this is not Python"),
        ("open('/etc/passwd')", "only numbers, lists, text"),
        ("[i for i in range(9)]", "only numbers, lists, text"),
        ("-'a'", "a minus stands only before a number"),
        ("[" * 500 + "]" * 500, "`x`: "),
        ("1" * 70_000, "at most 60 kB"),
    ],
)
def test_what_is_no_literal_is_refused_with_the_arguments_name(text: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence.replace("(", r"\(")):
        read_value("x", text)


def test_what_is_written_is_read_again() -> None:
    for value in ([[1.0, -0.25], [3.5e-7, "nan"]], 3, "mean", True, None, ["-inf"]):
        assert read_value("x", literal(value)) == value


def test_the_graders_get_numbers_for_words() -> None:
    assert math.isnan(numbers([["nan"]])[0][0])
    assert numbers({"a": "-inf", "b": "mean"}) == {"a": -math.inf, "b": "mean"}
