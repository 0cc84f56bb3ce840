// Writes the page as one HTML text: node build.mjs OUTPUT
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

// The SDK checks every message with zod, which is twenty times the size of this page: see slim/.
const slim = {
  "@modelcontextprotocol/client": "./slim/protocol.ts",
  "@modelcontextprotocol/core": "./slim/shapes.ts",
  "zod/v4": "./slim/shapes.ts",
};
const common = { bundle: true, minify: true, write: false, target: "es2022", charset: "ascii", legalComments: "none" };
const script = await build({ ...common, entryPoints: ["src/main.ts"], format: "esm", alias: slim });
const style = await build({ ...common, entryPoints: ["src/style.css"] });
// Of the two licences of the SDK the one that wants its notice in every copy; the other one lies in the jar.
const [, notice] = readFileSync("node_modules/@modelcontextprotocol/ext-apps/LICENSE", "utf8").match(/^(MIT License$[^]*?)^---$/m);
const text = (built) => built.outputFiles[0].text.trim();

const page = readFileSync("src/page.html", "utf8")
  .replace(/<!--[^]*?-->\s*/g, "")
  .replace(/>\s*\n\s*</g, "><")
  .replace("/*style*/", () => text(style).replaceAll("</style", "<\\/style"))
  .replace("/*notice*/", () => `Parts of this page are of @modelcontextprotocol/ext-apps.\n\n${notice.trim()}`)
  .replace("/*script*/", () => text(script).replaceAll("</script", "<\\/script"));
writeFileSync(process.argv[2] ?? "../resources/dev/wanvideo/mcp/viewer.html", page.trim() + "\n");
