"""What I want of a conference: picks, the file that keeps them, conflicts and gaps."""
