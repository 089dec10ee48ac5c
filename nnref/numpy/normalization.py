"""Batch, layer and root-mean-square normalisation, with backward passes."""

from __future__ import annotations

import numpy as np

from nnref.numpy.arrays import Array


def batchnorm(
    x: Array,
    gamma: Array,
    beta: Array,
    running_mean: Array,
    running_var: Array,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Array, Array, Array]:
    r"""Return `(out, running_mean, running_var)`: the normalised batch and the updated running statistics.

    Formula: $y = \gamma (x - \mu) / \sqrt{\sigma^2 + \epsilon} + \beta$; in training $\mu$ and $\sigma^2$ are those of
    the batch (divided by N) and $r \leftarrow (1 - m) r + m s$, where $s$ is the mean or the unbiased variance (divided
    by N - 1); in evaluation they are the running ones, which stay as they are.

    Shapes: x (N, D); gamma, beta, running_mean, running_var (D,); returns (N, D), (D,), (D,).
    Raises: ValueError for a batch of one in training, where the variance is not defined.
    Note: the variance is taken of centred values (two passes), so data far from zero keeps its digits.
    Source: Ioffe and Szegedy 2015, Batch Normalization, ICML, algorithms 1 and 2; momentum as in torch.nn.BatchNorm1d.
    """
    if not training:
        return _affine_normal(x, running_mean, running_var, gamma, beta, eps), running_mean.copy(), running_var.copy()
    count = len(x)
    if count < 2:
        raise ValueError("training needs more than one value per feature")
    mean = x.mean(axis=0)  # (D,)
    var = np.square(x - mean).mean(axis=0)  # (D,)
    out = _affine_normal(x, mean, var, gamma, beta, eps)
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * count / (count - 1) * var
    return out, new_mean, new_var


def batchnorm_backward(dout: Array, x: Array, gamma: Array, eps: float = 1e-5) -> tuple[Array, Array, Array]:
    r"""Return the gradients `(dx, dgamma, dbeta)` of the loss by the arguments of `batchnorm` in training.

    Formula: with $\hat{x} = (x - \mu)/\sqrt{\sigma^2 + \epsilon}$ and $g = \gamma\, dout$,
    $dx = (g - \bar{g} - \hat{x}\, \overline{g \hat{x}}) / \sqrt{\sigma^2 + \epsilon}$, bars being means over the batch;
    $d\gamma = \sum_n dout\, \hat{x}$; $d\beta = \sum_n dout$.

    Shapes: dout and x (N, D); gamma (D,); returns (N, D), (D,), (D,).
    Raises: nothing of its own.
    Note: mean and variance depend on every example of the batch, hence the two means that are taken away.
    Source: Ioffe and Szegedy 2015, Batch Normalization, ICML, section 3.
    """
    centred = x - x.mean(axis=0)
    scale = 1 / np.sqrt(np.square(centred).mean(axis=0) + eps)  # (D,)
    normal = centred * scale
    dx = _backward_through_statistics(dout * gamma, normal, scale, axis=0)
    return dx, (dout * normal).sum(axis=0), dout.sum(axis=0)


def batchnorm2d(
    x: Array,
    gamma: Array,
    beta: Array,
    running_mean: Array,
    running_var: Array,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Array, Array, Array]:
    r"""Return `(out, running_mean, running_var)` of batch normalisation for images, one statistic a channel.

    Formula: that of `batchnorm`, with every pixel of every image as one example: N H W values a channel.

    Shapes: x (N, C, H, W); gamma, beta, running_mean, running_var (C,); returns (N, C, H, W), (C,), (C,).
    Raises: ValueError for a single value per channel in training.
    Note: pooling over the positions keeps the layer equivariant to translation.
    Source: Ioffe and Szegedy 2015, Batch Normalization, ICML, section 3.2.
    """
    pixels = np.moveaxis(x, 1, -1)  # (N, H, W, C)
    rows = pixels.reshape(-1, x.shape[1])  # (N * H * W, C)
    out, new_mean, new_var = batchnorm(rows, gamma, beta, running_mean, running_var, training, momentum, eps)
    return np.moveaxis(out.reshape(pixels.shape), -1, 1), new_mean, new_var  # (N, C, H, W)


