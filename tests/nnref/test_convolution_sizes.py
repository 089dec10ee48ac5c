"""The arithmetic of sizes says what torch's layers do."""

import pytest
import torch
from torch.nn import functional

from nnref.numpy import conv_out, conv_transpose_out, receptive_field

SIZES = [(h, k, s, p, d) for h in (9, 12) for k in (1, 2, 3) for s in (1, 2, 3) for p in (0, 1, 2) for d in (1, 2)]


@pytest.mark.parametrize(("h", "k", "s", "p", "d"), SIZES)
def test_output_sizes_are_those_of_torch(h: int, k: int, s: int, p: int, d: int) -> None:
    signal, kernel = torch.zeros(1, 1, h), torch.zeros(1, 1, k)
    assert conv_out(h, k, s, p, d) == functional.conv1d(signal, kernel, None, s, p, d).shape[2]
    transposed = functional.conv_transpose1d(signal, kernel, None, s, p, s - 1 and 1, 1, d)
    assert conv_transpose_out(h, k, s, p, s - 1 and 1, d) == transposed.shape[2]


def test_a_kernel_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        conv_out(3, 3, d=2)


@pytest.mark.parametrize(
    "layers", [[(3, 1), (3, 1)], [(7, 2), (3, 2), (3, 1)], [(3, 1, 2), (2, 3, 1), (3, 2, 3)], [(1, 4)]], ids=str
)
def test_the_receptive_field_is_what_one_output_depends_on(layers: list[tuple[int, ...]]) -> None:
    signal = torch.zeros(1, 1, 200, requires_grad=True)
    out = signal
    for k, s, *rest in layers:
        out = functional.conv1d(out, torch.ones(1, 1, k), stride=s, dilation=rest[0] if rest else 1)
    out[0, 0, 2].backward()
    seen = signal.grad[0, 0].nonzero()
    assert receptive_field(layers) == int(seen.max() - seen.min()) + 1
