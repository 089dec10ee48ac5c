"""Choosing the next token: filters of the distribution, and the search for the likeliest sequence."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor


def filter_logits(
    logits: Tensor, temperature: float | None = None, top_k: int | None = None, top_p: float | None = None
) -> Tensor:
    r"""Return the logits divided by the temperature, with the tokens that top-k and top-p remove at minus infinity.

    Formula: $z = logits / temperature$; top-k keeps $z_i \ge$ the k-th largest; then top-p keeps token i, in order of
    falling probability, if the tokens before it have together less than $top\_p$.

    Shapes: logits (..., V); returns (..., V). None switches a step off.
    Raises: ValueError if temperature or top_p is not above 0, or top_k is below 1.
    Note: all ties of the k-th stay; the token that crosses top_p stays, so that at least one token is left.
    Source: Fan et al. 2018, Hierarchical Neural Story Generation, ACL (top-k); Holtzman et al. 2020, ICLR (top-p).
    """
    settings = {"temperature": temperature, "top_k": top_k, "top_p": top_p}
    for name, value in settings.items():
        if value is not None and value <= 0:
            raise ValueError(f"{name} must be above 0, got {value}")
    z = logits / (1.0 if temperature is None else temperature)
    if top_k is not None:
        smallest = z.topk(min(top_k, z.shape[-1]), dim=-1).values[..., -1:]
        z = z.masked_fill(z < smallest, -torch.inf)
    if top_p is not None and top_p < 1:
        falling, order = z.sort(dim=-1, descending=True, stable=True)
        reached = falling.softmax(dim=-1).cumsum(dim=-1)  # (..., V)
        removed = torch.zeros_like(z, dtype=torch.bool)
        removed[..., 1:] = reached[..., :-1] >= top_p
        z = z.masked_fill(torch.empty_like(removed).scatter_(-1, order, removed), -torch.inf)
    return z


def beam_search(
    step_fn: Callable[[list[int]], Tensor], bos: int, eos: int, width: int, max_len: int, alpha: float = 0.0
) -> tuple[list[int], float]:
    r"""Return the best sequence that beam search finds, with `bos` and, where it was reached, `eos`, and its score.

    Formula: the score of $y_1 \dots y_n$ is $\frac{1}{n^{\alpha}} \sum_t \log p(y_t \mid bos, y_1, \dots, y_{t-1})$;
    during the search beams are ranked by the sum alone.

    Shapes: step_fn takes a list of tokens and returns log-probabilities (V,); max_len tokens at most after bos.
    Raises: ValueError if width or max_len is below 1.
    Note: a finished beam is not extended and competes on for its place in the beam.
    Source: Sutskever, Vinyals, Le 2014, NeurIPS, section 3.2; length penalty as in Murray and Chiang 2018, WMT.
    """
    if min(width, max_len) < 1:
        raise ValueError("width and max_len must be at least 1")
    done: list[tuple[float, list[int]]] = []
    alive = [(0.0, [bos])]
    for _ in range(max_len):
        if not alive:
            break
        steps = torch.stack([step_fn(list(tokens)).double() for _, tokens in alive])  # (beams, V)
        totals = steps + torch.tensor([total for total, _ in alive], dtype=steps.dtype, device=steps.device)[:, None]
        best, places = totals.flatten().topk(min(width, totals.numel()))
        found = [
            (total, [*alive[place // steps.shape[1]][1], place % steps.shape[1]])
            for total, place in zip(best.tolist(), places.tolist(), strict=True)
        ]
        kept = sorted(done + found, reverse=True, key=lambda beam: beam[0])[:width]
        finished = {id(beam) for beam in done} | {id(beam) for beam in found if beam[1][-1] == eos}
        done = [beam for beam in kept if id(beam) in finished]
        alive = [beam for beam in kept if id(beam) not in finished]
    scores = [(total / (len(tokens) - 1) ** alpha, tokens) for total, tokens in done + alive]
    score, tokens = max(scores, key=lambda beam: beam[0])
    return tokens, score
