"""Every `data-testid` of the app: components and page objects take them from here, and from nowhere else.

Names are area-thing[-key] in kebab case; a key is what the practice calls the thing (a claim's number, a payer's id),
never the place of a row on the screen. Functions also take a Var, whose text they put in at its place.
"""

# Shell
PALETTE_OPEN = "palette-open"
PALETTE = "palette"
PALETTE_INPUT = "palette-input"
SHORTCUTS = "shortcuts"
SHORTCUTS_OPEN = "shortcuts-open"
SHORTCUTS_SINGLE = "shortcuts-single"
SHORTCUTS_DONE = "shortcuts-done"
THEME_TOGGLE = "theme-toggle"
LIVE_REGION = "live-region"
TEST_MODE_BANNER = "test-mode-banner"
CONNECTION_BANNER = "connection-banner"

# Door
SIGN_IN_EMAIL = "sign-in-email"
SIGN_IN_PASSWORD = "sign-in-password"
SIGN_IN_SUBMIT = "sign-in-submit"
SIGN_IN_CODE = "sign-in-code"
SIGN_IN_CODE_SUBMIT = "sign-in-code-submit"
SET_UP_KEY = "set-up-key"
SET_UP_CODE = "set-up-code"
SET_UP_SUBMIT = "set-up-submit"
RECOVERY_CODES = "recovery-codes"
RECOVERY_KEPT = "recovery-kept"
FIRST_PRACTICE = "first-practice"
FIRST_NAME = "first-name"
FIRST_EMAIL = "first-email"
FIRST_PASSWORD = "first-password"
FIRST_SUBMIT = "first-submit"
RESET_PASSWORD = "reset-password"
RESET_SUBMIT = "reset-submit"
SIGN_IN_DEMO = "sign-in-demo"
DOOR_PROBLEM = "door-problem"
SIGN_OUT = "sign-out"
SESSION_WARNING = "session-warning"
SESSION_STAY = "session-stay"
SIGN_IN_AGAIN = "sign-in-again"


def again(test_id: str) -> str:
    """A field or button of the door that stands over a page."""
    return f"again-{test_id}"


# Account
SETTINGS_SECOND_STEP = "settings-second-step"
ACCOUNT_LINK = "account-link"
ACCOUNT_APPEARANCE = "account-appearance"
ACCOUNT_SHORTCUTS = "account-shortcuts"
ACCOUNT_PASSWORD = "account-password"
ACCOUNT_OLD = "account-old"
ACCOUNT_NEW = "account-new"
ACCOUNT_SAVE = "account-save"
ACCOUNT_SECOND = "account-second-step"
ACCOUNT_SESSIONS = "account-sessions"
ACCOUNT_OUT_EVERYWHERE = "account-sign-out-everywhere"
SECOND_OLD = "second-old"
SECOND_BEGIN = "second-begin"
SECOND_CODES_OLD = "second-codes-old"
SECOND_CODES = "second-codes"
SECOND_OFF_OLD = "second-off-old"
SECOND_OFF = "second-off"


def theme(mode: str) -> str:
    """Light, dark, or as the system has it."""
    return f"theme-{mode}"


def session_row(session_id: int | str) -> str:
    """Where the person is signed in, by the number of the session."""
    return f"session-row-{session_id}"


def session_end(session_id: int | str) -> str:
    """Sign out of that session."""
    return f"session-end-{session_id}"


# Today
TODAY_FILE_ALL = "today-file-all"
TODAY_OWED = "today-owed"
TODAY_READY = "today-ready"
TODAY_LOOK = "today-look"
TODAY_DONE = "today-done"
TODAY_CLIENTS = "today-clients"
TODAY_RECEIVED = "today-received"
TODAY_PAYERS = "today-payers"


def today_work(key: str) -> str:
    """A thing to do on the start page, by its claim's number or its ERA's id."""
    return f"today-work-{key}"


