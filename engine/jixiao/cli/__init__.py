"""Thin commands: words in, a report out, and an exit status (DESIGN §10)."""

from jixiao.cli.app import main

__all__ = ["main"]
