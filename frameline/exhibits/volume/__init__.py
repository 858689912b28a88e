"""How much is there, and when?"""
