"""The PyTorch profile: warm, on one thread, able to train, unable to do the rest."""

from __future__ import annotations

import pytest

from grader.sandbox import Limits, Sandbox


@pytest.fixture(scope="module")
def torch_sandbox(echo_torch):
    with Sandbox((echo_torch,)) as sandbox:
        yield sandbox


@pytest.fixture
def run(torch_sandbox):
    return lambda source, limits=None: torch_sandbox.run("echo-torch", source.encode(), limits or Limits())


TRAIN = """
import torch
network = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.ReLU(), torch.nn.Linear(8, 1)).double()
optimizer = torch.optim.Adam(network.parameters(), 0.05)
x = torch.randn(32, 4, dtype=torch.float64)
y = x.sum(1, keepdim=True)
first = last = None
for _ in range(100):
    loss = torch.nn.functional.mse_loss(network(x), y)
    optimizer.zero_grad(); loss.backward(); optimizer.step()
    first, last = first or loss.item(), loss.item()
send(repr(last < first / 5).encode())
"""


def test_it_trains(run):
    outcome = run(TRAIN)
    assert (outcome.ended, outcome.results, outcome.stdout) == ("finished", b"True", "")
    assert outcome.cpu_seconds < 1.0


@pytest.mark.parametrize(
    "source",
    [
        "torch.nn.functional.conv2d(torch.randn(4, 3, 16, 16), torch.randn(8, 3, 3, 3))",
        "torch.func.vmap(torch.func.grad(lambda x: (x ** 2).sum()))(torch.randn(3, 3))",
        "torch.autograd.functional.jacobian(torch.sin, torch.randn(3))",
        "torch.linalg.svd(torch.randn(5, 5)); torch.randn(64, 64) @ torch.randn(64, 64)",
        "torch.fft.fft(torch.randn(8)); torch.einsum('ij,jk->ik', torch.randn(2, 2), torch.randn(2, 2))",
        "torch.nn.LSTM(3, 4)(torch.randn(2, 1, 3))[0].sum().backward()",
        "torch.autograd.gradcheck(torch.tanh, torch.randn(3, dtype=torch.float64, requires_grad=True))",
        "torch.cuda.is_available(), torch.backends.mps.is_available()",
    ],
)
def test_it_can(run, source):
    outcome = run(f"import torch\n{source}")
    assert (outcome.ended, outcome.stdout) == ("finished", "")


def test_it_has_one_thread_and_cannot_take_more(run):
    outcome = run("import torch; send(repr((torch.get_num_threads(), torch.get_num_interop_threads())).encode())")
    assert outcome.results == b"(1, 1)"
    ended = run("import torch; torch.set_num_threads(64); a = torch.randn(999, 999)\nwhile True: a = a @ a").ended
    assert ended in ("cpu", "exited", "signal")


def test_it_uses_the_processor_that_there_is(run):
    import torch

    outcome = run("import torch; send(torch.backends.cpu.get_cpu_capability().encode())")
    assert outcome.results.decode() == torch.backends.cpu.get_cpu_capability()


def test_it_still_sees_no_process(run):
    outcome = run("import os; send(repr((os.path.exists('/proc/cpuinfo'), os.path.exists('/sys/devices'))).encode())")
    assert outcome.results == b"(False, False)"


def test_every_child_draws_its_own_numbers(run):
    assert (
        run("import torch; send(repr(torch.rand(1)).encode())").results
        != run("import torch; send(repr(torch.rand(1)).encode())").results
    )


def test_memory_counts_above_the_warm_interpreter(run):
    big = Limits(memory_mib=128)
    assert run("import torch; x = torch.ones(8 << 20)", big).ended == "finished"
    outcome = run("import torch\ntry: x = torch.ones(1 << 28)\nexcept RuntimeError: send(b'refused')", big)
    assert (outcome.ended, outcome.results) == ("finished", b"refused")
