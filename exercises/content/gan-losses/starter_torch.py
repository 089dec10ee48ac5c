import torch


def d_loss(real, fake):
    """Return the discriminator's loss from its logits for real and for generated samples."""
    raise NotImplementedError("Write d_loss: two means of log-sigmoids.")


def g_loss(fake, kind="nonsaturating"):
    """Return the generator's loss from the discriminator's logits for generated samples."""
    raise NotImplementedError("Write g_loss: a mean of log-sigmoids, in two versions.")
