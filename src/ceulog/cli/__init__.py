"""The command line: parses, asks the logbook, prints. stdout is data, stderr is narration."""
