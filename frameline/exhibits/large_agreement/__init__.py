"""Can the codes be reproduced, however many there are?"""
