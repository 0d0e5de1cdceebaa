"""Every command: its module, and what it does in a sentence.

A module is imported when its command is called. It offers `arguments(parser, today)`, which tells the
parser what the command takes, and `run(options, context)`, which does it and gives the exit code.
"""

COMMANDS: dict[str, tuple[str, str]] = {
    "add": ("add", "log an activity"),
    "list": ("list", "the activities, newest first"),
    "show": ("show", "everything about one activity"),
    "open": ("open", "a certificate in your viewer, or where it lies"),
    "edit": ("edit", "put an activity right"),
    "remove": ("remove", "put activities into the trash"),
    "restore": ("restore", "take activities back out of the trash"),
    "undo": ("undo", "take the newest change back"),
    "redo": ("redo", "do again what was undone last"),
    "tick": ("tick", "tick a checkbox, such as the self-assessment"),
    "status": ("status", "how far each credential is, and what is missing"),
    "why": ("why", "where a credential's number comes from"),
    "export": ("export", "the log as CSV, as a workbook or for paper"),
    "import": ("import_", "activities from a spreadsheet, a portal's table or an e-mail"),
    "certificates": ("certificates", "a folder of certificates read, each logged when you confirm it"),
    "packet": ("packet", "all that an audit asks for in one ZIP file; proves one"),
    "portal": ("portal", "what is entered, submitted and verified in the portals, and what to type there"),
    "calendar": ("calendar", "due dates, dues and plans as a calendar file"),
    "check": ("check", "what an auditor would stumble over, and what is due"),
    "credential": ("credential", "start, correct or stop holding a credential"),
    "organization": ("organization", "set what an organization asks for; close its cycle, see the closed ones"),
    "holder": ("holder", "set whose logbook it is"),
    "merge": ("merge", "another copy of the logbook made one with this one"),
    "backup": ("backup", "keep a dated copy of the logbook now"),
    "backups": ("backups", "the copies that are kept"),
    "rollback": ("rollback", "go back to a kept copy, such as when the logbook is damaged"),
    "completion": ("completion", "have your shell complete command lines with Tab"),
    "locate": ("locate", "where the logbook and the settings lie"),
}
