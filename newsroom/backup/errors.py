class BackupError(Exception):
    """A backup cannot be made or restored; the message is one sentence for whoever typed the command."""
