"""VAE: divergences of several sizes, at the prior, one sample; bounds with binary and grey data, sure logits."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import elbo, vae_kl

references = {"vae_kl": vae_kl, "elbo": elbo}
arguments = {"x": exact}
outputs = {"vae_kl": ("kl",), "elbo": ("elbo",)}


def cases(rng):
    def latent(n, d):
        return dict(mu=rng.normal(size=(n, d)), logvar=rng.normal(0, 0.8, (n, d)))

    def batch(n, f, d, grey=False):
        x = rng.uniform(size=(n, f)) if grey else rng.integers(2, size=(n, f)).astype(float)
        return dict(x=x, recon_logits=rng.normal(0, 2, (n, f)), **latent(n, d))

    yield Case("divergence", **latent(4, 3), sample=True)
    yield Case("divergence, square", **latent(3, 3))
    yield Case("divergence, one sample", **latent(1, 5))
    yield Case("divergence at the prior", mu=np.zeros((2, 4)), logvar=np.zeros((2, 4)), kink=True)
    yield Case("divergence, narrow", mu=rng.normal(size=(3, 2)), logvar=rng.uniform(-8, -4, (3, 2)))
    yield Case("bound, binary data", call="elbo", **batch(4, 5, 2), sample=True)
    yield Case("bound, grey data", call="elbo", **batch(3, 4, 3, grey=True))
    yield Case("bound, one sample", call="elbo", **batch(1, 6, 2))
    sure = batch(3, 4, 2)
    sure["recon_logits"] = rng.choice([-1e3, 1e3], (3, 4))
    yield Case("bound, sure logits", call="elbo", **sure, extreme=True, gradient=True)
