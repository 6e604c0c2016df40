"""Rows that cost what changed: one row's change travels alone and redraws alone (see assets/rows.js)."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData
from reflex_base.vars.function import FunctionStringVar

LIBRARY = "$/public/rows.js"

ROW_MEMO = FunctionStringVar.create("rowMemo", _var_data=VarData(imports={LIBRARY: [ImportVar(tag="rowMemo")]}))
"""`@rx.memo(wrapper=ROW_MEMO)`: the row is drawn again only when its words change; its callbacks may not."""


def listed(rows: Any, of: type) -> rx.Var:
    """Rows that `rx.foreach` can draw, each an `of`: a Var as it is, a plain sequence (also an empty one) made one."""
    return rows if isinstance(rows, rx.Var) else rx.Var.create(list(rows)).to(list[of])


def patched(rows: Any, patch: Any, where: str, of: type) -> rx.Var:
    """`rows` with the rows of `patch` laid over them in the browser, or plain `rows` where there is no patch."""
    base = listed(rows, of)
    if patch is None:
        return base
    name = f"{where}_rows"
    hook = VarData(
        imports={LIBRARY: [ImportVar(tag="usePatched")]},
        hooks={f'const {name} = usePatched({base!s}, {patch!s}, "{where}")': None},
    )
    data = VarData.merge(base._get_all_var_data(), patch._get_all_var_data(), hook)
    return rx.Var(name, _var_type=list[of], _var_data=data).guess_type()


def is_fresh(row: rx.Var) -> rx.Var[bool]:
    """Whether the browser put this row in since the list was loaded."""
    return rx.Var(f"(!!{row!s}.fresh)", _var_type=bool, _var_data=row._get_all_var_data()).guess_type()
