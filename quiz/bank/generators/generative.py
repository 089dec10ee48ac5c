"""Numbers about autoencoders and generative models."""

import math

import numpy as np

from quiz.bank.generators.drawing import THREE_DIGITS, matrix, pick, row, show, tex, variant, whole
from quiz.bank.numeric import Numeric


@variant
def autoencoder_parameters(rng: np.random.Generator) -> Numeric:
    d, h, z = pick(rng, [64, 100, 256, 784]), pick(rng, [20, 32, 50, 128]), pick(rng, [2, 4, 8, 16])
    encoder, decoder = (d + 1) * h + (h + 1) * z, (z + 1) * h + (h + 1) * d
    return Numeric(
        prompt=f"A dense autoencoder has layers {d} → {h} → {z} → {h} → {d} with biases and untied weights. How many "
        f"parameters does it have?",
        answer=encoder + decoder,
        wrong=[
            (2 * encoder, f"The decoder's biases are {h} and {d}, not those of the encoder."),
            (encoder, "That is the encoder alone."),
            (2 * (d * h + h * z), "The biases are missing."),
        ],
        integer=True,
        explanation=rf"Encoder {encoder}, decoder $({z}+1)\cdot{h} + ({h}+1)\cdot{d} = {decoder}$: "
        rf"{encoder + decoder}.",
    )


@variant
def gaussian_divergence(rng: np.random.Generator) -> Numeric:
    mean, spread = pick(rng, [0.0, 0.5, 1.0, -1.0, 2.0]), pick(rng, [0.5, 0.8, 1.5, 2.0])
    kl = 0.5 * (spread**2 + mean**2 - 1 - math.log(spread**2))
    return Numeric(
        prompt=rf"What is $D_{{KL}}(N(\mu, \sigma^2)\,\|\,N(0, 1))$ for $\mu = {show(mean)}$, $\sigma = {spread}$, "
        rf"in nats, to three significant digits?",
        answer=kl,
        wrong=[
            (2 * kl, r"The factor $\tfrac12$ is missing."),
            (0.5 * (spread**2 + mean**2 - 1 - math.log(spread)), r"The logarithm is that of $\sigma^2$."),
            (
                0.5 * (spread**2 + mean**2 - math.log(spread**2)),
                "The $-1$ is missing: the divergence must be 0 for the standard normal.",
            ),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\tfrac12(\sigma^2 + \mu^2 - 1 - \ln\sigma^2) = {tex(kl)}$.",
    )


@variant
def optimal_discriminator(rng: np.random.Generator) -> Numeric:
    data, model = whole(rng, 1, 9) / 10, whole(rng, 1, 9) / 10
    answer = data / (data + model)
    return Numeric(
        prompt=f"At some point the data density is {data} and the generator's density {model}. What does the optimal "
        f"discriminator of a GAN output there (probability "
        "of real), to three decimals?",
        answer=answer,
        wrong=[
            (model / (data + model), "That is the probability of *generated*."),
            (data, "The density alone does not tell; it is compared with the generator's."),
            (data / model, "That is the density ratio; the discriminator gives a probability."),
        ],
        atol=6e-4,
        explanation=rf"$\frac{{p_{{data}}}}{{p_{{data}} + p_g}} = {data}/{show(data + model)} = {answer:.4f}$; it is "
        rf"1/2 everywhere when the generator is perfect.",
    )


@variant
def signal_left(rng: np.random.Generator) -> Numeric:
    betas = [pick(rng, [0.1, 0.2, 0.3, 0.4]) for _ in range(3)]
    alpha_bar = float(np.prod([1 - beta for beta in betas]))
    return Numeric(
        prompt=rf"A diffusion process has $\beta_1, \beta_2, \beta_3 = {row(np.array(betas))}$. What is "
        rf"$\bar\alpha_3$?",
        answer=alpha_bar,
        wrong=[
            (1 - sum(betas), "The factors $1 - \\beta_t$ are multiplied; the betas are not summed."),
            (math.sqrt(alpha_bar), r"That is $\sqrt{\bar\alpha_3}$, the factor of the image."),
            (float(np.prod(betas)), r"$\alpha_t = 1 - \beta_t$ is what is multiplied."),
            (1 - alpha_bar, r"That is the variance of the noise."),
        ],
        atol=2e-4,
        explanation=rf"$\prod_t (1 - \beta_t) = {show(alpha_bar)}$; $x_3 = \sqrt{{\bar\alpha_3}}\,x_0 + "
        rf"\sqrt{{1 - \bar\alpha_3}}\,\epsilon$.",
    )


@variant
def gram_entry(rng: np.random.Generator) -> Numeric:
    maps = rng.integers(-2, 5, (2, 4))
    gram = maps @ maps.T
    return Numeric(
        prompt=rf"Two feature maps with four positions each are the rows of $F = {matrix(maps)}$. What is the "
        rf"off-diagonal entry of the (unnormalised) Gram matrix used "
        "in style transfer?",
        answer=int(gram[0, 1]),
        wrong=[
            (int(gram[0, 0]), "That is a diagonal entry, a map with itself."),
            (float(gram[0, 1]) / 4, "That is divided by the number of positions; here it is unnormalised."),
            (int(maps[0].sum() * maps[1].sum()), "Products are formed at equal positions, then summed."),
        ],
        integer=True,
        explanation=rf"$(FF^\top)_{{12}} = \sum_p F_{{1p}}F_{{2p}} = {gram[0, 1]}$: positions are summed out, only "
        rf"co-occurrence stays.",
    )


@variant
def anomaly_alarms(rng: np.random.Generator) -> Numeric:
    quantile, normal = pick(rng, [0.95, 0.98, 0.99, 0.995]), pick(rng, [2000, 4000, 10000, 20000])
    return Numeric(
        prompt=f"An autoencoder's alarm threshold is the {show(100 * quantile)} % quantile of the reconstruction "
        f"error on *normal* validation data. How many false alarms do you expect "
        f"among {normal} normal examples in use?",
        answer=round((1 - quantile) * normal),
        wrong=[
            (0, "A quantile below 100 % leaves some normal examples above the threshold by design."),
            (round(quantile * normal), "Those are the normal examples without an alarm."),
            (round((1 - quantile) * normal / 2), "All examples above the threshold alarm; there is only one tail."),
        ],
        integer=True,
        explanation=rf"${show(1 - quantile)}\cdot{normal} = {round((1 - quantile) * normal)}$, if use looks like "
        rf"validation.",
    )


@variant
def reparameterised_sample(rng: np.random.Generator) -> Numeric:
    mean, log_var, noise = pick(rng, [-1.0, 0.5, 2.0]), pick(rng, [-2, 2, 4]), pick(rng, [-1.5, -0.5, 0.5, 1.0])
    spread = math.exp(log_var / 2)
    return Numeric(
        prompt=rf"A VAE's encoder gives $\mu = {show(mean)}$ and $\log\sigma^2 = {log_var}$; the noise drawn is "
        rf"$\epsilon = {noise}$. What is $z$, to three significant digits?",
        answer=mean + spread * noise,
        wrong=[
            (mean + spread**2 * noise, r"Noise is multiplied by $\sigma$, not by $\sigma^2$."),
            (mean + log_var * noise, r"$\log\sigma^2$ first has to be turned into $\sigma = e^{\log\sigma^2/2}$."),
            (mean, "That is the mean; the noise is missing."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\sigma = e^{{{log_var}/2}} = {spread:.4g}$, $z = \mu + \sigma\epsilon = "
        rf"{tex(mean + spread * noise)}$.",
    )
