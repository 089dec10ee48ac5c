import numpy as np


def beam_search(step_fn, bos, eos, width, max_len, alpha=0.0):
    """Return (tokens, score): the best sequence that a beam of the given width finds, and its score.

    step_fn: takes a list of tokens that begins with bos, returns the log-probabilities of the next token, shape (V,)
    max_len: at most so many tokens after bos
    alpha: the sum of log-probabilities is divided by length ** alpha at the end
    """
    raise NotImplementedError("beam_search: return (tokens, score)")
