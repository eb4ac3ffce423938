"""Whether a path is there: what can't be a path at all, or may not be looked at, is not."""

from __future__ import annotations

from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether there is a file; no for a name that is too long, or in a closed folder."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder; no for a name that is too long, or in a closed folder."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def yaml_files(folder: Path, *, below: bool = False) -> list[Path]:
    """Give every YAML file in a folder, sorted; with `below` those of its folders too."""
    found = folder.rglob if below else folder.glob
    return sorted(path for pattern in ("*.yaml", "*.yml") for path in found(pattern))
