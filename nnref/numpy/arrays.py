"""The type of an array in the references: NumPy, of any floating or integer dtype."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Float = float | np.floating[Any]
