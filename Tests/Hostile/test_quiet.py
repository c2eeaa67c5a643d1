"""The member alone: what all the others are measured by."""

from harness.beside import member_beside


def test_a_balance_comes_within_a_second_when_nobody_attacks(listening):
    with member_beside(listening, "nobody"):
        for _ in range(20):
            assert listening.get("/v1/health", "none")["status"] == "ok"
