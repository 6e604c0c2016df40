"""Where each page and file lives: the patterns the app serves, and the addresses the pages link to."""

import re
from urllib.parse import quote, urlencode

SIGN_IN = "/sign-in"
TODAY = "/"
RESET = "/reset-password"
ACCOUNT = "/account"
CLIENTS = "/clients"
OVERVIEW = "/clients/[client_number]"
CLAIM_CENTER = "/clients/[client_number]/claim-center"
DOCUMENTS = "/clients/[client_number]/documents"
CONTACT = "/clients/[client_number]/contact"
SUPERBILLS = "/clients/[client_number]/superbills"
RECORDS = "/clients/[client_number]/records"
CLAIMS = "/claims"
CLAIM = "/claims/[claim_number]"
ERAS = "/era"
ERA = "/era/[era_id]"
CLEARINGHOUSE = "/clearinghouse"
MONEY = "/money"
PAYER_LEDGER = "/ledger/[payer_id]"
SETTINGS = "/settings"
PEOPLE = "/people"
AUDIT = "/audit"
NOT_FOUND = "404"
GALLERY = "/gallery"
COMPONENT = "/gallery/[component]"
SPECIMEN = "/gallery/[component]/[specimen]"

SESSION = "/session"
SESSION_SIGN_IN = "/session/sign-in"
SESSION_DEMO = "/session/demo"
SESSION_STAY = "/session/stay"
SESSION_SIGN_OUT = "/session/sign-out"
SESSION_CODE = "/session/code"
SESSION_SET_UP = "/session/set-up"
SESSION_SET_UP_CODE = "/session/set-up-code"
SESSION_FIRST = "/session/first"
SESSION_RESET = "/session/reset"
SESSION_CHANGE = "/session/password"
SESSION_SECOND = "/session/second-step"
SESSION_SECOND_CODE = "/session/second-step-code"
SESSION_SECOND_OFF = "/session/second-step-off"
SESSION_NEW_CODES = "/session/new-codes"
SESSION_OUT_EVERYWHERE = "/session/sign-out-everywhere"

FOUND = "/found"

FILE_837 = "/files/837/{id}"
FILE_835 = "/files/835/{id}"
FILE_ACK = "/files/acknowledgement/{id}"
FILE_CARD = "/files/card/{id}"
FILE_DOCUMENT = "/files/document/{id}"
FILE_FORM = "/files/form/{id}"
FILE_PRINTED = "/files/printed/{id}"
FILE_EOB = "/files/eob/{id}"
FILE_SUPERBILL = "/files/superbill/{id}"
FILE_TEST_PAGE = "/files/test-page"
FILE_AUDIT = "/files/activity.csv"
FILE_MONEY = "/files/money.csv"
FILE_AGING = "/files/open.csv"
FILE_ACCOUNTING = "/files/disclosures/{id}"
FILE_RECORD = "/files/record/{id}"

TEST_MODE = "/api/test"
"""What stands below it is there in test mode alone."""


def overview(client_number: str) -> str:
    """The first page of the chart of a client, as "R-0412"."""
    return f"/clients/{client_number}"


def claim_center(client_number: str) -> str:
    """The Claim Center of a client, as "R-0412"."""
    return f"/clients/{client_number}/claim-center"


def documents(client_number: str) -> str:
    """The Documents of a client, as "R-0412"."""
    return f"/clients/{client_number}/documents"


def contact(client_number: str) -> str:
    """The Contact Info of a client, as "R-0412"."""
    return f"/clients/{client_number}/contact"


def superbills(client_number: str) -> str:
    """The Superbills of a client, as "R-0412"."""
    return f"/clients/{client_number}/superbills"


def records(client_number: str) -> str:
    """The Records of a client, as "R-0412"."""
    return f"/clients/{client_number}/records"


def claim(claim_number: str) -> str:
    """The page of a claim, as "C-1042-S"."""
    return f"/claims/{claim_number}"


def claims(tab: str, payer: str = "", status: str = "", age: str = "") -> str:
    """The practice's claims as they are shown: the tab, and what it is narrowed to. No word of a search: it may name a
    client."""
    told = {"tab": "" if tab == "pending" else tab, "payer": payer, "status": status, "age": age}
    query = urlencode({name: value for name, value in told.items() if value}, quote_via=quote)
    return f"{CLAIMS}?{query}" if query else CLAIMS


def claims_of(payer: str) -> str:
    """The practice's filed claims to one payer, by its name."""
    return claims("filed", payer)


def era(era_id: int | str) -> str:
    """The page of an imported ERA, by its id."""
    return f"/era/{era_id}"


def payer_ledger(payer_id: str) -> str:
    """What a payer has paid and kept, by its identifier in the files."""
    return f"/ledger/{payer_id}"


def specimen(component: str, state: str) -> str:
    """One specimen of the gallery, alone on its page."""
    return f"/gallery/{component}/{state}"


def file_837(file_id: int | str) -> str:
    """Download of an 837P that was filed, by the id of its claim file."""
    return f"/files/837/{file_id}"


def file_835(era_id: int | str) -> str:
    """Download of an imported 835 as it came, by the id of its ERA."""
    return f"/files/835/{era_id}"


def file_card(card_id: int | str) -> str:
    """A picture of an insurance card, by its id."""
    return f"/files/card/{card_id}"


def file_document(document_id: int | str) -> str:
    """A document of a chart, by its id."""
    return f"/files/document/{document_id}"


def file_form(claim_id: int | str) -> str:
    """The CMS-1500 of a claim as it stands now, by the claim's id."""
    return f"/files/form/{claim_id}"


def file_printed(form_id: int | str) -> str:
    """A CMS-1500 as it was filed, by the id of the printed form."""
    return f"/files/printed/{form_id}"


def file_eob(claim_id: int | str) -> str:
    """The answer to a claim as a printed EOB, by the claim's id."""
    return f"/files/eob/{claim_id}"


def file_superbill(superbill_id: int | str) -> str:
    """A superbill as it was made, as a PDF, by its id."""
    return f"/files/superbill/{superbill_id}"


def file_ack(file_id: int | str) -> str:
    """Download of an acknowledgement as it came, by its id."""
    return f"/files/acknowledgement/{file_id}"


def file_accounting(client_id: int | str) -> str:
    """A client's disclosures as a spreadsheet."""
    return f"/files/disclosures/{client_id}"


def file_record(disclosure_id: int | str) -> str:
    """The whole record for which that disclosure was recorded."""
    return f"/files/record/{disclosure_id}"


def audit_of(client_number: str) -> str:
    """Who looked at and changed that client's chart."""
    return f"{AUDIT}?client={client_number}"


def way_back(path: str) -> str:
    """Where to go after signing in: the address on our own pages that was asked for, else the start page.

    Whatever a browser could take for another site, or for a script, is none of ours.
    """
    return path if len(path) <= LONGEST and OURS.fullmatch(path) else TODAY


LONGEST = 500
OURS = re.compile(
    r"/(?!sign-in|reset-password|session|found|files)[a-z0-9][A-Za-z0-9._~/-]*(\?[A-Za-z0-9._~/=&%+-]*)?", re.ASCII
)
