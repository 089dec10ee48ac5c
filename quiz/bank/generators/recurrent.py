"""Numbers about recurrent networks."""

import numpy as np

from quiz.bank.generators.drawing import pick, variant, whole
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
