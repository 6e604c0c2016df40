"""What came of claims that were filed together."""

from dataclasses import dataclass, field

from mbp_claims import routes
from mbp_claims.domain.batch import FiledBatch
from mbp_claims.domain.money import format_cents


@dataclass(frozen=True)
class BatchRow:
    """One claim, with a link to its page. `words`: what it asks for, or why it was not filed."""

    number: str
    words: str
    href: str


@dataclass(frozen=True)
class BatchView:
    """The dialog after "File 2 claims"; `failure` where nothing of it could be done. While it goes on, `working` says
    what is done just now."""

    key: str = ""
    title: str = ""  # 2 claims filed
    note: str = ""  # $46.40 in one file, number 31.
    filed: list[BatchRow] = field(default_factory=list)
    left: list[BatchRow] = field(default_factory=list)
    left_title: str = ""  # 1 claim was not filed
    failure: str = ""
    working: str = ""  # Checking them against the 837P’s rules.


READING, CHECKING, SENDING = "Writing the file.", "Checking it against the 837P’s rules.", "Handing it over."


def filing_view(count: int, key: str) -> BatchView:
    """While they are filed."""
    return BatchView(key, f"Filing {_claims(count)}", working=READING)


def batch_view(done: FiledBatch, key: str) -> BatchView:
    count = len(done.claims)
    sum_of_it = f"{format_cents(done.to_bill_cents)} in one file, number {done.control_number}." if count else ""
    return BatchView(
        key, f"{_claims(count)} filed" if count else "Nothing was filed", sum_of_it,
        [_row(one.number, format_cents(one.to_bill_cents if one.is_secondary else one.charge_cents))
         for one in done.claims],
        [_row(number, said) for number, said in done.left.items()],
        f"{_claims(len(done.left))} {'was' if len(done.left) == 1 else 'were'} not filed",
    )  # fmt: skip


def _row(number: str, words: str) -> BatchRow:
    return BatchRow(number, words, routes.claim(number))


def _claims(count: int) -> str:
    return f"{count:,} claim{'' if count == 1 else 's'}"
