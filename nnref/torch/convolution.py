"""Convolutions of images and sequences, their backward pass, and the arithmetic of their sizes."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import pad


def conv2d(x: Tensor, w: Tensor, b: Tensor, stride: int = 1, padding: int = 0) -> Tensor:
    r"""Return the output of a 2-D convolution layer.

    Formula: $y_{nfij} = b_f + \sum_{c,u,v} w_{fcuv}\, x_{n,c,\,is+u-p,\,js+v-p}$, with x zero outside of the image.

    Shapes: x (N, C, H, W); w (F, C, kh, kw); b (F,); returns (N, F, oh, ow), oh = (H + 2 padding - kh) // stride + 1.
    Raises: RuntimeError where the channels differ or the kernel is larger than the padded image.
    Note: the kernel is not flipped: this is cross-correlation, which deep learning calls convolution.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 9.1 and 9.5.
    """
    windows = _windows(pad(x, [padding] * 4), w.shape[2], w.shape[3], stride)  # (N, C, oh, ow, kh, kw)
    return torch.einsum("ncijuv,fcuv->nfij", windows, w) + b.reshape(-1, 1, 1)  # (N, F, oh, ow)


def conv2d_backward(
    dout: Tensor, x: Tensor, w: Tensor, b: Tensor, stride: int = 1, padding: int = 0
) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return the gradients `(dx, dw, db)` of the loss by the arguments of `conv2d`.

    Formula: $dw_{fcuv} = \sum_{n,i,j} dout_{nfij}\, x_{n,c,is+u-p,js+v-p}$; dx is the full correlation of dout, spread
    out with stride - 1 zeros between its entries, with the flipped kernel; $db_f = \sum_{n,i,j} dout_{nfij}$.

    Shapes: dout (N, F, oh, ow); x (N, C, H, W); w (F, C, kh, kw); b (F,); returns dx, dw, db like x, w, b.
    Raises: RuntimeError where the shapes do not fit.
    Note: the rows and columns of x that no window covers have a gradient of zero.
    Source: Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning, arXiv:1603.07285, chapter 4.
    """
    height, width = x.shape[2:]
    kh, kw = w.shape[2:]
    windows = _windows(pad(x, [padding] * 4), kh, kw, stride)
    dw = torch.einsum("nfij,ncijuv->fcuv", dout, windows)
    tall, wide = height + 2 * padding - kh + 1, width + 2 * padding - kw + 1
    spread = dout.new_zeros((*dout.shape[:2], tall, wide))
    spread[:, :, ::stride, ::stride] = dout  # (N, F, tall, wide)
    around = _windows(pad(spread, [kw - 1, kw - 1, kh - 1, kh - 1]), kh, kw, 1)  # (N, F, H + 2p, W + 2p, kh, kw)
    dpadded = torch.einsum("nfijuv,fcuv->ncij", around, w.flip(2, 3))
    dx = dpadded[:, :, padding : padding + height, padding : padding + width]
    return dx, dw, dout.sum(dim=(0, 2, 3)).reshape(b.shape)


def conv_transpose2d(
    x: Tensor, w: Tensor, b: Tensor, stride: int = 1, padding: int = 0, output_padding: int = 0
) -> Tensor:
    r"""Return the output of a transposed 2-D convolution layer, which spreads every input over a window of the output.

    Formula: $y_{nfab} = b_f + \sum w_{cfuv}\, x_{ncij}$ over all c, i, j, u, v with $is+u-p=a$ and $js+v-p=b$.

    Shapes: x (N, C, H, W); w (C, F, kh, kw); b (F,); returns (N, F, oh, ow) with
    oh = (H - 1) stride - 2 padding + kh + output_padding.
    Raises: RuntimeError where the channels differ.
    Note: without b the adjoint of `conv2d` with the same w, not its inverse; output_padding adds rows at the end only.
    Source: Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning, arXiv:1603.07285, chapter 4.
    """
    kh, kw = w.shape[2:]
    tall, wide = (x.shape[2] - 1) * stride + 1, (x.shape[3] - 1) * stride + 1
    spread = x.new_zeros((*x.shape[:2], tall, wide))
    spread[:, :, ::stride, ::stride] = x  # stride - 1 zeros between the inputs
    around = pad(spread, [kw - 1, kw - 1 + output_padding, kh - 1, kh - 1 + output_padding])
    windows = _windows(around, kh, kw, 1)  # (N, C, oh + 2p, ow + 2p, kh, kw)
    out = torch.einsum("ncabuv,cfuv->nfab", windows, w.flip(2, 3)) + b.reshape(-1, 1, 1)
    return out[:, :, padding : out.shape[2] - padding, padding : out.shape[3] - padding]


