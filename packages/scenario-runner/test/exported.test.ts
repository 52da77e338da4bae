/** Inputs as people export them: each loads, or is refused with the reason; nothing in it is dropped silently. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadScenario, ScenarioError, type ScenarioFiles } from "../src/index.js";
import { catalogueFiles } from "./catalogue.js";

const FOLDER = new URL("../../../../shared/field-reports/exported/", import.meta.url).pathname;
const isThere = existsSync(FOLDER);
if (!isThere) console.log("skipped: ../shared/field-reports is not there");

const readExport = (name: string, file: string): string | null =>
  existsSync(`${FOLDER}${name}/${file}`) ? readFileSync(`${FOLDER}${name}/${file}`, "utf8") : null;

/** Notices of a folder, or else its faults. */
function load(name: string): { readonly notices: readonly string[] } | { readonly faults: readonly string[] } {
  const catalogue = catalogueFiles();
  const files: ScenarioFiles = { ...catalogue, read: (folder, file) => (folder === name ? readExport(name, file) : catalogue.read(folder, file)) };
  try {
    return { notices: loadScenario(files, name).notices.map(({ message }) => message) };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { faults: error.problems.map(({ message }) => message) };
  }
}

const wroteItself = (count: string, names: string): string => `${count} passed over that AWS or the cluster wrote itself: ${names}`;
const LIVING = "metadata.uid, metadata.resourceVersion, metadata.creationTimestamp, metadata.managedFields, metadata.ownerReferences, spec.nodeName, status";
const NO_BOUNDARY = "arn:aws:iam::111122223333:policy/dev-boundary is not known here, so the role does without it; aws.managedPolicies takes the account's own";
const OF_ROLE = wroteItself("2 values are", "RoleId, CreateDate");

describe.skipIf(!isThere)("what people export", () => {
  test.each([
    { name: "e1-kubectl-get-list", notices: [wroteItself("10 values are", LIVING)] },
    { name: "e1b-node-named", notices: [wroteItself("10 values are", LIVING)] },
    { name: "e2a-get-role-decoded", notices: [OF_ROLE, NO_BOUNDARY] },
    { name: "e2b-get-role-url-encoded", notices: [OF_ROLE, NO_BOUNDARY] },
    { name: "e2c-list-attached", notices: [] },
    { name: "e2d-managed-arn", notices: [] },
    { name: "e3-helm-template", notices: [] },
    { name: "e4-terraform-show-json", notices: [] },
    { name: "e7-get-oidc-provider", notices: [wroteItself("1 value is", "CreateDate")] },
    { name: "e8-real-issuer", notices: [] },
    { name: "e9-authorization-details", notices: [] },
    { name: "e10-kustomize-base", notices: ['no applied file has the pod "ebs-csi-controller" in namespace kube-system; another namespace has it'] },
    { name: "e11-template-as-pod", notices: [] },
    { name: "e12-get-role-tags", notices: [OF_ROLE] },
  ])("$name loads", ({ name, notices }) => {
    expect(load(name)).toEqual({ notices });
  });

  test.each([
    { name: "e5-cloudformation", faults: ["not a JSON file"] },
    { name: "e6-eksctl", faults: Array(3).fill("not a Kubernetes object") },
  ])("$name is refused", ({ name, faults }) => {
    expect(load(name)).toEqual({ faults });
  });
});
