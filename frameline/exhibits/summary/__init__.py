"""What shifts from text to text?"""
