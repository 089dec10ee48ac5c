"""Recurrent layers: one step, a whole sequence, gates, and how gradients travel back through time."""

from __future__ import annotations

import torch
from torch import Tensor


def dense(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    r"""Return the output of a dense tanh layer, the feed-forward counterpart of `rnn_step`.

    Formula: $y = \tanh(x w + b)$.

    Shapes: x (N, D); w (D, H); b (H,); returns (N, H).
    Raises: RuntimeError where the shapes do not fit.
    Note: nothing is carried from one call to the next.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.
    """
    return torch.addmm(b, x, w).tanh()  # (N, H)


def rnn_step(x: Tensor, h: Tensor, wx: Tensor, wh: Tensor, b: Tensor) -> Tensor:
    r"""Return the next hidden state of a plain recurrent layer.

    Formula: $h' = \tanh(x w_x + h w_h + b)$.

    Shapes: x (N, D); h (N, H); wx (D, H); wh (H, H); b (H,); returns (N, H).
    Raises: RuntimeError where the shapes do not fit.
    Note: the state is fed back, not the output; the same weights are used at every step.
    Source: Elman 1990, Finding Structure in Time, Cognitive Science 14; Goodfellow et al. 2016, section 10.2.
    """
    both, weights = torch.cat([x, h], dim=1), torch.cat([wx, wh], dim=0)  # (N, D + H), (D + H, H)
    return torch.addmm(b, both, weights).tanh()  # (N, H)


def rnn_forward(x: Tensor, h0: Tensor, wx: Tensor, wh: Tensor, b: Tensor) -> Tensor:
    r"""Return the hidden states of a plain recurrent layer over a batch of sequences.

    Formula: $h_t = \tanh(x_t w_x + h_{t-1} w_h + b)$ for $t = 1, \dots, T$.

    Shapes: x (N, T, D); h0 (N, H); wx (D, H); wh (H, H); b (H,); returns (N, T, H), without h0.
    Raises: RuntimeError where the shapes do not fit.
    Note: the states are collected and stacked, so that autograd sees every step.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 10.2.
    """
    states = [h0]
    for step in x.unbind(dim=1):
        states.append(rnn_step(step, states[-1], wx, wh, b))
    return torch.stack(states[1:], dim=1)  # (N, T, H)


def rnn_backward(
    dh: Tensor, x: Tensor, h0: Tensor, wx: Tensor, wh: Tensor, b: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    r"""Return the gradients `(dx, dh0, dwx, dwh, db)` of the loss by the arguments of `rnn_forward`.

    Formula: $dz_t = (dh_t + dz_{t+1} w_h^T)(1 - h_t^2)$, from the last step to the first; $dx_t = dz_t w_x^T$,
    $dh_0 = dz_1 w_h^T$, $dw_x = \sum_t x_t^T dz_t$, $dw_h = \sum_t h_{t-1}^T dz_t$, $db = \sum_{n,t} dz_{nt}$.

    Shapes: dh (N, T, H), one gradient for every state; the rest as in `rnn_forward`; returns each argument's shape.
    Raises: RuntimeError where the shapes do not fit.
    Note: each state gets a gradient from its own output and from the next step; both are added.
    Source: Werbos 1990, Backpropagation through time, Proceedings of the IEEE 78.
    """
    states = [h0, *rnn_forward(x, h0, wx, wh, b).unbind(dim=1)]
    dwx, dwh, db, later = torch.zeros_like(wx), torch.zeros_like(wh), torch.zeros_like(b), torch.zeros_like(h0)
    dx = []
    for t in range(x.shape[1], 0, -1):
        dz = (dh[:, t - 1] + later) * (1 - states[t] ** 2)  # (N, H)
        dwx, dwh, db = dwx + x[:, t - 1].mT @ dz, dwh + states[t - 1].mT @ dz, db + dz.sum(dim=0)
        later = dz @ wh.mT  # (N, H)
        dx.append(dz @ wx.mT)
    return torch.stack(dx[::-1], dim=1), later, dwx, dwh, db


def rnn_grad_norms(wh: Tensor, hs: Tensor, dlast: Tensor) -> Tensor:
    r"""Return the norm of the gradient of the loss by every hidden state, for a loss of the last state alone.

    Formula: $g_T = dlast$, $g_{t-1} = w_h\,((1 - h_t^2) \odot g_t)$; the result holds $\lVert g_t \rVert_2$.

    Shapes: wh (H, H); hs (T, H), the states after the start; dlast (H,); returns (T,), the last entry for dlast.
    Raises: nothing of its own.
    Note: bounded by powers of the largest singular value of wh, not of its largest eigenvalue.
    Source: Pascanu, Mikolov, Bengio 2013, On the difficulty of training recurrent neural networks, ICML, section 2.
    """
    grads = [dlast]
    for state in hs[1:].flip(0):
        grads.append(torch.mv(wh * (1 - state**2), grads[-1]))  # (H,)
    norms: Tensor = torch.linalg.vector_norm(torch.stack(grads[::-1]), dim=1)  # (T,)
    return norms


def lstm_step(x: Tensor, h: Tensor, c: Tensor, wx: Tensor, wh: Tensor, b: Tensor) -> tuple[Tensor, Tensor]:
    r"""Return the next hidden state and cell state of an LSTM.

    Formula: $(a_i, a_f, a_g, a_o) = x w_x + h w_h + b$; $c' = \sigma(a_f)\, c + \sigma(a_i) \tanh(a_g)$;
    $h' = \sigma(a_o) \tanh(c')$.

    Shapes: x (N, D); h and c (N, H); wx (D, 4H); wh (H, 4H); b (4H,); returns (N, H), (N, H).
    Raises: RuntimeError where the shapes do not fit.
    Note: the columns hold the gates in PyTorch's order: input, forget, candidate, output.
    Source: Hochreiter and Schmidhuber 1997, Neural Computation 9; forget gate: Gers et al. 2000, ibid. 12.
    """
    gates = (torch.addmm(b, x, wx) + h @ wh).reshape(x.shape[0], 4, h.shape[1])  # (N, 4, H)
    i, f, o = gates[:, [0, 1, 3]].sigmoid().unbind(dim=1)  # (N, H) each
    cell = torch.addcmul(f * c, i, gates[:, 2].tanh())
    return o * cell.tanh(), cell


def gru_step(x: Tensor, h: Tensor, wx: Tensor, wh: Tensor, bx: Tensor, bh: Tensor) -> Tensor:
    r"""Return the next hidden state of a GRU.

    Formula: with $x w_x + b_x = (x_r, x_z, x_n)$ and $h w_h + b_h = (h_r, h_z, h_n)$: $r = \sigma(x_r + h_r)$,
    $z = \sigma(x_z + h_z)$, $n = \tanh(x_n + r\, h_n)$, $h' = (1 - z)\, n + z\, h$.

    Shapes: x (N, D); h (N, H); wx (D, 3H); wh (H, 3H); bx and bh (3H,); returns (N, H).
    Raises: RuntimeError where the shapes do not fit.
    Note: as in PyTorch and cuDNN the reset gate acts after the product with wh; the paper applies it before.
    Source: Cho et al. 2014, Learning Phrase Representations using RNN Encoder-Decoder, EMNLP, section 2.3.
    """
    size = h.shape[1]
    driven, fed_back = torch.addmm(bx, x, wx), torch.addmm(bh, h, wh)  # (N, 3H) each
    reset, update = (driven + fed_back)[:, : 2 * size].sigmoid().chunk(2, dim=1)  # (N, H) each
    candidate = torch.tanh(driven[:, 2 * size :] + reset * fed_back[:, 2 * size :])
    return torch.lerp(candidate, h, update)
