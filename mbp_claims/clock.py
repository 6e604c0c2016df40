"""The practice's own clock: the wall clock in its time zone, or the moment that MBP_NOW freezes it at."""

from datetime import date, datetime

from mbp_claims.settings import settings


def now() -> datetime:
    """This moment, aware, in the practice's time zone."""
    return (settings.frozen_now or datetime.now(settings.timezone)).astimezone(settings.timezone)


def today() -> date:
    """The practice's calendar day: an evening session counts for that evening, whatever day it is elsewhere."""
    return now().date()


def local(moment: datetime) -> datetime:
    """A kept moment on the practice's own clock."""
    return moment.astimezone(settings.timezone)
