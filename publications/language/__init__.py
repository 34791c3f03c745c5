"""What is right in one language and wrong in another: dates, numbers, order of the alphabet; and what is in none (identifiers)."""
