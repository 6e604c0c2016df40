"""The program as the server makes it: Reflex's app, our door before it, our headers on all it answers, and a log."""

import gc
from importlib import import_module

from mbp_claims.launch import logs, pages
from mbp_claims.launch.asgi import App
from mbp_claims.launch.crowd import Crowd
from mbp_claims.launch.door import Door
from mbp_claims.launch.headers import SecurityHeaders
from mbp_claims.launch.policy import NOTHING, page_policy
from mbp_claims.launch.visits import Visits
from mbp_claims.settings import settings

PROGRAM = "mbp_claims.mbp_claims"


def app() -> App:
    """By name, like the server itself, for launching knows none of its rooms."""
    program = guarded(import_module(PROGRAM).app())
    logs.take_over()
    # What was loaded stays: the collector need not walk through all of it again while somebody waits.
    gc.collect()
    gc.freeze()
    return program


def guarded(inner: App) -> App:
    policy = page_policy(pages.built_folder(), framed=settings.gallery)
    door = Door(Crowd(inner), settings.origins)
    headers = SecurityHeaders(door, policy, NOTHING, secure=settings.is_secure, framed=settings.gallery)
    return Visits(headers)
