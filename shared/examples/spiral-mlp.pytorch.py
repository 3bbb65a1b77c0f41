"""spiral-mlp: a neural network in PyTorch, made with Blockprop.

It learns from Two spirals: 700 samples to train on, 150 to validate with and 150 to
test.

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
BATCH_SIZE = 16
EPOCHS = 60
LEARNING_RATE = 0.01
LABEL_CLASSES = ["first arm", "second arm"]
DATA_FILE = Path(__file__).with_name("data.npz")


def fastest_device():
    """The graphics card, where PyTorch can use one, else the processor."""
    if torch.cuda.is_available():
        return "cuda"
    if torch.backends.mps.is_available():
        return "mps"
    return "cpu"


DEVICE = fastest_device()


class SpiralMlp(nn.Module):
    """The network spiral-mlp."""

    def __init__(self):
        super().__init__()
        self.dense_1 = nn.Linear(2, 32)
        self.dense_2 = nn.Linear(32, 16)
        self.dense_3 = nn.Linear(16, 2)
        # Weights start as in Keras and Blockprop; PyTorch would start them otherwise.
        for layer in (self.dense_1, self.dense_2, self.dense_3):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, point):
        """From Point [batch, 2] to scores for Arm [batch, 2]."""
        x = torch.tanh(self.dense_1(point))
        x = torch.tanh(self.dense_2(x))
        # No softmax at the end: the loss puts it in itself, and predict does.
        return self.dense_3(x)


# This loss takes scores (logits) and puts the softmax in itself: that is more exact.
loss_function = nn.CrossEntropyLoss()


def load_data():
    """Read the samples, inputs and right answers, part by part."""
    with np.load(DATA_FILE) as data:
        point = torch.from_numpy(data["point"])
        # The loss wants the numbers of classes as 64-bit integers.
        label = torch.from_numpy(data["label"]).long()
        parts = [data["train"], data["validation"], data["test"]]
    return [TensorDataset(point[rows], label[rows]) for rows in parts]


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
            point, label = (part.to(DEVICE) for part in batch)
            scores = model(point)
            loss = loss_function(scores, label)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            train_loss += loss.item() * len(label)
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
        point, label = (part.to(DEVICE) for part in batch)
        scores = model(point)
        loss += loss_function(scores, label).item() * len(label)
        right += (scores.argmax(dim=1) == label).sum().item()
    return {"loss": loss / len(data), "accuracy": right / len(data)}


@torch.inference_mode()
def predict(model, point):
    """What the network answers, as probabilities: softmax of its scores."""
    model.eval()
    return F.softmax(model(point.to(DEVICE)), dim=-1)


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
    point, label = data[:5]
    answers = predict(model, point)
    print("predicted:", [LABEL_CLASSES[i] for i in answers.argmax(dim=1).tolist()])
    print("right:    ", [LABEL_CLASSES[i] for i in label.tolist()])


def main():
    args = read_arguments()
    torch.manual_seed(SEED)
    train_data, validation_data, test_data = load_data()
    model = SpiralMlp().to(DEVICE)
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
