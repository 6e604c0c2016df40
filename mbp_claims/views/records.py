"""The Records tab of a chart: what was disclosed, and to whom the record goes."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DisclosureRow:
    """One line of the accounting; what does not apply is ""."""

    key: str
    day: str  # 11/03/2026
    recipient: str
    address: str = ""
    what: str = ""
    why: str = ""
    purpose: str = ""  # Payment
    counts: str = ""  # Counts, or why it does not: Not required (164.528(a)(1)(i))
    tone: str = "neutral"
    icon: str = "info"
    by: str = ""
    id: str = ""  # of one recorded by hand
    is_wrong: bool = False


@dataclass(frozen=True)
class RecordsView:
    """The accounting of one client, newest first."""

    number: str = ""
    since: str = ""  # 11/23/2020
    count: str = ""  # 12 disclosures, 1 of them counts
    sheet: str = ""  # the address of the same as a spreadsheet
    activity: str = ""  # the address of who looked at this chart; "" for whom it is not
    rows: list[DisclosureRow] = field(default_factory=list)


@dataclass(frozen=True)
class DisclosureForm:
    """The form as it is opened; `exporting` is the one that gives the whole record to somebody."""

    key: str = ""
    exporting: bool = False
    client: str = ""
    day: str = ""
    recipient: str = ""
    address: str = ""
    what: str = ""
    why: str = ""
    purpose: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
