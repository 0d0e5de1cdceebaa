"""The commands in Textual's palette."""

from textual.command import DiscoveryHit, Hit, Hits, Provider

from ceulog.tui.commands import COMMANDS, Command


class CommandProvider(Provider):
    """Offers every command that the dashboard has."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in COMMANDS:
            yield DiscoveryHit(command.sentence, self._runner(command), help=f"{command.name} ({command.key_text})")

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            score = matcher.match(f"{command.name} {command.sentence}")
            if score > 0:
                yield Hit(score, matcher.highlight(command.sentence), self._runner(command), help=command.key_text)

    def _runner(self, command: Command):  # type: ignore[no-untyped-def]  # what Textual awaits is its own affair
        async def run() -> None:
            await self.screen.run_action(command.action)

        return run
