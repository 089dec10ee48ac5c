"""A small writer of SVG pictures: what is drawn gets its colours by class from the site's style sheet."""

from collections.abc import Iterable
from html import escape

Point = tuple[float, float]
WIDTH = 400.0


def number(value: float) -> str:
    """The number with one decimal at most, the same on every machine."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


class Drawing:
    """A picture in the making, 400 units wide, which grows element by element."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.elements: list[str] = []

    def add(self, tag: str, look: str, content: str = "", **attributes: float | str) -> None:
        """One element with its class and attributes; numbers are rounded."""
        written = "".join(
            f' {name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
            for name, value in attributes.items()
        )
        self.elements.append(f'<{tag} class="{look}"{written}' + (f">{escape(content)}</{tag}>" if content else "/>"))

    def line(self, start: Point, end: Point, look: str = "line") -> None:
        self.add("line", look, x1=start[0], y1=start[1], x2=end[0], y2=end[1])

    def curve(self, points: Iterable[Point], look: str) -> None:
        self.add("polyline", look, points=" ".join(f"{number(x)},{number(y)}" for x, y in points))

    def area(self, points: Iterable[Point], look: str) -> None:
        self.add("polygon", look, points=" ".join(f"{number(x)},{number(y)}" for x, y in points))

    def box(self, x: float, y: float, width: float, height: float, look: str = "box") -> None:
        self.add("rect", look, x=x, y=y, width=width, height=height)

    def boxes(self, corners: Iterable[Point], width: float, height: float, look: str) -> None:
        """Many boxes of one size as one element."""
        outline = f"h{number(width)}v{number(height)}h{number(-width)}z"
        if path := "".join(f"M{number(x)} {number(y)}{outline}" for x, y in corners):
            self.add("path", look, d=path)

    def dot(self, at: Point, radius: float, look: str) -> None:
        self.add("circle", look, cx=at[0], cy=at[1], r=radius)

    def text(self, at: Point, content: str, look: str = "label", anchor: str = "start") -> None:
        self.add("text", look, content, x=at[0], y=at[1], text_anchor=anchor)

    def arrow(self, start: Point, end: Point, look: str = "line") -> None:
        """A line with a head at its end."""
        length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
        along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        foot = end[0] - 7 * along[0], end[1] - 7 * along[1]
        across = 3.5 * -along[1], 3.5 * along[0]
        self.line(start, foot, look)
        sides = [(foot[0] + across[0], foot[1] + across[1]), (foot[0] - across[0], foot[1] - across[1])]
        self.area([end, *sides], f"{look}-head")

    def svg(self, title: str, description: str) -> str:
        """The picture as text. Title and description are its text for who does not see it."""
        size = f"0 0 {number(WIDTH)} {number(self.height)}"
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(description)}</desc>",
            *self.elements,
            "</svg>",
        ]
        return "\n".join(lines) + "\n"
