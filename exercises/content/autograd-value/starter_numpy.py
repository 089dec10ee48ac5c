import math


class Value:
    """A number that remembers how it was computed."""

    def __init__(self, data):
        raise NotImplementedError("Write Value: what must a result remember of the values it was made from?")

    def backward(self):
        """Add to the `grad` of every leaf the derivative of this value with respect to it."""
