"""names-attention: a neural network in PyTorch, made with Blockprop.

It learns from First names: 5983 samples to train on, 1000 to validate with and 1000 to
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
BATCH_SIZE = 64
EPOCHS = 6
LEARNING_RATE = 0.003
LIST_CLASSES = ["female", "male"]
DATA_FILE = Path(__file__).with_name("data.npz")


def fastest_device():
    """The graphics card, where PyTorch can use one, else the processor."""
    if torch.cuda.is_available():
        return "cuda"
    if torch.backends.mps.is_available():
        return "mps"
    return "cpu"


DEVICE = fastest_device()


class EncoderBlock(nn.Module):
    """The group encoder block."""

    def __init__(self):
        super().__init__()
        self.attention = nn.MultiheadAttention(32, 4, batch_first=True)
        self.norm_1 = nn.LayerNorm(32, eps=0.001)
        self.think = nn.Linear(32, 32)
        self.norm_2 = nn.LayerNorm(32, eps=0.001)
        # Weights start as in Keras and Blockprop; PyTorch would start them otherwise.
        nn.init.uniform_(self.attention.in_proj_weight, -0.125, 0.125)
        nn.init.uniform_(self.attention.out_proj.weight, -0.193649, 0.193649)
        nn.init.xavier_uniform_(self.think.weight)
        nn.init.zeros_(self.think.bias)

    def forward(self, letters_in, letters_in_mask):
        x = self.attention(
            letters_in,
            letters_in,
            letters_in,
            key_padding_mask=~letters_in_mask,
            attn_mask=torch.ones(
                letters_in.size(1),
                letters_in.size(1),
                dtype=torch.bool,
                device=letters_in.device,
            ).triu(diagonal=1),
            need_weights=False,
        )[0]
        x = x + letters_in
        norm_1 = self.norm_1(x)
        x = F.relu(self.think(norm_1))
        x = x + norm_1
        return self.norm_2(x)


class NamesAttention(nn.Module):
    """The network names-attention."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(27, 32)
        self.encoder = nn.ModuleList(EncoderBlock() for _ in range(2))
        self.dense = nn.Linear(32, 2)
        # Weights start as in Keras and Blockprop; PyTorch would start them otherwise.
        nn.init.uniform_(self.embedding.weight, -0.05, 0.05)
        nn.init.xavier_uniform_(self.dense.weight)
        nn.init.zeros_(self.dense.bias)

    def forward(self, letters):
        """From Letters [batch, time] to scores for List [batch, 2]."""
        mask = letters != 0
        x = self.embedding(letters)
        for block in self.encoder:
            x = block(x, mask)
        steps = mask.unsqueeze(-1)
        x = (x * steps).sum(dim=1) / steps.sum(dim=1).clamp(min=1)
        # No softmax at the end: the loss puts it in itself, and predict does.
        return self.dense(x)


# This loss takes scores (logits) and puts the softmax in itself: that is more exact.
loss_function = nn.CrossEntropyLoss()


def load_data():
    """Read the samples, inputs and right answers, part by part."""
    with np.load(DATA_FILE) as data:
        letters = torch.from_numpy(data["letters"])
        # The loss wants the numbers of classes as 64-bit integers.
        list_ = torch.from_numpy(data["list"]).long()
        parts = [data["train"], data["validation"], data["test"]]
    return [TensorDataset(letters[rows], list_[rows]) for rows in parts]


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
            letters, list_ = (part.to(DEVICE) for part in batch)
            scores = model(letters)
            loss = loss_function(scores, list_)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            train_loss += loss.item() * len(list_)
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
        letters, list_ = (part.to(DEVICE) for part in batch)
        scores = model(letters)
        loss += loss_function(scores, list_).item() * len(list_)
        right += (scores.argmax(dim=1) == list_).sum().item()
    return {"loss": loss / len(data), "accuracy": right / len(data)}


@torch.inference_mode()
def predict(model, letters):
    """What the network answers, as probabilities: softmax of its scores."""
    model.eval()
    return F.softmax(model(letters.to(DEVICE)), dim=-1)


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
    letters, list_ = data[:5]
    answers = predict(model, letters)
    print("predicted:", [LIST_CLASSES[i] for i in answers.argmax(dim=1).tolist()])
    print("right:    ", [LIST_CLASSES[i] for i in list_.tolist()])


def main():
    args = read_arguments()
    torch.manual_seed(SEED)
    train_data, validation_data, test_data = load_data()
    model = NamesAttention().to(DEVICE)
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