def today_do(key: str) -> str:
    """The button of a thing to do."""
    return f"today-do-{key}"


# Clients
CLIENT_ADD = "client-add"
CLIENTS_SEARCH = "clients-search"
CLIENTS_FILTER_PENDING = "clients-filter-pending"
CLIENTS_TABLE = "clients-table"
CLIENTS_COUNT = "clients-count"
CLIENTS_CLEAR = "clients-clear"
CLIENTS_RETRY = "clients-retry"
CLIENTS_OLDER = "clients-older"
CLIENTS_NEWER = "clients-newer"


def client_row(number: str) -> str:
    """The row of a client in the list."""
    return f"client-row-{number}"


# Chart
CLIENT_NAME = "client-name"
CLIENT_BALANCE = "client-balance"
CHART_TABS = "chart-tabs"
TAB_OVERVIEW = "tab-overview"
TAB_CLAIM_CENTER = "tab-claim-center"
TAB_DOCUMENTS = "tab-documents"
TAB_CONTACT_INFO = "tab-contact-info"
TAB_SUPERBILLS = "tab-superbills"
TAB_RECORDS = "tab-records"

# Overview
OVERVIEW_TILES = "overview-tiles"
OVERVIEW_NEXT = "overview-next"
OVERVIEW_GO = "overview-go"
OVERVIEW_YEAR = "overview-year"
OVERVIEW_ACTIVITY = "overview-activity"
OVERVIEW_PLANS = "overview-plans"
OVERVIEW_FACTS = "overview-facts"

# Money
MONEY_FROM = "money-from"
MONEY_TO = "money-to"
MONEY_PAYER = "money-payer"
MONEY_WENT = "money-went"
MONEY_TABLE = "money-table"
MONEY_SHEET = "money-sheet"
MONEY_OPEN = "money-open"
MONEY_AGING_SHEET = "money-aging-sheet"

# Insurance plans
PLANS_PANEL = "plans-panel"
PLAN_ADD = "plan-add"
PLAN_CARD_PRIMARY = "plan-card-primary"
PLAN_CARD_SECONDARY = "plan-card-secondary"
PLAN_BADGE_P = "plan-badge-P"
PLAN_BADGE_S = "plan-badge-S"
PLAN_DELETE_BLOCKED = "plan-delete-blocked"
PAST_PLANS = "past-plans"


def plan_card(plan_id: int | str) -> str:
    """The card of a plan that is neither the active primary nor the active secondary."""
    return f"plan-card-{plan_id}"


def plan_edit(plan_id: int | str) -> str:
    """Edit on a plan's card."""
    return f"plan-edit-{plan_id}"


def plan_menu(plan_id: int | str) -> str:
    """More actions on a plan's card."""
    return f"plan-menu-{plan_id}"


def plan_end(plan_id: int | str) -> str:
    """End plan… in a plan's menu."""
    return f"plan-end-{plan_id}"


def plan_delete(plan_id: int | str) -> str:
    """Delete plan… in a plan's menu."""
    return f"plan-delete-{plan_id}"


# Add Insurance Plan, Edit Insurance Plan
PLAN_DIALOG = "plan-dialog"
PLAN_PAYER = "plan-payer"
PLAN_NAME = "plan-name"
PLAN_MEMBER_ID = "plan-member-id"
PLAN_GROUP = "plan-group"
PLAN_COPAY = "plan-copay"
PLAN_RELATIONSHIP = "plan-relationship"
SUB_FIRST = "sub-first"
SUB_LAST = "sub-last"
SUB_DOB = "sub-dob"
SUB_SEX = "sub-sex"
SUB_ADDRESS = "sub-address"
SUB_CITY = "sub-city"
SUB_STATE = "sub-state"
SUB_ZIP = "sub-zip"
SUB_SAME_ADDRESS = "sub-same-address"
PLAN_EFFECTIVE = "plan-effective"
PLAN_END = "plan-end"
PLAN_SECONDARY = "plan-secondary"
CARD_FRONT = "card-front"
CARD_BACK = "card-back"
PLAN_CANCEL = "plan-cancel"
PLAN_SUBMIT = "plan-submit"
ERROR_SUMMARY = "error-summary"


