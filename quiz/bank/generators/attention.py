"""Numbers about attention, transformers, their cost and decoding."""

import math

import numpy as np

from nnref.numpy import softmax
from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, tex, variant, whole
from quiz.bank.numeric import Numeric


@variant
def attention_weight(rng: np.random.Generator) -> Numeric:
    d = pick(rng, [4, 9, 16])
    scores = np.array([float(whole(rng, -4, 8)), float(whole(rng, -4, 8))])
    weights = softmax(scores / math.sqrt(d))
    return Numeric(
        prompt=rf"A query of size {d} has the dot products ${row(scores)}$ with two keys. What weight does scaled "
        rf"dot-product attention give the first key, to three decimals?",
        answer=float(weights[0]),
        wrong=[
            (float(softmax(scores)[0]), rf"The scores are divided by $\sqrt{{{d}}} = {show(math.sqrt(d))}$ first."),
            (float(softmax(scores / d)[0]), r"Divide by $\sqrt d$, not by $d$."),
            (float(weights[1]), "That is the weight of the second key."),
        ],
        atol=6e-4,
        explanation=rf"Softmax of ${row(np.round(scores / math.sqrt(d), 4))}$: {weights[0]:.4f}.",
    )


@variant
def attended_value(rng: np.random.Generator) -> Numeric:
    ratio, values = pick(rng, [3, 4, 9]), np.array([float(whole(rng, -4, 10)) for _ in range(2)])
    scores = np.log([ratio, 1.0])
    out = float(softmax(scores) @ values)
    return Numeric(
        prompt=rf"Two keys get the scaled scores $\ln {ratio}$ and $0$; their values are {show(values[0])} and "
        rf"{show(values[1])} (size 1). What does attention return?",
        answer=out,
        wrong=[
            (float(ratio * values[0] + values[1]), "The exponentials have to be divided by their sum."),
            (float(values.mean()), "That is the plain mean; the weights differ."),
            (float(values[0]), "That is hard attention to the best key; softmax mixes."),
        ],
        atol=1e-4,
        explanation=rf"Weights ${ratio}/{ratio + 1}$ and $1/{ratio + 1}$: ${show(out)}$.",
    )


@variant
def dot_product_spread(rng: np.random.Generator) -> Numeric:
    d, sigma = pick(rng, [16, 25, 36, 64, 100]), pick(rng, [2, 3])
    return Numeric(
        prompt=f"Query and key have {d} independent entries with mean 0; those of the query have standard deviation "
        f"1, those of the key {sigma}. What is the **standard deviation** of their dot product?",
        answer=math.sqrt(d) * sigma,
        wrong=[
            (d * sigma * sigma, "That is the variance."),
            (d * sigma, "Variances of independent terms add; standard deviations do not."),
            (float(sigma), rf"That is one term; the sum of {d} terms is larger by $\sqrt{{{d}}}$."),
        ],
        atol=1e-6,
        explanation=rf"Variance ${d}\cdot{sigma}^2$, root $\sqrt{{{d}}}\cdot{sigma} = {show(math.sqrt(d) * sigma)}$. "
        rf"Dividing by $\sqrt d$ takes the width out of it.",
    )


@variant
def multi_head_parameters(rng: np.random.Generator) -> Numeric:
    heads = pick(rng, [4, 8, 12, 16])
    d = heads * pick(rng, [16, 32, 64])
    return Numeric(
        prompt=f"Multi-head self-attention with model width {d} and {heads} heads: projections for query, key, value "
        f"and output, all with biases. How many parameters?",
        answer=4 * d * d + 4 * d,
        wrong=[
            (4 * d * d, "The four biases are missing."),
            (3 * d * d + 3 * d, "The output projection is missing."),
            (heads * (4 * d * d + 4 * d), f"The heads share the width: each has {d // heads} dimensions."),
        ],
        integer=True,
        explanation=rf"$4\cdot({d}^2 + {d}) = {4 * d * d + 4 * d}$, whatever the number of heads.",
    )


@variant
def block_parameters(rng: np.random.Generator) -> Numeric:
    d = pick(rng, [128, 192, 256, 384, 512, 768, 1024])
    answer = 12 * d * d + 13 * d
    return Numeric(
        prompt=f"A transformer block of width {d}: attention with four projections, feed-forward network {d} → "
        f"{4 * d} → {d}, two layer norms, everything with biases. How many parameters?",
        answer=answer,
        wrong=[
            (12 * d * d, "Biases and layer norms are missing."),
            (8 * d * d + 5 * d, "That is the feed-forward network alone."),
            (
                6 * d * d + 13 * d,
                "The hidden layer is four times as wide, so the feed-forward part has $8d^2$ weights.",
            ),
            (12 * d * d + 9 * d, "Each layer norm has a gain and a bias: $4d$ in all."),
        ],
        integer=True,
        explanation=rf"Attention $4d^2 + 4d$, feed-forward $8d^2 + 5d$, norms $4d$: $12d^2 + 13d = {answer}$.",
    )


