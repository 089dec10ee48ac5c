"""Closures for the steps back; a node passes on its gradient when all its uses have answered."""

import math


class Value:
    def __init__(self, data, parents=(), back=None):
        self.data, self.grad, self.flow = float(data), 0.0, 0.0
        self.parents, self.back = parents, back

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def unary(self, data, slope):
        def back(flow):
            self.flow += slope * flow

        return Value(data, (self,), back)

    def __add__(self, other):
        other = Value.of(other)

        def back(flow):
            self.flow += flow
            other.flow += flow

        return Value(self.data + other.data, (self, other), back)

    def __mul__(self, other):
        other = Value.of(other)

        def back(flow):
            self.flow += other.data * flow
            other.flow += self.data * flow

        return Value(self.data * other.data, (self, other), back)

    def __truediv__(self, other):
        other = Value.of(other)

        def back(flow):
            self.flow += flow / other.data
            other.flow -= flow * self.data / other.data**2

        return Value(self.data / other.data, (self, other), back)

    def __pow__(self, n):
        return self.unary(self.data**n, n * self.data ** (n - 1))

    def __neg__(self):
        return self.unary(-self.data, -1.0)

    def __sub__(self, other):
        return self + -Value.of(other)

    def __radd__(self, other):
        return Value.of(other) + self

    def __rmul__(self, other):
        return Value.of(other) * self

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self

    def exp(self):
        return self.unary(math.exp(self.data), math.exp(self.data))

    def tanh(self):
        return self.unary(math.tanh(self.data), 1 / math.cosh(self.data) ** 2)

    def relu(self):
        return self.unary(self.data * (self.data > 0), float(self.data > 0))

    def log(self):
        return self.unary(math.log(self.data), 1 / self.data)

    def backward(self):
        uses, waiting = {self: 0}, [self]
        while waiting:
            for parent in waiting.pop().parents:
                if parent not in uses:
                    uses[parent] = 0
                    waiting.append(parent)
                uses[parent] += 1
        for node in uses:
            node.flow = 0.0
        self.flow, ready = 1.0, [self]
        while ready:
            node = ready.pop()
            node.grad += node.flow
            if node.back is not None:
                node.back(node.flow)
            for parent in node.parents:
                uses[parent] -= 1
                if uses[parent] == 0:
                    ready.append(parent)
