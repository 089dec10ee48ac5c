"""Writes `names.json`: what the editor completes after `np.`, `torch.` and a value's dot, each name with its arguments.

`python make_names.py` in an environment that has NumPy and PyTorch; the same versions give the same bytes.
"""

import importlib
import inspect
import json
import re
import warnings
from pathlib import Path
from typing import Any

MODULES = {
    "np": "numpy",
    "np.linalg": "numpy.linalg",
    "np.random": "numpy.random",
    "torch": "torch",
    "torch.linalg": "torch.linalg",
    "torch.nn.functional": "torch.nn.functional",
}
VALUES = {".numpy": ("numpy", "ndarray"), ".torch": ("torch", "Tensor"), ".rng": ("numpy.random", "Generator")}
# Files, threads, devices, quantised and sparse tensors, what prints, what asks for types: nothing an exercise is about.
LEFT_OUT = re.compile(
    r"_|.*_$|.*(quant|q_|cudnn|mkldnn|sparse|miopen|fbgemm|autocast|channels|_copy$|_info|_state|_notes|_include|printopt)|"
    r".*(jit|onnx|storage|dtype|pickle|memmap|file|txt|buffer|dlpack|deterministic|warn|xpu|cuda|vulkan|maia|format_)|"
    r".*(Error|Warning|Storage|Type|Options)$|u?(int|bits)\d+x.*|float(8|4).*|c?(half|single|double|long).*|test$|TYPE_"
)
CONSTANTS = (float, int)
CUT = re.compile(r"(out|dtype|where|casting|device|size_average|generator|like|subok|memory_format|_stacklevel)\b")
ANNOTATION = re.compile(r": [^=]+?(?= ?=|$)")
MOST_ARGUMENTS = 40
SIGNATURE = re.compile(r"^\s*(?:\w+\.)*(\w+)\((.*?)\)\s*(?:->.*)?$", re.MULTILINE)
SOME_CLASSES = ("Tensor", "Generator", "RandomState", "T", "mT")


def members(owner: Any) -> list[str]:
    return [name for name in sorted(dir(owner)) if wanted(name, getattr(owner, name))]


def wanted(name: str, value: Any) -> bool:
    if LEFT_OUT.match(name) or inspect.ismodule(value) or (name[0].isupper() and name not in SOME_CLASSES):
        return False
    is_dtype = type(value).__name__ == "dtype" or name in ("float32", "float64", "int32", "int64", "bool")
    return bool(is_dtype or isinstance(value, CONSTANTS) or getattr(value, "__doc__", ""))


def arguments(name: str, value: Any) -> str:
    """`(x, axis=None)`, as far as it can be found and is short; nothing for what is not called."""
    if not callable(value) or name in ("float32", "float64", "int32", "int64", "bool"):
        return ""
    try:
        found = [str(each.replace(annotation=each.empty)) for each in inspect.signature(value).parameters.values()]
    except (TypeError, ValueError):
        match = SIGNATURE.search(str(value.__doc__ or ""))
        found = match[2].split(", ") if match and match[1] == name else []
    kept = [
        ANNOTATION.sub("", each.strip("[] ")) for each in found if each not in ("self", "/", "*", "*args", "**kwargs")
    ]
    cut = next((i for i, each in enumerate(kept) if CUT.match(each) or "<" in each or not each.isascii()), len(kept))
    text = f"({', '.join(kept[:cut])})"
    return text if len(text) <= MOST_ARGUMENTS else f"{text[:MOST_ARGUMENTS].rpartition(',')[0]}, …)"


def names_of(owner: Any) -> list[str]:
    return [name + arguments(name, getattr(owner, name)) for name in members(owner)]


def main() -> None:
    warnings.simplefilter("ignore")
    names = {short: names_of(importlib.import_module(name)) for short, name in MODULES.items()}
    names |= {key: names_of(getattr(importlib.import_module(name), kind)) for key, (name, kind) in VALUES.items()}
    text = json.dumps(names, separators=(",", ":"), ensure_ascii=False)
    Path(__file__).with_name("names.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
