import ast

import pytest

from grader.rules import Rules

TORCH = Rules("torch", ("softmax", "log_softmax", "relu", "conv*", "nn.Linear"))
PRODUCT = Rules("numpy", ("@", "matmul", "dot", "linalg"))
BY_HAND = Rules("torch", ("autograd",))
FREE = Rules("numpy", ())


def violation(rules, source):
    return rules.check(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "import torch\ny = torch.softmax(x, -1)",
        "y = x.softmax(-1)",
        "from torch.nn.functional import log_softmax",
        "from torch.nn.functional import softmax as s",
        "from torch import *\ny = softmax(x)",
        "import torch\ny = torch.ｒelu(x)",
        "import torch\ny = torch.nn.ReLU()(x)",
        "import torch\ny = torch.nn.Softmax(-1)(x)",
        "import torch\ny = getattr(torch, 'soft' + 'max')(x)",
        "import torch\ny = getattr(torch, f'{\"re\"}lu')(x)",
        "import torch\ny = torch.ops.aten.relu(x)",
        "import torch\ny = torch._C._nn.gelu(x)",
        "import torch\ny = torch.nn.functional.conv2d(x, w)",
        "import torch\ny = torch.relu_(x)",
        "import torch\nlayer = torch.nn.Linear(2, 3)",
        "import operator, torch\ny = operator.attrgetter('relu')(torch)",
        "import importlib\ny = importlib.import_module('torch.nn.functional').relu(x)",
        "import torch\neval('torch.sof' + 'tmax')",
        "import sys\nsys.modules['grader.sandbox.tensors']",
        "from sys import _getframe",
        "import gc\ngc.get_objects()",
        "from torch import ops",
        "class A:\n    def softmax(self): pass\nimport torch\ntorch.softmax(x, -1)",
        "import torch\ng = getattr\ny = g(torch, name)(x)",
        "import functools, torch\ny = functools.partial(getattr, torch)(name)(x)",
        "from operator import attrgetter as ag\ny = ag(name)",
        "import operator\nag = operator.attrgetter",
        "import operator\ny = operator.attrgetter(name)(torch)",
        "import importlib\ny = importlib.import_module(name)",
        "import torch\ny = torch._softmax(x, -1, False)",
        "from torch import _softmax",
        "from torch.utils import _python_dispatch",
        "import pickle",
        "import torch\nt = torch\ny = t._C",
        "import sys\ns = sys\nt = s\ny = t.modules.get(name)",
        "y = torch_too.__dict__[name]",
        "import ctypes",
        "import builtins",
        "y = __builtins__['eval']",
        "y = error.__traceback__.tb_frame.f_back",
        "y = frame.f_locals",
        "y = object.__subclasses__()",
    ],
)
def test_a_forbidden_name_is_found_however_it_is_written(source):
    assert violation(TORCH, source) is not None


@pytest.mark.parametrize(
    "source",
    [
        "def softmax(x): return x\ny = softmax(1)",
        "import torch\ny = torch.exp(x) / torch.exp(x).sum(-1)",
        "class Net:\n    def relu(self, x): return x\n    def run(self, x): return self.relu(x)",
        "activation = 'relu'\nif activation == 'softmax': pass",
        "def f(x, relu=None): return relu",
        "import torch\nfrom torch import nn\nimport numpy as np",
        "self.linear = 3\ny = self.linear",
        "import os, sys, json, math, collections",
        "import torch\ny = torch.linear_maps(x)",
        "import torch\ny = getattr(torch, name)(x)",
        "import torch\n_ = torch.exp(x)\ny = self._private",
        "from __future__ import annotations",
    ],
)
def test_a_learners_own_names_are_free(source):
    assert violation(TORCH, source) is None


@pytest.mark.parametrize(
    "source",
    [
        "y = a @ b",
        "a @= b",
        "import numpy as np\ny = np.dot(a, b)",
        "y = a.dot(b)",
        "y = a.__matmul__(b)",
        "import numpy as np\ny = np.linalg.multi_dot([a, b])",
        "from numpy.linalg import inv",
        "import numpy.linalg",
        "import numpy as np\ny = np.matrix(a) * np.matrix(b)",
        "import numpy as np\ny = np._core.multiarray.c_einsum('ij,jk', a, b)",
        "import numpy as np\ny = np.vdot(a, b)",
        "import numpy as np\ny = np.correlate(a, b)",
        "import numpy as np\ny = vars(np)[name](a, b)",
        "import numpy as np\ny = np.__dict__['dot'](a, b)",
        "import numpy as np\ny = getattr(np, name)(a, b)",
        "import sys\ny = sys.modules['numpy.linalg']",
        "import operator\ny = operator.matmul(a, b)",
    ],
)
def test_a_ready_made_product_is_found(source):
    assert violation(PRODUCT, source) is not None


@pytest.mark.parametrize(
    "source",
    [
        "y.backward()",
        "import torch\ntorch.autograd.grad(y, x)",
        "from torch.func import vjp",
        "import torch\ntorch.func.grad(f)",
        "x.requires_grad_()",
        "x.requires_grad = True",
        "n = y.grad_fn",
        "import torch\nwith torch.enable_grad(): pass",
        "import torch\ntorch.autograd.functional.jacobian(f, x)",
    ],
)
def test_autograd_is_found_where_the_gradient_is_to_be_written_by_hand(source):
    assert "by hand" in violation(BY_HAND, source).sentence


@pytest.mark.parametrize(
    "source",
    [
        "def affine_backward(dout, x): return dout",
        "class Layer:\n    def backward(self, d): return d\nLayer().backward(1)",
        "import torch\nwith torch.no_grad(): pass",
        "grad = 1\nd = grad * 2",
    ],
)
def test_a_gradient_by_hand_is_free(source):
    assert violation(BY_HAND, source) is None


@pytest.mark.parametrize(
    "source",
    ["import torch", "import scipy.special as s", "from jax import numpy", "import nnref", "import grader.cases"],
)
def test_other_packages_are_refused_in_numpy(source):
    assert violation(FREE, source) is not None


def test_a_relative_import_is_refused():
    assert violation(FREE, "from . import reference") is not None


def test_a_forbidden_word_binds_only_its_framework():
    assert violation(FREE, "import numpy as np\ny = np.maximum(x, 0)") is None


def test_the_sentence_names_line_and_rule():
    found = violation(TORCH, "import torch\n\ny = torch.log_softmax(x, -1)")
    assert found.line == 3
    assert found.sentence.startswith("Line 3: `log_softmax` is not allowed")


@pytest.mark.parametrize("operation", ["aten._softmax", "softmax", "aten.relu_", "aten.convolution", "aten.conv2d"])
def test_recorded_operations_are_matched(operation):
    assert TORCH.recorded([("add", 1), (operation, 7)]).line == 7


@pytest.mark.parametrize("operation", ["aten.exp", "aten.sum", "__get__", "aten.where", "aten.mm"])
def test_harmless_operations_are_not(operation):
    assert TORCH.recorded([(operation, 7)]) is None


def test_a_recorded_product_is_matched():
    assert Rules("torch", ("@", "matmul")).recorded([("aten.mm", 2)]) is not None
