import { describe, expect, test } from "vitest";
import type { FieldProblem } from "../field-problem.js";
import type { PodSpec, Volume } from "../pod.js";
import { findContainerProblems } from "./find-container-problems.js";
import { findLabelProblems, findNameProblems } from "./find-name-problems.js";
import { findVolumeProblems } from "./find-volume-problems.js";

const told = (problems: readonly FieldProblem[]): readonly string[] => problems.map(({ reason, field, message }) => `${reason} ${field}: ${message}`);

const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

describe("an object's name", () => {
  test.each(["a", "0", "a-b", "a--b", "a.b-c.9", "a".repeat(253)])("%s is one", (name) => {
    expect(findNameProblems({ name })).toEqual([]);
  });

  test.each(["A", "-a", "a-", "a_b", ".a", "a.", "a..b", "a.-b", "a b"])("%s is none", (name) => {
    expect(told(findNameProblems({ name }))).toEqual([`FieldValueInvalid metadata.name: Invalid value: "${name}": ${SUBDOMAIN}`]);
  });

  test("has a length, or a prefix in its place", () => {
    const long = "a".repeat(254);
    expect(told(findNameProblems({ name: long }))).toEqual([`FieldValueInvalid metadata.name: Invalid value: "${long}": must be no more than 253 characters`]);
    expect(findNameProblems({ generateName: "a-" })).toEqual([]);
    expect(told(findNameProblems({ name: "" }))).toEqual(["FieldValueRequired metadata.name: Required value: name or generateName is required"]);
  });
});

describe("a name within an object", () => {
  test.each(["a", "a-b", "9", "a".repeat(63)])("%s is one", (name) => {
    expect(findLabelProblems("x", name)).toEqual([]);
  });

  test.each(["A", "-a", "a-", "a.b", "a b"])("%s is none", (name) => {
    expect(told(findLabelProblems("x", name))).toEqual([`FieldValueInvalid x: Invalid value: "${name}": ${LABEL}`]);
  });

  test("has a length", () => {
    const long = "a".repeat(64);
    expect(told(findLabelProblems("x", long))).toEqual([`FieldValueInvalid x: Invalid value: "${long}": must be no more than 63 characters`]);
    expect(told(findLabelProblems("x", ""))).toEqual(["FieldValueRequired x: Required value"]);
  });
});

const app = { name: "app", image: "nginx" };
const FOR_RUNNING = "may not be set for init containers without restartPolicy=Always";

describe("containers", () => {
  test.each<{ readonly name: string; readonly spec: PodSpec; readonly problems: readonly string[] }>([
    { name: "one", spec: { containers: [app] }, problems: [] },
    { name: "none", spec: { initContainers: [app] }, problems: ["FieldValueRequired spec.containers: Required value"] },
    { name: "without image", spec: { containers: [{ name: "app" }] }, problems: ["FieldValueRequired spec.containers[0].image: Required value"] },
    {
      name: "without name",
      spec: { containers: [app, { image: "x" }, { image: "x" }] },
      problems: [1, 2].map((at) => `FieldValueRequired spec.containers[${at}].name: Required value`),
    },
    { name: "of one name", spec: { containers: [app, app] }, problems: ['FieldValueDuplicate spec.containers[1].name: Duplicate value: "app"'] },
    {
      name: "of one name, one an init container",
      spec: { containers: [app], initContainers: [app] },
      problems: ['FieldValueDuplicate spec.initContainers[0].name: Duplicate value: "app"'],
    },
    {
      name: "init containers with what needs a running one",
      spec: { containers: [app], initContainers: [{ name: "i", image: "x", lifecycle: {}, livenessProbe: {}, readinessProbe: {}, startupProbe: {} }] },
      problems: ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"].map(
        (part) => `FieldValueForbidden spec.initContainers[0].${part}: Forbidden: ${FOR_RUNNING}`,
      ),
    },
    {
      name: "a sidecar with a probe",
      spec: { containers: [app], initContainers: [{ name: "i", image: "x", restartPolicy: "Always", livenessProbe: {} }] },
      problems: [],
    },
    {
      name: "mounts",
      spec: {
        volumes: [{ name: "v" }],
        containers: [
          { ...app, volumeMounts: [{ name: "v", mountPath: "/a" }, { name: "w", mountPath: "/a" }, { mountPath: "/b" }, { name: "v" }, { name: "v" }] },
        ],
      },
      problems: [
        'FieldValueNotFound spec.containers[0].volumeMounts[1].name: Not found: "w"',
        'FieldValueInvalid spec.containers[0].volumeMounts[1].mountPath: Invalid value: "/a": must be unique',
        "FieldValueRequired spec.containers[0].volumeMounts[2].name: Required value",
        "FieldValueRequired spec.containers[0].volumeMounts[3].mountPath: Required value",
        "FieldValueRequired spec.containers[0].volumeMounts[4].mountPath: Required value",
      ],
    },
    {
      name: "each with a mount at the same path",
      spec: { volumes: [{ name: "v" }], containers: ["a", "b"].map((name) => ({ ...app, name, volumeMounts: [{ name: "v", mountPath: "/a" }] })) },
      problems: [],
    },
  ])("$name", ({ spec, problems }) => {
    expect(told(findContainerProblems(spec))).toEqual(problems);
  });
});

