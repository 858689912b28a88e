"""What does each register hold?"""
