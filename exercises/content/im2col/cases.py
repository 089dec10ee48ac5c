"""im2col and col2im: order of rows and columns, overlaps, strides, remainders, padding."""

from grader.cases import Case, exact
from nnref.numpy import col2im, im2col

references = {"im2col": im2col, "col2im": col2im}
arguments = {"x_shape": exact, "kh": exact, "kw": exact, "stride": exact, "padding": exact}
outputs = {"im2col": ("cols",), "col2im": ("x",)}


def cases(rng):
    sizes = {
        "rectangular": (2, 3, 5, 4, 3, 2, 1, 0),
        "square": (2, 2, 4, 4, 2, 2, 1, 0),
        "padding": (1, 2, 4, 3, 3, 3, 1, 1),
        "stride 2, remainder": (2, 2, 6, 5, 3, 2, 2, 0),
        "stride 3, padding 2": (1, 3, 7, 6, 3, 3, 3, 2),
        "one pixel windows": (2, 3, 3, 2, 1, 1, 1, 0),
    }
    for name, (n, c, h, w, kh, kw, stride, padding) in sizes.items():
        x = rng.normal(size=(n, c, h, w))
        cols = rng.normal(size=im2col(x, kh, kw, stride, padding).shape)
        how = dict(kh=kh, kw=kw) | ({} if (stride, padding) == (1, 0) else dict(stride=stride, padding=padding))
        first = name == "rectangular"
        yield Case(f"im2col, {name}", x=x, **how, call="im2col", sample=first)
        yield Case(f"col2im, {name}", cols=cols, x_shape=(n, c, h, w), **how, call="col2im", sample=first)
