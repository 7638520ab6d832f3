"""ID numbers of the right form that cannot exist: their area codes start with 99."""

import random

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def check_digit(first: str) -> str:
    """Work out the 18th character from the first 17 (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    return CHECKS[total % 11]


def draw_number(source: random.Random, birth_date: str, sex: str) -> str:
    """Draw a number for a birth date YYYYMMDD; the 17th digit is odd for men, even for women."""
    area = f"99{source.randint(1, 9):02d}{source.randint(1, 29):02d}"
    order = f"{source.randint(0, 99):02d}{source.randrange(5) * 2 + (1 if sex == '男' else 0)}"
    first = area + birth_date + order
    return first + check_digit(first)
