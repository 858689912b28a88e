"""How does each text argue, and what does it advise?"""
