"""`make words`: messages.pot anew from the code, and every language's file brought up to it."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from mbp_claims.words.languages import TEMPLATE, folder, languages, read

ROOT = Path(__file__).parent.parent.parent
MARKS = {"_": None, "N_": None, "ngettext": (1, 2)}
METHODS = [("mbp_claims/**.py", "python"), ("assets/**.js", "javascript")]
ENGLISH_ONLY = ("gallery", "testing", "cli", "words")
"""Rooms whose texts stay English: for designers, testers and whoever runs the program."""
WIDE = 120


def template() -> Catalog:
    """Every marked text, with the files that it stands in."""
    catalog = Catalog(project="MBP Claims", charset="utf-8", fuzzy=False)
    for folder_, methods in ((ROOT / "mbp_claims", METHODS[:1]), (ROOT / "assets", METHODS[1:])):
        patterns = [(pattern.partition("/")[2], method) for pattern, method in methods]
        for file, _line, message, comments, _context in extract_from_dir(str(folder_), patterns, keywords=MARKS):
            if Path(file).parts[0] not in ENGLISH_ONLY:
                catalog.add(message, locations=[(f"{folder_.name}/{file}", 0)], auto_comments=comments)
    return catalog


def written(catalog: Catalog, file: Path) -> None:
    """A template has no head: it would say when it was made, and differ each time."""
    bare = catalog.locale is None
    with file.open("wb") as out:
        write_po(out, catalog, width=WIDE, sort_output=True, include_lineno=False, omit_header=bare)


def main() -> None:
    found = template()
    written(found, TEMPLATE)
    for language in languages():
        file = folder(language) / "messages.po"
        theirs = read(file, language)
        theirs.update(found)
        written(theirs, file)
        missing = sum(1 for message in theirs if message.id and (message.fuzzy or not message.string))
        print(f"{language}: {missing} of {len(theirs)} to translate")
    print(f"{TEMPLATE.relative_to(ROOT)}: {len(found)} texts")


if __name__ == "__main__":
    main()
