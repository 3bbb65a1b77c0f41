"""Writes reference.json: what Keras 3 and PyTorch give for what the engine has of its own.

Run with `KERAS_BACKEND=torch python reference.py > reference.json` (keras 3.15.1, torch 2.13.0).
Inputs and weights are those of `tensorOf` in node-backends.ts.
"""

import json

import keras
import numpy as np
import torch

A = keras.activations
L = keras.layers
out = {}


def tensor(shape, seed):
    i = np.arange(int(np.prod(shape)))
    values = np.sin((i + 1) * 12.9898 * seed + seed) * np.cos(i * 0.37 + seed)
    return torch.tensor(values.astype("float32").reshape(shape))


def numbers(*tensors):
    return [float(f"{v:.7g}") for t in tensors for v in t.detach().numpy().ravel()]


def built(layer, seed, *inputs):
    """The layer with weights from seed on."""
    layer(*inputs)
    layer.set_weights([tensor(tuple(w.shape), seed + i).numpy() for i, w in enumerate(layer.weights)])
    return layer


sequence = tensor((3, 4, 2), 1)
mask = torch.tensor([[1, 1, 1, 1], [1, 1, 0, 0], [0, 1, 0, 1]]).bool()
for name, options in {
    "lstm": {},
    "lstmSequences": {"return_sequences": True},
    "lstmBackwards": {"return_sequences": True, "go_backwards": True},
}.items():
    lstm = built(L.LSTM(3, **options), 5, sequence)
    out[name] = numbers(lstm(sequence))
    out[name + "Masked"] = numbers(lstm(sequence, mask=mask))

query, value = tensor((2, 3, 5), 2), tensor((2, 4, 6), 3)
attention = built(L.MultiHeadAttention(2, 3, value_dim=4), 7, query, value)
out["attention"] = numbers(attention(query, value))
value_mask = torch.tensor([[1, 1, 1, 0], [1, 1, 0, 0]]).bool()
out["attentionMasked"] = numbers(attention(query, value, value_mask=value_mask))
query = tensor((2, 4, 5), 2)
attention = built(L.MultiHeadAttention(2, 3, use_bias=False), 7, query, query)
out["attentionCausal"] = numbers(attention(query, query, use_causal_mask=True))

x = tensor((4, 3, 2), 4)
batch = built(L.BatchNormalization(momentum=0.9, epsilon=1e-3), 1, x)
batch.weights[3].assign(batch.weights[3] + 2)
out["batchInference"] = numbers(batch(x))
out["batchTraining"] = numbers(batch(x, training=True))
out["batchMoving"] = numbers(batch.weights[2].value, batch.weights[3].value)
out["layerNormalization"] = numbers(built(L.LayerNormalization(epsilon=1e-3), 1, x)(x))
out["averageOverTime"] = numbers(L.GlobalAveragePooling1D()(sequence, mask=mask))

image = tensor((1, 3, 3, 2), 1)
for size, stride in [(2, 2), (3, 1)]:
    image.requires_grad_()
    y = L.AveragePooling2D(size, strides=stride, padding="same")(image)
    gradient = torch.autograd.grad(y, image, tensor(tuple(y.shape), 3))[0]
    out[f"averagePooling{size}"] = numbers(y, gradient)

out["activations"] = {}
for name, function in {
    "linear": A.linear,
    "relu": A.relu,
    "relu6": A.relu6,
    "leakyRelu": lambda x: A.leaky_relu(x, 0.1),
    "elu": lambda x: A.elu(x, 0.5),
    "selu": A.selu,
    "gelu": lambda x: A.gelu(x, approximate=False),
    "geluTanh": lambda x: A.gelu(x, approximate=True),
    "silu": A.silu,
    "mish": A.mish,
    "softplus": A.softplus,
    "softsign": A.softsign,
    "exponential": A.exponential,
    "sigmoid": A.sigmoid,
    "hardSigmoid": A.hard_sigmoid,
    "tanh": A.tanh,
    "softmax": A.softmax,
    "logSoftmax": A.log_softmax,
}.items():
    x = (tensor((2, 6), 4) * 4).requires_grad_()
    y = function(x)
    out["activations"][name] = numbers(y, torch.autograd.grad(y, x, tensor((2, 6), 3))[0])

# Optimizers and losses by PyTorch: five steps on gradients that are the same for all.
out["optimizers"] = {}
for name, make in {
    "sgd": lambda w: torch.optim.SGD(w, lr=0.1),
    "momentum": lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9),
    "nesterov": lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9, nesterov=True),
    "adam": lambda w: torch.optim.Adam(w, lr=0.1, eps=1e-3),
    "adamw": lambda w: torch.optim.AdamW(w, lr=0.1, eps=1e-3, weight_decay=0.1),
    "nadam": lambda w: torch.optim.NAdam(w, lr=0.1, eps=1e-3, momentum_decay=1),
    "adamax": lambda w: torch.optim.Adamax(w, lr=0.1, eps=1e-3),
    "rmsprop": lambda w: torch.optim.RMSprop(w, lr=0.1, alpha=0.9, eps=1e-3),
    "adagrad": lambda w: torch.optim.Adagrad(
        w, lr=0.1, initial_accumulator_value=0.1, eps=1e-3
    ),
    "adadelta": lambda w: torch.optim.Adadelta(w, lr=0.1, rho=0.9, eps=1e-3),
}.items():
    w = torch.nn.Parameter(tensor((2, 3), 1))
    optimizer = make([w])
    for step in range(5):
        if step == 3:
            optimizer.param_groups[0]["lr"] = 0.01
        w.grad = tensor((2, 3), step + 2)
        optimizer.step()
    out["optimizers"][name] = numbers(w)

classes = torch.tensor([0, 2, 1, 2])
binary = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
losses = torch.nn.functional
out["losses"] = {}
for name, shape, function in [
    ("crossEntropy", (4, 3), lambda x: losses.cross_entropy(x * 30, classes)),
    (
        "crossEntropyProbabilities",
        (4, 3),
        lambda x: losses.nll_loss(torch.log(torch.softmax(x, -1)), classes),
    ),
    ("binaryCrossEntropy", (4, 1), lambda x: losses.binary_cross_entropy_with_logits(x * 30, binary)),
    (
        "binaryCrossEntropyProbabilities",
        (4, 1),
        lambda x: losses.binary_cross_entropy(torch.sigmoid(x), binary),
    ),
    ("meanSquaredError", (4, 3), lambda x: losses.mse_loss(x, tensor((4, 3), 5))),
    ("meanAbsoluteError", (4, 3), lambda x: losses.l1_loss(x, tensor((4, 3), 5))),
    ("huber", (4, 3), lambda x: losses.huber_loss(x * 3, tensor((4, 3), 5))),
    (
        "poisson",
        (4, 3),
        lambda x: losses.poisson_nll_loss(x + 2, tensor((4, 3), 5) + 2, log_input=False, eps=1e-7),
    ),
]:
    x = tensor(shape, 2).requires_grad_()
    y = function(x)
    out["losses"][name] = numbers(y, torch.autograd.grad(y, x)[0])

print(json.dumps(out))
