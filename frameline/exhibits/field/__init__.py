"""Did the field move with these texts?"""
