"""Layers: the NumPy reference, its PyTorch twin and torch.nn.functional agree in float64."""

from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

import nnref.numpy
import nnref.torch

RNG = np.random.default_rng(5)


def normal(*shape: int) -> np.ndarray:
    return RNG.normal(size=shape)


def norm_arguments(*shape: int, training: bool) -> list[Any]:
    features = shape[1]
    return [
        normal(*shape),
        normal(features),
        normal(features),
        normal(features),
        RNG.uniform(0.5, 2, features),
        training,
        0.1,
        1e-5,
    ]


def torch_batchnorm(x: Any, gamma: Any, beta: Any, mean: Any, var: Any, training: bool, m: float, eps: float) -> Any:
    mean, var = mean.clone(), var.clone()
    return functional.batch_norm(x, mean, var, gamma, beta, training, m, eps), mean, var


def torch_lstm(x: Any, h: Any, c: Any, wx: Any, wh: Any, b: Any) -> Any:
    cell = torch.nn.LSTMCell(wx.shape[0], wh.shape[0], dtype=torch.float64)
    cell.weight_ih.data, cell.weight_hh.data, cell.bias_ih.data = wx.T, wh.T, b
    cell.bias_hh.data.zero_()
    return cell(x, (h, c))


def torch_gru(x: Any, h: Any, wx: Any, wh: Any, bx: Any, bh: Any) -> Any:
    cell = torch.nn.GRUCell(wx.shape[0], wh.shape[0], dtype=torch.float64)
    cell.weight_ih.data, cell.weight_hh.data, cell.bias_ih.data, cell.bias_hh.data = wx.T, wh.T, bx, bh
    return cell(x, h)


def torch_rnn(x: Any, h0: Any, wx: Any, wh: Any, b: Any) -> Any:
    net = torch.nn.RNN(wx.shape[0], wh.shape[0], batch_first=True, dtype=torch.float64)
    net.weight_ih_l0.data, net.weight_hh_l0.data, net.bias_ih_l0.data = wx.T, wh.T, b
    net.bias_hh_l0.data.zero_()
    return net(x, h0[None])[0]


def torch_im2col(x: Any, kh: int, kw: int, stride: int, padding: int) -> Any:
    return functional.unfold(x, (kh, kw), stride=stride, padding=padding).mT.flatten(end_dim=1)


def torch_depthwise(x: Any, wd: Any, wp: Any, stride: int, padding: int) -> Any:
    depthwise = functional.conv2d(x, wd[:, None], stride=stride, padding=padding, groups=x.shape[1])
    return functional.conv2d(depthwise, wp[:, :, None, None])


LAYERS: dict[str, tuple[str, Any, list[Any]]] = {
    "affine": (
        "affine",
        lambda x, w, b: functional.linear(x.flatten(1), w.T, b),
        [normal(3, 2, 2), normal(4, 5), normal(5)],
    ),
    "batchnorm training": ("batchnorm", torch_batchnorm, norm_arguments(6, 4, training=True)),
    "batchnorm evaluation": ("batchnorm", torch_batchnorm, norm_arguments(6, 4, training=False)),
    "batchnorm2d training": ("batchnorm2d", torch_batchnorm, norm_arguments(2, 3, 4, 5, training=True)),
    "batchnorm2d evaluation": ("batchnorm2d", torch_batchnorm, norm_arguments(2, 3, 4, 5, training=False)),
    "layernorm": (
        "layernorm",
        lambda x, g, b: functional.layer_norm(x, g.shape, g, b),
        [normal(2, 3, 4), normal(4), normal(4)],
    ),
    "rmsnorm": ("rmsnorm", lambda x, g: functional.rms_norm(x, g.shape, g, 1e-6), [normal(3, 4), normal(4)]),
    "conv2d": ("conv2d", functional.conv2d, [normal(2, 3, 6, 5), normal(4, 3, 3, 2), normal(4), 1, 0]),
    "conv2d strided": ("conv2d", functional.conv2d, [normal(2, 3, 8, 7), normal(4, 3, 3, 3), normal(4), 3, 2]),
    "im2col": ("im2col", torch_im2col, [normal(2, 3, 6, 5), 3, 2, 2, 1]),
    "depthwise separable": (
        "depthwise_separable",
        torch_depthwise,
        [normal(2, 3, 6, 5), normal(3, 3, 2), normal(5, 3), 2, 1],
    ),
    "rnn": ("rnn_forward", torch_rnn, [normal(2, 4, 3), normal(2, 5), normal(3, 5), normal(5, 5), normal(5)]),
    "rnn step": (
        "rnn_step",
        lambda x, h, wx, wh, b: torch.tanh(x @ wx + h @ wh + b),
        [normal(2, 3), normal(2, 4), normal(3, 4), normal(4, 4), normal(4)],
    ),
    "dense": ("dense", lambda x, w, b: torch.tanh(x @ w + b), [normal(2, 3), normal(3, 4), normal(4)]),
    "lstm": (
        "lstm_step",
        torch_lstm,
        [normal(2, 3), normal(2, 5), normal(2, 5), normal(3, 20), normal(5, 20), normal(20)],
    ),
    "gru": ("gru_step", torch_gru, [normal(2, 3), normal(2, 5), normal(3, 15), normal(5, 15), normal(15), normal(15)]),
    "sgd": ("sgd_step", lambda w, g, lr, wd: w - lr * (g + wd * w), [normal(3, 4), normal(3, 4), 0.1, 0.01]),
    "residual": (
        "residual_block",
        lambda x, w1, b1, w2, b2, wp: torch.relu(torch.relu(x @ w1 + b1) @ w2 + b2 + x @ wp),
        [normal(2, 3), normal(3, 4), normal(4), normal(4, 5), normal(5), normal(3, 5)],
    ),
}


