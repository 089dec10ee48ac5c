"""Numbers about recurrent networks."""

import numpy as np

from quiz.bank.generators.drawing import THREE_DIGITS, pick, show, tex, variant, whole
from quiz.bank.numeric import Numeric


@variant
def recurrent_state(rng: np.random.Generator) -> Numeric:
    x = [whole(rng, 1, 5), whole(rng, -3, 5)]
    wx, wh, b = whole(rng, 1, 3), pick(rng, [-2, -1, 2, 3]), whole(rng, -1, 2)
    h1 = max(wx * x[0] + b, 0)
    z2 = wx * x[1] + wh * h1 + b
    return Numeric(
        prompt=rf"A recurrent unit $h_t = \mathrm{{relu}}(w_x x_t + w_h h_{{t-1}} + b)$ has $w_x = {wx}$, $w_h = "
        rf"{wh}$, "
        rf"$b = {b}$ and $h_0 = 0$. The inputs are $x_1, x_2 = {x[0]}, {x[1]}$. What is $h_2$?",
        answer=max(z2, 0),
        wrong=[
            (max(wx * x[1] + b, 0), "This ignores the state: a feed-forward unit would give it."),
            (max(wx * x[1] + wh * x[0] + b, 0), "The state $h_1$ is fed back, not the input $x_1$."),
            (h1, "This is $h_1$; one more step follows."),
        ],
        integer=True,
        explanation=rf"$h_1 = \mathrm{{relu}}({wx * x[0] + b}) = {h1}$, "
        rf"$h_2 = \mathrm{{relu}}({wx * x[1]} + ({wh})\cdot{h1} + ({b})) = {max(z2, 0)}$.",
    )


@variant
def recurrent_parameters(rng: np.random.Generator) -> Numeric:
    d, h, steps = pick(rng, [8, 16, 24, 32]), pick(rng, [10, 20, 40, 64]), pick(rng, [5, 12, 50, 100])
    answer = d * h + h * h + h
    return Numeric(
        prompt=rf"A plain recurrent layer $h_t = \tanh(x_t W_x + h_{{t-1}} W_h + b)$ has {d} inputs and {h} hidden "
        rf"units and "
        f"runs over sequences of {steps} steps. How many parameters does it have?",
        answer=answer,
        wrong=[
            (answer * steps, "The same weights are used at every time step."),
            (d * h + h, "The recurrent matrix $W_h$ is missing."),
            (d * h + h * h, "The bias is missing."),
            (4 * answer, "Four gates are the LSTM's; this is a plain recurrent layer."),
        ],
        integer=True,
        explanation=rf"${d}\cdot{h} + {h}\cdot{h} + {h} = {answer}$, whatever the length of the sequence.",
    )


@variant
def gated_parameters(rng: np.random.Generator) -> Numeric:
    d, h = pick(rng, [8, 10, 16, 24, 32, 64]), pick(rng, [12, 20, 32, 48, 100])
    name, gates = pick(rng, [("LSTM", 4), ("GRU", 3)])
    one = d * h + h * h + h
    return Numeric(
        prompt=f"A {name} layer has {d} inputs and {h} hidden units, with **one** bias vector per gate. How many "
        f"parameters does it have?",
        answer=gates * one,
        wrong=[
            (one, f"That is one gate; {name} has {gates} such blocks."),
            ((7 - gates) * one, f"That is the {'GRU' if gates == 4 else 'LSTM'}."),
            (gates * (d * h + h), "The recurrent weights $h \\times h$ are missing."),
            (gates * (one + h), "PyTorch keeps two biases per gate; here there is one."),
        ],
        integer=True,
        explanation=rf"${gates}\cdot({d}\cdot{h} + {h}^2 + {h}) = {gates * one}$.",
    )


