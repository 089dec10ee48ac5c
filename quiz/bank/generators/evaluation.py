"""Numbers about measuring models."""

import math

import numpy as np

from nnref.numpy import roc_auc
from quiz.bank.generators.drawing import THREE_DIGITS, pick, row, show, variant, whole
from quiz.bank.numeric import Numeric


@variant
def f1_score(rng: np.random.Generator) -> Numeric:
    tp, fp, fn, tn = whole(rng, 20, 80), whole(rng, 5, 40), whole(rng, 5, 40), whole(rng, 200, 900)
    precision, recall = tp / (tp + fp), tp / (tp + fn)
    f1 = 2 * tp / (2 * tp + fp + fn)
    return Numeric(
        prompt=f"Confusion matrix: {tp} true positives, {fp} false positives, {fn} false negatives, {tn} true "
        f"negatives. What is F1, to three decimals?",
        answer=f1,
        wrong=[
            (precision, "That is precision."),
            (recall, "That is recall, the share of positives found."),
            ((tp + tn) / (tp + fp + fn + tn), "That is accuracy, which the many true negatives dominate."),
        ],
        atol=6e-4,
        explanation=rf"Precision {precision:.4f}, recall {recall:.4f}; $F_1 = 2\cdot{tp}/(2\cdot{tp} + {fp} + {fn}) "
        rf"= {f1:.4f}$.",
    )


@variant
def macro_recall(rng: np.random.Generator) -> Numeric:
    sizes = [pick(rng, [600, 800, 900]), pick(rng, [60, 80, 100]), pick(rng, [20, 30, 40])]
    rates = [pick(rng, [0.9, 0.95]), pick(rng, [0.4, 0.5, 0.6]), pick(rng, [0.1, 0.2, 0.3])]
    hits = [round(size * rate) for size, rate in zip(sizes, rates, strict=True)]
    recalls = [hit / size for hit, size in zip(hits, sizes, strict=True)]
    described = "; ".join(f"{hit} of {size}" for hit, size in zip(hits, sizes, strict=True))
    return Numeric(
        prompt=f"Correctly classified per class: {described}. What is the macro-averaged recall, to three decimals?",
        answer=float(np.mean(recalls)),
        wrong=[
            (sum(hits) / sum(sizes), "That is the micro average (accuracy), which the large class dominates."),
            (float(np.median(recalls)), "Macro means the plain mean over the classes."),
            (min(recalls), "That is the worst class."),
        ],
        atol=6e-4,
        explanation=f"Recalls {', '.join(f'{r:.3f}' for r in recalls)}; their mean is {np.mean(recalls):.4f}.",
    )


@variant
def area_under_curve(rng: np.random.Generator) -> Numeric:
    scores = [int(v) for v in rng.integers(1, 8, 6)]
    positives, negatives = scores[:3], scores[3:]
    area = float(roc_auc(np.array([1, 1, 1, 0, 0, 0]), np.array(scores, dtype=float)))
    wins = 9 * area
    ties = sum(p == n for p in positives for n in negatives)
    mean_accuracy = sum(p > np.mean(negatives) for p in positives) / 3
    return Numeric(
        prompt=rf"Scores of three positives: ${row(positives)}$; of three negatives: ${row(negatives)}$. What is the "
        rf"area under the ROC curve, to three decimals?",
        answer=area,
        wrong=[
            (
                (wins - 0.5 * ties) / 9 if ties else 1 - wins / 9,
                "A tie counts one half." if ties else "The classes are exchanged.",
            ),
            (
                mean_accuracy,
                "Every positive is compared with every negative, not with their mean.",
            ),
        ],
        atol=6e-4,
        explanation=f"Of the 9 pairs, {show(wins)} are in the right order, ties counted one half: {wins / 9:.4f}.",
    )


