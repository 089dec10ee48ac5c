"""PyTorch's own exponential average."""

from torch.optim.swa_utils import get_ema_avg_fn


def ema_update(ema, w, decay, step=None):
    state = get_ema_avg_fn(decay)(ema, w, None)
    return state, state.clone() if step is None else state / (1 - decay**step)