def payer_option(payer_id: str) -> str:
    """One payer in the payer list, by its payer id."""
    return f"payer-option-{payer_id}"


# Claims: the tables
PENDING_CLAIMS = "pending-claims"
PENDING_TABLE = "pending-table"
PENDING_COUNT = "pending-count"
PENDING_OLDER = "pending-older"
PENDING_NEWER = "pending-newer"
COMPLETED_CLAIMS = "completed-claims"
COMPLETED_TABLE = "completed-table"
COMPLETED_FILTER_STATUS = "completed-filter-status"
COMPLETED_PRINT = "completed-print"
COMPLETED_OLDER = "completed-older"
COMPLETED_NEWER = "completed-newer"
CLAIM_NEW = "claim-new"


def claim_row(number: str) -> str:
    """The row of a claim."""
    return f"claim-row-{number}"


def claim_status(number: str) -> str:
    """The status chip of a claim."""
    return f"claim-status-{number}"


def claim_actions(number: str) -> str:
    """The button Actions of a claim."""
    return f"claim-actions-{number}"


def claim_file(number: str) -> str:
    """File Claim in a claim's Actions."""
    return f"claim-file-{number}"


def claim_action(key: str, number: str) -> str:
    """One item in a claim's Actions, by its key ("details", "complete", ...)."""
    return f"claim-{key}-{number}"


# Claims of the whole practice
CLAIMS_SEARCH = "claims-search"
CLAIMS_STATUS = "claims-status"
CLAIMS_TABS = "claims-tabs"
CLAIMS_TAB_PENDING = "claims-tab-pending"
CLAIMS_TAB_FILED = "claims-tab-filed"
CLAIMS_TAB_COMPLETED = "claims-tab-completed"
FILED_TABLE = "filed-table"
FILED_OLDER = "filed-older"
FILED_NEWER = "filed-newer"
CLAIMS_COUNT = "claims-count"

# File Claim
CLAIMS_PAYER = "claims-payer"
CLAIMS_AGE = "claims-age"
CLAIMS_PICK_ALL = "claims-pick-all"
BATCH_BAR = "batch-bar"
BATCH_FILE = "batch-file"
BATCH_CLEAR = "batch-clear"
BATCH_DIALOG = "batch-dialog"
BATCH_PROGRESS = "batch-progress"
BATCH_FILED = "batch-filed"
BATCH_LEFT = "batch-left"


def claim_pick(number: str) -> str:
    """The checkbox that selects a claim to be filed with others."""
    return f"claim-pick-{number}"


FILE_REFERENCE = "file-reference"
REOPEN_ALERT = "reopen-alert"
REOPEN_CONFIRM = "reopen-confirm"
VOID_DIALOG = "void-dialog"
VOID_REFERENCE = "void-reference"
VOID_SUBMIT = "void-submit"
VOID_CANCEL = "void-cancel"
FILE_CLAIM_DIALOG = "file-claim-dialog"
ERA_BANNER = "era-banner"
BALANCE_STATE = "balance-state"
BALANCE_TOTAL = "balance-total"
BILL_AMOUNT = "bill-amount"
FILE_CANCEL = "file-cancel"
FILE_SUBMIT = "file-submit"


def line(line_number: int | str) -> str:
    """The block of a service line, 1-based."""
    return f"line-{line_number}"


def line_paid(line_number: int | str) -> str:
    """What the payer paid for a line."""
    return f"line-{line_number}-paid"


def line_add(line_number: int | str) -> str:
    """Add adjustment on a line."""
    return f"line-{line_number}-add"


