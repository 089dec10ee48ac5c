"""What a learner is told about PyTorch code, through the real sandbox."""

import pytest

from grader.job import Job

RIGHT = "def shares(x, axis=-1):\n    return x / x.sum(axis, keepdim=True)\n"


def body(line):
    return f"import torch\ndef shares(x, axis=-1):\n    {line}\n"


def test_a_right_solution_is_accepted(grade):
    report = grade(RIGHT, framework="torch")
    assert (report.verdict, report.message, report.remarks) == ("accepted", "All 3 cases pass.", [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("return x / x.sum(axis, keepdim=True).detach()", "the gradient of `x` through your function: 15 of 15"),
        ("return (x / x.sum(axis, keepdim=True)).detach()", "no gradient reaches `x`"),
        ("return torch.tensor((x / x.sum(axis, keepdim=True)).tolist(), dtype=x.dtype)", "no gradient reaches `x`"),
        ("return x.double() / x.double().sum(axis, keepdim=True)", "expected float32 like the inputs"),
        ("return (x / x.sum(axis, keepdim=True)).float()", "expected float64 like the inputs, got float32"),
        ("return (x / x.sum(axis, keepdim=True)).bfloat16()", "got bfloat16"),
        ("return (x / x.sum(axis, keepdim=True)).numpy()", "NumPy array"),
        ("return (x / x.sum(axis, keepdim=True)).to_sparse()", "tensor on cpu"),
        ("return (x / x.sum(axis, keepdim=True)).to('meta')", "on meta"),
        ("return x.div_(x.sum(axis, keepdim=True))", "`x` is changed"),
        ("return None", "forget `return`"),
    ],
)
def test_a_mistake_is_explained(grade, line, words):
    report = grade(body(line), framework="torch")
    assert report.verdict == "wrong_answer"
    assert words in report.message, report.message


@pytest.mark.parametrize(
    "line",
    [
        "f = torch.nn.functional; return [v for k, v in vars(f).items() if k.startswith('normali')][0](x, 1, axis)",
        "return torch.nn.functional.__dict__['norm' 'alize'](x, 1, axis)",
        "import torch.nn.functional as F; return getattr(F, 'normaliz'.__add__('e'))(x, 1, axis)",
    ],
)
def test_a_forbidden_operation_is_recorded_whatever_it_is_called_by(grade, line):
    report = grade(body(line), framework="torch")
    assert report.verdict == "forbidden"
    assert "`normalize` is not allowed" in report.message


BY_HAND = {
    "exercise.yaml": """
title: t
topic: backpropagation
difficulty: easy
summary: s
entry: [double_backward]
frameworks: [torch]
forbidden: {torch: [autograd]}
""",
    "cases.py": """
from grader.cases import Case

def reference(dout, x):
    return 2 * dout

def cases(rng):
    yield Case("rows", dout=rng.normal(size=(3, 5)), x=rng.normal(size=(3, 5)))
""",
}


@pytest.mark.parametrize(
    "line",
    [
        "y = getattr(x, 'requires' + '_grad_'.lower())() * 2; return y",
        "torch.__dict__['set' + str('_grad_enabled')](True)",
        "getattr(torch, 'enable' + str('_grad'))()",
        "getattr(torch._C, '_set_grad' + str('_enabled'))(True)",
        "torch.inference_mode(False)",
        "getattr(torch.Tensor, 'back' + str('ward'))(x)",
    ],
)
def test_autograd_is_off_where_the_gradient_is_to_be_written_by_hand(grader, line):
    source = f"import torch\ndef double_backward(dout, x):\n    {line}\n    return 2 * dout\n"
    assert grader.grade(Job("1", "a", "double", "v", BY_HAND, "torch", source)).verdict == "forbidden"


def test_no_grad_may_be_said_where_there_is_none(grader):
    source = "import torch\ndef double_backward(dout, x):\n    with torch.no_grad():\n        return 2 * dout\n"
    assert grader.grade(Job("1", "a", "double", "v", BY_HAND, "torch", source)).verdict == "accepted"


@pytest.mark.parametrize(
    "line",
    [
        "getattr(torch, ''.join(['_', 'C']))",
        "getattr(torch.utils, ''.join(['_python', '_dispatch']))",
        "getattr(x, ''.join(['__sub', 'classes__']), None)",
    ],
)
def test_nothing_private_is_had_by_a_name_made_at_run_time(grade, line):
    source = f"import torch\ndef shares(x, axis=-1):\n    {line}\n    return x / x.sum(axis, keepdim=True)\n"
    report = grade(source, framework="torch")
    assert report.verdict == "forbidden"
    assert "is internal" in report.message
    assert "(line 3)" in report.message


def test_a_public_name_made_at_run_time_is_free(grade):
    source = "import torch\ndef shares(x, axis=-1):\n    return x / getattr(torch, 's' + 'um')(x, axis, keepdim=True)\n"
    assert grade(source, framework="torch").verdict == "accepted"
