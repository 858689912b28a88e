"""What binds, what divides?"""
