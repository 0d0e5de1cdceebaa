"""`completion`: what a shell reads to complete command lines."""

import argparse
import datetime as dt
from importlib.resources import files

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context

ENDINGS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}
"""Shell -> how the name of its script ends."""
SHELLS = tuple(ENDINGS)
HOW = {
    "bash": "Put this line into ~/.bashrc and open a new terminal:  source <(ceulog completion bash)",
    "zsh": 'Put this line into ~/.zshrc, below compinit, and open a new terminal:  eval "$(ceulog completion zsh)"',
    "fish": "Write it once:  ceulog completion fish > ~/.config/fish/completions/ceulog.fish",
    "powershell": "Put this line into your $PROFILE:  ceulog completion powershell | Out-String | Invoke-Expression",
}
"""How each is put to use."""


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    parser.epilog = "\n".join(HOW.values())


def run(options: argparse.Namespace, context: Context) -> int:
    """Print the script."""
    name = f"ceulog.{ENDINGS[options.shell]}"
    context.say_bytes((files("ceulog.cli.completions") / name).read_bytes())
    context.tell(HOW[options.shell])
    return 0
