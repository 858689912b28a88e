"""What does each text say?"""
