"""Workloads that touch what submissions touch, so that children find it imported, allocated and resolved."""

from __future__ import annotations

import os
import random
from typing import Any


def warm_numpy() -> None:
    import numpy as np

    rng = np.random.default_rng(0)
    a = rng.normal(size=(8, 8)) + 8 * np.eye(8)
    for name in ("linalg", "random", "fft", "ma", "polynomial", "lib.stride_tricks"):
        __import__(f"numpy.{name}")
    np.linalg.inv(a), np.linalg.svd(a), np.linalg.eigh(a @ a.T), np.linalg.solve(a, a), np.linalg.norm(a)
    np.fft.fft(a), np.fft.rfft(a)
    np.einsum("ij,jk->ik", a, a), np.einsum("ij,jk,kl->il", a, a, a, optimize=True)
    np.tensordot(a, a, 1), np.exp(a), np.tanh(a), a.sum(0), a.max(1), a.argmax(1), np.sort(a), np.pad(a, 1)
    np.lib.stride_tricks.sliding_window_view(a, (2, 2)).sum()
    np.random.seed(0)
    np.random.standard_normal(4), rng.permutation(4), rng.random(4) < 0.5
    np.ma.masked_array(a, a > 0).sum(), np.allclose(a, a), np.where(a > 0, a, 0), np.float32(1) + np.float16(1)
    repr(a), str(a.astype("float32")), f"{a}", np.array2string(a)
    _warm_standard_library()


def _warm_standard_library() -> None:
    for name in ("collections", "dataclasses", "functools", "itertools", "math", "operator", "statistics", "string"):
        __import__(name)
    for name in ("ast", "copy", "inspect", "io", "json", "re", "struct", "time", "traceback", "typing", "warnings"):
        __import__(name)
    for name in ("abc", "contextlib", "enum", "fractions", "decimal", "heapq", "bisect", "textwrap", "linecache"):
        __import__(name)
    exec(compile("def f(x: int = 1) -> int:\n    return x\n", "<warm>", "exec"), {})


def reseed_numpy() -> None:
    """Give the process random numbers of its own: every child starts as a copy of the zygote."""
    import numpy as np

    reseed_python()
    np.random.seed(int.from_bytes(os.urandom(4), "little"))


def warm_torch() -> None:
    import torch

    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    warm_numpy()
    torch.manual_seed(0)
    for dtype in (torch.float64, torch.float32):
        _warm_network(torch, dtype)
    _warm_functions(torch)
    repr(torch.randn(3, 3, requires_grad=True) * 2)
    torch.from_numpy(torch.randn(2, 2).numpy())
    torch.Generator().manual_seed(1)


def _warm_network(torch: Any, dtype: Any) -> None:
    nn, functional = torch.nn, torch.nn.functional
    network = nn.Sequential(
        nn.Conv2d(1, 2, 3),
        nn.BatchNorm2d(2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Dropout(0.1),
        nn.Linear(18, 4),
    ).to(dtype)
    for optimizer in (
        torch.optim.SGD(network.parameters(), 0.1, momentum=0.9),
        torch.optim.AdamW(network.parameters()),
    ):
        optimizer.zero_grad()
        loss = functional.cross_entropy(network(torch.randn(2, 1, 8, 8, dtype=dtype)), torch.tensor([0, 1]))
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
    q = torch.randn(1, 2, 3, 4, dtype=dtype, requires_grad=True)
    functional.scaled_dot_product_attention(q, q, q).sum().backward()
    nn.LayerNorm(4).to(dtype)(q), nn.Embedding(3, 4)(torch.tensor([0, 1])), nn.LSTM(4, 4).to(dtype)(q[0])
    nn.MultiheadAttention(4, 2, batch_first=True).to(dtype)(q[0], q[0], q[0])
    (
        functional.softmax(q, -1),
        functional.log_softmax(q, -1),
        torch.einsum("bhid,bhjd->bhij", q, q),
        torch.linalg.inv(torch.eye(3, dtype=dtype)),
    )


def _warm_functions(torch: Any) -> None:
    def f(x: Any) -> Any:
        return (torch.sin(x) * x).sum()

    x = torch.randn(3, dtype=torch.float64)
    torch.func.grad(f)(x), torch.func.vmap(torch.sin)(x), torch.func.jacrev(f)(x), torch.func.jvp(f, (x,), (x,))
    torch.autograd.functional.vjp(f, x)
    torch.autograd.grad(f(x.requires_grad_()), x)
    torch.autograd.gradcheck(f, (x,))

    class Double(torch.autograd.Function):  # type: ignore[misc]  # torch comes as an argument: not every profile has it
        @staticmethod
        def forward(ctx: Any, x: Any) -> Any:
            return 2 * x

        @staticmethod
        def backward(ctx: Any, dy: Any) -> Any:
            return 2 * dy

    Double.apply(x).sum().backward()
    __import__("torch.utils._python_dispatch")
    __import__("torch.overrides")


def reseed_torch() -> None:
    """Give the process random numbers of its own, PyTorch's too."""
    import torch

    reseed_numpy()
    torch.default_generator.manual_seed(int.from_bytes(os.urandom(8), "little") >> 1)


def warm_nothing() -> None:
    _warm_standard_library()


def reseed_python() -> None:
    random.seed(int.from_bytes(os.urandom(16), "little"))  # not by bytes, which it would hash


WORKLOADS = {"numpy": warm_numpy, "torch": warm_torch, "python": warm_nothing}
RESEEDS = {"numpy": reseed_numpy, "torch": reseed_torch, "python": reseed_python}
