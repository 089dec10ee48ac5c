"""Losses of generative models on tensors: the variational autoencoder and the adversarial network."""

import torch
from torch import Tensor

from nnref.torch.losses import bce_with_logits, softplus


def vae_kl(mu: Tensor, logvar: Tensor) -> Tensor:
    r"""Return the divergence of diagonal Gaussians from the standard normal, one number for each sample.

    Formula: $\mathrm{KL} = \frac{1}{2} \sum_d (\mu_d^2 + e^{\ell_d} - 1 - \ell_d)$ with $\ell = \log \sigma^2$.

    Shapes: mu, logvar (N, D); returns (N,).
    Note: $e^\ell - 1$ is taken by expm1, which keeps the digits near the prior, where the divergence is 0.
    Source: Kingma, Welling 2014, Auto-encoding variational Bayes, appendix B.
    """
    return 0.5 * (mu.square() + (torch.expm1(logvar) - logvar)).sum(1)


def elbo(x: Tensor, recon_logits: Tensor, mu: Tensor, logvar: Tensor) -> Tensor:
    r"""Return the evidence lower bound of a batch, to be maximised: reconstruction minus divergence.

    Formula: mean over n of $\sum_f (x_{nf} \log \sigma(z_{nf}) + (1 - x_{nf}) \log \sigma(-z_{nf})) - \mathrm{KL}_n$.

    Shapes: x, recon_logits (N, F), x in [0, 1]; mu, logvar (N, D); returns a scalar.
    Note: Bernoulli reconstruction from logits, summed over features and averaged over the batch.
    Source: Kingma, Welling 2014, Auto-encoding variational Bayes, sections 2.2 and 3, appendix C.1.
    """
    misfit = bce_with_logits(recon_logits, x) * x.shape[1]
    return -misfit - vae_kl(mu, logvar).mean()


def reparameterize(mu: Tensor, logvar: Tensor, generator: torch.Generator) -> Tensor:
    r"""Return a sample of diagonal Gaussians as a differentiable function of their parameters.

    Formula: $z = \mu + e^{\ell / 2} \varepsilon$ with $\ell = \log \sigma^2$ and $\varepsilon \sim N(0, I)$.

    Shapes: mu, logvar any, equal; returns a tensor of that shape.
    Note: the noise does not depend on the parameters, so gradients pass: $\partial z / \partial \mu = 1$,
        $\partial z / \partial \ell = \frac{1}{2} e^{\ell / 2} \varepsilon$. Each entry has noise of its own.
    Source: Kingma, Welling 2014, Auto-encoding variational Bayes, section 2.4.
    """
    noise = torch.randn(mu.shape, generator=generator, dtype=mu.dtype, device=generator.device)
    return torch.addcmul(mu, noise.to(mu.device), torch.exp(logvar / 2))


def d_loss(real: Tensor, fake: Tensor) -> Tensor:
    r"""Return the discriminator's loss from its logits.

    Formula: $-\mathrm{mean} \log \sigma(\mathrm{real}) - \mathrm{mean} \log(1 - \sigma(\mathrm{fake}))$.

    Shapes: real, fake any, also of unequal sizes; returns a scalar.
    Note: $\log(1 - \sigma(z)) = \log \sigma(-z)$, which never takes the logarithm of 0.
    Source: Goodfellow et al. 2014, Generative adversarial nets, algorithm 1.
    """
    return softplus(-real).mean() + softplus(fake).mean()


def g_loss(fake: Tensor, kind: str = "nonsaturating") -> Tensor:
    r"""Return the generator's loss from the discriminator's logits for generated samples.

    Formula: nonsaturating $-\mathrm{mean} \log \sigma(\mathrm{fake})$, saturating
    $\mathrm{mean} \log(1 - \sigma(\mathrm{fake}))$.

    Shapes: fake any; returns a scalar.
    Raises: ValueError for another kind.
    Note: both are minimised; the saturating form has no gradient while the discriminator is sure.
    Source: Goodfellow et al. 2014, Generative adversarial nets, section 3.
    """
    if kind == "nonsaturating":
        return softplus(-fake).mean()
    if kind == "saturating":
        return -softplus(fake).mean()
    raise ValueError(f"kind: expected 'nonsaturating' or 'saturating', got {kind!r}")
