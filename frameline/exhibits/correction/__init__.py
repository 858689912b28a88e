"""Chapter: how much of what machines coded would people have coded so?"""
