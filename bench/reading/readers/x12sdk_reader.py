"""Validated models of the whole transaction, the balance of each claim among what is validated."""

from x12sdk.io import X12ModelReader


def read(path: str) -> int:
    with X12ModelReader(path) as reader:
        return sum(1 for model in reader.models() for _ in model.claims())
