"""The type of an array in the references: any dtype, since a reference keeps the dtype that it is given."""

from typing import Any

from numpy.typing import NDArray

Array = NDArray[Any]
