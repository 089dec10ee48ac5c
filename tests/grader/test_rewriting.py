"""A known mistake keeps its diagnosis in other words: other names, order of operands, helpers, forms of calls."""

import ast
import random

import numpy as np

from exercises.shipped import known_slugs
from tests.grader.rewriting import rewritten, verdicts

WANTED = 0.85

SOURCE = '''
"""A docstring."""
import numpy as np

def scale(x, n):
    return x / n

def f(x, w=2):
    """Another one."""
    total = np.sum(x * w)
    if x.ndim < 1:
        total = total + 1
    else:
        total = scale(total, w)
    return total * 3 - w
'''


def test_a_rewritten_source_computes_the_same():
    spaces = [{}, {}]
    text = rewritten(SOURCE, {"f"})
    for source, space in zip((SOURCE, text), spaces, strict=True):
        exec(source, space)
    x = np.arange(4.0)
    assert spaces[0]["f"](x) == spaces[1]["f"](x)
    names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    assert not names & {"total", "w", "x", "scale"}
    assert "docstring" not in text
    assert "step_0" in names or any(name.startswith("renamed") for name in names)


def test_known_mistakes_are_recognised_in_another_form(grader):
    rng = random.Random(0)

    def one(attempts):
        return rng.sample(attempts, min(1, len(attempts)))

    found = [verdict for slug in known_slugs() for verdict in verdicts(grader, slug, one)]
    other = [f"{path} is diagnosed as {told or 'nothing'}" for path, own, _, told, _ in found if own != told]
    share = 1 - len(other) / len(found)
    print(f"{len(found) - len(other)} of {len(found)} rewritten wrong attempts get their own diagnosis: {share:.1%}")
    assert share >= WANTED, other
