"""What the field calls one thing by several names: whoever types one of them finds the others."""

from collections import defaultdict

from quiz.search.words import stems

SAME = """
batch normalisation, batch norm, batchnorm, bn
layer normalisation, layer norm, layernorm
group normalisation, group norm, groupnorm
instance normalisation, instance norm, instancenorm
root mean square normalisation, rms norm, rmsnorm
backpropagation, backprop, back propagation, bp, reverse mode automatic differentiation
backpropagation through time, bptt
scaled dot product attention, sdpa
multi head attention, multihead attention, mha
grouped query attention, gqa
multi query attention, mqa
rectified linear unit, relu, rectifier
leaky relu, leaky rectified linear unit
gaussian error linear unit, gelu
exponential linear unit, elu
sigmoid linear unit, silu, swish
hyperbolic tangent, tanh
logistic function, sigmoid, logistic sigmoid
convolutional neural network, convnet, cnn
convolution, conv
transposed convolution, deconvolution, conv transpose
recurrent neural network, rnn
long short term memory, lstm
gated recurrent unit, gru
multilayer perceptron, mlp, feedforward network, fully connected network
fully connected layer, dense layer, linear layer, affine layer
stochastic gradient descent, sgd
gradient descent, gd
learning rate, lr, step size
learning rate schedule, scheduler, warmup, cosine annealing
root mean square propagation, rmsprop
adaptive moment estimation, adam
decoupled weight decay, adamw
weight decay, l2 regularisation, l2 penalty, ridge
l1 regularisation, lasso, l1 penalty
cross entropy, ce, log loss, negative log likelihood, nll
binary cross entropy, bce
mean squared error, mse, squared loss, l2 loss
mean absolute error, mae, l1 loss
kullback leibler divergence, kl divergence, kld, relative entropy
evidence lower bound, elbo, variational lower bound
variational autoencoder, vae
generative adversarial network, gan
diffusion model, ddpm, denoising diffusion
xavier initialisation, glorot initialisation
he initialisation, kaiming initialisation
residual connection, skip connection, shortcut connection, resnet
exploding gradient, gradient explosion, gradient clipping
vanishing gradient, gradient vanishing
positional encoding, position embedding, positional embedding
rotary position embedding, rope
key value cache, kv cache
byte pair encoding, bpe
large language model, llm
natural language processing, nlp
recall, sensitivity, true positive rate, tpr
precision, positive predictive value, ppv
false positive rate, fpr
area under the curve, auc, auroc, roc curve
f1 score, f1, f measure
intersection over union, iou, jaccard
global average pooling, gap
non maximum suppression, nms
mixture of experts, moe
exponential moving average, ema
automatic differentiation, autograd, autodiff
mixed precision, amp, fp16, bfloat16
principal component analysis, pca
hidden markov model, hmm
low rank adaptation, lora
"""


def read_groups(text: str) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """By each name, as stems, the other names of the same thing."""
    others: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for line in text.strip().splitlines():
        names = list(dict.fromkeys(stems(name) for name in line.split(",")))
        for name in names:
            others[name] += [other for other in names if other != name and other not in others[name]]
    return {name: tuple(found) for name, found in others.items()}


SYNONYMS = read_groups(SAME)
LONGEST = max(len(name) for name in SYNONYMS)
