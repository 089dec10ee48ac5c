"""Recurrent layers: one step, a whole sequence, gates, and how gradients travel back through time."""

from __future__ import annotations

import numpy as np

from nnref.numpy.activations import sigmoid
from nnref.numpy.arrays import Array


def dense(x: Array, w: Array, b: Array) -> Array:
    r"""Return the output of a dense tanh layer, the feed-forward counterpart of `rnn_step`.

    Formula: $y = \tanh(x w + b)$.

    Shapes: x (N, D); w (D, H); b (H,); returns (N, H).
    Raises: ValueError where the shapes do not fit.
    Note: nothing is carried from one call to the next.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.
    """
    out: Array = np.tanh(x @ w + b)
    return out


def rnn_step(x: Array, h: Array, wx: Array, wh: Array, b: Array) -> Array:
    r"""Return the next hidden state of a plain recurrent layer.

    Formula: $h' = \tanh(x w_x + h w_h + b)$.

    Shapes: x (N, D); h (N, H); wx (D, H); wh (H, H); b (H,); returns (N, H).
    Raises: ValueError where the shapes do not fit.
    Note: the state is fed back, not the output; the same weights are used at every step.
    Source: Elman 1990, Finding Structure in Time, Cognitive Science 14; Goodfellow et al. 2016, section 10.2.
    """
    new: Array = np.tanh(x @ wx + h @ wh + b)
    return new


def rnn_forward(x: Array, h0: Array, wx: Array, wh: Array, b: Array) -> Array:
    r"""Return the hidden states of a plain recurrent layer over a batch of sequences.

    Formula: $h_t = \tanh(x_t w_x + h_{t-1} w_h + b)$ for $t = 1, \dots, T$.

    Shapes: x (N, T, D); h0 (N, H); wx (D, H); wh (H, H); b (H,); returns (N, T, H), without h0.
    Raises: ValueError where the shapes do not fit.
    Note: the product with the inputs is taken for all steps at once; only the recurrence needs a loop.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 10.2.
    """
    driven = x @ wx + b  # (N, T, H)
    states = np.empty(driven.shape, dtype=driven.dtype)
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(driven[:, t] + h @ wh)  # (N, H)
        states[:, t] = h
    return states


def rnn_backward(
    dh: Array, x: Array, h0: Array, wx: Array, wh: Array, b: Array
) -> tuple[Array, Array, Array, Array, Array]:
    r"""Return the gradients `(dx, dh0, dwx, dwh, db)` of the loss by the arguments of `rnn_forward`.

    Formula: $dz_t = (dh_t + dz_{t+1} w_h^T)(1 - h_t^2)$, from the last step to the first; $dx_t = dz_t w_x^T$,
    $dh_0 = dz_1 w_h^T$, $dw_x = \sum_t x_t^T dz_t$, $dw_h = \sum_t h_{t-1}^T dz_t$, $db = \sum_{n,t} dz_{nt}$.

    Shapes: dh (N, T, H), one gradient for every state; the rest as in `rnn_forward`; returns each argument's shape.
    Raises: ValueError where the shapes do not fit.
    Note: each state gets a gradient from its own output and from the next step; both are added.
    Source: Werbos 1990, Backpropagation through time, Proceedings of the IEEE 78.
    """
    states = rnn_forward(x, h0, wx, wh, b)  # (N, T, H)
    dz = np.empty(states.shape, dtype=states.dtype)
    later = np.zeros_like(h0)
    for t in reversed(range(x.shape[1])):
        dz[:, t] = (dh[:, t] + later) * (1 - np.square(states[:, t]))
        later = dz[:, t] @ wh.T  # (N, H)
    before = np.concatenate([h0[:, None], states[:, :-1]], axis=1)  # (N, T, H)
    dwx = np.tensordot(x, dz, axes=((0, 1), (0, 1)))  # (D, H)
    dwh = np.tensordot(before, dz, axes=((0, 1), (0, 1)))  # (H, H)
    return dz @ wx.T, later, dwx, dwh, dz.sum(axis=(0, 1))


def rnn_grad_norms(wh: Array, hs: Array, dlast: Array) -> Array:
    r"""Return the norm of the gradient of the loss by every hidden state, for a loss of the last state alone.

    Formula: $g_T = dlast$, $g_{t-1} = w_h\,((1 - h_t^2) \odot g_t)$; the result holds $\lVert g_t \rVert_2$.

    Shapes: wh (H, H); hs (T, H), the states after the start; dlast (H,); returns (T,), the last entry for dlast.
    Raises: nothing of its own.
    Note: bounded by powers of the largest singular value of wh, not of its largest eigenvalue.
    Source: Pascanu, Mikolov, Bengio 2013, On the difficulty of training recurrent neural networks, ICML, section 2.
    """
    norms = np.empty(len(hs), dtype=dlast.dtype)
    grad = dlast
    for t in reversed(range(len(hs))):
        norms[t] = np.sqrt(np.square(grad).sum())
        grad = wh @ ((1 - np.square(hs[t])) * grad)  # (H,)
    return norms


def lstm_step(x: Array, h: Array, c: Array, wx: Array, wh: Array, b: Array) -> tuple[Array, Array]:
    r"""Return the next hidden state and cell state of an LSTM.

    Formula: $(a_i, a_f, a_g, a_o) = x w_x + h w_h + b$; $c' = \sigma(a_f)\, c + \sigma(a_i) \tanh(a_g)$;
    $h' = \sigma(a_o) \tanh(c')$.

    Shapes: x (N, D); h and c (N, H); wx (D, 4H); wh (H, 4H); b (4H,); returns (N, H), (N, H).
    Raises: ValueError where the shapes do not fit.
    Note: the columns hold the gates in PyTorch's order: input, forget, candidate, output.
    Source: Hochreiter and Schmidhuber 1997, Neural Computation 9; forget gate: Gers et al. 2000, ibid. 12.
    """
    gates = x @ wx + h @ wh + b  # (N, 4H)
    i, f, g, o = np.split(gates, 4, axis=1)  # (N, H) each
    cell = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(cell), cell


def gru_step(x: Array, h: Array, wx: Array, wh: Array, bx: Array, bh: Array) -> Array:
    r"""Return the next hidden state of a GRU.

    Formula: with $x w_x + b_x = (x_r, x_z, x_n)$ and $h w_h + b_h = (h_r, h_z, h_n)$: $r = \sigma(x_r + h_r)$,
    $z = \sigma(x_z + h_z)$, $n = \tanh(x_n + r\, h_n)$, $h' = (1 - z)\, n + z\, h$.

    Shapes: x (N, D); h (N, H); wx (D, 3H); wh (H, 3H); bx and bh (3H,); returns (N, H).
    Raises: ValueError where the shapes do not fit.
    Note: as in PyTorch and cuDNN the reset gate acts after the product with wh; the paper applies it before.
    Source: Cho et al. 2014, Learning Phrase Representations using RNN Encoder-Decoder, EMNLP, section 2.3.
    """
    x_r, x_z, x_n = np.split(x @ wx + bx, 3, axis=1)  # (N, H) each
    h_r, h_z, h_n = np.split(h @ wh + bh, 3, axis=1)
    z = sigmoid(x_z + h_z)
    candidate = np.tanh(x_n + sigmoid(x_r + h_r) * h_n)
    new: Array = (1 - z) * candidate + z * h
    return new
