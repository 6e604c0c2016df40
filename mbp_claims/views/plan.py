"""An insurance plan as a card of the chart, and as a form."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class CardImage:
    """One side of an insurance card. `href` shows what is stored, `name` is the file that was just chosen."""

    href: str = ""
    name: str = ""
    error: str = ""  # The file must be smaller than 10 MB


@dataclass(frozen=True)
class PlanView:
    """One plan. `badge` is "" for a plan that is not active; what does not apply is ""."""

    id: str
    payer: str
    payer_id: str
    rank: str  # primary or secondary
    badge: str = ""  # P or S
    name: str = ""  # Open Choice PPO
    status: str = ""  # Active, Ended 06/30/2026, Ends in 12 days, Starts 01/01/2027
    tone: str = "neutral"  # success, warning, neutral
    icon: str = "check"  # check, clock
    member_id: str = ""
    group: str = ""
    copay: str = ""
    subscriber: str = ""  # Dana Ellis (spouse)
    effective: str = ""
    card_front: str = ""  # address of the picture
    card_back: str = ""


@dataclass(frozen=True)
class PlansView:
    """Every plan of a client. `question` and `offer` are banners; "" hides them."""

    active: list[PlanView] = field(default_factory=list)  # also those that start later
    past: list[PlanView] = field(default_factory=list)
    past_label: str = ""  # Past plans (1)
    question: str = ""  # Aetna ended 06/30/2026. Is Cigna the primary now?
    question_yes: str = ""  # Make Cigna the primary
    question_plan: str = ""  # the id of the plan that would be promoted
    offer: str = ""  # 3 completed claims are covered by Cigna. Make their secondary claims?
    offer_yes: str = ""  # Make 3 secondary claims
    loading: bool = False
    failed: bool = False


@dataclass(frozen=True)
class PlanFormView:
    """The plan form as it is opened. A new `key` starts it afresh; with the same key what was typed stays.

    `errors` hold the sentence by the name of the input, in the form's order.
    """

    key: str = ""
    plan_id: str = ""  # "" while adding
    client: str = ""
    payer: str = ""  # the option's value
    payer_text: str = ""  # Cigna, shown for a value that is not on the list
    name: str = ""
    member_id: str = ""
    group_number: str = ""
    copay: str = ""
    relationship: str = "self"
    sub_first: str = ""
    sub_last: str = ""
    sub_born: str = ""
    sub_sex: str = ""
    sub_address: str = ""
    sub_city: str = ""
    sub_state: str = ""
    sub_zip: str = ""
    sub_same_address: bool = True
    effective: str = ""
    ends: str = ""
    secondary: bool = False
    msp_type: str = ""
    no_primary: bool = False  # shows: Add the primary plan first.
    card_front: CardImage = CardImage()
    card_back: CardImage = CardImage()
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""  # The plan was not saved. Your entries are still here.


@dataclass(frozen=True)
class DeletePlanView:
    """What deleting a plan would mean; `blocked` is true while a secondary plan leans on it."""

    key: str = ""
    plan_id: str = ""
    blocked: bool = False
    title: str = ""  # Delete the Cigna plan?
    body: str = ""  # Its 2 filed claims stay in the chart. 1 pending claim will be withdrawn.
    secondary_id: str = ""  # the plan that blocks


@dataclass(frozen=True)
class EndPlanView:
    """The last day of a plan, asked for."""

    key: str = ""
    plan_id: str = ""
    payer: str = ""
    ends: str = ""  # today, as proposed
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
