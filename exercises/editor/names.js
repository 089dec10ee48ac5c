// Completion after a dot: `np.`, `torch.` and their submodules by name, anything else by what a value of it can do.
import NAMES from "./names.json";

const NAME = /^\w+/;

function option(text) {
  const label = text.match(NAME)[0];
  const isCalled = text.length > label.length;
  return { label, detail: text.slice(label.length), type: isCalled ? "function" : "constant" };
}

const options = Object.fromEntries(Object.entries(NAMES).map(([owner, names]) => [owner, names.map(option)]));
const SAME = [["np", "numpy"], ["np.random", "numpy.random"], ["np.linalg", "numpy.linalg"], ["torch.nn.functional", "F"]];
for (const [name, other] of SAME) options[other] = options[name];

const valueOf = (owner, framework) => (/^(rng|generator)$/.test(owner) && framework === "numpy" ? ".rng" : `.${framework}`);

export function memberCompletion(framework) {
  return (context) => {
    const before = context.matchBefore(/(\b[A-Za-z_]\w*(\.\w+)*|[\])])\.\w*/);
    if (!before || /^\d/.test(before.text)) return null;
    const owner = before.text.replace(/\.\w*$/, "");
    const found = options[owner] ?? (/^(np|numpy|torch)\./.test(owner) ? null : options[valueOf(owner, framework)]);
    if (!found) return null;
    return { from: before.from + owner.length + 1, options: found, validFor: /^\w*$/ };
  };
}
