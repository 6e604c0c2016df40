"""Chromium, with a second name for each address: through it the network is slow."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from mbp_claims.testing.browser import QUIET, chromium
from mbp_claims.testing.browser import arguments as quiet_arguments

FAST, SLOW = "127.0.0.1", "localhost"
WINDOW = {"width": 1360, "height": 900}
# Two of these do not add up: the last one counts.
NAMES = next(argument for argument in QUIET if argument.startswith("--host-resolver-rules"))


@contextmanager
def browser(proxies: dict[int, int]) -> Iterator[Browser]:
    """`proxies`: from the port of a server to the port of its slow network, which `localhost` then means."""
    slow = ", ".join(f"MAP {SLOW}:{port} {FAST}:{proxy}" for port, proxy in proxies.items())
    arguments = [argument for argument in quiet_arguments() if argument != NAMES]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium(), args=[*arguments, f"--host-resolver-rules={slow}"]
        )
        yield started
        started.close()
