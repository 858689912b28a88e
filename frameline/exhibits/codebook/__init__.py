"""How was it coded?"""
