"""What the two lists of claims show in a tab."""


from tab import Tab

from mbp_claims.state.claims import ClaimsState


def claims(tab: Tab) -> ClaimsState:
    return tab.of(ClaimsState)


def numbers(tab: Tab, table: str = "pending") -> list[str]:
    return [row.number for row in getattr(claims(tab), table)]
