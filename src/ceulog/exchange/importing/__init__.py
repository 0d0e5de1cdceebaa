"""What enters the logbook: bytes -> text -> records -> columns -> a plan, which is both preview and import. Pure."""
