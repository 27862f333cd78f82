"""The weights of `confidence`, of the form that `tests/benchmarks/fit_confidence.py` prints.

Fitted to 2,247 answers to 3,546 questions about 416 articles; 1,456 of the questions are left open by them.
That was before the mistakes found in these reports were mended: since then their questions are answered better than
those about new reports, and weights fitted to them anew are too sure of what nobody has read.
"""

# Of the answers below this three in five are right: whoever shows one says so.
UNSURE = 0.65

FEATURES = (
    "fit", "margin", "score", "content", "content_around", "names", "names_around", "names_lacking", "typed", "pairs",
    "pairs_around", "pairs_lacking", "pairs_nowhere", "deed_lacking", "told", "alongside", "near", "act", "length",
    "words", "said",
)  # fmt: skip
WEIGHTS: dict[str, tuple[float, ...]] = {
    "count": (
        -6.188, 2.912, 0.821, 0.077, -0.109, -0.069, -0.426, 2.157, 0.018, 2.000, -1.220,
        0.483, -0.042, 0.056, 0.035, 2.999, 1.038, -0.747, -0.206, 0.093, 0.042, -0.409,
    ),
    "date": (
        -9.129, 3.262, 1.390, 0.489, -0.006, 0.134, -0.984, 2.896, 0.026, 2.110, -0.925,
        0.884, -0.037, 0.084, 0.041, 2.821, 0.688, -0.273, 0.457, -1.507, 0.115, 0.110,
    ),
    "events": (
        -3.388, 2.536, 0.860, 0.378, -0.151, 0.247, -1.104, 1.492, 0.021, 1.497, -1.030,
        -0.165, -0.049, 0.046, 0.027, 2.548, 0.280, -1.539, 0.123, -0.997, 0.019, 1.020,
    ),
    "office": (
        -4.825, 2.607, 0.848, 0.280, -0.652, 0.937, -0.902, 1.916, 0.017, 0.795, -0.885,
        0.220, -0.044, 0.061, 0.042, 2.523, -1.245, -0.672, 0.102, 0.138, 0.063, 0.436,
    ),
    "organisation": (
        -7.029, 2.689, 0.410, 0.521, -0.290, 1.271, -1.100, 1.480, 0.028, 1.282, -1.217,
        0.608, -0.030, 0.077, 0.017, 2.280, 0.439, -1.040, 0.290, -0.059, 0.101, 1.218,
    ),
    "people": (
        -4.251, 2.068, 0.725, 0.459, -0.567, 0.143, -0.762, 2.073, 0.023, 1.784, -1.601,
        0.145, -0.043, 0.039, -0.001, 2.686, -0.011, -1.872, -0.018, -0.747, 0.111, 0.467,
    ),
    "place": (
        -5.563, 3.389, 0.736, 0.691, -0.157, 0.155, -0.854, 0.168, -0.008, 2.115, -1.206,
        0.465, -0.041, 0.084, 0.050, 2.977, -0.942, -0.889, 0.114, -1.036, 0.100, 1.909,
    ),
    "theme": (
        -7.213, 3.396, 0.514, 0.459, -0.133, 1.299, -0.803, 1.675, 0.007, 1.356, -1.094,
        -0.018, -0.043, 0.066, 0.044, 2.606, 0.080, -0.108, -0.193, -0.582, 0.098, 0.767,
    ),
    "yes_no": (
        -3.571, 3.451, 0.157, 0.206, 0.471, 0.751, -1.071, 1.043, 0.027, 1.228, -1.814,
        -0.475, -0.043, 0.067, 0.039, 2.364, -0.614, -0.840, 0.290, -1.017, 0.061, 0.961,
    ),
}  # fmt: skip
