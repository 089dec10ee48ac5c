"""Losses of generative models: the variational autoencoder and the adversarial network."""

import numpy as np

from nnref.numpy.activations import log_sigmoid
from nnref.numpy.arrays import Array


def vae_kl(mu: Array, logvar: Array) -> Array:
    r"""Return the divergence of diagonal Gaussians from the standard normal, one number for each sample.

    Formula: $\mathrm{KL} = \frac{1}{2} \sum_d (\mu_d^2 + e^{\ell_d} - 1 - \ell_d)$ with $\ell = \log \sigma^2$.

    Shapes: mu, logvar (N, D); returns (N,).
    Note: $e^\ell - 1$ is taken by expm1, which keeps the digits near the prior, where the divergence is 0.
    Source: Kingma, Welling 2014, Auto-encoding variational Bayes, appendix B.
    """
    return (np.square(mu) + np.expm1(logvar) - logvar).sum(axis=1) / 2


def elbo(x: Array, recon_logits: Array, mu: Array, logvar: Array) -> Array:
    r"""Return the evidence lower bound of a batch, to be maximised: reconstruction minus divergence.

    Formula: mean over n of $\sum_f (x_{nf} \log \sigma(z_{nf}) + (1 - x_{nf}) \log \sigma(-z_{nf})) - \mathrm{KL}_n$.

    Shapes: x, recon_logits (N, F), x in [0, 1]; mu, logvar (N, D); returns a scalar.
    Note: Bernoulli reconstruction from logits, summed over features and averaged over the batch.
    Source: Kingma, Welling 2014, Auto-encoding variational Bayes, sections 2.2 and 3, appendix C.1.
    """
    likelihood = x * log_sigmoid(recon_logits) + (1 - x) * log_sigmoid(-recon_logits)  # (N, F)
    return (likelihood.sum(axis=1) - vae_kl(mu, logvar)).mean()


def reparameterize(mu: Array, logvar: Array, rng: np.random.Generator) -> Array:
    r"""Return a sample of diagonal Gaussians as a differentiable function of their parameters.

    Formula: $z = \mu + e^{\ell / 2} \varepsilon$ with $\ell = \log \sigma^2$ and $\varepsilon \sim N(0, I)$.

    Shapes: mu, logvar any, equal; returns an array of that shape.
    Note: the noise does not depend on the parameters, so gradients pass: $\partial z / \partial \mu = 1$,
        $\partial z / \partial \ell = \frac{1}{2} e^{\ell / 2} \varepsilon$. Each entry has noise of its own.
    Source: Kingma, Welling 2014, Auto-encoding variational Bayes, section 2.4.
    """
    return mu + np.exp(logvar / 2) * rng.standard_normal(mu.shape)


def d_loss(real: Array, fake: Array) -> Array:
    r"""Return the discriminator's loss from its logits.

    Formula: $-\mathrm{mean} \log \sigma(\mathrm{real}) - \mathrm{mean} \log(1 - \sigma(\mathrm{fake}))$.

    Shapes: real, fake any, also of unequal sizes; returns a scalar.
    Note: $\log(1 - \sigma(z)) = \log \sigma(-z)$, which never takes the logarithm of 0.
    Source: Goodfellow et al. 2014, Generative adversarial nets, algorithm 1.
    """
    return -log_sigmoid(real).mean() - log_sigmoid(-fake).mean()


def g_loss(fake: Array, kind: str = "nonsaturating") -> Array:
    r"""Return the generator's loss from the discriminator's logits for generated samples.

    Formula: nonsaturating $-\mathrm{mean} \log \sigma(\mathrm{fake})$, saturating
    $\mathrm{mean} \log(1 - \sigma(\mathrm{fake}))$.

    Shapes: fake any; returns a scalar.
    Raises: ValueError for another kind.
    Note: both are minimised; the saturating form has no gradient while the discriminator is sure.
    Source: Goodfellow et al. 2014, Generative adversarial nets, section 3.
    """
    if kind == "nonsaturating":
        return -log_sigmoid(fake).mean()
    if kind == "saturating":
        return log_sigmoid(-fake).mean()
    raise ValueError(f"kind: expected 'nonsaturating' or 'saturating', got {kind!r}")
