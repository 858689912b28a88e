"""Which words mark which period?"""
