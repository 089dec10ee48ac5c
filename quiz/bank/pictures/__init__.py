"""The pictures of the questions, drawn from nnref; importing this package registers all of them."""

from quiz.bank.pictures import curves, depth, grids, networks, training
from quiz.bank.pictures.gallery import PICTURES, Picture

__all__ = ["PICTURES", "Picture", "curves", "depth", "grids", "networks", "training"]
