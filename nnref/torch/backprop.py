"""Backward passes written out by hand: activations, losses, whole networks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

Layer = tuple[Tensor, Tensor]


def sigmoid_backward(dout: Tensor, x: Tensor) -> Tensor:
    r"""Return the gradient of the loss by the input of the logistic sigmoid.

    Formula: $dx = dout\, \sigma(x)\,(1 - \sigma(x))$.

    Shapes: dout and x alike; returns the same shape.
    Raises: nothing of its own.
    Note: the derivative is at most 1/4, at x = 0; $1 - \sigma(x) = \sigma(-x)$ keeps the digits for large x.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 3.10 and 6.3.2.
    """
    decay = torch.exp(-x.abs())
    return dout * decay / (1 + decay) ** 2


def tanh_backward(dout: Tensor, x: Tensor) -> Tensor:
    r"""Return the gradient of the loss by the input of the hyperbolic tangent.

    Formula: $dx = dout\,(1 - \tanh^2 x)$.

    Shapes: dout and x alike; returns the same shape.
    Raises: nothing of its own.
    Note: the derivative is at most 1, at x = 0.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.2.
    """
    out = x.tanh()
    return dout * (1 - out) * (1 + out)


def relu_backward(dout: Tensor, x: Tensor) -> Tensor:
    r"""Return the gradient of the loss by the input of ReLU.

    Formula: $dx = dout$ where $x > 0$, else 0.

    Shapes: dout and x alike; returns the same shape.
    Raises: nothing of its own.
    Note: at the kink x = 0 the gradient is 0, as in torch.relu.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.1.
    """
    return dout.masked_fill(x <= 0, 0.0)


def softmax_backward(dout: Tensor, x: Tensor) -> Tensor:
    r"""Return the gradient of the loss by the logits of a softmax over the last axis.

    Formula: with $s = \mathrm{softmax}(x)$: $dx = s \odot (dout - \sum_j s_j\, dout_j)$.

    Shapes: dout and x (..., C); returns (..., C).
    Raises: nothing of its own.
    Note: the Jacobian $\mathrm{diag}(s) - s s^T$ is never built; every row of dx sums to zero.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.3.
    """
    s = torch.softmax(x, dim=-1)
    weighted = s * dout
    return weighted - s * weighted.sum(dim=-1, keepdim=True)


def cross_entropy_backward(logits: Tensor, y: Tensor) -> Tensor:
    r"""Return the gradient of the mean softmax cross-entropy by the logits.

    Formula: $dz_{nc} = (\mathrm{softmax}(z_n)_c - [c = y_n]) / N$.

    Shapes: logits (N, C); y (N,), class indices; returns (N, C).
    Raises: RuntimeError for a class that does not exist.
    Note: loss and softmax together have a simpler and more stable gradient than either alone.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.3.
    """
    wanted = torch.zeros_like(logits).scatter(1, y.unsqueeze(1), 1.0)  # (N, C)
    return (torch.softmax(logits, dim=1) - wanted) / logits.shape[0]


def sigmoid_layer_loss_grad(x: Tensor, w: Tensor, b: Tensor, y: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return `(cost, dw, db)` of one sigmoid layer under binary cross-entropy.

    Formula: with $z = x w + b$, $a = \sigma(z)$:
    $cost = -\tfrac1N \sum_{n,m} [y \log a + (1-y) \log(1-a)]$, $dz = (a - y)/N$, $dw = x^T dz$, $db = \sum_n dz_n$.

    Shapes: x (N, D); w (D, M); b (M,); y (N, M), 0, 1 or between; returns a 0-d tensor, (D, M), (M,).
    Raises: RuntimeError where the shapes do not fit.
    Note: the cost sums over the outputs and averages over the batch; taken from the logits, it never meets log(0).
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.2.
    """
    z = torch.addmm(b, x, w)  # (N, M)
    cost = -(y * torch.nn.functional.logsigmoid(z) + (1 - y) * torch.nn.functional.logsigmoid(-z)).sum(dim=1).mean()
    error = torch.sigmoid(z) - y  # (N, M)
    return cost, torch.einsum("nd,nm->dm", x, error) / x.shape[0], error.mean(dim=0)


