"""What can these texts not tell?"""
