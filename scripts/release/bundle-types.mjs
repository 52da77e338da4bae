import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";

/**
 * The library's types as one text that imports nothing, from the declarations that the compiler wrote.
 *
 * @param entry path of the library's `.d.ts`
 * @throws {Error} when they name a module, since whoever installs the library may have no types of it
 */
export async function bundleTypes(entry) {
  const bundle = await rolldown({
    input: { index: entry },
    platform: "node",
    logLevel: "warn",
    // The plugin is most of the work here.
    checks: { pluginTimings: false },
    plugins: [dts({ dtsInput: true, tsconfig: false, resolver: "oxc" })],
  });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error(`the types are more than one file: ${others.map(({ fileName }) => fileName).join(", ")}`);
  if (chunk.imports.length > 0) throw new Error(`the types of the library name ${chunk.imports.join(", ")}`);
  return chunk.code;
}
