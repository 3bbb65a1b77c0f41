"""The one Python process of the parity tests.

Reads requests from stdin and writes answers to stdout, a JSON object a line:
    {id, code, arrays: {name: {dtype, shape, base64}}, folder}  ->  {id, arrays, values, text, error}

The code runs in a fresh module with `arrays`, numpy arrays by name, and `np` bound. What it leaves in the dict
`result` comes back: arrays and tensors as `arrays`, all else as `values`. `folder`, where it is given, is the working
directory and a place to import from. It runs our own tests' code alone, so nothing is fenced in.
"""

import base64
import contextlib
import io
import json
import linecache
import os
import sys
import traceback
import types

os.environ["KERAS_BACKEND"] = "torch"

# Answers get a descriptor of their own: what any library prints must not get between them.
answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

import numpy as np
import torch

# Two of these run side by side, and what they compute is small.
torch.set_num_threads(1)


def decode(array):
    data = np.frombuffer(base64.b64decode(array["base64"]), dtype=array["dtype"])
    return data.reshape(array["shape"]).copy()


def encode(value):
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    if value.dtype == np.bool_:
        value = value.astype(np.uint8)
    elif value.dtype.kind in "iu" and value.dtype != np.uint8:
        narrow = value.astype(np.int32)
        if not np.array_equal(narrow, value):
            raise OverflowError(f"{value.dtype} values do not fit into int32")
        value = narrow
    elif value.dtype.kind == "f" and value.dtype != np.float64:
        value = value.astype(np.float32)
    data = np.ascontiguousarray(value).tobytes()
    return {
        "dtype": str(value.dtype),
        "shape": list(value.shape),
        "base64": base64.b64encode(data).decode("ascii"),
    }


@contextlib.contextmanager
def working_in(folder):
    before = os.getcwd()
    os.chdir(folder)
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
        os.chdir(before)
        # The next case may bring a module of the same name.
        for name, module in list(sys.modules.items()):
            if (getattr(module, "__file__", None) or "").startswith(folder + os.sep):
                del sys.modules[name]


def run(request):
    filename = f"<case {request['id']}>"
    code = request["code"]
    linecache.cache[filename] = (len(code), None, code.splitlines(True), filename)
    case = types.ModuleType("parity_case")
    case.np = np
    case.arrays = {name: decode(array) for name, array in request["arrays"].items()}
    case.result = {}
    # Dataclasses and pickle look their module up.
    sys.modules["parity_case"] = case
    folder = request.get("folder")
    text = io.StringIO()
    with contextlib.redirect_stdout(text), working_in(folder) if folder else contextlib.nullcontext():
        exec(compile(code, filename, "exec"), case.__dict__)
    is_array = lambda value: hasattr(value, "dtype") and hasattr(value, "shape")
    result = case.result.items()
    return {
        "arrays": {name: encode(value) for name, value in result if is_array(value)},
        "values": {name: value for name, value in result if not is_array(value)},
        "text": text.getvalue(),
    }


for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = json.dumps({"id": request["id"], **run(request)})
    except (Exception, SystemExit):
        answer = json.dumps({"id": request["id"], "error": traceback.format_exc()})
    linecache.cache.pop(f"<case {request['id']}>", None)
    answers.write(answer + "\n")
    answers.flush()
