"""Numbers about decoding and comparing texts."""

import numpy as np

from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, variant, whole
from quiz.bank.numeric import Numeric


@variant
def nucleus_size(rng: np.random.Generator) -> Numeric:
    p = np.array(
        pick(
            rng,
            [
                (0.4, 0.25, 0.15, 0.1, 0.06, 0.04),
                (0.5, 0.2, 0.12, 0.08, 0.06, 0.04),
                (0.3, 0.25, 0.2, 0.12, 0.08, 0.05),
            ],
        )
    )
    limit = pick(rng, [0.45, 0.6, 0.72, 0.84, 0.88, 0.93])
    answer = int(np.searchsorted(np.cumsum(p), limit)) + 1
    return Numeric(
        prompt=rf"Tokens have the probabilities ${row(p)}$. From how many of them does nucleus (top-p) sampling with "
        rf"$p = {limit}$ draw?",
        answer=answer,
        wrong=[
            (int((p >= 1 - limit).sum()), "The threshold is on the *cumulative* probability, not on single tokens."),
            (
                answer - 1,
                f"Those together stay below {limit}; the token that crosses the limit belongs to the nucleus.",
            ),
            (len(p), "The tail is cut off."),
        ],
        integer=True,
        explanation=rf"Cumulative sums ${row(np.round(np.cumsum(p), 4))}$: the first to reach {limit} is number "
        rf"{answer}.",
    )


@variant
def renormalised_probability(rng: np.random.Generator) -> Numeric:
    p = np.array(pick(rng, [(0.4, 0.25, 0.15, 0.1, 0.1), (0.5, 0.2, 0.15, 0.1, 0.05), (0.3, 0.25, 0.2, 0.15, 0.1)]))
    k, which = pick(rng, [2, 3, 4]), whole(rng, 0, 1)
    answer = float(p[which] / p[:k].sum())
    return Numeric(
        prompt=rf"Token probabilities, sorted: ${row(p)}$. With what probability does top-$k$ sampling with $k = "
        rf"{k}$ draw token {which + 1}, to three decimals?",
        answer=answer,
        wrong=[
            (float(p[which]), "After cutting off the tail the rest is divided by its sum."),
            (1 / k, "The tokens that are left keep their relative weights."),
            (float(p[which] + (1 - p[:k].sum()) / k), "The cut-off mass is shared in proportion, not evenly."),
        ],
        atol=6e-4,
        explanation=rf"${p[which]}/{show(float(p[:k].sum()))} = {answer:.4f}$.",
    )


@variant
def beam_probability(rng: np.random.Generator) -> Numeric:
    first = pick(rng, [(0.6, 0.4), (0.55, 0.45), (0.5, 0.45)])
    after_a, after_b = pick(rng, [0.3, 0.4, 0.5]), pick(rng, [0.8, 0.9, 0.95])
    greedy, other = first[0] * after_a, first[1] * after_b
    return Numeric(
        prompt=f"First tokens: A with probability {first[0]}, B with {first[1]}. After A the best continuation has "
        f"probability {after_a}, after B {after_b}. What is the probability of the "
        "two-token sequence that beam search with width 2 returns, to three significant digits?",
        answer=max(greedy, other),
        wrong=[
            (
                min(greedy, other),
                "That is what greedy decoding returns: the best first token is not always the best start.",
            ),
            (max(after_a, after_b), "The first token's probability has to be multiplied in."),
            (max((first[0] + after_a) / 2, (first[1] + after_b) / 2), "Probabilities multiply; they are not averaged."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"A: ${first[0]}\cdot{after_a} = {show(greedy)}$; B: ${first[1]}\cdot{after_b} = {show(other)}$.",
    )


@variant
def bleu_precision(rng: np.random.Generator) -> Numeric:
    reference_the, candidate_the = whole(rng, 1, 2), whole(rng, 3, 6)
    others = whole(rng, 1, 4)
    total = candidate_the + others
    hits = whole(rng, 0, others)
    answer = (min(reference_the, candidate_the) + hits) / total
    return Numeric(
        prompt=f"A candidate translation has {total} words: *the* {candidate_the} times and {others} other "
        f"word{'s, all different' * (others > 1)}. The reference has *the* {_times(reference_the)} and {hits} of the "
        "candidate's other words. What is the clipped unigram precision of BLEU, to three decimals?",
        answer=answer,
        wrong=[
            (
                (candidate_the + hits) / total,
                "Counts are clipped: *the* counts only as often as it is in the reference.",
            ),
            (hits / total, "The clipped matches of the repeated word count as well."),
            (
                (1 + hits) / (1 + others),
                "The denominator is the number of words in the candidate, repeated ones included.",
            ),
        ],
        atol=6e-4,
        explanation=rf"$(\min({candidate_the}, {reference_the}) + {hits})/{total} \approx {answer:.4f}$.",
    )


def _times(count: int) -> str:
    return "once" if count == 1 else "twice"
