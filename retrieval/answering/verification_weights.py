"""The weights of `verification`, of the form that `tests/benchmarks/fit_verification.py` prints.

Fitted to 2,424 right answers about 500 articles, and to 1,207 answers from the same articles left open: without the
sentences that have the answer, and with the answer's own words taken out of them.
"""

FEATURES = (
    "fit", "margin", "score", "content", "content_around", "names_around", "beside_cue", "told", "alongside", "near",
    "act", "dates", "length", "words",
)  # fmt: skip
WEIGHTS: dict[str, tuple[float, ...]] = {
    "count": (
        -3.963, 0.837, 0.947, 0.051, 0.407, 1.937, 1.292, -0.399, 3.054,
        1.825, -0.620, 0.965, 0.335, -0.774, 0.025,
    ),
    "date": (
        -3.754, -0.326, 1.079, 1.605, 1.148, 2.179, -1.093, -0.077, 1.959,
        0.821, -2.164, 0.352, -0.403, -0.413, 0.109,
    ),
    "events": (
        -2.869, 2.433, 0.040, 1.263, -0.655, 0.429, -0.458, 0.551, 0.227,
        0.418, -1.520, 0.670, 0.775, -0.108, 0.056,
    ),
    "organisation": (
        -3.647, -0.880, -0.083, 1.823, 0.654, 2.133, -0.697, 0.477, 1.571,
        0.496, -0.149, 1.079, -0.186, -0.498, -0.008,
    ),
    "people": (
        -4.241, 2.987, 1.616, 0.130, 0.132, 2.450, 0.330, -0.103, 3.016,
        1.219, -2.059, 0.433, -0.216, -0.637, 0.001,
    ),
    "place": (
        -5.299, 0.885, 1.699, 1.108, 0.713, 1.742, 0.836, -0.757, 1.272,
        3.396, -1.013, 0.654, -0.041, -1.125, 0.129,
    ),
}  # fmt: skip
