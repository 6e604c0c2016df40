"""/gallery lists the components, /gallery/<component> shows its states in both themes, and
/gallery/<component>/<state>?theme=dark one of them alone: the address a screenshot is taken of.
"""

from collections.abc import Iterable

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from mbp_claims import routes, testids
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.specimens import SPECIMENS, components
from mbp_claims.ui.link import link
from mbp_claims.ui.shell import theme_toggle

STYLESHEET = "/gallery.css"
THEME = """(() => {
const theme = new URLSearchParams(location.search).get("theme");
if (theme) document.documentElement.classList.remove("light", "dark"), document.documentElement.classList.add(theme),
  document.documentElement.style.colorScheme = theme,
  document.querySelectorAll(".radix-themes").forEach((root) => root.classList.replace("light", theme));
document.documentElement.dataset.ready = "true";
})()"""
FRAMED = ("shell", "screen", "door")
"""Components that bring their own main part."""


def add_gallery(app: rx.App) -> None:
    """The gallery's pages. Only in development: they show every state of every screen to anyone."""
    app.add_page(gallery, route=routes.GALLERY, title="Gallery")
    app.add_page(component, route=routes.COMPONENT, title="Gallery")
    app.add_page(alone, route=routes.SPECIMEN, title="Specimen")


def gallery() -> rx.Component:
    """Every component, by name."""
    names = [
        rx.el.li(link(name, to=f"{routes.GALLERY}/{name}"), f" {len(states)}") for name, states in components().items()
    ]
    return _frame(rx.el.h1("Gallery"), rx.el.ul(*names, class_name="names"))


def component() -> rx.Component:
    """One component: each state in light and dark, side by side."""
    shown = [(name, _states(name, states)) for name, states in components().items()]
    return _frame(rx.match(_place("component"), *shown, rx.el.h1("No such component")))


def _states(name: str, states: Iterable[Specimen]) -> rx.Component:
    return rx.fragment(rx.el.h1(name), *[_pair(specimen) for specimen in states])


def _pair(specimen: Specimen) -> rx.Component:
    address = routes.specimen(specimen.component, specimen.state)
    frames = [
        rx.el.iframe(src=f"{address}?theme={theme}", title=f"{specimen.name}, {theme}", loading="lazy")
        for theme in ("light", "dark")
    ]
    heading = rx.el.h2(rx.el.a(specimen.state, href=address), class_name="case")
    return rx.el.section(heading, rx.el.div(*frames, class_name="pair"))


def alone() -> rx.Component:
    """One specimen alone on the canvas."""
    name = f"{_place('component')}/{_place('specimen')}"
    drawn = [(specimen.name, _bare(specimen)) for specimen in SPECIMENS]
    return rx.el.div(rx.match(name, *drawn, rx.el.main(rx.el.h1("No such specimen"))), on_mount=rx.run_script(THEME))


def _bare(specimen: Specimen) -> rx.Component:
    test_id = testids.specimen(specimen.component, specimen.state)
    holder = rx.el.div if specimen.component in FRAMED else rx.el.main
    css = "" if specimen.component in FRAMED else "bare"
    return holder(specimen.draw(), class_name=css, data_testid=test_id)


def _frame(*content: rx.Component) -> rx.Component:
    names = [link(name, to=f"{routes.GALLERY}/{name}") for name in components()]
    aside = rx.el.nav(theme_toggle(), *names, aria_label="Components", data_testid=testids.GALLERY_LIST)
    return rx.el.div(aside, rx.el.main(*content), class_name="gal")


def _place(part: str) -> rx.Var[str]:
    """A part of the address, read in the browser: the page needs no state."""
    params = VarData(
        imports={"react-router": [ImportVar(tag="useParams")]}, hooks={"const galleryPlace = useParams()": None}
    )
    return rx.Var(f"galleryPlace.{part}", _var_type=str, _var_data=params).guess_type()
