"""Scripts for bash, zsh and fish, made from the commands as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from jixiao.cli.command import Command, Option
from jixiao.cli.help import VERSION
from jixiao.cli.parse import HELP

_OVERALL = (*HELP.names, *VERSION.names)
"""Options that stand in the place of a command."""
COLON, BRACKETS = ":", ":[]"
"""Signs that part what zsh is told."""


def bash_script(commands: Sequence[Command]) -> str:
    """Give a script for bash 3.2 and later; where it has nothing to say, bash completes files."""
    names = " ".join((*(command.name for command in commands), *_OVERALL))
    values = [
        f"        {_bash_values(command, option)}"
        for command in commands
        for option in command.options
        if option.metavar and not option.optional
    ]
    words = [
        f"        {command.name}) choices={_quoted(' '.join(command.choices))} ;;"
        for command in commands
        if command.choices
    ]
    options = [
        f"        {command.name}) choices={_quoted(' '.join(_names(command)))} ;;" for command in commands
    ]
    return "\n".join((
        "# bash completion for jixiao, made by: jixiao completion bash",
        "_jixiao() {",
        '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" choices=""',
        "    COMPREPLY=()",
        '    if [ "$word" = "=" ]; then word=""; elif [ "$before" = "=" ]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi',
        '    if [ "$COMP_CWORD" -eq 1 ]; then',
        f'        COMPREPLY=($(compgen -W {_quoted(names)} -- "$word"))',
        "        return",
        "    fi",
        '    case "${COMP_WORDS[1]} $before" in',
        *values,
        "    esac",
        '    case "$word" in',
        '    -*) case "${COMP_WORDS[1]}" in',
        *options,
        "        esac ;;",
        '    *) [ "$COMP_CWORD" -eq 2 ] && case "${COMP_WORDS[1]}" in',
        *words,
        "        esac ;;",
        "    esac",
        '    [ -n "$choices" ] && COMPREPLY=($(compgen -W "$choices" -- "$word"))',
        "}",
        "complete -o bashdefault -o default -F _jixiao jixiao",
        "",
    ))  # fmt: skip


def _bash_values(command: Command, option: Option) -> str:
    """Give the branch for the word behind an option; without choices bash completes files."""
    pattern = "|".join(_quoted(f"{command.name} {name}") for name in option.names)
    if not option.choices:
        return f"{pattern}) return ;;"
    return f'{pattern}) COMPREPLY=($(compgen -W {_quoted(" ".join(option.choices))} -- "$word")); return ;;'


def zsh_script(commands: Sequence[Command]) -> str:
    """Give a script for zsh, to be sourced or put into a folder of $fpath."""
    listed = ["    " + _quoted(f"{one.name}:{_plain(one.summary, COLON)}") for one in commands]
    branches = [line for command in commands for line in _zsh_command(command)]
    return "\n".join((
        "#compdef jixiao",
        "# zsh completion for jixiao, made by: jixiao completion zsh",
        "_jixiao() {",
        "  local -a commands",
        "  commands=(",
        *listed,
        "  )",
        "  if (( CURRENT == 2 )); then",
        "    _describe -t commands 命令 commands",
        "    return",
        "  fi",
        "  local command=${words[2]}",
        "  shift words",
        "  (( CURRENT-- ))",
        "  case $command in",
        *branches,
        "  esac",
        "}",
        'if [[ ${funcstack[1]} == _jixiao ]]; then _jixiao "$@"; else compdef _jixiao jixiao; fi',
        "",
    ))  # fmt: skip


def _zsh_command(command: Command) -> Iterator[str]:
    yield f"  {command.name})"
    yield "    _arguments \\"
    for option in (*command.options, HELP):
        for name in option.names:
            yield f"      {_quoted(_zsh_option(name, option))} \\"
    words, choices = _plain(command.words, COLON), " ".join(command.choices)
    if choices:
        yield "      " + _quoted(f"1:{words}:({choices})") + " \\"
    yield "      " + _quoted(f"*:{words}:_files")
    yield "    ;;"


def _zsh_option(name: str, option: Option) -> str:
    """Give one option as _arguments takes it: exclusions, name, what it does, its value."""
    excluded = "*" if option.repeats else f"({' '.join(option.names)})"
    named = f"{name}=" if option.metavar and name.startswith("--") else name
    text = f"{excluded}{named}[{_plain(option.help, BRACKETS)}]"
    if not option.metavar:
        return text
    action = f"({' '.join(option.choices)})" if option.choices else "_files" if _is_path(option) else ""
    return f"{text}{'::' if option.optional else ':'}{_plain(option.metavar, COLON)}:{action}"


def fish_script(commands: Sequence[Command]) -> str:
    """Give a script for fish."""
    lines = ["# fish completion for jixiao, made by: jixiao completion fish", "complete -c jixiao -f"]
    told = [_fish_option(option) for option in (HELP, VERSION)]
    told += [f"-a {command.name} -d {_fish_quoted(command.summary)}" for command in commands]
    lines += [f"complete -c jixiao -n __fish_use_subcommand {one}" for one in told]
    for command in commands:
        behind = f"complete -c jixiao -n '__fish_seen_subcommand_from {command.name}'"
        lines += [f"{behind} {_fish_option(option)}" for option in (*command.options, HELP)]
        words = _fish_quoted(" ".join(command.choices))
        lines.append(f"{behind} -a {words}" if command.choices else f"{behind} -F")
    return "\n".join([*lines, ""])


def _fish_option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    value = ""
    if option.choices:
        value = f" -x -a {_fish_quoted(' '.join(option.choices))}"
    elif option.metavar and not option.optional:
        value = " -r -F" if _is_path(option) else " -x"
    return f"{names}{value} -d {_fish_quoted(option.help)}"


def _is_path(option: Option) -> bool:
    return option.read is Path


def _names(command: Command) -> Iterator[str]:
    for option in (*command.options, HELP):
        yield from option.names


def _plain(text: str, signs: str) -> str:
    """Write a text so that zsh takes none of the signs for its own."""
    return "".join(f"\\{sign}" if sign in f"\\{signs}" else sign for sign in text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


SCRIPTS: Mapping[str, Callable[[Sequence[Command]], str]] = MappingProxyType(
    {"bash": bash_script, "zsh": zsh_script, "fish": fish_script}
)
"""Each shell, and what makes its script."""
