// Completion after `np.`, `torch.` and their submodules: the names that exercises are written with.
const words = (text) => text.trim().split(/\s+/);

const MEMBERS = {
  np: words(`
    abs absolute all allclose any arange arccos arcsin arctan arctan2 argmax argmin argpartition argsort array array_equal
    asarray atleast_1d atleast_2d average bincount bool_ broadcast_arrays broadcast_shapes broadcast_to ceil clip column_stack
    concatenate copy copysign cos cosh count_nonzero cross cumprod cumsum diag diagonal diff divide dot einsum empty empty_like
    equal exp expand_dims expm1 eye fill_diagonal finfo flatnonzero flip float32 float64 floor full full_like greater
    heaviside hstack hypot identity iinfo inf inner int32 int64 interp isclose isfinite isin isinf isnan ix_ kron less linalg
    linspace log log10 log1p log2 logaddexp logical_and logical_not logical_or logspace matmul max maximum mean median meshgrid
    min minimum moveaxis multiply nan nan_to_num ndarray ndim negative newaxis nonzero norm not_equal ones ones_like outer pad
    percentile pi power prod ptp quantile random ravel reciprocal repeat reshape roll rot90 round searchsorted shape sign sin
    sinh size sort split sqrt square squeeze stack std subtract sum swapaxes take take_along_axis tan tanh tensordot tile
    trace transpose tri tril triu unique unravel_index vander var vdot vstack where zeros zeros_like`),
  "np.linalg": words("cholesky cond det eig eigh inv lstsq matrix_rank norm pinv qr slogdet solve svd"),
  "np.random": words("Generator default_rng"),
  torch: words(`
    Generator Tensor abs acos all allclose amax amin any arange argmax argmin argsort as_tensor asin atan autograd baddbmm
    bernoulli bincount bmm bool broadcast_to cat ceil chunk clamp clone cos cosh count_nonzero cummax cumprod cumsum diag
    diagonal diff div dot einsum empty empty_like eq equal erf exp expand_copy expm1 eye finfo flatten flip float32 float64
    floor full full_like gather ge gt heaviside hstack index_select inf int64 isclose isfinite isinf isnan le linalg linspace
    log log10 log1p log2 logaddexp logical_and logical_not logical_or long lt masked_fill masked_select matmul max maximum mean
    median meshgrid min minimum mm moveaxis mul multinomial mv nan nan_to_num ne neg nn no_grad nonzero norm numel ones
    ones_like outer permute pi pow prod rand randint randn randperm reciprocal repeat_interleave reshape roll round rsqrt
    scatter scatter_add searchsorted sigmoid sign sin sinh sort split sqrt square squeeze stack std sub sum swapaxes take
    take_along_dim tan tanh tensor tensordot tile topk trace transpose tril triu unbind unflatten unique unsqueeze var
    var_mean vmap vstack where zeros zeros_like`),
  "torch.linalg": words("cholesky det eigh inv lstsq matrix_norm norm pinv qr slogdet solve svd vector_norm"),
  "torch.nn": words("Module Parameter functional init"),
};
MEMBERS.numpy = MEMBERS.np;

const options = Object.fromEntries(
  Object.entries(MEMBERS).map(([owner, names]) => [owner, names.map((label) => ({ label, type: "function" }))]),
);

export function memberCompletion(context) {
  const before = context.matchBefore(/\b(np|numpy|torch)(\.\w+)*\.\w*/);
  if (!before) return null;
  const owner = before.text.replace(/\.\w*$/, "");
  if (!options[owner]) return null;
  return { from: before.from + owner.length + 1, options: options[owner], validFor: /^\w*$/ };
}
