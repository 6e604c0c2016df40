"""The list at the side of the gallery: every component, in groups, with its states."""

import json
from collections.abc import Iterator

from mbp_claims.gallery.arguments import component_named
from mbp_claims.gallery.specimens import components

FOUNDATIONS, OTHERS = "Foundations", "More"
GROUPS = {
    FOUNDATIONS: "tokens extremes buttons",
    "Basics": "badge feedback field combobox dialog link pager rows search submission tabs toasts",
    "Shell": "shell session door sign_in account contact chart_header screen",
    "Today and money": "today money charts",
    "Plans": "plan card_upload subscriber payer practice_form",
    "Claims": "claim claims actions adjustment balance batch complete new void swap print",
    "ERA": "era acknowledgements clearinghouse connection",
    "Practice": "settings people audit document refused_files records disclosure superbill session_table client",
}
"""By the beginning of the name of the file in ui/, or of a specimen that is of no one function."""
PATH = "gallery/catalogue.js"


def script() -> str:
    """As a module of the page's script."""
    told = [{"name": group, "components": listed} for group, listed in groups().items()]
    return f"export const catalogue = {json.dumps(told, indent=1)};\n"


def groups() -> dict[str, list[dict[str, object]]]:
    """The components of each group that has any, as name, states and how many."""
    found: dict[str, list[dict[str, object]]] = {group: [] for group in (*GROUPS, OTHERS)}
    for name, specimens in components().items():
        states = [specimen.state for specimen in specimens]
        found[_group(name)].append({"name": name, "states": states, "count": str(len(states))})
    return {group: listed for group, listed in found.items() if listed}


def _group(component: str) -> str:
    function = component_named(component)
    home = function.__module__.rpartition(".")[2] if function else component
    begun = ((len(start), group) for group, start in _starts() if home.startswith(start))
    return max(begun, default=(0, OTHERS))[1]


def _starts() -> Iterator[tuple[str, str]]:
    return ((group, start) for group, starts in GROUPS.items() for start in starts.split())
