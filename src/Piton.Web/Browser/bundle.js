// Bundles the scripts and styles of the browser into the folder from which the server sends them.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const folder = "../wwwroot/assets";

await rm(folder, { recursive: true, force: true });
await build({
  entryPoints: ["site.ts", "site.css"],
  outdir: folder,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022", "chrome111", "firefox113", "safari16.4"],
  minify: true,
  legalComments: "linked",
  chunkNames: "parts/[name]-[hash]",
  logLevel: "warning",
});
