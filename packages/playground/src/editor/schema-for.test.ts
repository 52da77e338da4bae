import { describe, expect, test } from "vitest";
import { descriptionAt } from "./description-at.js";
import { listCompletions } from "./list-completions.js";
import { placeAt } from "./place-at.js";
import { schemaFor } from "./schema-for.js";

/** What is offered where `|` stands. */
function offersIn(path: string, marked: string): readonly string[] {
  const position = marked.indexOf("|");
  const text = marked.replace("|", "");
  const schema = schemaFor(path, text, position);
  const place = placeAt(path, text, position);
  return schema === null ? [] : listCompletions(schema, place.path, place).map(({ name }) => name);
}

const TWO_MANIFESTS = "apiVersion: v1\nkind: ServiceAccount\n  |\n---\nkind: Pod\nspec:\n  ";

describe("each file has its own schema", () => {
  test.each([
    { name: "a scenario", path: "a/scenario.yaml", text: "cluster:\n  re|", has: "region", hasNot: "spec" },
    { name: "a pod", path: "a/pod.yaml", text: "kind: Pod\nspec:\n  se|", has: "serviceAccountName", hasNot: "region" },
    { name: "a pod's container", path: "a/pod.yaml", text: "kind: Pod\nspec:\n  containers:\n    - na|", has: "image", hasNot: "containers" },
    {
      name: "the first of two manifests",
      path: "a/all.yaml",
      text: TWO_MANIFESTS.replace("  |", "auto|"),
      has: "automountServiceAccountToken",
      hasNot: "spec",
    },
    { name: "a trust policy", path: "a/trust-policy.json", text: '{ "Statement": [{ "P|', has: "Principal", hasNot: "Resource" },
    { name: "a permission policy", path: "a/policy.json", text: '{ "Statement": [{ "R|', has: "Resource", hasNot: "Principal" },
    { name: "a bucket policy", path: "a/bucket-policy.json", text: '{ "Statement": { "R|', has: "NotPrincipal", hasNot: "Version" },
    { name: "an effect", path: "a/policy.json", text: '{ "Statement": [{ "Effect": "|', has: "Deny", hasNot: "Effect" },
  ])("$name", ({ path, text, has, hasNot }) => {
    const offers = offersIn(path, text);
    expect(offers).toContain(has);
    expect(offers).not.toContain(hasNot);
  });

  test.each([
    { name: "a manifest of another kind", path: "a/role.yaml", text: "kind: Service\n|" },
    { name: "what the aws command line printed", path: "a/get-role.json", text: '{ "Role": { "AssumeRolePolicyDocument": { "Statement": [{ "|' },
    { name: "an object's content", path: "a/hello.json", text: '{ "|' },
  ])("$name has none", ({ path, text }) => {
    expect(offersIn(path, text)).toEqual([]);
  });
});

test.each([
  { name: "a member of a pod", path: "a/pod.yaml", text: "kind: Pod\nspec:\n  serviceAccountName| : x", says: /^Whose token/ },
  { name: "a statement's member", path: "a/policy.json", text: '{ "Statement": [{ "Effect|": "Allow" }] }', says: /^What a statement/ },
  { name: "a setting", path: "a/scenario.yaml", text: "webhook:\n  absent|: true", says: /\w/ },
  { name: "a value", path: "a/pod.yaml", text: "kind: Pod|", says: null },
])("what $name is for is told", ({ path, text, says }) => {
  const told = descriptionAt(path, text.replace("|", ""), text.indexOf("|"));
  if (says === null) expect(told).toBeNull();
  else expect(told).toMatch(says);
});
