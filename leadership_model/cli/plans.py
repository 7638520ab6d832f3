"""The command that proposes a staffing plan (filled in when staffing is there)."""
