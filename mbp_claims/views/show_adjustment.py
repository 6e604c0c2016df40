"""The adjustment forms told in words: lines, rows, and the equation after every key."""

from mbp_claims import routes
from mbp_claims.domain.answer import CLAIM_LEVEL, Answer
from mbp_claims.domain.answer_draft import live_answer
from mbp_claims.domain.answer_form import AnswerForm
from mbp_claims.domain.balance import Balance, claim_balance, line_balances
from mbp_claims.domain.claim import ClaimStatus, ServiceLine
from mbp_claims.domain.claim_facts import ClaimFacts, OpenClaim, PayerFacts
from mbp_claims.domain.codes import plain_meaning, procedure_words
from mbp_claims.domain.days import show_day
from mbp_claims.domain.form_row import FormRow, edited
from mbp_claims.domain.money import format_cents
from mbp_claims.views.adjustment import (
    AdjustmentRow,
    BalanceView,
    CompleteClaimView,
    EraBanner,
    FileClaimView,
    LineForm,
)  # fmt: skip
from mbp_claims.words import _, ngettext

Errors = dict[str, str]


def file_claim_view(
    of: OpenClaim, form: AnswerForm, shape: Answer, era: Answer | None, key: str, errors: Errors, arrived: bool = False
) -> FileClaimView:
    """The File Claim form of a secondary claim. `shape` is the primary's answer as kept, `era` as the ERA said it."""
    live = live_answer(form.entry, shape)
    charge = of.facts.claim.charge_cents
    return FileClaimView(
        key, of.facts.claim.number, "S", subtitle(of.facts), of.facts.payer, format_cents(live.to_bill_cents(charge)),
        _banner(of, form, era, arrived), line_forms(of, form, live, of.primary.payer.name, of.facts.payer),
        balance_view(claim_balance(of.charges, live)), True, errors, on_paper=of.facts.on_paper,
    )  # fmt: skip


def file_primary_view(of: OpenClaim, key: str, errors: Errors) -> FileClaimView:
    """Nothing has been adjusted yet: the form only shows what is asked for."""
    lines = [_bare(line) for line in of.lines]
    bill = format_cents(of.facts.claim.charge_cents)
    return FileClaimView(
        key, of.facts.claim.number, "P", subtitle(of.facts), of.facts.payer, bill, EraBanner(), lines, BalanceView(),
        False, errors, on_paper=of.facts.on_paper,
    )  # fmt: skip


def complete_claim_view(
    of: OpenClaim, form: AnswerForm, shape: Answer, typed: dict[str, str], key: str, errors: Errors
) -> CompleteClaimView:
    """The Complete Claim form; `typed` holds control_number, eob_date and later as they stand in the form."""
    live = live_answer(form.entry, shape)
    claim = of.facts.claim
    after = of.facts.next_payer
    follows = (
        _("{number}-S will appear under Pending Claims, for {after}.", number=claim.number, after=after)
        if after
        else ""
    )
    return CompleteClaimView(
        key, claim.number, "S" if claim.is_secondary else "P", subtitle(of.facts), of.facts.payer,
        line_forms(of, form, live, of.facts.payer, of.facts.next_payer),
        balance_view(claim_balance(of.charges, live)), typed.get("control_number", ""), typed.get("eob_date", ""),
        typed.get("later") == "on", follows, errors,
    )  # fmt: skip


def _bare(line: ServiceLine) -> LineForm:
    words, charge = procedure_words(line.procedure), format_cents(line.charge_cents)
    return LineForm(
        str(line.position), _("Service line {position}", position=line.position), _title(line), words, charge
    )


def line_forms(of: OpenClaim, form: AnswerForm, live: Answer, payer: str, next_payer: str) -> list[LineForm]:
    balances = line_balances(of.charges, live)
    numbers = {row.id: number for number, row in enumerate(form.rows, 1)}
    lines = [line for line in of.lines if line.position in form.paid]
    forms = [
        LineForm(
            str(line.position), _("Service line {position}", position=line.position), _title(line),
            procedure_words(line.procedure),
            format_cents(line.charge_cents), payer, form.paid[line.position], form.paid_fixed,
            _rows(form, line.position, balances.get(line.position), numbers, next_payer),
            balance_view(balances[line.position]), _removed(form, line.position),
        )
        for line in lines
    ]  # fmt: skip
    whole = any(row.line == CLAIM_LEVEL for row in form.rows) or CLAIM_LEVEL in form.paid
    return [*forms, *([_whole_claim(of, form, live, payer, next_payer, numbers)] if whole else [])]


