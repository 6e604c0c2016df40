"""What was found, in groups; empty ones are left out."""

from itertools import starmap

from mbp_claims import routes, testids
from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.client import Client
from mbp_claims.domain.days import show_day
from mbp_claims.domain.found import Found
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.remittance import Remittance
from mbp_claims.domain.standing import standing
from mbp_claims.domain.superbill import Superbill
from mbp_claims.domain.superbill_sheet import period
from mbp_claims.views.palette import PaletteGroup, PaletteOption
from mbp_claims.words import _, ngettext


def palette_groups(found: Found) -> tuple[PaletteGroup, ...]:
    """Without words there is one group, of what comes next."""
    ready = [one for one in found.claims if standing(one.claim).kind == "ready"]
    files = tuple(_file(one) for one in ready[:3])
    if not found.words:
        groups = [PaletteGroup(_("Next"), (*files, *starmap(_review, found.eras)))]
    else:
        payers = (*map(_billed, found.billed), *(_ledger(*one) for one in found.paid))
        for_one = tuple(_for(found.clients[0])) if len(found.clients) == 1 else ()
        groups = [
            PaletteGroup(_("Clients"), tuple(map(_client, found.clients))),
            PaletteGroup(_("Claims"), tuple(map(_claim, found.claims))),
            PaletteGroup(_("Payers"), payers),
            PaletteGroup(_("ERAs"), tuple(starmap(_era, found.eras))),
            PaletteGroup(_("Superbills"), tuple(starmap(_bill, found.bills))),
            PaletteGroup(_("For them"), (*files, *for_one)),
        ]
    return tuple(group for group in groups if group.options)


def _client(client: Client) -> PaletteOption:
    born = _("born {day}", day=show_day(client.born)) if client.born else client.number
    return PaletteOption(client.name, born, "user", routes.claim_center(client.number))


def _for(client: Client) -> list[PaletteOption]:
    chart = routes.claim_center(client.number)
    return [
        PaletteOption(
            _("Add Insurance Plan"), _("for {client}", client=client.name), "plus", chart, press=testids.PLAN_ADD
        ),
        PaletteOption(_("New Claim"), _("for {client}", client=client.name), "plus", chart, press=testids.CLAIM_NEW),
        PaletteOption(_("Documents"), _("of {client}", client=client.name), "claim", routes.documents(client.number)),
        PaletteOption(
            _("Superbills"), _("for {client}", client=client.name), "claim", routes.superbills(client.number)
        ),
    ]


def _claim(facts: ClaimFacts) -> PaletteOption:
    words = standing(facts.claim).words
    return PaletteOption(facts.claim.number, _of(facts), "claim", routes.claim(facts.claim.number), words)


def _file(facts: ClaimFacts) -> PaletteOption:
    number = facts.claim.number
    detail = f"{number}, {_of(facts)}"
    return PaletteOption(_("File Claim"), detail, "send", routes.claim(number), press=testids.CLAIM_FILE)


def _of(facts: ClaimFacts) -> str:
    claim = facts.claim
    asked = claim.to_bill_cents if claim.is_secondary else claim.charge_cents
    return f"{facts.client.name}, {facts.payer}, {format_cents(asked)}"


def _billed(name: str) -> PaletteOption:
    return PaletteOption(name, _("claims filed to it"), "payer", routes.claims_of(name))


def _ledger(name: str, identifier: str) -> PaletteOption:
    return PaletteOption(name, _("what it paid and kept"), "payer", routes.payer_ledger(identifier))


def _era(era: Remittance, payer: str) -> PaletteOption:
    detail = f"{payer}, {show_day(era.paid_on)}, {format_cents(era.total_cents)}"
    return PaletteOption(era.trace, detail, "era", routes.era(era.id or 0), _("Needs review") if era.waiting else "")


def _bill(bill: Superbill, client: Client) -> PaletteOption:
    detail = f"{client.name}, {period(bill.first_day, bill.last_day)}, {format_cents(bill.charge_cents)}"
    return PaletteOption(bill.name, detail, "claim", routes.superbills(client.number))


def _review(era: Remittance, payer: str) -> PaletteOption:
    lines = ngettext("{count} line to look at", "{count} lines to look at", era.waiting)
    return PaletteOption(_("Review ERA"), f"{payer}, {lines}", "era", routes.era(era.id or 0))