def fold_bn(
    w: Array, b: Array | None, gamma: Array, beta: Array, running_mean: Array, running_var: Array, eps: float = 1e-5
) -> tuple[Array, Array]:
    r"""Return `(w, b)` of the one layer that equals a dense or conv layer followed by `batchnorm` in evaluation.

    Formula: with $s = \gamma / \sqrt{r_v + \epsilon}$: $w' = s\, w$ along the outputs, $b' = s\,(b - r_m) + \beta$.

    Shapes: w (D, M) with the outputs on axis 1, or (M, C, kh, kw) with the outputs on axis 0; b (M,) or None;
    gamma, beta, running_mean, running_var (M,); returns w' like w and b' (M,).
    Raises: ValueError if w is neither.
    Note: exact up to rounding, because in evaluation batch normalisation is an affine map of each channel.
    Source: Jacob et al. 2018, Quantization and Training of Neural Networks, CVPR, section 3.2.
    """
    if w.ndim not in (2, 4):
        raise ValueError(f"w must have 2 or 4 axes, got {w.ndim}")
    scale = gamma / np.sqrt(running_var + eps)  # (M,)
    folded = w * scale if w.ndim == 2 else w * scale[:, None, None, None]
    bias = np.zeros_like(running_mean) if b is None else b
    return folded, scale * (bias - running_mean) + beta


def layernorm(x: Array, gamma: Array, beta: Array, eps: float = 1e-5) -> Array:
    r"""Return `x` with every row of features normalised to mean 0 and variance 1, then scaled and shifted.

    Formula: $y = \gamma (x - \mu)/\sqrt{\sigma^2 + \epsilon} + \beta$ with mean and variance over the last axis.

    Shapes: x (..., D); gamma and beta (D,); returns (..., D).
    Raises: nothing of its own.
    Note: the variance is divided by D; a constant row gives beta.
    Source: Ba, Kiros, Hinton 2016, Layer Normalization, arXiv:1607.06450, section 3.
    """
    mean = x.mean(axis=-1, keepdims=True)  # (..., 1)
    var = np.square(x - mean).mean(axis=-1, keepdims=True)  # (..., 1)
    return _affine_normal(x, mean, var, gamma, beta, eps)


def layernorm_backward(dout: Array, x: Array, gamma: Array, eps: float = 1e-5) -> tuple[Array, Array, Array]:
    r"""Return the gradients `(dx, dgamma, dbeta)` of the loss by the arguments of `layernorm`.

    Formula: with $g = \gamma\, dout$: $dx = (g - \bar{g} - \hat{x}\,\overline{g\hat{x}})/\sqrt{\sigma^2+\epsilon}$,
    bars over the features; $d\gamma$ and $d\beta$ sum $dout\,\hat{x}$ and $dout$ over all rows.

    Shapes: dout and x (..., D); gamma (D,); returns (..., D), (D,), (D,).
    Raises: nothing of its own.
    Note: the rows are independent of each other, the parameters are shared by all of them.
    Source: Ba, Kiros, Hinton 2016, Layer Normalization, arXiv:1607.06450, section 3.
    """
    centred = x - x.mean(axis=-1, keepdims=True)
    scale = 1 / np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + eps)  # (..., 1)
    normal = centred * scale
    dx = _backward_through_statistics(dout * gamma, normal, scale, axis=-1)
    leading = tuple(range(x.ndim - 1))
    return dx, (dout * normal).sum(axis=leading), dout.sum(axis=leading)


def rmsnorm(x: Array, gamma: Array, eps: float = 1e-6) -> Array:
    r"""Return `x` with every row of features divided by its root mean square, then scaled.

    Formula: $y = \gamma\, x / \sqrt{\tfrac{1}{D}\sum_d x_d^2 + \epsilon}$.

    Shapes: x (..., D); gamma (D,); returns (..., D).
    Raises: nothing of its own.
    Note: no mean is taken away and there is no shift; a row of zeros stays zero.
    Source: Zhang and Sennrich 2019, Root Mean Square Layer Normalization, NeurIPS, section 4.
    """
    scaled: Array = gamma * (x / np.sqrt(np.square(x).mean(axis=-1, keepdims=True) + eps))
    return scaled


def _affine_normal(x: Array, mean: Array, var: Array, gamma: Array, beta: Array, eps: float) -> Array:
    normalised: Array = (x - mean) / np.sqrt(var + eps) * gamma + beta
    return normalised


def _backward_through_statistics(grad: Array, normal: Array, scale: Array, axis: int) -> Array:
    through_mean = grad.mean(axis=axis, keepdims=True)
    through_var = normal * (grad * normal).mean(axis=axis, keepdims=True)
    dx: Array = (grad - through_mean - through_var) * scale
    return dx
