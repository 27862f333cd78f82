"""The weights of `verification`, of the form that `tests/benchmarks/fit_verification.py` prints.

Fitted to 2,830 right answers about 510 articles, and to 689 answers from the same articles left open: without the
sentences that have the answer. The constant of people was lowered by 0.03 when `who_ranking` moved their places apart.
"""

FEATURES = (
    "fit", "margin", "score", "content", "content_around", "names_around", "beside_cue", "told", "alongside", "near",
    "act", "dates", "length", "words",
)  # fmt: skip
WEIGHTS: dict[str, tuple[float, ...]] = {
    "count": (
        -4.428, 1.246, 1.123, 0.008, 0.779, 2.227, 1.482, -0.234, 2.799,
        1.437, -0.961, 1.189, 0.598, -0.918, 0.027,
    ),
    "date": (
        -4.694, 0.659, 1.505, 1.190, 1.317, 2.845, -1.003, -0.207, 2.078,
        0.843, -2.001, 0.785, -0.489, -0.873, 0.094,
    ),
    "events": (
        -2.916, 1.984, -0.059, 1.350, -0.542, 0.522, -0.437, 0.492, 0.360,
        0.879, -1.206, 0.778, 0.695, 0.158, 0.062,
    ),
    "organisation": (
        -3.659, 0.089, 0.620, 1.644, 0.858, 2.351, -1.244, 0.509, 1.621,
        -0.224, -1.092, 0.934, -0.024, -1.025, 0.004,
    ),
    "people": (
        -4.404, 2.312, 1.876, 0.164, 0.123, 2.295, 0.690, 0.049, 2.437,
        1.508, -1.690, 0.334, -0.116, -0.889, 0.017,
    ),
    "place": (
        -5.334, 1.401, 1.616, 1.097, 0.980, 1.568, 0.688, -0.236, 0.206,
        2.498, -0.702, 0.621, 0.251, -1.486, 0.193,
    ),
}  # fmt: skip
