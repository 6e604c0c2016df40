"""What every page is drawn in: the shell, with who works here and what waits."""

from typing import Any

import reflex as rx

from mbp_claims.state.shell import ShellState
from mbp_claims.ui.shell import Crumb, shell


def framed(*content: rx.Component, current: str, crumbs: tuple[Crumb, ...], busy: Any = False) -> rx.Component:
    return shell(
        ShellState, *content, current=current, crumbs=crumbs, busy=busy, announcement=ShellState.announcement,
        on_ready=ShellState.ready,
    )  # fmt: skip
