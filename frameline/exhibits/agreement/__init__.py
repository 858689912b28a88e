"""Do coders agree, working alone from the same codebook?"""
