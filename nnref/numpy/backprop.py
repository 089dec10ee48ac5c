"""Backward passes written out by hand: activations, losses, whole networks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from nnref.numpy.activations import log_softmax, sigmoid, softmax
from nnref.numpy.arrays import Array

Layer = tuple[Array, Array]


def sigmoid_backward(dout: Array, x: Array) -> Array:
    r"""Return the gradient of the loss by the input of the logistic sigmoid.

    Formula: $dx = dout\, \sigma(x)\,(1 - \sigma(x))$.

    Shapes: dout and x alike; returns the same shape.
    Raises: nothing of its own.
    Note: the derivative is at most 1/4, at x = 0; $1 - \sigma(x) = \sigma(-x)$ keeps the digits for large x.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 3.10 and 6.3.2.
    """
    return dout * sigmoid(x) * sigmoid(-x)


def tanh_backward(dout: Array, x: Array) -> Array:
    r"""Return the gradient of the loss by the input of the hyperbolic tangent.

    Formula: $dx = dout\,(1 - \tanh^2 x)$.

    Shapes: dout and x alike; returns the same shape.
    Raises: nothing of its own.
    Note: the derivative is at most 1, at x = 0.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.2.
    """
    dx: Array = dout * (1 - np.square(np.tanh(x)))
    return dx


def relu_backward(dout: Array, x: Array) -> Array:
    r"""Return the gradient of the loss by the input of ReLU.

    Formula: $dx = dout$ where $x > 0$, else 0.

    Shapes: dout and x alike; returns the same shape.
    Raises: nothing of its own.
    Note: at the kink x = 0 the gradient is 0, as in torch.relu.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.1.
    """
    return np.where(x > 0, dout, np.zeros((), dtype=dout.dtype))


def softmax_backward(dout: Array, x: Array) -> Array:
    r"""Return the gradient of the loss by the logits of a softmax over the last axis.

    Formula: with $s = \mathrm{softmax}(x)$: $dx = s \odot (dout - \sum_j s_j\, dout_j)$.

    Shapes: dout and x (..., C); returns (..., C).
    Raises: nothing of its own.
    Note: the Jacobian $\mathrm{diag}(s) - s s^T$ is never built; every row of dx sums to zero.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.3.
    """
    s = softmax(x)
    dx: Array = s * (dout - (s * dout).sum(axis=-1, keepdims=True))
    return dx


def cross_entropy_backward(logits: Array, y: Array) -> Array:
    r"""Return the gradient of the mean softmax cross-entropy by the logits.

    Formula: $dz_{nc} = (\mathrm{softmax}(z_n)_c - [c = y_n]) / N$.

    Shapes: logits (N, C); y (N,), class indices; returns (N, C).
    Raises: IndexError for a class that does not exist.
    Note: loss and softmax together have a simpler and more stable gradient than either alone.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.3.
    """
    dlogits = softmax(logits)
    dlogits[np.arange(len(y)), y] -= 1
    return dlogits / len(y)


def sigmoid_layer_loss_grad(x: Array, w: Array, b: Array, y: Array) -> tuple[Array, Array, Array]:
    r"""Return `(cost, dw, db)` of one sigmoid layer under binary cross-entropy.

    Formula: with $z = x w + b$, $a = \sigma(z)$:
    $cost = -\tfrac1N \sum_{n,m} [y \log a + (1-y) \log(1-a)]$, $dz = (a - y)/N$, $dw = x^T dz$, $db = \sum_n dz_n$.

    Shapes: x (N, D); w (D, M); b (M,); y (N, M), 0, 1 or between; returns a number, (D, M), (M,).
    Raises: ValueError where the shapes do not fit.
    Note: the cost sums over the outputs and averages over the batch; taken from the logits, it never meets log(0).
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.2.2.2.
    """
    z = x @ w + b  # (N, M)
    cost: Array = np.sum(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))) / len(x)
    dz = (sigmoid(z) - y) / len(x)  # (N, M)
    return cost, x.T @ dz, dz.sum(axis=0)


def two_layer_loss(params: Mapping[str, Array], X: Array, y: Array, reg: float) -> tuple[Array, dict[str, Array]]:
    r"""Return `(loss, grads)` of a two-layer ReLU network under softmax cross-entropy with an L2 penalty.

    Formula: $h = \mathrm{relu}(X W_1 + b_1)$, $z = h W_2 + b_2$,
    $L = CE(z, y) + \tfrac{\lambda}{2} (\lVert W_1 \rVert^2 + \lVert W_2 \rVert^2)$.

    Shapes: X (N, D); W1 (D, H); b1 (H,); W2 (H, C); b2 (C,); y (N,), class indices; grads has the keys of params.
    Raises: ValueError where the shapes do not fit.
    Note: biases are not penalised; the cross-entropy is the mean over the batch.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 6.5.7 and 7.1.1.
    """
    w1, w2 = params["W1"], params["W2"]
    layers = [(w1, params["b1"]), (w2, params["b2"])]
    loss, ((dw1, db1), (dw2, db2)) = mlp_loss_grad(layers, X, y, "relu")
    penalty = reg / 2 * (np.square(w1).sum() + np.square(w2).sum())
    return loss + penalty, {"W1": dw1 + reg * w1, "b1": db1, "W2": dw2 + reg * w2, "b2": db2}


def mlp_loss_grad(params: Sequence[Layer], X: Array, y: Array, activation: str) -> tuple[Array, list[Layer]]:
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
    phi, derivative = _hidden_unit(activation)
    inputs = [X]
    for w, b in params[:-1]:
        inputs.append(phi(inputs[-1] @ w + b))
    last_w, last_b = params[-1]
    logits = inputs[-1] @ last_w + last_b  # (N, C)
    loss: Array = -log_softmax(logits)[np.arange(len(y)), y].mean()
    delta = cross_entropy_backward(logits, y)  # (N, C)
    grads: list[Layer] = []
    for (w, _), h in zip(reversed(params), reversed(inputs), strict=True):
        grads.append((h.T @ delta, delta.sum(axis=0)))
        delta = (delta @ w.T) * derivative(h)
    return loss, grads[::-1]


def gradient_norms(weights: Sequence[Array], x: Array, dout: Array, activation: str) -> list[Array]:
    r"""Return the Frobenius norm of the gradient by every weight of a deep network without biases.

    Formula: $h_l = \varphi(h_{l-1} w_l)$ with $h_0 = x$; $\delta_L = dout \odot \varphi'(z_L)$,
    $\delta_l = (\delta_{l+1} w_{l+1}^T) \odot \varphi'(z_l)$; the result holds $\lVert h_{l-1}^T \delta_l \rVert_F$.

    Shapes: weights a list of (D_in, D_out), first layer first; x (N, D); dout (N, M), the gradient at the
    last activation.
    Raises: ValueError for an activation other than tanh, relu, sigmoid.
    Note: each layer multiplies by w and by a derivative that is at most 1/4 (sigmoid) or 1 (tanh, ReLU).
    Source: Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward networks, section 4.2.
    """
    phi, derivative = _hidden_unit(activation)
    states = [x]
    for w in weights:
        states.append(phi(states[-1] @ w))
    norms = []
    grad = dout
    for w, before, after in zip(reversed(weights), states[-2::-1], states[::-1], strict=False):
        delta = grad * derivative(after)
        norms.append(np.sqrt(np.square(before.T @ delta).sum()))
        grad = delta @ w.T
    return norms[::-1]


def _hidden_unit(activation: str) -> tuple[Callable[[Array], Array], Callable[[Array], Array]]:
    """Return an activation and its derivative as a function of its own *output*."""
    units: dict[str, tuple[Callable[[Array], Array], Callable[[Array], Array]]] = {
        "tanh": (np.tanh, lambda h: 1 - np.square(h)),
        "relu": (lambda z: np.maximum(z, 0), lambda h: (h > 0).astype(h.dtype)),
        "sigmoid": (sigmoid, lambda h: h * (1 - h)),
    }
    if activation not in units:
        raise ValueError(f"activation must be one of {', '.join(units)}, got {activation!r}")
    return units[activation]
