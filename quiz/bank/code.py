"""Python code, coloured line by line."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

lexer = PythonLexer(stripnl=False, ensurenl=False)
formatter: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


@lru_cache(maxsize=1024)
def highlighted_lines(code: str) -> tuple[SafeString, ...]:
    """Each line of the code as safe HTML, with its words marked for colouring."""
    html = highlight(code, lexer, formatter)
    lines = html.removesuffix("\n").split("\n") if not code.endswith("\n") else html.split("\n")
    return tuple(mark_safe(line) for line in lines)
