"""What is sent to test mode and what it answers: JSON with these names. OpenAPI's schemas are made of them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from mbp_claims.actions.load_scenario import SCENARIOS
from mbp_claims.actions.test_mode.practices import MAIN
from mbp_claims.domain.money import parse_cents


def _amount(text: str) -> str:
    parse_cents(text)
    return text


Amount = Annotated[str, AfterValidator(_amount), Field(examples=["44.00"], description="Dollars and cents as text.")]
Scenario = Literal[tuple(SCENARIOS)]  # type: ignore[valid-type]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class OfPractice(Body):
    practice: str = Field(
        MAIN, examples=["worker-1"], description="A name of your own: small letters, digits and hyphens. Each worker "
        "that runs beside others takes another."
    )  # fmt: skip


class Reset(OfPractice):
    scenario: Scenario = Field("demo", description="What the practice becomes.")
    alone: bool = Field(
        False, description="The whole database becomes the scenario, as the practice `main`: ids begin at 1 and every "
        "other practice is gone. Takes milliseconds. Not while other workers use the server."
    )  # fmt: skip


class SignIn(OfPractice):
    person: str = Field(
        "", examples=["Theo Banks", "biller"], description="A name or a role (owner, biller, clinician); empty is the "
        "owner. Only the scenario `demo` has more people than one."
    )  # fmt: skip


class SetClock(OfPractice):
    now: datetime | None = Field(
        None, description="The moment, with its offset.", examples=["2026-11-24T08:00:00-05:00"]
    )  # fmt: skip
    days: int = Field(0, ge=0, le=3660, description="Or by how much it is moved forward.")
    hours: int = Field(0, ge=0, le=1000)
    minutes: int = Field(0, ge=0, le=100_000)
    signed_in: bool = Field(True, description="Who is signed in stays so. With false, sessions end as they do.")


class Deliver(OfPractice):
    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", examples=["aetna.835"])
    content: str = Field(description="The file: an 835, a 999, a 277CA, or anything else.")
    sync: bool = Field(True, description="Fetch it at once; with false it lies in the inbox until somebody syncs.")


class AdjustmentSaid(Body):
    group: str = Field(pattern="^(CO|PR|OA|PI|CR)$", examples=["CO"])
    reason: str = Field(pattern="^[A-Z0-9]{1,4}$", examples=["45"])
    amount: Amount
    line: int = Field(1, ge=1, le=50, description="The service line, 1-based.")


class ClaimSaid(Body):
    claim: str = Field(examples=["C-1042"])
    adjustments: list[AdjustmentSaid] = Field([], description="None: all of it was paid.")
    paid: Amount | None = Field(None, description="Left out, it is what the adjustments leave of the charge.")
    status: str = Field(
        "", pattern="^(|1|2|3|4|19|20|21|A[0-9](:[0-9]{1,3}){1,2}(:[A-Z0-9]{2,3})?)$", examples=["4", "A7:255"],
        description="835: CLP02, where it is not 1 to a primary and 2 to a secondary claim. 277CA: STC01.",
    )  # fmt: skip


class PayerAnswers(OfPractice):
    kind: Literal["835", "999", "277CA"] = "835"
    claims: list[ClaimSaid] = Field(min_length=1, max_length=50, description="An 835 answers all of them at once.")
    check: str = Field("", pattern="^[0-9]{0,9}$", description="The check or EFT number. Left out, it is made up.")
    taken: bool = Field(True, description="999 and 277CA: whether the claim was taken in, or sent back.")
    deliver: bool = Field(True, description="With false you only get the files, for an upload of your own.")
    sync: bool = Field(True, description="As in `deliver`.")


class Cookie(BaseModel):
    """As Playwright's `context.addCookies` takes it."""

    name: str
    value: str
    url: str
    httpOnly: bool = True
    sameSite: Literal["Strict"] = "Strict"


class Entered(BaseModel):
    """The cookie is set by the answer, too: a browser context that asks itself is signed in."""

    practice: str
    person: str
    role: str
    email: str
    now: datetime
    cookie: Cookie


class Clock(BaseModel):
    practice: str
    now: datetime


class File(BaseModel):
    name: str
    content: str


class Delivered(BaseModel):
    """`said`: what the sync did, in the program's words; `left`: why a file still lies in the inbox."""

    files: list[File]
    said: str = ""
    left: list[str] = []


class Sent(BaseModel):
    """The claim files that the practice sent to its clearinghouse, oldest first."""

    files: list[File]


class ScenarioTold(BaseModel):
    name: str
    about: str


class Scenarios(BaseModel):
    scenarios: list[ScenarioTold]


class Problem(BaseModel):
    """What to change, in a sentence; `fields` has one for each field that is not right."""

    problem: str
    fields: dict[str, str] = {}
