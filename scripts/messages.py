"""The English of every package: collect and compile it, or with --check name what is missing, fuzzy, stale or said in two ways.

Extraction is Django's own makemessages, run in a copy of the package so that a check writes nothing.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

PACKAGES = Path("src/unionhall")
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
Key = tuple[str | None, str, str]


def makemessages(package: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    (package / "locale").mkdir(exist_ok=True)
    subprocess.run(
        [
            Path(".venv/bin/django-admin").absolute(),
            "makemessages",
            "-l",
            "en",
            "--no-location",
            "--no-obsolete",
            "-v",
            "0",
        ],
        cwd=package,
        check=True,
        env=environment,
    )


def entries(catalogue: polib.POFile | polib.MOFile) -> dict[Key, polib.POEntry]:
    return {(e.msgctxt, e.msgid, e.msgid_plural): e for e in catalogue if not e.obsolete}


def said_in(catalogue: dict[Key, polib.POEntry], key: Key) -> tuple[str, dict[int, str]] | None:
    entry = catalogue.get(key)
    return entry and (entry.msgstr, entry.msgstr_plural)


def extracted(package: Path) -> set[Key]:
    """What the package's source says now."""
    with tempfile.TemporaryDirectory() as room:
        copy = Path(room) / package.name
        shutil.copytree(package, copy, ignore=shutil.ignore_patterns("locale", "static", "__pycache__"))
        makemessages(copy)
        made = copy / CATALOGUE
        return set(entries(polib.pofile(str(made)))) if made.exists() else set()


def hidden(package: Path) -> list[str]:
    """Where a text is said through a name of one's own, which the extraction passes over."""
    renamed = re.compile(r"gettext\w* as (?!_\b)\w+")
    return [str(path) for path in sorted(package.rglob("*.py")) if renamed.search(path.read_text())]


def faults(package: Path) -> list[str]:
    said, path = extracted(package), package / CATALOGUE
    if not path.exists():
        return [f"{len(said)} texts and no catalogue"] if said else []
    known = entries(polib.pofile(str(path)))
    compiled = path.with_suffix(".mo")
    in_use = entries(polib.mofile(str(compiled))) if compiled.exists() else {}
    return [
        *(f"not extracted, for gettext is renamed there: {path}" for path in hidden(package)),
        *(f"not translated: {key[1]}" for key in said if key not in known or not known[key].translated()),
        *(f"fuzzy: {key[1]}" for key, entry in known.items() if entry.fuzzy),
        *(f"stale: {key[1]}" for key in known.keys() - said),
        *(
            f"not compiled: {key[1]}"
            for key, entry in known.items()
            if entry.translated() and said_in(in_use, key) != said_in(known, key)
        ),
    ]


def said_differently(packages: list[Path]) -> list[str]:
    """Texts the house says in more than one English. Django looks through the packages in the order they are installed, and the
    first that knows a text answers for all: another sense takes a context (`pgettext`), the same one the same words.
    """
    said: dict[Key, dict[str, list[str]]] = {}
    for package in packages:
        if (path := package / CATALOGUE).exists():
            for key, entry in entries(polib.pofile(str(path))).items():
                english = entry.msgstr or " / ".join(entry.msgstr_plural.values())
                said.setdefault(key, {}).setdefault(english, []).append(package.name)
    return [
        f"said in {len(ways)} ways: {key[1]}: "
        + "; ".join(f"{way!r} in {', '.join(where)}" for way, where in ways.items())
        for key, ways in said.items()
        if len(ways) > 1
    ]


def collect(package: Path) -> None:
    makemessages(package)
    path = package / CATALOGUE
    if path.exists():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
    elif not any((package / "locale").iterdir()):
        (package / "locale").rmdir()


def main() -> int:
    packages = sorted(path.parent for path in PACKAGES.glob("*/__init__.py"))
    if "--check" not in sys.argv:
        for package in packages:
            collect(package)
        return 0
    wrong = [f"{package.name}: {fault}" for package in packages for fault in sorted(faults(package))]
    wrong += sorted(said_differently(packages))
    print("\n".join(wrong), end="\n" if wrong else "")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