def balance(line_number: int | str) -> str:
    """The equation of a line."""
    return f"balance-{line_number}"


def adjustment(line_number: int | str, row: int | str) -> str:
    """An adjustment row of a line, both 1-based."""
    return f"adj-{line_number}-{row}"


def adjustment_group(line_number: int | str, row: int | str) -> str:
    """The group code of an adjustment row."""
    return f"adj-{line_number}-{row}-group"


def adjustment_reason(line_number: int | str, row: int | str) -> str:
    """The reason code of an adjustment row."""
    return f"adj-{line_number}-{row}-reason"


def adjustment_amount(line_number: int | str, row: int | str) -> str:
    """The amount of an adjustment row."""
    return f"adj-{line_number}-{row}-amount"


def adjustment_remove(line_number: int | str, row: int | str) -> str:
    """Remove adjustment."""
    return f"adj-{line_number}-{row}-remove"


def adjustment_remainder(line_number: int | str, row: int | str) -> str:
    """Use remaining $23.20."""
    return f"adj-{line_number}-{row}-remainder"


def adjustment_restore(line_number: int | str, row: int | str) -> str:
    """Restore what the ERA said."""
    return f"adj-{line_number}-{row}-restore"


# A claim's page
CLAIM_HEADING = "claim-heading"
CLAIM_FILE = "claim-file"
CLAIM_MONEY = "claim-money"
CLAIM_LINES = "claim-lines"
CLAIM_TIMELINE = "claim-timeline"
CLAIM_FILES = "claim-files"
CLAIM_837 = "claim-837"
CLAIM_835 = "claim-835"
CLAIM_FORM = "claim-form"
CLAIM_EOB = "claim-eob"

# Print claim form
PRINT_DIALOG = "print-dialog"
PRINT_MISSING = "print-missing"
PRINT_ONLY = "print-only"
PRINT_LEAVES_29 = "print-leaves-29"
PRINT_ADDRESS = "print-address"
PRINT_LINED = "print-lined"
PRINT_RIGHT = "print-right"
PRINT_DOWN = "print-down"
PRINT_TEST = "print-test"
PRINT_CANCEL = "print-cancel"
PRINT_SUBMIT = "print-submit"


def claim_answer(payer_id: str) -> str:
    """What a payer answered to a claim, by its payer id."""
    return f"claim-answer-{payer_id}"


# ERA
ERA_IMPORT = "era-import"
ERA_UPLOAD_ID = "era-upload"
ERA_DROP = "era-drop"
ERA_CHOOSE = "era-choose"
ERA_PROBLEM = "era-problem"
ERA_TABLE = "era-table"
ERA_HEADING = "era-heading"
ERA_ADDS_UP = "era-adds-up"
ERA_TABS = "era-tabs"
ERA_TAB_MATCHED = "era-tab-matched"
ERA_TAB_NOT_MATCHED = "era-tab-not-matched"
ERA_TAB_PROBLEMS = "era-tab-problems"
ERA_835 = "era-835"
ERA_PROGRESS = "era-progress"
ERA_STOP = "era-stop"
ERA_POST = "era-post"
ERA_UNDO = "era-undo"
ERA_FILE = "era-file"
ERA_ENTERED_BEFORE = "era-entered-before"
ERA_POST_FILE = "era-post-file"
ERA_UNDO_FILE = "era-undo-file"
ERA_REVERSE = "era-reverse"
ERA_REVERSE_DIALOG = "era-reverse-dialog"
ERA_REVERSE_CONFIRM = "era-reverse-confirm"
ERA_QUOTE = "era-quote"
ERA_WITHHELD = "era-withheld"
ERA_HISTORY = "era-history"
ERA_LINES_OLDER = "era-lines-older"
ERA_LINES_NEWER = "era-lines-newer"
CLAIM_LEDGER = "claim-ledger"
CLAIM_DECIDE = "claim-decide"
SWAP_DIALOG = "swap-dialog"
SWAP_MSP_TYPE = "swap-msp-type"
SWAP_CANCEL = "swap-cancel"
SWAP_SUBMIT = "swap-submit"
LEDGER_YEAR = "ledger-year"
LEDGER_TABLE = "ledger-table"
LEDGER_KEPT = "ledger-kept"
ERA_OLDER = "era-older"
ERA_NEWER = "era-newer"


