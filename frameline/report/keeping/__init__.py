"""What was made before, what it depended on, and how a finished report reaches its folder."""