def im2col(x: Tensor, kh: int, kw: int, stride: int = 1, padding: int = 0) -> Tensor:
    r"""Return the windows of a convolution as the rows of a matrix.

    Formula: row $(n, i, j)$, column $(c, u, v)$ holds $x_{n,c,is+u-p,js+v-p}$, zero outside of the image.

    Shapes: x (N, C, H, W); returns (N * oh * ow, C * kh * kw).
    Raises: RuntimeError if the kernel is larger than the padded image.
    Note: a convolution becomes one matrix product, at the price of kh * kw copies of the image.
    Source: Chellapilla, Puri, Simard 2006, High Performance CNNs for Document Processing, IWFHR, section 3.
    """
    rows = torch.einsum("ncijuv->nijcuv", _windows(pad(x, [padding] * 4), kh, kw, stride))
    return rows.flatten(start_dim=3).flatten(end_dim=2)  # (N * oh * ow, C * kh * kw)


def col2im(
    cols: Tensor, x_shape: tuple[int, int, int, int], kh: int, kw: int, stride: int = 1, padding: int = 0
) -> Tensor:
    r"""Return the image to which every window of `cols` has been added at its place: the adjoint of `im2col`.

    Formula: $x_{n,c,a,b} = \sum cols_{(n,i,j),(c,u,v)}$ over all windows with $is+u-p=a$ and $js+v-p=b$.

    Shapes: cols (N * oh * ow, C * kh * kw); returns x_shape = (N, C, H, W).
    Raises: RuntimeError where the shapes do not fit.
    Note: for every x and c, the dot product of im2col(x) with c equals that of x with col2im(c).
    Source: Chellapilla, Puri, Simard 2006, High Performance CNNs for Document Processing, IWFHR, section 3.
    """
    n, c, h, w = x_shape
    tall, wide = h + 2 * padding, w + 2 * padding
    positions = torch.arange(n * c * tall * wide, device=cols.device).reshape(n, c, tall, wide)
    places = torch.einsum("ncijuv->nijcuv", _windows(positions, kh, kw, stride)).reshape(-1)
    image = cols.new_zeros(n * c * tall * wide).index_add(0, places, cols.reshape(-1)).reshape(n, c, tall, wide)
    return image[:, :, padding : padding + h, padding : padding + w]


def conv1d_matrix(k: Tensor, n: int, stride: int = 1) -> Tensor:
    r"""Return the matrix whose product with a signal of length `n` is its convolution with the kernel `k`.

    Formula: $M_{i,\,is+u} = k_u$, all other entries 0; then $(Mx)_i = \sum_u k_u x_{is+u}$.

    Shapes: k (K,); returns (out, n) with out = (n - K) // stride + 1.
    Raises: ValueError if the kernel is longer than the signal.
    Note: a dense layer with shared weights (K distinct numbers) and mostly zeros (out * K of out * n are not).
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.1 (convolution as a Toeplitz matrix).
    """
    starts = range(0, n - len(k) + 1, stride)
    if len(starts) == 0:
        raise ValueError(f"a kernel of {len(k)} does not fit into {n}")
    return torch.stack([pad(k, [start, n - len(k) - start]) for start in starts])  # (out, n)


def depthwise_separable(x: Tensor, wd: Tensor, wp: Tensor, stride: int = 1, padding: int = 0) -> Tensor:
    r"""Return a depthwise convolution (one filter a channel) followed by a 1 x 1 convolution that mixes the channels.

    Formula: $z_{ncij} = \sum_{u,v} wd_{cuv}\, x_{n,c,is+u-p,js+v-p}$, then $y_{nfij} = \sum_c wp_{fc}\, z_{ncij}$.

    Shapes: x (N, C, H, W); wd (C, kh, kw) or (C, 1, kh, kw); wp (F, C) or (F, C, 1, 1); returns (N, F, oh, ow).
    Raises: RuntimeError where the shapes do not fit.
    Note: C kh kw + F C weights instead of F C kh kw; stride and padding belong to the depthwise part; no biases.
    Source: Howard et al. 2017, MobileNets, arXiv:1704.04861, section 3.1.
    """
    kh, kw = wd.shape[-2:]
    windows = _windows(pad(x, [padding] * 4), kh, kw, stride)  # (N, C, oh, ow, kh, kw)
    depthwise = torch.einsum("ncijuv,cuv->ncij", windows, wd.reshape(-1, kh, kw))
    return torch.einsum("ncij,fc->nfij", depthwise, wp.reshape(wp.shape[:2]))  # (N, F, oh, ow)


def _windows(x: Tensor, kh: int, kw: int, stride: int) -> Tensor:
    return x.unfold(2, kh, stride).unfold(3, kw, stride)  # (N, C, oh, ow, kh, kw)
