import re

import pytest
from django.template import Context, Template

from exercises.rendering import broken_formulas, render_code, render_inline, render_markdown, render_tex


def test_money_is_not_mathematics():
    assert render_markdown("Between $5 and $10.") == "<p>Between $5 and $10.</p>\n"


@pytest.mark.parametrize(
    "text", ["$x^2$", "$$x^2$$", "so $x^2$, that", "$x/(1-p)$", "a table:\n\n| a |\n|---|\n| $x$ |"]
)
def test_formulas_become_mathml(text):
    assert "<math" in render_markdown(text)


def test_a_formula_keeps_its_source_for_readers():
    assert 'alttext="x &lt; y"' in render_tex("x < y")


def test_a_displayed_formula_can_scroll_by_itself():
    assert render_tex("x", display=True).startswith('<div class="formula"><math')


def test_alignment_of_formulas_survives_the_cleaning():
    html = render_markdown("$$\n\\begin{aligned}a&=b\\\\c&=d\\end{aligned}\n$$")
    assert html.count("text-align:right") == 2


def test_a_comma_stays_on_the_line_of_its_formula():
    html = render_inline("Let $x$, $y$ and $z$ be given ($w$).")
    assert html.count('<span class="nowrap">') == 2
    assert "</span>,</span> " in html
    assert "</span>).</span>" in html


def test_dollars_in_code_are_code():
    assert "<math" not in render_markdown("`$x$`\n\n```\n$y$\n```")


def test_a_broken_formula_is_shown_as_it_was_written():
    html = render_markdown(r"$\frac{1}{$")
    assert r"\frac{1}{" in html
    assert "tex-error" in html


def test_broken_formulas_are_found_for_authors():
    (problem,) = broken_formulas("Good $x$, and\n\n$$\\nonsense$$\n")
    assert problem.startswith(r"\nonsense: ")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](https://example.org/x.png)",
        "<a href='x' onclick='alert(1)'>x</a>",
        "```python onload=alert(1)\nx\n```",
        r"$\text{<script>alert(1)</script>}$",
        r"$\href{javascript:alert(1)}{x}$",
        r'$"><script>alert(1)</script>$',
        '```"><script>alert(1)</script>\nx\n```',
    ],
)
def test_nothing_that_acts_gets_through(text):
    html = render_markdown(text)
    assert not re.search(r"<(script|img|iframe|object|style)|<[^>]*\son\w+=|href=\"?(javascript|data):", html, re.I)


def test_links_lead_on_without_telling_from_where():
    assert 'rel="noopener noreferrer"' in render_markdown("[x](https://example.org)")


def test_code_is_coloured():
    assert '<span class="k">def</span>' in render_code("def f(): pass")


def test_code_in_an_unknown_language_is_plain_and_escaped():
    assert "<code>a &lt; b</code>" in render_code("a < b", "klingon")


def test_code_can_be_reached_by_the_keyboard():
    assert 'tabindex="0"' in render_markdown("```python\nx = 1\n```")


def test_one_line_has_no_paragraph():
    assert render_inline("**a** and `b`") == "<strong>a</strong> and <code>b</code>"


def test_tables_scroll_by_themselves():
    assert '<div class="scroll"><table>' in render_markdown("| a |\n|---|\n| b |")


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ text|markdown }}", "<p><em>x</em></p>\n"),
        ("{{ text|inline_markdown }}", "<em>x</em>"),
        ("{{ code|highlight }}", '<pre class="code" tabindex="0"><code><span class="n">x</span>'),
    ],
)
def test_filters(template, html):
    shown = Template("{% load rendering %}" + template).render(Context({"text": "*x*", "code": "x"}))
    assert shown.startswith(html)
