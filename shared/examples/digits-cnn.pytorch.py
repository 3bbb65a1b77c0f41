"""digits-cnn: a neural network in PyTorch, made with Blockprop.

It learns from MNIST digits: 7000 samples to train on, 1000 to validate with and 2000 to
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
BATCH_SIZE = 32
EPOCHS = 5
LEARNING_RATE = 0.002
DATA_FILE = Path(__file__).with_name("data.npz")


def fastest_device():
    """The graphics card, where PyTorch can use one, else the processor."""
    if torch.cuda.is_available():
        return "cuda"
    if torch.backends.mps.is_available():
        return "mps"
    return "cpu"


DEVICE = fastest_device()


class DigitsCnn(nn.Module):
    """The network digits-cnn."""

    def __init__(self):
        super().__init__()
        self.conv_1 = nn.Conv2d(1, 16, kernel_size=3)
        self.pool_1 = nn.MaxPool2d(2)
        self.conv_2 = nn.Conv2d(16, 32, kernel_size=3)
        self.pool_2 = nn.MaxPool2d(2)
        self.flatten = nn.Flatten()
        self.dropout = nn.Dropout(0.25)
        self.dense = nn.Linear(800, 10)
        # Weights start as in Keras and Blockprop; PyTorch would start them otherwise.
        for layer in (self.conv_1, self.conv_2, self.dense):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, image):
        """From Image [batch, 1, 28, 28] to scores for Digit [batch, 10]."""
        x = F.relu(self.conv_1(image))
        x = self.pool_1(x)
        x = F.relu(self.conv_2(x))
        x = self.pool_2(x)
        x = self.flatten(x)
        x = self.dropout(x)
        # No softmax at the end: the loss puts it in itself, and predict does.
        return self.dense(x)


# This loss takes scores (logits) and puts the softmax in itself: that is more exact.
loss_function = nn.CrossEntropyLoss()


def load_data():
    """Read the samples, inputs and right answers, part by part."""
    with np.load(DATA_FILE) as data:
        # PyTorch wants the channels of an image before its height and width.
        image = torch.from_numpy(data["image"]).permute(0, 3, 1, 2)
        # The loss wants the numbers of classes as 64-bit integers.
        digit = torch.from_numpy(data["digit"]).long()
        parts = [data["train"], data["validation"], data["test"]]
    return [TensorDataset(image[rows], digit[rows]) for rows in parts]


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
            image, digit = (part.to(DEVICE) for part in batch)
            scores = model(image)
            loss = loss_function(scores, digit)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            train_loss += loss.item() * len(digit)
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
        image, digit = (part.to(DEVICE) for part in batch)
        scores = model(image)
        loss += loss_function(scores, digit).item() * len(digit)
        right += (scores.argmax(dim=1) == digit).sum().item()
    return {"loss": loss / len(data), "accuracy": right / len(data)}


@torch.inference_mode()
def predict(model, image):
    """What the network answers, as probabilities: softmax of its scores."""
    model.eval()
    return F.softmax(model(image.to(DEVICE)), dim=-1)


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
    image, digit = data[:5]
    answers = predict(model, image)
    print("predicted:", answers.argmax(dim=1).tolist())
    print("right:    ", digit.tolist())


def main():
    args = read_arguments()
    torch.manual_seed(SEED)
    train_data, validation_data, test_data = load_data()
    model = DigitsCnn().to(DEVICE)
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