def balance_view(balance: Balance) -> BalanceView:
    return BalanceView(
        format_cents(balance.charge), format_cents(balance.paid), format_cents(balance.adjusted), balance.word,
        balance.balanced,
    )  # fmt: skip


def _whole_claim(
    of: OpenClaim, form: AnswerForm, live: Answer, payer: str, next_payer: str, numbers: dict[str, int]
) -> LineForm:
    """What the payer adjusted on the claim as a whole. When it answered no lines, its payment stands here too."""
    balance = claim_balance(of.charges, live)
    alone = CLAIM_LEVEL in form.paid
    return LineForm(
        str(CLAIM_LEVEL), _("Whole claim"), _("Whole claim"), _("as the payer answered it"),
        format_cents(of.facts.claim.charge_cents) if alone else "", payer if alone else "",
        form.paid.get(CLAIM_LEVEL, ""), form.paid_fixed, _rows(form, CLAIM_LEVEL, balance, numbers, next_payer),
        balance_view(balance), _removed(form, CLAIM_LEVEL),
    )  # fmt: skip


def _rows(
    form: AnswerForm, line: int, balance: Balance | None, numbers: dict[str, int], next_payer: str
) -> list[AdjustmentRow]:
    rows = [row for row in form.rows if row.line == line]
    return [
        _row(row, place, numbers[row.id], balance if row is rows[-1] else None, next_payer)
        for place, row in enumerate(rows, 1)
    ]


def _row(row: FormRow, place: int, number: int, balance: Balance | None, next_payer: str) -> AdjustmentRow:
    said = ""
    if row.era and edited(row):
        code = "" if (row.group, row.reason) == (row.era.group, row.era.reason) else f"{row.era.code} "
        said = _("ERA said {code}{amount}", code=code, amount=format_cents(row.era.cents))
    remaining = format_cents(balance.short) if balance and balance.short > 0 and not row.amount.strip() else ""
    meaning = plain_meaning(row.group, row.reason, next_payer or None) if row.group and row.reason else ""
    return AdjustmentRow(
        row.id, row.key, str(number), str(row.line), str(place), row.group, row.reason, row.amount,
        meaning, said, remaining,
    )  # fmt: skip


def _removed(form: AnswerForm, line: int) -> str:
    if form.gone is None or form.gone[1].line != line:
        return ""
    place = 1 + sum(row.line == line for row in form.rows[: form.gone[0]])
    return _("Adjustment {place} removed.", place=place)


def _title(line: ServiceLine) -> str:
    return f"{show_day(line.service_date)} · {' '.join((line.procedure, *line.modifier_codes))}"


def arrived_banner(payer: str, era: Answer | None) -> EraBanner:
    """The payer has answered anew since the form was opened."""
    came = (
        _("An ERA from {payer} just arrived.", payer=payer)
        if era
        else _("{payer}’s answer has just changed.", payer=payer)
    )
    return EraBanner("arrived", came, _("What you typed is still here."))


def subtitle(of: ClaimFacts) -> str:
    """`C-1042-S · Rowan Ellis · Cigna, secondary`."""
    return f"{of.claim.number} · {of.client.name} · {of.payer}, {_(of.claim.rank)}"


def _banner(of: OpenClaim, form: AnswerForm, era: Answer | None, arrived: bool) -> EraBanner:
    payer = of.primary.payer.name
    if arrived:
        return arrived_banner(payer, era)
    if of.facts.claim.status == ClaimStatus.CROSSED_OVER:
        by_hand = _(
            "File it by hand only if {payer} never answers: a claim that comes twice is rejected.", payer=of.facts.payer
        )
        return EraBanner("none", f"{of.facts.claim.note}.", by_hand, href=routes.ERAS)
    if era is None:
        return EraBanner(
            "none",
            _("No ERA has come back from {payer} yet.", payer=payer),
            _("Copy the amounts from the paper EOB."),
            href=routes.ERAS,
        )
    return _from_era(of.primary, _differs(form.differing(era)))


def _differs(count: int) -> str:
    if not count:
        return ""
    return ngettext("1 amount differs from the ERA.", "{count} amounts differ from the ERA.", count)


def _from_era(primary: PayerFacts, differs: str) -> EraBanner:
    title, more = _("Filled in from the ERA."), _("Review the amounts, then submit.")
    if primary.corrects:
        corrected = _("Correction of {day}.", day=show_day(primary.corrects))
        more = f"{corrected} {more}"
    if (era := primary.remittance) is None:
        return EraBanner("era", title, primary.payer.name, more=more, differs=differs)
    text = _("{payer}, {day}, check", payer=primary.payer.name, day=show_day(era.paid_on))
    return EraBanner("era", title, text, era.trace, more, routes.era(era.id or 0), differs)
