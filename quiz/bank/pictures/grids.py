"""Tables of squares: masks, axes of normalisation, positions, receptive fields."""

import numpy as np
from numpy.typing import NDArray

from nnref.numpy import dropout, dropout2d, receptive_field, sinusoidal
from quiz.bank.pictures.gallery import picture
from quiz.bank.pictures.svg import Drawing

Table = NDArray[np.bool_]


def _table(drawing: Drawing, left: float, top: float, side: float, marked: Table) -> None:
    """A table of squares, of which the marked ones are filled."""
    for look, chosen in (("cell", ~marked), ("cell cell-on", marked)):
        drawing.boxes(
            [(left + column * side, top + row * side) for row, column in np.argwhere(chosen)], side, side, look
        )


@picture(
    "Four attention masks over eight positions",
    "Rows are queries, columns keys; a filled square may be attended to.",
    """Four tables of 8 rows (queries) and 8 columns (keys); filled squares may be attended to. Full: all squares.
    Causal: the diagonal and everything to its left. Window of three: the diagonal and the two squares to its left.
    Padding of the last two: the first six columns, in all rows.""",
    "attention-masks",
    "cost-of-attention",
    "attention",
)
def attention_masks() -> Drawing:
    count, side = 8, 18
    drawing = Drawing(400)
    query, key = np.indices((count, count))
    masks = {
        "full": np.ones((count, count), dtype=bool),
        "causal": key <= query,
        "causal, window of 3": (key <= query) & (key > query - 3),
        "padding (last two)": key < count - 2,
    }
    for place, (name, mask) in enumerate(masks.items()):
        left, top = 30 + 195 * (place % 2), 44 + 186 * (place // 2)
        drawing.text((left, top - 22), name, "label")
        drawing.text((left + count * side, top - 6), "key →", "tick", "end")
        drawing.text((left, top - 6), "query ↓", "tick")
        _table(drawing, left, top, side, mask)
    return drawing


@picture(
    "Which of 64 activations two examples lose, by kind of dropout",
    "Each example has its own mask. Plain dropout drops single values, channel dropout whole feature maps.",
    """Two rows of pictures, one for each of two examples; each picture is four feature maps of 4 by 4 values side by
    side, kept values filled. In the left half, plain dropout with p = 0.3: single squares are missing in all maps,
    others in each example. In the right half, channel dropout with p = 0.5: whole maps are missing, others in each
    example.""",
    "dropout",
    "mixup-and-stochastic-depth",
)
def dropout_masks() -> Drawing:
    drawing = Drawing(190)
    rng = np.random.default_rng(8)
    ones = np.ones((2, 4, 4, 4))
    _, single = dropout(ones, 0.3, True, rng)
    whole = dropout2d(ones, 0.5, True, np.random.default_rng(1)) > 0
    for left, name, masks in ((16, "dropout, p = 0.3", single), (212, "channel dropout, p = 0.5", whole)):
        drawing.text((left, 22), name, "label")
        for example, channel in np.ndindex(2, 4):
            _table(drawing, left + channel * 44, 48 + example * 70, 10, masks[example, channel])
        for example in range(2):
            drawing.text((left, 43 + example * 70), f"example {example + 1}", "tick")
    return drawing


@picture(
    "Which values share one mean and variance, in four kinds of normalisation",
    "Rows are examples, columns channels; the filled squares are normalised together (over all positions).",
    """Four tables of 4 examples (rows) and 6 channels (columns); filled squares share one mean and variance. Batch
    norm: one column. Layer norm: one row. Instance norm: one square. Group norm: three squares side by side in one
    row.""",
    "kinds-of-normalisation",
    "batch-normalisation",
)
def normalisation_axes() -> Drawing:
    side = 22
    drawing = Drawing(310)
    example, channel = np.indices((4, 6))
    kinds = {
        "batch norm": channel == 1,
        "layer norm": example == 1,
        "instance norm": (example == 1) & (channel == 1),
        "group norm, 2 groups": (example == 1) & (channel < 3),
    }
    for place, (name, marked) in enumerate(kinds.items()):
        left, top = 40 + 190 * (place % 2), 44 + 145 * (place // 2)
        drawing.text((left, top - 22), name, "label")
        drawing.text((left, top - 6), "C →", "tick")
        drawing.text((left - 6, top + 14), "N ↓", "tick", "end")
        _table(drawing, left, top, side, marked)
    return drawing


@picture(
    "Sinusoidal encodings of 24 positions in 32 dimensions",
    "The left columns change with every position, the right ones slowly: short and long waves tell places apart.",
    """A table of 24 positions (rows) and 32 dimensions (columns), the stronger the colour the larger the value. In
    the left columns it changes every few rows. Towards the right the waves get longer, and the right half hardly
    changes: its sine columns stay in the middle and its cosine columns at 1.""",
    "positions-in-transformers",
)
def position_encodings() -> Drawing:
    drawing = Drawing(240)
    levels = np.rint((sinusoidal(24, 32) + 1) / 2 * 10)
    width, height = 10, 8
    for level in range(11):
        corners = [(70 + column * width, 30 + row * height) for row, column in np.argwhere(levels == level)]
        drawing.boxes(corners, width, height, f"shade shade-{level}")
    drawing.text((70, 20), "dimension →", "tick")
    drawing.text((2, 38), "position ↓", "tick")
    return drawing


@picture(
    "What one output sees through three layers of kernel 3",
    "With stride 1 the field grows by 2 with each layer; after a stride of 2 each layer adds twice as much.",
    """Two stacks of three layers of one-dimensional convolutions with kernel 3, the input at the bottom. From one
    unit at the top, lines go down to the three units below it, and so on. On the left, with stride 1, the unit at the
    top sees 7 inputs. On the right, the first layer has stride 2, and the unit at the top sees 11 inputs.""",
    "receptive-field",
)
def receptive_fields() -> Drawing:
    drawing = Drawing(430)
    _stack(drawing, 40, [(3, 1), (3, 1), (3, 1)], "stride 1, 1, 1")
    _stack(drawing, 250, [(3, 2), (3, 1), (3, 1)], "stride 2, 1, 1 (first layer first)")
    return drawing


def _stack(drawing: Drawing, top: float, layers: list[tuple[int, ...]], name: str) -> None:
    """One stack: its units from the output down to the input, with the lines that the output depends on."""
    field = receptive_field(layers)
    places: list[list[float]] = [[0.0]]  # of each level's units, in inputs, from the middle
    for level in range(len(layers)):
        spacing = float(np.prod([layer[1] for layer in layers[: len(layers) - 1 - level]]))
        below = {place + step * spacing for place in places[-1] for step in (-1, 0, 1)}
        places.append(sorted(below))
    middle, unit, rise = 230.0, 26.0, 42.0

    def at(place: float, level: int) -> tuple[float, float]:
        return middle + place * unit, top + 20 + level * rise

    for level in range(len(layers)):
        spacing = float(np.prod([layer[1] for layer in layers[: len(layers) - 1 - level]]))
        for place in places[level]:
            for step in (-1, 0, 1):
                drawing.line(at(place, level), at(place + step * spacing, level + 1), "line")
    for level, units in enumerate(places):
        for place in units:
            drawing.dot(at(place, level), 7, "unit unit-on" if level in (0, len(layers)) else "unit")
        name_of_level = {0: "output", len(layers): "input"}.get(level, "")
        drawing.text((8, at(0, level)[1] + 4), name_of_level, "tick")
    drawing.text((8, top - 6), f"{name}: {field} inputs", "label")
