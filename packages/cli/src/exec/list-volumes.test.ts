import { describe, expect, test } from "vitest";
import { listVolumes, type StoredPod, userOf } from "./list-volumes.js";

const POD: StoredPod = {
  spec: {
    securityContext: { runAsUser: 1000, runAsGroup: 2000 },
    volumes: [{ name: "token", projected: {} }, { name: "scratch" }],
    initContainers: [{ name: "init", volumeMounts: [{ name: "token", mountPath: "init/" }] }],
    containers: [
      {
        name: "app",
        volumeMounts: [
          { name: "token", mountPath: "/var/run/secrets/" },
          { name: "scratch", mountPath: "/scratch" },
        ],
      },
      { name: "other", securityContext: { runAsUser: 5 } },
    ],
  },
};

describe("the paths of what the kubelet projects", () => {
  test.each([
    { name: "not of other volumes, and without a slash at the end", container: "app", paths: ["/var/run/secrets"] },
    { name: "of an init container, from the root", container: "init", paths: ["/init"] },
    { name: "of a container without any", container: "other", paths: [] },
  ])("$name", ({ container, paths }) => {
    expect(listVolumes(POD, container)).toEqual(paths);
  });
});

test.each([
  { name: "the pod's", container: "app", user: { uid: 1000, gid: 2000 } },
  { name: "the container's own", container: "other", user: { uid: 5, gid: 2000 } },
])("the user: $name", ({ container, user }) => {
  expect(userOf(POD, container)).toEqual(user);
});

test("the image decides where nobody says", () => {
  expect(userOf({ spec: { containers: [{ name: "app" }] } }, "app")).toEqual({ uid: undefined, gid: undefined });
});
