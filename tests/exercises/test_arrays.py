import math
from typing import Any

import pytest

from exercises.arrays import Against, Shown, code, view


def array(values: Any, dtype: str = "float64") -> Shown:
    shape = []
    inner = values
    while isinstance(inner, list):
        shape.append(len(inner))
        inner = inner[0] if inner else None
    return {"dtype": dtype, "shape": shape, "values": values}


def against(values: Any, tolerance: float = 1e-9, worst: tuple[int, ...] | None = None) -> Against:
    return Against(array(values), tolerance, worst)


def heats(shown: Shown, other: Against) -> list[list[bool]]:
    return [[cell.heat > 0 for cell in cells] for _, cells in view("out", shown, other).grids[0].rows]


def test_it_says_dtype_and_shape() -> None:
    assert view("x", array([1.0, 2.0], "float32")).about == "float32, shape (2,)"


def test_it_marks_the_cells_that_differ() -> None:
    marked = heats(array([[1.0, 2.0], [3.0, 4.0]]), against([[1.0, 2.5], [3.0, 4.0]]))

    assert marked == [[False, True], [False, False]]


def test_a_difference_within_the_tolerance_is_none() -> None:
    assert heats(array([1.0]), against([1.001], tolerance=0.01)) == [[False]]


def test_it_shows_as_many_digits_as_it_takes_to_tell_two_numbers_apart() -> None:
    cell = view("out", array([0.333333333]), against([0.333333444])).grids[0].rows[0][1][0]

    assert (cell.text, cell.wanted) == ("0.333333333", "0.333333444")


@pytest.mark.parametrize(
    ("got", "wanted", "differs"),
    [
        pytest.param("nan", "nan", False, id="nan as expected"),
        pytest.param("nan", 1.0, True, id="nan"),
        pytest.param("inf", 1.0, True, id="infinite"),
        pytest.param("inf", "-inf", True, id="the other infinity"),
        pytest.param(True, False, True, id="booleans"),
        pytest.param(3, 3.0, False, id="an integer that is equal"),
    ],
)
def test_it_compares_what_is_no_ordinary_number(got: Any, wanted: Any, differs: bool) -> None:
    assert heats(array([got]), against([wanted])) == [[differs]]


def test_the_worst_cell_is_marked() -> None:
    shown = view("out", array([[1.0, 2.0]]), against([[0.0, 0.0]], worst=(0, 1)))

    assert [cell.worst for cell in shown.grids[0].rows[0][1]] == [False, True]


def test_a_large_array_is_cut_to_a_window_around_the_worst_cell() -> None:
    values = [[float(20 * r + c) for c in range(20)] for r in range(20)]
    grid = view("out", array(values), against(values, worst=(19, 10))).grids[0]

    assert grid.cut
    assert [label for label, _ in grid.rows] == [str(r) for r in range(12, 20)]
    assert grid.columns == list(range(6, 14))


def test_more_than_two_axes_are_shown_as_slices_with_the_worst_first() -> None:
    values = [[[1.0, 2.0]], [[3.0, 4.0]], [[5.0, 6.0]]]
    other = [[[1.0, 2.0]], [[3.0, 9.0]], [[5.0, 6.0]]]
    grids = view("out", array(values), against(other, worst=(1, 0, 1))).grids

    assert [grid.where for grid in grids] == ["[1, :, :]", "[0, :, :]", "[2, :, :]"]
    assert [grid.wrong for grid in grids] == [1, 0, 0]


def test_a_cut_array_shows_its_first_values() -> None:
    shown = view("x", {"dtype": "float64", "shape": [100, 100], "values": [0.5] * 400, "truncated": True})

    assert len(shown.grids[0].rows[0][1]) == 8
    assert shown.more


def test_what_is_no_array_is_said_in_words() -> None:
    assert view("out", {"dtype": "NoneType", "shape": [], "values": None}).text == "None"
    assert view("x", array([])).text == "no values"


@pytest.mark.parametrize(
    ("shown", "framework", "line"),
    [
        pytest.param(
            array([[1.0, "nan"]]), "numpy", 'x = np.array([[1.0, float("nan")]], dtype=np.float64)\n', id="numpy"
        ),
        pytest.param(array([True], "bool"), "numpy", "x = np.array([True], dtype=np.bool_)\n", id="booleans"),
        pytest.param(array([1, 2], "int64"), "torch", "x = torch.tensor([1, 2], dtype=torch.int64)\n", id="torch"),
        pytest.param({"dtype": "int", "shape": [], "values": 3}, "numpy", "x = 3\n", id="a number"),
        pytest.param({"dtype": "str", "shape": [], "values": "a'b"}, "numpy", 'x = "a\'b"\n', id="a string"),
    ],
)
def test_it_writes_an_input_as_python(shown: Shown, framework: str, line: str) -> None:
    assert code("x", shown, framework) == line
    compile(line, "input", "exec")


def test_larger_errors_are_hotter() -> None:
    cells = view("out", array([1e-8, 1.0, math.pi]), against([0.0, 0.0, "nan"])).grids[0].rows[0][1]

    assert [cell.heat for cell in cells] == [1, 4, 4]
