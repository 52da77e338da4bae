/**
 * What is in the published package, as a CycloneDX 1.6 document. The same package gives the same bytes, so it says no time and no serial number.
 *
 * @param manifest the package's own
 * @param parties as `readThirdParties` gives them
 * @param lock `pnpm-lock.yaml`, parsed: what was installed had these digests
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function createSbom({ manifest, parties, lock }) {
  const own = { type: "application", "bom-ref": `pkg:npm/${manifest.name}@${manifest.version}`, name: manifest.name, version: manifest.version };
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { ...own, purl: own["bom-ref"], licenses: [{ license: { id: manifest.license } }] } },
    components: parties.map(({ name, version, license, purl }) => ({
      type: "library",
      "bom-ref": purl,
      ...namesOf(name),
      version,
      ...hashesOf(lock.packages[`${name}@${version}`]?.resolution.integrity),
      licenses: [{ license: { id: license } }],
      purl,
    })),
    dependencies: [{ ref: own["bom-ref"], dependsOn: parties.map(({ purl }) => purl) }],
  };
}

function namesOf(name) {
  const [, group, plain] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name);
  return group === undefined ? { name: plain } : { group, name: plain };
}

/** Of what the registry served; none for what is no package of the lock file, such as the sources of data. */
function hashesOf(integrity) {
  if (integrity === undefined) return {};
  return { hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex") }] };
}
