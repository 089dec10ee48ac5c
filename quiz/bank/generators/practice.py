"""Numbers from practice: speed, size, quantisation, attacks, reinforcement learning."""

import numpy as np

from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, variant, whole
from quiz.bank.numeric import Numeric


@variant
def overall_speedup(rng: np.random.Generator) -> Numeric:
    share, faster = pick(rng, [0.3, 0.4, 0.5, 0.6, 0.75, 0.8, 0.9]), pick(rng, [2, 3, 4, 5, 10])
    answer = 1 / (1 - share + share / faster)
    return Numeric(
        prompt=f"{show(100 * share)} % of a training step's time is spent in one operation. You make this operation "
        f"{faster} times as fast. How many times as fast is the whole step, "
        "to three significant digits?",
        answer=answer,
        wrong=[
            (faster, "The rest of the step takes as long as before."),
            (1 + share * (faster - 1), "Times add up, not speeds (Amdahl's law)."),
            (1 / (1 - share), "That is the limit for an operation that takes no time at all."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$1/(1 - {share} + {share}/{faster}) = {answer:.4g}$.",
    )


@variant
def weight_bytes(rng: np.random.Generator) -> Numeric:
    millions = pick(rng, [7, 11, 25, 60, 110, 340])
    name, bits = pick(rng, [("int8", 8), ("bfloat16", 16), ("int4", 4)])
    return Numeric(
        prompt=f"A model with {millions} million parameters is stored in {name}. How many megabytes (1 MB = "
        f"1,000,000 bytes) do the weights take, scales not counted?",
        answer=millions * bits / 8,
        wrong=[
            (millions * 4.0, "That is float32."),
            (millions * float(bits), "Eight bits are one byte."),
            (millions * (1.5 if bits != 4 else 1.0), f"{bits} bits per parameter are {show(bits / 8)} bytes."),
        ],
        atol=1e-6,
        explanation=rf"${millions}\cdot{bits}/8 = {show(millions * bits / 8)}$ MB, against {millions * 4} MB in "
        rf"float32.",
    )


@variant
def quantised_value(rng: np.random.Generator) -> Numeric:
    scale, zero = pick(rng, [0.02, 0.05, 0.1, 0.5]), pick(rng, [-10, 0, 5, 20])
    x = pick(rng, [-1, 1]) * whole(rng, 3, 40) * scale + pick(rng, [0.2, -0.3]) * scale
    q = round(x / scale) + zero
    wrong = [
        (round(x / scale) - zero, "The zero point is added when quantising and subtracted when going back."),
        (round(x * scale) + zero, "Divide by the scale."),
        (round((x + zero) / scale), "The zero point is an integer on the quantised side."),
    ]
    return Numeric(
        prompt=rf"int8 quantisation $q = \mathrm{{round}}(x/s) + z$ with scale $s = {scale}$ and zero point $z = "
        rf"{zero}$ (no clipping needed). What is $q$ for $x = {show(round(x, 6))}$?",
        answer=q,
        wrong=wrong
        if zero
        else [
            wrong[1],
            (int(x / scale), "The quotient is rounded to the nearest integer, not cut off."),
            (q * 2, "The scale is used once."),
        ],
        integer=True,
        explanation=rf"$x/s = {show(round(x / scale, 4))}$, rounded {round(x / scale)}, plus {zero}: {q}.",
    )


@variant
def nearest_prototype(rng: np.random.Generator) -> Numeric:
    points = rng.integers(-4, 7, (2, 2)) * 2
    query = rng.integers(-4, 7, 2)
    centre = points.mean(axis=0)
    answer = float(((query - centre) ** 2).sum())
    return Numeric(
        prompt=rf"A prototypical network has two support embeddings of a class, ${row(points[0])}$ and "
        rf"${row(points[1])}$, and the query ${row(query)}$. What is the squared Euclidean distance "
        "from the query to the class's prototype?",
        answer=answer,
        wrong=[
            (
                float(((query - points[0]) ** 2).sum()),
                "The prototype is the mean of the support embeddings, not the first of them.",
            ),
            (
                float(((query - points) ** 2).sum(axis=1).mean()),
                "That is the mean of the distances, not the distance to the mean.",
            ),
            (float(np.abs(query - centre).sum()), "That is the L1 distance."),
        ],
        atol=1e-6,
        explanation=rf"Prototype ${row(centre)}$, squared distance {show(answer)}.",
    )


@variant
def attacked_pixel(rng: np.random.Generator) -> Numeric:
    x, gradient, eps = (
        pick(rng, [0.02, 0.3, 0.5, 0.7, 0.99]),
        pick(rng, [-2.5, -0.4, 0.3, 1.7]),
        pick(rng, [0.03, 0.05, 0.1]),
    )
    answer = float(np.clip(x + eps * np.sign(gradient), 0, 1))
    return Numeric(
        prompt=rf"FGSM (untargeted) with $\varepsilon = {eps}$: a pixel in $[0, 1]$ has the value {x}, and the "
        rf"derivative of the loss by it is {gradient}. What does the pixel become?",
        answer=answer,
        wrong=[
            (float(np.clip(x + eps * gradient, 0, 1)), "FGSM uses the *sign* of the gradient, not its size."),
            (
                float(np.clip(x - eps * np.sign(gradient), 0, 1)),
                "The attack raises the loss: it goes along the gradient.",
            ),
            (x, "The pixel moves by epsilon (within the valid range)."),
        ]
        if answer == x + eps * np.sign(gradient)
        else [
            (float(x + eps * np.sign(gradient)), "Pixels have to stay within $[0, 1]$: clip."),
            (
                float(np.clip(x - eps * np.sign(gradient), 0, 1)),
                "The attack raises the loss: it goes along the gradient.",
            ),
            (x, "The pixel moves by epsilon (within the valid range)."),
        ],
        atol=2e-4,
        explanation=rf"$\mathrm{{clip}}({x} + {eps}\cdot\mathrm{{sign}}({gradient}),\ 0,\ 1) = {show(answer)}$.",
    )


@variant
def q_learning_target(rng: np.random.Generator) -> Numeric:
    reward, gamma = whole(rng, -3, 5), pick(rng, [0.5, 0.8, 0.9])
    values = [whole(rng, -2, 9) for _ in range(3)]
    done = rng.random() < 0.3
    best = max(values)
    answer = reward + (0 if done else gamma * best)
    formula = "r" if done else r"r + \gamma \max_a Q(s', a)"
    ending = "The episode **ends** with this step." if done else "The episode goes on."
    return Numeric(
        prompt=rf"Q-learning: reward {reward}, $\gamma = {gamma}$, target network's values of the actions in the "
        rf"next state ${row(values)}$. {ending} What is the target?",
        answer=answer,
        wrong=[
            (reward + gamma * best, "After a final step there is no next state to count.")
            if done
            else (reward, "The value of the next state is missing."),
            (reward + gamma * float(np.mean(values)), "Q-learning takes the best action, not the mean."),
            (reward + best, r"The next state's value is discounted by $\gamma$."),
        ],
        atol=1e-6,
        explanation=rf"${formula} = {show(answer)}$.",
    )


@variant
def discounted_return(rng: np.random.Generator) -> Numeric:
    gamma, rewards = pick(rng, [0.5, 0.8, 0.9]), [whole(rng, -2, 6) for _ in range(3)]
    answer = rewards[0] + gamma * rewards[1] + gamma**2 * rewards[2]
    return Numeric(
        prompt=rf"The rewards of an episode are ${row(rewards)}$ and $\gamma = {gamma}$. What is the return from the "
        rf"start?",
        answer=answer,
        wrong=[
            (sum(rewards), "Later rewards are discounted."),
            (gamma * answer, "The first reward is not discounted."),
            (
                rewards[2] + gamma * rewards[1] + gamma**2 * rewards[0],
                "The order is reversed: later rewards are discounted more.",
            ),
        ],
        atol=1e-4,
        explanation=rf"${rewards[0]} + {gamma}\cdot({rewards[1]}) + {gamma}^2\cdot({rewards[2]}) = {show(answer)}$.",
    )
