import pytest

from mbp_claims.launch.menus import PLUGINS, without_sheets

CONFIG = f"export default defineConfig(() => ({{\n{PLUGINS}    reactRouter(),\n  ],\n}}));"


def test_the_build_takes_the_sheet_out_of_menus_and_once():
    once = without_sheets(CONFIG)
    assert once.index("menus-without-a-sheet") < once.index("reactRouter()")
    assert without_sheets(once) == once


def test_settings_that_reflex_no_longer_writes_so_stop_the_build():
    with pytest.raises(RuntimeError, match="plugins"):
        without_sheets("export default {};")
