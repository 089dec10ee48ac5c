"""Choosing the next token: filters of the distribution, and the search for the likeliest sequence."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnref.numpy.activations import softmax
from nnref.numpy.arrays import Array


def filter_logits(
    logits: Array, temperature: float | None = None, top_k: int | None = None, top_p: float | None = None
) -> Array:
    r"""Return the logits divided by the temperature, with the tokens that top-k and top-p remove at minus infinity.

    Formula: $z = logits / temperature$; top-k keeps $z_i \ge$ the k-th largest; then top-p keeps token i, in order of
    falling probability, if the tokens before it have together less than $top\_p$.

    Shapes: logits (..., V); returns (..., V). None switches a step off.
    Raises: ValueError if temperature or top_p is not above 0, or top_k is below 1.
    Note: all ties of the k-th stay; the token that crosses top_p stays, so that at least one token is left.
    Source: Fan et al. 2018, Hierarchical Neural Story Generation, ACL (top-k); Holtzman et al. 2020, ICLR (top-p).
    """
    _check_filter(temperature, top_k, top_p)
    z = logits if temperature is None else logits / temperature
    if top_k is not None:
        k = min(top_k, z.shape[-1])
        z = np.where(z >= np.sort(z)[..., -k, None], z, -np.inf).astype(z.dtype)
    if top_p is not None and top_p < 1:
        order = np.argsort(-z, kind="stable")  # (..., V)
        probabilities = np.take_along_axis(softmax(z), order, axis=-1)
        before = np.cumsum(probabilities, axis=-1) - probabilities  # (..., V), in falling order
        keep = np.empty(z.shape, dtype=bool)
        np.put_along_axis(keep, order, before < top_p, axis=-1)
        z = np.where(keep, z, -np.inf).astype(z.dtype)
    return z.copy()


def beam_search(
    step_fn: Callable[[list[int]], Array], bos: int, eos: int, width: int, max_len: int, alpha: float = 0.0
) -> tuple[list[int], float]:
    r"""Return the best sequence that beam search finds, with `bos` and, where it was reached, `eos`, and its score.

    Formula: the score of $y_1 \dots y_n$ is $\frac{1}{n^{\alpha}} \sum_t \log p(y_t \mid bos, y_1, \dots, y_{t-1})$;
    during the search beams are ranked by the sum alone.

    Shapes: step_fn takes a list of tokens and returns log-probabilities (V,); max_len tokens at most after bos.
    Raises: ValueError if width or max_len is below 1.
    Note: a finished beam is not extended and competes on for its place in the beam.
    Source: Sutskever, Vinyals, Le 2014, NeurIPS, section 3.2; length penalty as in Murray and Chiang 2018, WMT.
    """
    if width < 1 or max_len < 1:
        raise ValueError("width and max_len must be at least 1")
    beams = [([bos], 0.0)]
    for _ in range(max_len):
        candidates = [(tokens, total) for tokens, total in beams if _is_finished(tokens, eos)]
        if len(candidates) == len(beams):
            break
        for tokens, total in beams:
            if not _is_finished(tokens, eos):
                steps = enumerate(step_fn(list(tokens)))
                candidates += [([*tokens, token], total + float(step)) for token, step in steps]
        beams = sorted(candidates, key=lambda beam: -beam[1])[:width]
    scored = [(tokens, total / (len(tokens) - 1) ** alpha) for tokens, total in beams]
    return max(scored, key=lambda beam: beam[1])


def _is_finished(tokens: list[int], eos: int) -> bool:
    """Return whether a sequence has ended: with `eos`, behind its first token."""
    return len(tokens) > 1 and tokens[-1] == eos


def _check_filter(temperature: float | None, top_k: int | None, top_p: float | None) -> None:
    """Raise ValueError if a setting of `filter_logits` is out of its range."""
    if temperature is not None and temperature <= 0:
        raise ValueError(f"the temperature must be above 0, got {temperature}")
    if top_k is not None and top_k < 1:
        raise ValueError(f"top_k must be at least 1, got {top_k}")
    if top_p is not None and top_p <= 0:
        raise ValueError(f"top_p must be above 0, got {top_p}")
