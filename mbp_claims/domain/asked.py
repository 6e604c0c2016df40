"""What was asked for and refused, as a person says it. The trail keeps the name of the call."""

import re

from mbp_claims import routes
from mbp_claims.words import _

PLACES = {
    "AccountState": _("one’s own account"), "AuditState": _("the activity"),
    "BatchState": _("a list of claims to file"),
    "ChartState": _("a client’s chart"), "ClaimState": _("a claim"), "ClaimsState": _("the claims"),
    "ClearinghouseState": _("the clearinghouse"), "ClientsState": _("the clients"),
    "DocumentsState": _("a client’s documents"), "EraState": _("an ERA"),
    "ErasState": _("the ERA Inbox"), "ImportState": _("an import of ERAs"), "LedgerState": _("a payer’s ledger"),
    "MoneyState": _("the money over time"), "OverviewState": _("a chart’s overview"), "PeopleState": _("the people"),
    "PlansState": _("a client’s insurance plans"), "RecordsState": _("a client’s records"),
    "ReopenState": _("a completed claim"), "SettingsState": _("the settings"), "ShellState": _("a page"),
    "SuperbillsState": _("a client’s superbills"), "TodayState": _("Today"),
}  # fmt: skip
FORMS = {
    "AdjustmentState": _("the form File Claim"), "CompletionState": _("the form Complete Claim"),
    "DocumentFormState": _("the form of a document"), "NewClaimState": _("the form New Claim"),
    "PlanFormState": _("the form of an insurance plan"),
    "PrintState": _("the form Print claim form"), "SwapState": _("the form Swap payers"),
    "VoidState": _("the form Void claim"),
}  # fmt: skip
LOOKS = frozenset(
    ("load", "open", "refresh", "older", "newer", "turn", "search", "filter", "choose", "show", "sort", "next", "page",
     "clear", "view", "ask", "ready")
)  # fmt: skip
"""First words of handlers that change nothing but what is seen."""

