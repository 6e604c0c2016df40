"""What a tab is called: people look for a client's tab by the name, which no address carries."""

import reflex as rx

from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.words import _

PRODUCT = "My Best Practice"


def titled(*words: str) -> str:
    return " · ".join((*words, PRODUCT))


def chart_title(tab: str) -> rx.Var[str]:
    """`Rowan Ellis · Claim Center · My Best Practice`, once it is known whose chart it is."""
    name = ChartState.client.name
    return rx.cond(name != "", f"{name} · {titled(tab)}", titled(tab)).to(str)


def claim_title() -> rx.Var[str]:
    """`C-1042-S · Rowan Ellis · My Best Practice`."""
    claim = ClaimState.view
    return rx.cond(claim.client != "", f"{claim.number} · {claim.client} · {PRODUCT}", titled(_("Claim"))).to(str)
