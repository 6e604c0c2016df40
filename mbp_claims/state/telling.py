"""What a screen shows anew: only what differs travels."""

from typing import Any

from reflex.state import BaseState


def tell(state: BaseState, **shown: Any) -> None:
    """Sets each variable of the state that is not so already. Who looks again at what did not change sends nothing."""
    for name, value in shown.items():
        if getattr(state, name) != value:
            setattr(state, name, value)
