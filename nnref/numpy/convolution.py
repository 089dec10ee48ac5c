"""Convolutions of images and sequences, their backward pass, and the arithmetic of their sizes."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from nnref.numpy.arrays import Array


def conv2d(x: Array, w: Array, b: Array, stride: int = 1, padding: int = 0) -> Array:
    r"""Return the output of a 2-D convolution layer.

    Formula: $y_{nfij} = b_f + \sum_{c,u,v} w_{fcuv}\, x_{n,c,\,is+u-p,\,js+v-p}$, with x zero outside of the image.

    Shapes: x (N, C, H, W); w (F, C, kh, kw); b (F,); returns (N, F, oh, ow), oh = (H + 2 padding - kh) // stride + 1.
    Raises: ValueError where the channels differ or the kernel is larger than the padded image.
    Note: the kernel is not flipped: this is cross-correlation, which deep learning calls convolution.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 9.1 and 9.5.
    """
    windows = _windows(_padded(x, padding), w.shape[2], w.shape[3], stride)  # (N, C, oh, ow, kh, kw)
    out = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))  # (N, oh, ow, F)
    return np.moveaxis(out + b, -1, 1)  # (N, F, oh, ow)


def conv2d_backward(
    dout: Array, x: Array, w: Array, b: Array, stride: int = 1, padding: int = 0
) -> tuple[Array, Array, Array]:
    r"""Return the gradients `(dx, dw, db)` of the loss by the arguments of `conv2d`.

    Formula: $dw_{fcuv} = \sum_{n,i,j} dout_{nfij}\, x_{n,c,is+u-p,js+v-p}$; dx adds $w_{fcuv}\, dout_{nfij}$ at the
    same position of x; $db_f = \sum_{n,i,j} dout_{nfij}$.

    Shapes: dout (N, F, oh, ow); x (N, C, H, W); w (F, C, kh, kw); b (F,); returns dx, dw, db like x, w, b.
    Raises: ValueError where the shapes do not fit.
    Note: windows overlap, so dx is added up, one kernel position at a time; the padding is cut off at the end.
    Source: Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning, arXiv:1603.07285, chapter 4.
    """
    kh, kw = w.shape[2:]
    padded = _padded(x, padding)
    windows = _windows(padded, kh, kw, stride)  # (N, C, oh, ow, kh, kw)
    dw = np.tensordot(dout, windows, axes=((0, 2, 3), (0, 2, 3)))  # (F, C, kh, kw)
    dcols = np.tensordot(dout, w, axes=((1,), (0,)))  # (N, oh, ow, C, kh, kw)
    dpadded = _add_windows(dcols.transpose(0, 3, 1, 2, 4, 5), padded.shape, stride)  # like padded
    return _cropped(dpadded, padding), dw, dout.sum(axis=(0, 2, 3)).reshape(b.shape)


def conv_transpose2d(x: Array, w: Array, b: Array, stride: int = 1, padding: int = 0, output_padding: int = 0) -> Array:
    r"""Return the output of a transposed 2-D convolution layer, which spreads every input over a window of the output.

    Formula: $y_{nfab} = b_f + \sum w_{cfuv}\, x_{ncij}$ over all c, i, j, u, v with $is+u-p=a$ and $js+v-p=b$.

    Shapes: x (N, C, H, W); w (C, F, kh, kw); b (F,); returns (N, F, oh, ow) with
    oh = (H - 1) stride - 2 padding + kh + output_padding.
    Raises: ValueError where the channels differ.
    Note: without b the adjoint of `conv2d` with the same w, not its inverse; output_padding adds rows at the end only.
    Source: Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning, arXiv:1603.07285, chapter 4.
    """
    height, width = ((size - 1) * stride + k + output_padding for size, k in zip(x.shape[2:], w.shape[2:], strict=True))
    windows = np.tensordot(x, w, axes=((1,), (0,))).transpose(0, 3, 1, 2, 4, 5)  # (N, F, H, W, kh, kw)
    spread = _add_windows(windows, (x.shape[0], w.shape[1], height, width), stride)  # (N, F, oh + 2p, ow + 2p)
    out: Array = _cropped(spread, padding) + b.reshape(-1, 1, 1)
    return out


def im2col(x: Array, kh: int, kw: int, stride: int = 1, padding: int = 0) -> Array:
    r"""Return the windows of a convolution as the rows of a matrix.

    Formula: row $(n, i, j)$, column $(c, u, v)$ holds $x_{n,c,is+u-p,js+v-p}$, zero outside of the image.

    Shapes: x (N, C, H, W); returns (N * oh * ow, C * kh * kw).
    Raises: ValueError if the kernel is larger than the padded image.
    Note: a convolution becomes one matrix product, at the price of kh * kw copies of the image.
    Source: Chellapilla, Puri, Simard 2006, High Performance CNNs for Document Processing, IWFHR, section 3.
    """
    windows = _windows(_padded(x, padding), kh, kw, stride)  # (N, C, oh, ow, kh, kw)
    rows = windows.transpose(0, 2, 3, 1, 4, 5)  # (N, oh, ow, C, kh, kw)
    return rows.reshape(-1, x.shape[1] * kh * kw)  # (N * oh * ow, C * kh * kw)


def col2im(
    cols: Array, x_shape: tuple[int, int, int, int], kh: int, kw: int, stride: int = 1, padding: int = 0
) -> Array:
    r"""Return the image to which every window of `cols` has been added at its place: the adjoint of `im2col`.

    Formula: $x_{n,c,a,b} = \sum cols_{(n,i,j),(c,u,v)}$ over all windows with $is+u-p=a$ and $js+v-p=b$.

    Shapes: cols (N * oh * ow, C * kh * kw); returns x_shape = (N, C, H, W).
    Raises: ValueError where the shapes do not fit.
    Note: for every x and c, the dot product of im2col(x) with c equals that of x with col2im(c).
    Source: Chellapilla, Puri, Simard 2006, High Performance CNNs for Document Processing, IWFHR, section 3.
    """
    n, c, h, w = x_shape
    oh, ow = conv_out(h, kh, stride, padding), conv_out(w, kw, stride, padding)
    windows = cols.reshape(n, oh, ow, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)  # (N, C, oh, ow, kh, kw)
    return _cropped(_add_windows(windows, (n, c, h + 2 * padding, w + 2 * padding), stride), padding)


def conv1d_matrix(k: Array, n: int, stride: int = 1) -> Array:
    r"""Return the matrix whose product with a signal of length `n` is its convolution with the kernel `k`.

    Formula: $M_{i,\,is+u} = k_u$, all other entries 0; then $(Mx)_i = \sum_u k_u x_{is+u}$.

    Shapes: k (K,); returns (out, n) with out = (n - K) // stride + 1.
    Raises: ValueError if the kernel is longer than the signal.
    Note: a dense layer with shared weights (K distinct numbers) and mostly zeros (out * K of out * n are not).
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.1 (convolution as a Toeplitz matrix).
    """
    out = conv_out(n, len(k), stride)
    matrix = np.zeros((out, n), dtype=k.dtype)
    for i in range(out):
        matrix[i, i * stride : i * stride + len(k)] = k
    return matrix


def depthwise_separable(x: Array, wd: Array, wp: Array, stride: int = 1, padding: int = 0) -> Array:
    r"""Return a depthwise convolution (one filter a channel) followed by a 1 x 1 convolution that mixes the channels.

    Formula: $z_{ncij} = \sum_{u,v} wd_{cuv}\, x_{n,c,is+u-p,js+v-p}$, then $y_{nfij} = \sum_c wp_{fc}\, z_{ncij}$.

    Shapes: x (N, C, H, W); wd (C, kh, kw) or (C, 1, kh, kw); wp (F, C) or (F, C, 1, 1); returns (N, F, oh, ow).
    Raises: ValueError where the shapes do not fit.
    Note: C kh kw + F C weights instead of F C kh kw; stride and padding belong to the depthwise part; no biases.
    Source: Howard et al. 2017, MobileNets, arXiv:1704.04861, section 3.1.
    """
    filters = wd.reshape(wd.shape[0], *wd.shape[-2:])  # (C, kh, kw)
    windows = _windows(_padded(x, padding), filters.shape[1], filters.shape[2], stride)  # (N, C, oh, ow, kh, kw)
    depthwise = (windows * filters[:, None, None]).sum(axis=(4, 5))  # (N, C, oh, ow)
    return np.moveaxis(np.tensordot(depthwise, wp.reshape(wp.shape[:2]), axes=((1,), (1,))), -1, 1)  # (N, F, oh, ow)


def conv_out(h: int, k: int, s: int = 1, p: int = 0, d: int = 1) -> int:
    r"""Return the output size of a convolution or pooling along one axis.

    Formula: $\lfloor (h + 2p - d(k-1) - 1)/s \rfloor + 1$.

    Shapes: input size h, kernel k, stride s, padding p on both sides, dilation d; all whole numbers, in pixels.
    Raises: ValueError if the dilated kernel is larger than the padded input.
    Note: a remainder that no window covers is dropped.
    Source: Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning, arXiv:1603.07285, section 2.4.
    """
    reach = d * (k - 1) + 1
    if reach > h + 2 * p:
        raise ValueError(f"a kernel that reaches over {reach} does not fit into {h + 2 * p}")
    return (h + 2 * p - reach) // s + 1


def conv_transpose_out(h: int, k: int, s: int = 1, p: int = 0, op: int = 0, d: int = 1) -> int:
    r"""Return the output size of a transposed convolution along one axis.

    Formula: $(h - 1)s - 2p + d(k-1) + op + 1$.

    Shapes: input size h, kernel k, stride s, padding p, output padding op, dilation d; whole numbers, in pixels.
    Raises: nothing of its own.
    Note: inverts `conv_out` up to the remainder that the stride drops; op chooses which remainder.
    Source: Dumoulin and Visin 2016, A guide to convolution arithmetic for deep learning, arXiv:1603.07285, section 4.6.
    """
    return (h - 1) * s - 2 * p + d * (k - 1) + op + 1


def receptive_field(layers: list[tuple[int, ...]]) -> int:
    r"""Return how many input positions along one axis influence one output position of a stack of layers.

    Formula: $r = 1 + \sum_l d_l (k_l - 1) \prod_{m<l} s_m$.

    Shapes: layers a list of (k, s) or (k, s, d), first layer first; returns pixels.
    Raises: nothing of its own.
    Note: the stride of a layer counts for the layers after it, not for itself.
    Source: Araujo, Norris, Sim 2019, Computing Receptive Fields of Convolutional Neural Networks, Distill.
    """
    field, jump = 1, 1
    for kernel, stride, *dilation in layers:
        field += (kernel - 1) * (dilation[0] if dilation else 1) * jump
        jump *= stride
    return field


def _padded(x: Array, padding: int) -> Array:
    return np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))


def _cropped(x: Array, padding: int) -> Array:
    return x[:, :, padding : x.shape[2] - padding, padding : x.shape[3] - padding].copy()


def _windows(x: Array, kh: int, kw: int, stride: int) -> Array:
    return sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]  # (N, C, oh, ow, kh, kw)


def _add_windows(windows: Array, shape: tuple[int, ...], stride: int) -> Array:
    """Return zeros of `shape` (N, C, H, W) with every window (N, C, oh, ow, kh, kw) added at its place."""
    out = np.zeros(shape, dtype=windows.dtype)
    rows, columns, kh, kw = windows.shape[2:]
    for u in range(kh):
        for v in range(kw):
            out[:, :, u : u + rows * stride : stride, v : v + columns * stride : stride] += windows[..., u, v]
    return out
