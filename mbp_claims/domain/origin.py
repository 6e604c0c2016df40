"""From where somebody asks: told once, where the question comes in, and written into the trail with what was done."""

from collections import OrderedDict
from collections.abc import Iterable
from contextvars import ContextVar

LONGEST = 64
MOST_DEEDS = 2000
_address: ContextVar[str] = ContextVar("address", default="")
_tab: ContextVar[str] = ContextVar("tab", default="")
_deeds: OrderedDict[str, str] = OrderedDict()
"""In which tab of this process the last entries of the trail were written, by their digests."""


def asked_from(address: str) -> None:
    """Whatever is recorded from here on in this task comes from there: an IP address, or `command line`."""
    _address.set(address[:LONGEST])


def origin() -> str:
    """Empty where nobody asked: what the program does by itself."""
    return _address.get()


def asked_in(tab: str) -> None:
    """Whatever is done from here on in this task is done in that tab of a browser, which shows it by itself."""
    _tab.set(tab)


def done_here(digests: Iterable[str]) -> None:
    """These entries are written for the tab that asked, if one did. They may still be taken back with all else."""
    if tab := _tab.get():
        _deeds.update(dict.fromkeys(digests, tab))
        while len(_deeds) > MOST_DEEDS:
            _deeds.popitem(last=False)


def done_in(digest: str) -> str:
    """The tab in which that entry was written, "" for any other."""
    return _deeds.get(digest, "")
