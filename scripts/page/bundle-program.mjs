import { basename, dirname, join } from "node:path";
import { rolldown } from "rolldown";

/** The program as one classic script, how much of it each package is, in bytes before it is made small, and the files that it is made from. */
export async function bundleProgram(entry) {
  const bundle = await rolldown({
    input: entry,
    platform: "browser",
    logLevel: "warn",
    resolve: { mainFields: ["browser", "module", "main"] },
    plugins: [
      { name: "few-services", resolveId: { filter: { id: /\/packed\/services\.json$/ }, handler: fewServices } },
      { name: "few-parts-of-forge", load: { filter: { id: /\/node-forge\/lib\/\w+\.js$/ }, handler: partOfForge } },
    ],
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false });
  await bundle.close();
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error(`the program is more than one file: ${others.map(({ fileName }) => fileName).join(", ")}`);
  const modules = Object.entries(chunk.modules).map(([path, { renderedLength }]) => ({ package: packageOf(path), bytes: renderedLength }));
  return { code: chunk.code, modules, paths: Object.keys(chunk.modules) };
}

/** A page takes a handful of AWS's services along, not all (decision 017). */
function fewServices(id, importer) {
  return join(dirname(importer), id.replace("services.json", "services-of-the-page.json"));
}

/** What the simulator uses: certificates (X.509, RSA) and digests. */
const FORGE = ["asn1", "md.all", "pem", "pki", "util"];

/** Parts that those load for what nobody asks here: private keys behind a password, and containers of them. */
const UNUSED_FORGE = ["des", "pbe", "pbkdf2", "pkcs12", "rc2"];

/** node-forge loads all of its parts, most of a third of a megabyte, of which a page needs a few. */
function partOfForge(id) {
  const part = basename(id, ".js");
  if (part === "index") return `module.exports = require("./forge");\n${FORGE.map((used) => `require("./${used}");`).join("\n")}`;
  return UNUSED_FORGE.includes(part) ? "" : null;
}

/** `react-dom` of a path below node_modules, `core` of one below packages. */
function packageOf(path) {
  const library = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  return library ?? /\/packages\/([^/]+)\//.exec(path)?.[1] ?? "rolldown";
}
