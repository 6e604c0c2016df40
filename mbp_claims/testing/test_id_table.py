"""`python -m mbp_claims.testing.test_id_table [FILE]`: docs/test-ids.md, made of mbp_claims/testids.py."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from mbp_claims import testids

TABLE = Path("docs") / "test-ids.md"
HEAD = """# Test ids

Every `data-testid` of the program. In Python they are in `mbp_claims.testids`. What stands in {braces} is what the
practice calls the thing: a claim’s number, a client’s number, a payer’s id. A `plan_id` or an `era_id` is an id
of the database, which is the same only where the whole database was reset: go by the role and the name there. Made by
`make test-ids`.
"""
ROWS = "\n| Test id | In Python | About |\n|---|---|---|\n"


def table() -> str:
    """The page, a table for each part of the file."""
    source = Path(testids.__file__).read_text()
    titles = {number: line[2:] for number, line in enumerate(source.splitlines(), 1) if line.startswith("# ")}
    parts: dict[str, list[str]] = {}
    for line, row in _rows(ast.parse(source)):
        title = titles[max(number for number in titles if number < line)]
        parts.setdefault(title, []).append(row)
    return HEAD + "".join(f"\n## {title}\n{ROWS}{''.join(rows)}" for title, rows in parts.items())


def _rows(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The line of each name, and its row."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            value = getattr(testids, name)
            if isinstance(value, str):
                yield node.lineno, _row(value, name, "")
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            given = [argument.arg for argument in node.args.args]
            made = getattr(testids, node.name)(*(f"{{{name}}}" for name in given))
            yield node.lineno, _row(made, f"{node.name}({', '.join(given)})", ast.get_docstring(node) or "")


def _row(test_id: str, name: str, about: str) -> str:
    return f"| `{test_id}` | `{name}` | {' '.join(about.split())} |\n"


if __name__ == "__main__":
    Path(sys.argv[1] if sys.argv[1:] else TABLE).write_text(table())
