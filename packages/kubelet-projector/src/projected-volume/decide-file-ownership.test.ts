import { describe, expect, test } from "vitest";
import { decideFileOwnership } from "./decide-file-ownership.js";

describe("mode and owner of the token file, the rows of section 6.4", () => {
  test.each([
    { name: "nothing set", fsGroup: null, runAsUsers: [null], mode: 0o644, uid: 0, gid: 0 },
    { name: "runAsUser 1000", fsGroup: null, runAsUsers: [1000, 1000], mode: 0o600, uid: 1000, gid: 0 },
    { name: "fsGroup 10000", fsGroup: 10_000, runAsUsers: [null], mode: 0o640, uid: 0, gid: 10_000 },
    { name: "both", fsGroup: 10_000, runAsUsers: [1000], mode: 0o640, uid: 1000, gid: 10_000 },
    { name: "containers that run as different users", fsGroup: null, runAsUsers: [1000, 1001], mode: 0o644, uid: 0, gid: 0 },
    { name: "one container without a user", fsGroup: null, runAsUsers: [1000, null], mode: 0o644, uid: 0, gid: 0 },
  ])("$name", ({ fsGroup, runAsUsers, mode, uid, gid }) => {
    expect(decideFileOwnership({ defaultMode: 0o644, fsGroup, runAsUsers })).toEqual({ mode, uid, gid });
  });
});
