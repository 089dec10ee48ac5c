from typing import Any

import pytest

from exercises.arrays import ArrayView, Shown, compare, view


def array(values: Any, dtype: str = "float64") -> Shown:
    shape = []
    inner = values
    while isinstance(inner, list):
        shape.append(len(inner))
        inner = inner[0] if inner else None
    return {"dtype": dtype, "shape": shape, "values": values}


def compared(got: Any, wanted: Any, tolerance: float = 1e-9, worst: tuple[int, ...] = ()) -> ArrayView:
    return compare("out", array(wanted), array(got), tolerance, worst)


def texts(shown: ArrayView, role: str) -> list[list[str]]:
    return [[cell.text for cell in cells] for _, cells in table(shown, role).rows]


def shades(shown: ArrayView, role: str) -> list[list[str]]:
    return [[cell.shade for cell in cells] for _, cells in table(shown, role).rows]


def table(shown: ArrayView, role: str) -> Any:
    return next(grid for grid in shown.slices[0].grids if grid.role == role)


def test_it_says_dtype_and_shape() -> None:
    assert view("x", array([1.0, 2.0], "float32")).about == "float32, shape (2,)"


def test_expected_yours_and_error_stand_side_by_side() -> None:
    shown = compared([[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.5], [3.0, 4.0]])

    assert [grid.role for grid in shown.slices[0].grids] == ["Expected", "Yours", "Error"]
    assert texts(shown, "Expected") == [["1.", "2.5"], ["3.", "4."]]
    assert texts(shown, "Error") == [["0", "0.5"], ["0", "0"]]


def test_it_marks_the_cells_that_differ() -> None:
    shown = compared([[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.5], [3.0, 4.0]])

    assert [["wrong" in shade for shade in row] for row in shades(shown, "Yours")] == [[False, True], [False, False]]
    assert shown.wrong == 1


def test_a_difference_within_the_tolerance_is_none() -> None:
    assert compared([1.0], [1.001], tolerance=0.01).wrong == 0


def test_it_shows_as_many_digits_as_it_takes_to_tell_two_numbers_apart() -> None:
    shown = compared([0.333333333], [0.333333444])

    assert (texts(shown, "Yours"), texts(shown, "Expected")) == ([["0.333333333"]], [["0.333333444"]])


@pytest.mark.parametrize(
    ("got", "wanted", "differs"),
    [
        pytest.param("nan", "nan", False, id="nan as expected"),
        pytest.param("nan", 1.0, True, id="nan"),
        pytest.param("inf", 1.0, True, id="infinite"),
        pytest.param("inf", "-inf", True, id="the other infinity"),
        pytest.param("inf", "inf", False, id="infinite as expected"),
        pytest.param(True, False, True, id="booleans"),
        pytest.param(3, 3.0, False, id="an integer that is equal"),
    ],
)
def test_it_compares_what_is_no_ordinary_number(got: Any, wanted: Any, differs: bool) -> None:
    assert bool(compared([got], [wanted]).wrong) is differs


def test_nan_and_infinity_are_shown_as_such() -> None:
    shown = compared(["nan", "-inf"], [1.0, 2.0])

    assert texts(shown, "Yours") == [["nan", "-inf"]]
    assert shades(shown, "Yours") == [["nan wrong", "inf wrong"]]


def test_the_worst_cell_is_marked_in_yours_and_in_the_error() -> None:
    shown = compared([[1.0, 2.0]], [[0.0, 0.0]], worst=(0, 1))

    for role in ("Yours", "Error"):
        assert [cell.worst for cell in table(shown, role).rows[0][1]] == [False, True]


def test_a_large_array_is_cut_to_a_window_around_the_worst_cell() -> None:
    values = [[float(20 * r + c) for c in range(20)] for r in range(20)]
    other = [[value + (value == 390.0) for value in row] for row in values]
    shown = compared(values, other, worst=(19, 10)).slices[0]

    assert shown.cut
    assert [label for label, _ in shown.grids[0].rows] == [str(r) for r in range(12, 20)]
    assert shown.grids[0].columns == list(range(6, 14))


def test_a_cut_array_has_a_picture_of_all_of_it() -> None:
    values = [[0.0] * 20 for _ in range(10)]
    other = [[float((r, c) == (9, 19)) for c in range(20)] for r in range(10)]
    picture = compared(values, other, worst=(9, 19)).slices[0].overview

    assert picture is not None
    assert (picture.width, picture.height, picture.window) == (20, 10, (12, 2, 8, 8))
    assert [(bar.x, bar.y) for bar in picture.bars if bar.shade != "right"] == [(19, 9)]


def test_more_than_two_axes_are_shown_as_slices_with_the_worst_first() -> None:
    shown = compared(
        [[[1.0, 2.0]], [[3.0, 4.0]], [[5.0, 6.0]]], [[[1.0, 2.0]], [[3.0, 9.0]], [[5.0, 6.0]]], worst=(1, 0, 1)
    )

    assert [each.where for each in shown.slices] == ["[1, :, :]", "[0, :, :]", "[2, :, :]"]
    assert [each.wrong for each in shown.slices] == [1, 0, 0]


def test_a_cut_array_shows_its_first_rows() -> None:
    shown = view("x", {"dtype": "float64", "shape": [100, 100], "values": [0.5] * 400, "truncated": True})

    assert len(shown.slices[0].grids[0].rows) == 4
    assert shown.more == "Only the first 400 of 10000 values are shown."


def test_a_worst_cell_outside_of_what_is_known_is_not_marked() -> None:
    cut = {"dtype": "float64", "shape": [100, 100], "values": [0.5] * 400, "truncated": True}
    shown = compare("out", cut, cut, 1e-9, (99, 3))

    assert not any(cell.worst for _, cells in table(shown, "Yours").rows for cell in cells)


def test_what_is_no_array_is_said_in_words() -> None:
    assert view("out", {"dtype": "NoneType", "shape": [], "values": None}).text == "None"
    assert view("x", array([])).text == "no values"


def test_text_that_differs_is_said_in_words() -> None:
    said = compare("out", *({"dtype": "str", "shape": [], "values": each} for each in ("left", "right")), 1e-9)

    assert said.text == "right, expected left"


def test_a_number_alone_is_compared() -> None:
    shown = compare("loss", *({"dtype": "float64", "shape": [], "values": each} for each in (1.0, 2.0)), 1e-9)

    assert shown.wrong == 1
    assert texts(shown, "Error") == [["1"]]


def test_values_are_shaded_by_sign_and_size() -> None:
    cells = view("x", array([-2.0, 0.0, 0.1, 2.0])).slices[0].grids[0].rows[0][1]

    assert [cell.shade for cell in cells] == ["minus5", "zero", "plus2", "plus5"]


def test_larger_errors_are_hotter() -> None:
    assert shades(compared([1e-8, 0.2, 1.0], [0.0, 0.0, 0.0]), "Error") == [["wrong1", "wrong3", "wrong5"]]
