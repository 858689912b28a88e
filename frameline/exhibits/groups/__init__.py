"""Who says what, and when? Groups and periods of many documents."""