const token = (serviceAccountToken: { readonly expirationSeconds?: number; readonly path?: string }): Volume => ({
  name: "v",
  projected: { sources: [{ serviceAccountToken: { path: "token", ...serviceAccountToken } }] },
});
const EXPIRATION = "FieldValueInvalid spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds: Invalid value:";
const MODE = "must be a number between 0 and 0777 (octal), both inclusive";

describe("volumes", () => {
  test.each<{ readonly name: string; readonly volumes: readonly Volume[]; readonly problems: readonly string[] }>([
    { name: "none", volumes: [], problems: [] },
    { name: "without name", volumes: [{}, {}], problems: [0, 1].map((at) => `FieldValueRequired spec.volumes[${at}].name: Required value`) },
    {
      name: "of one name",
      volumes: [{ name: "v" }, { name: "w" }, { name: "v" }],
      problems: ['FieldValueDuplicate spec.volumes[2].name: Duplicate value: "v"'],
    },
    { name: "599 s", volumes: [token({ expirationSeconds: 599 })], problems: [`${EXPIRATION} 599: may not specify a duration less than 10 minutes`] },
    { name: "600 s", volumes: [token({ expirationSeconds: 600 })], problems: [] },
    { name: "no time", volumes: [token({})], problems: [] },
    { name: "2^32 s", volumes: [token({ expirationSeconds: 2 ** 32 })], problems: [] },
    {
      name: "2^32 s and one more",
      volumes: [token({ expirationSeconds: 2 ** 32 + 1 })],
      problems: [`${EXPIRATION} 4294967297: may not specify a duration larger than 2^32 seconds`],
    },
    { name: "no path", volumes: [token({ path: "" })], problems: ["FieldValueRequired spec.volumes[0].projected.path: Required value"] },
    ...[
      { path: "/token", why: ["must be a relative path"] },
      { path: "a/../b", why: ["must not contain '..'"] },
      { path: "../b", why: ["must not contain '..'"] },
      { path: "..", why: ["must not contain '..'", "must not start with '..'"] },
      { path: "..data", why: ["must not start with '..'"] },
      { path: "/..", why: ["must be a relative path", "must not contain '..'"] },
      { path: "a..b/c..", why: [] },
    ].map(({ path, why }) => ({
      name: `path ${path}`,
      volumes: [token({ path })],
      problems: why.map((text) => `FieldValueInvalid spec.volumes[0].projected.path: Invalid value: "${path}": ${text}`),
    })),
    { name: "mode 0777", volumes: [{ name: "v", projected: { defaultMode: 0o777 } }], problems: [] },
    { name: "mode 0", volumes: [{ name: "v", projected: { defaultMode: 0 } }], problems: [] },
    ...[-1, 0o1000].map((defaultMode) => ({
      name: `mode ${defaultMode}`,
      volumes: [{ name: "v", projected: { defaultMode } }],
      problems: [`FieldValueInvalid spec.volumes[0].projected.defaultMode: Invalid value: ${defaultMode}: ${MODE}`],
    })),
    {
      name: "two sources in one",
      volumes: [{ name: "v", projected: { sources: [{ secret: {} }, { configMap: {}, downwardAPI: {} }] } }],
      problems: ["FieldValueForbidden spec.volumes[0].projected.sources[1].downwardAPI: Forbidden: may not specify more than 1 volume type"],
    },
    {
      name: "a token beside a Secret",
      volumes: [{ name: "v", projected: { sources: [{ secret: {}, serviceAccountToken: { path: "t" } }] } }],
      problems: ["FieldValueForbidden spec.volumes[0].projected.sources[0].serviceAccountToken: Forbidden: may not specify more than 1 volume type"],
    },
  ])("$name", ({ volumes, problems }) => {
    expect(told(findVolumeProblems({ volumes }))).toEqual(problems);
  });
});
