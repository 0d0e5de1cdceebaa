"""What people type and read: dates, numbers, words, the quick line, sentences."""
