"""Which frames stand together?"""