@variant
def expected_calibration_error(rng: np.random.Generator) -> Numeric:
    # multiples of 20, so that the number of right ones is whole
    sizes = [pick(rng, [20, 40, 60]), pick(rng, [40, 80, 100])]
    confidence = [pick(rng, [0.6, 0.65, 0.7]), pick(rng, [0.9, 0.95])]
    accuracy = [confidence[0] + pick(rng, [-0.1, 0.1, 0.05]), confidence[1] - pick(rng, [0.05, 0.1, 0.2])]
    gaps = [abs(a - c) for a, c in zip(accuracy, confidence, strict=True)]
    answer = float(np.average(gaps, weights=sizes))
    signed = float(np.average([c - a for a, c in zip(accuracy, confidence, strict=True)], weights=sizes))
    return Numeric(
        prompt=f"Two bins of predictions: {sizes[0]} with mean confidence {confidence[0]} and accuracy "
        f"{show(accuracy[0])}; {sizes[1]} with mean confidence {confidence[1]} and accuracy "
        f"{show(accuracy[1])}. What is the expected calibration error, to three decimals?",
        answer=answer,
        wrong=[
            (float(np.mean(gaps)), "Bins are weighted by the number of predictions in them."),
            (max(gaps), "That is the maximum calibration error."),
            *(
                [(abs(signed), "Over- and under-confidence must not cancel: take absolute gaps.")]
                if abs(abs(signed) - answer) > 0.002
                else []
            ),
        ],
        atol=6e-4,
        explanation=rf"$\sum_b \frac{{n_b}}{{n}}\,|\mathrm{{acc}}_b - \mathrm{{conf}}_b| = {answer:.4f}$.",
    )


@variant
def determination(rng: np.random.Generator) -> Numeric:
    y = np.array([float(v) for v in rng.choice(np.arange(1, 12), 3, replace=False)])
    guess = y + np.array([float(pick(rng, [-4, -2, -1, 1, 2, 3])) for _ in range(3)])
    residual, total = float(((y - guess) ** 2).sum()), float(((y - y.mean()) ** 2).sum())
    r2 = 1 - residual / total
    correlation = float(np.corrcoef(y, guess)[0, 1]) if guess.std() > 0 else 0.0
    return Numeric(
        prompt=rf"True values ${row(y)}$, predictions ${row(guess)}$. What is $R^2$, to three decimals?",
        answer=r2,
        wrong=[
            (residual / total, r"That is the unexplained part; $R^2$ is 1 minus it."),
            (
                correlation**2,
                r"The squared correlation ignores shift and scale of the predictions; $R^2$ does not.",
            ),
            (
                1 - residual / float((y**2).sum()),
                "The total is taken around the mean of the true values, not around 0.",
            ),
        ],
        atol=6e-4,
        explanation=rf"$1 - \frac{{{show(residual)}}}{{{total:.4g}}} = {r2:.4f}$.",
    )


