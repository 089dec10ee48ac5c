from collections import Counter

import numpy as np


def bleu(cands, refs, n=4):
    """Return the corpus BLEU of token lists `cands` with, for each of them, a list of references."""
    raise NotImplementedError("Write bleu: clipped n-gram counts over the corpus, a geometric mean, a brevity penalty.")
