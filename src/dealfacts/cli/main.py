"""The program `dealfacts`: finds the command, and turns every way to end into an exit code.

Imports click and nothing heavier; a command brings what it needs when it is called.
"""

from __future__ import annotations

import importlib
import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, NoReturn

import click

from dealfacts import __version__
from dealfacts.cli.output import discard_stdout, say
from dealfacts.cli.start import leave
from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Sequence

# In the order in which a newcomer meets them.
COMMANDS = (
    *("reconcile", "check", "extract", "diff", "compare", "explain", "rules"),
    *("review", "baseline", "config", "init", "schema", "eval"),
)
VERBOSE = "dealfacts.verbose"


class ExitCode(IntEnum):
    """How the program ended."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    INTERNAL = 70
    INTERRUPTED = 130


class Program(click.Group):
    """A group whose commands are imported when used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """All commands, in teaching order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"dealfacts.cli.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: object,
    ) -> NoReturn:
        """Run, and exit as the table of exit codes says.

        Without `args` this is the whole process, which ends here.
        """
        arguments = list(sys.argv[1:] if args is None else args)
        name = prog_name or "dealfacts"
        self._main_shell_completion({}, name)
        extra.pop("standalone_mode", None)
        code = self._run(name, arguments)
        if args is None:
            leave(code)
        sys.exit(code)

    def _run(self, name: str, arguments: list[str]) -> int:
        verbose = False
        try:
            with self.make_context(name, arguments) as ctx:
                try:
                    self.invoke(ctx)
                finally:
                    verbose = bool(ctx.meta.get(VERBOSE))
        except click.exceptions.Exit as done:
            return done.exit_code
        except click.ClickException as error:
            error.show()
            return ExitCode.USAGE
        except DealfactsError as error:
            say(f"dealfacts: {error}")
            return ExitCode.USAGE
        except (KeyboardInterrupt, click.Abort):
            say("dealfacts: interrupted")
            return ExitCode.INTERRUPTED
        except BrokenPipeError:
            discard_stdout()
        except Exception as error:  # noqa: BLE001  the last resort: nobody should see a bare traceback
            _report_internal(error, in_full=verbose or bool(os.environ.get("DEALFACTS_DEBUG")))
            return ExitCode.INTERNAL
        return ExitCode.FINE


def _report_internal(error: Exception, *, in_full: bool) -> None:
    if in_full:
        import traceback  # noqa: PLC0415  only for a bug

        say("".join(traceback.format_exception(error)).rstrip())
    say(f"dealfacts: internal error: {type(error).__name__}: {error}")
    if not in_full:
        say("This is a bug in dealfacts. Run again with -v for the details to report.")


@click.command(
    "dealfacts",
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Start here:
  dealfacts reconcile articles/           what a folder of articles agrees on, and where not
  dealfacts check articles/               the same as a gate: exit 1 if there is a conflict
  dealfacts compare 'nearly $20 billion' '$19.3 billion'
  dealfacts explain VAL001                what a rule means

\b
Exit codes:
  0  finished    1  check found something    2  bad usage, or nothing to read
  70 bug         130 interrupted
""",
)
@click.version_option(__version__, prog_name="dealfacts", message="%(prog)s %(version)s")
def main() -> None:
    """Find where news articles about one deal disagree, and see the words behind every number.

    dealfacts reads articles, takes out what they claim (sums, stakes, dates, people, roles) with
    the exact words, and says where the sources agree, where they conflict, and why. It works
    offline, changes no file that it reads, and never says which source is right.
    """
