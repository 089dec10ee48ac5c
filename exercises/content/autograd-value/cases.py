"""Scalar autograd: every operation from both sides, reuse of nodes, diamonds, repeated passes, a deep chain."""

import math

from grader.cases import Case

outputs = ("value", "gradients")
without = {"float32": "the class works on Python's own floats"}


class Value:
    """A number that remembers its parents, and the derivative of itself with respect to each."""

    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = float(data), 0.0, parents

    def __add__(self, other):
        other = value(other)
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        other = value(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def __pow__(self, n):
        return Value(self.data**n, ((self, n * self.data ** (n - 1)),))

    def exp(self):
        result = math.exp(self.data)
        return Value(result, ((self, result),))

    def tanh(self):
        result = math.tanh(self.data)
        return Value(result, ((self, 1 - result**2),))

    def relu(self):
        return Value(max(self.data, 0.0), ((self, float(self.data > 0)),))

    def log(self):
        return Value(math.log(self.data), ((self, 1 / self.data),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -value(other)

    def __rsub__(self, other):
        return value(other) - self

    def __truediv__(self, other):
        return self * value(other) ** -1

    def __rtruediv__(self, other):
        return value(other) / self

    __radd__, __rmul__ = __add__, __mul__

    def backward(self):
        flowing = {self: 1.0}
        for node in reversed(ordered(self)):
            node.grad += flowing[node]
            for parent, local in node.parents:
                flowing[parent] = flowing.get(parent, 0.0) + flowing[node] * local


def value(number):
    return number if isinstance(number, Value) else Value(number)


def ordered(root):
    """Return all nodes below a root, parents first."""
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent, _ in node.parents)
    return order


reference = Value


def cases(rng):
    def expression(name, n, same=1, fresh=0):
        return dict(expression=name, leaves=rng.uniform(0.5, 1.5, n), passes=dict(same=same, fresh=fresh))

    yield Case("a * b + a", **expression("a * b + a", 2), sample=True)
    yield Case("a * a + a", **expression("a * a + a", 1), sample=True)
    yield Case("a + a", **expression("a + a", 1))
    yield Case("a diamond", **expression("diamond", 2))
    yield Case("paths of unequal length", **expression("unequal paths", 2))
    yield Case("numbers on the right", **expression("numbers on the right", 1))
    yield Case("numbers on the left", **expression("numbers on the left", 1))
    for name, n in (("division", 3), ("minus", 2), ("powers", 2), ("exp", 2), ("tanh", 2), ("log", 2)):
        yield Case(name, **expression(name, n))
    signs = expression("relu", 3)
    signs["leaves"] = rng.uniform(0.4, 0.9, 3) * [1, -1, 1]
    yield Case("relu", **signs)
    kink = expression("relu at 0", 2)
    kink["leaves"][0] = 0
    yield Case("relu at 0", **kink, kink=True)
    yield Case("a neuron", **expression("neuron", 3))
    yield Case("a leaf that comes back", **expression("balance", 2))
    yield Case("two results with the same leaves", **expression("neuron", 3, fresh=1))
    yield Case("the same result twice", **expression("unequal paths", 2, same=2))
    yield Case("a chain of 2000", **expression("deep", 1))
