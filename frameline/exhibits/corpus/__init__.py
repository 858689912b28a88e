"""How comparable are the texts?"""
