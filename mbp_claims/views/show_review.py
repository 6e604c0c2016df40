"""One ERA told in words: does it add up, is it in the bank, what was done with it."""

from datetime import datetime

from mbp_claims import routes
from mbp_claims.clock import local
from mbp_claims.domain.codes import provider_adjustment
from mbp_claims.domain.days import show_day
from mbp_claims.domain.era_facts import EraPreview, Reconciliation
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.remittance import Outcome, WithheldAmount
from mbp_claims.views.era_review import EraEvent, EraView, WithheldRow
from mbp_claims.views.show_era import status_of
from mbp_claims.views.show_file import whole_file_view
from mbp_claims.words import _, ngettext

MOST_TERMS = 6
QUARANTINE = _("It is kept in quarantine. Lines that add up can be posted one by one; the rest only by hand.")
EVENTS = {Kind.POST: _("posted"), Kind.UNDO: _("taken back"), Kind.REVERSE: _("reversed")}


def era_view(preview: EraPreview) -> EraView:
    remittance, counts = preview.facts.remittance, preview.counts
    status, tone, icon = status_of(remittance)
    posted = counts.get(Outcome.POSTED, 0)
    title, more = _posted(posted, preview)
    settled, bank_title, bank_words = _bank(preview.reconciliation)
    return EraView(
        id=str(remittance.id), check=remittance.trace, payer=preview.facts.payer, payer_id=remittance.payer_identifier,
        amount=format_cents(remittance.total_cents), date=show_day(remittance.paid_on), status=status, tone=tone,
        icon=icon, href=routes.file_835(remittance.id or 0), adds_up=remittance.is_balanced,
        sum_title=_("Adds up") if remittance.is_balanced else _("Does not add up"),
        sum_words=_sum(preview) if remittance.is_balanced else remittance.imbalance, settled=settled,
        bank_title=bank_title, bank_words=bank_words, warning="" if remittance.is_balanced else QUARANTINE,
        all_chosen=remittance.is_balanced, matched=counts.get(Outcome.MATCHED, 0) + posted, ready=preview.ready,
        ready_cents=preview.ready_cents, lost=counts.get(Outcome.NOT_MATCHED, 0),
        wrong=counts.get(Outcome.PROBLEM, 0), posted=title, posted_more=more,
        undo=str(preview.undo.id) if preview.undo else "", reverse=str(preview.reverse.id) if preview.reverse else "",
        reverse_words=_reversal(preview), withheld=[_withheld(one) for one in preview.withheld],
        withheld_total=as_deposit(remittance.provider_adjustments_cents), events=_events(preview),
        file=whole_file_view(preview), before=_entered_before(preview),
    )  # fmt: skip


def _sum(preview: EraPreview) -> str:
    """`$176.80 = $92.80 + $84.00 + $0.00`; what the payer kept or gave besides comes last."""
    remittance = preview.facts.remittance
    besides = remittance.provider_adjustments_cents
    if len(preview.terms) <= MOST_TERMS:
        paid = _added([*preview.terms]) if preview.terms else format_cents(0)
    else:
        paid = _(
            "{total} for {claims:,} claims",
            total=format_cents(remittance.total_cents + besides),
            claims=remittance.claims,
        )
    kept = (
        (
            _(" − {besides} provider adjustments", besides=format_cents(abs(besides)))
            if besides > 0
            else _(" + {besides} provider adjustments", besides=format_cents(abs(besides)))
        )
        if besides
        else ""
    )
    return f"{format_cents(remittance.total_cents)} = {paid}{kept}"


def _added(cents: list[int]) -> str:
    first, *rest = cents
    return format_cents(first) + "".join(f" {'−' if one < 0 else '+'} {format_cents(abs(one))}" for one in rest)


def _bank(told: Reconciliation) -> tuple[bool, str, str]:
    """Whether every cent of the deposit is where it belongs, in a title and an equation."""
    words = deposit_words(told)
    if told.difference:
        return False, _("The deposit differs by {difference}", difference=format_cents(abs(told.difference))), words
    if told.before:
        return False, _("{before} was entered before", before=format_cents(told.before)), words
    if told.waiting:
        return False, _("{waiting} of the deposit waits", waiting=format_cents(told.waiting)), words
    return True, _("All of the deposit is accounted for"), words


