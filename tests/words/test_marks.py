"""No text is forgotten: what people read is marked for the translators, wherever the code makes it."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import mbp_claims

HOUSE = Path(mbp_claims.__file__).parent
MARKS = {"_", "N_", "ngettext"}
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = {"MBP", "NPI", "Esc", "Alt", "My Best Practice", "June Marlow, LCSW", "·"}
HEARD = {"aria_label", "title", "placeholder", "alt"}
REFUSES = {"RuleViolation", "ChangedSince", "NotAllowed", "TooMany", "FromTheStart", "SpentLink", "TooLarge"}
SAYS = {"said", "refused", "said_with", "pass_on"}
OF_FIELDS = {"refuse", "text", "choice", "day", "cents", "matching"}
"""Methods of domain.draft.Entries: all that follows the name of the field is read by people, save patterns."""
MOULD = re.compile(r"[\\\[\](){}*+?]|^\d|^[a-z_]+$")


def files(*rooms: str) -> list[Path]:
    found = (path for room in rooms for path in sorted((HOUSE / room).rglob("*.py")))
    return [path for path in found if not {"cast", "demo", "test_mode", "code_lists"} & set(path.parts)]


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text())))


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in nodes(path) if isinstance(node, ast.Call))


def bare(node: ast.AST | None) -> Iterator[str]:
    """Texts in a value that no mark stands around."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(part.value for part in parts if isinstance(part, ast.Constant))
        case ast.IfExp(body=one, orelse=other):
            yield from (*bare(one), *bare(other))
        case ast.BinOp(left=one, right=other):
            yield from (*bare(one), *bare(other))
        case ast.BoolOp(values=parts):
            yield from (text for part in parts for text in bare(part))
        case ast.Dict(values=parts):
            yield from (text for part in parts for text in bare(part))


def unmarked(path: Path, told: Iterable[ast.AST | None]) -> list[str]:
    texts = (text for node in told for text in bare(node))
    return [f"{path.name}: {text}" for text in texts if WORD.search(text) and text.strip() not in NAMES]


COPY = ("ui", "pages", "views", "state", "domain", "actions", "x12", "transport")
FAULTS = {"fault", "note", "refusal", "X12Error", "ValueError", "MailProblem", "Finding", "_told"}


def test_what_stands_in_an_element_is_marked():
    for path in files("ui", "pages"):
        elements = [call for call in calls(path) if ast.unparse(call.func).startswith("rx.el.")]
        heard = (key.value for call in calls(path) for key in call.keywords if key.arg in HEARD)
        assert unmarked(path, (part for call in elements for part in call.args)) == []
        assert unmarked(path, heard) == []


def test_every_sentence_of_a_refusal_is_marked():
    for path in files("domain", "actions", "state", "api"):
        constants = said_by_constants(path)
        told: list[ast.AST | None] = []
        for call in calls(path):
            if name_of(call) in REFUSES or ast.unparse(call.func) == "RuleViolation.of" or name_of(call) in SAYS:
                told += call.args
            elif name_of(call) in OF_FIELDS and ast.unparse(call.func).startswith("entries."):
                told += [part for part in call.args[1:] if not MOULD.search("".join(bare(part)))]
        named = (constants.get(node.id) if isinstance(node, ast.Name) else node for node in told)
        assert unmarked(path, named) == []


def test_why_a_file_is_refused_and_why_it_did_not_travel_is_marked():
    for path in files("x12", "transport"):
        told: list[ast.AST | None] = [part for call in calls(path) if name_of(call) in FAULTS for part in call.args]
        if path.name.startswith("check_"):
            told += [node.value for node in nodes(path) if isinstance(node, ast.Yield)]
        assert [text for text in unmarked(path, told) if " " in text.strip()] == []


def said_by_constants(path: Path) -> dict[str, ast.AST]:
    module = nodes(path)[0]
    assigned = (node for node in getattr(module, "body", ()) if isinstance(node, ast.Assign))
    found = {one.id: node.value for node in assigned for one in node.targets if isinstance(one, ast.Name)}
    return {name: value for name, value in found.items() if not MOULD.search("".join(bare(value)))}


def test_a_mark_is_never_a_name_for_what_nobody_needs():
    """`for _ in rows` makes `_` a local name, and every mark of that function would fail. It is `__` there."""
    for path in files(*COPY):
        marks = any(isinstance(node, ast.ImportFrom) and node.module == "mbp_claims.words" for node in nodes(path))
        names = [node for node in nodes(path) if isinstance(node, ast.Name) and node.id == "_"]
        taken = [node.lineno for node in names if isinstance(node.ctx, ast.Store)]
        taken += [node.lineno for node in nodes(path) if isinstance(node, ast.arg) and node.arg == "_"]
        assert not marks or not taken, f"{path}: {taken}"


def test_what_is_marked_is_one_text_and_not_put_together():
    """Translators see whole sentences: a literal, with places for values."""
    for path in files(*COPY):
        for call in calls(path):
            if isinstance(call.func, ast.Name) and call.func.id in MARKS:
                texts = call.args[: 2 if call.func.id == "ngettext" else 1]
                assert not any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in texts), ast.unparse(call)


def test_nothing_is_compared_with_a_text_that_changes_with_the_language():
    for path in files("ui", "pages", "views", "state"):
        comparisons = (node for node in nodes(path) if isinstance(node, ast.Compare))
        compared = (part for node in comparisons for part in (node.left, *node.comparators))
        said = [text for part in compared for text in bare(part) if re.match(r"[A-Z][a-z]+( |$)", text)]
        assert said == [], path
