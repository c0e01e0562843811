"""What the commands say: records in, lines for a terminal, or JSON, out."""