def era_row(check_number: str) -> str:
    """The row of an ERA, by its check or EFT number."""
    return f"era-row-{check_number}"


def era_match(line: str) -> str:
    """The box in which the claim is chosen that a line answers, by the line's place in the ERA."""
    return f"era-match-{line}"


def era_claim(control_number: str) -> str:
    """One claim of an ERA, by the control number the payer sent back."""
    return f"era-claim-{control_number}"


# Gallery
GALLERY_LIST = "gallery-list"
GALLERY_FIND = "gallery-find"
GALLERY_STATE = "gallery-state"
GALLERY_COPY = "gallery-copy"
GALLERY_FRAMES = "gallery-frames"
GALLERY_CONTROLS = "gallery-controls"
GALLERY_ARGUMENTS = "gallery-arguments"
GALLERY_TOKENS = "gallery-tokens"
GALLERY_TEST_IDS = "gallery-test-ids"
GALLERY_AXE = "gallery-axe"


def specimen(component: str, state: str) -> str:
    """A component in one of its states."""
    return f"gallery-{component}-{state}"


# Forms and dialogs: what was not named above
def discard(dialog_id: str) -> str:
    """The question before typed changes of a dialog are lost."""
    return f"{dialog_id}-discard"


PAYER_OPTION = payer_option("")
PLAN_MSP_TYPE = "plan-msp-type"
PLAN_QUESTION = "plan-question"
PLAN_OFFER = "plan-offer"
PLANS_RETRY = "plans-retry"
PLAN_DELETE_ALERT = "plan-delete-alert"
PLAN_END_DIALOG = "plan-end-dialog"
PLAN_END_DATE = "plan-end-date"
PLAN_END_CANCEL = "plan-end-cancel"
PLAN_END_SUBMIT = "plan-end-submit"


def plan_inactive(plan_id: int | str) -> str:
    """Make inactive in a plan's menu."""
    return f"plan-inactive-{plan_id}"


def plan_cards(plan_id: int | str) -> str:
    """The dialog with the pictures of a plan's insurance card."""
    return f"plan-cards-{plan_id}"


FILE_ZERO_ALERT = "file-zero-alert"
FILE_ANYWAY = "file-anyway"
ARRIVED_BANNER = "arrived-banner"
COMPLETE_DIALOG = "complete-claim-dialog"
COMPLETE_CONTROL_NUMBER = "complete-control-number"
COMPLETE_EOB_DATE = "complete-eob-date"
COMPLETE_LATER = "complete-later"
COMPLETE_CANCEL = "complete-cancel"
COMPLETE_SUBMIT = "complete-submit"


def line_undo(line_number: int | str) -> str:
    """Undo of a removed adjustment."""
    return f"line-{line_number}-undo"


NEW_CLAIM_DIALOG = "new-claim-dialog"
NEW_CLAIM_PLAN = "new-claim-plan"
NEW_CLAIM_DATE = "new-claim-date"
NEW_CLAIM_PLACE = "new-claim-place"
NEW_CLAIM_RENDERING = "new-claim-rendering"
NEW_CLAIM_AUTHORIZATION = "new-claim-authorization"
NEW_CLAIM_ADD_DIAGNOSIS = "new-claim-add-diagnosis"
NEW_CLAIM_ADD_LINE = "new-claim-add-line"
NEW_CLAIM_TOTAL = "new-claim-total"
NEW_CLAIM_CANCEL = "new-claim-cancel"
NEW_CLAIM_SUBMIT = "new-claim-submit"


