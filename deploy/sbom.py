"""The packages that the running guide is made of, as a CycloneDX list for programs and a table for people."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SBOM = ROOT / "docs" / "sbom.json"
TABLE = ROOT / "docs" / "dependencies.md"

_PACKAGE = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?P<where>[^\\\n]*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_NAMED = {
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


@dataclass(frozen=True)
class Package:
    """One package of the lock, with the licence that it names itself."""

    name: str
    version: str
    where: str
    """On which machines, where not on all."""
    hashes: tuple[str, ...]
    licence: str
    reason: str
    """Why the guide lists it; empty for what another package needs."""
    megabytes: float
    """What it takes on disk, by its own list of files; without what Python compiles of them."""
    needs: frozenset[str]
    """The packages that it asks for here."""


def packages() -> tuple[Package, ...]:
    """Return the packages of requirements.lock, in its order."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    found = list(_PACKAGE.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    reasons = dict(_reasons())
    return tuple(
        Package(
            match["name"],
            match["version"],
            match["where"].strip(" ;"),
            tuple(_HASH.findall(text[match.end() : end])),
            _licence(match["name"]),
            reasons.get(canonicalize_name(match["name"]), ""),
            *_on_disk(match["name"]),
        )
        for match, end in zip(found, ends, strict=True)
    )


def _reasons() -> Iterator[tuple[str, str]]:
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        pin, _, reason = line.partition("  # ")
        if "==" in pin:
            yield canonicalize_name(pin.split("==")[0]), reason


def _on_disk(name: str) -> tuple[float, frozenset[str]]:
    try:
        here = distribution(name)
    except PackageNotFoundError:
        # Another machine needs it, not this one.
        return 0, frozenset()
    needs = map(Requirement, here.requires or ())
    met = (need for need in needs if need.marker is None or need.marker.evaluate({"extra": ""}))
    return sum(file.size or 0 for file in here.files or ()) / 1e6, frozenset(canonicalize_name(n.name) for n in met)


def _licence(name: str) -> str:
    """Return the licence that the package names, as its identifier where that is known."""
    try:
        about = distribution(name).metadata
    except PackageNotFoundError:
        # Another machine needs it, not this one.
        return ""
    classified = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or [] if line.startswith("License")]
    stated = next(iter((about.get_all("License-Expression") or []) + (about.get_all("License") or [])), "")
    named = stated if 0 < len(stated) < 60 else next(iter(classified), "")
    return _NAMED.get(named, named)


def sbom(found: tuple[Package, ...]) -> str:
    """Return the list as CycloneDX; it bears no time and no serial number, so that the same lock gives the same."""
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "baclofen-pump-conversation-guide"}},
        "components": [_component(package) for package in found],
    }
    return json.dumps(listed, indent=1) + "\n"


def _component(package: Package) -> dict[str, object]:
    address = f"pkg:pypi/{package.name.lower()}@{package.version}"
    licence = {"licenses": [{"license": {"name": package.licence}}]} if package.licence else {}
    return {
        "type": "library",
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "purl": address,
        # One for each file that may be installed, as on the machines there are.
        "hashes": [{"alg": "SHA-256", "content": content} for content in package.hashes],
        **licence,
    }


def table(found: tuple[Package, ...]) -> str:
    """Return the page for people."""
    rows = [
        f"| {package.name} | {package.version} | {package.megabytes:.1f} | "
        f"{package.licence or 'named in no field: see the package'} | "
        f"{package.reason or _asked_by(package, found)}{f' ({package.where})' if package.where else ''} |"
        for package in found
    ]
    dropped = [
        "| {} | {} | {} |".format(*re.split("  # | MB: ", line))
        for line in (ROOT / "requirements-dropped.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    spared = round(sum(float(row.split(" | ")[1]) for row in dropped))
    kept = round(sum(package.megabytes for package in found))
    return "\n".join(
        (
            "# What the guide is made of\n",
            "Written by scripts/sbom from requirements.lock, which has the hash of every file of every package.",
            "The same list for programs is docs/sbom.json (CycloneDX 1.6). The fonts in the project are under the Open",
            "Font License, which stands beside them.\n",
            f"Installed are {kept} MB. What Streamlit itself loads stays, also where the guide does not use it.\n",
            "| package | version | MB | licence | why |\n|---|---|---|---|---|",
            *rows,
            "\n## Left out\n",
            f"Streamlit, or one of these, asks for them and the guide never loads them: {spared} MB are spared.\n",
            "| package | MB | what it would do |\n|---|---|---|",
            *dropped,
            "",
        )
    )


def _asked_by(package: Package, found: tuple[Package, ...]) -> str:
    asking = [other.name for other in found if canonicalize_name(package.name) in other.needs]
    return f"for {', '.join(asking)}"


if __name__ == "__main__":
    SBOM.write_text(sbom(packages()), encoding="utf-8")
    TABLE.write_text(table(packages()), encoding="utf-8")