def tensors(arguments: list[Any]) -> list[Any]:
    return [torch.from_numpy(value.copy()) if isinstance(value, np.ndarray) else value for value in arguments]


def results(value: Any) -> list[np.ndarray]:
    return (
        [part.detach().numpy() if isinstance(part, torch.Tensor) else part for part in value]
        if isinstance(value, tuple)
        else [value.detach().numpy() if isinstance(value, torch.Tensor) else value]
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_it_agrees_with_torch(layer: str) -> None:
    name, oracle, arguments = LAYERS[layer]
    wanted = results(oracle(*tensors(arguments)))
    for got in (getattr(nnref.numpy, name)(*arguments), getattr(nnref.torch, name)(*tensors(arguments))):
        for part, want in zip(results(got), wanted, strict=True):
            assert part.shape == want.shape
            np.testing.assert_allclose(part, want, rtol=1e-11, atol=1e-12)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("layer", LAYERS)
def test_it_keeps_the_dtype(layer: str, dtype: type) -> None:
    name, _, arguments = LAYERS[layer]
    narrow = [value.astype(dtype) if isinstance(value, np.ndarray) else value for value in arguments]
    for part in results(getattr(nnref.numpy, name)(*narrow)):
        assert part.dtype == dtype
    for part in results(getattr(nnref.torch, name)(*tensors(narrow))):
        assert part.dtype == dtype


@pytest.mark.parametrize("layer", LAYERS)
def test_it_reads_any_memory_layout_and_changes_nothing(layer: str) -> None:
    name, _, arguments = LAYERS[layer]
    wanted = results(getattr(nnref.numpy, name)(*arguments))
    awkward = [value.copy(order="F") if isinstance(value, np.ndarray) else value for value in arguments]
    for value in awkward:
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
    for part, want in zip(results(getattr(nnref.numpy, name)(*awkward)), wanted, strict=True):
        np.testing.assert_allclose(part, want, rtol=1e-12, atol=1e-13)
    strided = [torch.from_numpy(v.copy(order="F")) if isinstance(v, np.ndarray) else v for v in arguments]
    copies = tensors(arguments)
    for part, want in zip(results(getattr(nnref.torch, name)(*strided)), wanted, strict=True):
        np.testing.assert_allclose(part, want, rtol=1e-11, atol=1e-12)
    for value, copy in zip(strided, copies, strict=True):
        assert not isinstance(value, torch.Tensor) or torch.equal(value, copy)


@pytest.mark.parametrize("library", [nnref.numpy, nnref.torch], ids=["numpy", "torch"])
@pytest.mark.parametrize(("name", "shape"), [("batchnorm", (1, 3)), ("batchnorm2d", (1, 3, 1, 1))])
def test_batchnorm_refuses_one_value_per_channel(library: Any, name: str, shape: tuple[int, ...]) -> None:
    arguments = norm_arguments(*shape, training=True)
    with pytest.raises(ValueError, match="more than one value"):
        getattr(library, name)(*(tensors(arguments) if library is nnref.torch else arguments))


@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("padding", [0, 1])
def test_col2im_is_the_adjoint_of_im2col(stride: int, padding: int) -> None:
    x = normal(2, 3, 7, 6)
    cols = nnref.numpy.im2col(x, 3, 2, stride, padding)
    other = normal(*cols.shape)
    back = nnref.numpy.col2im(other, x.shape, 3, 2, stride, padding)
    by_torch = nnref.torch.col2im(torch.from_numpy(other), x.shape, 3, 2, stride, padding)
    assert (cols * other).sum() == pytest.approx((x * back).sum(), rel=1e-12)
    np.testing.assert_allclose(by_torch.numpy(), back, rtol=1e-12)


@pytest.mark.parametrize("w_shape", [(5, 3), (3, 2, 2, 2)], ids=["dense", "conv"])
def test_folded_batchnorm_gives_the_same_output(w_shape: tuple[int, ...]) -> None:
    _, gamma, beta, mean, var, *_ = norm_arguments(2, 3, training=False)
    w, b, x = normal(*w_shape), normal(3), normal(4, 5) if len(w_shape) == 2 else normal(4, 2, 5, 4)
    layer = nnref.numpy.affine if len(w_shape) == 2 else nnref.numpy.conv2d
    norm = nnref.numpy.batchnorm if len(w_shape) == 2 else nnref.numpy.batchnorm2d
    wanted = norm(layer(x, w, b), gamma, beta, mean, var, False)[0]
    folded = nnref.numpy.fold_bn(w, b, gamma, beta, mean, var)
    np.testing.assert_allclose(layer(x, *folded), wanted, rtol=1e-12, atol=1e-13)
    by_torch = nnref.torch.fold_bn(*tensors([w, b, gamma, beta, mean, var]))
    for part, want in zip(by_torch, folded, strict=True):
        np.testing.assert_allclose(part.numpy(), want, rtol=1e-12)


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_the_matrix_of_a_convolution_does_what_the_convolution_does(stride: int) -> None:
    k, x = normal(3), normal(8)
    wanted = functional.conv1d(torch.from_numpy(x)[None, None], torch.from_numpy(k)[None, None], stride=stride)
    matrix = nnref.numpy.conv1d_matrix(k, 8, stride)
    np.testing.assert_allclose(matrix @ x, wanted[0, 0].numpy(), rtol=1e-12)
    assert np.array_equal(nnref.torch.conv1d_matrix(torch.from_numpy(k), 8, stride).numpy(), matrix)


def test_bias_and_variance_add_up_to_the_error() -> None:
    preds, f = normal(7, 5), normal(5)
    bias2, var, total = nnref.numpy.bias_variance(preds, f, 0.25)
    assert bias2 + var == pytest.approx(np.square(preds - f).mean(), rel=1e-12)
    assert total == pytest.approx(bias2 + var + 0.25)
    twins = nnref.torch.bias_variance(torch.from_numpy(preds), torch.from_numpy(f), 0.25)
    assert [float(part) for part in twins] == pytest.approx([bias2, var, total], rel=1e-12)


def test_a_skip_sum_never_broadcasts() -> None:
    with pytest.raises(ValueError, match="equal shapes"):
        nnref.numpy.skip_sum(normal(2, 3), normal(1, 3))
    with pytest.raises(ValueError, match="equal shapes"):
        nnref.torch.skip_sum(torch.ones(2, 3), torch.ones(1, 3))


@pytest.mark.parametrize("fold", [nnref.numpy, nnref.torch], ids=["numpy", "torch"])
def test_skips_of_dense_blocks(fold: Any) -> None:
    assert fold.dense_block_channels(16, 12, 4) == 64
    x, y = (
        (normal(2, 3, 4, 4), normal(2, 5, 4, 4)) if fold is nnref.numpy else (torch.ones(2, 3, 4), torch.ones(2, 5, 4))
    )
    assert fold.skip_concat(x, y).shape[1] == 8
