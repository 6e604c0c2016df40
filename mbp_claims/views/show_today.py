"""The worklist told in words."""

from collections.abc import Iterable
from datetime import datetime

from mbp_claims import routes
from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.standing import standing
from mbp_claims.domain.worklist import MonthReceived, Sum, ToReview, Worklist
from mbp_claims.views.claim import CentPart
from mbp_claims.views.show_aging import claims_words, payer_row, sums_row
from mbp_claims.views.show_claim import claim_row
from mbp_claims.views.show_era import left_to_do
from mbp_claims.views.today import MonthBar, OwingRow, ReceivedView, TodayView, WorkRow, WorkSection
from mbp_claims.words import _, ngettext
from mbp_claims.words.figures import month, short_month, weekday

VERBS = {
    "needs_adjustments": (_("Enter"), _("Enter adjustments for")),
    "off": (_("Check"), _("Check")),
    "rejected": (_("Fix"), _("Fix and refile")),
    "denied": (_("Fix"), _("Fix")),
}
MOST_CLIENTS = 8
FROM_THE_FORM = ("file", "refile")
DAY_PARTS = ((5, _("evening")), (12, _("morning")), (17, _("afternoon")), (24, _("evening")))
"""Until that hour; who still works before five has not gone to bed."""


def today_view(work: Worklist, who: Clinician, now: datetime) -> TodayView:
    return TodayView(
        _("Good {day_part}, {first_name}", day_part=_day_part(now.hour), first_name=who.first_name),
        f"{weekday(now)}, {show_day(now.date())}. {_state(work)}",
        file_all(work.ready_sum),
        format_cents(work.owed_cents), _parts(work),
        _section([_ready(one) for one in work.ready], work.ready_sum), _to_look_at(work),
        [payer_row(one) for one in work.payers], sums_row(work.payers), [
            OwingRow(one.client.name, routes.claim_center(one.client.number), format_cents(one.cents))
            for one in work.clients[:MOST_CLIENTS]
        ],
        format_cents(work.clients_cents), _more(len(work.clients) - MOST_CLIENTS), _received(work.received),
        work.is_done,
    )  # fmt: skip


def file_all(ready: Sum) -> str:
    """What the button says that files all that is ready; nothing where nothing is."""
    return (
        _("File {claims_words}, {amount}", claims_words=claims_words(ready.claims), amount=format_cents(ready.cents))
        if ready.claims
        else ""
    )


def _day_part(hour: int) -> str:
    return next(name for until, name in DAY_PARTS if hour < until)


def _state(work: Worklist) -> str:
    ready = work.ready_sum.claims
    if ready:
        return ngettext(
            "{claims_words} is ready to file.",
            "{claims_words} are ready to file.",
            ready,
            claims_words=claims_words(ready),
        )
    if work.is_done:
        return _("All caught up. Nothing is waiting for you.")
    return _("Nothing is ready to file yet.")


def _parts(work: Worklist) -> list[CentPart]:
    """The four whom the money waits for; the widths add up to what is owed."""
    ready, look, payers, clients = work.ready_sum, work.look_sum, work.payers_sum, len(work.clients)
    eras = len(work.to_review)
    looked = [claims_words(look.claims)] if look.claims else []
    looked += [ngettext("{count} ERA", "{count} ERAs", eras)] if eras else []
    by = ngettext(
        "{claims_words}, {count} payer",
        "{claims_words}, {count} payers",
        len(work.payers),
        claims_words=claims_words(payers.claims),
    )
    return [
        _part(
            "ready",
            _("To file"),
            ready.cents,
            _("{claims_words}, by you", claims_words=claims_words(ready.claims)),
            ready,
        ),
        _part("look", _("Needs a look"), look.cents, ", ".join(looked), looked),
        _part("wait", _("Waiting on payers"), payers.cents, by, work.payers),
        _part(
            "client",
            _("Waiting on clients"),
            work.clients_cents,
            ngettext("{count} client", "{count} clients", clients),
            clients,
        ),
    ]


