"""Which frames, and when?"""
