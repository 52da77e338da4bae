import { describe, expect, test } from "vitest";
import { decideOwnership, fsUserOf } from "./decide-ownership.js";

const show = ({ mode, uid, gid }: { readonly mode: number; readonly uid: number; readonly gid: number }) =>
  `${mode.toString(8).padStart(4, "0")} ${uid}:${gid}`;

describe("the token's mode and owner (section 6.4)", () => {
  test.each([
    { name: "nothing", fsGroup: null, runAsUsers: [null], token: "0644 0:0" },
    { name: "runAsUser 1000", fsGroup: null, runAsUsers: [1000], token: "0600 1000:0" },
    { name: "fsGroup 10000", fsGroup: 10_000, runAsUsers: [null], token: "0640 0:10000" },
    { name: "both", fsGroup: 10_000, runAsUsers: [1000], token: "0640 1000:10000" },
    { name: "all containers the same user", fsGroup: null, runAsUsers: [1000, 1000], token: "0600 1000:0" },
    { name: "containers with different users", fsGroup: null, runAsUsers: [1000, 1001], token: "0644 0:0" },
    { name: "one container without a user", fsGroup: null, runAsUsers: [1000, null], token: "0644 0:0" },
    { name: "different users and fsGroup", fsGroup: 10_000, runAsUsers: [1000, 1001], token: "0640 0:10000" },
    { name: "root", fsGroup: null, runAsUsers: [0], token: "0600 0:0" },
  ])("$name", ({ fsGroup, runAsUsers, token }) => {
    expect(show(decideOwnership({ defaultMode: 0o644, fsGroup, runAsUsers, tokenFollowsUser: true }).token)).toBe(token);
  });

  test.each([
    { name: "nothing", fsGroup: null, runAsUsers: [null], token: "0600 0:0" },
    { name: "runAsUser 1000", fsGroup: null, runAsUsers: [1000], token: "0600 0:0" },
    { name: "fsGroup 65534", fsGroup: 65_534, runAsUsers: [1000], token: "0640 0:65534" },
  ])("before Kubernetes 1.19: $name", ({ fsGroup, runAsUsers, token }) => {
    expect(show(decideOwnership({ defaultMode: 0o644, fsGroup, runAsUsers, tokenFollowsUser: false }).token)).toBe(token);
  });

  test("defaultMode counts for the token only without user and group", () => {
    expect(show(decideOwnership({ defaultMode: 0o400, fsGroup: null, runAsUsers: [null], tokenFollowsUser: true }).token)).toBe("0400 0:0");
    expect(show(decideOwnership({ defaultMode: 0o444, fsGroup: null, runAsUsers: [7], tokenFollowsUser: true }).token)).toBe("0600 7:0");
  });
});

test("fsGroup: files get 0440, directories 0550 and setgid", () => {
  const { file, directory } = decideOwnership({ defaultMode: 0o600, fsGroup: 5, runAsUsers: [null], tokenFollowsUser: true });
  expect([show(file(null)), show(file(0o400)), show(directory(0o755))]).toEqual(["0640 0:5", "0440 0:5", "2755 0:5"]);
});

test("the fs user is the user of all containers, or nobody", () => {
  expect([fsUserOf([]), fsUserOf([1, 1]), fsUserOf([1, 2])]).toEqual([null, 1, null]);
});
