/** A role says whom it trusts: without a workload somebody is taken to run as that. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkInput } from "./check-input.js";

const ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
const ROLE_ARN = "arn:aws:iam::111122223333:role/web-role";

const role = (subject: string) => ({
  file: "role.json",
  isNamed: true,
  text: JSON.stringify({
    Role: {
      RoleName: "web-role",
      Arn: ROLE_ARN,
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: { StringEquals: { [`${ISSUER}:aud`]: "sts.amazonaws.com", [`${ISSUER}:sub`]: subject } },
          },
        ],
      },
    },
  }),
});

const account = (annotations: Readonly<Record<string, string>>) => ({
  file: "account.json",
  isNamed: true,
  text: JSON.stringify({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "web", namespace: "shop", annotations } }),
});

describe("without a workload", () => {
  test("the role alone: whom it trusts is there, annotated with it", async () => {
    const { verdict, workloads, assumptions } = await checkInput([role("system:serviceaccount:shop:web")]);
    expect([verdict, workloads.map(({ namespace, serviceAccount, role: asked }) => [namespace, serviceAccount, asked])]).toEqual([
      "works",
      [["shop", "web", ROLE_ARN]],
    ]);
    expect(assumptions.map(({ id }) => id)).toEqual(expect.arrayContaining(["service-account", "pod"]));
  });

  test("an account that the role trusts and nobody annotated is checked, and found", async () => {
    const { verdict, failure } = await checkInput([role("system:serviceaccount:shop:web"), account({})]);
    expect([verdict, failure?.cause]).toEqual(["broken", "annotation-absent-or-misplaced"]);
  });

  test("an account that is annotated is the only one", async () => {
    const { workloads } = await checkInput([role("system:serviceaccount:shop:other"), account({ "eks.amazonaws.com/role-arn": ROLE_ARN })]);
    expect(workloads.map(({ serviceAccount }) => serviceAccount)).toEqual(["web"]);
  });

  test("a pattern names nobody", async () => {
    await expect(checkInput([role("system:serviceaccount:shop:*")])).rejects.toThrow("there is no workload");
  });
});

const EXPORTED = new URL("../../../../shared/field-reports/exported/", import.meta.url).pathname;
const isThere = existsSync(EXPORTED);
if (!isThere) console.log("skipped: ../shared/field-reports is not there");

/** What is broken in them: a container is given keys of its own. */
const BROKEN = ["e10-kustomize-base"];
/** Nothing but ARNs. */
const NOBODY = ["e2c-list-attached", "e2d-managed-arn", "e7-get-oidc-provider"];
const folders = isThere ? readdirSync(EXPORTED).filter((name) => !NOBODY.includes(name)) : [];

describe.runIf(isThere)("inputs as people export them are taken as they are", () => {
  test.each(folders)("%s", async (name) => {
    const files = readdirSync(EXPORTED + name).map((file) => ({ file, text: readFileSync(`${EXPORTED}${name}/${file}`, "utf8"), isNamed: false }));
    const { verdict } = await checkInput(files);
    expect(verdict).toBe(BROKEN.includes(name) ? "broken" : "works");
  });
});