def two_layer_loss(params: Mapping[str, Tensor], X: Tensor, y: Tensor, reg: float) -> tuple[Tensor, dict[str, Tensor]]:
    r"""Return `(loss, grads)` of a two-layer ReLU network under softmax cross-entropy with an L2 penalty.

    Formula: $h = \mathrm{relu}(X W_1 + b_1)$, $z = h W_2 + b_2$,
    $L = CE(z, y) + \tfrac{\lambda}{2} (\lVert W_1 \rVert^2 + \lVert W_2 \rVert^2)$.

    Shapes: X (N, D); W1 (D, H); b1 (H,); W2 (H, C); b2 (C,); y (N,), class indices; grads has the keys of params.
    Raises: RuntimeError where the shapes do not fit.
    Note: biases are not penalised; the cross-entropy is the mean over the batch.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 6.5.7 and 7.1.1.
    """
    hidden = torch.relu(X @ params["W1"] + params["b1"])  # (N, H)
    logits = hidden @ params["W2"] + params["b2"]  # (N, C)
    penalty = 0.5 * reg * (params["W1"].pow(2).sum() + params["W2"].pow(2).sum())
    dlogits = cross_entropy_backward(logits, y)
    dhidden = (dlogits @ params["W2"].T) * (hidden > 0)  # (N, H)
    grads = {
        "W1": X.T @ dhidden + reg * params["W1"],
        "b1": dhidden.sum(dim=0),
        "W2": hidden.T @ dlogits + reg * params["W2"],
        "b2": dlogits.sum(dim=0),
    }
    return _mean_cross_entropy(logits, y) + penalty, grads


def mlp_loss_grad(params: Sequence[Layer], X: Tensor, y: Tensor, activation: str) -> tuple[Tensor, list[Layer]]:
    r"""Return `(loss, grads)` of a multi-layer perceptron under softmax cross-entropy.

    Formula: $h_0 = X$, $z_l = h_{l-1} w_l + b_l$, $h_l = \varphi(z_l)$ for $l < L$, $loss = CE(z_L, y)$;
    $\delta_L = (\mathrm{softmax}(z_L) - onehot(y))/N$, $\delta_l = (\delta_{l+1} w_{l+1}^T) \odot \varphi'(z_l)$,
    $dw_l = h_{l-1}^T \delta_l$, $db_l = \sum_n \delta_l$.

    Shapes: params a list of (w (D_in, D_out), b (D_out,)), first layer first; X (N, D); y (N,), class
    indices; grads like params.
    Raises: ValueError for an activation other than tanh, relu, sigmoid.
    Note: the last layer is linear; the 1/N enters once, in $\delta_L$.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.5.4, algorithms 6.3 and 6.4.
    """
    loss, grads, _ = _loss_grad_dx(params, X, y, activation)
    return loss, grads


def gradient_norms(weights: Sequence[Tensor], x: Tensor, dout: Tensor, activation: str) -> list[Tensor]:
    r"""Return the Frobenius norm of the gradient by every weight of a deep network without biases.

    Formula: $h_l = \varphi(h_{l-1} w_l)$ with $h_0 = x$; $\delta_L = dout \odot \varphi'(z_L)$,
    $\delta_l = (\delta_{l+1} w_{l+1}^T) \odot \varphi'(z_l)$; the result holds $\lVert h_{l-1}^T \delta_l \rVert_F$.

    Shapes: weights a list of (D_in, D_out), first layer first; x (N, D); dout (N, M), the gradient at the
    last activation.
    Raises: ValueError for an activation other than tanh, relu, sigmoid.
    Note: each layer multiplies by w and by a derivative that is at most 1/4 (sigmoid) or 1 (tanh, ReLU).
    Source: Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward networks, section 4.2.
    """
    tape: list[tuple[Tensor, Tensor]] = []
    h = x
    for w in weights:
        z = h @ w
        tape.append((h, z))
        h = _activate(z, activation)
    norms: list[Tensor] = []
    grad = dout
    for w, (h, z) in zip(weights[::-1], tape[::-1], strict=True):
        delta = _activation_backward(grad, z, activation)
        norms.insert(0, torch.linalg.matrix_norm(h.T @ delta))
        grad = delta @ w.T
    return norms


def _loss_grad_dx(params: Sequence[Layer], x: Tensor, y: Tensor, activation: str) -> tuple[Tensor, list[Layer], Tensor]:
    """Return the loss, the gradients by the layers and the gradient by the input of the rest of a network."""
    (w, b), deeper = params[0], params[1:]
    z = x @ w + b
    if deeper:
        loss, grads, dh = _loss_grad_dx(deeper, _activate(z, activation), y, activation)
        delta = _activation_backward(dh, z, activation)
    else:
        loss, grads, delta = _mean_cross_entropy(z, y), [], cross_entropy_backward(z, y)
    return loss, [(x.T @ delta, delta.sum(dim=0)), *grads], delta @ w.T


def _mean_cross_entropy(logits: Tensor, y: Tensor) -> Tensor:
    return (torch.logsumexp(logits, dim=1) - logits.gather(1, y.unsqueeze(1)).squeeze(1)).mean()


def _activate(z: Tensor, activation: str) -> Tensor:
    units = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid}
    if activation not in units:
        raise ValueError(f"activation must be one of {', '.join(units)}, got {activation!r}")
    return units[activation](z)


def _activation_backward(dout: Tensor, z: Tensor, activation: str) -> Tensor:
    """Return the gradient by the *input* of an activation."""
    return {"tanh": tanh_backward, "relu": relu_backward, "sigmoid": sigmoid_backward}[activation](dout, z)
