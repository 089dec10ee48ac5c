"""Schedules, averages, initial weights, metrics: figures known by hand, a second opinion, and their borders."""

import itertools
import math
from typing import Any

import numpy as np
import pytest
import torch

import nnref.numpy
import nnref.torch
from nnref.numpy.initialization import fans as numpy_fans
from nnref.torch.initialization import fans as torch_fans

BOTH = pytest.mark.parametrize("twin", [nnref.numpy, nnref.torch], ids=["numpy", "torch"])


@BOTH
@pytest.mark.parametrize(("warmup", "total", "floor"), [(4, 20, 0.0), (0, 9, 0.01), (7, 7, 0.002), (1, 5, 0.0)])
def test_the_cosine_is_pytorchs(twin: Any, warmup: int, total: int, floor: float) -> None:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, max(total - warmup, 1), eta_min=floor)
    for step in range(warmup, total):
        assert twin.lr_at(step, warmup, total, 0.5, floor) == pytest.approx(schedule.get_last_lr()[0], rel=1e-9)
        optimizer.step()
        schedule.step()
    assert [twin.lr_at(step, warmup, total, 0.5, floor) for step in (total, total + 5)] == pytest.approx([floor] * 2)
    if warmup:
        assert twin.lr_at(0, warmup, total, 0.5, floor) == pytest.approx(0.5 / warmup)
        assert twin.lr_at(warmup - 1, warmup, total, 0.5, floor) == pytest.approx(0.5)


@BOTH
def test_the_corrected_average_of_constant_weights_is_the_weights(twin: Any) -> None:
    make = np.array if twin is nnref.numpy else torch.tensor
    state, weights = make([0.0, 0.0]), make([3.0, -1.0])
    for step in range(1, 6):
        state, value = twin.ema_update(state, weights, 0.9, step)
        assert value.tolist() == pytest.approx([3.0, -1.0])
    assert state.tolist() == pytest.approx([3 * (1 - 0.9**5), -(1 - 0.9**5)])


@pytest.mark.parametrize("drop_last", [False, True])
def test_an_epoch_holds_every_row_once(drop_last: bool) -> None:
    X, y = np.arange(23.0)[:, None], np.arange(23)
    torch_batches = nnref.torch.minibatches(torch.tensor(X), torch.tensor(y), 5, torch.Generator(), drop_last)
    for batches in (nnref.numpy.minibatches(X, y, 5, np.random.default_rng(3), drop_last), torch_batches):
        drawn = list(batches)
        rows = [int(row) for xb, _ in drawn for row in xb[:, 0]]
        assert rows == [int(label) for _, yb in drawn for label in yb]
        assert len(set(rows)) == len(rows) == (20 if drop_last else 23)


@pytest.mark.parametrize("shape", [(7, 3), (6, 4, 3, 5)])
def test_fans_are_pytorchs(shape: tuple[int, ...]) -> None:
    stored = torch.empty(shape[::-1] if len(shape) == 2 else shape)
    wanted = torch.nn.init._calculate_fan_in_and_fan_out(stored)
    assert numpy_fans(shape) == torch_fans(shape) == wanted


@BOTH
def test_initial_weights_have_the_stated_spread(twin: Any) -> None:
    rng = np.random.default_rng(1) if twin is nnref.numpy else torch.Generator().manual_seed(1)
    assert float(twin.xavier((200, 600), rng).std()) == pytest.approx(0.05, rel=0.02)
    assert float(twin.xavier((200, 600), rng, "normal", 2.0).std()) == pytest.approx(0.1, rel=0.02)
    assert float(twin.he((50, 8, 5, 5), rng).std()) == pytest.approx(0.1, rel=0.03)
    with pytest.raises(ValueError, match="axes"):
        twin.he((3, 4, 5), rng)
    with pytest.raises(ValueError, match="distribution"):
        twin.xavier((3, 4), rng, "cauchy")
    with pytest.raises(ValueError, match="nonlinearity"):
        twin.he((3, 4), rng, "fan_in", "softmax")


@BOTH
def test_the_perceptron_separates_what_is_separable(twin: Any) -> None:
    rng = np.random.default_rng(2)
    X = rng.normal(size=(40, 3))
    y = np.where(X @ [1.0, -2.0, 0.5] + 0.3 > 0, 1.0, -1.0)
    given = (X, y) if twin is nnref.numpy else (torch.from_numpy(X), torch.from_numpy(y))
    w, b, updates = twin.perceptron_fit(*given, 500)
    assert (y * (X @ np.asarray(w) + float(b)) > 0).all()
    assert updates > 0


