import pytest

from mbp_claims.launch.radix import IMPORT, RadixPartsPlugin, purged

CONFIG = f"export default {{ plugins: {{\n    {IMPORT}    autoprefixer: {{}},\n}} }};"


@pytest.fixture
def built(tmp_path):
    folder = tmp_path / "build" / "client"
    (tmp_path / "app" / "routes").mkdir(parents=True)
    (tmp_path / "app_components").mkdir()
    return folder


def test_the_unused_rules_go_after_all_files_are_one_and_once():
    once = purged(CONFIG)
    assert once.index("postcss-import") < once.index("purgecss") < once.index("autoprefixer")
    assert purged(once) == once


def test_settings_that_reflex_no_longer_writes_so_stop_the_build():
    with pytest.raises(RuntimeError, match="postcss-import"):
        purged("export default {};")


def test_pages_of_menus_and_tabs_are_built(built):
    page = built.parents[1] / "app" / "routes" / "claims.jsx"
    page.write_text('import {DropdownMenu as RadixThemesDropdownMenu} from "@radix-ui/themes"\n')
    RadixPartsPlugin().post_build(static_dir=built)


def test_a_component_whose_rules_are_left_out_stops_the_build_and_is_named(built):
    memo = built.parents[1] / "app_components" / "plan.jsx"
    memo.write_text('import {AlertDialog as RadixThemesAlertDialog} from "@radix-ui/themes"\n')
    with pytest.raises(RuntimeError, match=r"launch/radix\.py: alert-dialog"):
        RadixPartsPlugin().post_build(static_dir=built)
