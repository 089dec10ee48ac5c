"""Batch, layer and root-mean-square normalisation, with backward passes."""

from __future__ import annotations

import torch
from torch import Tensor


def batchnorm(
    x: Tensor,
    gamma: Tensor,
    beta: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return `(out, running_mean, running_var)`: the normalised batch and the updated running statistics.

    Formula: $y = \gamma (x - \mu) / \sqrt{\sigma^2 + \epsilon} + \beta$; in training $\mu$ and $\sigma^2$ are those of
    the batch (divided by N) and $r \leftarrow (1 - m) r + m s$, where $s$ is the mean or the unbiased variance (divided
    by N - 1); in evaluation they are the running ones, which stay as they are.

    Shapes: x (N, D); gamma, beta, running_mean, running_var (D,); returns (N, D), (D,), (D,).
    Raises: ValueError for a batch of one in training, where the variance is not defined.
    Note: the running statistics carry no gradient; new tensors are returned.
    Source: Ioffe and Szegedy 2015, Batch Normalization, ICML, algorithms 1 and 2; momentum as in torch.nn.BatchNorm1d.
    """
    return _batchnorm_over((0,), x, gamma, beta, running_mean, running_var, training, momentum, eps)


def batchnorm_backward(dout: Tensor, x: Tensor, gamma: Tensor, eps: float = 1e-5) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return the gradients `(dx, dgamma, dbeta)` of the loss by the arguments of `batchnorm` in training.

    Formula: through the variance $d\sigma^2 = -\tfrac12 \sum_n g\,(x-\mu)(\sigma^2+\epsilon)^{-3/2}$ with
    $g = \gamma\, dout$, through the mean $d\mu = -\sum_n g/\sqrt{\sigma^2+\epsilon}$, and
    $dx = g/\sqrt{\sigma^2+\epsilon} + \tfrac{2}{N}(x-\mu)\,d\sigma^2 + d\mu/N$; $d\gamma = \sum_n dout\,\hat{x}$;
    $d\beta = \sum_n dout$.

    Shapes: dout and x (N, D); gamma (D,); returns (N, D), (D,), (D,).
    Raises: nothing of its own.
    Note: mean and variance depend on every example of the batch, hence the three paths into dx.
    Source: Ioffe and Szegedy 2015, Batch Normalization, ICML, section 3.
    """
    dx = _normalise_backward(dout * gamma, x, 0, eps)
    std = torch.sqrt(x.var(dim=0, correction=0) + eps)  # (D,)
    dgamma = (dout * (x - x.mean(dim=0)) / std).sum(dim=0)
    return dx, dgamma, dout.sum(dim=0)


def batchnorm2d(
    x: Tensor,
    gamma: Tensor,
    beta: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return `(out, running_mean, running_var)` of batch normalisation for images, one statistic a channel.

    Formula: that of `batchnorm`, with every pixel of every image as one example: N H W values a channel.

    Shapes: x (N, C, H, W); gamma, beta, running_mean, running_var (C,); returns (N, C, H, W), (C,), (C,).
    Raises: ValueError for a single value per channel in training.
    Note: pooling over the positions keeps the layer equivariant to translation.
    Source: Ioffe and Szegedy 2015, Batch Normalization, ICML, section 3.2.
    """
    return _batchnorm_over((0, 2, 3), x, gamma, beta, running_mean, running_var, training, momentum, eps)


def fold_bn(
    w: Tensor,
    b: Tensor | None,
    gamma: Tensor,
    beta: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    eps: float = 1e-5,
) -> tuple[Tensor, Tensor]:
    r"""Return `(w, b)` of the one layer that equals a dense or conv layer followed by `batchnorm` in evaluation.

    Formula: with $s = \gamma / \sqrt{r_v + \epsilon}$: $w' = s\, w$ along the outputs, $b' = s\,(b - r_m) + \beta$.

    Shapes: w (D, M) with the outputs on axis 1, or (M, C, kh, kw) with the outputs on axis 0; b (M,) or None;
    gamma, beta, running_mean, running_var (M,); returns w' like w and b' (M,).
    Raises: ValueError if w is neither.
    Note: exact up to rounding, because in evaluation batch normalisation is an affine map of each channel.
    Source: Jacob et al. 2018, Quantization and Training of Neural Networks, CVPR, section 3.2.
    """
    scale = gamma * torch.rsqrt(running_var + eps)  # (M,)
    shift = beta - running_mean * scale
    bias = shift if b is None else shift + b * scale
    if w.dim() == 2:
        return torch.einsum("dm,m->dm", w, scale), bias
    if w.dim() == 4:
        return torch.einsum("mcuv,m->mcuv", w, scale), bias
    raise ValueError(f"w must have 2 or 4 axes, got {w.dim()}")


def layernorm(x: Tensor, gamma: Tensor, beta: Tensor, eps: float = 1e-5) -> Tensor:
    r"""Return `x` with every row of features normalised to mean 0 and variance 1, then scaled and shifted.

    Formula: $y = \gamma (x - \mu)/\sqrt{\sigma^2 + \epsilon} + \beta$ with mean and variance over the last axis.

    Shapes: x (..., D); gamma and beta (D,); returns (..., D).
    Raises: nothing of its own.
    Note: the variance is divided by D; a constant row gives beta.
    Source: Ba, Kiros, Hinton 2016, Layer Normalization, arXiv:1607.06450, section 3.
    """
    var, mean = torch.var_mean(x, dim=-1, correction=0, keepdim=True)  # (..., 1) each
    return torch.addcmul(beta, (x - mean) * torch.rsqrt(var + eps), gamma)


def layernorm_backward(dout: Tensor, x: Tensor, gamma: Tensor, eps: float = 1e-5) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return the gradients `(dx, dgamma, dbeta)` of the loss by the arguments of `layernorm`.

    Formula: that of `batchnorm_backward`, with the features of a row in the place of the examples of a batch;
    $d\gamma$ and $d\beta$ sum $dout\,\hat{x}$ and $dout$ over all rows.

    Shapes: dout and x (..., D); gamma (D,); returns (..., D), (D,), (D,).
    Raises: nothing of its own.
    Note: the rows are independent of each other, the parameters are shared by all of them.
    Source: Ba, Kiros, Hinton 2016, Layer Normalization, arXiv:1607.06450, section 3.
    """
    dx = _normalise_backward(dout * gamma, x, -1, eps)
    var, mean = torch.var_mean(x, dim=-1, correction=0, keepdim=True)
    dgamma = (dout * (x - mean) * torch.rsqrt(var + eps)).flatten(end_dim=-2).sum(dim=0)
    return dx, dgamma, dout.flatten(end_dim=-2).sum(dim=0)


def rmsnorm(x: Tensor, gamma: Tensor, eps: float = 1e-6) -> Tensor:
    r"""Return `x` with every row of features divided by its root mean square, then scaled.

    Formula: $y = \gamma\, x / \sqrt{\tfrac{1}{D}\sum_d x_d^2 + \epsilon}$.

    Shapes: x (..., D); gamma (D,); returns (..., D).
    Raises: nothing of its own.
    Note: no mean is taken away and there is no shift; a row of zeros stays zero.
    Source: Zhang and Sennrich 2019, Root Mean Square Layer Normalization, NeurIPS, section 4.
    """
    return x * torch.rsqrt((x * x).mean(dim=-1, keepdim=True) + eps) * gamma


def _batchnorm_over(
    dims: tuple[int, ...],
    x: Tensor,
    gamma: Tensor,
    beta: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    training: bool,
    momentum: float,
    eps: float,
) -> tuple[Tensor, Tensor, Tensor]:
    per_channel = [-1 if dim == 1 else 1 for dim in range(x.dim())]
    if training:
        count = x.numel() // x.shape[1]
        if count == 1:
            raise ValueError("training needs more than one value per channel")
        var, mean = torch.var_mean(x, dim=dims, correction=0)  # (C,) each
        unbiased = var.detach() * (count / (count - 1))
        new_mean = torch.lerp(running_mean.detach(), mean.detach(), momentum)
        new_var = torch.lerp(running_var.detach(), unbiased, momentum)
    else:
        mean, var = running_mean.detach(), running_var.detach()
        new_mean, new_var = mean.clone(), var.clone()
    scale = torch.rsqrt(var + eps).reshape(per_channel)
    out = (x - mean.reshape(per_channel)) * scale * gamma.reshape(per_channel) + beta.reshape(per_channel)
    return out, new_mean, new_var


def _normalise_backward(grad: Tensor, x: Tensor, dim: int, eps: float) -> Tensor:
    count = x.shape[dim]
    centred = x - x.mean(dim=dim, keepdim=True)
    spread = (centred * centred).mean(dim=dim, keepdim=True) + eps
    dvar = -0.5 * (grad * centred * spread**-1.5).sum(dim=dim, keepdim=True)
    dmean = -(grad / spread.sqrt()).sum(dim=dim, keepdim=True)
    return grad / spread.sqrt() + 2 / count * centred * dvar + dmean / count