def new_diagnosis(row_id: str) -> str:
    """A diagnosis of a new claim."""
    return f"new-diagnosis-{row_id}"


def new_line(row_id: str) -> str:
    """A service line of a new claim."""
    return f"new-line-{row_id}"


def new_line_field(name: str, row_id: str) -> str:
    """One field of a service line: "procedure", "charge", ..."""
    return f"new-line-{row_id}-{name}"


CLIENT_DIALOG = "client-dialog"
CLIENT_CANCEL = "client-cancel"
CLIENT_SUBMIT = "client-submit"


def client_field(name: str) -> str:
    """One field of the client form: "first-name", "zip", ..."""
    return f"client-{name}"


CONTACT_INFO = "contact-info"
CONTACT_EDIT = "contact-edit"

CLEARINGHOUSE_PROGRESS = "clearinghouse-progress"
CLEARINGHOUSE_SYNC = "clearinghouse-sync"
CLEARINGHOUSE_TEST = "clearinghouse-test"
CLEARINGHOUSE_EDIT = "clearinghouse-edit"
CLEARINGHOUSE_SEND = "clearinghouse-send"
CLEARINGHOUSE_CONNECTION = "clearinghouse-connection"
CLEARINGHOUSE_AUTOMATIC = "clearinghouse-automatic"
CLEARINGHOUSE_SYNCED = "clearinghouse-synced"
CLEARINGHOUSE_PROBLEM = "clearinghouse-problem"
CLEARINGHOUSE_TRIED = "clearinghouse-tried"
CLEARINGHOUSE_WAITING = "clearinghouse-waiting"
CLEARINGHOUSE_LEFT = "clearinghouse-left"
CLEARINGHOUSE_ACKS = "clearinghouse-acknowledgements"
CONNECTION_DIALOG = "connection-dialog"
CONNECTION_WAY = "connection-way"
CONNECTION_HOST = "connection-host"
CONNECTION_PORT = "connection-port"
CONNECTION_USERNAME = "connection-username"
CONNECTION_SIGN_IN = "connection-sign-in"
CONNECTION_KEPT_IN = "connection-kept-in"
CONNECTION_SECRET_NAME = "connection-secret-name"
CONNECTION_HOST_KEY = "connection-host-key"
CONNECTION_OUTBOX = "connection-outbox"
CONNECTION_INBOX = "connection-inbox"
CONNECTION_ARCHIVE = "connection-archive"
CONNECTION_AFTER_FETCH = "connection-after-fetch"
CONNECTION_SUBMIT = "connection-submit"
CONNECTION_CANCEL = "connection-cancel"
CONNECTION_SHOWN_KEY = "connection-shown-key"
CLAIM_ACK = "claim-acknowledgement"


def acknowledgement(file_id: str) -> str:
    """One acknowledgement of the Clearinghouse page."""
    return f"acknowledgement-{file_id}"


# Settings
SETTINGS_MISSING = "settings-missing"
SETTINGS_WAITS = "settings-waits"
WAITS_SUMMARY = "waits-summary"
WAITS_SUBMIT = "waits-submit"
PRACTICE_DIALOG = "practice-dialog"
PRACTICE_CANCEL = "practice-cancel"
PRACTICE_SUBMIT = "practice-submit"


def settings_part(part: str) -> str:
    """A section of the Settings page: identity, numbers, sending."""
    return f"settings-{part}"


def settings_edit(part: str) -> str:
    """Edit in a section of the Settings page."""
    return f"settings-edit-{part}"


def practice_field(name: str) -> str:
    """A field of a practice form, as tax-id."""
    return f"practice-{name}"


# Activity
AUDIT_CLIENT = "audit-client"
AUDIT_PERSON = "audit-person"
AUDIT_KIND = "audit-kind"
AUDIT_FIRST = "audit-first"
AUDIT_LAST = "audit-last"
AUDIT_TABLE = "audit-table"
AUDIT_SHEET = "audit-sheet"
AUDIT_OLDER = "audit-older"
AUDIT_NEWER = "audit-newer"


