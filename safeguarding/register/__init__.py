"""What identifies the children, families and authorities of the register: numbers and lists of codes."""
