"""What the pages of a client's chart have in common."""

import reflex as rx

from mbp_claims.state.chart import ChartState
from mbp_claims.ui.chart_header import chart
from mbp_claims.ui.feedback import page_bones


def in_chart(*content: rx.Component, current: str) -> rx.Component:
    """Content of the tab `current` (a test id), below the head of the chart once it is known."""
    shown = chart(ChartState.client, *content, current=current, on_retry=ChartState.load)
    return rx.cond(ChartState.loaded, shown, page_bones())
