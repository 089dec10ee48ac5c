"""Names that rules are about: autograd, products, what lies below public names, and ways around a name."""

from __future__ import annotations

_AUTOGRAD_NAMES = """
autograd backward grad grad_fn requires_grad requires_grad_ enable_grad set_grad_enabled func vjp jvp jacobian jacrev
jacfwd hessian grad_and_value vhp hvp linearize forward_ad functional_call register_hook gradcheck next_functions
"""
_PRODUCT_NAMES = """
matmul __matmul__ __rmatmul__ __imatmul__ imatmul dot vdot vecdot matvec vecmat inner einsum tensordot matrix asmatrix
mat bmat convolve correlate mm bmm mv addmm addmv baddbmm addbmm chain_matmul multi_dot linalg einsum_path bilinear
c_einsum
"""
_INTERNAL_NAMES = """
_core core _C _VF _refs _decomp _prims _prims_common _inductor _dynamo _meta_registrations ops overrides
_python_dispatch _disable_current_modes _pop_mode _pop_mode_temporarily _DisableTorchDispatch DisableTorchFunction
DisableTorchFunctionSubclass modules _getframe _current_frames settrace setprofile get_objects get_referrers
currentframe
"""
AUTOGRAD = frozenset(_AUTOGRAD_NAMES.split())
PRODUCTS = frozenset(_PRODUCT_NAMES.split())
INTERNALS = frozenset(_INTERNAL_NAMES.split())
DYNAMIC = frozenset(("eval", "exec", "compile", "globals", "locals", "__import__"))
# What could reach the notes that are taken of operations, or take objects apart by other means than their names.
FRAMES = frozenset(("f_back", "f_locals", "f_globals", "f_builtins", "tb_frame", "gi_frame", "cr_frame", "ag_frame"))
PRIVATE = FRAMES | {"__subclasses__", "__builtins__", "__getattribute__", "__globals__", "__closure__"}
DISTRUSTED = frozenset(
    ("gc", "ctypes", "pickle", "_pickle", "marshal", "builtins", "runpy", "code", "codeop", "pkgutil")
)
BY_STRING = frozenset(
    ("getattr", "attrgetter", "methodcaller", "__getattribute__", "__getattr__", "import_module", "__import__")
)
HANDED_ON = DYNAMIC | BY_STRING | {"vars"}  # under another name they would not be recognised
# What PyTorch runs below a public name, where the two differ by more than underscores and a prefix.
BELOW = {
    "softmax": ("safesoftmax",),
    "conv": ("convolution", "slowconv", "thnnconv", "mkldnnconvolution", "convolutionoverrideable"),
    "crossentropy": ("crossentropyloss", "nlllossforward"),
    "nllloss": ("nlllossforward", "nllloss2dforward"),
    "relu": ("clampmin",),
    "clamp": ("clampmin", "clampmax", "clip"),
    "batchnorm": ("batchnormlegit", "cudnnbatchnorm", "batchnormlegitfunctional", "batchnormimplindex"),
    "rnn": ("rnntanh", "rnnrelu", "mkldnnrnnlayer"),
    "lstm": ("mkldnnrnnlayer", "cudnnrnn"),
    "norm": ("vectornorm", "matrixnorm", "linalgvectornorm", "foreachnorm"),
    "scaleddotproductattention": ("scaleddotproductflashattentionforcpu", "scaleddotproductattentionmath"),
    "sigmoid": ("expit",),
}
