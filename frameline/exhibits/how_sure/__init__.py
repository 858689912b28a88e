"""How sure is what this report says?"""
