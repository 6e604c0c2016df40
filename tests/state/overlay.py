"""What the browser makes of the lists and the rows that were sent: assets/patched.js, told in Python."""

from typing import Any

from tab import Heard, Tab

from mbp_claims.state.claims import ClaimsState

NAME = ClaimsState.get_full_name()


class Browser:
    """What assets/patched.js makes of the lists and the patches that were sent."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.lists: dict[str, list[dict[str, str]]] = {"pending": [], "filed": [], "completed": []}
        self.over: dict[str, dict[str, dict[str, str]]] = {table: {} for table in self.lists}

    def do(self, handler: Any, *arguments: Any) -> Heard:
        heard = self.tab.do(handler, *arguments)
        for delta in heard.deltas:
            sent = {name.removesuffix("_rx_state_"): value for name, value in delta.get(NAME, {}).items()}
            for table in self.lists:
                if table in sent:
                    self.lists[table], self.over[table] = sent[table], {}
            if "patch" in sent:
                for table in self.over:
                    new = dict(filter(None, (self._laid(table, row) for row in sent["patch"])))
                    self.over[table] = {**self.over[table], **new} if sent["patch"] else {}
        return heard

    def _laid(self, table: str, row: dict[str, str]) -> tuple[str, dict[str, str]] | None:
        """A row in full says when the service was; another only says what is new."""
        number, known = row["number"], {one["number"]: one for one in self.lists[table]} | self.over[table]
        if "service_date" in row:
            return number, row
        return (number, {k: v for k, v in (known[number] | row).items() if v}) if number in known else None

    def rows(self, table: str) -> dict[str, dict[str, str]]:
        shown = {row["number"]: row for row in self.lists[table]} | self.over[table]
        return {number: row for number, row in shown.items() if row["where"] == table}

    def shows_the_truth(self) -> bool:
        """As somebody sees it who opens the page now."""
        fresh = Browser(Tab(self.tab.path))
        fresh.do(ClaimsState.load_chart)
        return all(self.rows(table) == fresh.rows(table) for table in self.lists)