def test_perceptron_twins_walk_the_same_way() -> None:
    X, y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([-1.0, 1, 1, -1])
    ours = nnref.numpy.perceptron_fit(X, y, 9, 0.5)
    theirs = nnref.torch.perceptron_fit(torch.from_numpy(X), torch.from_numpy(y), 9, 0.5)
    assert (ours[0].tolist(), ours[1], ours[2]) == (theirs[0].tolist(), theirs[1].item(), theirs[2])


def test_counted_parameters_are_pytorchs() -> None:
    modules = {
        torch.nn.Linear(5, 7): {"type": "dense", "in": 5, "out": 7, "bias": True},
        torch.nn.Linear(5, 7, bias=False): {"type": "dense", "in": 5, "out": 7, "bias": False},
        torch.nn.Conv2d(6, 9, (3, 2), groups=3): {
            "type": "conv",
            "in": 6,
            "out": 9,
            "kernel": (3, 2),
            "groups": 3,
            "bias": True,
        },
        torch.nn.BatchNorm2d(8): {"type": "batchnorm", "features": 8},
        torch.nn.LSTM(4, 6): {"type": "lstm", "in": 4, "hidden": 6},
        torch.nn.Embedding(11, 3): {"type": "embedding", "rows": 11, "dim": 3},
    }
    for module, layer in modules.items():
        assert nnref.numpy.count_params([layer]) == sum(p.numel() for p in module.parameters())
    with pytest.raises(ValueError, match="unknown layer type"):
        nnref.numpy.count_params([{"type": "softmax"}])


def test_area_under_the_curve_by_trapezoids() -> None:
    rng = np.random.default_rng(4)
    y, score = rng.integers(2, size=60), rng.integers(6, size=60) / 6
    steps = [(np.mean(score[y == 0] >= t), np.mean(score[y == 1] >= t)) for t in [2, *np.unique(score)[::-1]]]
    area = sum((x2 - x1) * (y1 + y2) / 2 for (x1, y1), (x2, y2) in itertools.pairwise(steps))
    assert nnref.numpy.roc_auc(y, score) == pytest.approx(area)
    with pytest.raises(ValueError, match="both classes"):
        nnref.numpy.roc_auc(np.ones(3), np.arange(3.0))


def test_metrics_of_a_small_table() -> None:
    found = nnref.numpy.metrics(np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1]), 3)
    assert found["confusion"].tolist() == [[2, 1, 0], [0, 1, 0], [0, 0, 0]]
    assert found["precision"].tolist() == pytest.approx([1, 0.5, 0])
    assert found["recall"].tolist() == pytest.approx([2 / 3, 1, 0])
    assert found["macro_f1"] == pytest.approx((0.8 + 2 / 3) / 3)
    assert found["micro_f1"] == found["accuracy"] == 0.75


def test_bleu_of_papineni_examples() -> None:
    reference = ["the", "cat", "is", "on", "the", "mat"]
    assert nnref.numpy.bleu([["the"] * 7], [[reference]], 1) == pytest.approx(2 / 7)
    short = ["the", "cat"]
    assert nnref.numpy.bleu([short], [[reference]], 2) == pytest.approx(math.exp(1 - 6 / 2))
    assert nnref.numpy.bleu([reference], [[reference]]) == pytest.approx(1)
    assert nnref.numpy.bleu([["dog"]], [[reference]], 1) == 0


def test_folds_partition_the_rows() -> None:
    folds = nnref.numpy.kfold(11, 4, np.random.default_rng(5))
    assert sorted(np.concatenate([held for _, held in folds]).tolist()) == list(range(11))
    assert all(sorted([*train, *held]) == list(range(11)) for train, held in folds)
    assert [len(held) for _, held in folds] == [3, 3, 3, 2]
    with pytest.raises(ValueError, match="between 2 and n"):
        nnref.numpy.kfold(3, 4, np.random.default_rng(5))


@pytest.mark.parametrize(
    ("losses", "patience", "min_delta", "wanted"),
    [
        ([1.0, 0.5, 0.6, 0.7], 2, 0.0, (3, 1)),
        ([1.0, 0.5, 0.5], 1, 0.0, (2, 1)),
        ([1.0, 0.75, 0.5], 2, 0.5, (2, 0)),
        ([math.nan, 1.0], 2, 0.0, (None, 1)),
        ([math.nan, math.nan], 2, 0.0, (1, None)),
        ([], 3, 0.0, (None, None)),
    ],
    ids=["stops", "tie", "exactly min_delta", "nan first", "only nan", "nothing"],
)
def test_when_training_stops(losses: list[float], patience: int, min_delta: float, wanted: tuple[Any, Any]) -> None:
    assert nnref.numpy.early_stop(losses, patience, min_delta) == wanted