@variant
def forget_gate_path(rng: np.random.Generator) -> Numeric:
    gate, steps = pick(rng, [0.5, 0.8, 0.9, 0.95, 0.98, 0.99]), whole(rng, 5, 60)
    answer = gate**steps
    return Numeric(
        prompt=rf"The forget gate of an LSTM cell is {gate} at each of {steps} steps. By which factor is a gradient "
        rf"multiplied along the cell path "
        "(gates held fixed), to three significant digits?",
        answer=answer,
        wrong=[
            (gate * steps, "The factors multiply."),
            (1.0, "Only a forget gate of exactly 1 passes the gradient unchanged."),
            (1 - gate, "That is what is forgotten in a single step."),
            ((gate * 0.25) ** steps, "No activation's slope lies on the cell path; that is the point of the LSTM."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\prod_t f_t = {gate}^{{{steps}}} = {tex(answer)}$.",
    )


@variant
def cell_state(rng: np.random.Generator) -> Numeric:
    old, candidate = pick(rng, [2.0, -1.0, 4.0, -3.0]), pick(rng, [0.5, -0.5, 0.8, -0.2])
    forget, write = pick(rng, [0.2, 0.5, 0.9]), pick(rng, [0.1, 0.4, 0.8])
    return Numeric(
        prompt=rf"An LSTM cell has $c_{{t-1}} = {show(old)}$, forget gate {forget}, input gate {write} and candidate "
        rf"$g_t = {show(candidate)}$. "
        "What is $c_t$?",
        answer=forget * old + write * candidate,
        wrong=[
            ((1 - forget) * old + write * candidate, "The forget gate says what is *kept*: 1 keeps all."),
            (
                forget * old + (1 - forget) * candidate,
                "The LSTM has an input gate of its own; coupled gates are the GRU's.",
            ),
            (write * old + forget * candidate, "The gates are exchanged."),
        ],
        atol=1e-6,
        explanation=rf"$f c_{{t-1}} + i g_t = {forget}\cdot({show(old)}) + {write}\cdot({show(candidate)}) = "
        rf"{show(forget * old + write * candidate)}$.",
    )


@variant
def bidirectional_features(rng: np.random.Generator) -> Numeric:
    d, h = pick(rng, [8, 10, 20, 32]), pick(rng, [12, 16, 30, 64])
    one = d * h + h * h + h
    return Numeric(
        prompt=f"A bidirectional plain RNN has {d} inputs and {h} hidden units *per direction*, with one bias each. "
        f"How many parameters does it have?",
        answer=2 * one,
        wrong=[
            (one, "The backward direction has weights of its own."),
            (d * 2 * h + 4 * h * h + 2 * h, "The two directions do not read each other's state."),
            (2 * (d * h + h * h), "The biases are missing."),
        ],
        integer=True,
        explanation=rf"$2\cdot({d}\cdot{h} + {h}^2 + {h}) = {2 * one}$; each position gets ${2 * h}$ features.",
    )


@variant
def masked_mean(rng: np.random.Generator) -> Numeric:
    length, padded = whole(rng, 2, 4), 6
    losses = [whole(rng, 1, 9) for _ in range(length)]
    shown = ", ".join(map(str, losses + [0] * (padded - length)))
    return Numeric(
        prompt=f"A sequence of {length} tokens is padded to {padded}. The losses per position, with padding set to 0 "
        f"by the mask, are {shown}. What is the mean loss per "
        "token, to three significant digits?",
        answer=sum(losses) / length,
        wrong=[
            (sum(losses) / padded, "Divide by the number of real tokens, not by the padded length."),
            (sum(losses), "That is the sum."),
            (losses[-1], "That is the last token's loss."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"${sum(losses)}/{length} = {sum(losses) / length:.4g}$.",
    )


@variant
def forecast_windows(rng: np.random.Generator) -> Numeric:
    total, window, horizon = whole(rng, 100, 400), pick(rng, [12, 24, 30, 48]), pick(rng, [2, 3, 7, 12])
    answer = total - window - horizon + 1
    return Numeric(
        prompt=f"A series of {total} values is cut into training examples of {window} past values and the next "
        f"{horizon} values as target, moving by one step. "
        "How many examples are there?",
        answer=answer,
        wrong=[
            (total - window - horizon, "The first window counts as well: add 1."),
            (total - window + 1, "The targets need room at the end, too."),
            (total // (window + horizon), "Windows overlap here, as they move by one step."),
        ],
        integer=True,
        explanation=rf"${total} - {window} - {horizon} + 1 = {answer}$.",
    )


@variant
def embedding_row_gradient(rng: np.random.Generator) -> Numeric:
    tokens = [int(token) for token in rng.integers(0, 3, 6)]
    gradients = [whole(rng, -3, 5) for _ in tokens]
    token = pick(rng, sorted(set(tokens)))
    answer = sum(g for t, g in zip(tokens, gradients, strict=True) if t == token)
    last = [g for t, g in zip(tokens, gradients, strict=True) if t == token][-1]
    return Numeric(
        prompt=f"Tokens {tokens} are looked up in an embedding of size 1; the gradients that arrive at the six "
        f"positions are {gradients}. What is the gradient of the row of "
        f"token {token}?",
        answer=answer,
        wrong=[
            (last, "Repeated tokens add up; assignment keeps the last one only."),
            (sum(gradients), "Only the positions of this token count."),
            (
                answer / tokens.count(token) if tokens.count(token) > 1 else 0.5,
                "The gradients are summed, not averaged.",
            ),
        ],
        integer=True,
        explanation=rf"Sum over the positions of token {token}: ${answer}$.",
    )
