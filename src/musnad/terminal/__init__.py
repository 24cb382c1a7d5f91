"""What a dossier answers, as lines for people at a terminal. Records in, styled text out; it asks nothing itself."""
