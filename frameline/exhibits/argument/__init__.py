"""How do they argue?"""