DEEDS = {
    "AccountState.end": _("Ending a session"),
    "AdjustmentState.submit": _("Filing a claim"),
    "BatchState.file": _("Filing several claims"),
    "BatchState.file_ready": _("Filing all claims that are ready"),
    "ChartState.save": _("Changing a client’s details"),
    "ClaimState.decide": _("Deciding what a payer left open"),
    "ClaimsState.fix": _("Fixing a denied claim"),
    "ClaimsState.follow": _("Making a secondary claim"),
    "ClaimsState.put_away": _("Marking a claim as not billable"),
    "ClaimsState.put_back": _("Putting a claim back as it was"),
    "ClaimsState.recall": _("Taking back a claim that waits to be sent"),
    "ClaimsState.reopen": _("Reopening a claim"),
    "ClaimsState.take_back": _("Making a claim billable again"),
    "ClaimsState.view_era": _("Opening the ERA of a claim"),
    "ClearinghouseState.save": _("Changing the connection to the clearinghouse"),
    "ClearinghouseState.send": _("Sending files to the clearinghouse"),
    "ClearinghouseState.sync": _("Syncing with the clearinghouse"),
    "ClearinghouseState.test": _("Testing the connection to the clearinghouse"),
    "ClientsState.save": _("Adding a client"),
    "CompletionState.submit": _("Completing a claim by hand"),
    "DocumentAddingState.take": _("Adding documents"),
    "DocumentFormState.save": _("Changing a document"),
    "DocumentsState.bring_back": _("Bringing back a document"),
    "DocumentsState.put_away": _("Putting away a document"),
    "EraState.correct_plan": _("Changing a plan to what an ERA says"),
    "EraState.keep_plan": _("Keeping a plan as it is against an ERA"),
    "EraState.match": _("Matching a line of an ERA to a claim"),
    "EraState.match_again": _("Matching an ERA again"),
    "EraState.post": _("Posting payments of an ERA"),
    "EraState.post_file": _("Posting an ERA"),
    "EraState.reverse": _("Reversing the posting of an ERA"),
    "EraState.skip": _("Skipping a line of an ERA"),
    "EraState.take_up": _("Taking up a line of an ERA"),
    "EraState.undo": _("Undoing the posting of an ERA"),
    "ImportState.read": _("Importing ERAs"),
    "ImportState.take": _("Importing ERAs"),
    "NewClaimState.submit": _("Adding a claim"),
    "PeopleState.change_role": _("Changing somebody’s role"),
    "PeopleState.disable": _("Disabling somebody’s account"),
    "PeopleState.enable": _("Enabling somebody’s account"),
    "PeopleState.invite": _("Inviting somebody"),
    "PeopleState.new_link": _("Making a new link for somebody"),
    "PlanFormState.save": _("Saving an insurance plan"),
    "PlansState.delete": _("Deleting an insurance plan"),
    "PlansState.end": _("Ending an insurance plan"),
    "PlansState.give_back": _("Undoing the promotion of a plan"),
    "PlansState.make_inactive": _("Making an insurance plan inactive"),
    "PlansState.make_offered": _("Making secondary claims for a new plan"),
    "PlansState.promote": _("Making a secondary plan the primary"),
    "PlansState.restore": _("Bringing back a deleted plan"),
    "PlansState.take_back": _("Making an insurance plan active again"),
    "PlansState.take_back_offered": _("Undoing secondary claims for a new plan"),
    "PrintState.submit": _("Printing a claim form"),
    "RecordsState.mark_right": _("Undoing the mark on a disclosure"),
    "RecordsState.mark_wrong": _("Marking a disclosure as recorded by mistake"),
    "RecordsState.open_export": _("Exporting a client’s record"),
    "RecordsState.submit": _("Recording a disclosure"),
    "ReopenState.confirm": _("Reopening a claim"),
    "SettingsState.ask_second_step": _("Asking everybody for a second step"),
    "SettingsState.save": _("Changing the practice’s details"),
    "SettingsState.save_waits": _("Changing how long payers may take"),
    "SuperbillsState.download": _("Making a superbill"),
    "SuperbillsState.preview": _("Previewing a superbill"),
    "SuperbillsState.print": _("Making a superbill"),
    "SwapState.submit": _("Swapping the order of payers"),
    "VoidState.submit": _("Voiding a claim"),
    "an unknown call": _("Something that this program cannot do"),
    "POST /_upload": _("Sending in a file"),
}
FILES = {
    routes.FILE_837: _("Downloading an 837P file"), routes.FILE_835: _("Downloading an ERA’s file"),
    routes.FILE_ACK: _("Downloading an acknowledgement"), routes.FILE_CARD: _("Opening an insurance card"),
    routes.FILE_FORM: _("Opening a claim form"), routes.FILE_PRINTED: _("Opening a printed claim form"),
    routes.FILE_EOB: _("Opening an EOB"), routes.FILE_TEST_PAGE: _("Opening the printer’s test page"),
    routes.FILE_AUDIT: _("Downloading the activity"), routes.FILE_MONEY: _("Downloading the money over time"),
    routes.FILE_DOCUMENT: _("Opening a document"), routes.FILE_AGING: _("Downloading what payers owe"),
    routes.FILE_ACCOUNTING: _("Downloading a client’s disclosures"),
    routes.FILE_RECORD: _("Downloading a client’s whole record"),
    routes.FILE_SUPERBILL: _("Downloading a superbill"),
}  # fmt: skip
_FILES = {"GET " + "/".join(address.split("/")[:3]): words for address, words in FILES.items()}
_CALL = re.compile(r"Refused: ((?:GET|POST) /[\w./-]+|[A-Z]\w*State\.\w+|an unknown call)")


def in_words(what: str) -> str:
    """An entry of the trail, with the name of the call that was refused in a person's words; any other as it is."""
    found = _CALL.match(what)
    return f"{_('Refused')}: {asked(found.group(1))}{what[found.end():]}" if found else what


def asked(call: str) -> str:
    """`ClaimsState.put_away` is `Marking a claim as not billable`. One that nobody has put in words is spelt out."""
    if known := DEEDS.get(call) or _FILES.get(call):
        return known
    state, _dot, handler = call.partition(".")
    looks = handler.partition("_")[0] in LOOKS
    if form := FORMS.get(state):
        return _("Opening {place}", place=form) if handler.startswith("open") else _("Filling in {form}", form=form)
    if looks and (place := PLACES.get(state) or _spelt(state).lower()):
        return _("Opening {place}", place=place)
    return _("Opening a file") if call.startswith("GET ") else f"{_spelt(state)}: {handler.replace('_', ' ')}"


def _spelt(state: str) -> str:
    """`RefundLettersState` is `Refund letters`."""
    return re.sub(r"(?<=.)([A-Z])", r" \1", state.removesuffix("State")).capitalize()
