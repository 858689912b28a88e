"""What does each text foresee, and which past does it argue from?"""
