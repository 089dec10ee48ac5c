import ast
from pathlib import Path

import pytest

from grader import source as module
from grader.source import MAX_SOURCE_BYTES, InvalidSource, bound_names, nodes, parse, read_source


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"x" * (MAX_SOURCE_BYTES + 1), "64 KiB"),
        (b"x = 1\ny = '\x00'\n", "Line 2"),
        (b"x = 1\n\ns = '\xff\xfe'\n", "Line 3"),
    ],
    ids=["empty", "blank", "too large", "nul", "not utf-8"],
)
def test_a_source_that_is_no_text_is_refused_with_a_sentence(data, words):
    with pytest.raises(InvalidSource, match=words):
        read_source(data)


def test_a_byte_order_mark_is_dropped():
    assert read_source(b"\xef\xbb\xbfx = 1") == "x = 1"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# nothing here\n", "no code"),
        ('"""Only a docstring."""\n', "no code"),
        ("def f(x:\n    return x\n", "Line 1: syntax error"),
        ("def f(x):\n\treturn x\n        return x\n", "Line 3: indentation error"),
        ("x = 1\n%matplotlib inline\n", "Line 2: .*notebook"),
        ("!pip install torch\n", "notebook"),
        ("<script>alert(1)</script>\n", "HTML"),
        ("x = " + "(" * 5000 + ")" * 5000, "nested|parentheses"),
    ],
    ids=["comment", "docstring", "syntax", "tabs", "magic", "pip", "html", "deep"],
)
def test_what_is_not_python_is_refused_with_the_line(source, words):
    with pytest.raises(InvalidSource, match=words):
        parse(source)


def test_a_percent_sign_in_a_text_is_no_notebook_command():
    parse('"""\n% of all values\n"""\nx = 1\n')


def test_old_line_ends_are_lines():
    assert bound_names(parse("def f(x):\r    return x\r")) >= {"f"}


@pytest.mark.parametrize("source", ["from numpy import *\n", "exec('f = 1')\n", "globals()['f'] = 1\n"])
def test_names_that_cannot_be_told_are_not_guessed(source):
    assert bound_names(parse(source)) is None


def test_nodes_come_as_the_standard_library_walks_them():
    tree = ast.parse(Path(module.__file__).read_text())
    assert nodes(tree) == list(ast.walk(tree))
