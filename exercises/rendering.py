"""Text to safe HTML: Markdown with formulas, TeX to MathML, code with colours. All of it on the server."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from math_core import LatexError, LatexToMathML
from mdit_py_plugins.dollarmath import dollarmath_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound


def words(text: str) -> set[str]:
    return set(text.split())


TEX_MACROS = {
    "bm": r"\boldsymbol{#1}",
    "argmax": r"\operatorname*{arg\,max}",
    "argmin": r"\operatorname*{arg\,min}",
    "substack": r"\begin{subarray}{c}#1\end{subarray}",
    "R": r"\mathbb{R}",
    "E": r"\mathbb{E}",
}
TEXT_TAGS = words("""
    a blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr li ol p pre s span strong sub sup
    table tbody td th thead tr ul
""")
MATH_TAGS = words("""
    math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace
    msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover
""")
MATH_ATTRIBUTES = words("""
    accent accentunder alttext class columnalign columnspan depth display displaystyle fence form height largeop
    linethickness lspace mathvariant maxsize minsize movablelimits notation rspace scriptlevel separator stretchy
    style symmetric voffset width
""")
MATH_STYLES = words("""
    border-bottom border-left border-right border-top color justify-items padding-left padding-right text-align
""")
FORMULA_WITH_PUNCTUATION = re.compile(r'(<span class="math inline">(?:(?!</span>).)*</span>)([,.;:!?)]+)')
TEXT_ATTRIBUTES = {
    "a": {"href", "title"},
    "code": {"class", "title"},
    "div": {"class"},
    "ol": {"start"},
    "pre": {"class", "tabindex"},
    "span": {"class"},
    "td": {"style"},
    "th": {"style"},
}

tex_to_mathml = LatexToMathML(fancy_error=False, allow_unreliable_rendering=True, macros=TEX_MACROS)
code_formatter: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


@lru_cache(maxsize=4096)
def render_markdown(text: str) -> SafeString:
    """The text as HTML blocks that are safe to show, whoever wrote it."""
    return clean(keep_together(markdown.render(text)))


@lru_cache(maxsize=4096)
def render_inline(text: str) -> SafeString:
    """One line of the text, without a paragraph around it: for titles and options."""
    return clean(keep_together(markdown.renderInline(text)))


@lru_cache(maxsize=4096)
def render_tex(tex: str, display: bool = False) -> SafeString:
    """The formula as MathML; one that cannot be read is shown as its source, with the reason as title."""
    try:
        mathml = tex_to_mathml.convert_with_local_state(tex, displaystyle=display)
    except LatexError as error:
        return mark_safe(f'<code class="tex-error" title="{escape(str(error))}">{escape(tex)}</code>')
    mathml = mathml.replace("<math", f'<math alttext="{escape(tex.strip())}"', 1)
    return mark_safe(f'<div class="formula">{mathml}</div>' if display else mathml)


@lru_cache(maxsize=1024)
def render_code(source: str, language: str = "python") -> SafeString:
    """The source with its words marked for colouring, in a `pre` that the keyboard can reach and scroll."""
    try:
        colored = highlight(source, get_lexer_by_name(language, stripnl=False), code_formatter)
    except ClassNotFound:
        colored = escape(source)
    return mark_safe(f'<pre class="code" tabindex="0"><code>{colored}</code></pre>')


@lru_cache(maxsize=256)
def render_numbered(source: str) -> SafeString:
    """The code with a number and an address (`#line-3`) for each line."""
    colored = highlight(source, get_lexer_by_name("python", stripnl=False), code_formatter)
    lines = (f'<span id="line-{n}">{line}\n</span>' for n, line in enumerate(colored.rstrip("\n").split("\n"), start=1))
    return mark_safe(f'<pre class="code code--numbered" tabindex="0"><code>{"".join(lines)}</code></pre>')


def broken_formulas(text: str) -> list[str]:
    """What is wrong with each formula of this Markdown that cannot be shown, with its source."""
    tokens = [inner for token in markdown.parse(text) for inner in (token, *(token.children or ()))]
    return [
        problem for token in tokens if token.type.startswith("math_") and (problem := formula_problem(token.content))
    ]


def formula_problem(tex: str) -> str:
    try:
        tex_to_mathml.convert_with_local_state(tex, displaystyle=False)
    except LatexError as error:
        return f"{tex.strip()}: {error}"
    return ""


def keep_together(html: str) -> str:
    """No line begins with the comma that follows a formula."""
    return FORMULA_WITH_PUNCTUATION.sub(r'<span class="nowrap">\1\2</span>', html)


def clean(html: str) -> SafeString:
    return mark_safe(
        nh3.clean(
            html,
            tags=TEXT_TAGS | MATH_TAGS,
            attributes=TEXT_ATTRIBUTES | dict.fromkeys(MATH_TAGS, MATH_ATTRIBUTES),
            filter_style_properties=MATH_STYLES,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener noreferrer",
        )
    )


def highlighted(source: str, language: str, _attributes: str) -> str:
    return render_code(source, language or "text")


def formula(tex: str, options: dict[str, Any]) -> str:
    return render_tex(tex, display=options["display_mode"])


def open_table(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:  # a wide table scrolls by itself
    return '<div class="scroll"><table>\n'


def close_table(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return "</table></div>\n"


def markdown_renderer(formula: Callable[[str, dict[str, Any]], str] = formula) -> MarkdownIt:
    """What turns Markdown into HTML, with formulas as MathML unless another way to write them is given."""
    options = {"html": False, "typographer": False, "highlight": highlighted}
    renderer = MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).disable("image")
    renderer.use(
        dollarmath_plugin,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
        allow_labels=False,
        renderer=formula,
    )
    renderer.add_render_rule("table_open", open_table)
    renderer.add_render_rule("table_close", close_table)
    return renderer


markdown = markdown_renderer()