def deposit_words(told: Reconciliation) -> str:
    """`Deposit $176.80 = $92.80 posted + $84.00 waiting`."""
    terms = [(told.posted, _("posted")), (told.before, _("entered before")), (told.waiting, _("waiting")),
             (told.skipped, _("skipped")), (-told.withheld, _("provider adjustments"))]  # fmt: skip
    said = [(cents, word) for cents, word in terms if cents or word == "posted"]
    text = "".join(f" {'−' if cents < 0 else '+'} {format_cents(abs(cents))} {word}" for cents, word in said)
    sign = "=" if not told.difference else "≠"
    return _(
        "Deposit {deposit} {sign} {terms}",
        deposit=format_cents(told.deposit),
        sign=sign,
        terms=text.removeprefix(" + ").strip(),
    )


def _entered_before(preview: EraPreview) -> list[str]:
    """Which claims, and what to do about it."""
    payer = preview.facts.payer
    listed = []
    for one in preview.before[:MOST_TERMS]:
        told = {"number": one.number, "amount": format_cents(one.cents), "day": show_day(local(one.at).date())}
        by_hand = _("{number}: {amount}, typed from paper, entered on {day}.", **told)
        listed.append(by_hand if one.by_hand else _("{number}: {amount}, entered on {day}.", **told))
    more = len(preview.before) - MOST_TERMS
    if more > 0:
        listed.append(ngettext("And {count:,} more claim.", "And {count:,} more claims.", more))
    ask = _(
        "Look at your bank. If it has this deposit only, nothing is left to do. If it has the earlier payment too, "
        "{payer} has paid {amount} twice: it will take that back, or you return it.",
        payer=payer, amount=format_cents(preview.reconciliation.before),
    )  # fmt: skip
    return [*listed, ask] if preview.before else []


def _posted(posted: int, preview: EraPreview) -> tuple[str, str]:
    if not posted:
        return "", ""
    title = ngettext("{count:,} payment is posted.", "{count:,} payments are posted.", posted)
    lost = preview.counts.get(Outcome.NOT_MATCHED, 0)
    match lost:
        case 0:
            return title, ""
        case 1:
            return title, _("One line still needs a match.")
    return title, _("{lost:,} lines still need a match.", lost=lost)


def _reversal(preview: EraPreview) -> str:
    """What Reverse… will do, before it is done."""
    if preview.reverse is None:
        return ""
    count = preview.reverse.claims
    claims = ngettext("The claim goes", "{count:,} claims go", count)
    return (
        _(
            "{claims} back to how they were before this posting, and the ledger takes back every amount. {sent} was "
            "filed since: it stays filed and will say that its COB changed. Both the posting and its reversal stay on "
            "record.",
            claims=claims,
            sent=preview.sent,
        )
    ).replace("The claim goes back to how they were", "The claim goes back to how it was")


def _withheld(one: WithheldAmount) -> WithheldRow:
    return WithheldRow(one.reason, provider_adjustment(one.reason), one.reference, as_deposit(one.amount_cents))


def as_deposit(cents: int) -> str:
    """A PLB above zero lowers the deposit."""
    return f"−{format_cents(cents)}" if cents > 0 else f"+{format_cents(-cents)}" if cents else format_cents(0)


def _events(preview: EraPreview) -> list[EraEvent]:
    """Newest first, the import last."""
    file = preview.file
    done = [_event(_done(one), one.who, one.at) for one in reversed(preview.postings)]
    return [*done, _event(_("Imported from {file}", file=file.name), file.imported_by, file.imported_at)]


def _done(posting: Posting) -> str:
    word = EVENTS.get(Kind(posting.kind), posting.kind)
    return ngettext("{count:,} payment {word}", "{count:,} payments {word}", posting.claims, word=word)


def _event(what: str, who: str, at: datetime) -> EraEvent:
    moment = local(at)
    when = f"{moment:%m/%d/%Y} {moment.hour % 12 or 12}:{moment:%M %p}"
    return EraEvent(what, who, when, f"{moment:%Y-%m-%dT%H:%M}")