@variant
def root_mean_square(rng: np.random.Generator) -> Numeric:
    errors = np.array([float(pick(rng, [-6, -3, -2, -1, 1, 2, 4, 8])) for _ in range(4)])
    rmse = float(np.sqrt((errors**2).mean()))
    return Numeric(
        prompt=rf"The errors of four predictions are ${row(errors)}$. What is the RMSE, to three significant digits?",
        answer=rmse,
        wrong=[
            (float(np.abs(errors).mean()), "That is the mean absolute error."),
            (rmse**2, "That is the mean squared error; take the root."),
            (float(errors.std(ddof=1)), "The errors are not centred, and the divisor is $n$."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\sqrt{{{show(float((errors**2).mean()))}}} = {rmse:.4g}$; it is never below the MAE.",
    )


@variant
def accuracy_interval(rng: np.random.Generator) -> Numeric:
    accuracy, n = pick(rng, [0.8, 0.85, 0.9, 0.95]), pick(rng, [100, 200, 400, 1000, 2500])
    error = math.sqrt(accuracy * (1 - accuracy) / n)
    return Numeric(
        prompt=f"A model is right on {show(100 * accuracy)} % of {n} test examples. What is the half-width of the "
        f"approximate 95 % confidence interval "
        "(normal approximation, factor 1.96), in percentage points, to three significant digits?",
        answer=196 * error,
        wrong=[
            (100 * error, "That is one standard error; 95 % needs the factor 1.96."),
            (196 * accuracy * (1 - accuracy) / n, "The root is missing."),
            (196 * math.sqrt(accuracy * (1 - accuracy)), rf"Divide by $\sqrt{{{n}}}$."),
        ],
        unit="%",
        rtol=THREE_DIGITS,
        explanation=rf"$1.96\sqrt{{{accuracy}\cdot{show(1 - accuracy)}/{n}}} \approx {1.96 * error:.4f}$, that is "
        rf"{196 * error:.3g} points.",
    )


@variant
def wilson_lower_bound(rng: np.random.Generator) -> Numeric:
    n, misses = pick(rng, [20, 30, 50, 100]), pick(rng, [0, 1, 2])
    z, p = 1.96, (n - misses) / n
    low = (p + z * z / (2 * n) - z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)
    return Numeric(
        prompt=rf"A model gets {n - misses} of {n} test examples right. What is the lower end of the 95 % **Wilson** "
        rf"interval, "
        r"$\frac{\hat p + z^2/2n - z\sqrt{\hat p(1-\hat p)/n + z^2/4n^2}}{1 + z^2/n}$ with $z = 1.96$, to three "
        r"decimals?",
        answer=low,
        wrong=[
            (p - z * math.sqrt(p * (1 - p) / n), "That is the normal approximation, which is poor near 0 and 1."),
            (p - z * z / n, "The whole formula has to be used; the interval is not centred at the observed rate."),
        ],
        atol=6e-4,
        explanation=rf"$\hat p = {show(p)}$ gives {low:.4f}: the fewer the examples, the more doubt is left.",
    )


@variant
def trained_models(rng: np.random.Generator) -> Numeric:
    folds, inner, settings = pick(rng, [4, 5, 10]), pick(rng, [3, 4, 5]), pick(rng, [6, 8, 12, 20])
    return Numeric(
        prompt=f"Nested cross-validation: {folds} outer folds, {inner} inner folds, {settings} settings; the chosen "
        f"setting is trained once more on each outer training set. "
        "How many models are trained?",
        answer=folds * (inner * settings + 1),
        wrong=[
            (folds * inner * settings, "The refit of the chosen setting in each outer fold is missing."),
            (inner * settings + folds, "The inner search is repeated in every outer fold."),
            (folds * settings, "Each setting is trained on every inner fold."),
        ],
        integer=True,
        explanation=rf"${folds}\cdot({inner}\cdot{settings} + 1) = {folds * (inner * settings + 1)}$.",
    )


@variant
def precision_at_base_rate(rng: np.random.Generator) -> Numeric:
    rate, tpr, fpr = (
        pick(rng, [0.001, 0.01, 0.02, 0.05]),
        pick(rng, [0.7, 0.8, 0.9]),
        pick(rng, [0.01, 0.02, 0.05, 0.1]),
    )
    precision = rate * tpr / (rate * tpr + (1 - rate) * fpr)
    return Numeric(
        prompt=f"{show(100 * rate)} % of the cases are positive. At some threshold a classifier has a true positive "
        f"rate of {tpr} and a false positive rate of {fpr}. What is its "
        "precision, to three significant digits?",
        answer=precision,
        wrong=[
            (tpr, "That is recall, the share of positives found."),
            (tpr / (tpr + fpr), "That would be the precision for classes of equal size."),
            (1 - fpr, "That is specificity."),
        ],
        rtol=THREE_DIGITS,
        explanation=rf"$\frac{{{rate}\cdot{tpr}}}{{{rate}\cdot{tpr} + {show(1 - rate)}\cdot{fpr}}} = {precision:.4g}$.",
    )