def _part(kind: str, label: str, cents: int, note: str, any_: object) -> CentPart:
    nothing = not any_ or any_ == Sum()
    return CentPart(kind, label, format_cents(cents), _("Nothing") if nothing else note, "", max(cents, 0))


def _section(rows: list[WorkRow], whole: Sum, others: int = 0) -> WorkSection:
    return WorkSection(rows, format_cents(whole.cents), _more(whole.claims + others - len(rows)))


def _more(left: int) -> str:
    return _("and {left:,} more", left=left) if left > 0 else ""


def _ready(facts: ClaimFacts) -> WorkRow:
    claim = facts.claim
    detail = f"{claim.number} · {facts.payer}, {_(claim.rank)} · {show_day(claim.service_from)}"
    return _row(facts, detail, _("File Claim"), _("File Claim"))


def _to_look_at(work: Worklist) -> WorkSection:
    rows = [_look(one) for one in work.look] + [_era(one) for one in work.to_review]
    return _section(rows, work.look_sum, len(work.to_review))


def _look(facts: ClaimFacts) -> WorkRow:
    """Each says what is missing."""
    shown = claim_row(facts)
    detail = f"{shown.number} · {shown.status}" + (f", {_within(shown.below)}" if shown.below else "")
    verb, label = VERBS.get(standing(facts.claim).kind, (_("Review"), _("Review")))
    return _row(facts, detail, verb, label)


def _within(sentence: str) -> str:
    """The sentence after a comma; a code at its beginning stays as it is."""
    return sentence if sentence[:2].isupper() else f"{sentence[:1].lower()}{sentence[1:]}"


def _row(facts: ClaimFacts, detail: str, verb: str, label: str) -> WorkRow:
    shown, claim, client = claim_row(facts), facts.claim, facts.client
    in_place = facts.actions[0] in FROM_THE_FORM
    return WorkRow(
        claim.number, client.name, routes.claim_center(client.number), detail, format_cents(claim.to_bill_cents), verb,
        f"{label} {claim.number}", "" if in_place else routes.claim(claim.number), shown.tone, shown.icon,
    )  # fmt: skip


def _era(one: ToReview) -> WorkRow:
    payment, to = one.remittance, routes.era(one.remittance.id or 0)
    return WorkRow(
        str(payment.id), _("{payer_name} ERA, {day}", payer_name=one.payer, day=show_day(payment.paid_on)), to,
        left_to_do(payment), format_cents(one.cents), _("Review"), _("Review ERA {trace}", trace=payment.trace), to,
        "info", "inbox",
    )  # fmt: skip


def _received(months: Iterable[MonthReceived]) -> ReceivedView:
    months = list(months)
    best = max((one.cents for one in months), default=0)
    primary, secondary = sum(one.primary_cents for one in months), sum(one.secondary_cents for one in months)
    if not months or not (primary or secondary):
        return ReceivedView(_("Nothing in the last six months"))
    told = ", ".join(f"{month(one.first)} {format_cents(one.cents)}" for one in months)
    last = len(months) - 1
    return ReceivedView(
        _("{month} to {months_month}, "
          "{primary}", month=month(months[0].first), months_month=month(months[-1].first),
          primary=format_cents(primary + secondary)),
        _("Money received per month: {told} so far.", told=told),
        [
            MonthBar(short_month(one.first), _short(one.cents), _height(one.primary_cents, best),
                     _height(one.secondary_cents, best), at == last)
            for at, one in enumerate(months)
        ],
        format_cents(primary), format_cents(secondary),
    )  # fmt: skip


def _height(cents: int, best: int) -> int:
    """Of a hundred; the least that was paid still shows."""
    return max(round(100 * cents / best), 1) if cents > 0 < best else 0


def _short(cents: int) -> str:
    """`2.1k` above a bar; below a thousand dollars whole ones."""
    dollars = cents / 100
    return f"{dollars / 1000:.1f}k" if dollars >= 1000 else f"{dollars:.0f}"
