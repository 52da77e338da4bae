/**
 * The manifest of the published package: it has no dependencies, since all of them are in the bundle, and nothing of the workspace.
 *
 * @param manifest of `packages/cli`
 * @param workspace that of the workspace, which says how the whole is called and on which Node it runs
 */
export function publishedManifest(manifest, workspace) {
  const { name, version, license, type, bin } = manifest;
  return {
    name,
    version,
    description: workspace.description,
    keywords: ["aws", "eks", "iam", "irsa", "kubernetes", "oidc", "service account", "simulator", "sts", "testing"],
    license,
    type,
    bin,
    main: "./dist/index.js",
    types: "./dist/index.d.ts",
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./package.json": "./package.json",
    },
    files: ["dist", "scenarios", "THIRD-PARTY-LICENCES.txt", "sbom.cdx.json"],
    engines: workspace.engines,
  };
}
