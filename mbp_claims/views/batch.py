"""What came of claims that were filed together."""

from dataclasses import dataclass, field

from mbp_claims import routes
from mbp_claims.domain.batch import FiledBatch
from mbp_claims.domain.money import format_cents
from mbp_claims.words import _, ngettext


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


READING, CHECKING, SENDING = _("Writing the file."), _("Checking it against the 837P’s rules."), _("Handing it over.")


def filing_view(count: int, key: str) -> BatchView:
    """While they are filed."""
    return BatchView(key, _("Filing {claims}", claims=_claims(count)), working=READING)


def batch_view(done: FiledBatch, key: str) -> BatchView:
    count = len(done.claims)
    sum_of_it = (
        _(
            "{to_bill} in one file, number {control_number}.",
            to_bill=format_cents(done.to_bill_cents),
            control_number=done.control_number,
        )
        if count
        else ""
    )
    return BatchView(
        key, _("{claims} filed", claims=_claims(count)) if count else _("Nothing was filed"), sum_of_it,
        [_row(one.number, format_cents(one.to_bill_cents if one.is_secondary else one.charge_cents))
         for one in done.claims],
        [_row(number, said) for number, said in done.left.items()],
        ngettext("{claims} was not filed", "{claims} were not filed", len(done.left), claims=_claims(len(done.left))),
    )  # fmt: skip


def _row(number: str, words: str) -> BatchRow:
    return BatchRow(number, words, routes.claim(number))


def _claims(count: int) -> str:
    return ngettext("{count:,} claim", "{count:,} claims", count)