@variant
def cache_bytes(rng: np.random.Generator) -> Numeric:
    layers, kv_heads, size = pick(rng, [12, 24, 32]), pick(rng, [2, 4, 8]), pick(rng, [64, 128])
    heads, tokens, batch = kv_heads * 4, pick(rng, [1000, 2000, 4000]), pick(rng, [1, 3, 5])
    answer = 2 * layers * kv_heads * size * tokens * batch * 2
    return Numeric(
        prompt=f"A decoder has {layers} layers, {heads} query heads that share {kv_heads} key/value heads of size "
        f"{size}, and runs with {batch} sequence{'s' * (batch > 1)} of {tokens} tokens in "
        "bfloat16. How many bytes does the key/value cache take?",
        answer=answer,
        wrong=[
            (answer // 2, "Keys and values are both cached."),
            (answer * 4, f"Only the {kv_heads} key/value heads are cached, not one per query head."),
            (answer // layers, "Every layer has a cache of its own."),
        ],
        integer=True,
        explanation=rf"$2\cdot{layers}\cdot{kv_heads}\cdot{size}\cdot{tokens}\cdot{batch}\cdot2 = {answer}$ bytes.",
    )


@variant
def score_entries(rng: np.random.Generator) -> Numeric:
    heads, tokens = pick(rng, [4, 8, 12]), pick(rng, [100, 200, 500, 512])
    longer = pick(rng, [2, 3, 4])
    return Numeric(
        prompt=f"Self-attention with {heads} heads on {tokens} tokens forms a matrix of scores per head. How many "
        f"scores are there in all if the sequence becomes {longer} times as long?",
        answer=heads * (longer * tokens) ** 2,
        wrong=[
            (heads * longer * tokens**2, "Both sides of the matrix grow, so the number grows with the square."),
            ((longer * tokens) ** 2, "Every head has its own matrix."),
            (heads * tokens**2, "That is before the sequence got longer."),
        ],
        integer=True,
        explanation=rf"${heads}\cdot({longer}\cdot{tokens})^2 = {heads * (longer * tokens) ** 2}$.",
    )


@variant
def low_rank_parameters(rng: np.random.Generator) -> Numeric:
    d_in, d_out, r = pick(rng, [512, 1024, 2048]), pick(rng, [768, 1536, 4096]), pick(rng, [4, 8, 16, 32])
    return Numeric(
        prompt=f"LoRA of rank {r} is added to a frozen weight matrix with {d_in} inputs and {d_out} outputs. How "
        f"many parameters are trained?",
        answer=r * (d_in + d_out),
        wrong=[
            (d_in * d_out, "That is full fine-tuning of this matrix."),
            (r * d_in * d_out, "The two factors have $r d_{in}$ and $r d_{out}$ entries; they are added."),
            (r * r + d_in + d_out, "Each factor connects one side of the matrix with the rank."),
        ],
        integer=True,
        explanation=rf"${r}\cdot({d_in} + {d_out}) = {r * (d_in + d_out)}$, against ${d_in * d_out}$ for the whole "
        rf"matrix.",
    )


@variant
def image_tokens(rng: np.random.Generator) -> Numeric:
    patch = pick(rng, [8, 14, 16, 32])
    h, w = patch * whole(rng, 6, 16), patch * whole(rng, 6, 16)
    return Numeric(
        prompt=rf"A vision transformer cuts a ${h}\times{w}$ image into patches of ${patch}\times{patch}$ and adds a "
        rf"class token. How many tokens does it process?",
        answer=(h // patch) * (w // patch) + 1,
        wrong=[
            ((h // patch) * (w // patch), "The class token comes on top."),
            (h * w // patch + 1, "A patch has $P^2$ pixels."),
            (h // patch + w // patch + 1, "Rows and columns of patches multiply."),
        ],
        integer=True,
        explanation=rf"${h // patch}\cdot{w // patch} + 1 = {(h // patch) * (w // patch) + 1}$.",
    )


@variant
def active_parameters(rng: np.random.Generator) -> Numeric:
    experts, active, size, shared = (
        pick(rng, [8, 16, 64]),
        pick(rng, [1, 2, 4]),
        pick(rng, [3, 5, 7]),
        pick(rng, [2, 4, 6]),
    )
    return Numeric(
        prompt=f"A mixture-of-experts model has {shared} million shared parameters and {experts} experts of {size} "
        f"million each; every token is sent to {active} of them. "
        "How many million parameters does one token use?",
        answer=shared + active * size,
        wrong=[
            (shared + experts * size, "That is the total, which has to be stored; a token uses few experts."),
            (active * size, "Attention, embeddings and other shared parts are used by every token."),
            ((shared + experts * size) * active / experts, "The shared part is used in full."),
        ],
        atol=1e-6,
        explanation=rf"${shared} + {active}\cdot{size} = {shared + active * size}$ million of "
        rf"${shared + experts * size}$ million.",
    )


@variant
def scaled_memory_saving(rng: np.random.Generator) -> Numeric:
    tokens, d = pick(rng, [1024, 2048, 4096, 8192]), pick(rng, [64, 128])
    return Numeric(
        prompt=f"One attention head of size {d} on {tokens} tokens. How many times more numbers are in its score "
        f"matrix than in its output, to three significant digits?",
        answer=tokens / d,
        wrong=[
            (tokens, f"The output has {d} numbers per token."),
            (tokens * tokens / d, rf"The output has ${tokens}\cdot{d}$ numbers, the score matrix ${tokens}^2$."),
            (float(d), r"It is $T^2/(Td) = T/d$."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$T^2/(Td) = {tokens}/{d} = {tex(tokens / d)}$: this matrix is what memory-light attention "
        rf"never stores.",
    )