def audit_row(place: int | str) -> str:
    """An entry of the trail, by its place."""
    return f"audit-row-{place}"


# Documents
DOCUMENT_UPLOAD_ID = "document-files"
DOCUMENT_DROP = "document-drop"
DOCUMENT_CHOOSE = "document-choose"
DOCUMENT_REFUSED = "document-refused"
DOCUMENTS_LIST = "documents-list"
DOCUMENTS_AWAY = "documents-away"
DOCUMENTS_PUT_AWAY = "documents-put-away"
DOCUMENTS_RETRY = "documents-retry"
DOCUMENT_PREVIEW = "document-preview"
DOCUMENT_ROTATE = "document-rotate"
DOCUMENT_SAVE = "document-save"
DOCUMENT_CLOSE = "document-close"
DOCUMENT_DIALOG = "document-dialog"
DOCUMENT_CANCEL = "document-cancel"
DOCUMENT_SUBMIT = "document-submit"


def document_row(key: str) -> str:
    """A document of the list: d and its id; c and the id of the picture of a card."""
    return f"document-{key}"


def document_download(key: str) -> str:
    """Download of a document."""
    return f"document-download-{key}"


def document_edit(key: str) -> str:
    """Edit of a document."""
    return f"document-edit-{key}"


def document_put_away(key: str) -> str:
    """Put away of a document."""
    return f"document-put-away-{key}"


def document_bring_back(key: str) -> str:
    """Bring back of a document that was put away."""
    return f"document-bring-back-{key}"


def document_field(name: str) -> str:
    """A field of the form over a document."""
    return f"document-field-{name}"


# Superbills
SUPERBILL_PANEL = "superbill-panel"
SUPERBILL_FIRST = "superbill-first"
SUPERBILL_LAST = "superbill-last"
SUPERBILL_SESSIONS = "superbill-sessions"
SUPERBILL_ALL = "superbill-all"
SUPERBILL_PREVIEW = "superbill-preview"
SUPERBILL_ERRORS = "superbill-errors"
SUPERBILL_MISSING = "superbill-missing"
SUPERBILL_SHEET = "superbill-sheet"
SUPERBILL_BACK = "superbill-back"
SUPERBILL_PRINT = "superbill-print"
SUPERBILL_DOWNLOAD = "superbill-download"
SUPERBILLS_MADE = "superbills-made"


def superbill_session(line_id: int | str) -> str:
    """The checkbox of a service, by the id of its line."""
    return f"superbill-session-{line_id}"


def superbill_row(number: str) -> str:
    """A superbill that was made, by its number."""
    return f"superbill-row-{number}"


# Records
RECORD_EXPORT = "record-export"
RECORD_ACTIVITY = "record-activity"
DISCLOSURE_ADD = "disclosure-add"
DISCLOSURE_SHEET = "disclosure-sheet"
DISCLOSURE_PRINT = "disclosure-print"
DISCLOSURE_TABLE = "disclosure-table"
DISCLOSURE_WRONG = "disclosure-wrong"
DISCLOSURE_RIGHT = "disclosure-right"
DISCLOSURE_DIALOG = "disclosure-dialog"
DISCLOSURE_CANCEL = "disclosure-cancel"
DISCLOSURE_SUBMIT = "disclosure-submit"


def disclosure_field(name: str) -> str:
    """A field of the form over a disclosure."""
    return f"disclosure-{name}"


PEOPLE_TABLE = "people-table"
INVITE = "people-invite"
INVITATION = "people-invitation"


def disable_alert(person_id: int | str) -> str:
    """The question before somebody is disabled; the id may be known only in the browser."""
    return f"disable-{person_id}"


def person_field(name: str) -> str:
    """A field of the form that invites somebody."""
    return f"person-{name}"
