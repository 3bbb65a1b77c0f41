"""spiral-mlp: a neural network in Keras, made with Blockprop.

It learns from Two spirals: 700 samples to train on, 150 to validate with and 150 to
test.

Train and test it: python model.py
See what else it can do: python model.py --help
"""

import argparse
import os
from pathlib import Path

# Keras computes with PyTorch here; write "tensorflow" or "jax" for one of those.
os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np
from keras import layers

SEED = 7
BATCH_SIZE = 16
EPOCHS = 60
LEARNING_RATE = 0.01
LABEL_CLASSES = ["first arm", "second arm"]
DATA_FILE = Path(__file__).with_name("data.npz")


def build_model():
    """The network spiral-mlp: each layer is called on what goes into it."""
    point = keras.Input(shape=(2,), name="point")
    x = layers.Dense(32, activation="tanh", name="dense_1")(point)
    x = layers.Dense(16, activation="tanh", name="dense_2")(x)
    x = layers.Dense(2, name="dense_3")(x)
    # No softmax at the end: the loss puts it in itself, and predict does.
    return keras.Model(inputs=point, outputs=x, name="spiral_mlp")


def compile_model(model):
    """Say what the network is to make small, and by which steps."""
    # from_logits: the loss takes scores and puts the softmax in itself: that is more
    # exact.
    # Keras adds epsilon before it corrects the bias of the running means, PyTorch and
    # Blockprop after it: the first steps differ a little.
    model.compile(
        optimizer=keras.optimizers.Adam(
            learning_rate=LEARNING_RATE, beta_1=0.9, beta_2=0.999, epsilon=1e-7
        ),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )


def load_data():
    """Read the samples, inputs and right answers, part by part."""
    with np.load(DATA_FILE) as data:
        point = data["point"]
        label = data["label"]
        parts = [data["train"], data["validation"], data["test"]]
    return [(point[rows], label[rows]) for rows in parts]


def predict(model, inputs):
    """What the network answers, as probabilities: softmax of its scores."""
    scores = model.predict(inputs, verbose=0)
    return keras.ops.convert_to_numpy(keras.ops.softmax(scores))


def load_weights(model, path):
    """Set all weights; the file has each by its layer and place, as in dense_1/0."""
    with np.load(path) as arrays:
        for layer in model.layers:
            count = len(layer.weights)
            layer.set_weights([arrays[f"{layer.name}/{i}"] for i in range(count)])


def save_weights(model, path):
    """Write all weights to a file that load_weights reads."""
    arrays = {}
    for layer in model.layers:
        for i, weight in enumerate(layer.get_weights()):
            arrays[f"{layer.name}/{i}"] = weight
    np.savez(path, **arrays)


def read_arguments():
    """What was asked for in the terminal."""
    parser = argparse.ArgumentParser(description="Train the network, then test it.")
    parser.add_argument(
        "--epochs", type=int, default=EPOCHS, help="how often to go through the samples"
    )
    parser.add_argument(
        "--weights",
        metavar="FILE",
        help="test these weights instead of training, for instance weights.npz",
    )
    parser.add_argument(
        "--train", action="store_true", help="with --weights: train on from there"
    )
    parser.add_argument(
        "--save", metavar="FILE", help="write the weights to this file at the end"
    )
    return parser.parse_args()


def describe(results):
    """Results in one line, as in "loss 0.1234, accuracy 0.9876"."""
    return ", ".join(f"{name} {value:.4f}" for name, value in results.items())


def show_examples(model, data):
    """Print what the network says of the first five samples, and what is right."""
    inputs, targets = data
    answers = predict(model, inputs[:5])
    print("predicted:", [LABEL_CLASSES[i] for i in answers.argmax(axis=1).tolist()])
    print("right:    ", [LABEL_CLASSES[i] for i in targets[:5].tolist()])


def main():
    args = read_arguments()
    keras.utils.set_random_seed(SEED)
    train_data, validation_data, test_data = load_data()
    model = build_model()
    compile_model(model)
    if args.weights:
        load_weights(model, args.weights)
    if args.train or not args.weights:
        inputs, targets = train_data
        model.fit(
            inputs,
            targets,
            batch_size=BATCH_SIZE,
            epochs=args.epochs,
            validation_data=validation_data,
        )
    inputs, targets = test_data
    results = model.evaluate(
        inputs, targets, batch_size=BATCH_SIZE, return_dict=True, verbose=0
    )
    print("test:", describe(results))
    show_examples(model, test_data)
    if args.save:
        save_weights(model, args.save)


if __name__ == "__main__":
    main()
