"""Counting: each kind of layer alone and together, grouped convolutions, strides with a remainder, layers without bias."""

from grader.cases import Case
from nnref.numpy import count_macs, count_params

references = {"count_params": count_params, "count_macs": count_macs}


def cases(rng):
    def number(low, high):
        return int(rng.integers(low, high))

    def dense(inputs, bias):
        return {"type": "dense", "in": inputs, "out": number(2, 30), "bias": bias}

    def conv(inputs, groups=1, bias=True, stride=1, padding=0, kernel=(3, 2), size=(9, 7)):
        outputs = groups * number(2, 5)
        return {
            "type": "conv", "in": inputs, "out": outputs, "kernel": kernel, "groups": groups, "bias": bias,
            "stride": stride, "padding": padding, "size": size,
        }

    lstm = {"type": "lstm", "in": number(3, 20), "hidden": number(3, 20)}
    embedding = {"type": "embedding", "rows": number(50, 500), "dim": number(4, 32)}
    batchnorm = {"type": "batchnorm", "features": number(4, 64)}

    yield Case("dense with bias", layers=[dense(number(5, 40), True)], sample=True)
    yield Case("dense without bias", layers=[dense(number(5, 40), False)])
    yield Case("convolution", layers=[conv(3)])
    yield Case("grouped convolution", layers=[conv(6, groups=3)])
    yield Case("depthwise without bias", layers=[conv(4, groups=4, bias=False)])
    yield Case("batch norm", layers=[batchnorm])
    yield Case("LSTM", layers=[lstm])
    yield Case("embedding", layers=[embedding])
    yield Case("everything", layers=[embedding, lstm, dense(7, True), conv(4, groups=2), batchnorm, dense(5, False)])
    yield Case("nothing", layers=[])

    first = dense(12, True)
    yield Case("MACs of dense layers", call="count_macs", layers=[first, dense(first["out"], True)], input_shape=(12,))
    yield Case("MACs of a convolution", call="count_macs", layers=[conv(3)], input_shape=(3, 9, 7), sample=True)
    strided = conv(4, groups=2, stride=2, padding=1)
    yield Case("MACs with groups, stride and padding", call="count_macs", layers=[strided], input_shape=(4, 9, 7))
    one, two = conv(2), conv(6, kernel=(2, 2), size=(7, 6))
    one["out"] = 6
    head = {"type": "dense", "in": two["out"] * 6 * 5, "out": 10, "bias": True}
    yield Case("MACs of a small network", call="count_macs", layers=[one, two, head], input_shape=(2, 9, 7))
