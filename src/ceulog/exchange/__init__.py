"""What leaves and enters the logbook, as pure functions: activities <-> rows <-> bytes."""
