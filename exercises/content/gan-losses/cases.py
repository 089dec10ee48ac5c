"""GAN losses: unequal batch sizes, patch-shaped logits, both generator losses, a sure discriminator, right and wrong."""

from grader.cases import Case
from nnref.numpy import d_loss, g_loss

references = {"d_loss": d_loss, "g_loss": g_loss}


def cases(rng):
    def logits(*shape):
        return rng.normal(0, 2, shape)

    yield Case("discriminator", real=logits(6), fake=logits(6), sample=True)
    yield Case("discriminator, unequal sizes", real=logits(5, 1), fake=logits(3, 1))
    yield Case("discriminator on patches", real=logits(2, 3, 2), fake=logits(2, 3, 2))
    far = rng.permutation([-1e3, -800.0, 800.0, 1e3])
    yield Case("a sure discriminator", real=far, fake=rng.permutation(far), extreme=True, gradient=True)
    yield Case("generator", call="g_loss", fake=logits(6), sample=True)
    yield Case("generator, saturating", call="g_loss", fake=logits(5), kind="saturating")
    yield Case("generator, by name", call="g_loss", fake=logits(2, 3), kind="nonsaturating")
    yield Case("generator sees through", call="g_loss", fake=far, kind="nonsaturating", extreme=True, gradient=True)
    yield Case("generator, saturating, far", call="g_loss", fake=far, kind="saturating", extreme=True, gradient=True)
