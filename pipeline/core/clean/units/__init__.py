"""What is judged at once: a line as a rule; a sentence where all is in one line; a paragraph where it is wrapped."""
