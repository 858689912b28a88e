"""Which reasons bind, and which divide?"""
