"""Graphs: what is computed from what, forwards and backwards."""

from itertools import pairwise

from quiz.bank.pictures.gallery import picture
from quiz.bank.pictures.svg import Drawing, Point

SIZE = 44.0


def _node(drawing: Drawing, middle: Point, text: str, look: str = "node") -> None:
    drawing.add("rect", look, x=middle[0] - SIZE / 2, y=middle[1] - 15, width=SIZE, height=30, rx=6)
    drawing.text((middle[0], middle[1] + 5), text, "node-text", "middle")


def _edge(drawing: Drawing, start: Point, end: Point, look: str = "line") -> None:
    """An arrow from the right side of one node to the left side of another."""
    drawing.arrow((start[0] + SIZE / 2, start[1]), (end[0] - SIZE / 2 - 2, end[1]), look)


@picture(
    "Computational graph of L = (ab + c)² at a = 2, b = −1, c = 4",
    "Above each node its value on the way forward, below it the derivative of L on the way back.",
    """A graph from left to right. The inputs a = 2 and b = minus 1 go into u = ab = minus 2; u and c = 4 go into v =
    u + c = 2; v goes into L = v squared = 4. Below the nodes stand the derivatives of L, from right to left: 1 at L,
    4 at v, 4 at u and at c, minus 4 at a and 8 at b.""",
    "computational-graph",
    "backpropagation",
    "reverse-and-forward-mode",
)
def computation_graph() -> Drawing:
    a, b, c = 2.0, -1.0, 4.0
    u = a * b
    v = u + c
    dv = 2 * v  # of L = v², and the same by u and by c
    nodes = {
        "a": ((50.0, 50.0), "a", a, b * dv),
        "b": ((50.0, 130.0), "b", b, a * dv),
        "c": ((50.0, 210.0), "c", c, dv),
        "u": ((155.0, 90.0), "× u", u, dv),
        "v": ((260.0, 150.0), "+ v", v, dv),
        "L": ((355.0, 150.0), "² L", v * v, 1.0),
    }
    drawing = Drawing(260)
    for start, end in (("a", "u"), ("b", "u"), ("u", "v"), ("c", "v"), ("v", "L")):
        _edge(drawing, nodes[start][0], nodes[end][0])
    for (x, y), text, value, slope in nodes.values():
        _node(drawing, (x, y), text)
        drawing.text((x, y - 21), f"{value:g}".replace("-", "−"), "label tone-1", "middle")
        drawing.text((x, y + 31), f"{slope:g}".replace("-", "−"), "label tone-5", "middle")
    drawing.text((150, 225), "value, forward", "label tone-1")
    drawing.text((150, 245), "derivative of L, backward", "label tone-5")
    return drawing


@picture(
    "A residual block, and one that changes the shape",
    "The shortcut carries the input past the layers. Where the shape changes, it needs a projection of its own.",
    """Two blocks, each from left to right. In both, x goes through two layers, the branch F, and past them along a
    shortcut; the two are added, and ReLU follows. In the upper one the shortcut is a plain line, and the sum is F(x)
    + x. In the lower one a box W stands in the shortcut, a projection to the new shape.""",
    "residual-blocks",
    "resnet-densenet-unet-resnext",
)
def residual_blocks() -> Drawing:
    drawing = Drawing(270)
    for top, projected in ((75.0, False), (210.0, True)):
        row = [(28.0, top), (110.0, top), (190.0, top), (275.0, top), (360.0, top)]
        for start, end in pairwise(row):
            _edge(drawing, start, end)
        for middle, text in zip(row, ["x", "layer", "layer", "+", "ReLU"], strict=True):
            _node(drawing, middle, text)
        over = top - 48
        drawing.line((28, top - 15), (28, over))
        drawing.line((28, over), (275, over))
        drawing.arrow((275, over), (275, top - 17))
        if projected:
            _node(drawing, (150, over), "W")
        drawing.text((150, top + 32), "branch F(x)", "label", "middle")
        drawing.text((275, top + 32), "F(x) + xW" if projected else "F(x) + x", "label", "middle")
    return drawing


@picture(
    "One LSTM step",
    "The cell's path from left to right is only scaled by the forget gate and added to: that is how gradients last.",
    """The cell c of the step before comes in at the left of an upper line. On this line it is multiplied by the
    forget gate f, then the product of input gate i and candidate g is added, and it leaves at the right as the new
    cell. From there a branch goes down through tanh and is multiplied by the output gate o, which gives the new state
    h. All four gates are computed from the input x and the old state h, which come in below.""",
    "lstm-and-gru",
    "lstm-versus-plain-rnn",
)
def lstm_cell() -> Drawing:
    drawing = Drawing(270)
    line = 60.0
    times, plus = (110.0, line), (210.0, line)
    drawing.text((8, line + 5), "old c", "label tone-1")
    _edge(drawing, (30.0, line), times, "strong")
    _edge(drawing, times, plus, "strong")
    drawing.arrow((plus[0] + 22, line), (346, line), "strong")
    drawing.text((351, line + 5), "new c", "label tone-1")
    below = 125.0
    gates = {"f": (110.0, 195.0), "i": (185.0, 195.0), "g": (240.0, 195.0), "o": (335.0, 195.0)}
    product, shown = (210.0, below), (310.0, below)
    drawing.arrow((110, 180), (110, line + 17))
    drawing.arrow((185, 180), (200, below + 17))
    drawing.arrow((240, 180), (222, below + 17))
    drawing.arrow((210, below - 15), (210, line + 17))
    drawing.arrow((310, line), (310, below - 17))
    drawing.text((316, line + 34), "tanh", "tick")
    drawing.arrow((335, 180), (320, below + 17))
    drawing.arrow((shown[0] + 22, below), (346, below))
    drawing.text((351, below + 5), "new h")
    for middle, text in ((times, "×"), (plus, "+"), (product, "×"), (shown, "×")):
        _node(drawing, middle, text)
    for text, middle in gates.items():
        _node(drawing, middle, text)
        drawing.arrow((middle[0], 243), (middle[0], 213))
    drawing.line((72, 243), (335, 243))
    drawing.text((8, 247), "x, old h", "label")
    return drawing
