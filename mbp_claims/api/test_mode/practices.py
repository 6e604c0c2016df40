"""Practices of one's own: made anew, entered, and moved in time."""

from datetime import timedelta

from starlette.requests import Request

from mbp_claims.actions.load_scenario import ABOUT
from mbp_claims.actions.test_mode import clocks
from mbp_claims.actions.test_mode.alone import begin_alone
from mbp_claims.actions.test_mode.practices import MAIN, make_anew, sign_in_as
from mbp_claims.api.test_mode import bodies
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.settings import settings
from mbp_claims.state.base import glance, openly


def reset(told: bodies.Reset, request: Request) -> bodies.Entered:
    if told.alone:
        if told.practice != MAIN:
            raise RuleViolation(f"A scenario that is alone is the practice {MAIN}. Leave `practice` out.")
        begin_alone(told.scenario)
    else:
        openly(make_anew, told.practice, told.scenario)
    return sign_in(bodies.SignIn(practice=told.practice), request)


def sign_in(told: bodies.SignIn, request: Request) -> bodies.Entered:
    entered = openly(sign_in_as, told.practice, told.person)
    who = entered.clinician
    cookie = bodies.Cookie(
        name=settings.session_cookie, value=entered.session_id, url=f"{request.url.scheme}://{request.url.netloc}"
    )
    return bodies.Entered(
        practice=told.practice, person=who.name, role=who.role, email=who.email,
        now=glance(clocks.read_clock, told.practice), cookie=cookie,
    )  # fmt: skip


def read_clock(told: bodies.OfPractice, _request: Request) -> bodies.Clock:
    return bodies.Clock(practice=told.practice, now=glance(clocks.read_clock, told.practice))


def set_clock(told: bodies.SetClock, _request: Request) -> bodies.Clock:
    by = timedelta(days=told.days, hours=told.hours, minutes=told.minutes)
    if (told.now is None) == (not by):
        raise RuleViolation("Tell either the moment (`now`) or by how much (`days`, `hours`, `minutes`).")
    moved = (
        openly(clocks.move_clock, told.practice, by, told.signed_in) if told.now is None
        else openly(clocks.set_clock, told.practice, told.now, told.signed_in)
    )  # fmt: skip
    return bodies.Clock(practice=told.practice, now=moved)


def scenarios(_told: bodies.Body, _request: Request) -> bodies.Scenarios:
    return bodies.Scenarios(scenarios=[bodies.ScenarioTold(name=name, about=about) for name, about in ABOUT.items()])
