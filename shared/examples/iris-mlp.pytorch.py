"""iris-mlp: a neural network in PyTorch, made with Blockprop.

It learns from Iris flowers: 90 samples to train on, 30 to validate with and 30 to test.

Train and test it: python model.py
See what else it can do: python model.py --help
"""

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

SEED = 7
BATCH_SIZE = 8
EPOCHS = 20
LEARNING_RATE = 0.01
SPECIES_CLASSES = ["setosa", "versicolor", "virginica"]
DATA_FILE = Path(__file__).with_name("data.npz")


def fastest_device():
    """The graphics card, where PyTorch can use one, else the processor."""
    if torch.cuda.is_available():
        return "cuda"
    if torch.backends.mps.is_available():
        return "mps"
    return "cpu"


DEVICE = fastest_device()


class IrisMlp(nn.Module):
    """The network iris-mlp."""

    def __init__(self):
        super().__init__()
        self.dense_1 = nn.Linear(4, 16)
        self.dense_2 = nn.Linear(16, 3)
        # Weights start as in Keras and Blockprop; PyTorch would start them otherwise.
        for layer in (self.dense_1, self.dense_2):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, measurements):
        """From Measurements [batch, 4] to scores for Species [batch, 3]."""
        x = torch.tanh(self.dense_1(measurements))
        # No softmax at the end: the loss puts it in itself, and predict does.
        return self.dense_2(x)


# This loss takes scores (logits) and puts the softmax in itself: that is more exact.
loss_function = nn.CrossEntropyLoss()


def load_data():
    """Read the samples, inputs and right answers, part by part."""
    with np.load(DATA_FILE) as data:
        measurements = torch.from_numpy(data["measurements"])
        # The loss wants the numbers of classes as 64-bit integers.
        species = torch.from_numpy(data["species"]).long()
        parts = [data["train"], data["validation"], data["test"]]
    return [TensorDataset(measurements[rows], species[rows]) for rows in parts]


def train(model, train_data, validation_data, epochs):
    """Show the network all samples, in a new order in each epoch."""
    loader = DataLoader(train_data, batch_size=BATCH_SIZE, shuffle=True)
    optimizer = torch.optim.Adam(
        model.parameters(), lr=LEARNING_RATE, betas=(0.9, 0.999), eps=1e-7
    )
    for epoch in range(1, epochs + 1):
        model.train()
        train_loss = 0.0
        for batch in loader:
            measurements, species = (part.to(DEVICE) for part in batch)
            scores = model(measurements)
            loss = loss_function(scores, species)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            train_loss += loss.item() * len(species)
        train_loss /= len(train_data)
        results = evaluate(model, validation_data)
        print(
            f"epoch {epoch}/{epochs}: loss {train_loss:.4f}, validation",
            describe(results),
        )


@torch.inference_mode()
def evaluate(model, data):
    """Loss and metrics on samples that the network does not learn from."""
    model.eval()
    loss = right = 0.0
    for batch in DataLoader(data, batch_size=BATCH_SIZE):
        measurements, species = (part.to(DEVICE) for part in batch)
        scores = model(measurements)
        loss += loss_function(scores, species).item() * len(species)
        right += (scores.argmax(dim=1) == species).sum().item()
    return {"loss": loss / len(data), "accuracy": right / len(data)}


@torch.inference_mode()
def predict(model, measurements):
    """What the network answers, as probabilities: softmax of its scores."""
    model.eval()
    return F.softmax(model(measurements.to(DEVICE)), dim=-1)


def read_arguments():
    """What was asked for in the terminal."""
    parser = argparse.ArgumentParser(description="Train the network, then test it.")
    parser.add_argument(
        "--epochs", type=int, default=EPOCHS, help="how often to go through the samples"
    )
    parser.add_argument(
        "--weights",
        metavar="FILE",
        help="test these weights instead of training, for instance weights.safetensors",
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
    measurements, species = data[:5]
    answers = predict(model, measurements)
    print("predicted:", [SPECIES_CLASSES[i] for i in answers.argmax(dim=1).tolist()])
    print("right:    ", [SPECIES_CLASSES[i] for i in species.tolist()])


def main():
    args = read_arguments()
    torch.manual_seed(SEED)
    train_data, validation_data, test_data = load_data()
    model = IrisMlp().to(DEVICE)
    if args.weights:
        model.load_state_dict(load_file(args.weights))
    if args.train or not args.weights:
        train(model, train_data, validation_data, args.epochs)
    print("test:", describe(evaluate(model, test_data)))
    show_examples(model, test_data)
    if args.save:
        save_file(model.state_dict(), args.save)


if __name__ == "__main__":
    main()
