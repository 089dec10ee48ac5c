// `npm ci && npm run build` writes the bundle that is checked in; the same sources give the same bytes.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const OUT = "../static/exercises/editor.js";

await build({
  entryPoints: ["editor.js"],
  outfile: OUT,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  banner: { js: "/* CodeMirror 6 and what Backpass adds to it; licences in editor.LICENSE.txt */" },
});

writeFileSync(`${OUT}.br`, brotliCompressSync(readFileSync(OUT))); // as small as it gets: that takes too long while somebody waits

function packages(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    if (name.startsWith(".") || name === "esbuild" || name === "@esbuild") return [];
    if (name.startsWith("@")) return packages(`${folder}/${name}`);
    return [`${folder}/${name}`];
  });
}

const licences = packages("node_modules").map((folder) => {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`));
  const file = ["LICENSE", "LICENSE.md"].map((each) => `${folder}/${each}`).find(existsSync);
  if (!file) throw new Error(`${name} brings no licence`);
  return `${name} ${version}\n\n${readFileSync(file, "utf8").trim()}\n`;
});
writeFileSync("../static/exercises/editor.LICENSE.txt", licences.join(`\n${"-".repeat(72)}\n\n`));
