"""Objects, then a DataFrame of service lines; nothing is validated."""

from edi_835_parser import parse


def read(path: str) -> int:
    return int(parse(path).to_dataframe()["icn"].nunique())
