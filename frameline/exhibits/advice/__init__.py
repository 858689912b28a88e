"""Who should do what?"""
